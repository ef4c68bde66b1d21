"""Grammar of months, years and longer times with a name or a number: last August, Q3, the 1990s."""

from __future__ import annotations

import re
from datetime import date
from functools import partial

from retold.reading.dates_calendar import Days, around, shifted, years
from retold.reading.dates_compounds import Inside
from retold.reading.dates_cursor import Cursor, ordinal
from retold.reading.dates_terms import Choice, Fixed, Recurring, Relative, Term
from retold.reading.dates_words import (
    DECADES,
    FOREIGN,
    MONTHS,
    named_periods,
)

# A bare number is taken for a year within these.
YEARS = (1000, 2100)
QUARTERS = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
# How many units away the one chosen is.
COUNTS: dict[Choice | None, int] = {"last": -1, "next": 1}
CHOICES: dict[str, Choice] = {
    "last": "last",
    "past": "last",
    "next": "next",
    "coming": "next",
    "upcoming": "next",
    "current": "this",
}


def choice(cursor: Cursor) -> Choice | None:
    """Last, this past, the coming, this."""
    start = cursor.at
    this = cursor.word("this", "the", "these")
    found = cursor.of(CHOICES)
    if found is None and this != "this":
        cursor.at = start
    return found or ("this" if this == "this" else None)


def year(cursor: Cursor) -> Term | None:
    """1992, the year 1992; not the year of another era."""
    start = cursor.at
    if not cursor.words("the", "year"):
        cursor.words("year")
    found = cursor.figure(*YEARS)
    if found is None or cursor.text in FOREIGN or len(cursor.tokens[cursor.at - 1].text) != 4:
        cursor.at = start
        return None
    return Fixed(years(found), "year")


def year_suffix(cursor: Cursor) -> Term | None:
    """Behind a day or month: 2022, of 2022, last year, this year."""
    start = cursor.at
    cursor.word(",")
    if cursor.touching():
        cursor.word("-")
    cursor.word("of", "in")
    found = year(cursor) or _year_chosen(cursor)
    if found is None:
        cursor.at = start
    return found


def _year_chosen(cursor: Cursor) -> Term | None:
    chosen = "last" if cursor.words("the", "previous") or cursor.word("previous") else choice(cursor)
    if chosen and cursor.word("year"):
        return Relative("year", COUNTS.get(chosen, 0))
    return Relative("year", 0) if cursor.words("the", "year") else None


def in_year(cursor: Cursor, recurring: Recurring) -> Term:
    """The recurring days, in the year that is named behind them."""
    outer = year_suffix(cursor)
    return Inside(recurring, outer) if outer else recurring


def month(cursor: Cursor) -> Term | None:
    """August, last August, August of last year, August 2022."""
    chosen = choice(cursor)
    found = cursor.of(MONTHS)
    if found is None:
        return None
    recurring = Recurring("month", "year", partial(month_of, found), chosen or "plain")
    return recurring if chosen else in_year(cursor, recurring)


def month_of(number: int, january: date) -> Days:
    return around(january.replace(month=number), "month")


def quarter(cursor: Cursor) -> Term | None:
    """The third quarter of 2022, Q3."""
    place = cursor.of(QUARTERS) or _quarter_told(cursor)
    return in_year(cursor, Recurring("quarter", "year", partial(_quarter, place))) if place else None


def _quarter_told(cursor: Cursor) -> int | None:
    cursor.word("the")
    place = ordinal(cursor)
    cursor.word("-")
    return place if cursor.word("quarter") and place and place <= 4 else None


def _quarter(place: int, january: date) -> Days:
    return around(shifted(january, place - 1, "quarter"), "quarter")


def decade(cursor: Cursor) -> Term | None:
    """The 1990s, the '90s, the nineties; the 1800s are the century. The '20s could be of any."""
    the = cursor.word("the")
    if the and (tens := cursor.of(DECADES)):
        return Fixed(years(1900 + tens, 10), "decade", "approximate") if tens >= 30 else None
    found = re.fullmatch(r"'?(\d\d|\d{4})'?s", cursor.text)
    if not found:
        return None
    cursor.at += 1
    first = int(found[1])
    if first < 100:
        return (
            Fixed(years(1900 + first, 10), "decade", "approximate")
            if the and first >= 30 and not first % 10
            else None
        )
    if first % 10 or not YEARS[0] <= first <= YEARS[1]:
        return None
    is_century = first % 100 == 0 and first < 2000
    return Fixed(
        years(first, 100 if is_century else 10), "century" if is_century else "decade", "approximate"
    )


def century(cursor: Cursor) -> Term | None:
    """The 19th century: 1801 to 1900."""
    cursor.word("the")
    found = ordinal(cursor)
    cursor.word("-")
    if found is None or not 1 <= found <= 30 or not cursor.word("century") or cursor.text in FOREIGN:
        return None
    return Fixed(years(100 * found - 99, 100), "century", "approximate")


def period(cursor: Cursor) -> Term | None:
    """The Cold War: background, not news."""
    cursor.word("the")
    days = cursor.named(named_periods())
    return Fixed(days, "period", "range") if days else None
