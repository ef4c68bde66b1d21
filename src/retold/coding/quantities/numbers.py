"""A sentence to the numbers in it, as ranges: with hedges, vague numbers, multipliers and money."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from retold.coding.quantities.hedges import forms, hedged
from retold.coding.quantities.money import money_at
from retold.coding.quantities.words import begins, counting, exact, scale, vague
from retold.coding.spellings import spelled
from retold.reading.parse import Reading
from retold.renditions.facts_numbers import numbers
from retold.renditions.numerals import numeral
from retold.renditions.word import Word, words_in

_WITH_LETTERS = re.compile(r"(\d[\d.,]*)([a-z]+)")
_RANGE = re.compile(r"(\d+)-(\d+)")
_LONGEST = 5
# Readings whose numbers are kept: all predicates of a sentence ask for them, one after the other.
_KEPT = 64
# Of a multiplier of one letter only money tells that it is none of metres.
_METRES = "m"


@dataclass(frozen=True, slots=True)
class NumberFound:
    """A number of a sentence, in characters of its article. An end of None: the text says nothing of it.

    `hedges`: in small letters, as the text has them. `unit`: an ISO 4217 code, or None where the money's state is not
    told.
    """

    low: float | None
    high: float | None
    hedges: tuple[str, ...]
    start: int
    end: int
    money: bool
    unit: str | None


@dataclass(frozen=True, slots=True)
class _Number:
    """Words `first` to `last` (exclusive). `scaled`: what the last of its multipliers is worth."""

    first: int
    last: int
    low: float
    high: float
    hedges: tuple[str, ...] = ()
    scaled: float = 1.0


@lru_cache(maxsize=_KEPT)
def numbers_in(reading: Reading) -> tuple[NumberFound, ...]:
    """Its numbers in order, without dates, times, percentages, ordinals and scores."""
    if not any(_may_count(word.text) for word in reading):
        return ()
    base = reading[0].start
    text = spelled(reading, base, reading[-1].end)
    words = words_in(text)
    found = _ranges(words, list(_without_overlaps(_simple(words))))
    return tuple(_finished(text, words, number, base) for number in found if not _metres(text, words, number))


@lru_cache(maxsize=50_000)
def _may_count(text: str) -> bool:
    """Whether a word may be part of a number: most sentences have none that is."""
    form = text.lower()
    return any(map(str.isdigit, text)) or numeral(form) is not None or form in counting()


def _without_overlaps(found: Sequence[_Number]) -> Iterator[_Number]:
    """Of numbers in one another's words the longer."""
    last = 0
    for number in sorted(found, key=lambda one: (one.first, -one.last)):
        if number.first >= last:
            yield number
            last = number.last


def _simple(words: Sequence[Word]) -> list[_Number]:
    found = [number for place in range(len(words)) for number in _phrase_at(words, place)]
    for fact in numbers(words):
        if fact.kind == "number" and fact.group in ("count", "money", "score"):
            found += _figure(words, fact.first, fact.last, fact.value)
    found += [
        number
        for place, word in enumerate(words)
        if (letters := _WITH_LETTERS.fullmatch(word.text)) and letters[2] == _METRES
        for number in _figure(words, place, place + 1, letters[1].replace(",", ""))
    ]
    return [_multiplied(words, number) for number in _joined(words, found)]


def _figure(words: Sequence[Word], first: int, last: int, value: str) -> Iterator[_Number]:
    """A number in figures or numerals, or two of them joined by a hyphen."""
    joined = _RANGE.fullmatch(value)
    if joined and int(joined[1]) < int(joined[2]):
        yield _Number(first, last, float(joined[1]), float(joined[2]))
    elif not joined:
        letters = _WITH_LETTERS.fullmatch(words[last - 1].text)
        by = (scale(letters[2]) if letters else None) or 1.0
        yield _Number(first, last, float(value) * by, float(value) * by, scaled=by)


def _phrase_at(words: Sequence[Word], place: int) -> Iterator[_Number]:
    """A vague or exact number in words that begins here; the longest."""
    if words[place].form not in begins():
        return
    for length in range(min(_LONGEST, len(words) - place), 0, -1):
        phrase = forms(words, place, place + length)
        if phrase in vague():
            low, high = vague()[phrase]
            yield _Number(place, place + length, low, high, (" ".join(phrase),))
            return
        if phrase in exact():
            yield _Number(place, place + length, exact()[phrase], exact()[phrase])
            return


def _joined(words: Sequence[Word], found: Sequence[_Number]) -> list[_Number]:
    """Numerals in words that belong together: two hundred and fifty."""
    made: list[_Number] = []
    for number in _without_overlaps(found):
        before = made[-1] if made else None
        if before and _continues(words, before, number):
            made[-1] = replace(
                before, last=number.last, low=before.low + number.low, high=before.high + number.high
            )
        else:
            made.append(number)
    return made


def _continues(words: Sequence[Word], before: _Number, number: _Number) -> bool:
    between = forms(words, before.last, number.first)
    spelt = not any(word.text[:1].isdigit() for word in words[before.first : number.last])
    rounded = before.low == before.high and before.low >= 100 and before.low % 100 == 0
    return spelt and rounded and between in (("and",), ()) and number.high < 100 and not number.hedges


def _multiplied(words: Sequence[Word], number: _Number) -> _Number:
    """The number with the multipliers behind it that have not been taken for part of it: 100 crore, a few hundred."""
    while number.last < len(words):
        word = words[number.last]
        by = scale(word.form) if len(word.form) > 1 else None
        if by is None:
            break
        number = replace(
            number,
            last=number.last + 1,
            low=number.low * by,
            high=number.high * by,
            scaled=number.scaled * by,
        )
    return number


def _ranges(words: Sequence[Word], found: Sequence[_Number]) -> list[_Number]:
    """Two numbers that are the ends of one range: between 10 and 20, 10 to 20, two or three, $2 to 3 billion."""
    made: list[_Number] = []
    for number in found:
        before = made[-1] if made else None
        joined = _range(words, before, number) if before else None
        if joined:
            made[-1] = joined
        else:
            made.append(number)
    return made


def _range(words: Sequence[Word], before: _Number, number: _Number) -> _Number | None:
    between = tuple(
        word.form for word in words[before.last : number.first] if not word.is_mark or word.text in "-–"
    )
    opening = words[before.first - 1].form if before.first else ""
    if opening in ("$", "€", "£") and before.first > 1:
        opening = words[before.first - 2].form
    if len(between) != 1 or opening == "from":
        return None
    if between[0] != "and" and between[0] not in ("to", "or", "-", "–"):
        return None
    if between[0] == "and" and opening != "between":
        return None
    by = _scale_of(words, number) if before.high < 1000 and before.scaled == 1 else 1.0
    low, high = before.low * by, number.high
    first = before.first - 1 if words[before.first - 1].form == "between" and before.first else before.first
    return _Number(first, number.last, low, high) if low < high and not before.hedges else None


def _scale_of(words: Sequence[Word], number: _Number) -> float:
    """What the words of a number multiply its figure by."""
    found = (scale(word.form) or 1.0 for word in words[number.first : number.last] if len(word.form) > 1)
    return max(math.prod(found), number.scaled)


def _metres(text: str, words: Sequence[Word], number: _Number) -> bool:
    """Whether a figure with an "m" is no money, and so a length."""
    last = words[number.last - 1].text
    letters = _WITH_LETTERS.fullmatch(last)
    return bool(
        letters and letters[2] == _METRES and money_at(text, words, number.first, number.last) is None
    )


def _finished(text: str, words: Sequence[Word], number: _Number, base: int) -> NumberFound:
    """The number with its money and its hedges."""
    money = money_at(text, words, number.first, number.last)
    first, last = (money.first, money.last) if money else (number.first, number.last)
    ends, told, first, last = hedged(words, first, last)
    low, high = _bound(float(number.low), ends[0]), _bound(float(number.high), ends[1])
    start, end = words[first].start, words[last - 1].end
    if money:
        start, end = min(start, money.start), max(end, money.end)
        told = (*told, *number.hedges)
    return NumberFound(
        low, high, told, base + start, base + end, money is not None, money.unit if money else None
    )


def _bound(value: float, by: float) -> float | None:
    if by in (0.0, math.inf):
        return None
    return value if by == 1.0 else float(round(value * by)) if value >= 10 else round(value * by, 2)
