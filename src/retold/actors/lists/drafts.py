"""What passes between the readers of a list and what gathers it: an actor as one row or block gives it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from retold.actors.dictionary import day_of
from retold.actors.entries import ActorKind, Period
from retold.errors import InputError

MOST_NAME = 300
"""Characters of a name; what is longer is a description in the wrong field."""
MOST_NAMES = 500
"""Names of one actor; the forms of the best-known person's name in FollowTheMoney lists are fewer."""


@dataclass(frozen=True, slots=True)
class ListedOffice:
    """What somebody was in a period: `title` may be empty, `country` None for the actor's own."""

    title: str
    country: str | None
    sectors: tuple[str, ...]
    period: Period


@dataclass(frozen=True, slots=True)
class Listed:
    """An actor as one row or block of a list gives it; all but the name may be missing.

    `key`: the list's own id. `person`: where no kind is told, whether it is likely a person. `problems`: errors that
    cost a field, not the actor.
    """

    name: str
    key: str | None = None
    kind: ActorKind | None = None
    country: str | None = None
    sectors: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    period: Period | None = None
    offices: tuple[ListedOffice, ...] = ()
    family: str | None = None
    sex: str | None = None
    wikidata_id: str | None = None
    person: bool | None = None
    problems: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class Post:
    """FollowTheMoney: an office that persons hold."""

    key: str
    title: str
    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Held:
    """FollowTheMoney: that a person (by id) held a post (by id) in a period."""

    person: str
    post: str
    period: Period


Found = Listed | Post | Held


def period_of(start: str, end: str) -> Period:
    """The days from the first to the last one told, each YYYY, YYYY-MM or YYYY-MM-DD; "" is open.

    Raises InputError `bad_date` for another text, and for an end before the beginning.
    """
    since, until = _day(start), _day(end, last=True)
    if since and until and until <= since:
        raise InputError("bad_date", f"ends before it begins: from {start!r} to {end!r}")
    return Period(since, until)


def _day(text: str, *, last: bool = False) -> date | None:
    """The day; with `last` the one after the last day of what is told."""
    told = text.strip()[:10]
    try:
        first = day_of(told)
        if first is None or not last:
            return first
        return first + timedelta(days=1) if told.count("-") == 2 else day_of(told, last=True)
    except (ValueError, OverflowError):
        raise InputError("bad_date", f"expected YYYY, YYYY-MM or YYYY-MM-DD, found {text[:40]!r}") from None
