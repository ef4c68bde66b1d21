"""Which format an input has: by the declared type, by its extension, by its first bytes."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import PurePath
from typing import Literal

from retold.errors import InputError
from retold.sources.decoding import decode

Format = Literal["plain", "html", "json", "jsonl", "csv", "tsv", "parquet", "warc", "feed", "opml"]

HEAD_BYTES = 65_536

_BY_EXTENSION: dict[str, Format | Literal["xml"]] = {
    ".txt": "plain",
    ".text": "plain",
    ".md": "plain",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".warc": "warc",
    ".rss": "xml",
    ".atom": "xml",
    ".xml": "xml",
    ".opml": "opml",
}
_BY_CONTENT_TYPE: dict[str, Format | Literal["xml"]] = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/json": "json",
    "application/jsonl": "jsonl",
    "application/x-ndjson": "jsonl",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
    "application/vnd.apache.parquet": "parquet",
    "application/warc": "warc",
    "application/rss+xml": "xml",
    "application/atom+xml": "xml",
    "application/xml": "xml",
    "text/xml": "xml",
    "text/x-opml": "opml",
}
# Formats that begin like text but are not text.
_FOREIGN = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"{\\rtf",
    b"BZh",
    b"\xfd7zXZ",
    b"\x28\xb5\x2f\xfd",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
    b"SQLite format 3",
    b"OggS",
    b"ID3",
    b"RIFF",
)
_ROOT = re.compile(r"<(?:[a-z]+:)?(rss|feed|rdf|opml|html|!doctype\s+html)\b", re.IGNORECASE)
_HTML_TAG = re.compile(r"<(?:head|body|title|meta|article|main|div|p|h1|span|table)\b", re.IGNORECASE)
_JSON_OBJECT = re.compile(r"\{\s*(?:\"|\}|$)")
_JSON_LIST = re.compile(r"\[\s*(?:\{|\]|$)")


def format_of(name: str, content_type: str | None, head: bytes) -> Format:
    """The format of an input called `name` that begins with `head`.

    A content type that names a format comes first, then the extension (without `.gz`), then the content; JSON and
    XML of several kinds are told apart by content. Raises InputError `unknown_format` for what is none of ours.
    """
    told = _BY_CONTENT_TYPE.get((content_type or "").lower()) or by_extension(name)
    if told == "xml":
        sniffed_format = sniffed(head)
        return sniffed_format if sniffed_format in ("feed", "opml", "html") else "feed"
    if told == "json":
        return "jsonl" if _is_json_lines(_opening(head)) else "json"
    return told or sniffed(head)


def by_extension(name: str) -> Format | Literal["xml"] | None:
    """What the file name says, a final `.gz` put aside; None when it says nothing we know."""
    return _BY_EXTENSION.get(PurePath(name.lower().removesuffix(".gz")).suffix)


def sniffed(head: bytes) -> Format:
    """What the first bytes (`HEAD_BYTES` or the whole input) say. Raises InputError `unknown_format` for binary."""
    if head.startswith(b"PAR1"):
        return "parquet"
    if head.startswith(b"WARC/"):
        return "warc"
    if head.startswith(_FOREIGN):
        raise InputError("unknown_format", f"begins with {head[:8]!r}: neither text nor a format we read")
    try:
        opening = _opening(head)
    except InputError as error:
        raise InputError("unknown_format", error.detail) from error
    for is_it, name in _TELLS:
        if is_it(opening):
            return name
    return _markup(opening)


def _opening(head: bytes) -> str:
    return decode(head).text.lstrip("\ufeff \t\r\n")


def _markup(opening: str) -> Format:
    if not opening.startswith("<"):
        return "plain"
    root = _ROOT.search(opening)
    if root is None:
        return "html" if _HTML_TAG.search(opening) else "plain"
    name = root[1].lower()
    return "opml" if name == "opml" else "html" if name.endswith("html") else "feed"


def _is_json_lines(opening: str) -> bool:
    """One object a line. A first line that is broken still counts when the second begins like an object."""
    lines = [line for line in opening.split("\n", 5)[:5] if line.strip()]
    if not _JSON_OBJECT.match(opening) or '"' not in lines[0]:
        return False
    if len(lines) == 1:
        return len(opening) > HEAD_BYTES // 4 and '"articles"' not in opening[:200]
    return lines[1].startswith("{") or _is_json_object(lines[0])


def _is_json_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _is_json(opening: str) -> bool:
    return (_JSON_OBJECT.match(opening) or _JSON_LIST.match(opening)) is not None


def _has_text_column(separator: str) -> Callable[[str], bool]:
    def holds(opening: str) -> bool:
        names = [name.strip().strip('"').lower() for name in opening.split("\n", 1)[0].split(separator)]
        return len(names) > 1 and "text" in names and all(len(name) < 40 for name in names)

    return holds


_TELLS: tuple[tuple[Callable[[str], bool], Format], ...] = (
    (_is_json_lines, "jsonl"),
    (_is_json, "json"),
    (_has_text_column("\t"), "tsv"),
    (_has_text_column(","), "csv"),
)
