"""One JSON object a line to drafts of articles."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping

from retold.errors import InputError
from retold.sources.decoding import as_utf8, decode, likely_charset
from retold.sources.items import DraftItem, OpenInput
from retold.sources.lines import bounded_lines, line_bytes
from retold.sources.records import IgnoredFields, record_items


def read_jsonl(opened: OpenInput) -> Iterator[DraftItem]:
    """The articles of a JSONL stream, one line in memory at a time; a broken line costs itself only.

    Raises InputError when the stream itself breaks off.
    """
    ignored = IgnoredFields(opened)
    stream = as_utf8(opened.stream)
    charset = likely_charset(stream, opened.charset)
    for number, line in bounded_lines(stream, line_bytes(opened.limits)):
        locator = f"#line={number}"
        if line is not None and not line.strip():
            continue
        try:
            record = _record(line, number, charset)
        except InputError as error:
            yield opened.refused(error, locator)
        else:
            yield from record_items(record, opened, locator, ignored)


def as_record(value: object) -> Mapping[str, object]:
    """The value as a record. Raises InputError `bad_json` when it is not an object."""
    if not isinstance(value, dict):
        raise InputError("bad_json", f"expected an object with a field text, found {type(value).__name__}")
    return value


def _record(line: bytes | None, number: int, charset: str | None) -> Mapping[str, object]:
    if line is None:
        raise InputError(
            "too_long", f"line {number} is longer than any article; see InputLimits.text_characters"
        )
    text = decode(line, charset).text
    try:
        return as_record(json.loads(text))
    except (ValueError, RecursionError) as error:
        raise InputError("bad_json", f"line {number}: {error}") from error
