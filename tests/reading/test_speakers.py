"""The words for a speaker lead to the fullest name in the article, with role and affiliation."""

from __future__ import annotations

import pytest

from retold.reading.article import read_text
from retold.reading.parser import parser_named
from retold.reading.speakers_names import sex_of_name, untitled
from retold.reading.statements import FoundStatement, found_statements


def found(text: str) -> list[FoundStatement]:
    return found_statements(read_text(text, parser_named()))


def speakers(text: str) -> list[str | None]:
    return [one.resolved for one in found(text) if one.statement.manner == "speech"]


def test_a_surname_leads_to_the_full_name() -> None:
    text = "Anna Lindqvist said the bridge was safe.\n\nLindqvist said it would open in May."
    assert speakers(text) == ["Anna Lindqvist", "Anna Lindqvist"]


def test_a_full_name_that_comes_later_serves_the_surname_before_it() -> None:
    text = "Lindqvist said the bridge was safe.\n\nAnna Lindqvist, an engineer, said it would open in May."
    assert speakers(text) == ["Anna Lindqvist", "Anna Lindqvist"]


def test_a_pronoun_leads_to_the_last_person_of_that_sex() -> None:
    text = (
        "Maria Costa said the talks went well.\n\nJohn Becker said they did not.\n\n"
        "She said another round would follow."
    )
    assert speakers(text) == ["Maria Costa", "John Becker", "Maria Costa"]


def test_a_floating_quotation_has_the_last_speaker() -> None:
    text = (
        "“The bridge is safe,” said Anna Lindqvist.\n\n"
        "“It was tested for months and carried every load we could find.”"
    )
    assert speakers(text) == ["Anna Lindqvist", "Anna Lindqvist"]
    assert found(text)[-1].statement.speaker is None


def test_a_relative_pronoun_leads_to_whom_it_stands_for() -> None:
    text = "The prize went to Anna Lindqvist, who said the jury had surprised her."
    assert speakers(text) == ["Anna Lindqvist"]


def test_who_is_called_by_the_office_is_the_person_who_holds_it() -> None:
    text = (
        "Transport minister Paul Okoro opened the bridge.\n\nThe crowd waved.\n\n"
        "The minister said it would carry trains."
    )
    assert speakers(text) == ["Paul Okoro"]


def test_two_of_one_surname_stay_two() -> None:
    text = (
        "Peter Lind said the vote was fair.\n\nSusan Lind said it was not.\n\n"
        "Mr. Lind said he would not appeal.\n\nMrs. Lind said she would."
    )
    assert speakers(text) == ["Peter Lind", "Susan Lind", "Peter Lind", "Susan Lind"]


def test_role_and_affiliation_are_as_the_text_has_them() -> None:
    text = "“The river is rising,” said Ana Petrov, director of the water programme at the Danube Institute."
    statement = found(text)[0].statement
    assert (statement.role, statement.affiliation) == (
        "director of the water programme",
        "the Danube Institute",
    )


def test_a_pronoun_has_the_role_of_the_person_it_leads_to() -> None:
    text = "Ana Petrov, a researcher at Oxford University, came.\n\nShe said the river was rising."
    statement = found(text)[0].statement
    assert (statement.role, statement.affiliation) == ("researcher", "Oxford University")


def test_a_spokesman_has_his_office_for_a_role() -> None:
    statement = found("A spokesman for the Danube Institute said the river was rising.")[0].statement
    assert (statement.role, statement.affiliation) == ("spokesman", "the Danube Institute")


@pytest.mark.parametrize(
    ("name", "sex"), [("Mr. Lind", "male"), ("Mrs. Lind", "female"), ("Anna Lind", "female"), ("Lind", None)]
)
def test_titles_and_given_names_tell_the_sex(name: str, sex: str | None) -> None:
    assert sex_of_name(name) == sex


def test_titles_are_no_part_of_a_name() -> None:
    assert untitled(["Prime", "Minister", "Anna", "Lind"]) == ["Anna", "Lind"]
    assert untitled(["President"]) == ["President"]
