"""A sentence to the names of places in it, by the gazetteer and by the parser's named entities."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from retold.actors.dictionary import Dictionary, plain
from retold.coding.places.gazetteer import LONGEST, Known, place_known, words_of
from retold.reading.parse import Reading, Word

_PLACES = frozenset(("GPE", "LOC", "FAC"))
_OTHERS = frozenset(("PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "EVENT", "LAW"))
# Marks that may stand within a name.
_INNER = frozenset(("-", "‐", "–", "'", "’", "."))
# Readings whose names are kept: all predicates of a sentence ask for them, one after the other.
_KEPT = 64
UNKNOWN = Known("town", ())


class PlaceSpan(NamedTuple):
    """The words from one place to another (exclusive) that name a place; `UNKNOWN` where no gazetteer has it."""

    first: int
    last: int
    known: Known


@lru_cache(maxsize=_KEPT)
def place_spans(reading: Reading, known: Dictionary) -> tuple[PlaceSpan, ...]:
    """The names of places in a sentence, in order; of names within one another the longest.

    Whether a name means the place or a government is not told here.
    """
    found = [span for span in _listed(reading, known) if not _within_another(reading, span)]
    taken = {place for span in found for place in range(span.first, span.last)}
    for words in reading.entities():
        inner = _without_determiner(words)
        if inner and inner[0].entity in _PLACES and inner[0].text[:1].isupper() and not _happens(inner[-1]):
            span = PlaceSpan(inner[0].place, inner[-1].place + 1, UNKNOWN)
            if taken.isdisjoint(range(span.first, span.last)):
                found.append(span)
    return tuple(sorted(found))


def _happens(word: Word) -> bool:
    """Whether a name ends as that of something that is held: the Naval Parade."""
    return word.text.lower() in words_of("gatherings") | words_of("happenings")


def _without_determiner(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """An entity without "the" before it, "'s" behind it and what narrows it."""
    while words and (words[0].tag == "DT" or words[0].text in words_of("narrowing")):
        words = words[1:]
    while words and (words[-1].tag == "POS" or words[-1].text.islower()):
        words = words[:-1]
    return words


def _listed(reading: Reading, known: Dictionary) -> Iterator[PlaceSpan]:
    """What the gazetteer knows, from left to right."""
    forms = list(_forms(reading))
    at = 0
    while at < len(forms):
        step = 1
        if reading[forms[at][1]].text[:1].isupper():
            for length in range(min(LONGEST, len(forms) - at), 0, -1):
                stretch = forms[at : at + length]
                place = place_known(tuple(form for form, _ in stretch), known)
                if place is not None and _capitals(reading, stretch):
                    yield PlaceSpan(stretch[0][1], stretch[-1][1] + 1, place)
                    step = length
                    break
        at += step


def _capitals(reading: Reading, stretch: list[tuple[str, int]]) -> bool:
    """Whether the last word is written as a name is: "Northern Province", but not "Niger state"."""
    last = reading[stretch[-1][1]]
    return len(stretch) == 1 or last.text[:1].isupper() or last.text in words_of("lands") or "-" in last.text


def _forms(reading: Reading) -> Iterator[tuple[str, int]]:
    """The words as names are looked up, each with its place; marks between names part them."""
    for word in reading:
        forms = plain(word.text)
        if forms:
            yield from ((form, word.place) for form in forms)
        elif word.text not in _INNER:
            yield word.text, word.place


def _within_another(reading: Reading, span: PlaceSpan) -> bool:
    """Whether the words are but part of the name of somebody or something else: Paris in Paris Hilton."""
    kind = reading[span.first].entity
    if kind not in _OTHERS:
        return False
    first, last = span.first, span.last
    while first and not reading[first].begins:
        first -= 1
    while last < len(reading) and reading[last].entity == kind and not reading[last].begins:
        last += 1
    beyond = [reading[place] for place in (*range(first, span.first), *range(span.last, last))]
    return any(
        word.text[:1].isupper() and word.text.lower() not in words_of("lands") | words_of("narrowing")
        for word in beyond
    )
