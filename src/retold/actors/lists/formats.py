"""An opened list to what stands at its places, by its format: CSV, JSON, JSON lines, Phoenix."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from retold.actors.lists import followthemoney
from retold.actors.lists.drafts import Found
from retold.actors.lists.fields import FIELDS, listed_in
from retold.actors.lists.phoenix import blocks, looks_like_phoenix
from retold.errors import InputError
from retold.sources.csv_rows import Rows
from retold.sources.decoding import as_utf8, decode, likely_charset
from retold.sources.formats import HEAD_BYTES
from retold.sources.items import Note, OpenInput
from retold.sources.json_values import Window, found_values
from retold.sources.lines import bounded_lines, line_bytes
from retold.sources.records import IgnoredFields, field_name

Format = Literal["csv", "json", "jsonl", "phoenix"]
Place = tuple[str, Found | InputError]
"""A place in an input ("#line=12"), and what stands there or is wrong with it."""

_SEPARATORS = (",", "\t", ";", "|")


def format_of(opened: OpenInput) -> Format:
    """The format of an input, by what it begins with.

    Raises InputError `empty`, `no_name_column` for a table without one, and `unknown_format`.
    """
    head = opened.stream.peek(HEAD_BYTES)
    if not head.strip():
        raise InputError("empty", "there is nothing in it")
    try:
        opening = decode(head).text.lstrip("\ufeff \t\r\n")
    except InputError as error:
        raise InputError("unknown_format", error.detail) from error
    if opening.startswith("{"):
        return "jsonl" if _has_object_lines(opening) else "json"
    if opening.startswith("["):
        return "json"
    if _separator(opening):
        return "csv"
    if looks_like_phoenix(opening):
        return "phoenix"
    if any(separator in opening.partition("\n")[0] for separator in _SEPARATORS):
        named = ", ".join(_cells(opening, next(one for one in _SEPARATORS if one in opening)))[:120]
        raise InputError("no_name_column", f"expected a column name in the first row, found: {named}")
    raise InputError(
        "unknown_format", "expected CSV with a column name, JSON, FollowTheMoney or a Phoenix dictionary"
    )


def _has_object_lines(opening: str) -> bool:
    first, _, rest = opening.partition("\n")
    try:
        return isinstance(json.loads(first), dict)
    except (ValueError, RecursionError):
        return rest.lstrip().startswith("{")


def _separator(opening: str) -> str | None:
    """What separates the cells of a table with a column `name`; a table of one column has a comma."""
    for separator in _SEPARATORS:
        if "name" in _cells(opening, separator):
            return separator
    return None


def _cells(opening: str, separator: str) -> list[str]:
    return [field_name(cell).strip('"') for cell in opening.partition("\n")[0].split(separator)]


def _json_lines(opened: OpenInput) -> Iterator[Place | Note]:
    records = _Records(opened)
    for number, line in _lines(opened):
        if isinstance(line, InputError):
            yield f"#line={number}", line
        elif line.strip():
            yield from records.read(_parsed(line), f"#line={number}")
    yield from records.end()


def _parsed(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        return InputError("bad_json", str(error))


def _json(opened: OpenInput) -> Iterator[Place | Note]:
    records = _Records(opened)
    for number, found in enumerate(found_values(Window(opened)), start=1):
        yield from records.read(found.error or found.value, f"#item={number}")
    yield from records.end()


def _csv(opened: OpenInput) -> Iterator[Place | Note]:
    opening = decode(opened.stream.peek(HEAD_BYTES)).text.lstrip("\ufeff \t\r\n")
    rows = iter(Rows(opened, _separator(opening) or ","))
    header = next(rows, [])
    if isinstance(header, InputError):
        raise header
    records = _Records(opened)
    for number, row in enumerate(rows, start=1):
        yield from records.read(_record(row, header), f"#row={number}")
    yield from records.end()


def _record(row: list[str] | InputError, header: list[str]) -> object:
    if isinstance(row, InputError):
        return row
    if len(row) != len(header):
        return InputError("ragged_row", f"{len(row)} cells, the header has {len(header)}")
    return {name: cell for name, cell in zip(header, row, strict=True) if cell.strip()}


class _Records:
    """Reads the records of an input; remembers what was not."""

    def __init__(self, opened: OpenInput) -> None:
        self._opened = opened
        self._ignored = IgnoredFields(opened, FIELDS)
        self._schemata = Counter[str]()

    def read(self, record: object, place: str) -> Iterator[Place | Note]:
        """What a record says, or the error that stands in its place."""
        if isinstance(record, dict) and not followthemoney.is_entity(record):
            yield from self._ignored.told(record)
        try:
            found = self._found(record)
        except InputError as error:
            yield place, error
            return
        if found is not None:
            yield place, found

    def _found(self, record: object) -> Found | None:
        if isinstance(record, InputError):
            raise record
        if not isinstance(record, Mapping):
            raise InputError("bad_json", f"expected an object, found {type(record).__name__}")
        if not followthemoney.is_entity(record):
            return listed_in(record)
        found = followthemoney.found_in(record)
        self._schemata[str(record["schema"])[:40]] += found is None
        return found

    def end(self) -> Iterator[Note]:
        """What was passed over, once all is read."""
        passed = [f"{schema} {count:,}" for schema, count in self._schemata.most_common(12) if count]
        if passed:
            yield self._opened.note(f"entities that are no actors, passed over: {', '.join(passed)}")


def _phoenix(opened: OpenInput) -> Iterator[Place | Note]:
    broken: list[tuple[int, InputError]] = []

    def lines() -> Iterator[tuple[int, str]]:
        for number, line in _lines(opened):
            if isinstance(line, InputError):
                broken.append((number, line))
            else:
                yield number, line.rstrip("\r\n")

    for number, found in blocks(lines()):
        yield f"#line={number}", found
    yield from ((f"#line={number}", error) for number, error in broken)


def _lines(opened: OpenInput) -> Iterator[tuple[int, str | InputError]]:
    """The lines as text, each with its number, or what is wrong with them."""
    stream = as_utf8(opened.stream)
    charset = likely_charset(stream, opened.charset)
    for number, line in bounded_lines(stream, line_bytes(opened.limits)):
        if line is None:
            yield number, InputError("too_long", "the line is longer than any actor")
            continue
        try:
            yield number, decode(line, charset).text
        except InputError as error:
            yield number, error


FORMATS: dict[Format, Callable[[OpenInput], Iterator[Place | Note]]] = {
    "csv": _csv,
    "json": _json,
    "jsonl": _json_lines,
    "phoenix": _phoenix,
}
