"""Texts to the fingerprints that tests look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields

import numpy as np

from retold.stories.features import Features, comparable, compare
from retold.stories.fingerprints import Prints, prints_of
from retold.stories.lexicon import lexemes
from retold.stories.lists import Lists
from retold.stories.word_runs import Ids

Rows = list[dict[str, list[int]]]


def printed(*texts: str, language: str | None = "en") -> Rows:
    """The fingerprints of texts read in one batch."""
    return rows_of_prints(prints_of(texts, [language] * len(texts)))


def rows_of_prints(prints: Prints) -> Rows:
    """Fingerprints as one row for each text, by field; of what is one number a list of one."""
    columns = {field.name: getattr(prints, field.name) for field in fields(prints)}
    return [
        {name: _of(column, row) for name, column in columns.items()}
        for row in range(len(prints.phrasing_below))
    ]


def compared(left: str, right: str, languages: Sequence[str] = ("en", "en")) -> Features:
    """The features of two texts."""
    texts = comparable(prints_of([left, right], languages))
    found = compare(texts, np.array([0]), np.array([1]))
    return Features(**{name: float(values[0]) for name, values in found.items()})


def stem(word: str, language: str = "en") -> int:
    """The hash of a word."""
    return lexemes(word, language)[0].stem


def _of(column: Lists | Ids, row: int) -> list[int]:
    if isinstance(column, Lists):
        return list(map(int, column.values[column.offsets[row] : column.offsets[row + 1]]))
    return [int(column[row])]
