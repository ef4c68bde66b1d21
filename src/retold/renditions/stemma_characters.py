"""Wordings of a report to characters: which passages each tells, and which words and word pairs it has there.

A character is present or absent, so that no alignment of many texts is needed. A word that a copyist put for another
shows as characters lost and gained; what a swap of one word changes weighs about 1 on either side.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from wordfreq import zipf_frequency

Vector = NDArray[np.float64]
Matrix = NDArray[np.float64]
Told = tuple[str, ...]
"""The words of a passage, lower-cased."""

# What a word, its skeleton and a pair of neighbouring skeletons weigh. A word swapped in its slot changes a word, a
# skeleton and two pairs; a mere respelling, which copyists also undo, changes the word alone.
CHARACTER = 0.25
# Frequency (Zipf scale) under which a word counts as odd: common words are what texts are first written in, rewriting
# puts rarer ones in their slots (mean drop of .37 in simulated paraphrases).
COMMON = 5.0

_VOWEL = re.compile("(?<=.)[aeiouyàáâäèéêëìíîïòóôöùúûü]")


@dataclass(frozen=True, slots=True, eq=False)
class Characters:
    """Characters of several wordings, n of them with m characters in k passages.

    `readings` (n x m): 1 where the wording has the character. Characters of one passage that the same wordings have
    are one column; `weights` (m) says how much it weighs, `oddness` how rare its words are, `passages` which column
    of `told` is its passage. `told` (n x k): 1 where a wording has the passage.
    """

    readings: csr_matrix
    weights: Vector
    oddness: Vector
    passages: NDArray[np.int64]
    told: Matrix

    def sizes(self, weights: Vector) -> Matrix:
        """What the characters of each wording weigh in each passage (n x k)."""
        shape = (len(weights), self.told.shape[1])
        by_passage = csr_matrix((weights, (np.arange(len(weights)), self.passages)), shape=shape)
        return np.asarray((self.readings @ by_passage).toarray())

    def shared(self, weights: Vector) -> Matrix:
        """What the characters weigh that two wordings share (n x n)."""
        weighted = csr_matrix(self.readings.multiply(weights[None, :]))
        return np.asarray((weighted @ self.readings.T).toarray())

    def gained(self, weights: Vector) -> Matrix:
        """What the characters weigh that the column's wording has and the row's lacks, in passages both tell."""
        there = self.told @ self.sizes(weights).T
        return np.asarray(np.maximum(there - self.shared(weights), 0.0))

    @property
    def holders(self) -> Vector:
        """How many wordings have each character."""
        return np.asarray(self.readings.sum(axis=0), dtype=np.float64).ravel()

    @property
    def tellers(self) -> Vector:
        """How many wordings tell each character's passage."""
        return np.asarray(self.told.sum(axis=0)[self.passages])


def characters(wordings: Sequence[Mapping[int, Told]]) -> Characters:
    """The characters of these wordings (passage number to its words)."""
    numbers = {passage: column for column, passage in enumerate(sorted(set[int]().union(*wordings)))}
    weights: dict[tuple[int, tuple[int, ...]], float] = defaultdict(float)
    oddness: dict[tuple[int, tuple[int, ...]], float] = defaultdict(float)
    for passage, column in numbers.items():
        for character, rows in _holders(passage, wordings).items():
            weights[column, rows] += CHARACTER
            oddness[column, rows] += _oddness(character)
    columns = sorted(weights)
    holding = [row for _, rows in columns for row in rows]
    places = np.repeat(np.arange(len(columns)), [len(rows) for _, rows in columns])
    shape = (len(wordings), len(columns))
    return Characters(
        readings=csr_matrix((np.ones(len(holding)), (holding, places)), shape=shape),
        weights=np.array([weights[column] for column in columns], dtype=np.float64),
        oddness=np.array([oddness[column] for column in columns], dtype=np.float64),
        passages=np.array([passage for passage, _ in columns], dtype=np.int64),
        told=np.array([[float(passage in wording) for passage in numbers] for wording in wordings]),
    )


def _holders(passage: int, wordings: Sequence[Mapping[int, Told]]) -> dict[str, tuple[int, ...]]:
    """The wordings that have each character of a passage; equal tellings of it are taken apart once."""
    tellers: dict[Told, list[int]] = {}
    for row, wording in enumerate(wordings):
        if passage in wording:
            tellers.setdefault(wording[passage], []).append(row)
    if len(tellers) == 1:
        [(told, rows)] = tellers.items()
        return dict.fromkeys(_characters(told), tuple(rows))
    found: dict[str, list[int]] = {}
    for told, rows in tellers.items():
        for character in _characters(told):
            found.setdefault(character, []).extend(rows)
    return {character: tuple(sorted(rows)) for character, rows in found.items()}


@lru_cache(maxsize=10_000)
def _characters(told: Told) -> tuple[str, ...]:
    """Words, skeletons (both numbered where they repeat) and distinct pairs of skeletons, told apart by a mark."""
    seen: Counter[str] = Counter()
    skeletons = [_skeleton(word) for word in told]
    found: list[str] = []
    for character in (*told, *(f"{skeleton}*" for skeleton in skeletons)):
        found.append(f"{character} {seen[character]}")
        seen[character] += 1
    pairs = dict.fromkeys(f"{left}+{right}" for left, right in pairwise(("", *skeletons, "")))
    return (*found, *pairs)


@lru_cache(maxsize=100_000)
def _skeleton(word: str) -> str:
    """The word without vowels after its first letter and without doubled letters."""
    return "".join(letter for letter, _ in groupby(_VOWEL.sub("", word)))


@lru_cache(maxsize=200_000)
def _oddness(character: str) -> float:
    """How far a word's frequency lies under `COMMON`; 0 for other characters."""
    word, _, number = character.partition(" ")
    return _rarity(word) if number and not word.endswith("*") else 0.0


@lru_cache(maxsize=100_000)
def _rarity(word: str) -> float:
    return max(0.0, COMMON - float(zipf_frequency(word, "en")))
