"""Texts to codes: whatever was read before, and however marks stand around a word."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories import coding
from retold.stories.coding import (
    CAPITAL,
    DIGIT,
    HASH,
    LINE_END,
    LONGEST_FORM,
    LOWER,
    MARK,
    QUOTATION,
    SENTENCE_END,
    TEXT_END,
    CodedForms,
    coded,
    coded_forms,
)
from retold.stories.lexicon import lexemes
from retold.text import tokens

FORMS = st.text(st.sampled_from(list("abMU7.,;:!?…-()[]\"'“”‘’„«»。中é")), min_size=1, max_size=8)


def codes(*lines: str, language: str = "en") -> list[int]:
    found: list[int] = np.frombuffer(coded(lines, language), np.int64).tolist()
    return found


def stem(word: str) -> int:
    return lexemes(word, "en")[0].stem


def end_of(form: str) -> list[int]:
    """The codes after the last word of a form."""
    found = codes(form)[:-1]
    words = [place for place, code in enumerate(found) if code < MARK]
    return found[words[-1] + 1 :]


@given(FORMS)
def test_a_form_with_marks_around_it_is_read_as_one_read_whole(form: str) -> None:
    whole = np.array([*coding._codes(form, "en"), TEXT_END], np.int64)
    assert codes(form) == whole.tolist()


@given(FORMS, FORMS, FORMS)
def test_codes_do_not_depend_on_what_was_read_before(first: str, second: str, third: str) -> None:
    fresh = CodedForms("en")
    in_turn = b"".join(fresh[form] for form in (first, second, third, first))
    assert in_turn == b"".join(CodedForms("en")[form] for form in (first, second, third, first))


@given(st.text(st.sampled_from(list("abM7.,'’ \n-中é")), max_size=40))
def test_the_words_of_a_text_are_those_of_its_tokens(text: str) -> None:
    lines = text.splitlines()
    read = [code & HASH for code in codes(*lines) if code < MARK]
    one_by_one = [
        lexeme.stem
        for line in lines
        for form in line.split()
        for token in tokens(form)
        for lexeme in lexemes(token.text, "en")
    ]
    assert read == one_by_one


def test_lines_end_and_so_does_the_text() -> None:
    marks = [code for code in codes("Rain fell", "on the harbour") if code >= MARK]
    assert marks == [LINE_END, TEXT_END]
    assert codes() == [TEXT_END]


def test_a_word_keeps_its_case() -> None:
    upper, lower, digits, script = codes("Rain", "rain", "1967", "雨")[::2]
    assert upper & CAPITAL and not upper & LOWER
    assert lower & LOWER and not lower & CAPITAL
    assert not digits & (CAPITAL | LOWER) and not script & (CAPITAL | LOWER)
    assert digits & DIGIT and not (upper | lower | script) & DIGIT
    assert upper & HASH == lower & HASH == stem("rain")


def test_each_word_of_two_scripts_has_its_own_case() -> None:
    _, *characters = codes("Nokia公司")[:-1]
    assert characters and not any(code & CAPITAL for code in characters)


@pytest.mark.parametrize(
    "form", ["rained.", "rained!", "rained?”", "rained...", "(rained.)", "X-ray.", "Ümit."]
)
def test_a_stop_ends_a_sentence(form: str) -> None:
    assert SENTENCE_END in end_of(form)


@pytest.mark.parametrize(
    "form", ["Mr.", "(Mr.", "U.S.", "non-U.S.", "p.m.)", "J.", "rained,", "“rained”", "rained:"]
)
def test_an_abbreviation_or_another_mark_does_not(form: str) -> None:
    assert SENTENCE_END not in codes(form)


@pytest.mark.parametrize("form", ["example.org", "3.5", "Yahoo!Japan", "a.b.c"])
def test_a_stop_within_a_form_does_not(form: str) -> None:
    assert SENTENCE_END not in codes(form)


@pytest.mark.parametrize("form", ["states’", "(states’)", "states’,"])
def test_an_apostrophe_at_the_end_of_a_word_opens_nothing(form: str) -> None:
    [mark] = [code for code in codes(form) if code >= QUOTATION]
    assert (mark - QUOTATION) % 2 == 1


def test_long_forms_are_read_and_not_kept() -> None:
    forms = coded_forms("zh")
    line = "雨水很多" * LONGEST_FORM
    assert len(codes(line, language="zh")) == len(line) + 1
    assert line not in forms
    assert max(map(len, forms)) <= LONGEST_FORM


def test_forms_are_forgotten_before_they_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(coding, "MOST_FORMS", 10)
    forms = CodedForms("en")
    words = [f"{letter}{number}," for letter in "abc" for number in range(20)]
    read = [forms[word] for word in words]
    assert len(forms) <= 12
    assert read == [forms[word] for word in words]
    assert forms["\n"] == np.array([LINE_END], np.int64).tobytes()


@pytest.mark.parametrize(
    "form",
    [
        "." * 10_000,
        "”" * 10_000,
        "“" * 10_000 + "rain",
        "rain" + "?)" * 5_000,
        "(" * 59 + "a",
        "'" * 60,
        "a.b" * 4_000,
    ],
)
def test_rows_of_marks_are_read_without_ado(form: str) -> None:
    assert codes(form)[-1] == TEXT_END


@given(st.text(st.characters(), max_size=80))
def test_any_text_has_codes(text: str) -> None:
    assert codes(text)[-1] == TEXT_END
