"""A tree to what speaks for each parent in the light of it: whose readings are changes, and who keeps them.

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

# Best candidates of the first round that the later ones look at: beyond the tenth hardly any is the parent.
CANDIDATES = 12

# Share of the child's readings in a passage that the parent has, from which the two surely tell the same there.
CLOSE = 0.5

# Log probability that stands for anything less likely; weight of readings under which a share says little.
UNLIKELY, LITTLE = -12.0, 0.25

Flags = NDArray[np.bool_]
Counts = NDArray[np.int32]

PAIR = (
    "against",
    "against_rate",
    "against_far",
    "against_share",
    "against_close",
    "against_places",
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
    "round_before",
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
    "lost_round_before",
)
"""The evidence for the lost original."""


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """How many wordings of some set have each reading (m) and tell each passage (k)."""

    readings: Counts
    told: Counts

    def without(self, other: _Held) -> _Held:
        return _Held(self.readings - other.readings, self.told - other.told)


@dataclass(frozen=True, slots=True, eq=False)
class _Tree:
    """The characters as arrays (n x m, n x k); which wordings are under which (n x n); what whole subtrees hold."""

    weights: Vector
    passages: NDArray[np.int64]
    readings: Flags
    told: Flags
    under: Flags
    subtrees: list[_Held]
    every: _Held

    def own(self, place: int) -> _Held:
        """What one wording holds."""
        return _Held(self.readings[place].astype(np.int32), self.told[place].astype(np.int32))

    def weight(self, chosen: Flags) -> float:
        """What the chosen readings weigh."""
        return float(self.weights[chosen].sum())


def second_evidence(
    characters: Characters, parents: Sequence[int], odds: Matrix
) -> tuple[Flags, Matrix, Matrix]:
    """The evidence in the light of a tree.

    parents: each wording's parent, n for the lost original. odds: log probabilities of the round before, (n + 1) x n.
    Returns which pairs were looked at (n x n), their evidence (n x n x len(PAIR)) and that for the lost original
    (n x len(LOST)).
    """
    count = len(parents)
    tree = _tree(characters, parents)
    looked = np.zeros((count, count), dtype=np.bool_)
    pairs = np.zeros((count, count, len(PAIR)))
    for child in range(count):
        for parent in map(int, np.argsort(-odds[:count, child], kind="stable")[:CANDIDATES]):
            if np.isfinite(odds[parent, child]):
                looked[parent, child] = True
                found = _pair(tree, parent, child) | {
                    "round_before": max(float(odds[parent, child]), UNLIKELY)
                }
                pairs[parent, child, : len(found)] = [found[name] for name in PAIR[: len(found)]]
    _add_children(pairs, looked, parents)
    return looked, pairs, _lost(pairs, looked, parents, odds)


def _tree(characters: Characters, parents: Sequence[int]) -> _Tree:
    readings, told = characters.readings.toarray() > 0, characters.told > 0
    under = np.eye(len(parents), dtype=np.bool_)
    for node in range(len(parents)):
        above = parents[node]
        while above < len(parents):
            under[above, node] = True
            above = parents[above]
    return _Tree(
        weights=characters.weights,
        passages=characters.passages,
        readings=readings,
        told=told,
        under=under,
        subtrees=[_held(readings[nodes], told[nodes]) for nodes in under],
        every=_held(readings, told),
    )


def _held(readings: Flags, told: Flags) -> _Held:
    return _Held(readings.sum(axis=0, dtype=np.int32), told.sum(axis=0, dtype=np.int32))


def _pair(tree: _Tree, parent: int, child: int) -> dict[str, float]:
    """The evidence of `PAIR` up to `descendant`."""
    moved = tree.subtrees[child]
    if tree.under[child, parent]:
        # Hung from its own descendant, a child keeps the rest of its subtree.
        moved = moved.without(tree.subtrees[parent])
    beyond = tree.every.without(tree.subtrees[parent])
    if not tree.under[parent, child]:
        beyond = beyond.without(moved)
    outside = tree.every.without(moved).without(tree.own(parent))
    return {
        **_readings(tree, parent, child, outside),
        **_changes(tree, parent, child, beyond),
        **_passages(tree, parent, child, outside, beyond),
        "descendant": float(tree.under[child, parent]),
    }


def _readings(tree: _Tree, parent: int, child: int, outside: _Held) -> dict[str, float]:
    """The child's readings that the parent lacks: those that others, not under the child, have speak against it."""
    there = tree.told[parent][tree.passages]
    gained = tree.readings[child] & ~tree.readings[parent] & there
    against, own = tree.weight(gained & (outside.readings > 0)), tree.weight(gained & (outside.readings <= 0))
    close = gained & (outside.readings > 0) & _close(tree, parent, child)
    shares = np.minimum(1.0, outside.readings / np.maximum(1, outside.told[tree.passages]))
    return {
        "against": float(np.log1p(against)),
        "against_rate": against / max(1.0, tree.weight(tree.readings[child] & there)),
        "against_far": float(np.log1p((tree.weights * shares)[gained].sum())),
        "against_share": against / max(LITTLE, against + own),
        "against_close": float(np.log1p(tree.weight(close))),
        "against_places": float(np.log1p(len(np.unique(tree.passages[close])))),
        "own": float(np.log1p(own)),
    }


def _close(tree: _Tree, parent: int, child: int) -> Flags:
    """The readings of passages that both have in nearly the same words: nothing there comes from a misalignment."""
    count = tree.told.shape[1]
    sizes, shared = (
        np.bincount(tree.passages, weights=tree.weights * held, minlength=count)
        for held in (tree.readings[child], tree.readings[child] & tree.readings[parent])
    )
    return np.asarray((shared >= CLOSE * sizes)[tree.passages])


def _changes(tree: _Tree, parent: int, child: int, beyond: _Held) -> dict[str, float]:
    """The parent's changes, which none beyond its branch has: how many of them the child keeps."""
    there = tree.told[child][tree.passages]
    known = (beyond.told > 0)[tree.passages]
    changes = tree.readings[parent] & (beyond.readings <= 0) & known & there
    kept = tree.weight(changes & tree.readings[child])
    dropped = tree.weight(changes & ~tree.readings[child])
    both = tree.weight(tree.readings[child] & tree.told[parent][tree.passages])
    return {
        "changes_kept": float(np.log1p(kept)),
        "changes_dropped": float(np.log1p(dropped)),
        "changes_dropped_rate": dropped / max(1.0, both),
        "changes_kept_share": kept / max(LITTLE, kept + dropped),
    }


def _passages(tree: _Tree, parent: int, child: int, outside: _Held, beyond: _Held) -> dict[str, float]:
    """The same for whole passages."""
    more = tree.told[child] & ~tree.told[parent]
    added = tree.told[parent] & (beyond.told <= 0)
    counts = {
        "passages_against": more & (outside.told > 0),
        "passages_own": more & (outside.told <= 0),
        "passages_kept": added & tree.told[child],
        "passages_dropped": added & ~tree.told[child],
    }
    return {name: float(np.log1p(chosen.sum())) for name, chosen in counts.items()}


def _add_children(pairs: Matrix, looked: Flags, parents: Sequence[int]) -> None:
    """Adds how the parent does with the children it has in the tree, the child in question left out."""
    count = len(parents)
    judged = pairs[
        :, :, [PAIR.index(name) for name in ("against_rate", "changes_dropped", "passages_against")]
    ]
    own = np.array([[float(above == parent) for above in parents] for parent in range(count)])
    number = own.sum(axis=1, keepdims=True) - own
    sums = (judged * own[:, :, None]).sum(axis=1, keepdims=True) - judged * own[:, :, None]
    lost = np.repeat([[float(above == count)] for above in parents], count, axis=1)
    means = sums / np.maximum(1, number)[:, :, None]
    added = [np.log1p(number)[:, :, None], means, lost[:, :, None]]
    pairs[:, :, -5:] = np.concatenate(added, axis=2) * looked[:, :, None]


def _lost(pairs: Matrix, looked: Flags, parents: Sequence[int], odds: Matrix) -> Matrix:
    """The evidence for the lost original: how well the best others do, and how many go back to it in the tree."""
    count = len(parents)
    place = {name: number for number, name in enumerate(PAIR)}
    found = np.zeros((count, len(LOST)))
    for child in range(count):
        chosen = np.flatnonzero(looked[:, child])
        if len(chosen):
            judged = pairs[chosen, child]
            best = judged[int(odds[chosen, child].argmax())]
            found[child, :6] = [
                judged[:, place["against"]].min(),
                judged[:, place["passages_against"]].min(),
                judged[:, place["changes_dropped"]].min(),
                judged[:, place["changes_kept"]].max(),
                best[place["against"]],
                best[place["passages_against"]],
            ]
        others = parents.count(count) - (parents[child] == count)
        found[child, 6:] = [
            others / max(1, count - 1),
            np.log1p(others),
            np.log1p(parents.count(child)),
            max(float(odds[count, child]), UNLIKELY),
        ]
    return found
