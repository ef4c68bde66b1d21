"""Evidence for each possible parent to its probability: three rounds, each in the light of the tree before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from retold.renditions.arborescence import arborescence
from retold.renditions.stemma_characters import Characters, Matrix, Vector, characters
from retold.renditions.stemma_lost import lost_evidence
from retold.renditions.stemma_readings import (
    change_rate,
    family_evidence,
    parent_evidence,
    passages_evidence,
    readings_evidence,
)
from retold.renditions.stemma_rounds import LOST, PAIR, second_evidence
from retold.renditions.stemma_scores import Weights, stemma_weights
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

# In families of up to `FEW` wordings hardly anyone can testify to a lost text. There a lost original loses
# `UNWITNESSED` of its log probability, where others have less than `TESTIMONY` of what a child has and its best
# candidate, with `MOSTLY` of its passages, lacks. Simulated copies add little of their own and would take what a copy
# adds for what another left out; the demo's, made by hand, add more.
FEW, TESTIMONY, MOSTLY, UNWITNESSED = 4, 2.0, 0.5, 4.0
# Share of readings changed above which a telling is no reprint or edited copy of the other.
REWORDED = 0.4
# Log probabilities are divided by it, because weights are surer than they may be of texts they were not fitted on.
CAUTION = 1.15


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
        count, chosen = len(self.possible), self.possible > 0
        scores = np.full((count + 1, count), -np.inf)
        scores[:count][chosen] = weights.scores({name: found[chosen] for name, found in self.pairs.items()})
        scores[count] = weights.scores(self.lost)
        return _normal(scores)


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
            **family_evidence(found),
        },
        lost=lost_evidence(wordings, found, times, history),
        possible=(shared & alike & ~np.eye(len(wordings), dtype=np.bool_)).astype(np.float64),
    )


def next_round(first: Evidence, found: Characters, parents: Sequence[int], odds: Matrix) -> Evidence:
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
    evidence = first = first_round(wordings, found)
    odds = first.log_probabilities(weights["first"])
    for turn in ("second", "third"):
        evidence = next_round(first, found, arborescence(odds), odds)
        odds = evidence.log_probabilities(weights[turn])
    odds = _normal(odds / CAUTION)
    if len(wordings) <= FEW:
        odds = _among_few(odds, evidence, found.told)
    return Judged(arborescence(odds), odds, evidence, found)


def _among_few(odds: Matrix, evidence: Evidence, told_by: Matrix) -> Matrix:
    """The probabilities, where a lost original needs a witness; told_by: which wording has which passage.

    Of two reworded texts none of which is known to be older, neither is taken for the other's parent.
    """
    count = len(evidence.possible)
    best, each = odds[:count].argmax(axis=0), np.arange(count)
    testified = sum(np.expm1(evidence.pairs[name][best, each]) for name in ("against", "passages_against"))
    mostly_there = (told_by @ told_by.T)[best, each] >= MOSTLY * told_by.sum(axis=1)
    earlier = evidence.pairs["hours_after"][best, each] > 0
    unseen = (testified < TESTIMONY) & earlier & mostly_there
    told = odds.copy()
    told[count] -= UNWITNESSED * (unseen & np.isfinite(odds[best, each]))
    told[count] += UNWITNESSED * _both_reworded(evidence)
    return _normal(told)


def _both_reworded(evidence: Evidence) -> bool:
    if len(evidence.possible) != 2 or (evidence.pairs["earlier"] + evidence.pairs["later"]).any():
        return False
    return bool(evidence.pairs["change_rate"].max() > REWORDED)


def _normal(odds: Matrix) -> Matrix:
    """Log odds as log probabilities, column by column."""
    above = odds - odds.max(axis=0)
    return np.asarray(above - np.log(np.exp(above).sum(axis=0)))
