"""Names in many scripts to one sound."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.sounds import script_of, sound

WRITTEN = {
    "zelenskyy": ["Зеленський", "зеленского", "зеленским", "Ζελένσκι", "زيلينسكي", "זלנסקי", "ज़ेलेंस्की"],
    "obama": ["Обамы", "أوباما", "אובמה", "ओबामा", "오바마", "ობამა", "Օբամա"],
    "moscow": ["Москва", "москвы", "მოსკოვი"],
    "trump": ["трампом", "Τραμπ", "ترامب", "ट्रंप"],
    "vilnius": ["Вильнюсом", "Βίλνιους"],
    "pretoria": ["Претории", "بريتوريا", "פרטוריה", "프리토리아"],
}


@pytest.mark.parametrize("latin", WRITTEN)
def test_a_name_sounds_alike_in_every_script(latin: str) -> None:
    heard = {written: sound(written.lower()) for written in WRITTEN[latin]}
    assert heard == dict.fromkeys(heard, sound(latin))


@pytest.mark.parametrize(
    ("one", "other"),
    [("merkel", "macron"), ("putin", "poroshenko"), ("nairobi", "niger"), ("harare", "hanoi")],
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert sound(one) != sound(other)


def test_a_vowel_at_the_beginning_is_heard() -> None:
    assert sound("aden") != sound("den")
    assert sound("eden") == sound("aden")


def test_articles_written_with_the_word_are_left_out() -> None:
    assert sound("القاهرة") == sound("بالقاهرة") == sound("والقاهرة")


def test_scripts_are_told_by_the_first_letter() -> None:
    assert [script_of(word) for word in ("abc", "été", "мир", "中", "")] == [
        "LATIN",
        "LATIN",
        "CYRILLIC",
        "CJK",
        "LATIN",
    ]


@given(st.text(max_size=40))
def test_every_word_has_a_row_of_signs(word: str) -> None:
    heard = sound(word.lower())
    assert set(heard) <= set("pktslmna")
    assert all(before != after for before, after in pairwise(heard))
