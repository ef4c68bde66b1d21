"""The apparatus of a passage to the stretches where wordings differ without contradicting each other.

In the words of the first witness, the fullest. What each other witness has there is found along the tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.model import VariantKind
from retold.renditions.apparatus import Apparatus
from retold.renditions.paired import Paired, Range
from retold.renditions.places import Place
from retold.renditions.word import Word

# Content words from which something left out is a clause rather than a word.
CLAUSE = 3
# Alike words between two stretches that join them to one: a function word alone divides nothing.
CERTAINTY = 0.5

_Told = list[tuple[int, ...]]


def wording_places(found: Apparatus, taken: Sequence[Place]) -> list[Place]:
    """Stretches of the first witness's words that others word otherwise or leave out; none where `taken` lies."""
    if len(found.witnesses) < 2:
        return []
    told = _told(found)
    same = _same(found, told)
    return [
        place
        for stretch in _stretches(found, same)
        if not _overlaps(stretch, taken)
        if (place := _place(found, told, stretch))
    ]


def _told(found: Apparatus) -> list[_Told]:
    """For each witness and each word of the first: the words that tell it there, composed along the tree."""
    length = len(found.witnesses[0].wording.words)
    told: list[_Told] = [[] for _ in found.witnesses]
    told[0] = [(place,) for place in range(length)]
    for edge in found.edges:
        told[edge.child] = [_across(edge.pair, places) for places in told[edge.parent]]
    return told


def _across(pair: Paired, places: Sequence[int]) -> tuple[int, ...]:
    return tuple(sorted({link.right for place in places for link in pair.rightward.get(place, ())}))


def _same(found: Apparatus, told: Sequence[_Told]) -> list[bool]:
    """For each word of the first witness whether all others have the same word or inflect it."""
    first = found.witnesses[0].wording.words
    return [
        all(_holds(found, number, told[number][place], word.stem) for number in range(1, len(told)))
        for place, word in enumerate(first)
    ]


def _holds(found: Apparatus, number: int, places: Sequence[int], stem: str) -> bool:
    return any(found.witnesses[number].wording.words[place].stem == stem for place in places)


def _stretches(found: Apparatus, same: Sequence[bool]) -> Iterator[Range]:
    """Maximal stretches of words that vary, with a content word in them; function words between two join them."""
    words = found.witnesses[0].wording.words
    start: int | None = None
    last = 0
    for place, alike in enumerate(same):
        content = not words[place].is_function
        if alike and content and start is not None:
            yield start, last
            start = None
        elif not alike and content:
            start = place if start is None else start
            last = place + 1
    if start is not None:
        yield start, last


def _overlaps(stretch: Range, taken: Sequence[Place]) -> bool:
    return any(
        0 in place.spans and place.spans[0][0] < stretch[1] and stretch[0] < place.spans[0][1]
        for place in taken
    )


def _place(found: Apparatus, told: Sequence[_Told], stretch: Range) -> Place | None:
    """The place of a stretch: "omission" where some leave out a clause and none words it otherwise."""
    spans = {
        number: _span(found.witnesses[number].wording.words, ways, stretch)
        for number, ways in enumerate(told)
    }
    held = {number: span for number, span in spans.items() if span is not None}
    empty = {number: (0, 0) for number, span in spans.items() if span is None}
    words = found.witnesses[0].wording.words[slice(*stretch)]
    clause = sum(not word.is_function for word in words) >= CLAUSE
    if len(held) < 2 and not (clause and empty):
        return None
    kind: VariantKind = "omission" if empty and clause else "wording"
    spans_there = {**held, **empty} if kind == "omission" else held
    return Place(kind, dict(sorted(spans_there.items())), False, CERTAINTY)


def _span(words: Sequence[Word], ways: _Told, stretch: Range) -> Range | None:
    """From the first to the last word that tells a stretch, None when nothing does or what does lies scattered."""
    places = sorted(place for way in ways[slice(*stretch)] for place in way if not words[place].is_mark)
    if not places or places[-1] - places[0] > 2 * (stretch[1] - stretch[0]) + 3:
        return None
    return places[0], places[-1] + 1
