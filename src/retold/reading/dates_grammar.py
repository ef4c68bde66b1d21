"""Grammar of one date: a day, a month, a year, a part of one, or what is counted from one. `simple` reads any."""

from __future__ import annotations

from retold.reading import dates_counted as counted
from retold.reading import dates_days as days
from retold.reading import dates_figures as figures
from retold.reading import dates_named as named
from retold.reading.dates_calendar import PartName
from retold.reading.dates_compounds import (
    LAST,
    Between,
    Hedged,
    Inside,
    Ordinal,
    OrdinalOf,
    Part,
    Rest,
    WeekOf,
)
from retold.reading.dates_counted import quantity
from retold.reading.dates_cursor import Cursor, longest, number, ordinal
from retold.reading.dates_hours import day
from retold.reading.dates_terms import Recurring, Relative, Shifted, Term
from retold.reading.dates_words import PARTS, UNITS

EDGES: dict[str, PartName] = {
    "first": "start",
    "opening": "start",
    "last": "end",
    "final": "end",
    "closing": "end",
}


def simple(cursor: Cursor) -> Term | None:
    """One day, month, year, or part of one."""
    return longest(cursor, RULES)


def part(cursor: Cursor) -> Term | None:
    """Mid-March, early next month, the end of the year, the final days of 2021."""
    start = cursor.at
    cursor.word("the", "very")
    found = cursor.of(PARTS) or _edge(cursor)
    if found is None:
        cursor.at = start
        return None
    cursor.word("part", "-")
    cursor.word("of", "in", "on")
    whole = longest(cursor, (simple, counted.running_unit, _bare_unit))
    return Part(whole, found) if whole else None


def _edge(cursor: Cursor) -> PartName | None:
    start = cursor.at
    found = cursor.of(EDGES)
    if found and cursor.word("days", "weeks", "months", "hours") and cursor.text == "of":
        return found
    cursor.at = start
    return None


def _bare_unit(cursor: Cursor) -> Term | None:
    """Behind a hyphen: mid-year, mid-week."""
    hyphen = cursor.at and cursor.tokens[cursor.at - 1].text == "-"
    unit = cursor.of(UNITS) if hyphen else None
    return Relative(unit, 0) if unit in ("week", "month", "year", "decade") else None


def end_of_unit(cursor: Cursor) -> Term | None:
    """Year-end, the year's end, midyear, midweek."""
    cursor.word("the")
    if cursor.word("midyear"):
        return Part(Relative("year", 0), "middle")
    if cursor.word("midweek"):
        return Part(Relative("week", 0), "middle")
    unit = cursor.of(UNITS)
    joined = cursor.word("-") or cursor.word("'s")
    return Part(Relative(unit, 0), "end") if unit and joined and cursor.word("end") else None


def rest(cursor: Cursor) -> Term | None:
    """Earlier this week, later in the year, so far this year, the rest of May."""
    passed = bool(cursor.word("earlier") or cursor.words("so", "far"))
    if not passed and not cursor.word("later"):
        cursor.word("the")
        if not (cursor.words("rest", "of") or cursor.words("remainder", "of")):
            return None
    cursor.word("on", "in", ",")
    whole = longest(cursor, (simple, counted.running_unit))
    return Rest(whole, passed) if whole else None


def ordinal_of(cursor: Cursor) -> Term | None:
    """The third week of April, the first half of 2022, the last Monday of the month, the last months of 2021."""
    cursor.word("the")
    place = LAST if cursor.word("last", "final") else ordinal(cursor)
    if place is None:
        return None
    weekday = days.weekday_name(cursor) or days.weekend(cursor)
    count = None if weekday else number(cursor)
    half = not weekday and not count and bool(cursor.word("half"))
    unit = None if weekday or half else cursor.of(UNITS)
    if not (weekday or half or unit) or not cursor.word("of", *(["in"] if place != LAST else [])):
        return None
    whole = longest(cursor, (simple, counted.running_unit))
    if whole is None or (half and place not in (1, 2)):
        return None
    if half:
        return Ordinal(place, "half", whole)
    if isinstance(weekday, Recurring):
        return OrdinalOf(place, weekday, whole)
    if unit and count:
        return _several(place, count, unit, whole)
    return Ordinal(place, unit, whole) if unit else None


def _several(place: int, count: int, unit: str, whole: Term) -> Term | None:
    if place not in (1, LAST):
        return None
    first, last = (1, count) if place == 1 else (-count, LAST)
    return Between(Ordinal(first, UNITS[unit], whole), Ordinal(last, UNITS[unit], whole))


def inside(cursor: Cursor) -> Term | None:
    """Last year in August, this year's third quarter."""
    outer = counted.calendar_unit(cursor)
    if outer is None or not cursor.word("in", "'s", ","):
        return None
    found = longest(cursor, (named.month, named.quarter, days.named_day))
    return Inside(found, outer) if isinstance(found, Recurring) else None


def distance(cursor: Cursor) -> Term | None:
    """A week before last Friday, two days after Christmas, three days from Monday."""
    length = quantity(cursor)
    way = cursor.word("before", "after", "from", "following") if length else ""
    anchor = longest(cursor, (day,) if way == "from" else (simple,)) if way else None
    if length is None or anchor is None or (way == "from" and cursor.text in ("to", "until", "through")):
        return None  # "the three months from May to July" are those
    term = Shifted(anchor, length.unit, -length.number if way == "before" else length.number)
    return Hedged(term) if length.loose else term


def unit_of(cursor: Cursor) -> Term | None:
    """The week of May 5, the month of August."""
    if not cursor.word("the"):
        return None
    if cursor.words("month", "of"):
        return named.month(cursor)
    found = day(cursor) if cursor.words("week", "of") else None
    return WeekOf(found) if found else None


def next_to(cursor: Cursor) -> Term | None:
    """The day before Christmas, the eve of May 9."""
    cursor.word("the")
    eve = cursor.words("eve", "of")
    way = "before" if eve else cursor.word("before", "after") if cursor.word("day") else ""
    anchor = longest(cursor, (day,)) if way else None
    return Shifted(anchor, "day", -1 if way == "before" else 1) if anchor else None


RULES = (
    day,
    named.month,
    named.year,
    days.weekend,
    named.quarter,
    named.decade,
    named.century,
    named.period,
    figures.month_and_year,
    figures.years_joined,
    counted.calendar_unit,
    counted.stretch,
    counted.ago,
    counted.ahead,
    counted.hours_ago,
    counted.a_year_since,
    part,
    end_of_unit,
    rest,
    ordinal_of,
    inside,
    distance,
    next_to,
    unit_of,
)
