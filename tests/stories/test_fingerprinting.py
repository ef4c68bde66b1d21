"""Sentences to fingerprints: words with their roles, the state of quotations, keys."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Fingerprint
from retold.stories.fingerprints import KEYS, NAME, QUOTED, fingerprint
from retold.stories.lexicon import lexemes
from retold.text import sentences_of


def made(text: str, language: str | None = "en") -> Fingerprint:
    return fingerprint("a", sentences_of("a", text), language, None)


def words_with(role: int, text: str, *candidates: str) -> list[str]:
    """Those of the candidate words that have the role somewhere in the text."""
    found = made(text)
    stems = {stem for stem, roles in zip(found.words, found.roles, strict=True) if roles & role}
    return [word for word in candidates if lexemes(word, "en")[0].stem in stems]


def quoted(text: str, *candidates: str) -> list[str]:
    return words_with(QUOTED, text, *candidates)


def test_words_between_quotation_marks_are_quoted() -> None:
    text = 'The bishop spoke. "Mercy comes first," she said, and left.'
    assert quoted(text, "bishop", "mercy", "first", "said", "left") == ["mercy", "first"]


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "„”", "«»", "»«", "‘’", "''", "””", "「」"])
def test_quotation_marks_of_all_houses(marks: str) -> None:
    text = f"The bishop said: {marks[0]}Mercy comes first{marks[1]} and departed."
    assert quoted(text, "bishop", "mercy", "first", "departed") == ["mercy", "first"]


def test_a_quotation_lasts_over_sentences() -> None:
    text = "She said: “Mercy comes first. Anger never helps. We wait.” Then rain fell."
    assert quoted(text, "mercy", "anger", "wait", "rain") == ["mercy", "anger", "wait"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = "She said: “Mercy comes first. Anger never helps.\n\nThen rain fell on the harbour all night."
    assert quoted(text, "mercy", "anger", "rain", "harbour") == ["mercy", "anger"]


@pytest.mark.parametrize(
    "text",
    [
        "The workers' union said the company's mercy didn't last.",
        "The workers’ union said the company’s mercy didn’t last.",
        "The O'Briens' mercy was the states' mercy.",
    ],
)
def test_apostrophes_open_no_quotation(text: str) -> None:
    assert quoted(text, "union", "mercy", "last", "company") == []


def test_a_closing_mark_without_an_opening_one_opens_nothing() -> None:
    text = "Mercy comes first.” She departed, and anger never helps."
    assert quoted(text, "mercy", "departed", "anger") == []


def test_an_apostrophe_closes_no_quotation() -> None:
    text = "She said: 'The company's mercy didn't last' and departed."
    assert quoted(text, "company", "mercy", "last", "departed") == ["company", "mercy", "last"]


def test_a_quotation_within_a_quotation_does_not_end_it() -> None:
    text = "She said: “They called it ‘mercy’ in the village” and departed."
    assert quoted(text, "called", "mercy", "village", "departed") == ["called", "mercy", "village"]


def test_names_are_capitalised_words_within_a_sentence() -> None:
    text = "Harvest began early near Ostrava. “Rain helped,” said Novak. (Clouds came later.)"
    assert words_with(NAME, text, "harvest", "began", "Ostrava", "rain", "Novak") == ["Ostrava", "Novak"]


def test_only_the_body_counts() -> None:
    news = "Farmers near Ostrava began cutting wheat on Monday, weeks before time."
    text = f"Harvest begins early\n\n{news}\n\nRead more: World"
    kinds = {sentence.kind for sentence in sentences_of("a", text)}
    assert {"body", "boilerplate"} <= kinds
    assert made(text).words == made(news).words


def test_an_unknown_language_is_read_as_english() -> None:
    text = "The harvest near Ostrava began early."
    assert made(text, None) == made(text, "en")


def test_days_count_from_1970() -> None:
    assert fingerprint("a", [], "en", datetime(1970, 1, 3, 23, 59, tzinfo=UTC)).day == 2
    assert fingerprint("a", [], "en", datetime(1969, 12, 31, tzinfo=UTC)).day == -1
    assert fingerprint("a", [], "en", None).day is None


@given(st.text(st.sampled_from(list("abcMN ,.\"'“”‘’\n中é"))) | st.text())
def test_words_rarities_and_roles_run_in_parallel(text: str) -> None:
    found = made(text)
    assert len(found.words) == len(found.rarity) == len(found.roles)
    assert list(found.sentences) == sorted(found.sentences)
    assert all(0 <= start <= len(found.words) for start in found.sentences)
    assert len(found.keys) <= KEYS and set(found.keys) <= set(found.words)


LINES = [
    "Miners at Karviná walked out at dawn over unpaid wages.",
    "The walkout spread to two smelters by nightfall.",
    "Riot police guarded the gates but kept their distance.",
    "A mediator from Brno flew in by helicopter.",
    "Wages have been frozen since the spring thaw.",
]


@given(st.permutations(LINES))
def test_keys_do_not_depend_on_the_order_of_sentences(lines: list[str]) -> None:
    assert made(" ".join(lines)).keys == made(" ".join(LINES)).keys


def test_keys_are_the_rare_words_the_most_frequent_first() -> None:
    found = made("The Karviná miners met. The Karviná miners marched. The people of Karviná were also there.")
    names = [lexemes(word, "en")[0].stem for word in ("Karviná", "miners")]
    assert list(found.keys[:2]) == names
    assert lexemes("the", "en")[0].stem not in found.keys
    assert lexemes("people", "en")[0].stem not in found.keys


def test_phrases_of_a_quotation_are_the_same_wherever_it_stands() -> None:
    said = "“We will not trade the river for a road, nor the road for a promise that nobody ever intends to keep”"
    first = made(f"The mayor of Telč was blunt on Monday. {said}, she told reporters.")
    second = made(f"{said}: with these words Telč's mayor turned the offer down.")
    alone = set(made(said).phrases)
    assert alone
    assert alone <= set(first.phrases) & set(second.phrases)
