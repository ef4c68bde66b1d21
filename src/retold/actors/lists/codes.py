"""Codes and words for countries, sectors and kinds, whoever's they are, to those of the record."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, get_args

from retold.actors.dictionary import dictionary, plain
from retold.actors.entries import ActorKind

# ISO 3166-1 leaves these to its users, among others: lists have countries of their own, in the past or in fiction.
_OWN_CODE = re.compile(r"X[A-Z]{2}")

KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


@cache
def codes() -> Mapping[str, Any]:
    """The file of codes, read once."""
    return tomllib.loads(files("retold.actors.lists").joinpath("codes.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=10_000)
def country_of(text: str) -> str | None:
    """The country of an ISO code of two or three letters (XAA to XZZ are the user's), PLOVER's codes, a state's name.

    None: there is no such one.
    """
    code = text.strip().upper()
    if code in codes()["alpha_2"]:
        return str(codes()["alpha_2"][code])
    if code in _three_letters() or _OWN_CODE.fullmatch(code):
        return code
    if code in codes()["countries"]:
        return str(codes()["countries"][code])
    named = dictionary().entries.get(plain(text), ())
    return next((entry.country for entry in named if entry.kind == "country"), None)


@cache
def _three_letters() -> frozenset[str]:
    return frozenset((*codes()["alpha_2"].values(), *codes()["international"]))


def is_sector(code: str) -> bool:
    """Whether PLOVER has the sector."""
    return code in codes()["sectors"]


@lru_cache(maxsize=1_000)
def kind_of(text: str) -> ActorKind | None:
    """The kind that a word for it means; None: no such one."""
    word = re.sub(r"[\s_-]+", " ", text.strip().lower())
    for kind in KINDS:
        if word in (kind, kind.replace("_", " ")) or word in codes()["kinds"][kind]:
            return kind
    return None


def likely_kind(name: str, sectors: Sequence[str], *, person: bool | None) -> ActorKind:
    """What an actor is of which a list does not say it: as the dictionary has it, else by the words of the name.

    person: what the list lets one expect; a person holds offices in time.
    """
    form = plain(name)
    known = dictionary().entries.get(form)
    if known:
        return known[0].kind
    if person or (person is None and not _words_of_bodies() & set(form)):
        return "person"
    return _BODIES.get(sectors[0], "organisation") if sectors else "organisation"


_BODIES: dict[str, ActorKind] = {
    "MIL": "military",
    "REB": "armed_group",
    "UAF": "armed_group",
    "PRM": "armed_group",
}
# A word in the names of so many organisations of the dictionary, and of no person in it, tells an organisation.
BODIES_WITH_WORD = 3


@cache
def _words_of_bodies() -> frozenset[str]:
    found: dict[str, int] = {}
    of_persons: set[str] = set()
    for form, entries in dictionary().entries.items():
        for entry in entries[:1]:
            if entry.kind == "person":
                of_persons.update(form)
            elif entry.kind in ("organisation", "military", "armed_group"):
                for word in set(form):
                    found[word] = found.get(word, 0) + 1
    return frozenset(word for word, count in found.items() if count >= BODIES_WITH_WORD) - of_persons
