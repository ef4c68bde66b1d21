"""A parse of one spelling of a sentence serves its other spellings: places are carried over."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.reading.offsets import Offsets
from retold.text import normal

SPELLINGS = [
    ("a--b ''x'' c…d", "a—b “x” c...d"),
    ('He said: "Go - now."', "He said: “Go — now.”"),
    ("It's  late", "It’s late"),
    ("'twas “so”", '‘twas "so"'),
    ("one --- two", "one – two"),
    ('"', "'\u200b'"),
]


@pytest.mark.parametrize(("parsed", "told"), SPELLINGS)
def test_words_are_found_in_another_spelling(parsed: str, told: str) -> None:
    offsets = Offsets(parsed, told)
    for start, end in words_of(parsed):
        first, last = offsets.carried(start, end)
        assert normal(told[first:last]) == normal(parsed[start:end])


def words_of(text: str) -> list[tuple[int, int]]:
    found, start = [], 0
    for word in text.split():
        start = text.index(word, start)
        found.append((start, start + len(word)))
        start += len(word)
    return found


@given(st.text(alphabet="ab c'’“\"”—-–…. \u200b\u00a0", max_size=30))
def test_the_normal_form_is_a_spelling_like_any_other(text: str) -> None:
    plain = normal(text)
    offsets = Offsets(plain, text)
    for start, end in words_of(plain):
        first, last = offsets.carried(start, end)
        assert 0 <= first <= last <= len(text)
        assert normal(text[first:last]).replace(" ", "") == plain[start:end]


def test_equal_spellings_keep_their_places() -> None:
    assert Offsets("Rain fell.", "Rain fell.").carried(5, 9) == (5, 9)
