"""Evidence to scores: a weighted sum, and in the last round units in which one kind of evidence bears on another."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np

from retold.renditions.stemma_characters import Matrix, Vector

# Keys beside the names of the evidence: what the units start from, and what each of them adds to the score.
_START, _UNITS = "units_start", "units"


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """The judgement of one round.

    `rows`: for each kind of evidence (f of them) its weight in the sum and in each of h units (f x (1 + h)), in the
    order of `names`. A unit is the hyperbolic tangent of its own weighted sum, which begins with `start` (h); the
    score is the sum and what the units give, each times its value in `units` (h).
    """

    names: tuple[str, ...]
    rows: Matrix
    start: Vector
    units: Vector

    def scores(self, evidence: Mapping[str, Vector]) -> Vector:
        """A score for each of n possible parents; evidence: by name, n numbers. Names without a weight count 0."""
        used = [place for place, name in enumerate(self.names) if name in evidence]
        values = np.stack([evidence[self.names[place]] for place in used], axis=-1)
        sums = values @ self.rows[used]
        return np.asarray(sums[..., 0] + np.tanh(sums[..., 1:] + self.start) @ self.units)


def weights_of(table: Mapping[str, object]) -> Weights:
    """The weights in a table of the data file: by name of the evidence a number, or a list of 1 + h."""
    found = {name: np.atleast_1d(np.array(row, dtype=np.float64)) for name, row in table.items()}
    start, units = found.pop(_START, np.zeros(0)), found.pop(_UNITS, np.zeros(0))
    return Weights(tuple(found), np.stack(list(found.values())), start, units)


def table_of(weights: Weights, digits: int) -> dict[str, float | list[float]]:
    """The weights as a table for the data file, rounded; evidence that weighs nothing is left out."""
    rounded = {
        name: [round(float(weight), digits) for weight in row]
        for name, row in zip(weights.names, weights.rows, strict=True)
    }
    found: dict[str, float | list[float]] = {
        name: row if len(row) > 1 else row[0] for name, row in rounded.items() if any(row)
    }
    if len(weights.units):
        found[_START] = [round(float(value), digits) for value in weights.start]
        found[_UNITS] = [round(float(value), digits) for value in weights.units]
    return found


@cache
def stemma_weights() -> dict[str, dict[str, Weights]]:
    """The weights in `stemma_weights.toml`, written by bench/calibrate_stemma.py: by dated or not, then by round."""
    text = files("retold.renditions").joinpath("stemma_weights.toml").read_text(encoding="utf-8")
    return {
        kind: {turn: weights_of(table) for turn, table in rounds.items()}
        for kind, rounds in tomllib.loads(text).items()
    }
