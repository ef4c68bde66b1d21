"""Word forms to stems and rarity."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.lexicon import FUNCTION_WORD, RAREST, lexemes

MOST = round(10 * (FUNCTION_WORD - RAREST))


def rarity(word: str, language: str = "en") -> int:
    (lexeme,) = lexemes(word, language)
    return lexeme.rarity


def stem(word: str, language: str = "en") -> int:
    (lexeme,) = lexemes(word, language)
    return lexeme.stem


def test_inflected_forms_share_a_stem() -> None:
    assert stem("sanctions") == stem("Sanction") == stem("sanction's")
    assert stem("санкции", "ru") == stem("санкций", "ru")
    assert stem("sanction") != stem("saction")


def test_rare_words_weigh_more_than_common_ones() -> None:
    assert rarity("the") == 0
    assert 0 < rarity("president") < rarity("uranium") < rarity("ryabkov") == MOST


def test_a_word_of_no_table_is_as_rare_as_can_be() -> None:
    assert rarity("qwxzkj") == MOST


def test_all_numbers_weigh_the_same() -> None:
    assert rarity("7") == rarity("1967") == rarity("6,000") > 0


@pytest.mark.parametrize(
    ("form", "count"), [("—", 0), ("...", 0), ("Sino-Russian", 2), ("U.S.", 1), ("中国", 2)]
)
def test_a_form_gives_the_lexemes_of_its_words(form: str, count: int) -> None:
    assert len(lexemes(form, "en")) == count


@pytest.mark.parametrize(
    ("language", "function_word", "word"),
    [("no", "ikke", "kjernekraft"), ("hr", "koji", "sporazum"), ("tl", "mga", "pamahalaan")],
)
def test_languages_known_by_another_code_have_their_table(
    language: str, function_word: str, word: str
) -> None:
    assert rarity(function_word, language) == 0 < rarity(word, language) < MOST


@pytest.mark.parametrize(
    ("language", "function_words", "words"),
    [
        ("sq", ["dhe", "në", "e"], ["qeveria", "ndërtimin"]),
        ("sw", ["na", "ya", "kwa"], ["serikali", "mwanafunzi"]),
    ],
)
def test_in_a_language_without_a_table_short_words_say_nothing(
    language: str, function_words: list[str], words: list[str]
) -> None:
    assert [rarity(word, language) for word in function_words] == [0] * len(function_words)
    assert all(0 < rarity(word, language) < MOST for word in words)


@given(st.text(max_size=12), st.sampled_from(["en", "ru", "zh", "no", "sw", "xx"]))
def test_rarity_has_bounds_and_stems_fit_a_signed_integer(form: str, language: str) -> None:
    for lexeme in lexemes(form, language):
        assert 0 <= lexeme.rarity <= MOST
        assert 0 <= lexeme.stem < 2**63
