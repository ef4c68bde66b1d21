"""The lists of `meaning.toml`, `antonyms.toml` and `states.toml`, as sets and maps ready to ask."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from retold.renditions.word import stem
from retold.text import words


@cache
def listed(section: str, name: str) -> frozenset[str]:
    """The word forms of one list of `meaning.toml`."""
    return frozenset(in_order(section, name))


@cache
def in_order(section: str, name: str) -> tuple[str, ...]:
    """The same in the order of the list."""
    found: str = _toml("meaning")[section][name]
    return tuple(found.replace("'", "").split())


@cache
def stems(section: str, name: str) -> frozenset[str]:
    """The stems of one list of `meaning.toml`."""
    return frozenset(stem(form) for form in listed(section, name))


@cache
def phrases(section: str, name: str) -> tuple[tuple[str, ...], ...]:
    """The phrases of one list of `meaning.toml`, as word forms."""
    found: list[str] = _toml("meaning")[section][name]
    return tuple(tuple(words(phrase)) for phrase in found)


def antonyms(word_stem: str) -> frozenset[str]:
    """Stems of the words that exclude a word of that stem."""
    return _antonyms().get(word_stem, frozenset())


@cache
def _antonyms() -> dict[str, frozenset[str]]:
    pairs = [[stem(form) for form in pair.split(":")] for pair in _toml("antonyms")["pairs"].split()]
    found: dict[str, set[str]] = {}
    for one, other in pairs:
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others - {one}) for one, others in found.items()}


@cache
def states() -> dict[tuple[str, ...], str]:
    """Name of a state, its capital or its people, as lower-cased words, to the name of the state."""
    found = {}
    for line in _toml("states")["names"]:
        names = [name.strip() for name in line.split(",")]
        found.update({tuple(words(name)): names[0] for name in names})
    return found


@cache
def _toml(name: str) -> dict[str, Any]:
    source = resources.files("retold.renditions").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
