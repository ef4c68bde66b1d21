"""What holds for the alignment of any likeness."""

from __future__ import annotations

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from retold.renditions.alignment import ENCLOSED, Matrix, _in_order, align

LIKENESS = st.integers(0, 100).map(lambda percent: percent / 100)
MATRICES = st.tuples(st.integers(0, 5), st.integers(0, 5)).flatmap(
    lambda shape: arrays.arrays(np.float64, shape, elements=LIKENESS)
)


@given(MATRICES)
def test_links_are_sorted_unique_and_alike(likeness: Matrix) -> None:
    links = align(likeness)
    pairs = [(link.sentence, link.passage) for link in links]
    assert pairs == sorted(set(pairs))
    assert all(link.likeness == likeness[link.sentence, link.passage] > ENCLOSED for link in links)


@given(MATRICES)
def test_pairs_in_order_are_the_best_of_all_choices(likeness: Matrix) -> None:
    rows, columns = likeness.shape
    every = [
        sum(max(0.0, likeness[pair] - ENCLOSED) for pair in zip(chosen, others, strict=True))
        for size in range(min(rows, columns) + 1)
        for chosen in combinations(range(rows), size)
        for others in combinations(range(columns), size)
    ]
    found = _in_order(likeness)
    assert found == sorted(found)
    assert np.isclose(sum(likeness[pair] - ENCLOSED for pair in found), max(every))


@given(st.integers(1, 40), st.integers(1, 4))
def test_a_text_that_repeats_itself_is_aligned_in_step_with_its_copy(times: int, sentences: int) -> None:
    likeness = np.tile(np.eye(sentences), (times, times))
    assert [(link.sentence, link.passage) for link in align(likeness)] == [
        (i, i) for i in range(times * sentences)
    ]
