"""Words for comparing texts, tokens for showing where they differ."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text import tokens, words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The U.S.-led plan", ["the", "us", "led", "plan"]),
        ("at 5 p.m. in the U.N.", ["at", "5", "pm", "in", "the", "un"]),
        ("6,000 troops, 1,000.5 tons", ["6000", "troops", "1000.5", "tons"]),
        ("3.5 percent, 3.5bn, 10.30", ["3.5", "percent", "3.5", "bn", "10.30"]),
        ("1,0000 and 1,2,3", ["1", "0000", "and", "1", "2", "3"]),
        ("Xi's and Moscow’s states' men", ["xi", "and", "moscow", "states", "men"]),
        ("don't don’t O'Brien", ["dont", "dont", "obrien"]),
        ("Covid-19, state-of-the-art", ["covid", "19", "state", "of", "the", "art"]),
        ("It ended.Then it began", ["it", "ended", "then", "it", "began"]),
        ("co\u00adoperate", ["cooperate"]),
        ("Cafe\u0301 CAFÉ", ["café", "café"]),
        ("Путин встретился с Си", ["путин", "встретился", "с", "си"]),
        ("हिन्दी समाचार", ["हिन्दी", "समाचार"]),
        ("中国人。", ["中", "国", "人"]),
        ("snake_case _", ["snake", "case"]),
        ("", []),
    ],
)
def test_words_are_alike_over_house_styles(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@given(st.text(st.sampled_from(list("aB9 .,'-_$\n"))))
def test_words_do_not_depend_on_what_else_the_text_holds(text: str) -> None:
    """ASCII texts take a shorter way: it must lead to the same words."""
    assert words(f"{text} …") == words(text)


@given(st.text())
def test_words_are_not_empty(text: str) -> None:
    assert all(words(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Xi's U.S. visit.", ["Xi's", "U.S.", "visit", "."]),
        ("1,000.5 or 5-10 or 5–10%", ["1,000.5", "or", "5-10", "or", "5–10", "%"]),
        ("“Wait...” -- no", ["“", "Wait", "...", "”", "--", "no"]),
        ("China-Russia", ["China", "-", "Russia"]),
        ("at 10:30, $5bn", ["at", "10:30", ",", "$", "5bn"]),
        ("中国。", ["中", "国", "。"]),
    ],
)
def test_tokens_are_words_numbers_and_marks(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@given(st.text(st.sampled_from(list("aé9 .,'’-–_$\n中\u0301")) | st.characters()))
def test_tokens_cover_the_visible_characters_once_and_in_order(text: str) -> None:
    found = tokens(text)
    assert all(token.text == text[token.start : token.end] for token in found)
    assert all(one.end <= two.start for one, two in pairwise(found))
    assert "".join(token.text for token in found) == "".join(text.split())


@pytest.mark.parametrize(
    "unit", ["a", "1", "1,000", "1.1.1a", "a.", "a.b", "a'", "a’", "\u0301", "中", "-", " "]
)
def test_a_megabyte_of_anything_is_read(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    assert len("".join(words(text))) <= len(text)
    assert sum(len(token.text) for token in tokens(text)) == len(text) - text.count(" ")
