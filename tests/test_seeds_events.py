"""The two seed texts: what happened in them, by whom, to whom, and whether it did."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

import retold
from retold.model import EventMention

SEEDS = sorted((Path(__file__).parents[2] / "shared" / "data" / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(len(SEEDS) != 2, reason="the seed texts are not beside the project")

BOTH = pytest.mark.parametrize("telling", [0, 1])


@pytest.fixture(scope="module")
def found() -> list[list[EventMention]]:
    return [retold.events(seed.read_text(encoding="utf-8"), "2022-09-16") for seed in SEEDS]


def told(
    events: list[EventMention], types: str, source: str | None = None, target: str | None = None
) -> list[EventMention]:
    """Events whose type or literal type is one of these, between those so named."""
    return [
        one
        for one in events
        if {one.event_type, one.literal_type} & set(types.split())
        and (source is None or source in named(one, "source"))
        and (target is None or target in named(one, "target"))
    ]


def named(event: EventMention, role: str) -> str:
    return " ".join(one.text for one in event.arguments if one.role == role and one.actor_id)


def test_the_meeting_was_held_in_one_telling_and_planned_in_the_other(
    found: list[list[EventMention]],
) -> None:
    held, planned = (
        [one for one in told(events, "CONSULT", "Xi") if "Putin" in named(one, "source")] for events in found
    )
    assert any(one.modality == "actual" and one.place_country == "UZB" for one in held)
    assert any(one.modality == "planned" and one.event_type == "AGREE" for one in planned)
    assert not [one for one in planned if one.modality == "actual" and one.place_country == "UZB"]


@BOTH
def test_the_visit_to_taiwan_in_august(telling: int, found: list[list[EventMention]]) -> None:
    [visit] = told(found[telling], "CONSULT", "Pelosi", "Taiwan")
    assert visit.mode == "visit" and visit.modality == "actual"
    assert (visit.date_start, visit.date_end) == (date(2022, 8, 1), date(2022, 8, 31))


@BOTH
def test_the_legislator_is_sent_and_received(telling: int, found: list[list[EventMention]]) -> None:
    assert told(found[telling], "CONSULT", "Li", "Russia") or told(found[telling], "CONSULT", "Xi", "Russia")
    assert any(
        named(one, "source") not in ("", "Xi") for one in told(found[telling], "CONSULT", None, "Putin")
    )


@BOTH
def test_exercises_missiles_and_cancelled_cooperation(telling: int, found: list[list[EventMention]]) -> None:
    assert told(found[telling], "MOBILIZE", "Chinese government")
    assert told(found[telling], "REJECT SANCTION", "Chinese government", "U")


@BOTH
def test_oil_territory_accusation(telling: int, found: list[list[EventMention]]) -> None:
    assert told(found[telling], "COOPERATE", "China", "Russia")
    assert told(found[telling], "ASSAULT RETREAT", "Kyiv")
    assert told(found[telling], "ACCUSE", "Washington", "Beijing")


def test_the_assurance_of_support(found: list[list[EventMention]]) -> None:
    assert told(found[0], "AGREE SUPPORT", "Xi", "counterpart")


@BOTH
def test_what_may_be_is_not_told_as_what_was(telling: int, found: list[list[EventMention]]) -> None:
    text = SEEDS[telling].read_text(encoding="utf-8")
    for phrase in ("Russia wins", "weakened"):
        start = text.index(phrase) + (len("Russia ") if phrase.startswith("Russia") else 0)
        status = retold.status(text, start, start + len(phrase.split()[-1]))
        assert status.modality == "hypothetical"
        assert not [one for one in found[telling] if one.trigger_start == start and one.modality == "actual"]


@BOTH
def test_history_is_not_dated_today(telling: int, found: list[list[EventMention]]) -> None:
    text = SEEDS[telling].read_text(encoding="utf-8")
    cold_war = text.find("Cold War")
    dated = [one for one in found[telling] if one.date_start and one.date_start.year == 2022]
    assert not [one for one in dated if cold_war >= 0 and one.trigger_start <= cold_war <= one.trigger_end]


@BOTH
def test_every_span_is_what_it_says(telling: int, found: list[list[EventMention]]) -> None:
    text = SEEDS[telling].read_text(encoding="utf-8")
    for one in found[telling]:
        assert one.trigger == text[one.trigger_start : one.trigger_end]
        assert all(part.text == text[part.start : part.end] for part in one.arguments)
