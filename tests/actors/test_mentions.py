"""Who is named in an article: full names, short forms, descriptions and pronouns lead to one actor."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from retold.actors.mentions import FoundMention, mentions_in
from retold.reading.article import read_text
from retold.reading.parser import Parser, parser_named

TEXT = """Chirac and Schroeder to meet

PARIS, June 3 - French President Jacques Chirac will travel to Berlin on Monday, the Elysee said. He wants to discuss
steel tariffs with Chancellor Gerhard Schroeder.

Chirac has called the tariffs a mistake. Washington imposed them in March, and the European Union has threatened to
answer.

"We expected more," said Wilma Oberkirch, director of the trade programme at the Tarnow Institute. She spoke in London.
The president will also see lawmakers of the Bundestag."""


@pytest.fixture(scope="module")
def found() -> list[FoundMention]:
    parser: Parser = parser_named()
    return mentions_in(read_text(TEXT, parser, "a", datetime(2002, 6, 3, tzinfo=UTC)))


def named(found: list[FoundMention], text: str) -> list[str]:
    return [one.actor.name for one in found if one.mention.text == text and one.actor]


def test_spans_are_those_of_the_text(found: list[FoundMention]) -> None:
    for one in found:
        assert TEXT[one.mention.start : one.mention.end] == one.mention.text
    starts = [one.mention.start for one in found]
    assert len(set(starts)) == len(starts)


def test_a_surname_leads_to_the_person_named_in_full(found: list[FoundMention]) -> None:
    assert named(found, "Jacques Chirac") == ["Jacques Chirac"]
    assert set(named(found, "Chirac")) == {"Jacques Chirac"}


def test_the_dictionary_knows_country_and_sector(found: list[FoundMention]) -> None:
    [actor] = {id(one.actor): one.actor for one in found if one.mention.text == "Jacques Chirac"}.values()
    assert actor and actor.resolved
    assert (actor.resolved.country, actor.resolved.sectors[0]) == ("FRA", "GOV")


def test_pronouns_lead_to_the_last_person_of_their_sex(found: list[FoundMention]) -> None:
    assert named(found, "He") == ["Jacques Chirac"]
    assert named(found, "She") == ["Wilma Oberkirch"]


def test_a_capital_stands_for_its_government_unless_it_says_where(found: list[FoundMention]) -> None:
    assert named(found, "Washington") == ["United States"]
    assert not named(found, "London") and not named(found, "PARIS")


def test_a_town_is_nobody() -> None:
    found = mentions_in(
        read_text("Ships from Gdansk and Odesa waited, said Ana Ruiz of Lodz.", parser_named())
    )
    assert {"Gdansk", "Odesa", "Lodz"}.isdisjoint(one.mention.text for one in found)


def test_whom_the_dictionary_does_not_know_stays_as_named(found: list[FoundMention]) -> None:
    assert named(found, "Wilma Oberkirch") == ["Wilma Oberkirch"]
    assert named(found, "Tarnow Institute") or named(found, "the Tarnow Institute")


def test_reading_again_gives_the_same(found: list[FoundMention]) -> None:
    again = mentions_in(read_text(TEXT, parser_named(), "a", datetime(2002, 6, 3, tzinfo=UTC)))
    assert [one.mention for one in again] == [one.mention for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Chirac " * 10_000,
        "\" \" \" “ ” ' ' ' " * 200,
        "PRESIDENT CHIRAC MET CHANCELLOR SCHROEDER IN PARIS ON MONDAY. " * 30,
        "التقى الرئيس الفرنسي بالمستشار الألماني في باريس",
        "Chi\u200brac met\u200b the pres\u200bident.",
        "",
    ],
)
def test_odd_texts_are_read_in_bounded_time(text: str) -> None:
    for one in mentions_in(read_text(text, parser_named())):
        assert text[one.mention.start : one.mention.end] == one.mention.text


def described(text: str) -> dict[str, tuple[str | None, tuple[str, ...]]]:
    """Country and sectors of the actors of a text, by name."""
    found = mentions_in(read_text(text, parser_named()))
    return {
        one.actor.name: (
            one.actor.resolved.country if one.actor.resolved else None,
            one.actor.resolved.sectors if one.actor.resolved else (),
        )
        for one in found
        if one.actor
    }


@pytest.mark.parametrize(
    ("text", "name", "country", "sector"),
    [
        ("Finnish researcher Aino Laaksonen said the ice was thin.", "Aino Laaksonen", "FIN", "EDU"),
        ("Colonel Petr Hrdlicka, a spokesman for the Czech army, said so.", "Petr Hrdlicka", "CZE", "MIL"),
        ("Lars Holm, the Danish ambassador to Turkey, was late.", "Lars Holm", "DNK", "GOV"),
        ("The Kenyan opposition leader Joseph Nzomo was arrested.", "Joseph Nzomo", "KEN", "OPP"),
        ("Maria Prado is a Chilean judge.", "Maria Prado", "CHL", "JUD"),
    ],
)
def test_whom_the_dictionary_does_not_know_is_what_the_text_calls_them(
    text: str, name: str, country: str, sector: str
) -> None:
    land, sectors = described(text)[name]
    assert (land, sectors[:1]) == (country, (sector,))


def test_the_words_of_a_persons_name_describe_nobody() -> None:
    assert described("Fiona Church, who follows Asia, said so.")["Fiona Church"] == (None, ())


def test_groups_are_one_however_many_they_are() -> None:
    text = (
        "Two Indian soldiers fell. At least 20 Indian soldiers were hurt, and the Indian soldiers withdrew."
    )
    found = mentions_in(read_text(text, parser_named()))
    named = {(one.actor.name, one.actor.kind) for one in found if one.actor and one.actor.kind != "country"}
    assert named == {("Indian soldiers", "group")}


def test_a_clause_before_the_words_for_somebody_is_none_of_them() -> None:
    text = (
        "Eighteen countries would expel more than 100 people between them, the prime minister said, in all."
    )
    assert {"prime minister", "people"} <= described(text).keys()
    assert not any("," in name for name in described(text))


def test_the_last_word_of_an_office_is_no_body() -> None:
    assert "State" not in described("Secretary of State Harold Short met the Minister of Defence.")


def names_of(text: str, *phrases: str) -> list[str]:
    found = mentions_in(read_text(text, parser_named(), "a", datetime(2022, 9, 16, tzinfo=UTC)))
    return [one.actor.name for phrase in phrases for one in found if one.mention.text == phrase and one.actor]


def test_a_counterpart_is_whom_the_article_named() -> None:
    text = "Xi Jinping met Vladimir Putin. Xi praised his Russian counterpart. The Chinese president then flew home."
    assert names_of(text, "Xi", "his Russian counterpart") == ["Xi Jinping", "Vladimir Putin"]
    assert names_of(text, "The Chinese president") == ["Xi Jinping"]


def test_an_office_of_the_dictionary_leads_to_its_holder_named_before() -> None:
    text = "Nancy Pelosi flew to Taipei. The House speaker met President Tsai Ing-wen, and she praised the island."
    assert names_of(text, "The House speaker", "she") == ["Nancy Pelosi", "Nancy Pelosi"]


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Denmark said it would close the strait.", "Denmark"),
        ("Although Rome never backed the war, it sold ships to both sides.", "Italy"),
        ("Turkey, which the European Union had criticised, said it would not answer.", "Turkey"),
        ("Japan recalled its envoy. It also froze the loan.", "Japan"),
    ],
)
def test_it_is_the_state_that_the_subject_before_named(text: str, actor: str) -> None:
    it = "It" if "It " in text else "it"
    assert names_of(text, it) == [actor]


@pytest.mark.parametrize(
    "text",
    [
        "Denmark voted on Monday. It is clear that the strait will close.",
        "Denmark closed the strait because the pilots wanted more pay and it rained.",
        "Denmark said the strait was narrow and that it would freeze.",
        "The bomb lay near the embassy of Denmark. It exploded at noon.",
        "Denmark was calm. It is believed that the ministers will resign.",
        "Anna Holm left Denmark. It changed.",
    ],
)
def test_it_is_nobody_where_something_else_may_be_meant(text: str) -> None:
    assert not names_of(text, "It", "it")


def test_the_country_is_the_state_that_was_the_subject() -> None:
    assert names_of("Norway closed the strait. The country then called up its reserves.", "The country") == [
        "Norway"
    ]


def test_a_counterpart_has_the_same_office() -> None:
    text = (
        "President Emil Varga met President Jonas Petraitis on Monday. Lena Fisk, an analyst, saw few signs of peace. "
        "Varga later thanked his counterpart."
    )
    assert names_of(text, "his counterpart") == ["Jonas Petraitis"]
