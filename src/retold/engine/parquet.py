"""Rows to Parquet files and back, a bounded number of them in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

STREAM_ROWS = 2_048
"""Rows of a batch read from or written to a file: DuckDB's own unit; about 10 MB of news articles."""

ROW_GROUP_ROWS = 122_880
"""Rows of a row group at most: DuckDB's default, the unit by which it shares a file among threads."""

ROW_GROUP_BYTES = 16_000_000
"""Arrow bytes of a row group at most. Arrow reads up to 16 row groups ahead: 256 MB of text and no more."""


def conform(rows: pa.RecordBatch | pa.Table, schema: pa.Schema) -> pa.Table:
    """The rows with exactly the columns of `schema`: its order, types and nullability.

    Raises ValueError when a column is missing, is not in the schema or holds null where none is allowed.
    """
    table = pa.Table.from_batches([rows]) if isinstance(rows, pa.RecordBatch) else rows
    if table.schema.equals(schema):
        return table
    if sorted(table.column_names) != sorted(schema.names):
        raise ValueError(f"expected the columns {schema.names}, found {table.column_names}")
    return table.select(schema.names).cast(schema)


def write_parquet(path: Path, rows: Iterable[pa.Table | pa.RecordBatch], schema: pa.Schema) -> int:
    """Writes the rows to one file, made to conform to `schema`; returns their number."""
    written = 0
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for group in _row_groups(conform(piece, schema) for piece in rows):
            writer.write_table(group, row_group_size=ROW_GROUP_ROWS)
            written += group.num_rows
    return written


def read_parquet(files: Sequence[str], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows of the files in order, in batches of at most `STREAM_ROWS`."""
    for name in files:
        with pq.ParquetFile(name) as file:
            for batch in file.iter_batches(STREAM_ROWS):
                yield from conform(batch, schema).to_batches()


def row_count(files: Sequence[str]) -> int:
    """The number of rows of the files, from their footers."""
    return sum(pq.read_metadata(name).num_rows for name in files)


def data_bytes(files: Sequence[str]) -> int:
    """The size of the rows of the files before compression, from their footers."""
    metadata = [pq.read_metadata(name) for name in files]
    return sum(found.row_group(i).total_byte_size for found in metadata for i in range(found.num_row_groups))


def same_columns(left: pa.Schema, right: pa.Schema) -> bool:
    """Whether names, order and types agree. Nullability may differ: Spark writes every column as nullable."""
    return bool(_nullable(pa.struct(left)).equals(_nullable(pa.struct(right))))


def _nullable(kind: pa.DataType) -> pa.DataType:
    if pa.types.is_list(kind):
        return pa.list_(pa.field("element", _nullable(kind.value_type)))
    if pa.types.is_struct(kind):
        return pa.struct([pa.field(field.name, _nullable(field.type)) for field in kind.fields])
    return kind


def _row_groups(tables: Iterable[pa.Table]) -> Iterator[pa.Table]:
    """Tables gathered until a row group is full: many small row groups read slowly."""
    gathered: list[pa.Table] = []
    rows = size = 0
    for table in tables:
        gathered.append(table)
        rows, size = rows + table.num_rows, size + table.nbytes
        if rows >= ROW_GROUP_ROWS or size >= ROW_GROUP_BYTES:
            yield pa.concat_tables(gathered)
            gathered, rows, size = [], 0, 0
    if rows:
        yield pa.concat_tables(gathered)
