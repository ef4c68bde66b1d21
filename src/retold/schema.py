"""Dataclasses of `model` to Arrow schemas and tables, and back."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import cache
from itertools import accumulate
from operator import attrgetter
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import pyarrow as pa
import pyarrow.compute as pc

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
    return _records(record, table.column)


def _records(record: type[Record], column_named: Callable[[str], pa.Array]) -> list[Record]:
    kind: type = record
    columns = [_values(hint, column_named(name)) for name, hint in _hints(kind).items()]
    return [record(*values) for values in zip(*columns, strict=True)]


def part_of(column: str, rows: pa.RecordBatch) -> pa.Table:
    """A column that holds lists of records, as a table of these records."""
    return pa.Table.from_struct_array(rows.column(column).flatten())


@cache
def _hints(record: type) -> dict[str, Any]:
    """Types of the fields, in their order."""
    hints = get_type_hints(record, include_extras=True)
    return {field.name: hints[field.name] for field in dataclasses.fields(record)}


def _column(field: pa.Field, rows: Sequence[Any]) -> pa.Array:
    return _array(list(map(attrgetter(field.name), rows)), field.type)


def _array(values: Sequence[Any], kind: pa.DataType) -> pa.Array:
    """The values of a field in Arrow. Lists of records column by column: as dictionaries they take thrice as long."""
    if not (pa.types.is_list(kind) and pa.types.is_struct(kind.value_type) and None not in values):
        return pa.array(values, kind)
    items = [item for value in values for item in value]
    fields = list(kind.value_type)
    structs = pa.StructArray.from_arrays([_column(field, items) for field in fields], fields=fields)
    ends = accumulate((len(value) for value in values), initial=0)
    return pa.ListArray.from_arrays(pa.array(ends, pa.int32()), structs, type=kind)


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


def _values(hint: Any, column: pa.Array | pa.ChunkedArray) -> list[Any]:
    """A column's values as the dataclass has them: lists as tuples, structs as their dataclass."""
    element = _element(hint)
    if element is None:
        return list(column.to_pylist())
    # All lists in one: Arrow gives a value of a list a hundred times as slowly as one of a column.
    parts = column.chunks if isinstance(column, pa.ChunkedArray) else [column]
    return [value for part in parts for value in _lists(element, part)]


def _lists(element: Any, lists: pa.ListArray) -> Iterator[tuple[Any, ...] | None]:
    flat = lists.flatten()
    items = (
        _records(cast(type, element), flat.field) if dataclasses.is_dataclass(element) else flat.to_pylist()
    )
    start = 0
    for length in pc.list_value_length(lists).to_pylist():
        if length is None:
            yield None
            continue
        yield tuple(items[start : start + length])
        start += length


@cache
def _element(hint: Any) -> Any:
    """What a field holds a tuple of; None where it holds a plain value."""
    inner, _ = _without_none(hint)
    return get_args(inner)[0] if get_origin(inner) is tuple else None
