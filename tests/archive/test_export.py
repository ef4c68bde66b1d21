"""Files that other programs read."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from archive_records import append, article, publish, publish_articles

from retold.archive import tables
from retold.archive.export import Format, export
from retold.archive.store import Store
from retold.archive.tables import TABLES, ArchiveTable
from retold.errors import RetoldError
from retold.model import CollationCell, Reading, Variant
from retold.schema import rows_of, schema_of

TEXT = 'He said "no",\r\nthen ☃; left.\n'
VARIANT = Variant("r", 1, "name", (Reading("é", ("a", "b")),), True, None, 0.5)
FORMATS: list[Format] = ["jsonl", "csv", "parquet"]


@pytest.fixture
def filled(store: Store) -> Store:
    publish_articles(store, article(2), article(3))
    with store.writer() as writer:
        append(writer, "articles", article(1, TEXT))
        append(writer, "variants", VARIANT)
        append(writer, "collation", CollationCell("r", 1, "a", (1, 2), float("nan")))
        publish(writer)
    return store


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_table_has_a_file_also_when_empty(store: Store, tmp_path: Path, fmt: Format) -> None:
    paths = export(store.snapshot(), tmp_path / "deep" / "out", fmt)
    assert sorted(path.name for path in paths) == sorted(
        f"{name}.{fmt}" for name, table in TABLES.items() if not table.internal
    )
    assert sorted(paths) == sorted((tmp_path / "deep" / "out").iterdir())


def test_jsonl_has_one_row_a_line_with_times_in_utc(filled: Store, tmp_path: Path) -> None:
    export(filled.snapshot(), tmp_path, "jsonl")
    rows = lines(tmp_path / "articles.jsonl")
    assert rows[0]["text"] == TEXT
    assert rows[0]["published_at"] == "2022-09-16T12:30:00.000250Z"
    assert rows[0]["dateline_date"] == "2022-09-16"
    assert rows[0]["url"] is None
    assert list(rows[0]) == schema_of(TABLES["articles"].record).names
    [variant] = lines(tmp_path / "variants.jsonl")
    assert variant["readings"] == [{"text": "é", "article_ids": ["a", "b"]}]
    assert variant["changes_meaning"] is True


def test_numbers_that_json_lacks_become_null(filled: Store, tmp_path: Path) -> None:
    export(filled.snapshot(), tmp_path, "jsonl")
    assert [row["score"] for row in lines(tmp_path / "collation.jsonl")] == [None]


def test_csv_reads_back_with_lists_as_json(filled: Store, tmp_path: Path) -> None:
    export(filled.snapshot(), tmp_path, "csv")
    with (tmp_path / "articles.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["text"] for row in rows] == [TEXT, article(2).text, article(3).text]
    assert rows[0]["published_at"] == "2022-09-16T12:30:00.000250Z"
    assert rows[0]["url"] == ""
    with (tmp_path / "variants.csv").open(encoding="utf-8", newline="") as file:
        [variant] = csv.DictReader(file)
    assert json.loads(variant["readings"]) == [{"text": "é", "article_ids": ["a", "b"]}]
    assert variant["changes_meaning"] == "true"


def test_parquet_keeps_the_columns_as_they_are(filled: Store, tmp_path: Path) -> None:
    export(filled.snapshot(), tmp_path, "parquet")
    table = pq.read_table(tmp_path / "variants.parquet")
    assert table.schema.equals(schema_of(Variant))
    assert rows_of(Variant, table) == [VARIANT]


@pytest.mark.parametrize("fmt", FORMATS)
def test_an_export_is_sorted_by_the_keys_and_the_same_each_time(
    filled: Store, tmp_path: Path, fmt: Format
) -> None:
    first = [path.read_bytes() for path in export(filled.snapshot(), tmp_path, fmt)]
    assert [path.read_bytes() for path in export(filled.snapshot(), tmp_path, fmt)] == first
    export(filled.snapshot(), tmp_path, "jsonl")
    identifiers = [row["article_id"] for row in lines(tmp_path / "articles.jsonl")]
    assert identifiers == [article(number).article_id for number in (1, 2, 3)]


def test_an_export_is_of_one_version(filled: Store, tmp_path: Path) -> None:
    export(filled.snapshot(1), tmp_path, "jsonl")
    assert len(lines(tmp_path / "articles.jsonl")) == 2
    assert [row["version"] for row in lines(tmp_path / "runs.jsonl")] == [1]


def test_internal_tables_stay_inside(filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tables.TABLES, "variants", ArchiveTable(Variant, ("report_id",), internal=True))
    assert "variants.jsonl" not in {path.name for path in export(filled.snapshot(), tmp_path, "jsonl")}


def test_a_folder_that_cannot_be_made_is_an_error_in_words(store: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("text")
    with pytest.raises(RetoldError, match="name a folder you may write to"):
        export(store.snapshot(), tmp_path / "file", "csv")


def test_a_failed_export_leaves_the_older_file(
    filled: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    export(filled.snapshot(), tmp_path, "jsonl")
    before = {path.name: path.read_bytes() for path in tmp_path.glob("*.jsonl")}

    def fail(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("retold.archive.export.json_text", fail)
    with pytest.raises(RetoldError, match="No space left"):
        export(filled.snapshot(), tmp_path, "jsonl")
    assert {path.name: path.read_bytes() for path in tmp_path.glob("*.jsonl")} == before
    assert [path for path in tmp_path.iterdir() if path.name.startswith(".")] == []
