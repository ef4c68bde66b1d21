"""A JSON document to articles: one object, a list of them, or an object with the list under `articles`.

The standard parser wants a document whole; here it is given one record's worth at a time.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from retold.errors import InputError
from retold.sources.decoding import as_utf8, likely_charset
from retold.sources.items import DraftItem, OpenInput
from retold.sources.jsonl import as_record
from retold.sources.lines import line_bytes
from retold.sources.records import IgnoredFields, record_items

PIECE = 65_536
MAX_FIELDS = 1_000

_NEXT_RECORD = re.compile(r"\}\s*,?\s*(?=\{)")
_BLANK = re.compile(r"[ \t\r\n\ufeff]*")


class BrokenValue(InputError):
    """A value that does not parse; the document may go on after it."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value of the document, or the error that stands in its place."""

    value: object
    in_list: bool
    error: BrokenValue | None = None


def read_json(opened: OpenInput) -> Iterator[DraftItem]:
    """The articles of a JSON document. Of a broken record only that record is lost.

    Raises InputError when the stream itself breaks off.
    """
    ignored = IgnoredFields(opened)
    for number, found in enumerate(found_values(Window(opened)), start=1):
        locator = f"#item={number}" if found.in_list or number > 1 else ""
        try:
            if found.error is not None:
                raise found.error
            record = as_record(found.value)
        except InputError as error:
            yield opened.refused(error, locator)
        else:
            yield from record_items(record, opened, locator, ignored)


class Window:
    """The characters of a stream from the value being read onward."""

    def __init__(self, opened: OpenInput) -> None:
        self._stream = as_utf8(opened.stream)
        encoding = likely_charset(self._stream, opened.charset)
        self._decoder = codecs.getincrementaldecoder(encoding or "utf-8")("replace")
        self._parser = json.JSONDecoder()
        self._most = line_bytes(opened.limits)
        self._text = ""
        self._at = 0

    def next_character(self) -> str:
        """The next character that is not blank, left in place; "" at the end."""
        while True:
            blank = _BLANK.match(self._text, self._at)
            self._at = blank.end() if blank else self._at
            if self._at < len(self._text):
                return self._text[self._at]
            if not self._grow():
                return ""

    def skip(self, character: str) -> bool:
        """Step over `character` if it comes next."""
        if self.next_character() != character:
            return False
        self._at += 1
        return True

    def value(self) -> object:
        """The next JSON value. Raises BrokenValue `bad_json`, or `too_long` for more than a record's worth."""
        self.next_character()
        while True:
            try:
                value, end = self._parser.raw_decode(self._text, self._at)
            except (ValueError, RecursionError) as error:
                if self._is_broken(error) or not self._grow():
                    raise BrokenValue("bad_json", str(error)) from error
                continue
            # A number that ends where the window ends may go on.
            if end < len(self._text) or not self._grow():
                self._at = end
                return value

    def resume(self) -> bool:
        """Step over a broken record to where the next seems to begin; False when none does."""
        self._at = min(self._at + 1, len(self._text))
        while (found := _NEXT_RECORD.search(self._text, self._at)) is None:
            self._at = max(self._at, len(self._text) - PIECE)
            if not self._grow():
                return False
        self._at = found.end()
        return True

    def _grow(self) -> bool:
        """Double the window, dropping what is behind; False at the end. Raises BrokenValue `too_long`."""
        kept = self._text[self._at :]
        if len(kept) > self._most:
            raise BrokenValue(
                "too_long", "a value is longer than any article; see InputLimits.text_characters"
            )
        wanted, pieces = max(PIECE, len(kept)), []
        while wanted > 0 and (piece := self._stream.read1(PIECE)):
            pieces.append(self._decoder.decode(piece))
            wanted -= len(piece)
        self._text, self._at = kept + "".join(pieces), 0
        return bool(pieces)

    def _is_broken(self, error: Exception) -> bool:
        """Whether more characters would not help: the error lies well before the end of the window."""
        if not isinstance(error, json.JSONDecodeError):
            return True
        return not error.msg.startswith("Unterminated") and error.pos < len(self._text) - 16


def found_values(window: Window) -> Iterator[Found]:
    """The records of the document. After an object others may follow: some call JSON lines `.json`."""
    if window.next_character() not in ("[", "{"):
        yield Found(None, False, BrokenValue("bad_json", "expected an object or a list of objects"))
    elif window.skip("["):
        yield from _list(window)
    else:
        while window.next_character() == "{":
            yield from _object(window)


def _list(window: Window) -> Iterator[Found]:
    """The values up to the closing bracket, the opening one being behind us."""
    while not window.skip("]"):
        found = _attempt(window)
        yield found
        if found.error is None and (window.skip(",") or window.next_character() == "]"):
            continue
        if found.error is None:
            yield Found(None, True, BrokenValue("bad_json", "expected , or ] after a list item"))
        if not window.resume():
            return


def _attempt(window: Window) -> Found:
    try:
        return Found(window.value(), True)
    except BrokenValue as error:
        return Found(None, True, error)


def _object(window: Window) -> Iterator[Found]:
    """The object as a record, or the records of its list `articles`."""
    fields: dict[str, object] = {}
    try:
        window.skip("{")
        while not window.skip("}"):
            name = _field_name(window)
            if name == "articles" and window.skip("["):
                yield from _list(window)
                fields.clear()
                fields[name] = None
            else:
                fields[name] = window.value()
            if len(fields) > MAX_FIELDS:
                raise BrokenValue("too_long", f"an object with more than {MAX_FIELDS} fields")
            if not window.skip(",") and window.next_character() != "}":
                raise BrokenValue("bad_json", "expected , or } after a field")
    except BrokenValue as error:
        yield Found(None, False, error)
        window.resume()
        return
    if fields.get("articles", fields) is not None:
        yield Found(fields, False)


def _field_name(window: Window) -> str:
    name = window.value()
    if not isinstance(name, str) or not window.skip(":"):
        raise BrokenValue("bad_json", f"expected a field name and a colon, found {str(name)[:40]!r}")
    return name
