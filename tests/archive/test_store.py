"""An archive's versions: what a reader sees, and what a writer may do."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from archive_records import NOON, append, article, numbers, publish, publish_articles, read, replace
from deltalake import DeltaTable, QueryBuilder

from retold.archive.store import FORMAT, Store
from retold.archive.tables import TABLES
from retold.engine.local import LocalEngine
from retold.errors import ArchiveBusy, ArchiveError, NotFound, UnknownVersion
from retold.model import Article, CollationCell, Reading, StageRecord, Variant
from retold.schema import schema_of


def test_a_new_archive_is_the_empty_record(store: Store) -> None:
    snapshot = store.snapshot()
    assert snapshot.version == 0
    assert store.versions() == []
    for name, table in TABLES.items():
        assert snapshot.rows(name) == 0
        assert snapshot.dataset(name).to_table() == table.schema.empty_table()


def test_what_is_published_is_read_and_what_is_not_is_not(store: Store) -> None:
    with store.writer() as writer:
        append(writer, "articles", article(1))
        assert store.snapshot().version == 0
        run = publish(writer)
    assert store.snapshot().run == run
    assert numbers(store.snapshot()) == [1]
    with store.writer() as writer:
        append(writer, "articles", article(2))
    assert numbers(store.snapshot()) == [1]


def test_older_versions_stay_as_they_were(store: Store) -> None:
    for number in (1, 2, 3):
        publish_articles(store, article(number))
    with store.writer() as writer:
        replace(writer, "articles", article(9))
        publish(writer)
    assert [numbers(store.snapshot(version)) for version in range(5)] == [[], [1], [1, 2], [1, 2, 3], [9]]
    assert [run.version for run in store.versions()] == [1, 2, 3, 4]
    assert [store.snapshot(version).rows("runs") for version in range(5)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize("version", [-1, 2])
def test_a_version_there_is_not_is_an_error(store: Store, version: int) -> None:
    publish_articles(store, article(1))
    with pytest.raises(UnknownVersion, match=f"no version {version} .* newest is 1"):
        store.snapshot(version)


def test_a_snapshot_does_not_change_while_others_write(store: Store) -> None:
    publish_articles(store, article(1))
    snapshot = store.snapshot()
    with store.writer() as writer:
        replace(writer, "articles")
        publish(writer)
    assert numbers(snapshot) == [1]
    assert numbers(store.snapshot()) == []


def test_a_run_says_how_it_was_made(store: Store) -> None:
    with store.writer() as writer:
        append(writer, "articles", article(1))
        made = writer.publish(NOON, "1.2", '{"window_days": 7}', [StageRecord("sentences", 0.5, 3)])
    [run] = Store.open(store.path).versions()
    assert run == made
    assert (run.started_at, run.code_version, run.settings) == (NOON, "1.2", '{"window_days": 7}')
    assert run.stages == (StageRecord("sentences", 0.5, 3),)
    assert run.finished_at > run.started_at


def test_publishing_without_a_change_makes_no_version(store: Store) -> None:
    with store.writer() as writer:
        assert publish(writer).version == 0
    first = publish_articles(store, article(1))
    with store.writer() as writer:
        writer.append("articles", [], "nothing")
        assert publish(writer) == first
    assert store.versions() == [first]


def test_rows_with_lists_structs_and_any_text_come_back_as_they_were(store: Store) -> None:
    text = "«Юн Сунь» 会见\u2028☃ \x00 'it''s' \"x\", a\r\n\tb 👩‍🚀"
    variant = Variant("r", 1, "name", (Reading(text, ("a", "b")), Reading("", ())), True, None, 0.1)
    cell = CollationCell("r", 2, "a", (3, 4), 1.0)
    with store.writer() as writer:
        append(writer, "articles", article(1, text))
        append(writer, "variants", variant)
        append(writer, "collation", cell)
        publish(writer)
    snapshot = store.snapshot()
    assert read(snapshot, Article, "articles") == [article(1, text)]
    assert read(snapshot, Variant, "variants") == [variant]
    assert read(snapshot, CollationCell, "collation") == [cell]


def test_every_mode_of_reading_sees_the_same_rows(store: Store) -> None:
    publish_articles(store, article(1), article(2))
    publish_articles(store, article(3))
    folder = str(store.path / "articles")
    table = DeltaTable(folder)
    assert table.to_pyarrow_dataset().to_table().num_rows == 3
    assert table.count() == 3
    counted = QueryBuilder().register("t", table).execute("SELECT count(*) AS n FROM t").read_all()
    assert pa.table(counted)["n"].to_pylist() == [3]
    files = store.snapshot().files("articles")
    assert duckdb.execute(f"SELECT count(*) FROM read_parquet({files})").fetchall() == [(3,)]
    assert store.snapshot().rows("articles") == 3


def test_marks_tell_the_recipe_of_the_newest_commit(store: Store) -> None:
    with store.writer() as writer:
        assert writer.mark("articles") is None
        append(writer, "articles", article(1), mark="recipe one")
        append(writer, "articles", article(2), mark="recipe two")
        assert writer.mark("articles") == "recipe two"
        replace(writer, "articles", mark="recipe three")
        assert writer.mark("articles") == "recipe three"
        assert writer.files("articles") == []


def test_commits_without_a_version_await_the_next_writer(store: Store) -> None:
    publish_articles(store, article(1))
    with store.writer() as writer:
        append(writer, "articles", article(2), mark="unpublished")
    with store.writer() as writer:
        assert writer.mark("articles") == "unpublished"
        assert len(writer.files("articles")) == 2
        publish(writer)
    assert numbers(store.snapshot()) == [1, 2]


def test_restoring_goes_back_to_what_is_published(store: Store) -> None:
    with store.writer() as writer:
        append(writer, "articles", article(1), mark="good")
        first = publish(writer)
    with store.writer() as writer:
        append(writer, "articles", article(2), mark="bad")
        replace(writer, "rejected", mark="bad")
        for table in ("articles", "rejected", "stories"):
            writer.restore(table)
        assert writer.mark("articles") == "good"
        assert writer.mark("rejected") is None
        assert publish(writer) == first
        append(writer, "articles", article(3))
        publish(writer)
    assert [numbers(store.snapshot(version)) for version in (1, 2)] == [[1], [1, 3]]


def test_restoring_brings_back_rows_that_were_replaced(store: Store) -> None:
    publish_articles(store, article(1), article(2))
    with store.writer() as writer:
        replace(writer, "articles", article(3))
        writer.restore("articles")
        append(writer, "articles", article(4))
        publish(writer)
    assert numbers(store.snapshot()) == [1, 2, 4]


def test_the_files_of_an_engine_are_taken_over_and_stay_usable(store: Store) -> None:
    with store.writer() as writer, LocalEngine(writer.scratch / "engine", workers=1) as engine:
        append(writer, "articles", article(1), article(2))
        old = engine.scan(writer.files("articles"), schema_of(Article))
        sql = "SELECT * REPLACE (upper(text) AS text) FROM a"
        frame = engine.query(sql, {"a": old}, schema_of(Article))
        writer.replace("articles", engine.files(frame), "upper")
        assert engine.count(frame) == 2
        writer.append("articles", writer.files("articles"), "twice")
        publish(writer)
    assert [found.text for found in read(store.snapshot(), Article, "articles")] == ["THE MINISTERS MET."] * 4
    assert not (store.path / ".scratch").exists()


def test_files_in_which_every_column_may_be_null_are_taken(store: Store, tmp_path: Path) -> None:
    """Spark writes such files."""
    schema = pa.schema([pa.field(field.name, field.type) for field in schema_of(CollationCell)])
    row = {"report_id": "r", "passage": 1, "article_id": "a", "sentences": [1], "score": 0.5}
    file = tmp_path / "part.parquet"
    pq.write_table(pa.Table.from_pylist([row], schema=schema), file)
    with store.writer() as writer:
        writer.append("collation", [str(file)], "spark")
        publish(writer)
    assert read(store.snapshot(), CollationCell, "collation") == [CollationCell("r", 1, "a", (1,), 0.5)]


def test_files_with_other_columns_are_refused_and_change_nothing(store: Store, tmp_path: Path) -> None:
    file = tmp_path / "part.parquet"
    pq.write_table(pa.table({"article_id": ["a"]}), file)
    with store.writer() as writer:
        with pytest.raises(ValueError, match="columns"):
            writer.append("articles", [str(file)], "m")
        assert writer.files("articles") == []


def test_an_unknown_table_is_not_found(store: Store) -> None:
    with pytest.raises(NotFound, match=r"'poems'.*articles"):
        store.snapshot().files("poems")
    with store.writer() as writer, pytest.raises(NotFound):
        writer.append("poems", ["x.parquet"], "m")


def test_a_second_writer_is_refused_with_the_process_of_the_first(store: Store) -> None:
    script = "import sys\nfrom retold.archive.store import Store\nwith Store.open(sys.argv[1]).writer(): pass"
    command = [sys.executable, "-c", script, str(store.path)]
    environment = {"PYTHONPATH": ":".join(filter(None, sys.path))}
    with store.writer():
        other = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        with pytest.raises(ArchiveBusy), store.writer():
            pass
    assert "ArchiveBusy" in other.stderr
    assert f"number {os.getpid()})" in other.stderr
    assert subprocess.run(command, env=environment, check=False).returncode == 0


@pytest.mark.parametrize(
    "name", ["with space", "новости", "year=2022", "a[b]*?", "it's", "a#b&c+d", "100% news"]
)
def test_the_folder_may_have_any_name(tmp_path: Path, name: str) -> None:
    store = Store.create_or_open(tmp_path / name)
    publish_articles(store, article(1))
    publish_articles(store, article(2))
    assert numbers(store.snapshot()) == [1, 2]


def test_an_archive_may_be_moved(store: Store, tmp_path: Path) -> None:
    publish_articles(store, article(1))
    moved = Store.open(store.path.rename(tmp_path / "elsewhere"))
    assert numbers(moved.snapshot()) == [1]
    publish_articles(moved, article(2))
    assert numbers(moved.snapshot()) == [1, 2]


def test_a_relative_path_is_the_same_archive(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    publish_articles(store, article(1))
    monkeypatch.chdir(store.path.parent)
    opened = Store.open("archive")
    monkeypatch.chdir("/")
    assert numbers(opened.snapshot()) == [1]


def test_opening_a_missing_archive_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match=r"does not exist: .* make one"):
        Store.open(tmp_path / "none")
    assert not (tmp_path / "none").exists()


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("text")
    with pytest.raises(ArchiveError, match="is a file"):
        Store.create_or_open(file)
    with pytest.raises(ArchiveError, match="is no archive"):
        Store.open(file)
    with pytest.raises(ArchiveError, match="cannot make an archive"):
        Store.create_or_open(file / "below")


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("text")
    with pytest.raises(ArchiveError, match="holds other files"):
        Store.create_or_open(tmp_path)
    with pytest.raises(ArchiveError, match="is no archive"):
        Store.open(tmp_path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def test_an_empty_folder_and_one_left_by_a_killed_process_become_archives(tmp_path: Path) -> None:
    (tmp_path / "archive.json.4711").write_text("{")
    assert Store.create_or_open(tmp_path).snapshot().version == 0


def test_an_archive_of_a_newer_format_is_refused(store: Store) -> None:
    description = {"format": FORMAT + 1, "created_at": NOON.isoformat()}
    (store.path / "archive.json").write_text(json.dumps(description))
    with pytest.raises(ArchiveError, match=f"format {FORMAT + 1} .* reads format {FORMAT}"):
        Store.create_or_open(store.path)


@pytest.mark.parametrize(
    "content", ["", "{", "[]", "null", '{"format": 1}', '{"format": 1, "created_at": "x"}']
)
def test_a_damaged_description_is_an_error_in_words(store: Store, content: str) -> None:
    (store.path / "archive.json").write_text(content)
    with pytest.raises(ArchiveError):
        Store.open(store.path)


@pytest.mark.parametrize("damage", ["{", "not json"])
def test_a_damaged_table_is_an_error_in_words(store: Store, damage: str) -> None:
    publish_articles(store, article(1))
    (store.path / "articles" / "_delta_log" / f"{1:020d}.json").write_text(damage)
    with pytest.raises(ArchiveError, match="articles"):
        store.snapshot().files("articles")


def test_a_table_of_other_columns_is_an_error_in_words(store: Store) -> None:
    DeltaTable.create(str(store.path / "articles"), schema=pa.schema([("article_id", pa.string())]))
    with store.writer() as writer, pytest.raises(ArchiveError, match="new archive"):
        append(writer, "articles", article(1))
