"""Inputs to the tables `articles` and `rejected`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

import pyarrow.dataset as ds

from retold.archive.store import Store
from retold.archive.writer import Writer
from retold.model import Article, Rejection, StageRecord
from retold.pipeline.making import made
from retold.schema import schema_of, table_of
from retold.settings import InputLimits, Settings
from retold.sources import DraftItem, Item, Note, read_drafts
from retold.sources.finding import origin_of

Progress = Callable[[str, int, int | None], None]
"""Called with the stage, the rows done and the rows in all (None when unknown)."""

# Articles and rejections, and characters, of one commit: what a killed `add` may have to read again, and what is
# held in memory, besides the portions that workers have.
COMMITTED_ITEMS = 2_000
COMMITTED_CHARACTERS = 20_000_000
# Rejections and notes that are told; all rejections stand in the table.
TOLD = 1_000

_MARK = "articles"
# The place in an input that `origin` ends with: a file's own name may have a # as well.
_PLACE = re.compile(r"#[a-z]+=[0-9]+$")
_DEFAULT_LIMITS = InputLimits()


@dataclass(frozen=True, slots=True)
class Added:
    """What one `add` did: articles new and already known, and refusals (also ones refused before)."""

    new: int
    known: int
    rejected: int
    rejections: tuple[Rejection, ...]
    notes: tuple[Note, ...]
    version: int


def add(
    store: Store,
    inputs: Iterable[str],
    settings: Settings,
    code_version: str,
    *,
    limits: InputLimits = _DEFAULT_LIMITS,
    allow_private: bool = False,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Added:
    """Adds the inputs' articles to the archive and publishes them as a version.

    An article that is already there from the same input is known and changes nothing; from another input it is
    rejected as a duplicate, as is the second of two in one input. The archive's own files are never read as inputs.
    Raises ArchiveError.
    """
    started_at = datetime.now(UTC)
    with store.writer() as writer:
        intake = _Intake(writer)
        found = read_drafts(
            inputs, collected_at=started_at, limits=limits, allow_private=allow_private, stdin=stdin
        )
        with closing(made(_outside(store.path, found))) as items:
            for item in items:
                intake.take(item)
                if progress:
                    progress("articles", intake.new + intake.known, None)
        intake.commit()
        seconds = (datetime.now(UTC) - started_at).total_seconds()
        stages = [StageRecord("articles", seconds, intake.new)]
        run = writer.publish(started_at, code_version, settings.to_json(), stages, ("articles", "rejected"))
    return Added(
        intake.new, intake.known, intake.rejected, tuple(intake.rejections), tuple(intake.notes), run.version
    )


@dataclass(slots=True)
class _Intake:
    """Sorts what is read into new, known and rejected, and commits it in portions."""

    writer: Writer
    new: int = 0
    known: int = 0
    rejected: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    _origins: dict[str, str] = field(init=False)
    _met: set[str] = field(default_factory=set)
    _refused: set[tuple[str, str, str]] = field(init=False)
    _articles: list[Article] = field(default_factory=list)
    _rows: list[Rejection] = field(default_factory=list)
    _characters: int = 0

    def __post_init__(self) -> None:
        articles = _columns(self.writer, "articles", "article_id", "origin")
        refused = _columns(self.writer, "rejected", "origin", "reason", "detail")
        self._origins = {row[0]: row[1] for row in articles}
        self._refused = {(origin, reason, detail) for origin, reason, detail in refused}

    def take(self, item: Item) -> None:
        match item:
            case Note():
                self.notes += [item] if len(self.notes) < TOLD else []
            case Rejection():
                self._reject(item)
            case Article():
                self._article(item)

    def commit(self) -> None:
        """Writes what is held."""
        for name, rows in (
            ("articles", table_of(Article, self._articles)),
            ("rejected", table_of(Rejection, self._rows)),
        ):
            self.writer.append(name, self.writer.parquet(name, [rows]), _MARK)
        self._articles, self._rows, self._characters = [], [], 0

    def _article(self, article: Article) -> None:
        first = self._origins.get(article.article_id)
        if first is None:
            self._keep(article)
        elif first == article.origin or (
            article.article_id not in self._met and _input(first) == _input(article.origin)
        ):
            self.known += 1
        else:
            detail = f"the same article as {first}"
            self._reject(Rejection(article.origin, "duplicate", detail, article.collected_at))
        self._met.add(article.article_id)

    def _keep(self, article: Article) -> None:
        self.new += 1
        self._origins[article.article_id] = article.origin
        self._articles.append(article)
        self._characters += len(article.text)
        self._commit_when_full()

    def _reject(self, rejection: Rejection) -> None:
        self.rejected += 1
        if len(self.rejections) < TOLD:
            self.rejections.append(rejection)
        identity = (rejection.origin, rejection.reason, rejection.detail)
        if identity not in self._refused:
            self._refused.add(identity)
            self._rows.append(rejection)
            self._commit_when_full()

    def _commit_when_full(self) -> None:
        held = len(self._articles) + len(self._rows)
        if held >= COMMITTED_ITEMS or self._characters >= COMMITTED_CHARACTERS:
            self.commit()


def _columns(writer: Writer, table: str, *names: str) -> Iterator[tuple[str, ...]]:
    """Rows of some columns, streamed."""
    record = Article if table == "articles" else Rejection
    dataset = ds.dataset(writer.files(table), schema=schema_of(record), format="parquet")
    for batch in dataset.to_batches(columns=list(names)):
        yield from zip(*(batch.column(name).to_pylist() for name in names), strict=True)


def _outside(archive: Path, items: Iterable[DraftItem]) -> Iterator[DraftItem]:
    """The items but those of the archive's own files, which lie in a folder that is read; one note says so."""
    own = origin_of(archive)
    told = False
    for item in items:
        if not item.origin.startswith(f"{own}/"):
            yield item
        elif not told:
            told = True
            yield Note(own, "the archive lies in a folder that is added: its own files are left out")


def _input(origin: str) -> str:
    """The file or address of an origin, without the place in it."""
    return _PLACE.sub("", origin)
