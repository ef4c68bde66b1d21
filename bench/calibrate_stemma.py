"""Weights of the evidence about parents, fitted on simulated genealogies.

    .venv/bin/python bench/calibrate_stemma.py

Writes src/retold/renditions/stemma_weights.toml. A conditional logistic model: among all possible parents of a
telling
and the lost original, the probability of the true one. Apart for reports with times and without. The second
round is fitted on trees that weights fitted on the other half of the genealogies made.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from retold.renditions.arborescence import arborescence
from retold.renditions.stemma_characters import Characters, characters
from retold.renditions.stemma_judgement import Evidence, first_round, second_round
from retold.renditions.stemma_wordings import Wording, wordings
from simulation.base_texts import base_texts
from stemma_samples import HELD_OUT, SEED, Sample, samples
from stemma_scribes import tradition

GENEALOGIES = 900
# Undated traditions of scribes beside them.
SCRIBES = 75
# Ridge on standardised evidence. On held-out texts 3 gives .78 and .63 (with times, without), 15 .79 and .66, 60 .80
# and .69, 150 .80 and .70, 400 .78 and .69.
STRENGTH = 80.0
DIGITS = 4
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "retold" / "renditions" / "stemma_weights.toml"

Array = NDArray[np.float64]
Weights = dict[str, float]


@dataclass(frozen=True, slots=True)
class Case:
    """A genealogy's distinct wordings, their characters, and each one's true parent (n: the lost original)."""

    found: list[Wording]
    characters: Characters
    first: Evidence
    parents: list[int]


def case(sample: Sample) -> Case:
    found = wordings(sample.tellings)
    places = {
        telling.article_id: place for place, wording in enumerate(found) for telling in wording.tellings
    }
    drawn = characters([wording.told for wording in found])
    return Case(found, drawn, first_round(found, drawn), [_parent(sample, places, one) for one in found])


def _parent(sample: Sample, places: dict[str, int], wording: Wording) -> int:
    """The wording from which the first of its tellings comes that does not come from another of them."""
    own = places[wording.first.article_id]
    above = [sample.parents[telling.article_id] for telling in wording.tellings]
    outside = [parent for parent in above if parent is None or places[parent] != own]
    lost = len(set(places.values()))
    return lost if not outside or outside[0] is None else places[outside[0]]


def choices(evidence: Evidence, parents: Sequence[int], names: Sequence[str]) -> list[tuple[Array, int]]:
    """For each child whose true parent is possible: the evidence of each possible parent, and which is true."""
    count = len(parents)
    table = np.zeros((count + 1, count, len(names)))
    for place, name in enumerate(names):
        if name in evidence.pairs:
            table[:count, :, place] = evidence.pairs[name]
        else:
            table[count, :, place] = evidence.lost[name]
    found = []
    for child, parent in enumerate(parents):
        rows = [*np.flatnonzero(evidence.possible[:, child]).tolist(), count]
        if parent in rows:
            found.append((table[rows, child], rows.index(parent)))
    return found


def fitted(evidence: Sequence[tuple[Evidence, Sequence[int]]]) -> Weights:
    """Weights under which the true parents are most probable."""
    names = [*evidence[0][0].pairs, *evidence[0][0].lost]
    rows = [choice for one, parents in evidence for choice in choices(one, parents, names)]
    table = np.concatenate([row for row, _ in rows])
    starts = np.cumsum([0, *(len(row) for row, _ in rows)])[:-1]
    true = starts + np.array([place for _, place in rows])
    owner = np.repeat(np.arange(len(rows)), [len(row) for row, _ in rows])
    scale = table.std(axis=0)
    table = table / np.where(scale > 1e-6, scale, 1.0)

    def loss(weights: Array) -> tuple[float, Array]:
        scores = table @ weights
        highest = np.maximum.reduceat(scores, starts)
        odds = np.exp(scores - highest[owner])
        sums = np.add.reduceat(odds, starts)
        penalty = STRENGTH / 2 * float(weights @ weights)
        slope = (odds / sums[owner]) @ table - table[true].sum(axis=0) + STRENGTH * weights
        return float((np.log(sums) + highest - scores[true]).sum()) + penalty, slope

    start = np.zeros(len(names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 1000}).x
    weights = np.where(scale > 1e-6, found / np.where(scale > 1e-6, scale, 1.0), 0.0)
    return {name: round(float(weight), DIGITS) for name, weight in zip(names, weights, strict=True)}


def second(case: Case, weights: Weights) -> Evidence:
    odds = case.first.log_probabilities(weights)
    return second_round(case.first, case.characters, arborescence(odds), odds)


def both_rounds(cases: Sequence[Case]) -> dict[str, Weights]:
    """Weights of the first and the second round."""
    first = fitted([(one.first, one.parents) for one in cases])
    halves = cases[::2], cases[1::2]
    later = []
    for own, other in (halves, halves[::-1]):
        weights = fitted([(one.first, one.parents) for one in other])
        later += [(second(one, weights), one.parents) for one in own]
    return {"first": first, "second": fitted(later)}


def toml(weights: dict[str, dict[str, Weights]]) -> str:
    """The weights as a data file; a weight of 0 is left out."""
    header = (
        "# Who was made from whom: weights of the evidence in stemma_readings.py, stemma_stamps.py, stemma_lost.py\n"
        "# and stemma_rounds.py, written by bench/calibrate_stemma.py from simulated genealogies (numbers only).\n"
    )
    parts = [
        "\n".join([f"[{kind}.{turn}]", *(f"{name} = {value}" for name, value in row.items() if value)])
        for kind, rounds in weights.items()
        for turn, row in rounds.items()
    ]
    return header + "\n\n".join(parts) + "\n"


def traditions(count: int, seed: int) -> list[Sample]:
    """Scribes' copies of texts that are not held out."""
    chance = random.Random(seed)
    texts = [text for text in base_texts() if crc32(text.group.encode()) % HELD_OUT]
    found = []
    for number in range(count):
        sentences = itertools.chain(*chance.choice(texts).paragraphs)
        found.append(tradition(f"s{number}", " ".join(sentences), chance))
    return found


def main() -> None:
    weights = {}
    for kind in ("dated", "undated"):
        drawn = samples(GENEALOGIES, SEED, held_out=False, times=kind == "dated")
        drawn += traditions(SCRIBES, SEED) if kind == "undated" else []
        weights[kind] = both_rounds([case(sample) for sample in drawn])
    WEIGHTS.write_text(toml(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
