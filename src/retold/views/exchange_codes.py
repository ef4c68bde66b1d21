"""Actors and places to the codes that rows of GDELT have for them, by exchange_codes.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from retold.actors.dictionary import dictionary, plain
from retold.coding.places.gazetteer import PlaceKind, place_known
from retold.views.event_list import EventActor

# What stands in place of a country but is a type of actor in CAMEO; EUR is a country there.
_GROUPS = frozenset(("IGO", "NGO", "UNO", "MNC", "IMG", "ISM"))
_TYPES = 3
_HOME = "USA"
# Type of a place in the United States and elsewhere.
_PLACES: Mapping[PlaceKind, tuple[int, int]] = {
    "state": (1, 1),
    "division": (2, 5),
    "capital": (3, 4),
    "town": (3, 4),
}


@dataclass(frozen=True, slots=True)
class ActorCodes:
    """An actor in CAMEO's codes: country, known group, and at most three types, the group's own first."""

    country: str
    group: str
    types: tuple[str, ...]

    @property
    def code(self) -> str:
        """The whole code, such as RUSGOV."""
        return "".join((self.country, *self.types))


def actor_codes(actor: EventActor) -> ActorCodes:
    """The codes of an actor of the record; all empty where its country and sectors are not known."""
    country = actor.country or ""
    sectors = [_content()["sectors"].get(sector, sector) for sector in actor.sectors]
    if country not in _GROUPS:
        return ActorCodes(country, "", tuple(sectors[:_TYPES]))
    return ActorCodes("", country if country == "UNO" else "", (country, *sectors)[:_TYPES])


def fips_of(country: str | None) -> str | None:
    """FIPS 10-4 of an ISO 3166-1 alpha-3 code; None where there is none, or several."""
    return _content()["fips"].get(country or "")


def place_type(name: str, country: str | None) -> int | None:
    """GDELT's type of a place: 1 country, 2 US state, 3 US city, 4 city elsewhere, 5 division elsewhere.

    None for a place of no country, and for a name that the gazetteer does not have in this country.
    """
    known = place_known(plain(name), dictionary()) if country else None
    if known is None or country not in known.countries or known.kind not in _PLACES:
        return None
    inside, outside = _PLACES[known.kind]
    return inside if country == _HOME else outside


@lru_cache(maxsize=1)
def _content() -> Mapping[str, Mapping[str, str]]:
    content = tomllib.loads(files(__package__).joinpath("exchange_codes.toml").read_text(encoding="utf-8"))
    pairs = (pair.split(":") for pair in content["countries"]["fips"].split())
    return {"sectors": content["sectors"], "fips": dict(pairs)}
