"""Entities of FollowTheMoney, as OpenSanctions publishes them, to actors, posts, and who held them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from retold.actors.lists.codes import codes, country_of, kind_of
from retold.actors.lists.drafts import Found, Held, Listed, Post, period_of
from retold.errors import InputError

_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}")
_SEXES = {"male": "m", "female": "f"}

Properties = Mapping[str, tuple[str, ...]]


def is_entity(record: Mapping[str, object]) -> bool:
    """Whether a record is an entity of FollowTheMoney: it has a schema and properties."""
    return isinstance(record.get("schema"), str) and isinstance(record.get("properties"), dict)


def found_in(record: Mapping[str, object]) -> Found | None:
    """What an entity is to a list of actors; None for a schema that is no actor's.

    Raises InputError `no_name`, `bad_date`, and `bad_field` for a link that leads nowhere.
    """
    schema, key = str(record["schema"]), record.get("id")
    properties = _properties(record["properties"])
    own = key if isinstance(key, str) else ""
    if schema == "Occupancy":
        return _held(properties)
    if schema == "Position":
        return _post(own, properties)
    if schema in codes()["schemata"]:
        return _listed(own, codes()["schemata"][schema], properties)
    return None


def _properties(given: object) -> Properties:
    """The values that are text; entities may stand nested in others, and are left."""
    values = given.items() if isinstance(given, dict) else ()
    return {
        name: tuple(value.strip() for value in found if isinstance(value, str) and value.strip())
        for name, found in ((name, found if isinstance(found, list) else [found]) for name, found in values)
    }


def _listed(key: str, schema: Mapping[str, Any], properties: Properties) -> Listed:
    names = properties.get("name", ())
    if not names:
        raise InputError("no_name", f"the entity {key[:60]!r} has no name")
    problems: list[InputError] = []
    # A single weak alias is a nickname or a word of the name; alone it would name too many.
    weak = (alias for alias in properties.get("weakAlias", ()) if " " in alias)
    return Listed(
        names[0],
        key or None,
        kind_of(schema.get("kind", "")),
        _country(properties, ("country", "nationality", "citizenship", "jurisdiction"), problems),
        sectors_of(properties.get("topics", ())) or tuple(schema.get("sectors", ())),
        (*names[1:], *properties.get("alias", ()), *properties.get("previousName", ()), *weak),
        sex=next((_SEXES[value] for value in properties.get("gender", ()) if value in _SEXES), None),
        wikidata_id=_wikidata_id(key, properties),
        problems=tuple(problems),
    )


def _post(key: str, properties: Properties) -> Post:
    names = properties.get("name", ())
    if not key or not names:
        raise InputError("no_name", f"the post {key[:60]!r} has no id or no name")
    country = _country(properties, ("country", "jurisdiction"), [])
    return Post(key, names[0], country, sectors_of(properties.get("topics", ())))


def _held(properties: Properties) -> Held | None:
    person, post = (next(iter(properties.get(name, ())), "") for name in ("holder", "post"))
    if not person or not post:
        raise InputError("bad_field", "an occupancy without holder or post; left out")
    start, end = (next(iter(properties.get(name, ())), "") for name in ("startDate", "endDate"))
    if not end and "ended" in properties.get("status", ()):
        return None  # it is over, and nobody knows since when
    return Held(person, post, period_of(start, end))


def sectors_of(topics: Iterable[str]) -> tuple[str, ...]:
    """PLOVER's sectors by topics; levels of government count only where no branch of it is told."""
    told = tuple(topics)
    for name in ("topics", "wide_topics"):
        found = dict.fromkeys(codes()[name][topic] for topic in told if topic in codes()[name])
        if found:
            return tuple(found)
    return ()


def _country(properties: Properties, names: Iterable[str], problems: list[InputError]) -> str | None:
    """The first country that is one; a code may go on after a hyphen, as of a province."""
    told = [value for name in names for value in properties.get(name, ())]
    found = next(
        (code for value in told if (code := country_of(value) or country_of(value.partition("-")[0]))), None
    )
    if told and found is None:
        problems.append(
            InputError("bad_field", f"country: {told[0][:40]!r} is no state and no code of one; left out")
        )
    return found


def _wikidata_id(key: str, properties: Properties) -> str | None:
    told = (*properties.get("wikidataId", ()), key)
    return next((value for value in told if _WIKIDATA.fullmatch(value)), None)
