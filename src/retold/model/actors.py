"""Who is named, and under which names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

NameKind = Literal["person", "body"]
NameDamage = Literal["transliteration", "translated", "order", "typo", "shortened"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an actor."""

    article_id: str
    sentence: int
    start: int
    end: int
    text: str
    kind: str
    actor_id: str | None
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of an actor's name, why it is one, and in how many articles it stands as that.

    `cause`: how the form was resolved (`Mention.method`), or what happened to it (`NameDamage`).
    """

    text: str
    cause: str
    articles: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, organisation or group. `country` is ISO 3166-1 alpha-3, `sectors` are PLOVER's.

    `support`: articles that have the name itself, or the part put right of a name that stands whole nowhere.
    """

    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[Alias, ...]
    wikidata_id: str | None
    in_dictionary: bool
    support: int


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form in which an article names an actor, and its cause as in `Alias`."""

    text: str
    cause: str


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor as one article names it; `supports`: whether the name itself is among the forms."""

    article_id: str
    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    forms: tuple[NameForm, ...]
    in_dictionary: bool
    supports: bool
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class RepairedForm:
    """A form of a name that an article has, and the best attested reading of it in the report: `name`.

    `cause`: what happened to the form, None when nothing did; `certainty`, 0 to 1, that it is this name. `supports`:
    whether the article attests the name.
    """

    name: str
    kind: NameKind
    text: str
    cause: NameDamage | None
    certainty: float
    supports: bool


@dataclass(frozen=True, slots=True)
class NameRepair:
    """The names of an article, held beside those of its report's other tellings; a working table."""

    report_id: str
    article_id: str
    forms: tuple[RepairedForm, ...]


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """An office that a user's list gives an actor, from a day to a day (exclusive); `office` is empty for most."""

    country: str | None
    office: str
    title: str
    since: date | None
    until: date | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor of a user's own list; a working table.

    `content` identifies what is said of the actor, whatever file said it. `forms` are hashes of the name and the
    aliases, in this order, as they are looked up, 0 for one that is not; `family_form` is that of the family name.
    `words`: of the longest of them.
    """

    entry_id: str
    content: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[str, ...]
    since: date | None
    until: date | None
    terms: tuple[ListedTerm, ...]
    family: str | None
    sex: str | None
    wikidata_id: str | None
    forms: tuple[int, ...]
    family_form: int
    words: int
    origin: str
