"""The language of a text, or that it cannot be told."""

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.text import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The ministers met in Geneva on Monday and agreed on little.", "en"),
        ("Die Minister trafen sich am Montag in Genf und einigten sich kaum.", "de"),
        ("Les ministres se sont réunis lundi à Genève et ne se sont guère entendus.", "fr"),
        ("Los ministros se reunieron el lunes en Ginebra y acordaron poco.", "es"),
        ("Министры встретились в понедельник в Женеве и мало о чём договорились.", "ru"),
        ("Міністри зустрілися в понеділок у Женеві та мало про що домовилися.", "uk"),
        ("اجتمع الوزراء في جنيف يوم الاثنين ولم يتفقوا إلا على القليل.", "ar"),
        ("部长们星期一在日内瓦会晤，但几乎没有达成一致，双方将继续谈判。", "zh"),
        ("मंत्री सोमवार को जिनेवा में मिले और बहुत कम बातों पर सहमत हुए।", "hi"),
    ],
)
def test_a_sentence_is_enough(text: str, language: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(
    "text", ["", " \n", "AFP", "12.09.2022 10:30", "https://www.example.org/a-long-address/of-a-page"]
)
def test_too_little_is_no_language(text: str) -> None:
    assert language_of(text) is None


def test_mixed_lists_of_names_are_in_doubt() -> None:
    assert language_of("xq zvk prrt wglm bnkt zzq vrrk") is None


@given(st.text())
def test_any_string_gives_two_letters_or_none(text: str) -> None:
    assert len(language_of(text) or "xx") == 2


def test_lone_surrogates_are_no_obstacle() -> None:
    assert language_of("The ministers met in Geneva \ud800 on Monday and agreed on little.") == "en"


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    from retold.text.language import _detector

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was asked for")

    monkeypatch.setattr(socket, "socket", refuse)
    _detector.cache_clear()
    assert language_of("The ministers met in Geneva on Monday and agreed on little.") == "en"
