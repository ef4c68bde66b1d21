from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from contextlib import redirect_stdout
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.archive.values import cell, json_value
from retold.cli.output import Format, printable, write_rows

Rows = Sequence[Sequence[object]]
Table = tuple[list[str], Rows]

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
plain = st.none() | st.booleans() | st.integers() | st.floats() | text | st.dates() | st.datetimes()
values = st.recursive(
    plain, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(text, inner, max_size=3), max_leaves=5
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    names = draw(st.lists(text, min_size=1, max_size=4))
    rows = draw(st.lists(st.lists(values, min_size=len(names), max_size=len(names)), max_size=4))
    return names, rows


def written(names: list[str], rows: Rows, fmt: Format) -> str:
    out = io.StringIO()
    with redirect_stdout(out):
        write_rows(names, rows, fmt)
    return out.getvalue()


@given(tables())
def test_all_formats_carry_the_same_rows(table: Table) -> None:
    names, rows = table
    array = json.loads(written(names, rows, "json"))
    assert [json.loads(line) for line in written(names, rows, "jsonl").split("\n")[:-1]] == array
    header, *lines = csv.reader(io.StringIO(written(names, rows, "csv"), newline=""))
    assert len(set(header)) == len(names)
    assert [dict(zip(header, line, strict=True)) for line in lines] == [
        {name: cell(value) for name, value in row.items()} for row in array
    ]


@given(tables())
def test_a_table_has_a_line_for_each_row(table: Table) -> None:
    names, rows = table
    assert written(names, rows, "table").count("\n") == len(rows) + 1


def test_a_table_stands_in_columns_numbers_to_the_right() -> None:
    rows: Rows = [["Öl", 7], ["東京の", 12], [None, None]]
    assert written(["place", "n"], rows, "table") == "place    n\nÖl       7\n東京の  12\n\n"


def test_no_rows_are_an_empty_list() -> None:
    assert [written(["a"], [], fmt) for fmt in ("json", "jsonl", "csv", "table")] == [
        "[]\n",
        "",
        "a\r\n",
        "a\n",
    ]


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (datetime(2022, 9, 16, 2, 30, tzinfo=timezone(timedelta(hours=2))), "2022-09-16T00:30:00Z"),
        (datetime(2022, 9, 16, 2, 30, tzinfo=UTC), "2022-09-16T02:30:00Z"),
        (datetime(2022, 9, 16, 2, 30), "2022-09-16T02:30:00"),
        (date(2022, 9, 16), "2022-09-16"),
        (float("nan"), None),
        ({"when": date(2022, 9, 16)}, {"when": "2022-09-16"}),
    ],
)
def test_values_in_json(value: object, shown: object) -> None:
    assert json_value(value) == shown


@given(st.text())
def test_what_is_printable_is_one_line_without_control_characters(given_text: str) -> None:
    line = printable(given_text)
    assert len(line.splitlines()) <= 1
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in line)
    assert printable(line) == line
