"""The normal form: what copies that differ in typography share."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text import normal, sentence_key


@pytest.mark.parametrize(
    ("written", "form"),
    [
        ("“Never,” he said", '"Never," he said'),
        ("„Nie“, »nein« und «non»", '"Nie", "nein" und "non"'),
        ("``Never,'' he said", '"Never," he said'),
        ("Moscow’s ‘plan’", "Moscow's 'plan'"),
        ("war—even then – or never -- at all", "war-even then - or never - at all"),
        ("wait…", "wait..."),
        ("co\u00adoperate\u200b now\ufeff", "cooperate now"),
        ("  one\n two\u00a0three\t", "one two three"),
        ("cafe\u0301", "café"),
        ("½ ﬁne №5", "½ ﬁne №5"),
        ("NATO and Nato", "NATO and Nato"),
        (" \u200b ", ""),
    ],
)
def test_typography_goes_and_wording_stays(written: str, form: str) -> None:
    assert normal(written) == form


def test_the_key_ignores_typography_but_not_case() -> None:
    assert sentence_key("“Never,” he said…") == sentence_key('"Never,"  he said...')
    assert sentence_key("The Pole left.") != sentence_key("The pole left.")


typographic = st.text(st.sampled_from(list("aé\u0301`'\"-–—…‘’“”« \u00a0\n\u200b\u00ad´.")) | st.characters())


@given(typographic)
def test_the_normal_form_of_a_normal_form_is_itself(text: str) -> None:
    assert normal(normal(text)) == normal(text)


@given(typographic)
def test_the_normal_form_is_composed_and_without_double_spaces(text: str) -> None:
    form = normal(text)
    assert unicodedata.is_normalized("NFC", form)
    assert form == " ".join(form.split())


@given(typographic)
def test_equivalent_encodings_have_one_normal_form(text: str) -> None:
    assert normal(unicodedata.normalize("NFD", text)) == normal(unicodedata.normalize("NFC", text))
