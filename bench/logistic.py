"""Logistic regression over named features, for the weights that are shipped."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[np.float64]
_STEPS = 15


def table(found: Sequence[Collection[str]], names: Sequence[str]) -> Array:
    """A row for each item: 1, then whether it has each feature."""
    return np.array([[1.0, *(float(name in one) for name in names)] for one in found])


def fitted(values: Array, right: Array, weight: Array, strength: float) -> Array:
    """The bias and a weight for each feature, by Newton's method with an L2 penalty that leaves the bias free."""
    penalty = np.eye(values.shape[1]) * strength
    penalty[0, 0] = 0.0
    fit = np.zeros(values.shape[1])
    for _ in range(_STEPS):
        chance = 1 / (1 + np.exp(-values @ fit))
        slope = values.T @ (weight * (chance - right)) + penalty @ fit
        bend = (values * (weight * chance * (1 - chance))[:, None]).T @ values + penalty
        fit -= np.linalg.solve(bend, slope)
    return fit
