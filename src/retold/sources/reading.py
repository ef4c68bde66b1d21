"""Inputs of every kind to drafts and articles: finds, opens, tells the format, and hands over to its reader."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import BinaryIO
from urllib.parse import urlsplit

from retold.errors import InputError
from retold.model import Rejection
from retold.settings import InputLimits
from retold.sources.articles import items_of
from retold.sources.csv_rows import read_csv
from retold.sources.feeds import read_feed
from retold.sources.finding import found_files, is_folder, open_file, origin_of
from retold.sources.formats import HEAD_BYTES, Format, format_of
from retold.sources.gzipped import MAGIC, unpacked
from retold.sources.items import DraftItem, Item, OpenInput, contained, rejection
from retold.sources.json_values import read_json
from retold.sources.jsonl import read_jsonl
from retold.sources.opml import listed_feeds
from retold.sources.parquet import read_parquet
from retold.sources.plain import read_plain
from retold.sources.streams import buffered, seekable
from retold.sources.urls import fetch, is_url, shown
from retold.sources.warc import read_warc
from retold.sources.webpages import read_html

_DEFAULT_LIMITS = InputLimits()
_READERS: dict[Format, Callable[[OpenInput], Iterator[DraftItem]]] = {
    "plain": read_plain,
    "html": read_html,
    "json": read_json,
    "jsonl": read_jsonl,
    "csv": read_csv,
    "tsv": lambda opened: read_csv(opened, "\t"),
    "parquet": read_parquet,
    "warc": read_warc,
    "feed": read_feed,
}


@dataclass(frozen=True, slots=True)
class _Call:
    """What holds for every input of one call of `read`."""

    collected_at: datetime
    limits: InputLimits
    allow_private: bool
    stdin: BinaryIO | None


def read(
    inputs: Iterable[str],
    *,
    collected_at: datetime,
    limits: InputLimits = _DEFAULT_LIMITS,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[Item]:
    """The articles of files, folders, patterns, `-` (`stdin`), http(s) addresses and feeds, one at a time.

    Never raises on bad input: what cannot be used is a `Rejection`, what is worth knowing a `Note`. Memory does not
    grow with the input. `collected_at` must have a time zone. `allow_private` lets addresses be fetched that are
    not on the public Internet.
    """
    found = read_drafts(
        inputs, collected_at=collected_at, limits=limits, allow_private=allow_private, stdin=stdin
    )
    for item in found:
        yield from items_of(item)


def read_drafts(
    inputs: Iterable[str],
    *,
    collected_at: datetime,
    limits: InputLimits = _DEFAULT_LIMITS,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
) -> Iterator[DraftItem]:
    """What `read` makes its items of, one at a time, by `items_of`; all of it can be pickled."""
    call = _Call(collected_at, limits, allow_private, stdin)
    for given in inputs:
        yield from _named(given, call)


def _named(given: str, call: _Call) -> Iterator[DraftItem]:
    """Everything one name stands for."""
    if given == "-":
        yield from contained("stdin", call.collected_at, _standard_input(call))
    elif is_url(given):
        yield from contained(shown(given), call.collected_at, _address(given, call))
    elif is_folder(given):
        yield from _folder(Path(given), call)
    else:
        yield from _files(given, call)


def _folder(folder: Path, call: _Call) -> Iterator[DraftItem]:
    """What the files of a folder yield, and a rejection of the folder when none of them is of our formats."""
    usable = False
    for item in _files(str(folder), call):
        usable = usable or not (
            isinstance(item, Rejection) and item.reason in ("unknown_format", "unreadable")
        )
        yield item
    if not usable:
        error = InputError("empty_folder", "it holds no file we can read; hidden files are left out")
        yield rejection(origin_of(folder), error, call.collected_at)


def _files(given: str, call: _Call) -> Iterator[DraftItem]:
    for found in found_files(given):
        if isinstance(found, Path):
            yield from contained(origin_of(found), call.collected_at, _file(found, call))
        else:
            path, error = found
            yield rejection(origin_of(path), error, call.collected_at)


def _standard_input(call: _Call) -> Iterator[DraftItem]:
    if call.stdin is None:
        raise InputError("unreadable", "there is no standard input")
    yield from _opened(OpenInput("stdin", buffered(call.stdin), call.collected_at, call.limits), "", call)


def _file(path: Path, call: _Call, only: Format | None = None) -> Iterator[DraftItem]:
    with open_file(path) as stream:
        opened = OpenInput(origin_of(path), stream, call.collected_at, call.limits, path=path)
        yield from _opened(opened, path.name, call, only)


def _address(url: str, call: _Call, only: Format | None = None) -> Iterator[DraftItem]:
    fetched = fetch(url, call.limits, call.allow_private)
    opened = OpenInput(
        shown(url),
        buffered(io.BytesIO(fetched.content)),
        call.collected_at,
        call.limits,
        url=shown(fetched.url),
        content_type=fetched.content_type,
        charset=fetched.charset,
    )
    yield from _opened(opened, PurePosixPath(urlsplit(fetched.url).path).name, call, only)


def _opened(opened: OpenInput, name: str, call: _Call, only: Format | None = None) -> Iterator[DraftItem]:
    """What an opened input yields. `only` refuses other formats: a list of feeds lists feeds."""
    opened = _without_gzip(opened)
    head = opened.stream.peek(HEAD_BYTES)
    if not head:
        raise InputError("empty", "there is nothing in it")
    found = format_of(name, opened.content_type, head)
    if only not in (None, found):
        raise InputError(f"bad_{only}", f"expected a {only}, found {found}")
    if found == "opml":
        yield from _listed(opened, call)
    elif found == "parquet":
        with seekable(opened.stream, opened.limits.unpacked_bytes) as stream:
            yield from read_parquet(replace(opened, stream=stream))
    else:
        yield from _READERS[found](opened)


def _without_gzip(opened: OpenInput) -> OpenInput:
    """The input unpacked if it is gzip, whatever it is called; packed twice is no format."""
    if not opened.stream.peek(len(MAGIC)).startswith(MAGIC):
        return opened
    inner = replace(opened, stream=unpacked(opened.stream, opened.limits.expansion))
    if inner.stream.peek(len(MAGIC)).startswith(MAGIC):
        raise InputError("unknown_format", "packed with gzip more than once")
    return inner


def _listed(opened: OpenInput, call: _Call) -> Iterator[DraftItem]:
    """The feeds an OPML lists, each with an origin of its own."""
    for place in listed_feeds(opened):
        if is_url(place):
            yield from contained(shown(place), call.collected_at, _address(place, call, "feed"))
        else:
            path = Path(place)
            yield from contained(origin_of(path), call.collected_at, _file(path, call, "feed"))
