"""Classes of words by name, from a data file of the package: the words of each stand in one string."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def word_classes(name: str) -> Mapping[str, frozenset[str]]:
    """The classes of a TOML file, named by its path from here, read once."""
    content = tomllib.loads(files("retold.coding").joinpath(name).read_text("utf-8"))
    return {of: frozenset(words.split()) for of, words in content.items()}
