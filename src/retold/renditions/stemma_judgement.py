"""Evidence for each possible parent to its probability: two rounds, the second in the light of the first's tree."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from retold.renditions.arborescence import arborescence
from retold.renditions.stemma_characters import Characters, Matrix, Vector, characters
from retold.renditions.stemma_lost import lost_evidence
from retold.renditions.stemma_readings import (
    change_rate,
    parent_evidence,
    passages_evidence,
    readings_evidence,
)
from retold.renditions.stemma_rounds import LOST, PAIR, second_evidence
from retold.renditions.stemma_stamps import (
    between_evidence,
    credit_evidence,
    history_evidence,
    stamp_evidence,
    stamps,
)
from retold.renditions.stemma_wordings import Wording

# Share of readings changed above which a passage in common says nothing: chance matches of a few words.
UNLIKE = 0.97

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class Evidence:
    """By name, for pairs (n x n, row parent, column child) and for the lost original (n).

    `possible`: which pairs are considered at all.
    """

    pairs: Mapping[str, Matrix]
    lost: Mapping[str, Vector]
    possible: Matrix

    def log_probabilities(self, weights: Weights) -> Matrix:
        """Log probability of each parent of each child, (n + 1) x n, the last row the lost original's."""
        count = len(self.possible)
        scores = np.full((count + 1, count), -np.inf)
        pairs = sum((weights[name] * self.pairs[name] for name in self.pairs if name in weights), np.zeros(1))
        scores[:count] = np.where(self.possible > 0, pairs, -np.inf)
        scores[count] = sum(weights[name] * self.lost[name] for name in self.lost if name in weights)
        scores -= scores.max(axis=0)
        return np.asarray(scores - np.log(np.exp(scores).sum(axis=0)))


def first_round(wordings: Sequence[Wording], found: Characters) -> Evidence:
    """The evidence that needs no tree."""
    times = stamps(wordings)
    history = history_evidence(found, times)
    shared = found.told @ found.told.T > 0
    alike = change_rate(found) < UNLIKE
    return Evidence(
        pairs={
            **readings_evidence(found),
            **passages_evidence(found),
            **parent_evidence(found),
            **stamp_evidence(times),
            **credit_evidence(wordings),
            **history,
            **between_evidence(found, times),
        },
        lost=lost_evidence(wordings, found, times, history),
        possible=(shared & alike & ~np.eye(len(wordings), dtype=np.bool_)).astype(np.float64),
    )


def second_round(first: Evidence, found: Characters, parents: Sequence[int], odds: Matrix) -> Evidence:
    """The evidence of the first round and what a tree adds to it, for the best candidates."""
    looked, pairs, lost = second_evidence(found, parents, odds)
    return Evidence(
        pairs={**first.pairs, **{name: pairs[:, :, place] for place, name in enumerate(PAIR)}},
        lost={**first.lost, **{name: lost[:, place] for place, name in enumerate(LOST)}},
        possible=looked.astype(np.float64),
    )


@dataclass(frozen=True, slots=True, eq=False)
class Judged:
    """The tree over wordings: each one's parent (n: the lost original), the log probabilities, and the evidence."""

    parents: list[int]
    log_probabilities: Matrix
    evidence: Evidence
    characters: Characters


def judged(wordings: Sequence[Wording]) -> Judged:
    """The most probable tree of these wordings, and how sure each edge is."""
    dated = any(wording.first.published_at for wording in wordings)
    weights = stemma_weights()["dated" if dated else "undated"]
    found = characters([wording.told for wording in wordings])
    first = first_round(wordings, found)
    odds = first.log_probabilities(weights["first"])
    second = second_round(first, found, arborescence(odds), odds)
    better = second.log_probabilities(weights["second"])
    return Judged(arborescence(better), better, second, found)


@cache
def stemma_weights() -> dict[str, dict[str, Weights]]:
    """The weights in `stemma_weights.toml`, written by bench/calibrate_stemma.py: by dated or not, then by round."""
    text = files("retold.renditions").joinpath("stemma_weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
