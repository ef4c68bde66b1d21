"""The records of the dictionary of actors: who and what they are, and which office they held when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

ActorKind = Literal["person", "country", "organisation", "armed_group", "military", "group", "place"]


@dataclass(frozen=True, slots=True)
class Period:
    """From a day (inclusive) to a day (exclusive); None: open."""

    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether the day lies in the period."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)

    def over(self, day: date) -> bool:
        """Whether the period ended by that day."""
        return self.until is not None and self.until <= day


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Term:
    """An office somebody held: `office` as in the dictionary's files, `title` as news gives it.

    `sectors`: of whoever holds it; None: those of the office.
    """

    country: str
    office: str
    title: str
    period: Period
    sectors: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """An actor of the dictionary.

    `country`: ISO 3166-1 alpha-3 (XKX for Kosovo), or IGO, UNO, EUR, NGO, ISM, IMG, MNC. `aliases`: other forms of
    the name. `period`: when it exists, or holds. `terms`: a person's offices, in the order in which they began.
    """

    name: str
    kind: ActorKind
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    period: Period = ALWAYS
    terms: tuple[Term, ...] = ()
    family: str | None = None
    sex: str | None = None
    wikidata_id: str | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all other forms."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Role:
    """A word or phrase for what somebody is: minister, gunmen, spokesman.

    `office`: that which it names when a country goes with it. `former`: the sector of one who was it. `of`: its
    sector is that of what follows ("spokesman of the army").
    """

    form: str
    sectors: tuple[str, ...]
    office: str | None
    former: str | None
    of: bool
    plural: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A body that every state has: with an adjective or "of" a state it is an actor: the Chinese foreign ministry."""

    name: str
    forms: tuple[str, ...]
    sectors: tuple[str, ...]
