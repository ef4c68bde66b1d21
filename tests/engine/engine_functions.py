"""Functions for the tests of engines. Workers import this module, so it stands apart from the tests."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from retold.errors import InputError

LENGTHS = pa.schema([pa.field("name", pa.string(), nullable=False), pa.field("letters", pa.int64())])
TOTALS = pa.schema([("key", pa.string()), ("total", pa.int64()), ("first", pa.int64()), ("rows", pa.int64())])
PROCESS = pa.schema([("process", pa.int64())])


def lengths(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.record_batch([batch.column("name"), pc.utf8_length(batch.column("name"))], ["name", "letters"])


def letters(batch: pa.RecordBatch) -> pa.Table:
    """None, one or many rows for each."""
    names = [name for name in batch.column("name").to_pylist() for _ in name]
    return (
        pa.table({"name": names, "letters": range(len(names))})
        .select(["name"])
        .append_column("letters", pa.array([1] * len(names), pa.int64()))
    )


def totals(group: pa.Table) -> pa.Table:
    values = group.column("value").to_pylist()
    key = group.column("key")[0].as_py()
    row = {"key": key, "total": sum(values), "first": values[0], "rows": len(values)}
    return pa.Table.from_pylist([row], schema=TOTALS)


def process(batch: pa.RecordBatch) -> pa.Table:
    return pa.table({"process": pa.array([os.getpid()] * batch.num_rows, pa.int64())})


def divide(batch: pa.RecordBatch) -> pa.RecordBatch:
    return pa.record_batch([pa.array([1 // 0] * batch.num_rows)], ["process"])


def refuse(_: pa.RecordBatch) -> pa.RecordBatch:
    raise InputError("empty", "no text")


def die(_: pa.RecordBatch) -> pa.RecordBatch:
    os._exit(9)


def note_and_sleep(folder: str, batch: pa.RecordBatch) -> pa.RecordBatch:
    """Leaves a file named by the process, and stays busy."""
    Path(folder, str(os.getpid())).touch()
    time.sleep(120)
    return batch
