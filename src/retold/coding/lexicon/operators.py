"""Words that make something of the event they govern: promised, demanded, refused, ended (operators.csv)."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from retold.coding.lexicon.patterns import classes
from retold.errors import InputError
from retold.model import Modality

_TABLES = "compositions.toml"
_PROFILES = "profiles.toml"
SAME = "same"
ACTUAL: Modality = "actual"
PLANNED: Modality = "planned"
DENIED: Modality = "denied"
DEMANDED: Modality = "demanded"


@dataclass(frozen=True, slots=True)
class Complement:
    """A construction that an operator stands in. `words`: lemmas that may stand there, or must not where `barred`."""

    name: str
    words: frozenset[str] = frozenset()
    barred: bool = False

    def admits(self, lemmas: Container[str]) -> bool:
        """Whether a word may stand there: one of these lemmas is its own, or its object's."""
        return not self.words or any(one in lemmas for one in self.words) != self.barred


@dataclass(frozen=True, slots=True)
class Operator:
    """A word in a construction. `complements`: what it governs: to, that, ing, object, or a preposition with ":"."""

    name: str
    lemma: str
    complements: tuple[Complement, ...]


@dataclass(frozen=True, slots=True)
class Code:
    """A type of event with its mode."""

    event_type: str
    mode: str | None = None


@lru_cache(maxsize=1)
def operators() -> Mapping[tuple[str, str], tuple[Operator, ...]]:
    """The operators by part of speech and lemma, in the order of the file."""
    text = files("retold.coding.lexicon").joinpath("operators.csv").read_text("utf-8")
    found: dict[tuple[str, str], list[Operator]] = {}
    for row in csv.DictReader(text.splitlines()):
        for lemma in row["words"].split("|"):
            operator = Operator(row["operator"], lemma, tuple(map(_complement, row["complement"].split("|"))))
            found.setdefault((row["part"], lemma), []).append(operator)
    return {key: tuple(of) for key, of in found.items()}


def _complement(text: str) -> Complement:
    """ "of:=@class": behind "of" a word of the class; "object=!@class": none of them as the object."""
    name, _, needed = text.partition("=")
    of = needed.lstrip("!").removeprefix("@")
    return Complement(name, classes()[of] if of else frozenset(), needed.startswith("!"))


@lru_cache(maxsize=1)
def _tables() -> Mapping[str, Mapping[str, str]]:
    content = tomllib.loads(files("retold.coding.lexicon").joinpath(_TABLES).read_text("utf-8"))
    return {**content, **{f"modes.{name}": table for name, table in content["modes"].items()}}


@lru_cache(maxsize=1)
def _profiles() -> Mapping[str, Mapping[str, Mapping[str, str]]]:
    return tomllib.loads(files("retold.coding.lexicon").joinpath(_PROFILES).read_text("utf-8"))


def profiles() -> tuple[str, ...]:
    """The names of the profiles."""
    return tuple(_profiles())


def check_profile(name: str) -> None:
    """Raises InputError where there is no such profile."""
    if name not in profiles():
        raise InputError("bad_profile", f"there is no profile {name!r}; there are {', '.join(profiles())}")


def composed(operator: str, governed: Code | None, profile: str) -> Code | None:
    """What an operator makes of an event; governed: None for what is no event we know. None: no event."""
    table = _tables()[operator]
    if governed is None:
        return _code(table["unknown"], None) if "unknown" in table else None
    told = _looked_up(table, governed)
    if told == SAME:
        return governed
    if told in (PLANNED, DENIED, DEMANDED):
        return under(told, governed, profile)
    return _code(told, governed) if told else None


def under(modality: str, code: Code, profile: str) -> Code:
    """What the profile makes of an event that is actual, planned, denied or demanded."""
    told = _looked_up(_profiles()[profile][modality], code)
    return _code(told, code) if told else code


def _looked_up(table: Mapping[str, str], code: Code) -> str | None:
    return table.get(f"{code.event_type}/{code.mode}") or table.get(code.event_type) or table.get("default")


def _code(told: str, governed: Code | None) -> Code:
    event_type, _, mode = told.partition("/")
    if f"modes.{mode}" in _tables():
        mode = (_looked_up(_tables()[f"modes.{mode}"], governed) if governed else None) or ""
    return Code(event_type, mode or None)
