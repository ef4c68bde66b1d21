"""What a phrase or a bare text says, without an archive."""

from __future__ import annotations

import datetime

from retold.actors.mentions import mentions_in
from retold.actors.resolving import ResolvedActor, resolve
from retold.actors.speakers import with_actors
from retold.errors import InputError
from retold.model import Statement
from retold.reading.article import read_text
from retold.reading.parser import parser_named
from retold.reading.statements import found_statements


def statements(text: str, published: datetime.date | str | None = None) -> list[Statement]:
    """Who says what in a text of English news, as rows of the table `statements`; offsets count its characters.

    published: the day it was published, as for `resolve_actor`; offices are those of that day. Raises InputError.
    """
    day = _day(published)
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else None
    article = read_text(text, parser_named(), published_at=moment)
    return with_actors(found_statements(article), mentions_in(article))


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
