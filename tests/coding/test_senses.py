"""Words of the lexicon whose object, subject or hearer decides whether they tell of politics."""

from __future__ import annotations

import pytest
from coded_events import kinds

# Of each sense: the type, two sentences that tell it, and two with the same words that do not.
SENSES = (
    (
        "RETREAT",
        ("Laos released nine Hmong prisoners.", "The pirates released a Filipino sailor on Sunday."),
        ("The governor released his tax returns.", "The ministry released a valuation of the canal."),
    ),
    (
        "COOPERATE",
        (
            "Peruvian frigates took part in an exercise with Chile.",
            "Omani pilots took part in the drill with Qatar.",
        ),
        ("Peruvian frigates took part in the parade in Callao.", "Cadets took part in an airshow in Muscat."),
    ),
    (
        "CONSULT",
        (
            "The Irish premier spoke with the president of Malta.",
            "Kenya's president phoned his Zambian counterpart to discuss the dam.",
        ),
        (
            "The Irish premier spoke with the BBC.",
            "A spokesman called The New York Times to correct the figure.",
        ),
    ),
    (
        "CONSULT",
        (
            "The Chilean president sat with the Bolivian president.",
            "The envoy of Fiji arrived in Wellington.",
        ),
        ("Ahmed sat with his grandmother.", "A couple from Fiji arrived in Wellington last year."),
    ),
    (
        "RETREAT",
        ("Burundian troops left the base in Baidoa.", "Chad's army halted its attacks on the town."),
        ("The storm left the village without water.", "The outage halted operations at the port."),
    ),
    (
        "CONCEDE",
        ("Qatar allowed women to vote.", "Gabon allowed the activist to leave the prison."),
        ("The law allows tenants to keep pets.", "The software allowed analysts to read the files."),
    ),
    (
        "AGREE",
        (
            "The envoys of Mali and Niger narrowed the gap between the two sides.",
            "Benin agreed with Togo to open a second bridge.",
        ),
        ("The challenger narrowed the gap in the Senate.", "The senator agreed with his Canadian guest."),
    ),
    (
        "SUPPORT",
        (
            "Iceland's premier voiced confidence in the Greek government.",
            "The pope gave a medal to the Polish nurse.",
        ),
        (
            "Public confidence in the Greek government fell.",
            "She received her doctorate from a college in Ohio.",
        ),
    ),
    (
        "AID",
        ("A convoy of ambulances from Latvia arrived in Kharkiv.", "Vaccines from Cuba arrived in Caracas."),
        ("The ambulance arrived in Riga too late.", "The bus arrived in Havana after dark."),
    ),
    (
        "REJECT",
        (
            "Angola did not respond to calls for reform.",
            "Eritrea did not respond to the demands of the United Nations.",
        ),
        (
            "The mayor did not respond to a request for comment.",
            "The minister did not respond to calls seeking comment.",
        ),
    ),
    (
        "RETREAT",
        ("Belgium returned the mask to Congo.", "Denmark returned the drum to its owners in Norway."),
        ("The speaker returned the bill to the committee.", "The guard returned the phone to its owner."),
    ),
    (
        "RETREAT",
        ("Iran gave inspectors access to the plant.", "Inspectors gained access to the Iranian plant."),
        ("The clerk gained access to the files.", "An analyst obtained access to the records of the bank."),
    ),
)


@pytest.mark.parametrize(
    ("event_type", "text"), [(event_type, text) for event_type, told, _ in SENSES for text in told]
)
def test_the_political_sense_is_told(event_type: str, text: str) -> None:
    assert event_type in {kind.partition("/")[0] for kind in kinds(text)}


@pytest.mark.parametrize("text", [text for *_, silent in SENSES for text in silent])
def test_the_other_sense_is_no_event(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Latvia called in the Belarusian ambassador.", "ACCUSE/disapprove"),
        ("Armenia dug in its heels over the border.", "REJECT/yield"),
        ("Police cordoned off the parliament.", "COERCE/restrict"),
        ("Soldiers sealed off the mosque in Agadez.", "COERCE/restrict"),
        ("The minister called in on the sultan of Oman.", "CONSULT/visit"),
    ],
)
def test_what_stands_behind_a_particle_is_the_verbs_object(text: str, kind: str) -> None:
    """Though the parser takes the particle for a preposition; a real one stays one."""
    assert kinds(text) == [kind]


@pytest.mark.parametrize("text", ["The tenant called in a plumber.", "The children ran up the hill."])
def test_a_particle_makes_no_event_of_private_life(text: str) -> None:
    assert kinds(text) == []
