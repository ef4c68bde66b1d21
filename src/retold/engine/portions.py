"""Streams of rows to portions of work: bounded batches, and groups that are never split."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import pyarrow as pa
import pyarrow.compute as pc

PORTION_ROWS = 256
"""Rows of one portion: at about 1 ms a row (fingerprints, alignment) a quarter of a second, long against the
millisecond it costs to pass a portion between processes, short enough for progress to move."""

PORTION_BYTES = 4_000_000
"""A portion above this size is cut although it has fewer rows, so that a few huge texts do not pile up."""


@dataclass(frozen=True, slots=True)
class Portion:
    """Rows for one call of a worker. `lengths`: the rows of each group, in order; one length for a batch."""

    table: pa.Table
    lengths: tuple[int, ...]


def batch_portions(batches: Iterable[pa.RecordBatch]) -> Iterator[Portion]:
    """The rows in portions of at most `PORTION_ROWS` rows and (but for a single row) `PORTION_BYTES`."""
    for batch in batches:
        for start in range(0, batch.num_rows, PORTION_ROWS):
            for piece in _halved(batch.slice(start, PORTION_ROWS)):
                yield Portion(pa.Table.from_batches([piece]), (piece.num_rows,))


def group_portions(groups: Iterable[pa.Table]) -> Iterator[Portion]:
    """Groups packed to portions of about `PORTION_ROWS` rows; a larger group is a portion of its own."""
    packed: list[pa.Table] = []
    rows = size = 0
    for group in groups:
        packed.append(group)
        rows, size = rows + group.num_rows, size + group.nbytes
        if rows >= PORTION_ROWS or size >= PORTION_BYTES:
            yield _portion(packed)
            packed, rows, size = [], 0, 0
    if packed:
        yield _portion(packed)


def whole_groups(batches: Iterable[pa.RecordBatch], keys: Sequence[str]) -> Iterator[pa.Table]:
    """Cuts rows that are sorted by `keys` into one table per run of equal keys, however the rows are batched.

    Null equals null; NaN equals nothing. Keys are columns of plain values (not lists or structs).
    """
    pieces: list[pa.RecordBatch] = []
    for batch in batches:
        for run in _runs(batch, keys):
            if pieces and _key(pieces[-1], keys, -1) != _key(run, keys, 0):
                yield pa.Table.from_batches(pieces)
                pieces = []
            pieces.append(run)
    if pieces:
        yield pa.Table.from_batches(pieces)


def _runs(batch: pa.RecordBatch, keys: Sequence[str]) -> Iterator[pa.RecordBatch]:
    if batch.num_rows:
        for start, end in pairwise([0, *_changes(batch, keys), batch.num_rows]):
            yield batch.slice(start, end - start)


def _changes(batch: pa.RecordBatch, keys: Sequence[str]) -> list[int]:
    """Rows whose key differs from the row before."""
    changed = pa.array([False] * (batch.num_rows - 1), pa.bool_())
    for key in keys:
        before, after = batch.column(key).slice(0, batch.num_rows - 1), batch.column(key).slice(1)
        differs = pc.fill_null(pc.not_equal(before, after), False)
        null_on_one_side = pc.xor(pc.is_null(before), pc.is_null(after))
        changed = pc.or_(changed, pc.or_(differs, null_on_one_side))
    return [row + 1 for row in pc.indices_nonzero(changed).to_pylist()]


def _key(batch: pa.RecordBatch, keys: Sequence[str], row: int) -> list[object]:
    return [batch.column(key)[row].as_py() for key in keys]


def _halved(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    if batch.num_rows <= 1 or batch.nbytes <= PORTION_BYTES:
        yield batch
        return
    half = batch.num_rows // 2
    yield from _halved(batch.slice(0, half))
    yield from _halved(batch.slice(half))


def _portion(groups: Sequence[pa.Table]) -> Portion:
    return Portion(pa.concat_tables(groups).combine_chunks(), tuple(group.num_rows for group in groups))
