"""Classes of words that tell who acts and who is acted upon, from between.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files


@lru_cache(maxsize=1)
def _classes() -> Mapping[str, frozenset[str]]:
    text = files("retold.events").joinpath("between.toml").read_text("utf-8")
    return {name: frozenset(words.split()) for name, words in tomllib.loads(text).items()}


def is_a(lemma: str, *names: str) -> bool:
    """Whether a lemma is in one of the classes."""
    return any(lemma.lower() in _classes()[name] for name in names)
