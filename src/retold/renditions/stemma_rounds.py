"""A first tree to what speaks for each parent in the light of it: whose readings are changes, and who keeps them.

Given a tree it is known who goes back to whom. A reading of a child that its parent lacks and that a telling
outside the child's own descendants has was not made by the child: it speaks against that parent. A reading that
none outside the parent's descendants has is the parent's change; a true child keeps it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.renditions.stemma_characters import Characters, Matrix, Vector

# Best candidates of the first round that the second looks at: beyond the tenth hardly any is the parent.
CANDIDATES = 12

PAIR = (
    "against",
    "against_rate",
    "against_far",
    "against_share",
    "own",
    "changes_kept",
    "changes_dropped",
    "changes_dropped_rate",
    "changes_kept_share",
    "passages_against",
    "passages_own",
    "passages_kept",
    "passages_dropped",
    "descendant",
    "first_round",
    "children",
    "children_against",
    "children_dropped",
    "children_passages",
    "parent_lost",
)
"""The evidence about pairs."""
LOST = (
    "lost_least_against",
    "lost_least_passages",
    "lost_least_dropped",
    "lost_most_kept",
    "lost_best_is_against",
    "lost_best_is_against_passages",
    "lost_others_share",
    "lost_others",
    "lost_children",
    "lost_first_round",
)
"""The evidence for the lost original."""


@dataclass(frozen=True, slots=True, eq=False)
class _Subtrees:
    """For every node what its subtree holds: `members` (n x n), `readings` (n x m) and `told` (n x k) as counts."""

    members: NDArray[np.bool_]
    readings: NDArray[np.int32]
    told: NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class _Tree:
    """The characters as arrays, and what hangs under whom."""

    characters: Characters
    readings: NDArray[np.bool_]
    told: NDArray[np.bool_]
    under: _Subtrees
    every: _Subtrees


def second_evidence(
    characters: Characters, parents: Sequence[int], odds: Matrix
) -> tuple[NDArray[np.bool_], Matrix, Matrix]:
    """The evidence in the light of a tree.

    parents: each wording's parent, n for the lost original. odds: log probabilities of the first round, (n + 1) x n.
    Returns which pairs were looked at (n x n), their evidence (n x n x len(PAIR)) and that for the lost original
    (n x len(LOST)).
    """
    count = len(parents)
    tree = _tree(characters, parents)
    looked = np.zeros((count, count), dtype=np.bool_)
    pairs = np.zeros((count, count, len(PAIR)))
    for child in range(count):
        for parent in np.argsort(-odds[:count, child], kind="stable")[:CANDIDATES]:
            if np.isfinite(odds[parent, child]):
                looked[parent, child] = True
                pairs[parent, child, :15] = _pair(tree, int(parent), child, float(odds[parent, child]))
    _add_children(pairs, looked, parents)
    return looked, pairs, _lost(pairs, looked, parents, odds)


def _tree(characters: Characters, parents: Sequence[int]) -> _Tree:
    readings, told = characters.readings.toarray() > 0, characters.told > 0
    members = np.eye(len(parents), dtype=np.bool_)
    for node in range(len(parents)):
        above = parents[node]
        while above < len(parents):
            members[above, node] = True
            above = parents[above]
    counts = members.astype(np.float32)
    under = _Subtrees(
        members,
        (counts @ readings.astype(np.float32)).astype(np.int32),
        (counts @ told.astype(np.float32)).astype(np.int32),
    )
    every = _Subtrees(
        np.ones((1, len(parents)), np.bool_),
        readings.sum(axis=0, dtype=np.int32)[None, :],
        told.sum(axis=0, dtype=np.int32)[None, :],
    )
    return _Tree(characters, readings, told, under, every)


def _pair(tree: _Tree, parent: int, child: int, odds: float) -> list[float]:
    """The first fifteen of `PAIR`."""
    weights, passages = tree.characters.weights, tree.characters.passages
    readings, told, under, every = tree.readings, tree.told, tree.under, tree.every
    descendant = bool(under.members[child, parent])
    # Hung from its own descendant, a child keeps the rest of its subtree.
    moved = under.readings[child] - (under.readings[parent] if descendant else 0)
    moved_told = under.told[child] - (under.told[parent] if descendant else 0)
    outside = every.readings[0] - moved - readings[parent]
    outside_told = every.told[0] - moved_told - told[parent]
    gained = readings[child] & ~readings[parent] & told[parent][passages]
    against = _weight(weights, gained & (outside > 0))
    own = _weight(weights, gained & (outside <= 0))
    far = float((weights * np.minimum(1.0, outside / np.maximum(1, outside_told[passages])))[gained].sum())
    within = bool(under.members[parent, child])
    beyond = every.readings[0] - (under.readings[parent] + (0 if within else moved))
    beyond_told = every.told[0] - (under.told[parent] + (0 if within else moved_told))
    changes = readings[parent] & (beyond <= 0) & (beyond_told > 0)[passages] & told[child][passages]
    kept, dropped = _weight(weights, changes & readings[child]), _weight(weights, changes & ~readings[child])
    added = told[parent] & (beyond_told <= 0)
    more = told[child] & ~told[parent]
    there = max(1.0, _weight(weights, readings[child] & told[parent][passages]))
    counts = np.log1p([against, far, own, kept, dropped]).tolist()
    placed = [
        more & (outside_told > 0),
        more & (outside_told <= 0),
        added & told[child],
        added & ~told[child],
    ]
    return [
        counts[0],
        against / there,
        counts[1],
        against / max(0.25, against + own),
        *counts[2:],
        dropped / there,
        kept / max(0.25, kept + dropped),
        *np.log1p([found.sum() for found in placed]).tolist(),
        float(descendant),
        max(odds, -12.0),
    ]


def _weight(weights: Vector, chosen: NDArray[np.bool_]) -> float:
    return float(weights[chosen].sum())


def _add_children(pairs: Matrix, looked: NDArray[np.bool_], parents: Sequence[int]) -> None:
    """Adds how the parent does with the children it has in the tree, the child in question left out."""
    count = len(parents)
    names = ["against_rate", "changes_dropped", "passages_against"]
    judged = [PAIR.index(name) for name in names]
    own = np.array([[parents[child] == parent for child in range(count)] for parent in range(count)])
    number = own.sum(axis=1)[:, None] - own
    sums = (pairs[:, :, judged] * own[:, :, None]).sum(axis=1)[:, None, :] - pairs[:, :, judged] * own[
        :, :, None
    ]
    lost = np.array([float(parent == count) for parent in parents])
    added = [np.log1p(number)[:, :, None], sums / np.maximum(1, number)[:, :, None]]
    added.append(np.repeat(lost[:, None], count, axis=1)[:, :, None])
    pairs[:, :, 15:] = np.concatenate(added, axis=2) * looked[:, :, None]


def _lost(pairs: Matrix, looked: NDArray[np.bool_], parents: Sequence[int], odds: Matrix) -> Matrix:
    """The evidence for the lost original: how well the best others do, and how many go back to it in the tree."""
    count = len(parents)
    found = np.zeros((count, len(LOST)))
    place = {name: number for number, name in enumerate(PAIR)}
    for child in range(count):
        chosen = np.flatnonzero(looked[:, child])
        others = sum(parent == count for other, parent in enumerate(parents) if other != child)
        found[child, 6:] = [
            others / max(1, count - 1),
            np.log1p(others),
            np.log1p(sum(parent == child for parent in parents)),
            max(odds[count, child], -12.0),
        ]
        if len(chosen):
            of = pairs[chosen, child]
            best = of[int(odds[chosen, child].argmax())]
            found[child, :6] = [
                of[:, place["against"]].min(),
                of[:, place["passages_against"]].min(),
                of[:, place["changes_dropped"]].min(),
                of[:, place["changes_kept"]].max(),
                best[place["against"]],
                best[place["passages_against"]],
            ]
    return found
