"""Places where tellings differ to variants: typed, and whether the meaning changes there.

A number told less exactly ("three months", "a few months") is a `number` that does not change the meaning: the one
does not exclude the other. A hedge lost or won, and the planned told as done, change it (`modality`), and so does
another person's name. A name spelled otherwise, or turned into a common word by a rewriting tool, does not.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from retold.model import Reading, Variant
from retold.renditions.apparatus import Apparatus, apparatus
from retold.renditions.places import Place, places
from retold.renditions.support import preferred, readings
from retold.renditions.telling import Telling
from retold.renditions.wording_places import wording_places

# Sure of what is missing or moved as of the passages themselves: F1 .96 and more whole and cut, but .87 to .91 where
# both texts keep a fifth to two fifths (bench/passages.py).
PASSAGES = 0.95


def passage_variants(
    by_article: Mapping[str, str], weights: Mapping[str, float] | None = None
) -> list[Variant]:
    """The variants of one passage by itself; by_article: article id to its words for the passage."""
    laid_out = apparatus(by_article)
    return variants_at("", 0, laid_out, places(laid_out), weights or {})


def variants_at(
    report_id: str,
    passage: int,
    laid_out: Apparatus,
    conflicting: Sequence[Place],
    weights: Mapping[str, float],
) -> list[Variant]:
    """The variants within one passage, of which `conflicting` are more than wording; weights: as for `edition`."""
    every = [*conflicting, *wording_places(laid_out, conflicting)]
    made = (_variant(report_id, passage, laid_out, place, weights) for place in every)
    return [variant for variant in made if variant is not None]


def _variant(
    report_id: str, passage: int, laid_out: Apparatus, place: Place, weights: Mapping[str, float]
) -> Variant | None:
    """The variant of a place; None when all have one reading there after all."""
    found = readings(laid_out, place, weights)
    if len(found) < 2:
        return None
    best = preferred(place.kind, found)
    return Variant(
        report_id=report_id,
        passage=passage,
        kind=place.kind,
        readings=tuple(Reading(reading.text, reading.article_ids) for reading in found),
        changes_meaning=place.changes_meaning,
        preferred=best.text if best else None,
        confidence=round(place.certainty, 3),
    )


def left_out(report_id: str, passage: int, by_article: Mapping[str, str], without: Sequence[str]) -> Variant:
    """A passage that some tellings lack; an addition when one telling alone has it."""
    text = max(by_article.values(), key=lambda words: (len(words), words))
    alone = len(by_article) == 1 and len(without) > 1
    return Variant(
        report_id=report_id,
        passage=passage,
        kind="addition" if alone else "omission",
        readings=(Reading(text, tuple(sorted(by_article))), Reading("", tuple(without))),
        changes_meaning=False,
        preferred=None if alone else text,
        confidence=PASSAGES,
    )


def out_of_order(
    report_id: str, passage: int, by_article: Mapping[str, str], moved: Sequence[str]
) -> Variant:
    """A passage that some tellings have in another place."""
    text = max(by_article.values(), key=lambda words: (len(words), words))
    stayed = tuple(sorted(by_article.keys() - set(moved)))
    return Variant(
        report_id=report_id,
        passage=passage,
        kind="order",
        readings=(Reading(text, stayed), Reading(text, tuple(moved))),
        changes_meaning=False,
        preferred=text if len(stayed) > len(moved) else None,
        confidence=PASSAGES,
    )


def moved_passages(tellings: Sequence[Telling]) -> dict[int, list[str]]:
    """Passage to the articles that tell it out of the order that most of the others keep."""
    found: dict[int, list[str]] = {}
    for telling in sorted(tellings, key=lambda telling: telling.article_id):
        order = list(telling.passages)
        for passage in set(order) - set(_increasing(order)):
            found.setdefault(passage, []).append(telling.article_id)
    return found


def in_order(places: Sequence[int]) -> int:
    """How many of the places can stay where they are so that all increase."""
    return sum(1 for _ in _increasing(places))


def _increasing(order: Sequence[int]) -> Iterator[int]:
    """A longest increasing part of the order, from its end (patience sorting)."""
    tops: list[int] = []
    piles: list[int] = []
    for passage in order:
        pile = bisect_right(tops, passage)
        tops[pile : pile + 1] = [passage]
        piles.append(pile)
    wanted = len(tops) - 1
    for passage, pile in zip(reversed(order), reversed(piles), strict=True):
        if pile == wanted:
            yield passage
            wanted -= 1
