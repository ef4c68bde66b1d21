"""Whole groups and bounded portions, however the rows arrive."""

from __future__ import annotations

from itertools import groupby, pairwise

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from retold.engine.portions import PORTION_BYTES, PORTION_ROWS, batch_portions, group_portions, whole_groups

SCHEMA = pa.schema([("a", pa.string()), ("b", pa.int64()), ("value", pa.int64())])
Row = tuple[str | None, int | None, int]
row = st.tuples(st.sampled_from([None, "", "x", "é"]), st.sampled_from([None, 0, 1]), st.integers(0, 9))
cuts = st.lists(st.integers(0, 30), max_size=8)


def sort_key(item: Row) -> tuple[str, str]:
    return repr(item[0]), repr(item[1])


def batched(rows: list[Row], cuts: list[int]) -> list[pa.RecordBatch]:
    """The rows in batches that end at the cuts; a repeated cut makes an empty batch."""
    edges = sorted([0, *(min(cut, len(rows)) for cut in cuts), len(rows)])
    records = [dict(zip(SCHEMA.names, item, strict=True)) for item in rows]
    return [pa.RecordBatch.from_pylist(records[start:end], schema=SCHEMA) for start, end in pairwise(edges)]


def as_rows(table: pa.Table) -> list[Row]:
    return [tuple(record.values()) for record in table.to_pylist()]


@given(st.lists(row, max_size=30), cuts)
def test_groups_are_the_runs_of_equal_keys_whatever_the_batches(rows: list[Row], cuts: list[int]) -> None:
    ordered = sorted(rows, key=sort_key)
    expected = [list(group) for _, group in groupby(ordered, key=sort_key)]
    assert [as_rows(group) for group in whole_groups(batched(ordered, cuts), ["a", "b"])] == expected


@given(st.lists(row, min_size=1, max_size=30), cuts)
def test_packing_groups_keeps_each_whole_and_in_order(rows: list[Row], cuts: list[int]) -> None:
    groups = list(whole_groups(batched(sorted(rows, key=sort_key), cuts), ["a"]))
    portions = list(group_portions(groups))
    assert [length for portion in portions for length in portion.lengths] == [g.num_rows for g in groups]
    assert as_rows(pa.concat_tables([p.table for p in portions])) == as_rows(pa.concat_tables(groups))


def test_many_small_groups_share_a_portion_and_a_large_one_has_its_own() -> None:
    single = pa.table({"key": ["x"]})
    large = pa.table({"key": ["y"] * (2 * PORTION_ROWS)})
    portions = list(group_portions([single] * PORTION_ROWS + [large, single]))
    assert [len(portion.lengths) for portion in portions] == [PORTION_ROWS, 1, 1]


@given(st.lists(st.integers(0, 3 * PORTION_ROWS), max_size=4))
def test_batches_are_cut_to_portions_and_no_row_is_lost(sizes: list[int]) -> None:
    batches = [pa.record_batch([pa.array(range(size), pa.int64())], ["n"]) for size in sizes]
    portions = list(batch_portions(batches))
    assert [n for p in portions for n in p.table.column("n").to_pylist()] == [
        n for s in sizes for n in range(s)
    ]
    assert all(0 < portion.table.num_rows <= PORTION_ROWS for portion in portions)


def test_huge_texts_are_handed_out_one_by_one() -> None:
    text = "a" * (PORTION_BYTES // 2 + 1)
    portions = list(batch_portions([pa.record_batch([[text, text, text]], ["text"])]))
    assert [portion.table.num_rows for portion in portions] == [1, 1, 1]
