"""What is only asked, meant, believed, shared or told in fiction, and what is demanded, threatened and owned up to."""

from __future__ import annotations

import pytest
from coded_events import coded, kinds, of_type


def types(text: str, profile: str = "plover") -> set[str]:
    return {kind.partition("/")[0] for kind in kinds(text, profile)}


@pytest.mark.parametrize(
    "text",
    [
        "In her dream, Ghana bombed Lagos.",
        "In the film, the general declared war on Chile.",
        "The miniseries shows how rebels seized the palace.",
        "She plays a colonel who overthrows the government.",
        "The hero of the novel assassinates the president.",
        "In the computer game, Norway invades Sweden.",
    ],
)
def test_what_works_and_dreams_tell_did_not_happen(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Malta banned the film.", "COERCE"),
        ("In his new film, the director accuses the Chilean army of torture.", "ACCUSE"),
        ("In a hostage drama in Lagos, gunmen killed two police officers.", "ASSAULT"),
        ("A hero of the revolution condemned the government of Chad.", "ACCUSE"),
    ],
)
def test_works_authors_and_heroes_stand_in_the_world(text: str, event_type: str) -> None:
    assert event_type in types(text)


@pytest.mark.parametrize(
    "text",
    [
        '"Can we win this war?" the marshal asked.',
        "Reporters asked whether Latvia would close its border.",
        "Deputies asked the minister why the army had withdrawn.",
        "A journalist asked the chancellor how Austria would answer.",
        "Senators asked the general if the siege could be broken.",
        '"Why should Kenya apologise to Britain?" the minister asked.',
    ],
)
def test_a_question_asks_for_no_deed(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Togo asked Norway to send engineers.",
        "Peru asked that Chile withdraw its ships.",
        "Chad asked the United Nations for tents.",
    ],
)
def test_who_is_asked_to_act_is_asked(text: str) -> None:
    assert types(text) == {"REQUEST"}


@pytest.mark.parametrize(
    "text",
    [
        "The central bank warned that growth would slow.",
        "The minister warned of the implications of the vote.",
        "Kyiv warned that Russia was about to attack Kharkiv.",
        "The governor warned voters to be wary of rumours.",
    ],
)
def test_a_warning_of_what_others_do_is_a_statement(text: str) -> None:
    assert "THREATEN" not in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "Iran warned that it would strike American bases.",
        "Turkey warned that its army would cross into Syria.",
        "Ethiopia warned Egypt not to interfere in Tigray.",
        "China warned Manila that it would face serious consequences.",
        "Moscow warned Sweden against joining the alliance.",
    ],
)
def test_a_warning_of_what_the_warner_does_is_a_threat(text: str) -> None:
    assert types(text) == {"THREATEN"}


@pytest.mark.parametrize(
    "text",
    [
        "The professor said students should read more novels.",
        "She said people should be free to marry whom they like.",
        "The governor said voters should expect higher taxes.",
        "The critic said the army should have left earlier.",
    ],
)
def test_an_opinion_of_what_should_be_asks_nobody(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "asking", "asked"),
    [
        ("Austria said Serbia should recognise Kosovo.", "AUT", "SRB"),
        ("Ukraine wants Russia to withdraw from Crimea.", "UKR", "RUS"),
        ("Peru's foreign minister said Ecuador must withdraw its troops.", "PER", "ECU"),
    ],
)
def test_who_says_what_another_must_do_demands_it(text: str, asking: str, asked: str) -> None:
    found = of_type(text, "REQUEST")
    assert found.source_states == {asking}
    assert found.target_states == {asked}


@pytest.mark.parametrize(
    "text",
    [
        "The minister agreed with the governor that taxes were too high.",
        "The mayor agreed that the winter had been hard.",
        "Belarus denied involvement in the attack.",
        "The Kremlin denied reports that the general was ill.",
        "The speaker dismissed the idea that her party was divided.",
        "The senator laughed off the rumours.",
        "There are concerns about the health of the president.",
        "We are prepared to take on the powerful, the candidate said.",
    ],
)
def test_what_somebody_thinks_or_denies_is_a_statement(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("Norway and Finland agreed that their presidents would meet in Oslo.", "AGREE"),
        ("Serbia agreed to withdraw its troops from Kosovo.", "CONCEDE"),
        ("Iran denied inspectors access to the site.", "REJECT"),
        ("Russia dismissed the American proposal.", "REJECT"),
        ("Egypt expressed concern about the Israeli raid.", "ACCUSE"),
        ("Poland is ready to send tanks to Ukraine.", "AGREE"),
    ],
)
def test_the_same_words_tell_of_deeds(text: str, event_type: str) -> None:
    assert event_type in types(text)


@pytest.mark.parametrize("profile", ["plover", "gold-cameo"])
@pytest.mark.parametrize(
    "text",
    [
        "Washington said it would cut off aid if Kabul did not sign the treaty.",
        "Israel did not rule out the use of force against Iran.",
        "The minister did not rule out new sanctions on Belarus.",
        "Spain said it would expel the ambassador unless Mali apologised.",
    ],
)
def test_what_may_come_of_somebody_is_threatened(text: str, profile: str) -> None:
    assert types(text, profile) == {"THREATEN"}


def test_what_analysts_say_somebody_would_do_is_no_threat() -> None:
    assert "THREATEN" not in types("Analysts said Russia would attack Estonia if it left the alliance.")


@pytest.mark.parametrize(
    "text",
    [
        "Serbia acknowledged that its troops had committed crimes in Bosnia.",
        "The army admitted that its soldiers had killed civilians.",
    ],
)
def test_who_owns_up_to_wrongs_concedes(text: str) -> None:
    assert types(text) == {"CONCEDE"}


def test_who_admits_what_others_did_concedes_nothing() -> None:
    assert "CONCEDE" not in types("Serbia acknowledged that Croatia had shelled the town.")


@pytest.mark.parametrize(
    ("text", "event_type"),
    [
        ("France decided not to attend the summit in Moscow.", "REJECT"),
        ("Israel promised not to attack Lebanon.", "CONCEDE"),
    ],
)
def test_who_chooses_not_to_act_does_the_contrary(text: str, event_type: str) -> None:
    [found] = coded(text)
    assert (found.row.event_type, found.row.modality, found.row.polarity) == (event_type, "denied", False)


def test_charges_are_part_of_the_indictment() -> None:
    assert "ACCUSE" not in types("Prosecutors indicted the minister on charges of bribery.")
