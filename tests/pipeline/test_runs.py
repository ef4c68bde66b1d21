"""What `run` publishes, when, and what is seen of it meanwhile."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from pipeline_corpus import PRESS, jsonl, print_papers, telling
from pipeline_record import Record, on_disk, record, worked

from retold import Archive, RetoldError
from retold.archive.store import Store
from retold.archive.tables import TABLES
from retold.engine.local import LocalEngine
from retold.errors import ArchiveBusy
from retold.pipeline import STAGES

TABLE_OF_STAGE = {
    "articles": "articles",
    "sentences": "sentences",
    "fingerprints": "fingerprints",
    "pairs": "pairs",
    "stories": "stories",
    "collation": "collation",
    "renditions": "renditions",
    "variants": "variants",
    "repairs": "repairs",
    "parses": "parses",
    "readings": "readings",
    "actors": "actors",
}


@pytest.fixture
def added(archive: Archive, tmp_path: Path) -> Archive:
    """The press, added and not run."""
    archive.add(print_papers(tmp_path / "papers", PRESS))
    return archive


def test_a_run_with_nothing_to_do_makes_no_version_and_touches_no_file(added: Archive) -> None:
    first = added.run()
    before = on_disk(added)
    assert first.version == 2
    assert added.run() == first
    assert on_disk(added) == before


def test_refusals_alone_have_nothing_worked_again(added: Archive, tmp_path: Path) -> None:
    added.run()
    refused = added.add(jsonl(tmp_path / "broken.jsonl", ["{"]))
    assert refused.version == 3
    assert added.run().version == 3


def test_a_run_over_no_articles_makes_no_version(archive: Archive, tmp_path: Path) -> None:
    version = archive.add(jsonl(tmp_path / "broken.jsonl", ["{"])).version
    assert archive.run().version == version
    assert archive.table("stories").num_rows == 0


@pytest.mark.parametrize("until", STAGES)
def test_a_run_stops_after_the_stage_it_is_told_and_a_later_one_completes(
    added: Archive, until: str, press_record: Record
) -> None:
    stages = [stage.stage for stage in added.run(until=until).stages]
    assert stages == list(STAGES[1 : STAGES.index(until) + 1] or ["articles"])
    filled = {stage for stage, table in TABLE_OF_STAGE.items() if added.table(table).num_rows}
    assert filled == set(STAGES[: STAGES.index(until) + 1])
    version = added.version
    rest = worked(added.run())
    if until == STAGES[-1]:
        assert added.version == version, "nothing was left to do"
    else:
        assert not any(rest[stage] for stage in stages if stage != "articles"), (
            "what is done is not done again"
        )
    assert record(added) == press_record


def test_a_stage_nobody_knows_is_named_with_those_there_are(added: Archive) -> None:
    before = on_disk(added)
    with pytest.raises(RetoldError, match=r"'colation'.*collation, renditions"):
        added.run(until="colation")
    assert on_disk(added) == before


def test_a_run_leaves_no_scratch_behind(added: Archive) -> None:
    added.run()
    assert not (added.path / ".scratch").exists()


def test_an_engine_that_is_handed_in_stays_open(added: Archive, tmp_path: Path) -> None:
    with LocalEngine(tmp_path / "engine", workers=1) as engine:
        added.run(engine)
        added.add(jsonl(tmp_path / "copy.jsonl", [telling("strike", "Flag", 9)]))
        assert worked(added.run(engine))["renditions"] == 2


def test_the_progress_of_each_stage_rises_to_its_total(added: Archive) -> None:
    calls: list[tuple[str, int, int | None]] = []
    added.run(progress=lambda *call: calls.append(call))
    told = list(dict.fromkeys(stage for stage, _, _ in calls))
    assert told == [stage for stage in STAGES if stage in told]
    assert set(told) >= {"sentences", "fingerprints", "collation", "renditions"}
    for stage in told:
        totals = {total for name, _, total in calls if name == stage}
        done = [done for name, done, _ in calls if name == stage]
        assert done == sorted(done)
        assert totals == {done[-1]}


def test_a_writer_has_the_archive_for_itself_and_readers_read_on(added: Archive, tmp_path: Path) -> None:
    other = Archive(added.path)
    with Store.open(added.path).writer():
        with pytest.raises(ArchiveBusy, match="wait"):
            other.add(tmp_path / "papers")
        with pytest.raises(ArchiveBusy, match="wait"):
            other.run()
        assert other.sql("SELECT count(*) AS n FROM articles").to_pylist() == [{"n": 10}]
    assert other.run().version == 2


def test_a_run_at_work_has_the_archive_for_itself(added: Archive, tmp_path: Path) -> None:
    refused: set[str] = set()

    def second(stage: str, _done: int, _total: int | None) -> None:
        with pytest.raises(ArchiveBusy):
            Archive(added.path).add(tmp_path / "papers")
        refused.add(stage)

    added.run(progress=second)
    assert len(refused) > 3


def test_readers_beside_a_writer_see_published_versions_only(archive: Archive, tmp_path: Path) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS[:1]))
    seen: dict[int, list[dict[str, int]]] = {}
    failures: list[BaseException] = []
    done = threading.Event()

    def rows(reader: Archive) -> dict[str, int]:
        snapshot = reader.snapshot()
        counts = {name: snapshot.dataset(name).count_rows() for name in TABLES}
        return {"version": snapshot.version, **counts}

    def read_on() -> None:
        try:
            while not done.is_set():
                found = rows(Archive(archive.path))
                seen.setdefault(found["version"], []).append(found)
        except BaseException as error:
            failures.append(error)

    reader = threading.Thread(target=read_on)
    reader.start()
    for end in (3, 6, 10):
        archive.add(print_papers(tmp_path / "papers", PRESS[:end]))
        archive.run()
    done.set()
    reader.join()
    assert failures == []
    assert set(seen) <= set(range(1, 8))
    assert len(seen) > 2
    for version, readings in seen.items():
        settled = rows(archive.at(version))
        assert all(found == settled for found in readings)
