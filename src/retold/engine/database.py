"""DuckDB connections as Retold uses them: bounded memory, UTC, no network, no look at Python variables."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import duckdb
import pyarrow as pa

MEMORY_LIMIT = "768MB"
"""What DuckDB may hold before it spills to disk: leaves room for a model and an editor on an 8 GB laptop."""


def connect(
    temp: Path, memory_limit: str = MEMORY_LIMIT, threads: int | None = None
) -> duckdb.DuckDBPyConnection:
    """An empty database in memory that spills to the folder `temp` and never fetches an extension.

    `threads`: one per CPU by default.
    """
    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "python_enable_replacements": False,
            "memory_limit": memory_limit,
            "temp_directory": str(temp),
            **({} if threads is None else {"threads": threads}),
        },
    )
    connection.execute("SET enable_progress_bar=false")
    connection.execute("SET TimeZone='UTC'")
    return connection


def add_view(
    connection: duckdb.DuckDBPyConnection, name: str, files: Sequence[str], schema: pa.Schema
) -> None:
    """Makes the rows of Parquet files queryable as `name`; without files, an empty table with the columns."""
    if not files:
        connection.register(name, schema.empty_table())
        return
    columns = ", ".join(quoted(column) for column in schema.names)
    paths = ", ".join(_literal(_no_pattern(file)) for file in files)
    rows = f"SELECT {columns} FROM read_parquet([{paths}], hive_partitioning=false)"
    connection.execute(f"CREATE VIEW {quoted(name)} AS {rows}")


def quoted(name: str) -> str:
    """The name as an SQL identifier."""
    return '"' + name.replace('"', '""') + '"'


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _no_pattern(path: str) -> str:
    """The path with the characters of a glob pattern made plain: DuckDB reads every path as a pattern."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in path)
