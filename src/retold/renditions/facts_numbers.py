"""Words to the numbers, quantities, dates and periods they tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from retold.renditions.fact import Fact
from retold.renditions.meaning_words import in_order, listed, phrases
from retold.renditions.word import Word

_CLOCK = re.compile(r"([01]?\d|2[0-4])[:.]([0-5]\d)")
_DAY_MONTH_YEAR = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{2,4})")
_PARTS = re.compile(r"\d+(?:[.,]\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_GROUP = re.compile(r"\d{3}")
_SCORE = re.compile(r"(\d{1,3})[-–:](\d{1,3})")
_METRES_OR_MILLIONS = re.compile(r"[\d.,]+m")
_DECADE = re.compile(r"(?:\d\d)?(\d0)s")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_PERCENT = frozenset(["percent", "per", "pct", "percentage"])
_CURRENCY = frozenset("$€£¥₽")
# Words beyond a number within which its noun is looked for.
NOUN_REACH = 3
LAST_HOUR = 24


def numbers(words: Sequence[Word]) -> list[Fact]:
    """Numbers, vague quantities, dates, times of day and periods, in order."""
    found: list[Fact] = []
    place = 0
    while place < len(words):
        facts = _at(words, place)
        found += facts
        place = max((fact.last for fact in facts), default=place + 1)
    return found


def _at(words: Sequence[Word], place: int) -> list[Fact]:
    """What begins at a word; nothing for most."""
    word = words[place]
    if word.text[0].isdecimal():
        return _figure(words, place)
    if word.number and word.number.order == "cardinal":
        return [_number(words, place, *_spelled_out(words, place))]
    if word.number and word.number.order == "ordinal":
        return [
            Fact("number", place, place + 1, f"{word.number.value:g}", "ordinal", _noun(words, place + 1))
        ]
    if word.form in listed("quantity", "vague"):
        return [Fact("number", place, place + 1, "vague", "vague", _noun(words, place + 1))]
    return list(_calendar(words, place))


def _figure(words: Sequence[Word], place: int) -> list[Fact]:
    word = words[place]
    if date := _DAY_MONTH_YEAR.fullmatch(word.text):
        return [
            Fact("date", place, place + 1, str(int(value)), group)
            for value, group in zip(date.groups(), ("day", "month", "year"), strict=True)
        ]
    if clock := _clock(words, place):
        return [clock]
    if score := _SCORE.fullmatch(word.text):
        return [Fact("number", place, place + 1, f"{int(score[1])}-{int(score[2])}", "score")]
    if word.number and word.number.order == "ordinal":
        if month := _month_beside(words, place, place + 1):
            return [Fact("date", place, place + 1, f"{word.number.value:g}", "day", month)]
        return [
            Fact("number", place, place + 1, f"{word.number.value:g}", "ordinal", _noun(words, place + 1))
        ]
    if _METRES_OR_MILLIONS.fullmatch(word.text):
        return []
    if decade := _DECADE.fullmatch(word.text):
        return [Fact("date", place, place + 1, decade[1], "decade")]
    values = [_value(part) for part in _PARTS.findall(word.text)]
    if len(values) > 1:
        return [_number(words, place, place + 1, value) for value in values]
    return [_number(words, place, *_with_scale(words, place + 1, values[0]))]


def _value(figure: str) -> float:
    """What a figure is worth: "3,000" three thousand, "3,5" and "3.5" three and a half."""
    if "," in figure and _GROUPED.fullmatch(figure):
        return float(figure.replace(",", "").replace(".", ""))
    parts = re.split("[.,]", figure)
    return float(f"{''.join(parts[:-1])}.{parts[-1]}") if len(parts) > 1 else float(figure)


def _clock(words: Sequence[Word], place: int) -> Fact | None:
    """A time of day, on 24 hours; "7:30" and "7 p.m." are, a bare figure is not."""
    after = words[place + 1].form if place + 1 < len(words) else ""
    half = after if after in ("am", "pm") else ""
    found = _CLOCK.fullmatch(words[place].text)
    if found and (half or ":" in words[place].text):
        hour, minute = int(found[1]), found[2]
    elif half and words[place].text.isdigit():
        hour, minute = int(words[place].text), "00"
    else:
        return None
    if hour > LAST_HOUR:
        return None
    hour += 12 if half == "pm" and hour < 12 else 0
    return Fact("date", place, place + 2 if half else place + 1, f"{hour}:{minute}", "clock")


def _number(words: Sequence[Word], place: int, last: int, value: float) -> Fact:
    """A number with what it counts, or the day or year that it is."""
    written = f"{value:.10g}"
    month = _month_beside(words, place, last)
    if month is not None and value <= 31:
        return Fact("date", place, last, written, "day", month)
    if _is_year(words, place, last):
        return Fact("date", place, last, written, "year")
    return Fact("number", place, last, written, _unit(words, place, last), _noun(words, last))


def _is_year(words: Sequence[Word], place: int, last: int) -> bool:
    if last != place + 1 or not _YEAR.fullmatch(words[place].text):
        return False
    before = words[place - 1] if place else None
    return before is None or before.is_mark or before.form in listed("grammar", "before_year")


def _unit(words: Sequence[Word], place: int, last: int) -> str:
    if last < len(words) and (words[last].text == "%" or words[last].form in _PERCENT):
        return "percent"
    if place and words[place - 1].text in _CURRENCY:
        return "money"
    return "count"


def _noun(words: Sequence[Word], place: int) -> int | None:
    """The first content word from a place on."""
    for near in range(place, min(len(words), place + NOUN_REACH)):
        if near > place and words[near].text in ",.;:":
            return None
        if not words[near].is_function and not words[near].number:
            return near
    return None


def _spelled_out(words: Sequence[Word], place: int) -> tuple[int, float]:
    """End and worth of a number in words: "twenty-five", "two hundred thousand"."""
    number = words[place].number
    value = number.value if number else 0.0
    last = place + 1
    if [word.form for word in words[last : last + 3]] == ["and", "a", "half"]:
        return _with_scale(words, last + 3, value + 0.5)
    ones = last + 1 if last < len(words) and words[last].text in "-–" else last
    if value >= 20 and ones < len(words) and (unit := words[ones].number) and unit.value < 10:
        return _with_scale(words, ones + 1, value + unit.value)
    return _with_scale(words, last, value)


def _with_scale(words: Sequence[Word], last: int, value: float) -> tuple[int, float]:
    """End and worth of a number whose figure ends before `last`: "3 000", "3 million", "two hundred thousand"."""
    grouped = value < 1000 and value.is_integer()
    while grouped and last < len(words) and _GROUP.fullmatch(words[last].text):
        value, last = value * 1000 + float(words[last].text), last + 1
    while scale := _scale_at(words, last):
        value, last = value * scale[1], scale[0]
    return last, value


def _scale_at(words: Sequence[Word], place: int) -> tuple[int, float] | None:
    """End and factor of "million" or "-million" at a place."""
    after = place + 1 if place < len(words) and words[place].text == "-" else place
    number = words[after].number if after < len(words) else None
    return (after + 1, number.value) if number and number.order == "scale" else None


def _month_beside(words: Sequence[Word], place: int, last: int) -> int | None:
    """A month before a number, or after it with or without "of"."""
    beside = [place - 1, last]
    if last < len(words) and words[last].form == "of":
        beside.append(last + 1)
    return next((near for near in beside if 0 <= near < len(words) and month_of(words[near])), None)


def month_of(word: Word) -> int | None:
    """The month a capitalised word names, 1 to 12."""
    return _months().get(word.form) if word.text[0].isupper() else None


@cache
def _months() -> dict[str, int]:
    lists = [in_order("time", name) for name in ("month_abbreviated", "month_short", "month")]
    return {form: number for names in lists for number, form in enumerate(names, 1)}


def _calendar(words: Sequence[Word], place: int) -> Iterator[Fact]:
    """Weekdays, months, yesterday, last week."""
    word = words[place]
    if word.form in listed("time", "weekday"):
        yield Fact("date", place, place + 1, word.form, "weekday")
    elif word.form in listed("time", "day"):
        yield Fact("date", place, place + 1, word.form, "day-word")
    elif (month := month_of(word)) and (word.form not in ("may", "march") or _dated(words, place)):
        yield Fact("date", place, place + 1, str(month), "month")
    elif place + 1 < len(words) and words[place + 1].stem in in_order("time", "period"):
        for name in ("last", "this", "next"):
            if word.form in listed("time", name):
                yield Fact("date", place, place + 2, name, f"period {words[place + 1].stem}")


def _dated(words: Sequence[Word], place: int) -> bool:
    """Whether "May" or "March" stands as a month does: by a number, or after a preposition."""
    before = words[place - 1] if place else None
    after = words[place + 1] if place + 1 < len(words) else None
    if (before and before.number) or (after and after.text[0].isdigit()):
        return True
    return before is not None and before.form in listed("grammar", "before_may")


def bounded(words: Sequence[Word], fact: Fact) -> tuple[str, int]:
    """ "least" for a number that is a lower bound, "most" for an upper bound, "" otherwise; where that begins.

    The longest phrase counts: "not exceeding" is no "exceeding".
    """
    found = [
        (len(phrase), bound)
        for bound in ("least", "most")
        for phrase in phrases("quantity", bound)
        if len(phrase) <= fact.first
        and tuple(word.form for word in words[fact.first - len(phrase) : fact.first]) == phrase
    ]
    length, bound = max(found, default=(0, ""))
    return bound, fact.first - length
