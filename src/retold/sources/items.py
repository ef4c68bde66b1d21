"""What passes between the modules of `sources`: an opened input, an article's draft, and what is yielded."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TypeVar

from retold.errors import InputError
from retold.model import Article, Rejection
from retold.settings import InputLimits
from retold.sources.cleaning import storable

MAX_DETAIL_CHARACTERS = 300

Yielded = TypeVar("Yielded")


@dataclass(frozen=True, slots=True)
class Note:
    """Something the user should know about an input although nothing in it was refused."""

    origin: str
    message: str


Item = Article | Rejection | Note


@dataclass(frozen=True, slots=True)
class OpenInput:
    """One input, opened: its bytes and what is known about them from outside.

    `origin` names it for the user. `path` is there for a file, `url` for a page that has an address;
    `content_type` and `charset` are what a server declared.
    """

    origin: str
    stream: io.BufferedReader
    collected_at: datetime
    limits: InputLimits
    path: Path | None = None
    url: str | None = None
    content_type: str | None = None
    charset: str | None = None

    def refused(self, error: InputError, locator: str = "") -> Rejection:
        """The error as a row for `rejected`; `locator` ("#line=12") is appended to the origin."""
        return rejection(self.origin + locator, error, self.collected_at)

    def note(self, message: str, locator: str = "") -> Note:
        """A note on this input."""
        return Note(self.origin + locator, shortened(message))

    def drafted(self, draft: Draft | partial[Draft], size: int, locator: str = "") -> Drafted:
        """The draft with what else `items_of` needs. A partial is of a module function, so that it can be pickled."""
        return Drafted(self.origin + locator, draft, size, self.collected_at, self.limits.text_characters)


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as its format gives it: nothing cleaned or checked yet.

    `problems` are errors that cost a field, not the article.
    """

    text: str
    title: str | None = None
    external_id: str | None = None
    url: str | None = None
    source: str | None = None
    published_at: datetime | None = None
    language: str | None = None
    author: str | None = None
    agency: str | None = None
    problems: tuple[InputError, ...] = ()


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft on its way to `items_of`, which may run in another process; or what makes it, as that can cost much.

    `size`: characters, or bytes, of what was read. `most_characters`: `InputLimits.text_characters`.
    """

    origin: str
    draft: Draft | partial[Draft]
    size: int
    collected_at: datetime
    most_characters: int

    def refused(self, error: InputError) -> Rejection:
        """The error as a row for `rejected`."""
        return rejection(self.origin, error, self.collected_at)


DraftItem = Drafted | Rejection | Note


def rejection(origin: str, error: InputError, collected_at: datetime) -> Rejection:
    """A `Rejection` whose detail is short and can be stored, whatever the input held."""
    return Rejection(origin, error.reason, shortened(error.detail), collected_at)


def shortened(message: str) -> str:
    """The message on one line of at most `MAX_DETAIL_CHARACTERS`, free of control characters."""
    line = " ".join(storable(message[: 4 * MAX_DETAIL_CHARACTERS]).split())
    if len(line) <= MAX_DETAIL_CHARACTERS:
        return line
    return line[: MAX_DETAIL_CHARACTERS - 1] + "…"


def contained(origin: str, collected_at: datetime, items: Iterator[Yielded]) -> Iterator[Yielded | Rejection]:
    """What an input yields, whatever goes wrong on the way being the last of it."""
    try:
        yield from items
    except InputError as error:
        yield rejection(origin, error, collected_at)
    except OSError as error:
        yield rejection(origin, InputError("unreadable", str(error)), collected_at)
    except Exception as error:  # a parser's own bug must not cost the inputs after this one
        unexpected = InputError("unexpected", f"{type(error).__name__}: {error}; please report this")
        yield rejection(origin, unexpected, collected_at)
