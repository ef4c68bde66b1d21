"""The engine for one machine: DuckDB for SQL and sorting, processes for functions, Parquet in between."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

import duckdb
import pyarrow as pa

from retold.engine.base import BatchFunction, Engine, Frame, GroupFunction, Progress
from retold.engine.database import MEMORY_LIMIT, add_view, connect, quoted
from retold.engine.parquet import (
    STREAM_ROWS,
    conform,
    data_bytes,
    read_parquet,
    row_count,
    write_parquet,
)
from retold.engine.pool import PortionFunction, Worked, WorkerPool
from retold.engine.portions import Portion, batch_portions, group_portions, whole_groups

INLINE_ROWS = 1_500
"""Fewer rows are worked in this process: two workers take about 0.7 s to start (measured, 2 cores), which is
what they save on 1500 rows at 1 ms a row."""

SORTED_BYTES = 100_000_000
"""Bytes of rows that are sorted at once, uncompressed. More is sorted in parts of whole groups: DuckDB's sort on disk
ran out of 732 MB with 600 MB of rows that hold lists."""


@dataclass(frozen=True, slots=True)
class LocalFrame:
    """Rows in Parquet files."""

    files: tuple[str, ...]
    schema: pa.Schema


class LocalEngine(Engine):
    """Works on this machine; memory is bounded by `memory_limit` for SQL, by few portions for functions."""

    def __init__(self, scratch: Path, workers: int | None = None, memory_limit: str = MEMORY_LIMIT) -> None:
        """`scratch`: a folder of its own, removed by `close`. `workers`: by default one per CPU."""
        self._scratch = scratch
        self._scratch.mkdir(parents=True, exist_ok=True)
        self._memory_limit = memory_limit
        self._workers = workers or os.cpu_count() or 1
        self._pool = WorkerPool(self._workers)
        self._numbers = count()

    def scan(self, files: Sequence[str], schema: pa.Schema) -> LocalFrame:
        return LocalFrame(tuple(files), schema)

    def frame(self, table: pa.Table) -> LocalFrame:
        return self._written([table], table.schema)

    def query(self, sql: str, frames: Mapping[str, Frame], schema: pa.Schema | None = None) -> LocalFrame:
        with self._database(frames) as connection:
            reader = connection.sql(sql).to_arrow_reader(STREAM_ROWS)
            return self._written(reader, schema or reader.schema)

    def map(
        self, frame: Frame, fn: BatchFunction, schema: pa.Schema, progress: Progress | None = None
    ) -> LocalFrame:
        portions = batch_portions(self.batches(frame))
        return self._mapped(partial(_map_batch, fn, schema), portions, schema, self.count(frame), progress)

    def group_map(
        self,
        frame: Frame,
        keys: Sequence[str],
        fn: GroupFunction,
        schema: pa.Schema,
        order_by: Sequence[str] = (),
        progress: Progress | None = None,
    ) -> LocalFrame:
        with self._database({"grouped": frame}) as connection:
            groups = (
                group
                for query in _sorted_parts(_local(frame), keys, order_by)
                for group in whole_groups(_streamed(connection, query, frame.schema), keys)
            )
            return self._mapped(
                partial(_map_groups, fn, schema), group_portions(groups), schema, self.count(frame), progress
            )

    def files(self, frame: Frame) -> list[str]:
        return list(_local(frame).files)

    def batches(self, frame: Frame) -> Iterator[pa.RecordBatch]:
        return read_parquet(_local(frame).files, frame.schema)

    def count(self, frame: Frame) -> int:
        return row_count(_local(frame).files)

    def close(self) -> None:
        self._pool.close()
        shutil.rmtree(self._scratch, ignore_errors=True)

    def _mapped(
        self,
        fn: PortionFunction,
        portions: Iterator[Portion],
        schema: pa.Schema,
        total: int,
        progress: Progress | None,
    ) -> LocalFrame:
        inline = self._workers == 1 or total < INLINE_ROWS
        worked = _inline(fn, portions) if inline else self._pool.run(fn, portions)
        return self._written(_reported(worked, total, progress), schema)

    @contextmanager
    def _database(self, frames: Mapping[str, Frame]) -> Iterator[duckdb.DuckDBPyConnection]:
        with closing(connect(self._scratch / "spill", self._memory_limit, self._workers)) as connection:
            for name, frame in frames.items():
                add_view(connection, name, _local(frame).files, frame.schema)
            yield connection

    def _written(self, rows: Iterable[pa.Table | pa.RecordBatch], schema: pa.Schema) -> LocalFrame:
        path = self._scratch / f"{next(self._numbers):06d}.parquet"
        written = write_parquet(path, rows, schema)
        return LocalFrame((str(path),) if written else (), schema)


def _sorted_parts(frame: LocalFrame, keys: Sequence[str], order_by: Sequence[str]) -> Iterator[str]:
    """Queries that together give every row of `grouped`, each group whole and sorted in one of them."""
    order = ", ".join(quoted(column) for column in (*keys, *order_by))
    parts = 1 + data_bytes(frame.files) // SORTED_BYTES
    part_of = f"hash({', '.join(quoted(key) for key in keys)}) % {parts}"
    for part in range(parts):
        chosen = f"WHERE {part_of} = {part} " if parts > 1 else ""
        yield f"SELECT * FROM grouped {chosen}ORDER BY {order}"


def _streamed(
    connection: duckdb.DuckDBPyConnection, query: str, schema: pa.Schema
) -> Iterator[pa.RecordBatch]:
    reader = connection.sql(query).to_arrow_reader(STREAM_ROWS)
    return (batch.cast(schema) for batch in reader)


def _map_batch(fn: BatchFunction, schema: pa.Schema, portion: Portion) -> pa.Table:
    return conform(fn(portion.table.to_batches()[0]), schema)


def _map_groups(fn: GroupFunction, schema: pa.Schema, portion: Portion) -> pa.Table:
    results = [schema.empty_table()]
    start = 0
    for length in portion.lengths:
        results.append(conform(fn(portion.table.slice(start, length)), schema))
        start += length
    return pa.concat_tables(results)


def _inline(fn: PortionFunction, portions: Iterable[Portion]) -> Iterator[Worked]:
    return ((portion.table.num_rows, fn(portion)) for portion in portions)


def _reported(worked: Iterable[Worked], total: int, progress: Progress | None) -> Iterator[pa.Table]:
    """The results, progress told after each."""
    done = 0
    for rows, result in worked:
        yield result
        done += rows
        if progress is not None:
            progress(done, total)


def _local(frame: Frame) -> LocalFrame:
    if not isinstance(frame, LocalFrame):
        raise TypeError(f"expected a frame of this engine, found {type(frame).__name__}")
    return frame
