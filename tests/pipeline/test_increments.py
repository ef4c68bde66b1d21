"""However articles arrive, the record is that of all of them at once, and only what they touch is worked again."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline_corpus import PRESS, jsonl, print_papers, telling
from pipeline_corpus import Record as Paper
from pipeline_record import Record, outlets, record, table_rows, worked

from retold import Archive, demo, pipeline
from retold.archive.store import Store
from retold.archive.writer import Writer
from retold.engine import local, portions
from retold.engine.local import LocalEngine
from retold.settings import Settings

HALF = len(PRESS) // 2


def added_in_parts(
    archive: Archive, papers: Path, parts: Sequence[Sequence[Paper]], between: Sequence[str | None]
) -> Archive:
    """Adds part after part; between two, runs until the stage named there, "" for no run, None for a whole one."""
    for number, (part, until) in enumerate(zip(parts, [*between, ""], strict=True)):
        archive.add(print_papers(papers / str(number), part))
        if until != "":
            archive.run(until=until)
    archive.run()
    return archive


def test_the_press_has_three_stories_in_four_reports(press_record: Record) -> None:
    """Else the tests here would compare little."""
    assert {name: len(rows) for name, rows in press_record.items() if name in ("stories", "renditions")} == {
        "stories": 3,
        "renditions": 10,
    }
    assert len({row.split("'report_id': ")[1][:34] for row in press_record["memberships"]}) == 4
    assert len(press_record["collation"]) > 40


@pytest.mark.parametrize("until", [None, "", *pipeline.STAGES])
@pytest.mark.parametrize("parts", [(PRESS[:HALF], PRESS[HALF:]), (PRESS[HALF:], PRESS[:HALF])])
def test_two_halves_make_the_record_of_the_whole(
    archive: Archive,
    tmp_path: Path,
    press_record: Record,
    parts: tuple[list[Paper], list[Paper]],
    until: str | None,
) -> None:
    """In either order, and whatever ran between: everything (None), nothing (""), or some stages."""
    assert record(added_in_parts(archive, tmp_path, parts, [until])) == press_record


BETWEEN = st.sampled_from([None, "", "pairs", "stories", "collation"])


@settings(max_examples=5, deadline=None)
@given(data=st.data())
def test_any_parts_in_any_order_make_the_record_of_the_whole(press_record: Record, data: Any) -> None:
    papers = data.draw(st.permutations(PRESS))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(papers) - 1), min_size=1, max_size=3)))
    parts = [papers[start:end] for start, end in pairwise([0, *cuts, len(papers)])]
    between = data.draw(st.lists(BETWEEN, min_size=len(cuts), max_size=len(cuts)))
    with tempfile.TemporaryDirectory() as folder:
        archive = added_in_parts(Archive(Path(folder) / "archive"), Path(folder), parts, between)
        assert record(archive) == press_record


def test_halves_of_the_demo_make_the_record_of_the_demo(archive: Archive, tmp_path: Path) -> None:
    lines = demo.articles_path().read_text(encoding="utf-8").splitlines()
    whole = Archive(tmp_path / "whole")
    whole.add(demo.articles_path())
    whole.run()
    for name, half in (("odd", lines[1::2]), ("even", lines[::2])):
        archive.add(jsonl(tmp_path / f"{name}.jsonl", half))
        archive.run()
    assert record(archive) == record(whole)


def test_one_file_in_another_order_makes_the_same_record(
    archive: Archive, tmp_path: Path, press_record: Record
) -> None:
    archive.add(jsonl(tmp_path / "press.jsonl", PRESS[::-1]))
    archive.run()
    assert record(archive) == press_record


@pytest.mark.parametrize(("workers", "rows"), [(1, 1), (2, 3)])
def test_workers_and_batches_do_not_matter(
    archive: Archive,
    tmp_path: Path,
    press_record: Record,
    monkeypatch: pytest.MonkeyPatch,
    workers: int,
    rows: int,
) -> None:
    monkeypatch.setattr(local, "INLINE_ROWS", 0)
    monkeypatch.setattr(portions, "PORTION_ROWS", rows)
    archive.add(print_papers(tmp_path / "papers", PRESS))
    with LocalEngine(tmp_path / "engine", workers=workers) as engine:
        archive.run(engine)
    assert record(archive) == press_record


def test_a_new_copy_has_its_own_report_worked_and_no_other(archive: Archive, tmp_path: Path) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS))
    archive.run()
    before = record(archive)
    archive.add(jsonl(tmp_path / "copy.jsonl", [telling("ferry", "Gazette", 18, first=2)]))
    rows = worked(archive.run())
    report = outlets(archive, "memberships", "report_id")["ferry-gazette"]
    told = f"'report_id': '{report}'"
    of_report = {name: sum(told in row for row in table_rows(archive, name)) for name in before}
    assert rows["sentences"] == 5
    assert rows["fingerprints"] == 1
    assert len(table_rows(archive, "pairs")) - len(before["pairs"]) == 3
    assert rows["pairs"] == 3 + 3  # those of the ferry; the dam is of a week that nothing was added to
    assert rows["renditions"] == of_report["renditions"] == 4
    assert rows["collation"] == of_report["collation"] == 7 + 5 + 6 + 5
    assert 0 < rows["collation"] < len(table_rows(archive, "collation"))


UNDATED: Paper = {**telling("dam-wire", "Gazette", 8, first=1), "published": ""}


@pytest.mark.parametrize(
    "parts", [([UNDATED], PRESS), (PRESS, [UNDATED]), (PRESS[1::2], [UNDATED], PRESS[::2])]
)
def test_an_article_without_a_date_is_held_against_all_that_come_before_or_after_it(
    archive: Archive, tmp_path: Path, parts: tuple[list[Paper], ...]
) -> None:
    whole = Archive(tmp_path / "whole")
    whole.add(print_papers(tmp_path / "papers", [*PRESS, UNDATED]))
    whole.run()
    between = [None] * (len(parts) - 1)
    assert record(added_in_parts(archive, tmp_path / "parts", parts, between)) == record(whole)
    assert len(table_rows(archive, "pairs")) == 18 + 6
    reports = outlets(archive, "memberships", "report_id")
    assert reports["dam-wire-gazette"] == reports["dam-wire-argus"]


def test_an_article_on_its_own_has_no_report_collated(archive: Archive, tmp_path: Path) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS[:9]))
    archive.run()
    archive.add(print_papers(tmp_path / "papers", PRESS))
    done = worked(archive.run())
    # Of the new article alone is read what it says; how much that is is not of interest here.
    assert {stage: rows for stage, rows in done.items() if stage not in ("readings", "actors")} == {
        "sentences": 5,
        "fingerprints": 1,
        "pairs": 3,
        "stories": 3,
        "collation": 0,
        "renditions": 1,
        "variants": 0,
        "repairs": 0,
        "parses": 5,
    }


def test_a_stage_stopped_short_of_the_next_works_only_what_is_new_to_it(
    archive: Archive, tmp_path: Path, press_record: Record
) -> None:
    """The collation is of one state, the renditions of an older one; then articles come."""
    archive.add(print_papers(tmp_path / "papers", PRESS[:6]))
    archive.run()
    archive.add(print_papers(tmp_path / "papers", PRESS[:8]))
    archive.run(until="collation")
    archive.add(print_papers(tmp_path / "papers", PRESS))
    rows = worked(archive.run())
    assert rows["collation"] == 7 + 5 + 6
    assert rows["renditions"] == 3 + 1
    assert record(archive) == press_record


def test_stories_and_reports_keep_their_ids_when_later_copies_join(archive: Archive, tmp_path: Path) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS[::3]))
    archive.run()
    kept = {column: outlets(archive, "memberships", column) for column in ("story_id", "report_id")}
    founders = {paper["id"] for paper in PRESS[::3]} & {"dam-wire-argus", "ferry-argus", "strike-clarion"}
    assert len(founders) == 3, "the first telling of each story is there from the start"
    archive.add(print_papers(tmp_path / "papers", PRESS))
    archive.run()
    for column, before in kept.items():
        now = outlets(archive, "memberships", column)
        assert {name: now[name] for name in founders} == {name: before[name] for name in founders}


@pytest.mark.parametrize("recipe", [(Settings(window_days=1), "1"), (Settings(), "2")])
def test_another_recipe_makes_everything_anew(
    archive: Archive, tmp_path: Path, recipe: tuple[Settings, str]
) -> None:
    papers = print_papers(tmp_path / "papers", PRESS)
    archive.add(papers)
    pipeline.run(Store.open(archive.path), Settings(), "1")
    fresh = Archive(tmp_path / "fresh")
    fresh.add(papers)
    rows = worked(pipeline.run(Store.open(fresh.path), *recipe))
    assert all(rows.values())
    assert worked(pipeline.run(Store.open(archive.path), *recipe)) == rows
    assert record(archive) == record(fresh)


def test_a_narrower_window_leaves_articles_apart(archive: Archive, tmp_path: Path) -> None:
    """So the settings do reach the stages."""
    far: Paper = {**telling("ferry", "Gazette", 10), "published": "2023-06-12T10:00:00Z"}
    archive.add(print_papers(tmp_path / "papers", [PRESS[6], far]))
    assert pipeline.run(Store.open(archive.path), Settings(window_days=7), "1").version == 2
    assert archive.table("stories").num_rows == 1
    assert pipeline.run(Store.open(archive.path), Settings(window_days=2), "1").version == 3
    assert archive.table("stories").num_rows == 2


class Killed(BaseException):
    """Stands for the end of the process."""


@pytest.mark.parametrize("least", [0, 1])
def test_runs_that_end_after_any_commit_are_carried_on(
    archive: Archive, tmp_path: Path, press_record: Record, monkeypatch: pytest.MonkeyPatch, least: int
) -> None:
    """With articles added between them, each run has two commits more to its life than the one before."""

    def run_for(commits: int) -> None:
        left = iter(range(commits))
        append, replace = Writer.append, Writer.replace

        def mortal(commit: Any) -> Any:
            def dying(writer: Writer, table: str, files: list[str], mark: str) -> None:
                if files and next(left, None) is None:
                    raise Killed
                commit(writer, table, files, mark)

            return dying

        with monkeypatch.context() as patched, pytest.raises(Killed):
            patched.setattr(Writer, "append", mortal(append))
            patched.setattr(Writer, "replace", mortal(replace))
            archive.run()

    for number in range(8):
        archive.add(print_papers(tmp_path / "papers", PRESS[::-1][: number + 2]))
        run_for(least + 2 * number)
    archive.add(print_papers(tmp_path / "papers", PRESS))
    archive.run()
    assert record(archive) == press_record


def test_an_add_after_a_killed_run_publishes_nothing_of_that_run(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memberships of one state beside stories of another would be half a run."""
    archive.add(print_papers(tmp_path / "first", PRESS[:HALF]))
    archive.run()
    before = archive.table("memberships").sort_by("article_id")
    replace = Writer.replace

    def die_after_memberships(writer: Writer, table: str, files: list[str], mark: str) -> None:
        replace(writer, table, files, mark)
        if table == "memberships":
            raise Killed

    archive.add(print_papers(tmp_path / "second", PRESS[HALF:]))
    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(Writer, "replace", die_after_memberships)
        archive.run()
    archive.add(print_papers(tmp_path / "third", PRESS[:1]))
    assert archive.table("memberships").sort_by("article_id").equals(before)
