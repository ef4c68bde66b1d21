"""The contract that every engine keeps."""

from __future__ import annotations

from pathlib import Path

import engine_functions as fn
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from retold.engine.base import Engine
from retold.model import CollationCell, Reading, Variant
from retold.schema import rows_of, schema_of, table_of

NAMES = pa.schema([pa.field("name", pa.string(), nullable=False)])
VALUES = pa.schema([("key", pa.string()), ("value", pa.int64())])


def names(*values: str) -> pa.Table:
    return pa.table({"name": values}, schema=NAMES)


def sorted_rows(table: pa.Table) -> list[dict[str, object]]:
    return sorted(table.to_pylist(), key=repr)


def test_a_frame_gives_back_its_rows(engine: Engine) -> None:
    variant = Variant("r", 1, "name", (Reading("Юн Сунь ☃", ("a", "b")),), True, None, 0.5)
    frame = engine.frame(table_of(Variant, [variant]))
    assert rows_of(Variant, engine.collect(frame)) == [variant]
    assert frame.schema == schema_of(Variant)
    assert engine.count(frame) == 1


def test_an_empty_frame_has_columns_and_no_rows(engine: Engine) -> None:
    for frame in (engine.frame(NAMES.empty_table()), engine.scan([], NAMES)):
        assert engine.collect(frame) == NAMES.empty_table()
        assert engine.count(frame) == 0
        assert engine.files(frame) == []


def test_scanned_files_are_read_by_their_names_and_nothing_else_is(engine: Engine, tmp_path: Path) -> None:
    """Names that would be patterns, partitions or quotation marks elsewhere."""
    taken, left = tmp_path / "year=1" / "it's a[bc]*?.parquet", tmp_path / "year=1" / "it's ab--.parquet"
    taken.parent.mkdir()
    pq.write_table(names("taken"), taken)
    pq.write_table(names("left"), left)
    scanned = engine.scan([str(taken)], NAMES)
    for frame in (scanned, engine.query("SELECT * FROM s", {"s": scanned}, NAMES)):
        assert engine.collect(frame).to_pylist() == [{"name": "taken"}]


def test_the_files_of_a_frame_hold_its_rows(engine: Engine) -> None:
    files = engine.files(engine.frame(names("a", "b")))
    assert pa.concat_tables(pq.read_table(file) for file in files).to_pylist() == names("a", "b").to_pylist()


def test_sql_joins_frames_and_casts_to_the_schema(engine: Engine) -> None:
    frames = {"n": engine.frame(names("a", "b")), "m": engine.frame(names("b", "c"))}
    schema = pa.schema([pa.field("letters", pa.int64()), pa.field("name", pa.string(), nullable=False)])
    sql = "SELECT n.name, CAST(length(n.name) AS INTEGER) AS letters FROM n JOIN m ON n.name = m.name"
    result = engine.collect(engine.query(sql, frames, schema))
    assert result.schema == schema
    assert result.to_pylist() == [{"letters": 1, "name": "b"}]


def test_sql_sees_lists_structs_and_null(engine: Engine) -> None:
    variant = Variant("r", 1, "name", (Reading("x", ("a", "b")), Reading("y", ())), False, "x", 0.5)
    frames = {"variants": engine.frame(table_of(Variant, [variant]))}
    result = engine.query("SELECT * FROM variants WHERE preferred IS NOT NULL", frames, schema_of(Variant))
    assert rows_of(Variant, engine.collect(result)) == [variant]


def test_sql_over_empty_frames_gives_no_rows(engine: Engine) -> None:
    frames = {"cells": engine.scan([], schema_of(CollationCell))}
    result = engine.query("SELECT * FROM cells WHERE score > 0.5", frames, schema_of(CollationCell))
    assert engine.collect(result) == schema_of(CollationCell).empty_table()


@pytest.mark.parametrize(
    "sql", ["SELECT 1 AS other", "SELECT CAST(NULL AS VARCHAR) AS name", "SELECT 1 AS a, 'x' AS name"]
)
def test_sql_that_breaks_the_schema_is_an_error(engine: Engine, sql: str) -> None:
    with pytest.raises(ValueError, match="name"):
        engine.query(sql, {}, NAMES)


@pytest.mark.parametrize("rows", [0, 1, 3, 5_000])
def test_map_gives_the_same_in_one_process_and_in_many(engine: Engine, rows: int) -> None:
    table = names(*("é" * (n % 7) for n in range(rows)))
    result = engine.collect(engine.map(engine.frame(table), fn.lengths, fn.LENGTHS))
    assert sorted_rows(result) == sorted_rows(
        pa.table({"name": table["name"], "letters": [n % 7 for n in range(rows)]})
    )
    assert result.schema == fn.LENGTHS


@pytest.mark.parametrize("rows", [3, 3_000])
def test_map_may_give_none_or_many_rows_for_each(engine: Engine, rows: int) -> None:
    table = names(*("x" * (n % 3) for n in range(rows)))
    result = engine.map(engine.frame(table), fn.letters, fn.LENGTHS)
    assert engine.count(result) == rows


@pytest.mark.parametrize("groups", [1, 10, 2_000])
def test_group_map_sees_each_group_once_whole_and_sorted(engine: Engine, groups: int) -> None:
    rows = 6_000
    keys = [None if n % groups == 0 else f"k{n % groups}" for n in range(rows)]
    table = pa.table({"key": keys, "value": [rows - n for n in range(rows)]}, schema=VALUES)
    result = engine.group_map(engine.frame(table), ["key"], fn.totals, fn.TOTALS, order_by=["value"])
    expected = [
        {
            "key": f"k{group}" if group else None,
            "total": sum(rows - n for n in range(group, rows, groups)),
            "first": rows - max(range(group, rows, groups)),
            "rows": rows // groups,
        }
        for group in range(groups)
    ]
    assert sorted_rows(engine.collect(result)) == sorted(expected, key=repr)


def test_group_map_of_nothing_is_nothing(engine: Engine) -> None:
    result = engine.group_map(engine.scan([], VALUES), ["key"], fn.totals, fn.TOTALS)
    assert engine.collect(result) == fn.TOTALS.empty_table()


@pytest.mark.parametrize("rows", [3, 3_000])
def test_progress_counts_input_rows_up_to_all(engine: Engine, rows: int) -> None:
    seen: list[tuple[int, int | None]] = []
    engine.map(engine.frame(names(*["a"] * rows)), fn.lengths, fn.LENGTHS, lambda *told: seen.append(told))
    assert seen[-1] == (rows, rows)
    assert seen == sorted(seen)


@pytest.mark.parametrize("rows", [3, 3_000])
def test_what_a_function_raises_reaches_the_caller(engine: Engine, rows: int) -> None:
    with pytest.raises(ZeroDivisionError):
        engine.map(engine.frame(names(*["a"] * rows)), fn.divide, fn.PROCESS)


def test_a_function_that_breaks_its_schema_is_an_error(engine: Engine) -> None:
    with pytest.raises(ValueError, match="expected the columns"):
        engine.map(engine.frame(names("a")), fn.lengths, fn.PROCESS)
