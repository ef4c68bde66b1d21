"""Word hashes to runs of five."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.runs import RUN, runs

WORDS = st.lists(st.integers(0, 2**62) | st.integers(0, 3), max_size=30)


def hashed(words: list[int], chosen: list[bool] | None = None) -> list[int]:
    mask = np.ones(len(words), dtype=bool) if chosen is None else np.array(chosen, dtype=bool)
    found: list[int] = runs(np.array(words, dtype=np.int64), mask).tolist()
    return found


@given(WORDS)
def test_there_are_as_many_as_there_are_different_runs(words: list[int]) -> None:
    different = {tuple(words[start : start + RUN]) for start in range(len(words) - RUN + 1)}
    found = hashed(words)
    assert len(found) == len(different)
    assert found == sorted(found)


@given(WORDS, WORDS, WORDS)
def test_a_text_within_another_has_the_same_runs(
    before: list[int], words: list[int], after: list[int]
) -> None:
    assert set(hashed(words)) <= set(hashed(before + words + after))


@given(st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=30))
def test_a_run_lies_wholly_in_what_is_chosen(marked: list[tuple[int, bool]]) -> None:
    words, chosen = [word for word, _ in marked], [mark for _, mark in marked]
    wanted = {
        hashed(words[start : start + RUN])[0]
        for start in range(len(words) - RUN + 1)
        if all(chosen[start : start + RUN])
    }
    assert set(hashed(words, chosen)) == wanted


def test_the_order_of_words_counts() -> None:
    assert hashed([1, 2, 3, 4, 5]) != hashed([2, 1, 3, 4, 5])
