"""Scores of labelled pairs to tables: the share of each origin above the threshold that few hard negatives exceed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from calibrate_pairs import Array, threshold
from pair_samples import Sample
from retold.text import words

HARD = "basil"


def shingle_jaccard(left: str, right: str, length: int) -> float:
    """Jaccard index of the sets of runs of `length` words."""
    sets = [
        {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}
        for found in (words(left), words(right))
    ]
    union = len(sets[0] | sets[1])
    return len(sets[0] & sets[1]) / union if union else 0.0


class RecallTable:
    """Pairs of one condition, and what each method says of them; the origins are the columns."""

    def __init__(self, name: str, samples: Sequence[Sample], origins: Sequence[str]) -> None:
        self.name = name
        self.origin = np.array([sample.origin for sample in samples])
        self.origins = origins
        self.shingles = np.array([shingle_jaccard(sample.left, sample.right, 5) for sample in samples])
        self.words = np.array([shingle_jaccard(sample.left, sample.right, 1) for sample in samples])

    def lines(self, held_out: Array, shipped: Array) -> list[str]:
        """The table. held_out: evidence of weights that did not see the pair's group; shipped: probabilities."""
        at_one_percent: Mapping[str, Array] = {
            "Retold, cross-validated": held_out,
            "5-word shingles, Jaccard": self.shingles,
            "words, Jaccard": self.words,
        }
        hard = self.origin == HARD
        return [
            f"\n{self.name} ({len(self.origin)} pairs, {hard.sum()} BASIL)\n",
            f"| share above the threshold | {' | '.join(self.origins)} |",
            f"|---|{'---|' * len(self.origins)}",
            *(
                self._row(f"{name}, at 1 % of BASIL", scores, threshold(scores[hard]))
                for name, scores in at_one_percent.items()
            ),
            self._row("5-word shingles, Jaccard >= 0.5", self.shingles, 0.4999),
            self._row("Retold as shipped, probability >= 0.5", shipped, 0.4999),
        ]

    def _row(self, name: str, scores: Array, limit: float) -> str:
        chosen = [scores[self.origin == origin] for origin in self.origins]
        shares = [f"{np.mean(found > limit):.3f}" if len(found) else "" for found in chosen]
        return f"| {name} | {' | '.join(shares)} |"
