"""SQL over a snapshot, safe to take from anybody: it reads the snapshot's tables and nothing else."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import duckdb
import pyarrow as pa

from retold.archive.store import Snapshot
from retold.archive.tables import TABLES
from retold.engine.database import connect
from retold.errors import QueryError

_WIDE = pa.decimal128(38, 0)
_RESERVED = "collation"


def query(snapshot: Snapshot, sql: str) -> pa.Table:
    """The result of a DuckDB query in which every table of the archive is known by its name.

    Statements that would touch files, the network or the settings are refused. Raises QueryError.
    """
    with TemporaryDirectory() as temp, closing(connect(Path(temp))) as connection:
        # Arrow reads the files. Paths allowed to DuckDB would be open to COPY ... TO as well.
        for name in TABLES:
            connection.register(name, snapshot.dataset(name))
        connection.execute("SET enable_external_access=false")
        connection.execute("SET lock_configuration=true")
        return _narrowed(_result(connection, sql))


def _result(connection: duckdb.DuckDBPyConnection, sql: str) -> pa.Table:
    try:
        relation = connection.sql(sql)
        if relation is None:
            raise QueryError("the statement gives no table: write a SELECT")
        return relation.to_arrow_table()
    except duckdb.Error as error:
        raise QueryError(_one_line(error, sql)) from error


def _one_line(error: duckdb.Error, sql: str) -> str:
    message, _, _ = str(error).partition("\nLINE ")
    hint = ""
    if isinstance(error, duckdb.ParserException) and _RESERVED in sql.lower():
        hint = f' (the word is reserved in SQL: write the table as "{_RESERVED}", in quotation marks)'
    return " ".join(message.split()) + hint


def _narrowed(table: pa.Table) -> pa.Table:
    """Sums of integers, which DuckDB makes 128 bits wide, as plain integers where they fit."""
    for index, field in enumerate(table.schema):
        if field.type == _WIDE:
            try:
                table = table.set_column(index, field.name, table.column(index).cast(pa.int64()))
            except pa.ArrowInvalid:
                continue
    return table
