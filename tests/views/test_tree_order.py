from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.views.stemma import tree_order

nodes = st.integers(0, 7)
families = st.dictionaries(nodes, st.none() | nodes, max_size=8)


def test_children_follow_their_parent_in_the_order_given() -> None:
    parents = {"e": "b", "a": None, "c": "a", "b": "a", "d": None}
    assert tree_order(parents) == [("a", 0), ("c", 1), ("b", 1), ("e", 2), ("d", 0)]


def test_a_parent_outside_counts_as_none() -> None:
    assert tree_order({"a": "elsewhere"}) == [("a", 0)]


def test_a_circle_is_cut() -> None:
    assert tree_order({"a": "b", "b": "a"}) == [("a", 0), ("b", 1)]


def test_a_chain_longer_than_the_stack_is_followed() -> None:
    assert tree_order({n: n - 1 if n else None for n in range(5000)})[-1] == (4999, 4999)


@given(families)
def test_everyone_is_there_once(parents: dict[int, int | None]) -> None:
    assert sorted(node for node, _ in tree_order(parents)) == sorted(parents)


@given(families)
def test_whoever_is_not_a_root_hangs_below_the_parent(parents: dict[int, int | None]) -> None:
    path: list[int] = []
    for node, depth in tree_order(parents):
        assert depth <= len(path)
        if depth:
            assert path[depth - 1] == parents[node]
        path = [*path[:depth], node]
