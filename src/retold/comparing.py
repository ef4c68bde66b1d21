"""Two bare texts compared, without an archive."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from retold.model import CollationCell, RenditionKind, Sentence, Span, Variant
from retold.renditions.collation import collate
from retold.renditions.descent import kind_beside
from retold.renditions.edition import edition
from retold.renditions.telling import telling
from retold.stories.features import Features, comparable
from retold.stories.features import compare as compare_texts
from retold.stories.fingerprints import prints_of
from retold.stories.scoring import judgements
from retold.text import language_of, sentences_of

_A, _B = "a", "b"

Passage = tuple[list[Span], list[Span]]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What two texts have to do with each other.

    `same_story`, `same_report`: probabilities. `kind`: how `text_b` tells the report beside `text_a`, None when they
    are not likely tellings of one report. `passages`: the sentences that tell the same thing, as character spans of
    either text, in order of the first. `variants`: the places where they differ, under
    the names `a` and `b`.
    `Variant.passage` counts in `passages`; what only one of the two tells comes after these. `features`: what the
    probabilities rest on.
    """

    same_story: float
    same_report: float
    kind: RenditionKind | None
    passages: list[Passage]
    variants: list[Variant]
    features: Features


def compare(text_a: str, text_b: str) -> Comparison:
    """Compares two texts of any length; offsets count characters of the texts as given."""
    left, right = sentences_of(_A, text_a), sentences_of(_B, text_b)
    prints = prints_of([text_a, text_b], [language_of(text_a), language_of(text_b)])
    found = compare_texts(comparable(prints), np.array([0]), np.array([1]))
    judged = judgements()
    same_report = float(judged.same_report.probabilities(found)[0])
    cells = collate("", {_A: left, _B: right})
    told = _tellings(_renumbered(cells), {_A: left, _B: right})
    return Comparison(
        same_story=float(judged.same_story.probabilities(found)[0]),
        same_report=same_report,
        kind=_kind(told) if same_report >= 0.5 else None,
        passages=_passages(cells, left, right),
        variants=_variants(told),
        features=Features(**{name: float(values[0]) for name, values in found.items()}),
    )


def _renumbered(cells: Sequence[CollationCell]) -> list[CollationCell]:
    """The cells, their passages numbered anew: first those that both tell, in order of the first text."""
    first = {cell.passage: cell.sentences for cell in cells if cell.article_id == _A}
    second = {cell.passage for cell in cells if cell.article_id == _B}
    order = sorted(
        {cell.passage for cell in cells},
        key=lambda passage: (passage not in first or passage not in second, first.get(passage, ()), passage),
    )
    number = {passage: place for place, passage in enumerate(order)}
    return [replace(cell, passage=number[cell.passage]) for cell in cells]


def _tellings(
    cells: Sequence[CollationCell], sentences: Mapping[str, Sequence[Sentence]]
) -> dict[str, dict[int, str]]:
    """The words of either text for each of its passages, in its own order."""
    return {
        name: {
            cell.passage: " ".join(found[number].text for number in cell.sentences)
            for cell in sorted(cells, key=lambda cell: cell.sentences)
            if cell.article_id == name
        }
        for name, found in sentences.items()
    }


def _kind(told: Mapping[str, Mapping[int, str]]) -> RenditionKind:
    return kind_beside(telling(_B, None, None, None, told[_B]), telling(_A, None, None, None, told[_A]))


def _variants(told: Mapping[str, Mapping[int, str]]) -> list[Variant]:
    """Where the two differ in the passages that both tell; nothing says which is the better reading."""
    tellings = [telling(name, None, None, None, passages) for name, passages in told.items()]
    return [variant for passage in edition("", tellings, {}) for variant in passage.variants]


def _passages(
    cells: Sequence[CollationCell], left: Sequence[Sentence], right: Sequence[Sentence]
) -> list[Passage]:
    ours = {cell.passage: _spans(left, cell.sentences) for cell in cells if cell.article_id == _A}
    theirs = {cell.passage: _spans(right, cell.sentences) for cell in cells if cell.article_id == _B}
    shared = sorted(ours.keys() & theirs.keys(), key=lambda passage: ours[passage][0].start)
    return [(ours[passage], theirs[passage]) for passage in shared]


def _spans(sentences: Sequence[Sentence], numbers: Sequence[int]) -> list[Span]:
    return [Span(sentences[number].start, sentences[number].end) for number in numbers]
