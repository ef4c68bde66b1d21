"""Dataclasses of `model` to Arrow schemas and tables, and back."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import pyarrow as pa

from retold.model import Int8, Int32

Record = TypeVar("Record")

_PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    Int8: pa.int8(),
    Int32: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    date: pa.date32(),
    datetime: pa.timestamp("us", tz="UTC"),
}


@cache
def schema_of(record: type) -> pa.Schema:
    """Arrow schema of a record class: one field per dataclass field, nullable where `None` is allowed.

    Raises TypeError for a field whose type has no Arrow counterpart.
    """
    return pa.schema(_fields(record))


def table_of(record: type[Record], rows: Iterable[Record]) -> pa.Table:
    """Arrow table of the rows, with the record's schema also when there are none."""
    found = list(rows)
    kind: type = record
    schema = schema_of(kind)
    return pa.Table.from_arrays([_column(field, found) for field in schema], schema=schema)


def rows_of(record: type[Record], table: pa.Table | pa.RecordBatch) -> list[Record]:
    """The table's rows as records. Columns the record does not have are left out."""
    kind: type = record
    columns = [_revived(hint, table.column(name).to_pylist()) for name, hint in _hints(kind).items()]
    return [record(*values) for values in zip(*columns, strict=True)]


def part_of(column: str, rows: pa.RecordBatch) -> pa.Table:
    """A column that holds lists of records, as a table of these records."""
    return pa.Table.from_struct_array(rows.column(column).flatten())


@cache
def _hints(record: type) -> dict[str, Any]:
    """Types of the fields, in their order."""
    hints = get_type_hints(record, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


def _column(field: pa.Field, rows: Iterable[Any]) -> pa.Array:
    values = list(map(attrgetter(field.name), rows))
    return pa.array(list(map(_plain, values)) if pa.types.is_nested(field.type) else values, field.type)


def _plain(value: Any) -> Any:
    """The value as Arrow takes it: structs as dictionaries."""
    if not (isinstance(value, tuple) and value and dataclasses.is_dataclass(value[0])):
        return value
    names = [field.name for field in dataclasses.fields(value[0])]
    return [{name: _plain(getattr(item, name)) for name in names} for item in value]


def _fields(record: type) -> list[pa.Field]:
    return [_field(name, hint) for name, hint in _hints(record).items()]


def _field(name: str, hint: Any) -> pa.Field:
    inner, nullable = _without_none(hint)
    return pa.field(name, _arrow_type(inner), nullable=nullable)


def _without_none(hint: Any) -> tuple[Any, bool]:
    if get_origin(hint) not in (Union, types.UnionType):
        return hint, False
    inner = [argument for argument in get_args(hint) if argument is not type(None)]
    if len(inner) != 1:
        raise TypeError(f"{hint} has no Arrow counterpart: expected one type or None")
    return inner[0], True


def _arrow_type(hint: Any) -> pa.DataType:
    if get_origin(hint) is Literal:
        return pa.string()
    if get_origin(hint) is tuple:
        return pa.list_(pa.field("element", _arrow_type(get_args(hint)[0]), nullable=False))
    if isinstance(hint, type) and dataclasses.is_dataclass(hint):
        return pa.struct(_fields(hint))
    if hint not in _PLAIN:
        raise TypeError(f"{hint} has no Arrow counterpart")
    return _PLAIN[hint]


def _revived(hint: Any, values: list[Any]) -> list[Any]:
    """Column values as the dataclass has them: lists to tuples, structs to their dataclass."""
    inner, _ = _without_none(hint)
    if get_origin(inner) is not tuple:
        return values
    element = get_args(inner)[0]
    if not dataclasses.is_dataclass(element):
        return [tuple(value) for value in values]
    return [tuple(_struct(element, item) for item in value) for value in values]


def _struct(record: Any, item: dict[str, Any]) -> Any:
    hints = _hints(record)
    return record(**{name: _revived(hints[name], [value])[0] for name, value in item.items()})
