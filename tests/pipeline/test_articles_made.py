"""Worker processes make the same articles as one process does, and only of much."""

from __future__ import annotations

import multiprocessing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pipeline_workers
import pytest
from pipeline_corpus import PRESS, Record, jsonl

from retold import Archive
from retold.engine.pool import WorkerPool
from retold.errors import RetoldError
from retold.pipeline import making
from retold.pipeline.adding import Added
from retold.sources import read_drafts

PAGE = (
    "<html lang='en'><head><title>{title}</title></head><body><article><p>{text}</p></article></body></html>"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Good articles of several formats, and all that can be the matter with one."""
    folder = tmp_path / "papers"
    folder.mkdir()
    lone_surrogate = '{"text": "Ministers met \\ud83d on Monday in Geneva.", "extra": 1}'
    nested = f'{{"text": "Ministers met in Lenno on Monday.", "title": {"[" * 500}{"]" * 500}}}'
    odd: list[Record | str] = ["{", '{"text": 7}', '{"text": ""}', lone_surrogate, nested, PRESS[0]]
    undated: Record = {**PRESS[9], "published": "some day"}
    jsonl(folder / "a.jsonl", [*PRESS[:6], *odd, *PRESS[4:8], undated])
    (folder / "b.txt").write_text(f"Trams stand still\n{PRESS[9]['text']}")
    (folder / "c.html").write_text(PAGE.format(**PRESS[8]))
    (folder / "d.html").write_text("<html><p>")
    (folder / "e.csv").write_text("text,worth\nThe ferry had passed its inspection in April.,1\na,b,c\n")
    return folder


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that an `add` tells and stores, but for the time."""

    counts: tuple[int, int, int, int]
    told: list[tuple[str, ...]]
    progress: list[int]
    articles: list[dict[str, object]]
    rejected: list[dict[str, object]]


def outcome(archive: Archive, folder: Path) -> Outcome:
    progress: list[int] = []
    added = archive.add([folder, folder / "a.jsonl"], lambda _, done, __: progress.append(done))
    return Outcome(
        (added.new, added.known, added.rejected, added.version),
        told(added),
        progress,
        archive.table("articles").drop_columns("collected_at").to_pylist(),
        archive.table("rejected").drop_columns("collected_at").to_pylist(),
    )


def told(added: Added) -> list[tuple[str, ...]]:
    rejections = [(rejection.origin, rejection.reason, rejection.detail) for rejection in added.rejections]
    return [*rejections, *((note.origin, note.message) for note in added.notes)]


def with_workers(monkeypatch: pytest.MonkeyPatch, workers: int, portion_rows: int) -> None:
    """All but the first draft goes to workers."""
    monkeypatch.setattr(making, "INLINE_SECONDS", 0.0)
    monkeypatch.setattr(making, "PORTION_ROWS", portion_rows)
    monkeypatch.setattr("os.cpu_count", lambda: workers)


@pytest.mark.parametrize(("workers", "portion_rows"), [(2, 1), (3, 4), (2, 1_000)])
def test_articles_do_not_depend_on_processes_nor_on_portions(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch, workers: int, portion_rows: int
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 1)
    alone = outcome(Archive(tmp_path / "alone"), folder)
    with_workers(monkeypatch, workers, portion_rows)
    assert outcome(Archive(tmp_path / "archive"), folder) == alone
    reasons = {row["reason"] for row in alone.rejected}
    assert reasons >= {"bad_json", "bad_field", "bad_date", "empty", "duplicate", "no_article", "ragged_row"}
    assert {row["language"] for row in alone.articles} == {"en"}


def test_a_small_add_starts_no_process(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    monkeypatch.setattr(WorkerPool, "_submit", lambda *_: pytest.fail("a process was started"))
    assert archive.add(folder).new > 10


@pytest.mark.parametrize(("rows", "size", "lengths"), [(4, 10_000_000, [4, 4, 2]), (99, 1, [1] * 10)])
def test_a_portion_is_bounded_in_drafts_and_in_characters(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int, size: int, lengths: list[int]
) -> None:
    monkeypatch.setattr(making, "PORTION_ROWS", rows)
    monkeypatch.setattr(making, "PORTION_BYTES", size)
    drafts = read_drafts([str(jsonl(tmp_path / "a.jsonl", PRESS))], collected_at=datetime.now(UTC))
    assert [portion.lengths for portion in making.portions_of(drafts)] == [(length,) for length in lengths]


def test_a_worker_that_dies_is_an_error_and_the_next_add_takes_all(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched, pytest.raises(RetoldError, match="worker process ended"):
        with_workers(patched, 2, 1)
        patched.setattr(making, "made_portion", pipeline_workers.die)
        archive.add(folder)
    assert archive.version == 0
    assert archive.add(folder).new > 10


def test_a_break_ends_the_workers(archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(_: str, done: int, __: int | None) -> None:
        if done == 3:
            running.extend(multiprocessing.active_children())
            raise KeyboardInterrupt

    running: list[object] = []
    with_workers(monkeypatch, 2, 1)
    with pytest.raises(KeyboardInterrupt):
        archive.add(folder, stop)
    assert len(running) == 2
    assert multiprocessing.active_children() == []
