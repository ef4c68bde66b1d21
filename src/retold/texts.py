"""What a phrase or a bare text says, without an archive."""

from __future__ import annotations

import datetime

from retold.actors.resolving import ResolvedActor, resolve
from retold.errors import InputError


def resolve_actor(phrase: str, date: datetime.date | str | None = None) -> ResolvedActor | None:
    """Who a phrase names on a day: `name`, `kind`, `country`, `sectors`; None when nothing in it is known.

    date: the day as a date, a time, or text that begins with YYYY-MM-DD; without one an office names nobody, and a
    person has the sectors of the last office. Raises InputError for a text that is no day.
    """
    return resolve(phrase, _day(date))


def _day(given: datetime.date | str | None) -> datetime.date | None:
    if isinstance(given, datetime.datetime):
        return given.date()
    if given is None or isinstance(given, datetime.date):
        return given
    try:
        return datetime.date.fromisoformat(given[:10])
    except ValueError as error:
        raise InputError("bad_date", f"{given!r} does not begin with a day as YYYY-MM-DD") from error
