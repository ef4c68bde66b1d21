"""`retold events` lists events, filtered, in every format, and as the exchange formats have them."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from called import Called

from retold.archive.store import Store
from retold.archive.tables import TABLES
from retold.archive.writer import Writer
from retold.model import Actor, Article, EventArgument, EventMention, Quantity, Sentence
from retold.schema import table_of

Command = Callable[..., Called]

ARTICLE = "a" * 32
SENTENCES = ("Norway arrested at least 12 sailors.", "Chile will visit Norway.", "No exercises followed.")
NORWAY, CHILE = "1" * 32, "2" * 32


@pytest.fixture(scope="module")
def harbours(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with an arrest, a visit that is announced, and exercises of nobody that did not take place."""
    folder = tmp_path_factory.mktemp("events") / "archive"
    with Store.create_or_open(folder).writer() as writer:
        write(writer, "articles", [article()])
        write(writer, "sentences", sentences())
        write(writer, "actors", [actor(NORWAY, "Norway", "NOR"), actor(CHILE, "Chile", "CHL")])
        write(writer, "event_mentions", [arrest(), visit(), exercise()])
        writer.publish(datetime(2021, 5, 3, tzinfo=UTC), "0", "{}", [])
    return folder


def write(writer: Writer, table: str, rows: Sequence[object]) -> None:
    writer.append(table, writer.parquet(table, [table_of(TABLES[table].record, rows)]), "m")


def article() -> Article:
    return Article(
        article_id=ARTICLE,
        external_id="tide-1",
        url="https://tide.example/1",
        source="Morning Tide",
        title="Sailors held",
        text=" ".join(SENTENCES),
        language="en",
        published_at=datetime(2021, 5, 2, 8, tzinfo=UTC),
        collected_at=datetime(2021, 5, 3, tzinfo=UTC),
        agency=None,
        byline=None,
        dateline_place=None,
        dateline_date=None,
        origin="tide.jsonl",
    )


def sentences() -> list[Sentence]:
    starts = [sum(len(text) + 1 for text in SENTENCES[:number]) for number in range(len(SENTENCES))]
    return [
        Sentence(ARTICLE, number, 0, start, start + len(text), text, text, "body")
        for number, (start, text) in enumerate(zip(starts, SENTENCES, strict=True))
    ]


def actor(actor_id: str, name: str, country: str) -> Actor:
    return Actor(actor_id, name, "country", country, ("GOV",), (), None, True, 1)


def arrest() -> EventMention:
    return EventMention(
        event_mention_id="e1" * 16,
        article_id=ARTICLE,
        sentence=0,
        trigger_start=7,
        trigger_end=15,
        trigger="arrested",
        event_type="COERCE",
        mode="arrest",
        contexts=("legal",),
        quad=4,
        score=-7.0,
        sources=(NORWAY,),
        targets=(),
        source_text="Norway",
        target_text="sailors",
        date_start=date(2021, 5, 1),
        date_end=date(2021, 5, 1),
        date_granularity="day",
        place=None,
        place_country=None,
        polarity=True,
        modality="actual",
        literal_type="COERCE",
        arguments=(
            EventArgument("source", 0, 6, "Norway", NORWAY, False),
            EventArgument("target", 28, 35, "sailors", None, False),
        ),
        quantities=(Quantity("arrested", 12.0, None, None, ("at least",), 16, 27, "at least 12"),),
        statement_id=None,
        rule="arrest",
        confidence=0.9,
        event_id=None,
    )


def visit() -> EventMention:
    return dataclasses.replace(
        arrest(),
        event_mention_id="e2" * 16,
        sentence=1,
        trigger_start=48,
        trigger_end=53,
        trigger="visit",
        event_type="AGREE",
        mode=None,
        quad=1,
        score=2.5,
        sources=(CHILE,),
        targets=(NORWAY,),
        modality="planned",
        literal_type="CONSULT",
        date_start=None,
        date_end=None,
        date_granularity=None,
        arguments=(),
        quantities=(),
    )


def exercise() -> EventMention:
    return dataclasses.replace(
        visit(),
        event_mention_id="e3" * 16,
        sentence=2,
        trigger_start=65,
        trigger_end=74,
        trigger="exercises",
        event_type="MOBILIZE",
        quad=4,
        score=-5.5,
        sources=(),
        targets=(),
        modality="denied",
        polarity=False,
        literal_type="MOBILIZE",
    )


def listed(retold: Command, archive: Path, *arguments: str) -> str:
    told = retold("events", "--archive", archive, *arguments)
    assert told.status == 0, told.err
    return told.out


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_every_format_has_every_event(retold: Command, harbours: Path) -> None:
    lines = rows(listed(retold, harbours, "--format", "jsonl"))
    assert [one["event_type"] for one in lines] == ["COERCE", "AGREE", "MOBILIZE"]
    assert json.loads(listed(retold, harbours, "--format", "json")) == lines
    assert len(listed(retold, harbours).splitlines()) == 4
    assert len(rows(listed(retold, harbours, "--format", "plover"))) == 3
    table = list(csv.DictReader(io.StringIO(listed(retold, harbours, "--format", "csv"))))
    assert [(one["sources"], one["sources_countries"]) for one in table] == [
        ("Norway", "NOR"),
        ("Chile", "CHL"),
        ("", ""),
    ]
    assert json.loads(table[0]["quantities"])[0]["low"] == 12


def test_plover_marks_what_did_not_take_place(retold: Command, harbours: Path) -> None:
    found = rows(listed(retold, harbours, "--format", "plover"))
    assert [one["mode"] for one in found] == [["arrest"], [], ["negation"]]
    assert [one["date"] for one in found] == ["2021-05-01", "2021-05-02", None]
    assert [actor["code"] for actor in found[0]["actor"]] == ["NOR"]
    assert [actor["entity_text"] for actor in found[0]["recipient"]] == ["sailors"]
    assert found[0]["size"]["arrested"] == 12
    assert found[0]["text"] == SENTENCES[0]


def test_gdelt_has_what_took_place_and_says_what_it_leaves_out(retold: Command, harbours: Path) -> None:
    told = retold("events", "--archive", harbours, "--format", "gdelt")
    found = [line.split("\t") for line in told.out.splitlines()]
    assert [len(row) for row in found] == [58, 58]
    assert [(row[1], row[5], row[15], row[26]) for row in found] == [
        ("20210501", "NORGOV", "", "173"),
        ("20210502", "CHLGOV", "NORGOV", "036"),
    ]
    assert told.err.startswith("note: 1 event of 3 left out")
    chosen = retold("events", "--archive", harbours, "--type", "coerce", "--format", "gdelt")
    assert (len(chosen.out.splitlines()), chosen.err) == (1, "")


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (("--type", "agree"), ["AGREE"]),
        (("--mode", "arrest"), ["COERCE"]),
        (("--modality", "denied"), ["MOBILIZE"]),
        (("--literal", "consult"), ["AGREE"]),
        (("--actor", "norway"), ["COERCE", "AGREE"]),
        (("--source", "NOR"), ["COERCE"]),
        (("--target", "norway"), ["AGREE"]),
        (("--since", "2021-05-01", "--until", "2021-05-01"), ["COERCE"]),
        (("--confidence", "0.95"), []),
        (("--limit", "1"), ["COERCE"]),
    ],
)
def test_events_are_filtered(
    retold: Command, harbours: Path, filters: tuple[str, ...], wanted: list[str]
) -> None:
    found = rows(listed(retold, harbours, *filters, "--format", "plover"))
    assert [one["event"] for one in found] == [[name] for name in wanted]


def test_explained_events_show_their_words(retold: Command, harbours: Path) -> None:
    told = listed(retold, harbours, "--explain")
    assert "Norway [arrested] at least 12 sailors." in told
    assert "at least 12" in told and "CONSULT" in told


def test_nothing_found_is_nothing_written(retold: Command, harbours: Path) -> None:
    for fmt in ("plover", "gdelt", "jsonl"):
        assert listed(retold, harbours, "--type", "aid", "--format", fmt) == ""


def test_a_format_that_is_none_is_refused(retold: Command, tmp_path: Path) -> None:
    assert retold("events", "--format", "xml").status == 2
    assert retold("events", "--archive", tmp_path / "nothing", "--format", "gdelt").status == 1


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--type", "embargo", "SANCTION"),
        ("--literal", "agreement", "AGREE"),
        ("--mode", "bombs", "aerial"),
        ("--modality", "maybe", "past_background"),
        ("--since", "yesterday", "%Y-%m-%d"),
    ],
)
def test_a_value_that_is_none_is_told_with_those_there_are(
    retold: Command, harbours: Path, option: str, value: str, told: str
) -> None:
    refused = retold("events", "--archive", harbours, option, value)
    assert (refused.status, refused.out) == (2, "")
    assert value in refused.err and told in "".join(refused.err.split("│")), refused.err


@pytest.mark.parametrize(("option", "value"), [("--confidence", "2"), ("--limit", "0"), ("--limit", "many")])
def test_a_number_out_of_range_is_refused(retold: Command, harbours: Path, option: str, value: str) -> None:
    refused = retold("events", "--archive", harbours, option, value)
    assert refused.status == 2 and option in refused.err


@pytest.mark.parametrize("command", ["run", "add"])
def test_a_profile_that_is_none_is_told_with_those_there_are(
    retold: Command, harbours: Path, tmp_path: Path, command: str
) -> None:
    inputs = () if command == "run" else (tmp_path,)
    refused = retold(command, *inputs, "--archive", harbours, "--profile", "cameo")
    assert refused.status == 2 and "gold-cameo" in refused.err


@pytest.mark.parametrize("filters", [("--type", "Coerce"), ("--mode", "ARREST"), ("--literal", "coerce")])
def test_names_of_types_and_modes_are_taken_in_any_case(
    retold: Command, harbours: Path, filters: tuple[str, ...]
) -> None:
    assert [one["event_type"] for one in rows(listed(retold, harbours, *filters, "--format", "jsonl"))] == [
        "COERCE"
    ]


@pytest.mark.parametrize("option", ["--actor", "--source", "--target", "--place", "--story"])
def test_what_is_looked_for_is_text_and_no_query(retold: Command, harbours: Path, option: str) -> None:
    for text in ("O'Hara", "') OR 1=1 --", "%", "_", "\\", '"', "\u202e"):
        assert listed(retold, harbours, option, text, "--format", "jsonl") == ""


def test_explained_events_tell_rules_status_and_whose_words_they_are(retold: Command, harbours: Path) -> None:
    arrested, visit, exercise = listed(retold, harbours, "--explain").rstrip().split("\n\n")
    assert arrested.startswith("COERCE/arrest  actual  0.90")
    assert "  who       Norway NOR" in arrested and "  rules     arrest" in arrested
    assert "  to whom   no known actor  ('sailors')" in arrested
    assert "planned" in visit.splitlines()[0] and "[visit]" in visit
    assert exercise.startswith("MOBILIZE  denied, not so")


def test_explained_and_listed_are_filtered_alike(retold: Command, harbours: Path) -> None:
    told = listed(retold, harbours, "--type", "agree", "--explain")
    assert told.count("  sentence  ") == 1 and "[visit]" in told
    assert listed(retold, harbours, "--type", "aid", "--explain") == ""


def test_a_whole_run_is_explained_in_the_words_of_the_articles(retold: Command, harbour: Path) -> None:
    found = rows(listed(retold, harbour, "--format", "jsonl"))
    told = listed(retold, harbour, "--explain")
    assert found and told.count("  sentence  ") == len(found)
    for one in found:
        assert f"[{one['trigger']}]" in told and one["rule"] in told


def test_of_an_archive_that_was_not_read_yet_nothing_is_listed(
    retold: Command, harbour_file: Path, tmp_path: Path
) -> None:
    folder = tmp_path / "unread"
    assert retold("add", harbour_file, "--archive", folder, "--until", "stories").status == 0
    assert listed(retold, folder, "--format", "jsonl") == ""
