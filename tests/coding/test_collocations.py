"""Phrases that mean as a whole what none of their words means, and the same words in another sense."""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest
from coded_events import coded, kinds

from retold.coding.codebook.codebook import codebook

ROWS = list(
    csv.DictReader(
        files("retold.coding.lexicon").joinpath("collocations.csv").read_text("utf-8").splitlines()
    )
)


@pytest.mark.parametrize(
    ("text", "event_type", "source"),
    [
        ("Chile held out an olive branch to Bolivia.", "AGREE", "CHL"),
        ("Kenya and Somalia fixed a date for talks on the border.", "AGREE", "KEN"),
        ("The president of Ghana touched down in Lisbon on Tuesday.", "CONSULT", "GHA"),
        ("Swedish and Danish ministers compared notes on the bridge.", "CONSULT", "SWE"),
        ("Peru threw its weight behind the Canadian plan.", "SUPPORT", "PER"),
        ("Nepal sprang to the defence of Bhutan.", "SUPPORT", "NPL"),
        ("Portugal made an about-face on the visa rule.", "CONCEDE", "PRT"),
        ("Kuwait scrapped the curfew in its capital.", "CONCEDE", "KWT"),
        ("Norway and Iceland are jointly developing a patrol boat.", "COOPERATE", "NOR"),
        ("Swiss intelligence tipped off Austria about the plot.", "COOPERATE", "CHE"),
        ("Cyprus threw Malta a lifeline with a cheap loan.", "AID", "CYP"),
        ("Finnish soldiers plucked nine Estonian sailors from a burning ship.", "AID", "FIN"),
        ("Zambia threw open its border to Malawi.", "RETREAT", "ZMB"),
        ("Uganda brought its soldiers home from Somalia.", "RETREAT", "UGA"),
        ("Togo looked to Japan for help after the flood.", "REQUEST", "TGO"),
        ("Moldova has applied to join the customs union.", "REQUEST", "MDA"),
        ("Panama took Colombia to task over the dam.", "ACCUSE", "PAN"),
        ("Laos voiced outrage at the Thai raid.", "ACCUSE", "LAO"),
        ("Fiji poured cold water on the Samoan plan.", "REJECT", "FJI"),
        ("Jordan turned a deaf ear to Syrian protests.", "REJECT", "JOR"),
        ("Chad put Libya on notice over the border raids.", "THREATEN", "TCD"),
        ("Eritrea reserved the right to retaliate against Djibouti.", "THREATEN", "ERI"),
        ("Cameroon put its army on high alert.", "MOBILIZE", "CMR"),
        ("Uruguay showed Belarus the door at the trade council.", "SANCTION", "URY"),
        ("Hungary tore up its pact with Romania.", "SANCTION", "HUN"),
        ("Oman pulled the plug on two television channels.", "COERCE", "OMN"),
        ("Lebanon put 60 Syrian families on a bus to the frontier and sent them home.", "COERCE", "LBN"),
        ("Malian soldiers put nine villagers to death.", "ASSAULT", "MLI"),
    ],
)
def test_a_phrase_is_read_as_a_whole(text: str, event_type: str, source: str) -> None:
    found = [one for one in coded(text) if one.row.event_type == event_type]
    assert [source in one.source_states for one in found] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "A plane with 80 passengers landed in Ankara after an engine failure.",
        "The boxer threw in the towel in the sixth round.",
        "Shoppers thronged the main square before Christmas.",
        "The ferry crossed the channel in a gale.",
        "Police pulled a car from the river.",
        "Hospitals were put on alert after the crash.",
        "Residents were on alert for floods in Kerala.",
        "The band practised together for a month.",
        "Spain stood firm in the final.",
    ],
)
def test_the_same_words_in_private_life_are_no_event(text: str) -> None:
    assert kinds(text) == []


def test_spelling_tells_two_verbs_apart_that_the_parser_takes_for_one() -> None:
    assert kinds("Madagascar rapped Mauritius over the treaty.") == ["ACCUSE/disapprove"]
    assert kinds("The soldiers raped two women in the village.") == ["ASSAULT/sexual"]


def test_rows_are_in_the_codebooks_terms_and_none_stands_twice() -> None:
    internal = {"reached", "imposed"}  # the profiles make modes of PLOVER of them
    for row in ROWS:
        if row["type"] != "NONE":
            assert row["mode"] in {"", *internal, *codebook().types[row["type"]].modes}, row
    assert len({tuple(row.values()) for row in ROWS}) == len(ROWS)


def test_plain_senses_stand_first_as_the_first_of_two_equal_rows_wins() -> None:
    types = [row["type"] for row in ROWS]
    assert "NONE" not in types[types.count("NONE") :]
