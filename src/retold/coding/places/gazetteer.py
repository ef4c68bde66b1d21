"""Names of places to what kind of place each is, and in which states: the dictionary with divisions and waters."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple

from retold.actors.dictionary import Dictionary, Words, divisions, plain

PlaceKind = Literal["wider", "state", "division", "capital", "town"]
"""From the widest to the narrowest; a capital's name may stand for a government."""
KINDS: tuple[PlaceKind, ...] = ("wider", "state", "division", "capital", "town")
# Words of the longest name of a place.
LONGEST = 7


class Known(NamedTuple):
    """What the gazetteer has for a name: ISO 3166-1 alpha-3 codes, the likeliest first; none for the high seas.

    `settled`: whether the first may be taken when the text does not tell which; Punjab is in two.
    """

    kind: PlaceKind
    countries: tuple[str, ...]
    settled: bool = True


@lru_cache(maxsize=50_000)
def place_known(form: Words, known: Dictionary) -> Known | None:
    """The place of a name, None when there is none. Of several towns of one name only one is known."""
    own = _own().get(form)
    if own is not None:
        return own
    divided = divisions().get(form, ())
    named: tuple[tuple[PlaceKind, str | None], ...] = (
        ("state", _entry(form, known, "country")),
        ("capital", known.governments.get(form)),
        ("town", known.cities.get(form)),
    )
    for kind, country in named:
        if country:
            return Known(kind, tuple(dict.fromkeys((country, *divided))))
    several = tuple(filter(None, (_foremost().get(form), _entry(form, known, "place"), *divided)))
    if not several:
        return None
    return Known("division", tuple(dict.fromkeys(several)), len(set(several)) == 1 or form in _foremost())


def _entry(form: Words, known: Dictionary, kind: str) -> str | None:
    found = known.entries.get(form, ())
    return next((entry.country for entry in found if entry.kind == kind), None)


def words_of(name: str) -> frozenset[str]:
    """A list of places.toml."""
    return _lists()[name]


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _content().items() if isinstance(words, str)}


@cache
def _own() -> Mapping[Words, Known]:
    """Places of no one state, and those that are neither division nor town."""
    content = _content()
    wider = {plain(name): Known("wider", ()) for name in content["wider"]}
    within = {
        plain(name): Known("division", (country,))
        for country, names in _strings(content["within"])
        for name in names
    }
    return wider | within


def _strings(content: Mapping[str, Iterable[str]]) -> Iterable[tuple[str, Iterable[str]]]:
    return content.items()


@cache
def _foremost() -> Mapping[Words, str]:
    return {plain(name): country for name, country in _content()["foremost"].items()}


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(files("retold.coding.places").joinpath("places.toml").read_text(encoding="utf-8"))
