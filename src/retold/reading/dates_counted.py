"""Grammar of days counted from the day of publication: yesterday, last week, two months ago, the past six months."""

from __future__ import annotations

from typing import NamedTuple

from retold.reading.dates_calendar import Granularity, Unit
from retold.reading.dates_compounds import Hedged, Inside
from retold.reading.dates_cursor import Cursor, number
from retold.reading.dates_days import weekday_name
from retold.reading.dates_named import COUNTS, choice
from retold.reading.dates_terms import Choice, Distance, Hours, Relative, Shifted, Stretch, Term
from retold.reading.dates_words import DAYPARTS, QUANTITY_HEDGES, UNITS, indexed

DAYS = indexed(
    {
        "the day before yesterday": -2,
        "day before yesterday": -2,
        "the night before last": -2,
        "last night": -1,
        "last evening": -1,
        "yesterday": -1,
        "overnight": -1,
        "today": 0,
        "tonight": 0,
        "tomorrow": 1,
        "the day after tomorrow": 2,
        "day after tomorrow": 2,
    }
)


class Quantity(NamedTuple):
    """A length of time. `granularity`: the unit it is told in; `loose`: it is told as about that."""

    number: int
    unit: Unit
    granularity: Granularity
    loose: bool = False


# Lengths that have names; half a century is told about as finely as a decade.
NAMED_LENGTHS = indexed(
    {
        "half a year": Quantity(6, "month", "month"),
        "half a decade": Quantity(5, "year", "year"),
        "half a century": Quantity(50, "year", "decade"),
        "a half century": Quantity(50, "year", "decade"),
        "a quarter century": Quantity(25, "year", "decade"),
        "a quarter of a century": Quantity(25, "year", "decade"),
        "a fortnight": Quantity(2, "week", "week"),
    }
)
FINER: dict[str, Granularity] = {"week": "day", "month": "week", "year": "month"}
CALENDAR_UNITS = ("week", "month", "quarter", "year", "decade", "century")


def deictic_day(cursor: Cursor) -> Term | None:
    """Today, yesterday, last night, this morning, the day after tomorrow."""
    count = cursor.named(DAYS)
    if count is not None:
        return Relative("day", count)
    if cursor.words("this") and cursor.text in DAYPARTS:
        cursor.at += 1
        return Relative("day", 0)
    return None


def calendar_unit(cursor: Cursor) -> Term | None:
    """Last week, this month, the previous year, the week before last."""
    start = cursor.at
    two_away = _two_away(cursor)
    if two_away:
        return two_away
    cursor.at = start
    cursor.word("the")
    chosen: Choice | None = "last" if cursor.word("previous") else None
    if not chosen:
        cursor.at = start
        chosen = choice(cursor)
    if not chosen or cursor.text not in CALENDAR_UNITS or cursor.texts[cursor.at - 1] in ("past", "coming"):
        return None
    unit = cursor.of(UNITS)
    return Relative(unit, COUNTS.get(chosen, 0)) if unit else None


def _two_away(cursor: Cursor) -> Term | None:
    unit = cursor.of(UNITS) if cursor.word("the") and cursor.texts[cursor.at] in CALENDAR_UNITS else None
    if unit and cursor.words("before", "last"):
        return Relative(unit, -2)
    return Relative(unit, 2) if unit and cursor.words("after", "next") else None


def running_unit(cursor: Cursor) -> Term | None:
    """The week, the year: that of publication. Only where something else is said of it ("the end of the year")."""
    unit = cursor.of(UNITS) if cursor.word("the") else None
    goes_on = cursor.text in ("before", "after", "when", "that", "he", "she", "it", "they")
    return Relative(unit, 0) if unit and not goes_on else None


def stretch(cursor: Cursor) -> Term | None:
    """The past six months, the last 24 hours, the past year, the next two weeks."""
    cursor.word("the", "this", "these")
    way = cursor.word("past", "last", "next", "coming")
    if not way:
        return None
    length = quantity(cursor) or (_single(cursor) if way in ("past", "coming") else None)
    if length is None:
        return None
    return Stretch(length.unit, length.number if way in ("next", "coming") else -length.number)


def _single(cursor: Cursor) -> Quantity | None:
    unit = cursor.of(UNITS) if cursor.text in CALENDAR_UNITS else None
    return Quantity(1, unit, unit, False) if unit else None


def quantity(cursor: Cursor) -> Quantity | None:
    """Two weeks, about a year and a half, 24 hours, half a century."""
    start = cursor.at
    loose = False
    while cursor.text in QUANTITY_HEDGES or (cursor.text == "than" and loose):
        cursor.at += 1
        loose = True
    found = cursor.named(NAMED_LENGTHS) or _counted_length(cursor)
    if found is None:
        cursor.at = start
        return None
    return found._replace(loose=found.loose or loose)


def _counted_length(cursor: Cursor) -> Quantity | None:
    at = cursor.at
    loose = any(cursor.tokens[place].text == "couple" for place in range(at, min(at + 2, len(cursor.tokens))))
    count = number(cursor)
    if count is None:
        return None
    half = cursor.words("and", "a", "half")
    if count % 24 == 0 and cursor.word("hours"):
        return Quantity(count // 24, "day", "day", True)
    unit = cursor.of(UNITS)
    if unit is None:
        return None
    half = half or cursor.words("and", "a", "half")
    if half:
        return Quantity(12 * count + 6, "month", "year", True) if unit == "year" else None
    return Quantity(count, unit, unit, loose)


def ago(cursor: Cursor) -> Term | None:
    """Two weeks ago, a year ago today, a week ago Monday, three hours ago."""
    length = quantity(cursor)
    if length is None or not cursor.word("ago"):
        return None
    if cursor.word("today"):
        return Shifted(Relative("day", 0), length.unit, -length.number)
    start = cursor.at
    cursor.word("on", "last", "this")
    day = weekday_name(cursor)
    if day and length.unit == "week":
        return Shifted(day, length.unit, -length.number)
    cursor.at = start
    return _away(length, -length.number)


def ahead(cursor: Cursor) -> Term | None:
    """In two weeks, two weeks from now."""
    bare = bool(cursor.word("in"))
    cursor.word("another")
    length = quantity(cursor)
    if length is None:
        return None
    time = cursor.words("'s", "time") or cursor.words("'", "time")
    from_now = cursor.words("from", "now") or cursor.words("from", "today")
    return _away(length, length.number) if bare or time or from_now else None


def _away(length: Quantity, count: int) -> Term:
    term = Distance(length.unit, count, length.granularity)
    return Hedged(term) if length.loose else term


def hours_ago(cursor: Cursor) -> Term | None:
    """Three hours ago, an hour ago, minutes ago."""
    while cursor.text in QUANTITY_HEDGES or cursor.text == "than":
        cursor.at += 1
    count = number(cursor)
    unit = cursor.word("hour", "hours", "minute", "minutes")
    if not unit or not cursor.word("ago"):
        return None
    return Hours((count or 1) if unit.startswith("hour") else 1) if (count or 0) < 100 else None


def a_year_since(cursor: Cursor) -> Term | None:
    """This time last year, this day last month."""
    if not (
        cursor.words("this", "time") or cursor.words("this", "day") or cursor.words("the", "same", "time")
    ):
        return None
    way = cursor.word("last", "next")
    unit = cursor.of(UNITS)
    if not way or unit not in FINER:
        return None
    return Hedged(Distance(unit, -1 if way == "last" else 1, FINER[unit]))


def week_of_weekday(cursor: Cursor) -> Term | None:
    """Last week on Monday, next week Tuesday: the other order is with the weekday."""
    found = calendar_unit(cursor)
    cursor.word("on", ",", "'s")
    day = weekday_name(cursor)
    if day is None or not isinstance(found, Relative) or found.unit != "week":
        return None
    return Inside(day, found)
