"""Parses, and who says what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from retold.model.kinds import Int32

StatementKind = Literal["direct", "indirect", "mixed"]
StatementManner = Literal["speech", "attitude", "act"]


@dataclass(frozen=True, slots=True)
class Parse:
    """How a parser reads a sentence: a column of lists with an item for each token; a working table.

    `text` is the spelling that was read (`reading.offsets.spelling`); articles may have other marks and dashes.
    `starts` and `ends` are characters of it. `tags` are those of the Penn treebank, `pos` universal parts of speech,
    `deps` labels of dependencies and `heads` the tokens depended on, a root's its own; `entities` name OntoNotes'
    kinds with B- or I- before, or are empty. `pipeline`: what made it.
    """

    sentence_key: str
    pipeline: str
    text: str
    starts: tuple[Int32, ...]
    ends: tuple[Int32, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[Int32, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of an article's text; unpacks to the two."""

    start: int
    end: int

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Statement:
    """One article's report of someone's words."""

    statement_id: str
    article_id: str
    sentence: int
    kind: StatementKind
    manner: StatementManner
    content_start: int
    content_end: int
    content: str
    pieces: tuple[Span, ...]
    cue: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker: str | None
    speaker_id: str | None
    role: str | None
    affiliation: str | None
    addressee_id: str | None
    channel: str | None
    reported_by: str | None
    utterance_id: str | None


@dataclass(frozen=True, slots=True)
class Utterance:
    """The words, merged over their tellings; `drift` is how far the tellings differ, 0 to 1."""

    utterance_id: str
    story_id: str
    speaker_id: str | None
    text: str
    articles: int
    reports: int
    drift: float
