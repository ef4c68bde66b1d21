"""Files with lists of actors to what they say: opened, their format told by content, read place by place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from retold.actors.lists.drafts import Found
from retold.actors.lists.formats import FORMATS, Place, format_of
from retold.errors import InputError
from retold.model import Rejection
from retold.settings import InputLimits
from retold.sources.finding import found_files, open_file, origin_of
from retold.sources.gzipped import MAGIC, unpacked
from retold.sources.items import Note, OpenInput, contained, rejection
from retold.sources.streams import buffered
from retold.sources.urls import is_url, shown


@dataclass(frozen=True, slots=True)
class Told:
    """What one place of a list says, and where that is."""

    origin: str
    what: Found


Item = Told | Rejection | Note


@dataclass(frozen=True, slots=True)
class _Call:
    """What holds for every input of one call of `read_lists`."""

    collected_at: datetime
    limits: InputLimits
    stdin: BinaryIO | None


def read_lists(
    inputs: Iterable[str], *, collected_at: datetime, limits: InputLimits, stdin: BinaryIO | None = None
) -> Iterator[Item]:
    """What the lists in files, folders, patterns and `-` (`stdin`) say, one place at a time.

    Never raises on bad input: what cannot be used is a `Rejection`, what is worth knowing a `Note`. `collected_at`
    must have a time zone.
    """
    call = _Call(collected_at, limits, stdin)
    for given in inputs:
        if given == "-":
            yield from contained("stdin", call.collected_at, _standard_input(call))
        elif is_url(given):
            error = InputError("unreadable", "lists are read from files and standard input: fetch it first")
            yield rejection(shown(given), error, collected_at)
        else:
            yield from _files(given, call)


def _files(given: str, call: _Call) -> Iterator[Item]:
    for found in found_files(given):
        if isinstance(found, Path):
            yield from contained(origin_of(found), call.collected_at, _file(found, call))
        else:
            path, error = found
            yield rejection(origin_of(path), error, call.collected_at)


def _standard_input(call: _Call) -> Iterator[Item]:
    if call.stdin is None:
        raise InputError("unreadable", "there is no standard input")
    yield from _opened(OpenInput("stdin", buffered(call.stdin), call.collected_at, call.limits))


def _file(path: Path, call: _Call) -> Iterator[Item]:
    with open_file(path) as stream:
        yield from _opened(OpenInput(origin_of(path), stream, call.collected_at, call.limits, path=path))


def _opened(opened: OpenInput) -> Iterator[Item]:
    if opened.stream.peek(len(MAGIC)).startswith(MAGIC):
        opened = replace(opened, stream=unpacked(opened.stream, opened.limits.expansion))
    for found in FORMATS[format_of(opened)](opened):
        yield found if isinstance(found, Note) else _item(found, opened)


def _item(place: Place, opened: OpenInput) -> Told | Rejection:
    """What stands at a place, as an item."""
    locator, what = place
    if isinstance(what, InputError):
        return opened.refused(what, locator)
    return Told(opened.origin + locator, what)
