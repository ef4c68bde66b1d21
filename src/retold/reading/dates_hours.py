"""Grammar of a day with its hour or part: early Friday, Monday morning, at 3 p.m. local time on May 5."""

from __future__ import annotations

import re

from retold.reading import dates_counted as counted
from retold.reading import dates_days as days
from retold.reading import dates_figures as figures
from retold.reading.dates_cursor import Cursor, longest
from retold.reading.dates_terms import Term
from retold.reading.dates_words import DAYPARTS, ZONES

HOUR = re.compile(r"\d{1,2}(:\d\d|(\.\d\d)?\s?[ap]\.?m)")


def day(cursor: Cursor) -> Term | None:
    """A day with or without an hour or a part of it: early Friday, Monday morning, 3 p.m. on May 5."""
    _skip_before(cursor)
    found = longest(
        cursor,
        (
            figures.iso_day,
            figures.figures,
            days.calendar_day,
            days.weekday,
            days.day_of_month,
            days.weekday_of_month,
            days.named_day,
            counted.deictic_day,
            counted.week_of_weekday,
        ),
    )
    if found:
        _skip_behind(cursor)
    return found


def _skip_before(cursor: Cursor) -> None:
    """An hour or a part of the day before its day: at 3 p.m. on, the night of, late in the evening on."""
    start = cursor.at
    cursor.word("the", "at")
    cursor.word("early", "late", "mid")
    cursor.word("-")
    hour = _hour(cursor)
    part = not hour and cursor.text in DAYPARTS
    if part:
        cursor.at += 1
    if not hour and not part:
        cursor.at = start
        return
    if hour and cursor.word("in"):
        cursor.word("the")
        cursor.word(*DAYPARTS)
    cursor.word("of", "on", ",")


def _skip_behind(cursor: Cursor) -> None:
    """An hour or a part of the day behind it: morning, at around 3 p.m. local time."""
    start = cursor.at
    if cursor.word(*DAYPARTS):
        return
    cursor.word(",", "at")
    cursor.word("at")
    cursor.word("around", "about")
    if not _hour(cursor) and not cursor.words("local", "time"):
        cursor.at = start


def _hour(cursor: Cursor) -> bool:
    start = cursor.at
    text = cursor.text
    if HOUR.match(text):
        cursor.at += 1
        cursor.word(*ZONES) or cursor.words("local", "time")
        cursor.word(",")
        return True
    if text in ("noon", "midnight") and cursor.at and cursor.tokens[cursor.at - 1].text == "at":
        cursor.at += 1
        return True
    cursor.at = start
    return False
