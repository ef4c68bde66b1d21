"""The rows of a snapshot's table that answer a condition, as records."""

from __future__ import annotations

from collections.abc import Iterable

import pyarrow as pa
import pyarrow.dataset as ds

from retold.archive.store import Snapshot
from retold.schema import Record, rows_of, schema_of


def rows_where(
    snapshot: Snapshot, record: type[Record], table: str, condition: ds.Expression
) -> list[Record]:
    """Rows of `table` for which the condition holds; only the columns `record` has are read."""
    kind: type = record
    return rows_of(record, snapshot.dataset(table).to_table(schema_of(kind).names, condition))


def one_of(column: str, values: Iterable[str]) -> ds.Expression:
    """The condition that a column has one of the values."""
    return ds.field(column).isin(pa.array(sorted(values), pa.string()))
