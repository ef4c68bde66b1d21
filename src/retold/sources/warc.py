"""WARC to articles: the HTML pages among its responses.

Records are cut out here and read by fastwarc one at a time, so that a damaged or cut record costs itself only.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fastwarc.warc import ArchiveIterator, WarcRecordType

from retold.errors import InputError
from retold.sources.dates import parse_published
from retold.sources.items import DraftItem, OpenInput
from retold.sources.webpages import page_drafted

MAX_HEADER_BYTES = 65_536
PIECE = 1_000_000

_TYPE = re.compile(rb"^WARC-Type:\s*(\w+)", re.IGNORECASE | re.MULTILINE)
_LENGTH = re.compile(rb"^Content-Length:\s*(\d{1,15})\s*$", re.IGNORECASE | re.MULTILINE)
_HTML_RESPONSE = re.compile(
    rb"^Content-Type:\s*(?:text/html|application/xhtml)", re.IGNORECASE | re.MULTILINE
)
_HTML = ("text/html", "application/xhtml+xml")


@dataclass(frozen=True, slots=True)
class RawRecord:
    """A record's bytes, headers included; None for one that is passed over, with the `error` if there is one."""

    number: int
    content: bytes | None
    error: InputError | None = None


def read_warc(opened: OpenInput) -> Iterator[DraftItem]:
    """The articles of a WARC stream: responses with status 200 and HTML. Others are counted in a note.

    What is damaged or cut becomes a rejection `bad_warc` or `truncated`; the records around it are kept.
    """
    passed_over = 0
    records = _records(opened)
    while True:
        try:
            record = next(records, None)
        except InputError as error:
            yield opened.refused(error)
            break
        if record is None:
            break
        items = list(_items_of_record(record, opened))
        passed_over += not items
        yield from items
    if passed_over:
        yield opened.note(f"{passed_over} records that are not HTML pages were passed over")


def _items_of_record(record: RawRecord, opened: OpenInput) -> Iterator[DraftItem]:
    locator = f"#record={record.number}"
    try:
        if record.error is not None:
            raise record.error
        if record.content is not None:
            yield from _page_items(record.content, opened, locator)
    except InputError as error:
        yield opened.refused(error, locator)


def _page_items(content: bytes, opened: OpenInput, locator: str) -> Iterator[DraftItem]:
    try:
        for record in ArchiveIterator(
            io.BytesIO(content), record_types=WarcRecordType.response, parse_http=True, auto_decode="all"
        ):
            if _is_page(record):
                yield from _items_of_page(record, opened, locator)
    except (OSError, ValueError) as error:
        raise InputError("bad_warc", f"damaged record: {error}") from error


def _is_page(record: Any) -> bool:
    status = record.http_headers.status_code if record.http_headers is not None else None
    return status == 200 and record.http_content_type in _HTML


def _items_of_page(record: Any, opened: OpenInput, locator: str) -> Iterator[DraftItem]:
    page = record.reader.read(opened.limits.html_bytes + 1)
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    captured = _captured(record, opened.collected_at)
    yield page_drafted(page, opened, record.http_charset, url, captured, locator)


def _records(opened: OpenInput) -> Iterator[RawRecord]:
    """The records in their order; a run of bytes between records that are none gives one error."""
    stream, number, in_garbage = opened.stream, 0, False
    while line := stream.readline(MAX_HEADER_BYTES):
        if line.startswith(b"WARC/"):
            number, in_garbage = number + 1, False
            yield _record(line + _rest_of_header(stream), stream, number, opened.limits.html_bytes)
        elif line.strip() and not in_garbage:
            in_garbage = True
            detail = f"expected a record after record {number}, found {line[:20]!r}"
            yield RawRecord(number, None, InputError("bad_warc", detail))


def _rest_of_header(stream: io.BufferedReader) -> bytes:
    header = b""
    while line := stream.readline(MAX_HEADER_BYTES):
        header += line
        if not line.strip():
            return header
        if len(header) > MAX_HEADER_BYTES:
            break
    raise InputError("truncated", "the last record ends within its header")


def _record(header: bytes, stream: io.BufferedReader, number: int, most_bytes: int) -> RawRecord:
    kind, length_field = _TYPE.search(header), _LENGTH.search(header)
    if length_field is None:
        return RawRecord(number, None, InputError("bad_warc", "a record without Content-Length"))
    length = int(length_field[1])
    if kind is None or kind[1].lower() != b"response":
        _pass_over(stream, length)
        return RawRecord(number, None)
    content = stream.read(min(length, most_bytes + MAX_HEADER_BYTES))
    if len(content) < min(length, most_bytes + MAX_HEADER_BYTES):
        raise InputError("truncated", f"record {number} is cut: {len(content)} of {length} bytes are there")
    if len(content) < length:
        _pass_over(stream, length - len(content))
        is_page = _HTML_RESPONSE.search(content[:MAX_HEADER_BYTES])
        too_long = InputError("too_long", f"a page of {length} bytes; see InputLimits.html_bytes")
        return RawRecord(number, None, too_long if is_page else None)
    return RawRecord(number, header + content)


def _pass_over(stream: io.BufferedReader, length: int) -> None:
    left = length
    while left > 0:
        piece = stream.read(min(left, PIECE))
        if not piece:
            raise InputError("truncated", f"the last record is cut: {left} of {length} bytes are missing")
        left -= len(piece)


def _captured(record: Any, now: datetime) -> datetime | None:
    try:
        return parse_published(record.record_date, now)
    except InputError:
        return None
