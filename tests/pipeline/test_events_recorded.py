"""A run writes who did what to whom: under the names a report has put right, alike for copies, by the profile chosen."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pipeline_corpus import Record as Paper
from pipeline_corpus import jsonl, print_papers
from pipeline_record import on_disk, record, worked

from retold import Archive
from retold.errors import RetoldError
from retold.model import EventMention, Run
from retold.schema import schema_of

WIRE = """
Norway expelled two Chilean diplomats on Thursday after a quarrel over fishing off the island of Tarn.
Chilean legislator Li Zhanshu visited Oslo on Wednesday and met the Norwegian foreign minister for an hour.
"We arrested nobody, and we will arrest nobody," Li Zhanshu told reporters beside the northern crane of the harbour.
Chile promised to withdraw its soldiers from the bay before the winter, the port authority said.
Police in Bergen arrested three sailors of the trawler Aurelia, which had crossed into the closed waters at night.
Fishermen at the southern mole complained that the quarrel leaves them hardly any room to turn their boats.
A decision about the second terminal is expected in the spring, after the council has read the engineers' report.
"""
REWRITTEN = """
Norway expelled two Chilean diplomats on Thursday after a dispute over fishing off the island of Tarn.
Chilean legislator Li Jianshu visited Oslo on Wednesday and met the Norwegian foreign minister for an hour.
"We arrested nobody, and we will arrest nobody," Li Jianshu told reporters beside the northern crane of the port.
Chile promised to withdraw its soldiers from the bay before the winter, the harbour authority stated.
Police in Bergen arrested three sailors of the trawler Aurelia, which had crossed into the closed waters at night.
Fishermen at the southern mole complained that the dispute leaves them barely any room to turn their boats.
A decision about the second terminal is anticipated in the spring, after the council has read the engineers' report.
"""
OTHER = """
Thousands of farmers blocked the roads into Nairobi with tractors on Friday, and the police used tear gas.
Kenya's president refused to meet their leaders and flew to Kampala, where he signed a trade agreement with Uganda.
The farmers want the price of milk to be what it was before the drought, and their wives want it too.
"""


def printed(name: str, text: str, hour: int) -> Paper:
    return {
        "id": name,
        "source": f"The {name.title()}",
        "text": text.strip().replace("\n", "\n\n"),
        "published": f"2022-06-10T{hour:02d}:00:00Z",
    }


PAPERS = [
    printed("wire", WIRE, 6),
    printed("rewritten", REWRITTEN, 9),
    printed("reprint", WIRE, 11),
    printed("weekly", OTHER, 12),
]


@pytest.fixture(scope="module")
def bay(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("bay")
    archive = Archive(folder / "archive")
    archive.add(print_papers(folder / "papers", PAPERS))
    archive.run()
    return archive


def rows(archive: Archive, table: str) -> list[dict[str, Any]]:
    return [dict(row) for row in archive.table(table).to_pylist()]


def articles(archive: Archive) -> dict[str, dict[str, Any]]:
    return {row["external_id"]: row for row in rows(archive, "articles")}


def events(archive: Archive, name: str) -> list[dict[str, Any]]:
    article = articles(archive)[name]["article_id"]
    found = [row for row in rows(archive, "event_mentions") if row["article_id"] == article]
    return sorted(found, key=lambda row: (row["trigger_start"], row["event_mention_id"]))


def types(archive: Archive, name: str) -> list[str]:
    return [row["event_type"] for row in events(archive, name)]


def told(event: dict[str, Any]) -> dict[str, Any]:
    """An event without the places that only its own article has."""
    own = ("event_mention_id", "article_id", "statement_id")
    return {key: value for key, value in event.items() if key not in own}


def recorded(run: Run) -> dict[str, int]:
    return {stage.stage: stage.rows for stage in run.stages}


def test_what_the_articles_tell_is_in_the_table(bay: Archive) -> None:
    assert bay.table("event_mentions").schema == schema_of(EventMention)
    assert {"SANCTION", "CONSULT", "CONCEDE", "COERCE"} <= set(types(bay, "wire"))
    assert {"PROTEST", "REJECT"} <= set(types(bay, "weekly"))


def test_every_span_is_what_it_says_in_the_article(bay: Archive) -> None:
    texts = {row["article_id"]: row["text"] for row in rows(bay, "articles")}
    found = rows(bay, "event_mentions")
    assert len({row["event_mention_id"] for row in found}) == len(found) > 10
    for row in found:
        text = texts[row["article_id"]]
        assert text[row["trigger_start"] : row["trigger_end"]] == row["trigger"]
        for part in (*row["arguments"], *row["quantities"]):
            assert text[part["start"] : part["end"]] == part["text"]


def test_every_actor_of_an_event_is_in_the_table_of_actors_even_if_it_is_named_nowhere(bay: Archive) -> None:
    known = {row["actor_id"]: row["name"] for row in rows(bay, "actors")}
    for row in rows(bay, "event_mentions"):
        assert {*row["sources"], *row["targets"]} <= known.keys()
        assert {one["actor_id"] for one in row["arguments"] if one["actor_id"]} <= known.keys()
    inferred = {
        known[one["actor_id"]]
        for row in events(bay, "weekly")
        for one in row["arguments"]
        if one["inferred"] and one["actor_id"]
    }
    assert "Kenya" in inferred
    assert {row["statement_id"] for row in rows(bay, "event_mentions")} - {None} <= {
        row["statement_id"] for row in rows(bay, "statements")
    }


def test_events_are_under_the_name_that_the_report_has_put_right(bay: Archive) -> None:
    [li] = [row["actor_id"] for row in rows(bay, "actors") if row["name"] == "Li Zhanshu"]
    for name in ("wire", "rewritten"):
        visits = [row for row in events(bay, name) if row["event_type"] == "CONSULT"]
        assert visits and all(li in row["sources"] for row in visits)
        spoken = {one["actor_id"] for row in visits for one in row["arguments"] if "Li " in one["text"]}
        assert spoken == {li}
    assert "Li Jianshu" in {
        one["text"].removeprefix("Chilean legislator ") for one in arguments(bay, "rewritten")
    }


def arguments(archive: Archive, name: str) -> list[dict[str, Any]]:
    return [one for row in events(archive, name) for one in row["arguments"]]


def test_copies_have_the_same_events(bay: Archive) -> None:
    wire, reprint = (list(map(told, events(bay, name))) for name in ("wire", "reprint"))
    assert wire == reprint != []
    assert types(bay, "rewritten") == types(bay, "wire")


def promised(archive: Archive) -> str:
    """What Chile's promise to withdraw its soldiers is coded as."""
    [found] = [row for row in events(archive, "wire") if row["literal_type"] == "RETREAT"]
    return str(found["event_type"])


def test_a_promised_retreat_is_what_the_profile_says_and_the_archive_keeps_to_it(
    bay: Archive, tmp_path: Path
) -> None:
    archive = Archive(tmp_path / "archive")
    archive.add(print_papers(tmp_path / "papers", PAPERS[:1]))
    first = archive.run()
    assert promised(archive) == "CONCEDE"
    run = archive.run(profile="gold-cameo")
    made = recorded(run)
    assert run.version == first.version + 1
    assert made["readings"] == 1 and not made["sentences"] and not made["parses"] and not made["pairs"]
    assert promised(archive) == "AGREE"
    assert len(events(archive, "wire")) == len(events(bay, "wire"))
    archive.add(jsonl(tmp_path / "late.jsonl", PAPERS[3:]))
    archive.run()
    assert json.loads(archive.versions()[-1].settings)["profile"] == "gold-cameo"
    assert promised(archive) == "AGREE", "a later run keeps to the profile"
    assert archive.run(profile="gold-cameo").version == archive.version, "nothing is left to do"
    assert promised(archive.at(first.version)) == "CONCEDE"


def test_an_unknown_profile_is_refused_before_anything_is_done(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "archive")
    archive.add(print_papers(tmp_path / "papers", PAPERS[:1]))
    before = on_disk(archive)
    with pytest.raises(RetoldError, match="gold-cameo"):
        archive.run(profile="cameo")
    assert on_disk(archive) == before


def test_one_after_another_makes_the_events_of_all_at_once_and_twice_the_same_changes_nothing(
    bay: Archive, tmp_path: Path
) -> None:
    archive = Archive(tmp_path / "archive")
    for place in (1, 3, 0, 2):
        archive.add(jsonl(tmp_path / f"{place}.jsonl", [PAPERS[place]]))
        assert worked(archive.run())["readings"] == 1, "what was read is not read again"
    assert record(archive) == record(bay)
    version = archive.version
    archive.add(tmp_path / "1.jsonl")
    assert archive.run().version == version and record(archive) == record(bay)
