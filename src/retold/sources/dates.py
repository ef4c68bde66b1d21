"""What inputs write as the time of publication to a UTC timestamp."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime

import dateparser

from retold.errors import InputError

EARLIEST = datetime(1800, 1, 1, tzinfo=UTC)
LATEST_AHEAD = timedelta(days=2)
"""Time zones reach 14 hours ahead of UTC, and clocks of feeds are set wrong by hours, seldom by days."""
MAX_CHARACTERS = 80
MILLISECONDS_FROM = 1e11
"""As seconds this is the year 5138, as milliseconds 1973."""

_EPOCH = re.compile(r"-?\d{9,10}(?:\.\d+)?|\d{12,13}")
_DAY_OR_MONTH_FIRST = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b")
# dateparser takes 40 ms to find that a word is no date.
_DAY_AND_YEAR = re.compile(r"(?=.*(?<!\d)\d{1,2}(?!\d)).*(?<!\d)\d{4}(?!\d)", re.DOTALL)
# The languages news agencies write in; trying all that dateparser has takes seconds.
_LANGUAGES = [
    "en",
    "fr",
    "es",
    "pt",
    "de",
    "it",
    "nl",
    "pl",
    "ru",
    "uk",
    "tr",
    "ar",
    "fa",
    "id",
    "zh",
    "ja",
    "ko",
]
_STRICT = {
    "REQUIRE_PARTS": ["day", "month", "year"],
    "STRICT_PARSING": True,
    "PARSERS": ["absolute-time"],
    "TIMEZONE": "UTC",
    "TO_TIMEZONE": "UTC",
    "RETURN_AS_TIMEZONE_AWARE": True,
}


def parse_published(value: object, now: datetime) -> datetime | None:
    """The UTC time that `value` stands for; None for None and blank strings.

    Takes ISO 8601, RFC 2822, a date alone (midnight), epoch seconds or milliseconds, `date` and `datetime`, and
    written-out dates with day, month and year. A time without zone is UTC. Raises InputError `bad_date` when it is
    none of these, when day and month cannot be told apart ("03/04/2022"), and when it lies before 1800 or more
    than two days after `now`.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    try:
        moment = _moment(value)
    except (ValueError, OverflowError, OSError, TypeError) as error:
        raise InputError("bad_date", f"{str(value)[:MAX_CHARACTERS]!r} is no date we can read") from error
    if not EARLIEST <= moment <= now + LATEST_AHEAD:
        raise InputError("bad_date", f"{moment.isoformat()} lies before 1800 or in the future")
    return moment


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return _in_utc(value)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day, tzinfo=UTC)
    if isinstance(value, bool):
        raise TypeError("a truth value is no date")
    if isinstance(value, int | float):
        return _from_epoch(float(value))
    if isinstance(value, str):
        return _from_string(value.strip())
    raise TypeError(f"{type(value).__name__} is no date")


def _in_utc(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        return moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC)


def _from_epoch(count: float) -> datetime:
    return datetime.fromtimestamp(count / 1000 if abs(count) >= MILLISECONDS_FROM else count, UTC)


def _from_string(text: str) -> datetime:
    if len(text) > MAX_CHARACTERS:
        raise ValueError("longer than any date")
    if _EPOCH.fullmatch(text):
        return _from_epoch(float(text))
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return _in_utc(parse(text))
        except (ValueError, TypeError, IndexError):
            continue
    return _from_words(text)


def _from_words(text: str) -> datetime:
    if not _DAY_AND_YEAR.match(text):
        raise ValueError("no day and year in it")
    numbers = _DAY_OR_MONTH_FIRST.match(text)
    if numbers and numbers[1] != numbers[2] and int(numbers[1]) <= 12 and int(numbers[2]) <= 12:
        raise ValueError("day and month cannot be told apart")
    try:
        found = dateparser.parse(text, languages=_LANGUAGES, settings=_STRICT)
    except Exception as error:  # dateparser lets errors of many kinds through for odd strings
        raise ValueError(str(error)) from error
    if found is None:
        raise ValueError("not a date")
    return _in_utc(found)
