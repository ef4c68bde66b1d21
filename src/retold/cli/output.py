"""Rows to standard output, as a table to read or as JSON, JSON lines or CSV."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any, Literal

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

from retold.archive.values import cell, json_text, json_value

Format = Literal["table", "json", "jsonl", "csv"]
Row = Sequence[object]

_BLANK = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")


def prepare_stdout() -> None:
    """Makes what goes into files and pipes UTF-8 wherever we run; file names that are not stay as they are."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        encoding = None if sys.stdout.isatty() else "utf-8"
        errors = "replace" if sys.stdout.isatty() else "surrogateescape"
        sys.stdout.reconfigure(encoding=encoding, errors=errors)


def printable(text: str) -> str:
    """The text on one line, without the control characters by which a title could play with the terminal."""
    return on_one_line(text).strip()


def on_one_line(text: str) -> str:
    """As `printable`, but a blank at either end stays: for a part of a text."""
    return _BLANK.sub(" ", text)


def counted(number: int, one: str, several: str | None = None) -> str:
    """The number with its noun, in the plural where it must be."""
    return f"{number:,} {one if number == 1 else several or one + 's'}"


def write_rows(columns: Sequence[str], rows: Iterable[Row], fmt: Format) -> None:
    """Writes rows under their columns. Columns of one name are told apart by a number."""
    names = _distinct(columns)
    match fmt:
        case "table":
            _write_table([printable(name) for name in names], rows)
        case "csv":
            writer = csv.writer(sys.stdout)
            writer.writerow(names)
            writer.writerows([cell(value) for value in row] for row in rows)
        case "jsonl":
            sys.stdout.writelines(json_text(dict(zip(names, row, strict=True))) + "\n" for row in rows)
        case "json":
            lines = (json_text(dict(zip(names, row, strict=True))) for row in rows)
            _write_array(lines)
    sys.stdout.flush()


def write_records(records: Sequence[Any], record: type, fmt: Format) -> None:
    """Writes dataclass instances, one row each."""
    names = [field.name for field in dataclasses.fields(record)]
    write_rows(names, ([dataclasses.asdict(row)[name] for name in names] for row in records), fmt)


def write_object(value: Any) -> None:
    """Writes a dataclass instance with everything in it as one JSON object."""
    content = json_value(dataclasses.asdict(value))
    sys.stdout.write(json.dumps(content, ensure_ascii=False, allow_nan=False, indent=2) + "\n")
    sys.stdout.flush()


def _write_array(lines: Iterable[str]) -> None:
    opening = "["
    for line in lines:
        sys.stdout.write(f"{opening}\n{line}")
        opening = ","
    sys.stdout.write("[]\n" if opening == "[" else "\n]\n")


def _write_table(names: Sequence[str], rows: Iterable[Row]) -> None:
    cells = [[printable(cell(value)) for value in row] for row in rows]
    numeric = [bool(cells) and all(_is_number(row[place]) for row in cells) for place in range(len(names))]
    console = Console(markup=False, highlight=False, emoji=False)
    if not console.is_terminal:
        sys.stdout.writelines(_aligned([list(names), *cells], numeric))
        return
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name, right in zip(names, numeric, strict=True):
        table.add_column(Text(name), justify="right" if right else "left", overflow="fold")
    for row in cells:
        table.add_row(*map(Text, row))
    console.print(table)


def _aligned(rows: Sequence[Sequence[str]], numeric: Sequence[bool]) -> Iterable[str]:
    """Lines with the columns one under the other, two spaces apart, for files and pipes."""
    widths = [max(cell_len(row[place]) for row in rows) for place in range(len(numeric))]
    for row in rows:
        padded = []
        for text, width, right in zip(row, widths, numeric, strict=True):
            space = " " * (width - cell_len(text))
            padded.append(space + text if right else text + space)
        yield "  ".join(padded).rstrip() + "\n"


def _is_number(text: str) -> bool:
    return text == "" or text.removeprefix("-").replace(".", "", 1).isdecimal()


def _distinct(columns: Sequence[str]) -> list[str]:
    names: list[str] = []
    for column in columns:
        name, number = column, 1
        while name in names:
            name, number = f"{column}_{number}", number + 1
        names.append(name)
    return names
