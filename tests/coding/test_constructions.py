"""Who acts on whom in constructions that hide it: lists, clefts, reduced clauses, what is shared or left out."""

from __future__ import annotations

import pytest
from coded_events import coded, found_in, of_type
from hypothesis import given
from hypothesis import strategies as st

STATES = ("Norway", "Chile", "Kenya", "Mongolia", "Portugal", "Jamaica")


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        # picked out by "it is" and by "what"
        ("It was Iran that attacked Iraq.", "ASSAULT", "IRN", "IRQ"),
        ("It was Iraq that Iran attacked.", "ASSAULT", "IRN", "IRQ"),
        ("It was Rwandan soldiers who shelled Burundi.", "ASSAULT", "RWA", "BDI"),
        ("What Kenya condemned was the Ethiopian raid.", "ACCUSE", "KEN", "ETH"),
        # a dative where others have "to"
        ("Japan sent Tonga two ships with drinking water.", "AID", "JPN", "TON"),
        # of a deed that is condemned its doer is blamed, not those it was done to
        ("The bombing of Syria by Russia was denounced by France.", "ACCUSE", "FRA", "RUS"),
        ("The shelling of Ukraine by Russian forces continued.", "ASSAULT", "RUS", "UKR"),
        # two verbs with one object
        ("Norway condemned and later sanctioned Belarus.", "ACCUSE", "NOR", "BLR"),
        ("Turkish planes attacked and destroyed Syrian depots.", "ASSAULT", "TUR", "SYR"),
        # not who is named as who it was not
        ("Not Egypt but Jordan criticised Israel.", "ACCUSE", "JOR", "ISR"),
        # a number behind a name stands for a clause without its verb
        ("Sweden sent ten buses to Ukraine and Denmark five.", "AID", "SWE", "UKR"),
        ("Sweden sent ten buses to Ukraine, Denmark and Norway five.", "AID", "SWE", "UKR"),
        # an infinitive without "to"
        ("Peru helped Bolivia fight the fires.", "AID", "PER", "BOL"),
    ],
)
def test_one_acts_on_one(text: str, event_type: str, source: str, target: str) -> None:
    found = [one for one in coded(text) if one.row.event_type == event_type]
    assert [(set(one.source_states), set(one.target_states)) for one in found] == [({source}, {target})]


@pytest.mark.parametrize(
    ("text", "event_type", "sources"),
    [
        ("Togo and the government of Benin condemned Niger.", "ACCUSE", {"TGO", "BEN"}),
        ("Rebels in Mali and soldiers from Niger attacked Libya.", "ASSAULT", {"MLI", "NER"}),
        ("Ghana, along with Togo, condemned Niger.", "ACCUSE", {"GHA", "TGO"}),
        ("Together with Togo, Ghana condemned Niger.", "ACCUSE", {"GHA", "TGO"}),
        ("Jointly with Togo, Ghana condemned Niger.", "ACCUSE", {"GHA", "TGO"}),
        ("Ugandan soldiers fought alongside Congolese troops against Burundi.", "ASSAULT", {"UGA", "COD"}),
        ("Egypt and, to a lesser degree, Jordan criticised Israel.", "ACCUSE", {"EGY", "JOR"}),
        ("Peru joined Chile in condemning Bolivia.", "ACCUSE", {"PER", "CHL"}),
        ("Brazilian and Paraguayan police arrested a Bolivian.", "COERCE", {"BRA", "PRY"}),
        ("Malian and Chadian leaders met in Bamako.", "CONSULT", {"MLI", "TCD"}),
        # of what two sides have together, where nobody else is said to do it
        ("Relations between Kenya and Somalia were cut in December.", "SANCTION", {"KEN", "SOM"}),
        ("Morocco's ties with Iran were severed in May.", "SANCTION", {"MAR", "IRN"}),
        ("A border treaty between Oman and Yemen was ratified.", "SUPPORT", {"OMN", "YEM"}),
        ("Bhutan and Nepal's treaty with India was ratified.", "SUPPORT", {"BTN", "NPL", "IND"}),
        ("A meeting between the leaders of Chad and Sudan was cancelled.", "REJECT", {"TCD", "SDN"}),
    ],
)
def test_all_who_do_it_are_sources(text: str, event_type: str, sources: set[str]) -> None:
    assert of_type(text, event_type).source_states == sources


def test_a_reduced_clause_is_passive_even_if_the_parser_takes_it_for_the_past() -> None:
    told = found_in("The aid promised to Lebanon by Kuwait arrived on Monday.", threshold=0.0).events
    assert [(one.source_text, one.target_text) for one in told if one.event_type == "AGREE"] == [
        ("Kuwait", "Lebanon")
    ]


def test_who_praises_a_deal_is_none_of_its_parties() -> None:
    assert not of_type("The treaty between Oman and Yemen was praised.", "SUPPORT").sources


def test_who_condemns_a_deal_is_none_of_its_parties() -> None:
    found = of_type("The deal between Serbia and Hungary was condemned by Croatia.", "ACCUSE")
    assert found.source_states == {"HRV"} and found.target_states == {"SRB", "HUN"}


def test_a_border_that_is_bombed_is_nobodys_joint_deed() -> None:
    found = [one for one in coded("The border post between Iran and Iraq was bombed.") if one.sources]
    assert not any({"IRN", "IRQ"} <= one.source_states for one in found)


@given(two=st.permutations(STATES))
def test_each_other_is_both_of_them(two: list[str]) -> None:
    one, other, *_ = two
    for text in (
        f"{one} and {other} accused each other of piracy.",
        f"{one} and {other} bombed one another.",
        f"{one} and {other} bombed each other's towns.",
    ):
        [found] = coded(text)
        assert set(found.sources) == set(found.targets) == {one, other}


def test_a_phrase_is_not_whoever_a_clause_on_it_names() -> None:
    found = of_type("The base that Iran bombed belongs to Norway.", "ASSAULT")
    assert found.source_states == {"IRN"} and found.words("target").lower() == "the base"


def test_a_headline_says_to_whom_without_articles() -> None:
    found = of_type("Greece expels Russian consul", "SANCTION")
    assert found.kind == "SANCTION/expel"
    assert found.source_states == {"GRC"} and found.target_states == {"RUS"}
