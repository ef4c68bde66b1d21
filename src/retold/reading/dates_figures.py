"""Grammar of dates in figures: ISO 8601, 13/05/2025, 05/2025, 2014-16."""

from __future__ import annotations

import re
from datetime import date

from retold.reading.dates_calendar import Days, around, years
from retold.reading.dates_cursor import Cursor
from retold.reading.dates_named import YEARS
from retold.reading.dates_terms import Fixed, Term

ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:$|[t ])")
FIGURES = re.compile(r"(\d{1,4})([./-])(\d{1,2})\2(\d{2,4})")
MONTH_AND_YEAR = re.compile(r"(\d{1,2})/(\d{4})")


def iso_day(cursor: Cursor) -> Term | None:
    """2022-05-13, with or without an hour; 20220513."""
    found = ISO.match(cursor.text) or re.fullmatch(r"((?:19|20)\d\d)(\d\d)(\d\d)", cursor.text)
    return _day(cursor, *map(int, found.groups())) if found else None


def figures(cursor: Cursor) -> Term | None:
    """13/05/2025, 05/13/2025, 13.5.2025, 2025/05/13. None where day and month could be either (03/04/2022)."""
    found = FIGURES.fullmatch(cursor.text)
    if not found:
        return None
    first, second, third = (int(found[place]) for place in (1, 3, 4))
    if len(found[1]) == 4:
        return _day(cursor, first, second, third)
    if len(found[4]) != 4:
        return None
    if found[2] == "." or first > 12 or first == second:
        return _day(cursor, third, second, first)
    return _day(cursor, third, first, second) if second > 12 else None


def _day(cursor: Cursor, year: int, month: int, day: int) -> Term | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    cursor.at += 1
    return Fixed(Days(found, found), "day")


def month_and_year(cursor: Cursor) -> Term | None:
    """08/2019, 2019-08. What could be a span of years, such as 2010-12, is none."""
    found = MONTH_AND_YEAR.fullmatch(cursor.text)
    if found:
        cursor.at += 1
        return _month(int(found[2]), int(found[1]))
    pair = _joined(cursor)
    return _month(*pair) if pair and pair[1] <= pair[0] % 100 else None


def years_joined(cursor: Cursor) -> Term | None:
    """2014-16."""
    pair = _joined(cursor)
    if not pair or pair[1] <= pair[0] % 100:
        return None
    first, last = pair[0], pair[0] // 100 * 100 + pair[1]
    return Fixed(years(first, last - first + 1), "year", "range")


def _joined(cursor: Cursor) -> tuple[int, int] | None:
    """A year and two figures, with nothing but a hyphen between them."""
    year = cursor.figure(*YEARS)
    if year is None or not cursor.touching() or not cursor.word("-") or not cursor.touching():
        return None
    text = cursor.text
    cursor.at += 1
    return (year, int(text)) if len(text) == 2 and text.isdigit() else None


def _month(year: int, month: int) -> Term | None:
    if not 1 <= month <= 12 or not YEARS[0] <= year <= YEARS[1]:
        return None
    return Fixed(around(date(year, month, 1), "month"), "month")
