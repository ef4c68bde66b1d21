"""The same sentence is believed less in an article that is not about politics."""

from __future__ import annotations

from coded_events import found_in

DEED = "Villagers attacked the surveyors with sticks on Monday."
STATES = "Chile condemned the raid on Sunday."
GARDEN = (
    "The roses on the southern slope need little water.",
    "Most gardeners cut them back before the first frost.",
    "A mulch of straw keeps the soil warm and loose.",
    "Old sorts smell sweeter than the new ones do.",
    "Snails like the young leaves best of all.",
)
CABINET = (
    "Peru recalled its ambassador to Chile.",
    "Chile put its army on alert.",
    "The government of Peru warned Chile against crossing the border.",
    "The United Nations urged Peru to hold talks.",
    "Brazil offered to mediate between Chile and Peru.",
)


def confidence(deed: str, *others: str) -> float:
    found = found_in(" ".join((deed, *others)), threshold=0.0).events
    [trust] = [one.confidence for one in found if one.sentence == 0]
    return trust


def test_where_nothing_is_political_an_event_is_believed_less() -> None:
    assert confidence(DEED, *GARDEN) < confidence(DEED)
    assert confidence(DEED, *CABINET) == confidence(DEED)


def test_what_states_do_is_believed_between_other_news() -> None:
    assert confidence(STATES, *GARDEN[:2], *CABINET[:1], *GARDEN[2:]) == confidence(STATES)
    assert confidence(DEED, *GARDEN[:2], *CABINET[:2], *GARDEN[2:]) < confidence(DEED)


def test_a_short_text_does_not_tell_what_it_is_about() -> None:
    assert confidence(DEED, *GARDEN[:3]) == confidence(DEED)
