"""The event mentions of a record, with what their articles, sentences and actors are called."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

import retold
from retold.archive.store import Snapshot
from retold.views import EventFilters, EventRow, event_list

LEAD = (
    "Norway expelled two Chilean diplomats on Thursday after a quarrel over fishing off the island of Tarn."
)
PROMISE = "Chile will withdraw its soldiers from the bay next week, its foreign minister said."
ARREST = "Police in Bergen arrested three sailors of the trawler Aurelia on Friday."


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    folder: Path = tmp_path_factory.mktemp("listed")
    told = {"late": ("2022-06-12", [ARREST]), "wire": ("2022-06-10", [LEAD, PROMISE])}
    lines = [
        json.dumps({"id": name, "source": name, "published": day, "text": "\n\n".join(text)})
        for name, (day, text) in told.items()
    ]
    (folder / "press.jsonl").write_text("\n".join(lines), encoding="utf-8")
    archive = retold.open(folder / "archive")
    archive.add(folder / "press.jsonl")
    archive.run()
    return archive.snapshot()


def types(snapshot: Snapshot, filters: EventFilters) -> list[str]:
    return [one.event_type for one in event_list(snapshot, filters)]


def only(snapshot: Snapshot, event_type: str) -> EventRow:
    [found] = event_list(snapshot, EventFilters(event_type=event_type))
    return found


def test_events_come_as_they_were_published(snapshot: Snapshot) -> None:
    assert types(snapshot, EventFilters()) == ["SANCTION", "CONCEDE", "COERCE"]
    assert types(snapshot, EventFilters(limit=2)) == ["SANCTION", "CONCEDE"]


def test_each_shows_its_sentence_its_outlet_and_its_actors(snapshot: Snapshot) -> None:
    expelled = only(snapshot, "SANCTION")
    assert (expelled.text, expelled.outlet, expelled.mode) == (LEAD, "wire", "expel")
    assert [one.name for one in expelled.sources] == ["Norway"]
    assert {one.country for one in expelled.targets} == {"CHL"}
    start, end = (place - expelled.text_start for place in (expelled.trigger_start, expelled.trigger_end))
    assert expelled.text[start:end] == expelled.trigger == "expelled"


def test_spans_count_from_the_sentence_also_behind_another_paragraph(snapshot: Snapshot) -> None:
    promised = only(snapshot, "CONCEDE")
    assert promised.text_start > 0
    start, end = (place - promised.text_start for place in (promised.trigger_start, promised.trigger_end))
    assert promised.text[start:end] == promised.trigger == "withdraw"


def test_who_says_so_is_named(snapshot: Snapshot) -> None:
    assert only(snapshot, "CONCEDE").said_by is not None
    assert only(snapshot, "SANCTION").said_by is None


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (EventFilters(event_type="sanction"), ["SANCTION"]),
        (EventFilters(literal="retreat"), ["CONCEDE"]),
        (EventFilters(modality="planned"), ["CONCEDE"]),
        (EventFilters(modality="actual"), ["SANCTION", "COERCE"]),
        (EventFilters(actor="CHL"), ["SANCTION", "CONCEDE"]),
        (EventFilters(source="chile"), ["CONCEDE"]),
        (EventFilters(source="norway", target="CHL"), ["SANCTION"]),
        (EventFilters(place="bergen"), ["COERCE"]),
        (EventFilters(place="NOR"), ["COERCE"]),
        (EventFilters(since=date(2022, 6, 10), until=date(2022, 6, 11)), ["COERCE"]),
        (EventFilters(since=date(2022, 6, 12)), ["CONCEDE"]),
        (EventFilters(until=date(2022, 6, 9)), ["SANCTION"]),
        (EventFilters(confidence=1.0), []),
        (EventFilters(event_type="SANCTION", modality="planned"), []),
        (EventFilters(story="no such story"), []),
        (EventFilters(actor="') OR TRUE --"), []),
    ],
)
def test_all_conditions_hold(snapshot: Snapshot, filters: EventFilters, wanted: list[str]) -> None:
    assert types(snapshot, filters) == wanted


def test_a_story_is_named_by_its_first_digits(snapshot: Snapshot) -> None:
    story = only(snapshot, "SANCTION").story_id
    assert story is not None
    assert {one.story_id for one in event_list(snapshot, EventFilters(story=story[:8]))} == {story}
