"""Scores of directed edges to the tree of highest sum (Chu and Liu 1965, Edmonds 1967)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from retold.renditions.stemma_characters import Matrix


def arborescence(scores: Matrix) -> list[int]:
    """The parent of every node, so that all hang from the root and the sum of the scores is highest.

    scores: (n + 1) x n, row parent, column child; the last row is the root, whose scores must be finite. Of equal
    parents the first is taken. O(n^3) at worst, O(n^2) where the best parents already make a tree.
    """
    count = scores.shape[1]
    square = np.full((count + 1, count + 1), -np.inf)
    square[:, :count] = scores
    np.fill_diagonal(square, -np.inf)
    return _parents(square, count)[:count]


def _parents(scores: Matrix, root: int) -> list[int]:
    parents = [int(parent) for parent in scores.argmax(axis=0)]
    parents[root] = root
    circle = _circle(parents, root)
    if not circle:
        return parents
    inside = set(circle)
    outside = [node for node in range(len(scores)) if node not in inside]
    own = np.array([scores[parents[node], node] for node in circle])
    entering = scores[np.ix_(outside, circle)] - own[None, :]
    leaving = scores[np.ix_(circle, outside)]
    smaller = np.full((len(outside) + 1, len(outside) + 1), -np.inf)
    smaller[:-1, :-1] = scores[np.ix_(outside, outside)]
    smaller[:-1, -1] = entering.max(axis=1)
    smaller[-1, :-1] = leaving.max(axis=0)
    above = _parents(smaller, outside.index(root))
    for place, node in enumerate(outside):
        if node != root:
            from_circle = above[place] == len(outside)
            parents[node] = circle[int(leaving[:, place].argmax())] if from_circle else outside[above[place]]
    parents[circle[int(entering[above[-1]].argmax())]] = outside[above[-1]]
    return parents


def _circle(parents: Sequence[int], root: int) -> list[int]:
    """The nodes of a circle of parents, or nothing."""
    done = {root}
    for start in range(len(parents)):
        way: dict[int, None] = {}
        node = start
        while node not in done and node not in way:
            way[node] = None
            node = parents[node]
        if node in way:
            nodes = list(way)
            return nodes[nodes.index(node) :]
        done.update(way)
    return []
