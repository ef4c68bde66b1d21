"""Word hashes of many texts to runs and skip-trigrams."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.coding import HASH
from retold.stories.word_runs import RUN, TRIGRAMS, WINDOW, Ids, runs, skip_trigrams

WORDS = st.lists(st.integers(0, HASH) | st.integers(0, 3), max_size=30)
TEXTS = st.lists(WORDS, max_size=4)
Hashed = list[list[int]]


def end_to_end(texts: Hashed) -> tuple[Ids, Ids]:
    words = np.array([word for text in texts for word in text], np.int64)
    return words, np.repeat(np.arange(len(texts)), [len(text) for text in texts])


def by_text(found: tuple[Ids, Ids], count: int) -> list[list[int]]:
    hashes, owners = found
    return [sorted(hashes[owners == text].tolist()) for text in range(count)]


def runs_of(texts: Hashed) -> list[list[int]]:
    words, owners = end_to_end(texts)
    return by_text(runs(words, owners, np.ones(len(words), bool)), len(texts))


def trigrams_of(texts: Hashed, below: int = HASH) -> list[list[int]]:
    words, owners = end_to_end(texts)
    return by_text(skip_trigrams(words, owners, np.full(len(words), below)), len(texts))


def one_run(words: list[int]) -> int:
    [[found]] = runs_of([words])
    return found


def one_trigram(words: tuple[int, int, int]) -> int:
    [[found]] = trigrams_of([list(words)])
    return found


@given(TEXTS)
def test_runs_are_those_of_each_text_by_itself(texts: Hashed) -> None:
    expected = [sorted(one_run(text[at : at + RUN]) for at in range(len(text) - RUN + 1)) for text in texts]
    assert runs_of(texts) == expected


@given(st.lists(st.tuples(st.integers(0, 99), st.booleans()), max_size=30))
def test_a_run_lies_wholly_in_what_is_chosen(marked: list[tuple[int, bool]]) -> None:
    words, chosen = [word for word, _ in marked], np.array([mark for _, mark in marked], bool)
    found, _ = runs(*end_to_end([words]), chosen)
    starts = [at for at in range(len(words) - RUN + 1) if all(chosen[at : at + RUN])]
    assert found.tolist() == [one_run(words[at : at + RUN]) for at in starts]


def test_the_order_of_words_counts() -> None:
    assert one_run([1, 2, 3, 4, 5]) != one_run([2, 1, 3, 4, 5])
    assert len({one_trigram(order) for order in ((1, 2, 3), (1, 3, 2), (3, 2, 1), (2, 1, 3))}) == 4


@given(TEXTS)
def test_skip_trigrams_are_words_in_order_within_the_window_of_each_text(texts: Hashed) -> None:
    expected = [
        sorted(
            one_trigram((text[a], text[b], text[c]))
            for a, b, c in combinations(range(len(text)), 3)
            if c - a < WINDOW
        )
        for text in texts
    ]
    assert trigrams_of(texts) == expected


def test_each_word_but_the_last_begins_as_many_skip_trigrams() -> None:
    [found] = trigrams_of([list(range(WINDOW + 20))])
    [fewer] = trigrams_of([list(range(WINDOW + 19))])
    assert len(found) - len(fewer) == TRIGRAMS


@given(TEXTS, st.integers(0, HASH))
def test_those_below_a_limit_are_wanted(texts: Hashed, below: int) -> None:
    wanted = [[found for found in hashes if found < below] for hashes in trigrams_of(texts)]
    assert trigrams_of(texts, below) == wanted
