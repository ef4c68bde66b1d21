"""Who said what: the constructions of news, joined with quotations, in damaged and odd texts too."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.model import Statement
from retold.reading.article import read_text
from retold.reading.parser import parser_named
from retold.reading.statements import FoundStatement, found_statements, statements_in


def found(text: str) -> list[FoundStatement]:
    return found_statements(read_text(text, parser_named()))


def only(text: str) -> Statement:
    statements = [one.statement for one in found(text)]
    assert len(statements) == 1, [one.content for one in statements]
    return statements[0]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The mayor said that the bridge was safe.", "that the bridge was safe", "The mayor"),
        ("The mayor said the bridge was safe.", "the bridge was safe", "The mayor"),
        ("The bridge is safe, the mayor said.", "The bridge is safe", "the mayor"),
        ("According to the mayor, the bridge is safe.", "the bridge is safe", "the mayor"),
        ("The bridge is safe, according to the mayor.", "The bridge is safe", "the mayor"),
        ("As the mayor noted, the bridge was safe.", "the bridge was safe", "the mayor"),
        ("“The bridge is safe,” the mayor said.", "“The bridge is safe,”", "the mayor"),
        ("“The bridge is safe,” said the mayor.", "“The bridge is safe,”", "the mayor"),
        ("The mayor said: “The bridge is safe.”", "“The bridge is safe.”", "The mayor"),
        ("The mayor called the bridge “a work of art.”", "the bridge “a work of art.”", "The mayor"),
        ("“The bridge is safe,” the mayor articulated.", "“The bridge is safe,”", "the mayor"),
        ("“The bridge is safe,” the mayor expressed.", "“The bridge is safe,”", "the mayor"),
    ],
)
def test_a_statement_is_found_with_its_speaker(text: str, content: str, speaker: str) -> None:
    statement = only(text)
    assert (statement.content, statement.speaker, statement.manner) == (content, speaker, "speech")


def test_a_quotation_in_a_clause_is_one_mixed_statement() -> None:
    statement = only("The mayor said the bridge was “safe as a house” and would open soon.")
    assert statement.kind == "mixed"
    assert statement.content == "the bridge was “safe as a house” and would open soon"


def test_words_on_both_sides_of_the_attribution_are_one_statement_in_pieces() -> None:
    text = "“The bridge is safe,” the mayor said. “It will open in May.”"
    statement = only(text)
    assert [text[piece.start : piece.end] for piece in statement.pieces] == [
        "“The bridge is safe,”",
        "“It will open in May.”",
    ]
    assert statement.kind == "direct"


def test_a_second_cue_begins_a_second_statement() -> None:
    statements = [
        one.statement
        for one in found("The mayor said the bridge was safe, adding that it would open in May.")
    ]
    assert [one.content for one in statements] == ["the bridge was safe", "that it would open in May"]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("Bridge is safe to cross: engineers' report", "Bridge is safe to cross", "engineers' report"),
        ("Mayor: Bridge will open in May", "Bridge will open in May", "Mayor"),
        ("Storm destroyed two bridges -officials", "Storm destroyed two bridges", "officials"),
        ("Storm destroyed two bridges: Chile", "Storm destroyed two bridges", "Chile"),
    ],
)
def test_a_headline_names_its_source_behind_a_mark(text: str, content: str, speaker: str) -> None:
    statement = only(text)
    assert (statement.content, statement.speaker, statement.cue) == (content, speaker, None)


@pytest.mark.parametrize(
    "text",
    [
        "Chile: Storm destroys two bridges",
        "Storm destroys two bridges - The Evening Echo",
        "Live: Storm destroys two bridges",
        "Three places to see: Rome, Oslo or Lima",
    ],
)
def test_a_label_of_a_headline_is_no_speaker(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The council promised to mend the bridge, its clerk said on Monday.", 1),
        ("The council closed the bridge, its clerk said, and sealed the tunnel.", 2),
        ("The storm hit the bridge, the clerk said on Monday, killing two drivers.", 2),
        ("The council closed the bridge, its clerk says; the builders disagree.", 1),
        ("The council closed the bridge, its clerk was quoted as saying.", 1),
    ],
)
def test_what_stands_around_an_attribution_is_one_statement(text: str, pieces: int) -> None:
    statement = next(one.statement for one in found(text) if "clerk" in (one.statement.speaker or ""))
    assert statement.content.startswith(text[:10]) and len(statement.pieces) == pieces


def test_what_a_speaker_does_behind_a_quotation_is_not_said() -> None:
    assert only("“The bridge is safe,” the mayor said, crossing it.").content == "“The bridge is safe,”"


def test_scare_quotes_are_no_statement() -> None:
    assert found("The so-called “bridge to nowhere” was closed for the winter.") == []


def test_thinking_is_an_attitude_and_promising_an_act() -> None:
    assert only("The mayor believes the bridge is safe.").manner == "attitude"
    assert only("The mayor promised to open the bridge.").manner == "act"


def test_refusing_to_say_is_an_act_and_negated_speech_is_marked() -> None:
    assert only("The mayor declined to say whether the bridge was safe.").manner == "act"
    denied = found("The mayor did not say whether the bridge was safe.")[0]
    assert denied.negated
    assert denied.statement.manner == "act"


def test_captions_and_links_say_nothing() -> None:
    assert found("READ MORE: Mayor says bridge is safe") == []


def test_a_quotation_passed_on_is_its_speakers_and_names_who_passed_it_on() -> None:
    statement = only(
        "“We honour every word of the pact,” Latvia quoted Ivan Petrenko as saying in a statement."
    )
    assert (statement.speaker, statement.reported_by) == ("Ivan Petrenko", "Latvia")


def test_state_media_may_pass_on_words() -> None:
    statement = only("“We honour every word of the pact,” Petrenko was quoted by state media as saying.")
    assert (statement.speaker, statement.reported_by, statement.channel) == (
        "Petrenko",
        "state media",
        "state media",
    )


def test_a_claim_that_another_said_something_is_the_others_statement() -> None:
    statement = only(
        "Latvia claimed in a readout that Petrenko had said “we honour every single word of the pact”."
    )
    assert (statement.speaker, statement.reported_by) == ("Petrenko", "Latvia")


def test_words_that_the_other_side_left_out_are_marked() -> None:
    text = (
        "“We honour the pact,” Latvia quoted Petrenko as saying.\n\n"
        "The remark did not appear in the Estonian reports of the meeting."
    )
    assert found(text)[0].absent_from == "the Estonian reports of the meeting"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“The bridge is safe,” the mayor wrote on Twitter.", "Twitter"),
        ("“The bridge is safe,” the mayor told AFP.", "AFP"),
        ("“The bridge is safe,” the mayor informed Agence France-Presse.", "Agence France-Presse"),
        ("The mayor said in a statement that the bridge was safe.", "statement"),
        ("The bridge is safe, the mayor told a press conference.", "press conference"),
        ("The mayor told parliament that the bridge was safe.", "parliament"),
        ("The bridge is safe, the mayor said in a phone call.", "phone call"),
        ("The bridge is safe, the mayor said.", None),
    ],
)
def test_the_channel_is_told(text: str, channel: str | None) -> None:
    assert only(text).channel == channel


def test_whom_it_was_said_to_is_told() -> None:
    assert found("The mayor told the ambassador that the bridge was safe.")[0].addressee == "the ambassador"


CLEAN = "“We have tested the bridge for months,” the mayor said. “It’s safe, and it doesn’t sway.”"


@pytest.mark.parametrize(
    "damage",
    [
        lambda text: text.replace("“", '"').replace("”", '"'),
        lambda text: text.replace("“", "‘").replace("”", "’"),
        lambda text: text.replace("“", "'").replace("”", "'").replace("’", "'"),
        lambda text: text.replace("“", "''").replace("”", "''"),
        lambda text: text.replace("“", "?").replace("”", "?").replace("’", "?"),
        lambda text: text.replace("“", "«").replace("”", "»"),
    ],
)
def test_damaged_marks_do_not_change_what_was_said(damage: Callable[[str], str]) -> None:
    statement = only(damage(CLEAN))
    assert statement.speaker == "the mayor"
    assert statement.content_start == 0
    assert statement.content.rstrip("\"'?»”’").endswith("sway.")


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "the mayor",
                "said",
                "that",
                "“",
                "”",
                ",",
                ".",
                "Lind",
                "told",
                "who",
                "\n\n",
                "'",
                "it is safe",
            ]
        )
    )
)
def test_places_are_those_of_the_text_and_statements_are_in_order(words: list[str]) -> None:
    text = " ".join(words)
    statements = statements_in(read_text(text, parser_named()))
    for one in statements:
        assert text[one.content_start : one.content_end] == one.content
        assert one.pieces[0].start == one.content_start
        assert one.pieces[-1].end == one.content_end
        assert all(a.end <= b.start for a, b in pairwise(one.pieces))
        if one.speaker_start is not None:
            assert text[one.speaker_start : one.speaker_end] == one.speaker
    assert statements == sorted(statements, key=lambda one: (one.content_start, one.content_end))


@pytest.mark.parametrize(
    "text",
    [
        "He said that " + "the very long bridge and " * 2_500 + "ended.",
        "“”\"'" * 5_000,
        "“ ” " * 5_000,
        ("THE MAYOR SAID THE BRIDGE WAS SAFE. " * 400).strip(),
        "Anna Lind met " + " and ".join(f"Bo Person{number}" for number in range(10_000)) + ".",
        "Lind said so. " * 3_000,
        "\u200bשלום \u200f“أهلا” he said.\u200d",
        "",
        "\n\n \n",
    ],
    ids=[
        "long sentence",
        "only marks",
        "spaced marks",
        "capitals",
        "names",
        "one name",
        "scripts",
        "empty",
        "blank",
    ],
)
def test_bad_input_is_read_in_bounded_time(text: str) -> None:
    article = read_text(text, parser_named())
    begun = time.process_time()
    statements_in(article)
    assert time.process_time() - begun < 20
