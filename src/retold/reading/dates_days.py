"""Grammar of days: 12 May 2022, last Friday, the 5th, Christmas, Monday morning, and those counted from today."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from functools import partial

from retold.reading.dates_calendar import Days
from retold.reading.dates_compounds import LAST, Between, Inside
from retold.reading.dates_cursor import Cursor, longest, ordinal
from retold.reading.dates_named import COUNTS, choice, in_year, month_of, year_suffix
from retold.reading.dates_terms import Recurring, Relative, Term
from retold.reading.dates_words import DAYPARTS, MONTHS, WEEKDAYS, named_days


def weekday_name(cursor: Cursor) -> Recurring | None:
    """Friday."""
    found = cursor.of(WEEKDAYS)
    return None if found is None else Recurring("day", "week", partial(_of_week, found, found))


def _of_week(first: int, last: int, monday: date) -> Days:
    return Days(monday + timedelta(days=first), monday + timedelta(days=last))


def weekend(cursor: Cursor) -> Term | None:
    """The weekend, last weekend. Its granularity is the week: nobody says which of the days."""
    chosen = choice(cursor)
    cursor.word("the")
    if not cursor.word("weekend"):
        return None
    return Recurring("week", "week", partial(_of_week, 5, 6), chosen or "plain", "approximate")


def weekday(cursor: Cursor) -> Term | None:
    """Friday, last Friday, Friday of last week."""
    chosen = choice(cursor)
    found = weekday_name(cursor)
    if found is None:
        return None
    start = cursor.at
    cursor.word("of", "in", ",")
    of_week = choice(cursor)
    if of_week and cursor.word("week") and not chosen:
        return Inside(found, Relative("week", COUNTS.get(of_week, 0)))
    cursor.at = start
    return replace(found, choice=chosen) if chosen else found


def _day_of_year(number: int, day: int, january: date) -> Days | None:
    if day > monthrange(january.year, number)[1]:
        return None
    return Days(*(january.replace(month=number, day=day),) * 2)


def day_of_year(number: int, day: int) -> Recurring | None:
    """A day of a month, unless no year has it."""
    in_leap_year = 1 <= day <= monthrange(2024, number)[1]
    return Recurring("day", "year", partial(_day_of_year, number, day)) if in_leap_year else None


def calendar_day(cursor: Cursor) -> Term | None:
    """May 12, the 12th of May, Monday, 12 May 2022, 12-14 May, last May 12; a weekday beside it is not checked."""
    chosen = choice(cursor)
    if weekday_name(cursor):
        cursor.word(",", "(")
    found = _month_first(cursor) or _day_first(cursor)
    if not found:
        return None
    number, first, last = found
    left, right = day_of_year(number, first), day_of_year(number, last)
    if left is None or right is None:
        return None
    if chosen:
        left = replace(left, choice=chosen)
    outer = None if chosen else year_suffix(cursor)
    ends = (Inside(left, outer), Inside(right, outer)) if outer else (left, right)
    return ends[0] if first == last else Between(*ends)


def _month_first(cursor: Cursor) -> tuple[int, int, int] | None:
    start = cursor.at
    number = cursor.of(MONTHS)
    cursor.word("the")
    first = _day(cursor) if number else None
    if not number or first is None or cursor.text in DAYPARTS:
        cursor.at = start
        return None
    before = cursor.at
    last = _day(cursor) if cursor.word("-", "to", "and", "or", "through", "until") else None
    if last is None or last <= first or cursor.text in MONTHS or cursor.words("of"):
        cursor.at, last = before, first
    return number, first, last


def _day_first(cursor: Cursor) -> tuple[int, int, int] | None:
    start = cursor.at
    cursor.word("the")
    first = _day(cursor)
    last, before = first, cursor.at
    if first and cursor.word("-", "to", "and", "or", "through", "until"):
        cursor.word("the")
        last = _day(cursor)
    if last is None:
        cursor.at, last = before, first
    cursor.word("of", "-")
    number = cursor.of(MONTHS)
    if first and last and first <= last and number:
        return number, first, last
    cursor.at = start
    return None


def _day(cursor: Cursor) -> int | None:
    return cursor.figure(1, 31) or ordinal(cursor)


def day_of_month(cursor: Cursor) -> Term | None:
    """The 5th, Friday the 13th: of a month that is not named."""
    named = weekday_name(cursor)
    if not cursor.word("the") or not cursor.text[:1].isdigit():
        return None
    found = ordinal(cursor)
    if found is None or not 1 <= found <= 31:
        return None
    recurring = Recurring("day", "month", partial(_of_month, found, named))
    if not cursor.words("of", "the", "month") and cursor.word("of"):
        chosen = choice(cursor)
        if not chosen or not cursor.word("month"):
            return None
        return Inside(recurring, Relative("month", COUNTS.get(chosen, 0)))
    return recurring


def _of_month(day: int, weekday: Recurring | None, first: date) -> Days | None:
    if day > monthrange(first.year, first.month)[1]:
        return None
    days = Days(*(first.replace(day=day),) * 2)
    return None if weekday and weekday.before(days.start) != days else days


def weekday_of_month(cursor: Cursor) -> Term | None:
    """The first Monday of September, the last Friday in May 2020."""
    cursor.word("the")
    place = LAST if cursor.word("last", "final") else ordinal(cursor)
    if place is None or place > 5:
        return None
    days = weekday_name(cursor)
    number = cursor.of(MONTHS) if days and cursor.word("of", "in") else None
    if days is None or number is None:
        return None
    return in_year(cursor, Recurring("day", "year", partial(_weekday_of_month, place, days, number)))


def _weekday_of_month(place: int, weekday: Recurring, number: int, january: date) -> Days | None:
    days = month_of(number, january)
    if place == LAST:
        return weekday.before(days.end)
    first = weekday.after(days.start - timedelta(days=1))
    start = first.start + timedelta(weeks=place - 1) if first else days.end
    return Days(start, start) if start <= days.end else None


def named_day(cursor: Cursor) -> Term | None:
    """Christmas Eve, last Christmas, Labor Day 2020."""
    chosen = choice(cursor)
    stands_for = cursor.named(named_days())
    if stands_for is None:
        return None
    term = longest(Cursor(stands_for), (calendar_day, weekday_of_month))
    if not isinstance(term, Recurring):
        return term
    return replace(term, choice=chosen) if chosen else in_year(cursor, term)
