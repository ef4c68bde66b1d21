"""What two texts have in common, counted for many pairs at once."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.lists import Lists
from retold.stories.sharing import Sets, signatures

NUMBERS = st.sets(st.integers(0, 40) | st.integers(0, 2**30 - 1), max_size=12)
TEXTS = st.lists(NUMBERS, min_size=1, max_size=8)


def laid_out(texts: list[set[int]]) -> Lists:
    offsets = np.cumsum([0, *map(len, texts)])
    return Lists(offsets, np.array([value for text in texts for value in sorted(text)], dtype=np.int64))


def all_pairs(count: int) -> tuple[np.ndarray, np.ndarray]:
    left, right = np.divmod(np.arange(count * count), count)
    return left, right


@given(TEXTS)
def test_what_two_texts_share_is_their_intersection(texts: list[set[int]]) -> None:
    left, right = all_pairs(len(texts))
    found = Sets.of(laid_out(texts)).common(left, right)
    assert found.tolist() == [len(texts[a] & texts[b]) for a, b in zip(left, right, strict=True)]


@given(TEXTS)
def test_what_is_shared_weighs_the_product_of_its_roots(texts: list[set[int]]) -> None:
    lists = laid_out(texts)
    roots = (1 + lists.values % 7 + lists.owners).astype(np.float64)
    left, right = all_pairs(len(texts))
    found = Sets.of(lists, roots).common(left, right)
    for a, b, weight in zip(left.tolist(), right.tolist(), found.tolist(), strict=True):
        expected = sum((1.0 + value % 7 + a) * (1.0 + value % 7 + b) for value in texts[a] & texts[b])
        assert weight == pytest.approx(expected)


@given(TEXTS)
def test_a_text_weighs_all_that_it_has_whoever_shares_it(texts: list[set[int]]) -> None:
    assert Sets.of(laid_out(texts)).totals.tolist() == [len(text) for text in texts]


@given(TEXTS)
def test_texts_have_one_signature_when_they_have_the_same_numbers(texts: list[set[int]]) -> None:
    found = signatures([laid_out(texts)]).tolist()
    for a, ours in enumerate(texts):
        assert [found[a] == theirs for theirs in found] == [ours == text for text in texts]
