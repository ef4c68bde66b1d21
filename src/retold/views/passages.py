"""The collation of a report to its passages side by side: a base text, and where the others differ from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.model import CollationCell
from retold.renditions.wording import Difference, differences


@dataclass(frozen=True, slots=True)
class WordingView:
    """A wording of a passage that is not the base's, who has it, and its differences from the base's."""

    article_ids: tuple[str, ...]
    text: str
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """One passage of a report.

    `base_id` is the article whose `text` the others are held against. `same` have the same words, but for case and
    typography; `others` have other words; `absent` do not tell the passage.
    """

    passage: int
    base_id: str
    text: str
    same: tuple[str, ...]
    others: tuple[WordingView, ...]
    absent: tuple[str, ...]


def passages_side_by_side(
    order: Sequence[str], cells: Iterable[CollationCell], sentences: Mapping[tuple[str, int], str]
) -> tuple[PassageView, ...]:
    """The passages in their order.

    order: the report's articles; the base of a passage is the first of them that tells it. cells: the report's
        collation. sentences: text by article and number of the sentence.
    """
    told: dict[int, dict[str, str]] = {}
    for cell in cells:
        told.setdefault(cell.passage, {})[cell.article_id] = told_in(cell, sentences)
    return tuple(_passage(number, order, told[number]) for number in sorted(told))


def told_in(cell: CollationCell, sentences: Mapping[tuple[str, int], str]) -> str:
    """The words of a cell: its sentences, in order."""
    return " ".join(sentences[cell.article_id, number] for number in cell.sentences)


def _passage(number: int, order: Sequence[str], told: Mapping[str, str]) -> PassageView:
    base, *others = [article for article in order if article in told]
    wordings: dict[str, list[str]] = {}
    for article in others:
        wordings.setdefault(told[article], []).append(article)
    compared = [
        WordingView(tuple(articles), text, tuple(differences(told[base], text)))
        for text, articles in wordings.items()
    ]
    same = {article for wording in compared if not _differs(wording) for article in wording.article_ids}
    return PassageView(
        passage=number,
        base_id=base,
        text=told[base],
        same=tuple(article for article in others if article in same),
        others=tuple(wording for wording in compared if _differs(wording)),
        absent=tuple(article for article in order if article not in told),
    )


def _differs(wording: WordingView) -> bool:
    return any(difference.change != "same" for difference in wording.differences)
