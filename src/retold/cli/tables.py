"""Commands over whole tables: `sql` and `export`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

import pyarrow as pa
import typer

from retold.cli.options import DEFAULT_ARCHIVE, ArchiveOption, FormatOption, VersionOption, archive_to_read
from retold.cli.output import Row, write_rows
from retold.errors import QueryError


def sql(
    query: Annotated[str, typer.Argument(metavar="QUERY", help="A SELECT in DuckDB's SQL.")],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    fmt: FormatOption = "table",
) -> None:
    """Ask the record in SQL.

    Every table is known by its name. COLLATION is a word of SQL: write that table as "collation", in quotation marks.
    """
    result = archive_to_read(archive, version).sql(query)
    write_rows(result.schema.names, _rows(result), fmt)


def export(
    folder: Annotated[
        Path, typer.Argument(metavar="DIR", help="Folder to write to; made if it is not there.")
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    fmt: Annotated[
        Literal["jsonl", "csv", "parquet"], typer.Option("--format", help="Format of the files.")
    ] = "jsonl",
) -> None:
    """Write every table to a file of its own and name the files."""
    for path in archive_to_read(archive, version).export(folder, fmt):
        typer.echo(path)


def _rows(table: pa.Table) -> Iterator[Row]:
    """The rows of a result. Raises QueryError for a value that Python has no type for."""
    try:
        for batch in table.to_batches():
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)
    except (ValueError, OverflowError) as error:
        raise QueryError(f"a value of the result cannot be shown: {error}; cast it to VARCHAR") from error
