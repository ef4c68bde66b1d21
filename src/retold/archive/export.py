"""Every table of a snapshot to a file of its own, in formats that other programs read."""

from __future__ import annotations

import csv
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

import pyarrow as pa

from retold.archive.store import Snapshot
from retold.archive.tables import TABLES
from retold.archive.values import cell, json_text
from retold.engine.database import add_view, connect, quoted
from retold.engine.parquet import STREAM_ROWS, write_parquet
from retold.errors import RetoldError

Format = Literal["jsonl", "csv", "parquet"]
Write = Callable[[Path, Iterable[pa.RecordBatch], pa.Schema], object]


def export(snapshot: Snapshot, folder: str | Path, fmt: Format) -> list[Path]:
    """Writes `TABLE.FORMAT` for every table, sorted by its keys; returns the paths.

    Each file appears when it is complete, in place of an older one. Times are ISO 8601 in UTC with Z. CSV (RFC
    4180, UTF-8) has lists and structs as JSON and null as an empty field. Raises RetoldError when the folder
    cannot be written.
    """
    target = Path(folder)
    names = [name for name, table in TABLES.items() if not table.internal]
    try:
        target.mkdir(parents=True, exist_ok=True)
        return [_export(snapshot, name, target / f"{name}.{fmt}", _WRITERS[fmt]) for name in names]
    except OSError as error:
        reason = error.strerror or error
        raise RetoldError(f"cannot export to {target}: {reason}; name a folder you may write to") from error


def _export(snapshot: Snapshot, name: str, path: Path, write: Write) -> Path:
    unfinished = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write(unfinished, _sorted_rows(snapshot, name), snapshot.schema(name))
        unfinished.replace(path)
    finally:
        unfinished.unlink(missing_ok=True)
    return path


def _sorted_rows(snapshot: Snapshot, name: str) -> Iterator[pa.RecordBatch]:
    keys = ", ".join(quoted(key) for key in TABLES[name].keys)
    with TemporaryDirectory() as temp, closing(connect(Path(temp))) as connection:
        add_view(connection, name, snapshot.files(name), snapshot.schema(name))
        yield from connection.sql(f"SELECT * FROM {quoted(name)} ORDER BY {keys}").to_arrow_reader(
            STREAM_ROWS
        )


def _write_jsonl(path: Path, batches: Iterable[pa.RecordBatch], _: pa.Schema) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for batch in batches:
            file.writelines(json_text(row) + "\n" for row in batch.to_pylist())


def _write_csv(path: Path, batches: Iterable[pa.RecordBatch], schema: pa.Schema) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(schema.names)
        for batch in batches:
            writer.writerows([cell(value) for value in row.values()] for row in batch.to_pylist())


_WRITERS: dict[Format, Write] = {"jsonl": _write_jsonl, "csv": _write_csv, "parquet": write_parquet}
