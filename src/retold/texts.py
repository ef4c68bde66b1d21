"""What a phrase or a bare text says, without an archive."""

from __future__ import annotations

import datetime
from functools import lru_cache

from retold.actors.mentions import mentions_in
from retold.actors.resolving import ResolvedActor, resolve
from retold.actors.speakers import with_actors
from retold.coding.article import found_events, sentence_events
from retold.coding.between.between import Between
from retold.coding.coder import PROFILE
from retold.coding.lexicon.operators import check_profile
from retold.coding.status.status import Status, status_at
from retold.errors import InputError
from retold.model import EventMention, Span, Statement
from retold.reading import dates
from retold.reading.article import ReadArticle, read_text
from retold.reading.dates_calendar import ResolvedDate
from retold.reading.parser import parser_named
from retold.reading.statements import found_statements


def statements(text: str, published: datetime.date | str | None = None) -> list[Statement]:
    """Who says what in a text of English news, as rows of the table `statements`; offsets count its characters.

    published: the day it was published, as for `resolve_actor`; offices are those of that day. Raises InputError.
    """
    article = _read(text, published)
    return with_actors(found_statements(article), mentions_in(article))


def events(
    text: str, published: datetime.date | str | None = None, profile: str = PROFILE
) -> list[EventMention]:
    """Who did what to whom in a text of English news, as rows of `event_mentions`; offsets count its characters.

    published: as for `resolve_actor`; without it no date is resolved. profile: what promised and refused actions are
    coded as, "plover" (the manual) or "gold-cameo" (docs/events.md). Raises InputError.
    """
    check_profile(profile)
    return list(found_events(_read(text, published), profile=profile).events)


def event_between(
    text: str,
    source: tuple[int, int],
    target: tuple[int, int],
    published: datetime.date | str | None = None,
    trigger: tuple[int, int] | None = None,
) -> EventMention | None:
    """The event in which what stands at `source` acts toward what stands at `target`: characters, end exclusive.

    None when the text tells of none in this direction. trigger: where the word stands that tells it, if that is
    known; then it decides. Of what two do to each other without being set apart ("A and B clashed") the event is
    there in both directions. `rule` begins with "structure" where only the sentence's structure tells the direction,
    and the code is a guess of the given confidence. Raises InputError for a stretch outside the text.
    """
    ours, theirs = _span(text, *source), _span(text, *target)
    word = _span(text, *trigger) if trigger is not None else None
    return _between(text, _day(published)).event(ours, theirs, word)


@lru_cache(maxsize=4)
def _between(text: str, published: datetime.date | None) -> Between:
    """Kept, because a text is mostly asked for several pairs, and for a pair in both directions."""
    article = _read(text, published)
    return Between(article, sentence_events(article))


def status(text: str, start: int, end: int) -> Status:
    """Whether what the predicate at characters `start` to `end` names happened, as the text tells it.

    `modality` and `polarity` as in `event_mentions`, `certainty` the probability that it happened, `reason` the words
    that decide. Raises InputError where no word stands there.
    """
    _span(text, start, end)
    found = status_at(read_text(text, parser_named()), start, end)
    if found is None:
        raise InputError("bad_span", f"no word stands at characters {start} to {end}")
    return found


def resolve_date(phrase: str, published: datetime.date | str, future: bool = False) -> ResolvedDate | None:
    """The days a date phrase means in a text published on a day: `start`, `end` (inclusive), `granularity`.

    None when the phrase does not tell a day by itself ("for three days", "recently"). future: whether what is dated
    lies ahead ("will meet on Friday"). Raises InputError for a text that is no day.
    """
    day = published if isinstance(published, datetime.date) else _day(published)
    assert day is not None
    return dates.resolve_date(phrase, day, future)


def _read(text: str, published: datetime.date | str | None) -> ReadArticle:
    day = _day(published)
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC) if day else None
    return read_text(text, parser_named(), published_at=moment)


def _span(text: str, start: int, end: int) -> Span:
    if not 0 <= start < end <= len(text):
        raise InputError("bad_span", f"{start} to {end} is no stretch of a text of {len(text)} characters")
    return Span(start, end)


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
