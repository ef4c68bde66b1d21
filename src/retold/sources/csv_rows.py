"""CSV and TSV to articles."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator

from retold.errors import InputError
from retold.settings import InputLimits
from retold.sources.decoding import as_utf8, decode, likely_charset
from retold.sources.items import DraftItem, OpenInput
from retold.sources.lines import bounded_lines, line_bytes
from retold.sources.records import IgnoredFields, field_name, record_items

MAX_OVERFLOWS = 3
"""Quotes left open past any record's length, after which quotes are taken to close on their own line."""


def read_csv(opened: OpenInput, separator: str = ",") -> Iterator[DraftItem]:
    """The articles of a CSV stream with a header line; a bad row costs itself only.

    An unclosed quotation mark does not swallow the rows after it: they are read again. Raises InputError
    `no_text_column`, and when the stream itself breaks off.
    """
    rows = Rows(opened, separator)
    header = rows.header()
    ignored = IgnoredFields(opened)
    yield from ignored.told(name for name in header if name.strip())
    for number, row in enumerate(rows, start=1):
        locator = f"#row={number}"
        try:
            record = _record(row, header, number)
        except InputError as error:
            yield opened.refused(error, locator)
        else:
            yield from record_items(record, opened, locator, ignored)


class BadLine(InputError):
    """A line that cannot be used; the rows after it can."""


class Rows:
    """The rows of a CSV stream, each a list of cells or the InputError that stands in its place."""

    def __init__(self, opened: OpenInput, separator: str) -> None:
        stream = as_utf8(opened.stream)
        self._charset = likely_charset(stream, opened.charset)
        self._lines = bounded_lines(stream, line_bytes(opened.limits))
        self._again: deque[str | BadLine] = deque()
        self._taken: list[str] = []
        self._separator = separator
        self._most = line_bytes(opened.limits)
        self._overflows = 0
        _allow_long_cells(opened.limits)

    def header(self) -> list[str]:
        """The first row. Raises InputError `no_text_column` when it does not name a column `text`."""
        first = next(iter(self), [])
        if isinstance(first, InputError):
            raise first
        names = [field_name(name) for name in first]
        if "text" not in names:
            found = ", ".join(name[:20] for name in first[:12])
            raise InputError("no_text_column", f"expected a column text in the first row, found: {found}")
        return first

    def __iter__(self) -> Iterator[list[str] | InputError]:
        while True:
            try:
                row = self._row()
            except EOFError:
                return
            if row:
                yield row

    def _row(self) -> list[str] | InputError:
        """The next row; [] for a blank line. Raises EOFError after the last one."""
        self._taken = []
        try:
            row = next(csv.reader(self._taking(), delimiter=self._separator, strict=True), None)
        except (csv.Error, BadLine) as error:
            return self._recovered(error)
        if row is None:
            raise EOFError
        return row

    def _taking(self) -> Iterator[str]:
        """Lines for the parser, remembered in case they must be read again."""
        size = 0
        while (line := self._next_line()) is not None:
            if not self._taken and not line.strip():
                continue
            size += len(line)
            self._taken.append(line)
            if size > self._most or (len(self._taken) > 1 and self._overflows >= MAX_OVERFLOWS):
                self._overflows += 1
                raise csv.Error("a quotation mark is not closed within a record's length")
            yield line

    def _recovered(self, error: csv.Error | BadLine) -> list[str] | InputError:
        """After an error: give all lines but the first back, and read the first for what it is."""
        if isinstance(error, BadLine):
            if not self._taken:
                return error
            self._again.appendleft(error)
        self._again.extendleft(reversed(self._taken[1:]))
        first = self._taken[0]
        if len(self._taken) == 1 and first.count('"') % 2 == 0:
            # Quotation marks that should be doubled inside a quoted cell: read as spreadsheets read them.
            return next(csv.reader([first], delimiter=self._separator), [])
        return InputError("ragged_row", f"{error}; the row is left out")

    def _next_line(self) -> str | None:
        if self._again:
            line = self._again.popleft()
            if isinstance(line, BadLine):
                raise line
            return line
        number, content = next(self._lines, (0, b""))
        if content is None:
            raise BadLine("too_long", f"line {number} is longer than any article")
        try:
            text = decode(content, self._charset).text
        except InputError as error:
            raise BadLine(error.reason, f"line {number}: {error.detail}") from error
        # Files from old spreadsheets end their lines with a carriage return alone.
        first, *more = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n").split("\n")
        self._again.extend(line + "\n" for line in more)
        return first + "\n" if content else None


def _record(row: list[str] | InputError, header: list[str], number: int) -> dict[str, object]:
    if isinstance(row, InputError):
        raise InputError(row.reason, f"row {number}: {row.detail}") from row
    if len(row) != len(header):
        raise InputError("ragged_row", f"row {number} has {len(row)} cells, the header {len(header)}")
    return {name: cell for name, cell in zip(header, row, strict=True) if cell or field_name(name) == "text"}


def _allow_long_cells(limits: InputLimits) -> None:
    """The csv module has one limit for the whole process: raise it, never lower it."""
    csv.field_size_limit(max(csv.field_size_limit(), 2 * line_bytes(limits)))
