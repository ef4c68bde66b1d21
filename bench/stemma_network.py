"""Fits the stemma's weights, so that of all possible parents of a telling the true one is most probable."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from retold.renditions.stemma_judgement import Evidence
from retold.renditions.stemma_scores import Weights

# Ridge of the sum, on standardised evidence.
STRENGTH = 80.0
# Units of one network; networks whose scores are averaged, each from another random start.
UNITS, NETWORKS = 12, 3
# Of the network: passes over the data, children of one step, first step size, decay of the sum and of the units.
PASSES, BATCH, STEP, DECAY, UNIT_DECAY = 20, 256, 3e-3, 1e-3, 2e-3

Array = NDArray[np.float64]
Parameters = list[Array]
Known = Sequence[tuple[Evidence, Sequence[int]]]
"""Evidence about genealogies, with the true parents (n: the lost original)."""


@dataclass(frozen=True, slots=True, eq=False)
class Choices:
    """Who could be the parent: k possible ones (the lost original last) for each of n children, f kinds of evidence.

    `table` (n x k x f): standardised; `there` (n x k): which places are used; `true` (n): which is the parent.
    """

    names: tuple[str, ...]
    table: NDArray[np.float32]
    there: NDArray[np.bool_]
    true: NDArray[np.int64]
    mean: Array
    spread: Array


def choices(known: Known, *, centred: bool) -> Choices:
    """The choices of all children whose true parent is possible."""
    names = (*known[0][0].pairs, *known[0][0].lost)
    found = [choice for evidence, parents in known for choice in _of_one(evidence, parents, names)]
    most = max(len(rows) for rows, _ in found)
    table = np.zeros((len(found), most, len(names)), dtype=np.float32)
    there = np.zeros((len(found), most), dtype=np.bool_)
    for place, (rows, _) in enumerate(found):
        table[place, : len(rows)], there[place, : len(rows)] = rows, True
    used = table[there].astype(np.float64)
    spread = used.std(axis=0)
    spread = np.where(spread > 1e-6, spread, np.inf)
    mean = used.mean(axis=0) * centred
    table[there] = (used - mean) / spread
    return Choices(names, table, there, np.array([true for _, true in found]), mean, spread)


def _of_one(
    evidence: Evidence, parents: Sequence[int], names: Sequence[str]
) -> list[tuple[NDArray[np.float64], int]]:
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


def fitted_sum(known: Known) -> Weights:
    """A weighted sum alone."""
    drawn = choices(known, centred=False)
    rows = drawn.table.reshape(-1, len(drawn.names))

    def loss(weights: Array) -> tuple[float, Array]:
        scores = (rows @ weights.astype(np.float32)).reshape(drawn.there.shape)
        chances = _chances(scores.astype(np.float64), drawn.there)
        penalty = STRENGTH / 2 * float(weights @ weights)
        missed = -float(np.log(chances[np.arange(len(drawn.true)), drawn.true]).sum())
        slope = _errors(chances, drawn.true).ravel().astype(np.float32) @ rows
        return missed + penalty, slope + STRENGTH * weights

    start = np.zeros(len(drawn.names))
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return Weights(drawn.names, (found / drawn.spread)[:, None], np.zeros(0), np.zeros(0))


def fitted_network(known: Known) -> Weights:
    """A weighted sum and units, several networks averaged into one."""
    drawn = choices(known, centred=True)
    networks = [_trained(drawn, np.random.default_rng(seed)) for seed in range(NETWORKS)]
    rows = np.column_stack(
        [np.mean([network[0] for network in networks], axis=0), *(net[1] for net in networks)]
    )
    rows = rows / drawn.spread[:, None]
    start = np.concatenate([network[2] for network in networks]) - drawn.mean @ rows[:, 1:]
    return Weights(drawn.names, rows, start, np.concatenate([network[3] for network in networks]) / NETWORKS)


def _chances(scores: Array, there: NDArray[np.bool_]) -> Array:
    odds = np.where(there, scores, -np.inf)
    odds = np.exp(odds - odds.max(axis=1, keepdims=True))
    return np.asarray(odds / odds.sum(axis=1, keepdims=True))


def _errors(chances: Array, true: NDArray[np.int64]) -> Array:
    errors = chances.copy()
    errors[np.arange(len(true)), true] -= 1
    return errors


def _trained(drawn: Choices, chance: np.random.Generator) -> Parameters:
    """Sum, units, their starts and values, by Adam (Kingma and Ba 2015) with steps that grow smaller."""
    kinds = len(drawn.names)
    found = [
        np.zeros(kinds),
        chance.normal(0, kinds**-0.5, (kinds, UNITS)),
        np.zeros(UNITS),
        np.zeros(UNITS),
    ]
    decays = (DECAY, UNIT_DECAY, 0.0, UNIT_DECAY)
    means, squares = [np.zeros_like(part) for part in found], [np.zeros_like(part) for part in found]
    turn = 0
    for number in range(PASSES):
        step = STEP / 2 * (1 + np.cos(np.pi * number / PASSES))
        order = chance.permutation(len(drawn.true))
        for begin in range(0, len(order), BATCH):
            turn += 1
            slopes = _slopes(found, drawn, order[begin : begin + BATCH])
            for part, slope, decay, mean, square in zip(found, slopes, decays, means, squares, strict=True):
                slope += decay * part
                mean += 0.1 * (slope - mean)
                square += 0.001 * (slope**2 - square)
                part -= step * (mean / (1 - 0.9**turn)) / (np.sqrt(square / (1 - 0.999**turn)) + 1e-8)
    return found


def _slopes(found: Parameters, drawn: Choices, chosen: NDArray[np.int64]) -> Parameters:
    """How the loss of these children changes with each parameter."""
    rows, units, start, values = found
    table = drawn.table[chosen]
    given = np.tanh(table @ units + start)
    errors = _errors(_chances(table @ rows + given @ values, drawn.there[chosen]), drawn.true[chosen])
    errors /= len(chosen)
    back = errors[:, :, None] * values * (1 - given**2)
    return [
        errors.ravel() @ table.reshape(-1, len(rows)),
        table.reshape(-1, len(rows)).T @ back.reshape(-1, len(values)),
        back.sum(axis=(0, 1)),
        errors.ravel() @ given.reshape(-1, len(values)),
    ]
