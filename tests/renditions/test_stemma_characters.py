"""Wordings as characters that are there or not."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.renditions.stemma_characters import Characters, characters

TOLD = st.lists(st.sampled_from(["hall", "halls", "sold", "brewery", "the"]), max_size=6).map(tuple)
WORDINGS = st.lists(st.dictionaries(st.integers(0, 3), TOLD), min_size=1, max_size=5)


def pair(left: str, right: str) -> Characters:
    return characters([{0: tuple(left.split())}, {0: tuple(right.split())}])


def change(found: Characters) -> float:
    return float(found.gained(found.weights)[0, 1])


def test_a_swapped_word_weighs_about_one() -> None:
    assert change(pair("they sold the hall today", "they bought the hall today")) == 1.0


def test_a_respelled_word_weighs_less_than_another_word() -> None:
    respelled = change(pair("they sold the celler today", "they sold the cellar today"))
    assert 0 < respelled < change(pair("they sold the celler today", "they sold the quay today"))


def test_passages_that_one_lacks_are_no_change_of_readings() -> None:
    found = characters([{0: ("hall",), 1: ("quay", "cleared")}, {0: ("hall",)}])
    assert not found.gained(found.weights).any()


def test_a_repeated_word_counts_each_time() -> None:
    assert change(pair("the hall", "the hall the hall")) > 0


def test_rare_words_are_odder_than_common_ones() -> None:
    found = pair("a good idea", "a felicitous idea")
    odd = found.gained(found.oddness)
    assert odd[0, 1] > odd[1, 0]


@given(WORDINGS)
def test_what_is_shared_is_shared_both_ways_and_no_more_than_the_whole(
    wordings: list[dict[int, tuple[str, ...]]],
) -> None:
    found = characters(wordings)
    shared, sizes = found.shared(found.weights), found.sizes(found.weights).sum(axis=1)
    assert np.allclose(shared, shared.T)
    assert np.allclose(np.diag(shared), sizes)
    assert (shared <= np.minimum(sizes[:, None], sizes[None, :]) + 1e-9).all()
    assert (found.gained(found.weights) >= 0).all()
