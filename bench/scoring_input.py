"""Bare texts to what the scorer takes."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retold.stories.features import comparable, compare
from retold.stories.fingerprints import prints_of
from retold.stories.sharing import Numbers


def features_of(lefts: Sequence[str], rights: Sequence[str]) -> dict[str, Numbers]:
    """The features of pairs of English texts, by name."""
    row = {text: number for number, text in enumerate(dict.fromkeys([*lefts, *rights]))}
    texts = comparable(prints_of(list(row), ["en"] * len(row)))
    sides = (np.array([row[text] for text in side], dtype=np.int64) for side in (lefts, rights))
    return compare(texts, *sides)
