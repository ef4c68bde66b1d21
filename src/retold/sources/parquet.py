"""Parquet to articles, a batch of rows at a time."""

from __future__ import annotations

from collections.abc import Iterator

import pyarrow as pa
import pyarrow.parquet as pq

from retold.errors import InputError
from retold.sources.items import DraftItem, OpenInput
from retold.sources.records import FIELDS, IgnoredFields, field_name, record_items

BATCH_ROWS = 64
"""With texts of the greatest length allowed a batch is still some hundred megabytes."""


def read_parquet(opened: OpenInput) -> Iterator[DraftItem]:
    """The articles of a Parquet file; the stream must be seekable.

    A column of a type its field cannot have is left out and told once. Raises InputError `bad_parquet`,
    `no_text_column`, or `bad_field` when the column `text` holds no strings.
    """
    try:
        file = pq.ParquetFile(opened.stream)
        columns = {field.name: field.type for field in file.schema_arrow}
    except (pa.ArrowException, OSError, ValueError) as error:
        raise InputError("bad_parquet", str(error)) from error
    ignored = IgnoredFields(opened)
    yield from ignored.told(columns)
    wanted = {name: kind for name, kind in columns.items() if field_name(name) in FIELDS}
    usable = [name for name, kind in wanted.items() if _fits(field_name(name), kind)]
    _require_text(columns, usable)
    for name in wanted.keys() - set(usable):
        detail = f"column {name} is {wanted[name]}; left out"
        yield opened.refused(InputError("bad_field", detail))
    for number, record in enumerate(_records(file, usable), start=1):
        yield from record_items(record, opened, f"#row={number}", ignored)


def _records(file: pq.ParquetFile, columns: list[str]) -> Iterator[dict[str, object]]:
    try:
        for batch in file.iter_batches(BATCH_ROWS, columns=columns):
            values = [_values(batch.column(name)) for name in batch.schema.names]
            for row in zip(*values, strict=True):
                yield dict(zip(batch.schema.names, row, strict=True))
    except (pa.ArrowException, OSError) as error:
        raise InputError("bad_parquet", str(error)) from error


def _values(column: pa.Array) -> list[object]:
    if pa.types.is_timestamp(column.type):
        # Nanoseconds and zones that Python does not know would not convert.
        column = column.cast(pa.timestamp("us", "UTC"), safe=False)
    return [_python(value) for value in column]


def _python(value: pa.Scalar) -> object:
    """The Python value; bytes and damaged strings decoded, a time beyond Python's calendar as a string."""
    try:
        plain = value.as_py()
    except UnicodeDecodeError:
        plain = value.as_buffer().to_pybytes()
    except (ValueError, OverflowError):
        return "a time beyond the calendar"
    return plain.decode("utf-8", "replace") if isinstance(plain, bytes) else plain


def _fits(name: str, kind: pa.DataType) -> bool:
    """Whether a column of this type can hold the field."""
    if pa.types.is_dictionary(kind):
        kind = kind.value_type
    if _is_text(kind) or pa.types.is_null(kind):
        return True
    if name == "id":
        return bool(pa.types.is_integer(kind))
    numbers = pa.types.is_integer(kind) or pa.types.is_floating(kind)
    return name == "published" and (numbers or pa.types.is_timestamp(kind) or pa.types.is_date(kind))


def _is_text(kind: pa.DataType) -> bool:
    tests = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
    return any(test(kind) for test in (*tests, pa.types.is_binary, pa.types.is_large_binary))


def _require_text(columns: dict[str, pa.DataType], usable: list[str]) -> None:
    if any(field_name(name) == "text" for name in usable):
        return
    for name, kind in columns.items():
        if field_name(name) == "text":
            raise InputError("bad_field", f"column {name} is {kind}, expected string")
    raise InputError("no_text_column", f"expected a column text, found: {', '.join(list(columns)[:12])}")
