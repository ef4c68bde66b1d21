"""The words of quantities.toml: vague numbers, hedges, money, and what is counted."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from retold.model import QuantityKind
from retold.text import words

Phrase = tuple[str, ...]
Ends = tuple[float, float]
"""The least and the most."""


@cache
def vague() -> Mapping[Phrase, Ends]:
    """Vague numbers ("tens of thousands") to the ends of their range."""
    return {_phrase(name): (low, high) for name, (low, high) in _content()["vague"].items()}


@cache
def exact() -> Mapping[Phrase, float]:
    """Numbers in words other than numerals: "a dozen"."""
    return {_phrase(name): value for name, value in _content()["exact"].items()}


@cache
def begins() -> frozenset[str]:
    """The first words of vague and exact numbers."""
    return frozenset(phrase[0] for phrase in (*vague(), *exact()))


@cache
def counting() -> frozenset[str]:
    """Words of which one stands in every vague and exact number: their last ones, and multipliers."""
    return frozenset((*(phrase[-1] for phrase in (*vague(), *exact())), *_content()["scales"]))


@cache
def hedges(section: str) -> Mapping[Phrase, Ends]:
    """Hedges of the section "hedges" (before a number) or "after" it, to multiples of the number."""
    return {_phrase(name): (low, high) for name, (low, high) in _content()[section].items()}


def _phrase(name: str) -> Phrase:
    return tuple(words(name)) or (name,)


def scale(form: str) -> float | None:
    """What a multiplier multiplies by."""
    found: float | None = _content()["scales"].get(form)
    return found


def before_figure() -> Mapping[str, str]:
    """Signs and codes of money that stand before a figure, to ISO 4217 codes."""
    found: Mapping[str, str] = _content()["before_figure"]
    return found


def behind_figure() -> Mapping[str, str]:
    """Names of money that one state alone has, to ISO 4217 codes."""
    found: Mapping[str, str] = _content()["behind_figure"]
    return found


@cache
def shared() -> Mapping[str, Mapping[str, str]]:
    """Names of money that several states have: by a word for the state, or by "default", the code."""
    return {
        name: {state: code for state, _, code in (pair.rpartition(":") for pair in pairs.split())}
        for name, pairs in _content()["shared"].items()
    }


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words."""
    return frozenset(_content()["words"][name].split())


@cache
def types_with(kind: QuantityKind) -> frozenset[str]:
    """The PLOVER types whose events have numbers of a kind."""
    return frozenset(_content()["kinds"][kind].split())


@cache
def _content() -> dict[str, Any]:
    return tomllib.loads(
        files("retold.coding.quantities").joinpath("quantities.toml").read_text(encoding="utf-8")
    )
