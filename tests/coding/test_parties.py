"""Who acts and upon whom where the words of a role name no state: what is inferred, is marked, and what stays empty."""

from __future__ import annotations

import pytest
from coded_events import Coded, coded, of_type


def states(found: Coded) -> tuple[set[str], set[str]]:
    return set(found.source_states), set(found.target_states)


def told(text: str) -> set[str]:
    """The states of the words that the text itself has in a role, of all events."""
    return {
        one.text
        for event in coded(text)
        for one in event.row.arguments
        if one.actor_id is not None and not one.inferred
    }


# groups without a state


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        ("Gunmen killed nine farmers in northern Benin.", "ASSAULT", "BEN", "BEN"),
        ("Rebels shelled a base in Mali that hosts Danish soldiers.", "ASSAULT", "MLI", "MLI"),
        ("Police arrested 30 people during a rally in Lisbon.", "COERCE", "PRT", "PRT"),
        ("A car bomb killed six policemen at a market in Kandahar.", "ASSAULT", "AFG", "AFG"),
        ("Gunmen shot dead two Danish engineers in Kandahar.", "ASSAULT", "AFG", "DNK"),
        ("A roadside bomb killed two Danish soldiers in northern Mali.", "ASSAULT", "MLI", "DNK"),
        (
            "Three Danish soldiers were killed by a mine outside of the Iraqi city of Basra.",
            "ASSAULT",
            "IRQ",
            "DNK",
        ),
        ("Demonstrators burned tyres outside the Danish embassy in Lima.", "PROTEST", "PER", "DNK"),
        ("The military in Mali shelled several villages.", "ASSAULT", "MLI", "MLI"),
    ],
)
def test_who_has_no_state_is_of_where_it_happens(
    text: str, event_type: str, source: str, target: str
) -> None:
    found = of_type(text, event_type)
    assert states(found) == ({source}, {target})


@pytest.mark.parametrize(
    ("text", "event_type", "state"),
    [
        ("Peru jailed two reporters for an article.", "COERCE", "PER"),
        ("Kenya's opposition accused the government of fraud.", "ACCUSE", "KEN"),
        ("Kenyan police said gunmen had shot dead a preacher.", "ASSAULT", "KEN"),
        ("The mayor of Lisbon declared a curfew.", "COERCE", "PRT"),
        ("Tunisia's union threatened the government with a general strike.", "THREATEN", "TUN"),
    ],
)
def test_what_is_done_at_home_has_the_same_state_on_both_sides(
    text: str, event_type: str, state: str
) -> None:
    found = of_type(text, event_type)
    assert states(found) == ({state}, {state})
    assert any(one.inferred for one in found.row.arguments)


def test_people_named_after_one_state_who_live_in_another_are_of_that() -> None:
    assert of_type("Ethnic Hungarians marched in Bratislava.", "PROTEST").source_states == {"SVK"}
    assert of_type("The Russians of Latvia demanded more rights.", "REQUEST").source_states == {"LVA"}


@pytest.mark.parametrize("side", ["Pro-Russian", "Anti-American", "U.S.-backed", "French-trained"])
def test_whose_side_somebody_is_on_is_not_whose_they_are(side: str) -> None:
    found = of_type(f"{side} fighters attacked a barracks in northern Mali.", "ASSAULT")
    assert states(found) == ({"MLI"}, {"MLI"})


def test_what_is_done_by_nobody_named_is_done_by_the_state_where_it_is_done() -> None:
    found = of_type("Two Danish reporters were arrested in Cairo.", "COERCE")
    assert states(found) == ({"EGY"}, {"DNK"})
    assert found.words("source") == ""


# datelines


@pytest.mark.parametrize(
    "opening", ["LIMA (Reuters) - ", "LIMA, Peru (AP) -- ", "LIMA, March 3 (Xinhua) -- "]
)
def test_of_those_without_a_state_the_dateline_tells(opening: str) -> None:
    found = of_type(f"{opening}Gunmen abducted a mayor on Tuesday.", "ASSAULT")
    assert states(found) == ({"PER"}, {"PER"})


@pytest.mark.parametrize(
    "text",
    [
        "GENEVA (Reuters) - Rebels shelled the town on Monday.",
        "VIENNA (Reuters) - Inspectors accused Iran of hiding a plant.",
        "NAIROBI, May 9 (Reuters) - Rebels killed four soldiers in Mali.",
    ],
)
def test_a_seat_of_the_press_and_a_second_state_are_not_taken_from_a_dateline(text: str) -> None:
    [found] = coded(text)
    assert found.source_states <= {"MLI"}


# whose somebody or something is


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        ("Peru's president met his Kenyan counterpart in Rome.", "CONSULT", "PER", "KEN"),
        ("Mali said its army had bombed Niger.", "ASSAULT", "MLI", "NER"),
        ("The Malian army attacked United Nations vehicles in Kidal.", "ASSAULT", "MLI", "UNO"),
        ("Chile complained to the United Nations about Peru.", "ACCUSE", "CHL", "PER"),
        ("Students marched in Madrid to protest against Chad's war.", "PROTEST", "ESP", "TCD"),
        ("Japan lodged a protest after Chinese ships entered its waters.", "ACCUSE", "JPN", "CHN"),
        ("Egypt threatened to expel the envoy unless Italy apologised.", "THREATEN", "EGY", "ITA"),
    ],
)
def test_the_other_side_is_found_in_the_same_chain_of_clauses(
    text: str, event_type: str, source: str, target: str
) -> None:
    found = of_type(text, event_type)
    assert source in found.source_states
    assert target in found.target_states and source not in found.target_states


def test_a_town_is_not_who_is_called_like_it() -> None:
    found = of_type("Students occupied the main university building in Lagos.", "PROTEST")
    assert states(found) == ({"NGA"}, {"NGA"})


# nobody from elsewhere


@pytest.mark.parametrize(
    ("text", "event_type", "stranger"),
    [
        ("Chad arrested five militants with the help of France.", "COERCE", "FRA"),
        ("Peruvian police arrested two men wanted by Chile.", "COERCE", "CHL"),
        ("Moldova arrested four men with links to Russia.", "COERCE", "RUS"),
        ("Ukraine, backed by France, attacked an air base.", "ASSAULT", "FRA"),
        ("Unlike Hungary, Slovakia expelled three Russian envoys.", "SANCTION", "HUN"),
        ("Analysts in London said Iran had arrested a dozen dissidents.", "COERCE", "GBR"),
        ("According to a Kenyan newspaper, rebels killed eight soldiers.", "ASSAULT", "KEN"),
        ("The opposition leader, who lives in Spain, accused the government of fraud.", "ACCUSE", "ESP"),
        ("While Denmark votes, protesters blocked several roads.", "PROTEST", "DNK"),
        ("Witnesses told a Spanish newspaper that soldiers had beaten demonstrators.", "ASSAULT", "ESP"),
        ("European leaders, meeting in Brussels, condemned Iran.", "ACCUSE", "BEL"),
        ("Latin American presidents condemned Iran.", "ACCUSE", "USA"),
        ("A missile hit the port of Odesa.", "ASSAULT", "RUS"),
        ("Mediators met in Vienna on Thursday.", "CONSULT", "AUT"),
        ("Police arrested the suspects, who had come from Albania.", "COERCE", "ALB"),
    ],
)
def test_a_state_that_only_stands_in_the_sentence_has_no_part(
    text: str, event_type: str, stranger: str
) -> None:
    found = of_type(text, event_type)
    assert stranger not in found.source_states | found.target_states


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("European leaders condemned Iran.", "ACCUSE"),
        ("A missile hit the Ukrainian port of Odesa.", "ASSAULT"),
        ("The United Nations condemned the violence.", "ACCUSE"),
        ("Bolivia expelled the diplomats on Monday.", "SANCTION"),
        ("Rebels shelled the town overnight.", "ASSAULT"),
    ],
)
def test_where_nothing_tells_a_side_stays_empty(text: str, event_type: str) -> None:
    found = of_type(text, event_type)
    assert not found.source_states or not found.target_states


def test_nobody_is_inferred_where_both_sides_are_told() -> None:
    for text in ("Norway bombed Chile.", "Norwegian troops in Kenya attacked Chilean ships."):
        assert not any(one.inferred for event in coded(text) for one in event.row.arguments)
    assert told("Norway bombed Chile.") == {"Norway", "Chile"}


# who only tells of it, and what is nobody


def sides(text: str, event_type: str) -> tuple[str, str]:
    """The words of both sides of the only event of a type."""
    found = of_type(text, event_type)
    return found.words("source"), found.words("target")


@pytest.mark.parametrize(
    ("text", "event_type", "teller"),
    [
        ("Reuters reported an attack on a convoy by insurgents.", "ASSAULT", "Reuters"),
        ("A magazine reported an attack on a village by soldiers.", "ASSAULT", "magazine"),
        ("A local radio station reported the arrest of four activists.", "COERCE", "station"),
        ("A person close to the palace confirmed the arrest of two generals.", "COERCE", "person"),
    ],
)
def test_who_reports_what_others_did_has_no_part_in_it(text: str, event_type: str, teller: str) -> None:
    assert all(teller not in words for words in sides(text, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "source"),
    [
        ("China announced sanctions against two Danish companies.", "SANCTION", "China"),
        ("The Pentagon confirmed the arrest of two pirates.", "COERCE", "The Pentagon"),
    ],
)
def test_a_power_that_announces_a_deed_does_it(text: str, event_type: str, source: str) -> None:
    assert sides(text, event_type)[0] == source


@pytest.mark.parametrize(
    ("text", "event_type", "nobody"),
    [
        ("A roadside bomb killed two soldiers in Mali.", "ASSAULT", "bomb"),
        ("The government imposed martial law in Aceh.", "COERCE", "martial"),
        ("A grenade wounded two guards in Bangui.", "ASSAULT", "grenade"),
        ("Last week's shooting was condemned by Norway.", "ACCUSE", "Last week"),
        ("The kingdom of Tonga fought two wars against Fiji.", "ASSAULT", "wars"),
    ],
)
def test_times_weapons_and_adjectives_are_no_party(text: str, event_type: str, nobody: str) -> None:
    assert all(nobody not in words for words in sides(text, event_type))


@pytest.mark.parametrize(
    ("text", "event_type", "sources"),
    [
        ("The foreign ministers of Sweden and Norway met in Oslo.", "CONSULT", {"SWE", "NOR"}),
        ("Envoys of Qatar, Oman and Egypt held talks with the rebels.", "CONSULT", {"QAT", "OMN", "EGY"}),
    ],
)
def test_each_state_of_a_joint_phrase_stands_by_its_own_name(
    text: str, event_type: str, sources: set[str]
) -> None:
    found = of_type(text, event_type)
    assert found.source_states >= sources
    assert any(one in found.words("source").split("; ") for one in ("Norway", "Egypt"))


@pytest.mark.parametrize(
    ("text", "event_type", "stranger"),
    [
        ("The tanker was seized in the South China Sea.", "COERCE", "CHN"),
        ("Iran seized a tanker in the Gulf of Oman.", "COERCE", "OMN"),
        ("The two sides signed a ceasefire in Cairo.", "RETREAT", "EGY"),
    ],
)
def test_seas_and_where_two_sides_meet_are_no_party(text: str, event_type: str, stranger: str) -> None:
    found = of_type(text, event_type)
    assert stranger not in found.source_states | found.target_states


@pytest.mark.parametrize(
    ("text", "event_type", "state"),
    [
        ('"We reject the demands of Ethiopia," Eritrea\'s president said.', "REJECT", "ERI"),
        ('"Our soldiers attacked the camp," Chad\'s army said.', "ASSAULT", "TCD"),
    ],
)
def test_we_are_those_who_speak(text: str, event_type: str, state: str) -> None:
    assert state in of_type(text, event_type).source_states


@pytest.mark.parametrize(
    ("text", "event_type", "source", "target"),
    [
        ("The militia enjoys the support of Iran.", "SUPPORT", "Iran", "The militia"),
        ("Minister Tembo has the backing of Zambia.", "SUPPORT", "Zambia", "Minister Tembo"),
        ("Hungary voted in support of Serbia.", "SUPPORT", "Hungary", "Serbia"),
        ("The court found the mayor guilty of fraud.", "SANCTION", "The court", "the mayor"),
        ("Trump called again for President Obama to resign.", "REQUEST", "Trump", "President Obama"),
    ],
)
def test_who_has_it_from_whom(text: str, event_type: str, source: str, target: str) -> None:
    found = [one for one in coded(text) if one.row.event_type == event_type]
    assert (source, target) in [(one.words("source"), one.words("target")) for one in found]


@pytest.mark.parametrize(
    "text",
    [
        "Despite Russia incurring losses and imposing Western sanctions on it, the economy grew.",
        "He showed a recording of Judge Mora insulting women.",
        "The minister was dismissed amid an investigation of his brother.",
    ],
)
def test_the_subject_of_the_sentence_is_not_who_does_what_it_only_suffers_or_shows(text: str) -> None:
    first = {"Russia", "He", "The minister"}
    assert all(one.words("source") not in first for one in coded(text))
