"""The tree of highest sum, against trying all of them."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.renditions.arborescence import arborescence

SCORES = st.integers(1, 4).flatmap(
    lambda count: st.lists(
        st.lists(st.integers(-20, 20), min_size=count, max_size=count), min_size=count + 1, max_size=count + 1
    )
)


def is_tree(parents: tuple[int, ...]) -> bool:
    for node in range(len(parents)):
        seen = set()
        while node != len(parents):
            if node in seen:
                return False
            seen.add(node)
            node = parents[node]
    return True


def total(scores: list[list[int]], parents: tuple[int, ...]) -> int:
    return sum(scores[parent][child] for child, parent in enumerate(parents))


@given(SCORES)
def test_no_tree_has_a_higher_sum(scores: list[list[int]]) -> None:
    count = len(scores[0])
    found = tuple(arborescence(np.array(scores, dtype=float)))
    trees = filter(is_tree, itertools.product(range(count + 1), repeat=count))
    assert is_tree(found)
    assert total(scores, found) == max(total(scores, tree) for tree in trees)


def test_two_circles_within_each_other_are_broken_at_the_best_place() -> None:
    low = -50.0
    scores = np.full((5, 4), low)
    scores[1, 0] = scores[0, 1] = 9.0
    scores[2, 1], scores[0, 2] = 8.0, 7.0
    scores[3, 2], scores[2, 3] = 5.0, 5.0
    scores[4, 3] = -10.0
    assert arborescence(scores) == [1, 2, 3, 4]
