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

# Readings and passages that others have and the best candidate lacks, from which they testify to a lost text; and
# what is taken from the log probability of a lost original where they do not, among up to `FEW` wordings and among
# more. In families this small hardly anyone can testify, and the simulation's many lost originals would decide. With
# it 28 of the demo's 33 parents are right, and .791 of simulated ones, with times, on held-out texts; without it .801
# of these, and .767 if 6 were taken among any number.
TESTIMONY = 2.0
FEW = 4
UNWITNESSED, UNWITNESSED_AMONG_MANY = 6.0, 0.75
# Share of a telling's passages that its parent has at least, to be it without a witness.
MOSTLY = 0.5

# Share of readings changed above which a telling is no reprint or edited copy of the other.
REWORDED = 0.4

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
    better = _with_witness(second.log_probabilities(weights["second"]), second, found.told)
    return Judged(arborescence(better), better, second, found)


def _with_witness(odds: Matrix, evidence: Evidence, told_by: Matrix) -> Matrix:
    """The probabilities, where a lost original needs a witness; told_by: which wording has which passage.

    What nobody else testifies to is no sign of a text that is lost: a telling whose best candidate is earlier (or
    alone has a time), has most of its passages and lacks nothing of it that others have, was made from that. Nor is
    the original lost of a telling that credits an outlet whose own telling is there.
    """
    count = len(evidence.possible)
    best, each = odds[:count].argmax(axis=0), np.arange(count)
    testified = sum(np.expm1(evidence.pairs[name][best, each]) for name in ("against", "passages_against"))
    common = told_by @ told_by.T
    mostly_there = common[best, each] >= MOSTLY * told_by.sum(axis=1)
    first = evidence.pairs["earlier"] + evidence.pairs["child_undated"]
    unseen = (testified < TESTIMONY) & (first[best, each] > 0) & mostly_there
    wire_is_there = (evidence.pairs["credited"] * (evidence.possible > 0)).any(axis=0)
    told = odds.copy()
    against_lost = np.maximum(
        unseen * (UNWITNESSED if count <= FEW else UNWITNESSED_AMONG_MANY), wire_is_there * UNWITNESSED
    )
    told[count] -= against_lost * np.isfinite(odds[best, each])
    told[count] += UNWITNESSED * (_both_reworded(evidence) & ~wire_is_there)
    told -= told.max(axis=0)
    return np.asarray(told - np.log(np.exp(told).sum(axis=0)))


def _both_reworded(evidence: Evidence) -> bool:
    """Whether there are just two wordings, nothing says which is older, and they share little of their wording."""
    if len(evidence.possible) != 2 or (evidence.pairs["earlier"] + evidence.pairs["later"]).any():
        return False
    return bool(evidence.pairs["change_rate"].max() > REWORDED)


@cache
def stemma_weights() -> dict[str, dict[str, Weights]]:
    """The weights in `stemma_weights.toml`, written by bench/calibrate_stemma.py: by dated or not, then by round."""
    text = files("retold.renditions").joinpath("stemma_weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
