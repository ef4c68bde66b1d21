"""Names put right within a report: what is one name told otherwise, and what is two names."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.actors.repair import RepairedName, repaired_names
from retold.renditions.telling import Telling, telling

SPEECH = "“The harbour will stay open this winter,” said {}, director of the shipping program at the Fjord Institute in Bergen."
VISIT = "The delegation met {} on Monday to discuss the ferry route to the islands."
WARNING = "Reporters heard from {} after the meeting that nobody had paid for the new ferries."


def told(article_id: str, *passages: str) -> Telling:
    return telling(article_id, None, None, None, dict(enumerate(passages)))


def in_slots(*readings: tuple[str, str, str]) -> list[RepairedName]:
    """The names of tellings with these in the three slots."""
    return repaired_names(
        [
            told(article_id, SPEECH.format(a), VISIT.format(b), WARNING.format(c))
            for article_id, (a, b, c) in zip("abcdef", readings, strict=False)
        ]
    )


def named(names: list[RepairedName], name: str) -> RepairedName:
    [found] = [found for found in names if found.name == name]
    return found


def causes(name: RepairedName) -> dict[str, str]:
    return {alias.text: alias.cause for alias in name.aliases}


@pytest.mark.parametrize(
    ("damaged", "cause"),
    [
        ("Yusuf Karimow", "transliteration"),
        ("Yusuf Kareemov", "transliteration"),
        ("Karimov Yusuf", "order"),
        ("Yusuf Karpimov", "typo"),
    ],
)
def test_a_name_spelled_otherwise_is_an_alias_with_its_cause(damaged: str, cause: str) -> None:
    right = ("Yusuf Karimov", "Karimov", "Karimov")
    name = named(in_slots(right, right, (damaged, damaged, damaged)), "Yusuf Karimov")
    assert name.support == ("a", "b")
    assert causes(name)[damaged] == cause


def test_a_surname_taken_for_a_common_word_is_put_right() -> None:
    """Even though as many have the word: a name is rarely a word, and a word is what rewriting tools put."""
    names = in_slots(("Edith Marsh", "Marsh", "Marsh"), ("Edith Swamp", "Marsh", "Swamp"))
    name = named(names, "Edith Marsh")
    assert causes(name) == {"Edith Swamp": "translated", "Marsh": "shortened", "Swamp": "translated"}


def test_a_name_that_stands_whole_nowhere_is_put_together() -> None:
    names = in_slots(("Edith Pebble", "Stone", "Stone"), ("Edith Rock", "Pebble", "Stone"))
    name = named(names, "Edith Stone")
    assert name.support == ("a", "b")
    assert set(causes(name)) == {"Edith Pebble", "Edith Rock", "Pebble", "Stone"}


def test_a_body_with_a_synonym_swapped_in_is_one_body() -> None:
    right, swapped = (
        f"The report was written by scientists at {body} and published on Monday."
        for body in ("Skagen University", "Skagen College")
    )
    names = repaired_names([told("a", right), told("b", right), told("c", swapped)])
    assert causes(named(names, "Skagen University")) == {"Skagen College": "translated"}


def test_a_paper_put_in_the_place_of_another_is_not_merged() -> None:
    """Though each has a common word where the other has none."""
    ours, theirs = (
        f"Several readers of {paper} wrote in to ask what stands behind the news about the ferries."
        for paper in ("Trendwire Today", "Harbour Courier")
    )
    names = repaired_names([told("a", ours), told("b", theirs)])
    assert all(not name.aliases for name in names)


def test_two_ministries_stay_two() -> None:
    ours, theirs = (
        f"The plan was drawn up by the {kind} Ministry and published on Monday."
        for kind in ("Foreign", "Defence")
    )
    names = repaired_names([told("a", ours), told("b", theirs)])
    assert all(not name.aliases for name in names)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Raul Castro", "Fidel Castro"),
        ("Kim Jong Un", "Kim Jong Il"),
        ("Yusuf Karimov", "Yusuf Haddadin"),
        ("Edith Marsh", "Edith Baker"),
        ("Edith Marsh", "Oleg Tarasenko"),
    ],
)
def test_another_person_put_in_is_not_merged(one: str, other: str) -> None:
    names = in_slots((one, one, one), (one, one, one), (other, one, one))
    assert {one, other} <= {name.name for name in names}
    assert all(alias.cause == "shortened" for name in names for alias in name.aliases)


def test_a_surname_of_two_is_nobodys_short_form() -> None:
    names = in_slots(("Raul Castro", "Fidel Castro", "Castro"), ("Raul Castro", "Fidel Castro", "Castro"))
    assert {name.name for name in names} >= {"Raul Castro", "Fidel Castro", "Castro"}
    assert all(not name.aliases for name in names)


def test_a_name_that_one_telling_has_beside_the_other_is_another() -> None:
    """Where both stand in one text they are two persons, however alike they look."""
    both = ("Marta Kerner", "Marta Kellner", "Kellner")
    names = in_slots(both, both, ("Marta Kellner", "Marta Kellner", "Kellner"))
    assert {"Marta Kerner", "Marta Kellner"} <= {name.name for name in names}


def test_the_better_attested_spelling_is_the_name() -> None:
    right, wrong = ("Yusuf Karimov",) * 3, ("Yusuf Karimow",) * 3
    assert named(in_slots(right, right, right, wrong), "Yusuf Karimov").support == ("a", "b", "c")
    assert named(in_slots(right, wrong, wrong, wrong), "Yusuf Karimow").support == ("b", "c", "d")


READINGS = st.lists(
    st.tuples(
        *[
            st.sampled_from(
                ["Edith Marsh", "Edith Swamp", "Marsh", "Oleg Tarasenko", "Olek Tarasenko", "Kim Jong Un"]
            )
        ]
        * 3
    ),
    min_size=1,
    max_size=5,
)


@settings(deadline=None, max_examples=40)
@given(READINGS, st.data())
def test_the_order_of_the_tellings_does_not_matter(
    readings: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    tellings = [
        told(str(number), SPEECH.format(a), VISIT.format(b), WARNING.format(c))
        for number, (a, b, c) in enumerate(readings)
    ]
    assert repaired_names(tellings) == repaired_names(data.draw(st.permutations(tellings)))


@settings(deadline=None, max_examples=40)
@given(READINGS)
def test_every_form_belongs_to_one_name_and_to_articles_that_have_it(
    readings: list[tuple[str, str, str]],
) -> None:
    tellings = [
        told(str(number), SPEECH.format(a), VISIT.format(b), WARNING.format(c))
        for number, (a, b, c) in enumerate(readings)
    ]
    texts = {one.article_id: " ".join(one.passages.values()) for one in tellings}
    names = repaired_names(tellings)
    forms = list(itertools.chain.from_iterable([alias.text for alias in name.aliases] for name in names))
    assert len(forms) == len(set(forms))
    for name in names:
        assert name.support
        for alias in name.aliases:
            assert 0.0 < alias.confidence < 1.0
            assert alias.article_ids
            assert all(alias.text in texts[article_id] for article_id in alias.article_ids)


@pytest.mark.parametrize(
    "text", ["", "“”‘’«»", "A", "THE MAYOR OF OSLO SPOKE TO KARIN BERG " * 50, "שלום עולם"]
)
def test_odd_texts_have_odd_names_at_most(text: str) -> None:
    assert isinstance(repaired_names([told("a", text), told("b", text)]), list)


def test_no_tellings_have_no_names() -> None:
    assert repaired_names([]) == []
