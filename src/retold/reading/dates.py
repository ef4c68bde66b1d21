"""The days that a date phrase means, seen from the day it was published."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache

from retold.reading.dates_calendar import ResolvedDate
from retold.reading.dates_cursor import Cursor
from retold.reading.dates_ranges import phrase as date_phrase
from retold.reading.dates_terms import Moment, Term
from retold.reading.dates_words import LEADS, WORDS, cut

# Phrases that are kept; news says "on Friday" over and over.
KEPT = 10_000
# Longer than any date phrase, in tokens: what is longer is not looked at.
LONGEST = 30
CLOSING, NO_PURPOSE = (frozenset(WORDS[name].split()) for name in ("closing", "no_purpose"))


def resolve_date(phrase: str, published: date, future: bool = False) -> ResolvedDate | None:
    """The days that an English date phrase means in a text of that day; None when it gives none.

    published: the day of publication (or the dateline's); a datetime also tells the hour, for "three hours ago".
    future: whether what is dated lies ahead ("will meet on Friday"); "next" and "in two weeks" say so themselves.

    `start` and `end` are inclusive. Without a year, a month, a day or a weekday is the last one that began by the
    day of publication, which may be that day itself; "last" and "next" leave that day out. Weeks begin on Monday.
    A point within something ("mid-March", "late last month", "the end of the year") has that point as `start` and
    `end`, kind "approximate", and the days it may really mean in `earliest` and `latest`.

    Not resolved, because the phrase alone does not give the day: lengths of time ("for three days"), hours alone,
    what leans on something told before ("the day before", "two days later"), "recently", "soon", seasons (they lie
    in other months on the other hemisphere), feasts of moving date (Ramadan, Easter), other calendars, and figures
    in which day and month could be either (03/04/2022). Named periods of history ("the Cold War") have their own
    years, granularity "period": background, not news.
    """
    term = understood(phrase)
    return days_of(term, published, future) if term else None


def days_of(term: Term, published: date, future: bool = False) -> ResolvedDate | None:
    """The days of a phrase that is understood; None where the calendar ends or the phrase contradicts itself."""
    clock = published if isinstance(published, datetime) else None
    moment = Moment(clock.date() if clock else published, future, clock)
    try:
        return term.resolve(moment)
    except (ValueError, OverflowError):  # 30 February, or before the year 1
        return None


@lru_cache(maxsize=KEPT)
def understood(phrase: str) -> Term | None:
    """The whole phrase as a term; None when part of it is something else."""
    tokens = cut(phrase)
    if not 0 < len(tokens) <= LONGEST:
        return None
    first = 0
    while first < len(tokens):
        cursor = Cursor(tokens, first)
        term = date_phrase(cursor)
        if term and _is_over(cursor):
            return term
        if tokens[first].text not in LEADS:
            return None
        first += 1
    return None


def _is_over(cursor: Cursor) -> bool:
    if cursor.word("for"):
        return bool(cursor.text)
    if cursor.word("to"):
        return cursor.text.isalpha() and cursor.text not in NO_PURPOSE
    while cursor.text in CLOSING:
        cursor.at += 1
    return not cursor.text
