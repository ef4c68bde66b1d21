"""The words of war where there is none: politicians who speak, contests at the polls, accidents, and other senses."""

from __future__ import annotations

import pytest
from coded_events import kinds


def types(text: str) -> set[str]:
    return {kind.partition("/")[0] for kind in kinds(text)}


@pytest.mark.parametrize(
    "text",
    [
        "Senator Ardley attacked Governor Brun as weak and called him a coward.",
        "Republicans attacked the president over his budget in a televised debate.",
        "A new campaign advert attacks Senator Ardley for his votes on farm aid.",
        "The prime minister is under attack from his own party over the election.",
    ],
)
def test_politicians_attack_each_other_in_words(text: str) -> None:
    assert types(text) <= {"ACCUSE"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the candidate at a campaign rally in Lima.",
        "A man attacked the mayor with an axe.",
        "Rebels targeted the governor in an ambush on the airport road.",
        "Serb forces attacked a village in Kosovo before the election.",
        "Senator Ardley was murdered during the election campaign.",
        "A student shot Senator Ardley during the debate.",
    ],
)
def test_the_armed_attack_politicians_too(text: str) -> None:
    assert types(text) == {"ASSAULT"}


@pytest.mark.parametrize(
    "text",
    [
        "The Liberals were crushed at the polls in Ontario.",
        "The candidate fought back in the debate and won the primary.",
        "No challenger has ever beaten an incumbent governor in that state.",
        "The party is fighting a rearguard battle in the suburbs.",
    ],
)
def test_contests_at_the_polls_are_no_battles(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("accident", "violence"),
    [
        (
            "Three children were injured in the street following a collision.",
            "Three children were injured in the street following an attack.",
        ),
        (
            "Nine pilgrims were killed when their bus plunged into a ravine.",
            "Nine pilgrims were killed when a rocket hit their bus.",
        ),
        (
            "The house was destroyed when a gas heater exploded.",
            "The house was destroyed when an Israeli bomb exploded.",
        ),
        (
            "A ferry capsized off Cebu on Sunday. Three people were killed.",
            "Rebels shelled Goma on Sunday. Three people were killed.",
        ),
    ],
)
def test_accidents_kill_without_assault(accident: str, violence: str) -> None:
    assert "ASSAULT" not in types(accident)
    assert "ASSAULT" in types(violence)


@pytest.mark.parametrize(
    ("other", "deed", "event_type"),
    [
        ("The survey captured the mood of farmers.", "The rebels captured the town of Menaka.", "ASSAULT"),
        ("The scene was captured on video.", "Police captured the fugitive in Turin.", "COERCE"),
        ("The minister laughed off the cartoon.", "The minister laughed off the offer from Spain.", "REJECT"),
        ("Iran denied any involvement.", "Hungary denied a visa to the Ukrainian envoy.", "REJECT"),
        (
            "Ortega challenged Ruiz for the leadership.",
            "The opposition challenged the mayor to publish the treaty.",
            "REQUEST",
        ),
        (
            "The team was guilty of complacency.",
            "The former minister was found guilty of bribery.",
            "SANCTION",
        ),
        (
            "A ship was dispatched to repair the cable.",
            "Chile dispatched warships to the border.",
            "MOBILIZE",
        ),
        (
            "Power was disrupted across the island after the storm.",
            "Russia disrupted gas supplies to Moldova.",
            "COERCE",
        ),
        (
            "Guests are forbidden to smoke in the rooms.",
            "Vietnam prohibited demonstrations in Hanoi.",
            "COERCE",
        ),
        ("Rising rents hurt young families.", "Police hurt three demonstrators in Rome.", "ASSAULT"),
        (
            "The magazine interviewed President Obama about his childhood.",
            "Police questioned the former minister about the bribes.",
            "ACCUSE",
        ),
        ("Officials spoke behind closed doors.", "Kabul said Pakistan was behind the attack.", "ACCUSE"),
    ],
)
def test_verbs_of_harm_and_refusal_have_other_senses(other: str, deed: str, event_type: str) -> None:
    assert types(other) == set()
    assert event_type in types(deed)
