"""A user's own lists of actors to the table `listed_actors`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import islice
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from retold.actors.lists.gathering import Gathering, looked_up_anew
from retold.actors.lists.names import claimed_names
from retold.actors.lists.reading import Told, read_lists
from retold.archive.store import Store
from retold.archive.tables import table_named
from retold.archive.writer import Writer
from retold.engine.parquet import STREAM_ROWS
from retold.errors import InputError
from retold.identity import content_id
from retold.model import ListedActor, Rejection, StageRecord
from retold.pipeline.adding import COMMITTED_ITEMS, TOLD, Progress
from retold.pipeline.listing import LIST
from retold.pipeline.work import recipe_of
from retold.schema import table_of
from retold.settings import InputLimits, Settings
from retold.sources import Note
from retold.sources.items import rejection

_DEFAULT_LIMITS = InputLimits()


@dataclass(frozen=True, slots=True)
class Imported:
    """What one import did: actors new, put in the place of an older version, known alike, removed; and refusals."""

    new: int
    replaced: int
    known: int
    removed: int
    rejected: int
    rejections: tuple[Rejection, ...]
    notes: tuple[Note, ...]
    version: int


def import_actors(
    store: Store,
    inputs: Iterable[str],
    settings: Settings,
    code_version: str,
    *,
    replace: bool = False,
    limits: InputLimits = _DEFAULT_LIMITS,
    stdin: BinaryIO | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Takes lists of actors into the archive and publishes them as a version.

    An actor that is there already is known, or replaced where the list says something else. `replace`: what is not in
    the inputs goes, unless nothing in them is usable. Raises ArchiveError.
    """
    started_at = datetime.now(UTC)
    with store.writer() as writer:
        intake = _Intake(_Refusals(writer, started_at))
        for item in read_lists(inputs, collected_at=started_at, limits=limits, stdin=stdin):
            intake.take(item)
            if progress:
                progress("list", len(intake.gathering), None)
        intake.end()
        change = _Change(writer, recipe_of(settings, code_version), replace and len(intake.gathering) > 0)
        change.commit(intake.gathering.actors())
        intake.notes += islice(change.claims(), TOLD)
        seconds = (datetime.now(UTC) - started_at).total_seconds()
        stages = [StageRecord("list", seconds, change.new + change.replaced)]
        run = writer.publish(started_at, code_version, settings.to_json(), stages, (LIST, "rejected"))
    refusals = intake.refusals
    return Imported(
        change.new,
        change.replaced,
        change.known,
        change.removed,
        refusals.count,
        tuple(refusals.told),
        tuple(intake.notes[:TOLD]),
        run.version,
    )


@dataclass(slots=True)
class _Refusals:
    """Writes rejections that were not there yet, in portions."""

    writer: Writer
    now: datetime
    count: int = 0
    told: list[Rejection] = field(default_factory=list)
    _known: set[tuple[str, str, str]] = field(init=False)
    _rows: list[Rejection] = field(default_factory=list)

    def __post_init__(self) -> None:
        columns = ("origin", "reason", "detail")
        rows = _dataset(self.writer, "rejected").to_table(columns=list(columns))
        self._known = set(zip(*(rows.column(name).to_pylist() for name in columns), strict=True))

    def take(self, refused: Rejection) -> None:
        self.count += 1
        if len(self.told) < TOLD:
            self.told.append(refused)
        identity = (refused.origin, refused.reason, refused.detail)
        if identity not in self._known:
            self._known.add(identity)
            self._rows.append(refused)
            if len(self._rows) >= COMMITTED_ITEMS:
                self.commit()

    def commit(self) -> None:
        """Writes what is held; the table's mark says nothing."""
        rows = self.writer.parquet("rejected", [table_of(Rejection, self._rows)])
        self.writer.append("rejected", rows, "articles")
        self._rows = []


@dataclass(slots=True)
class _Intake:
    """Sorts what is read into actors, rejections and notes."""

    refusals: _Refusals
    gathering: Gathering = field(default_factory=Gathering)
    notes: list[Note] = field(default_factory=list)

    def take(self, item: Told | Rejection | Note) -> None:
        match item:
            case Note():
                self.notes += [item] if len(self.notes) < TOLD else []
            case Rejection():
                self.refusals.take(item)
            case Told():
                try:
                    for problem in self.gathering.take(item.what, item.origin):
                        self._refuse(item, problem)
                except InputError as error:
                    self._refuse(item, error)

    def end(self) -> None:
        """Commits the rejections, and says what was read to no end."""
        if unclaimed := self.gathering.unclaimed():
            detail = f"{unclaimed:,} offices whose person or post is in none of these inputs are left out"
            self.notes.append(Note("FollowTheMoney", detail))
        self.refusals.commit()

    def _refuse(self, item: Told, error: InputError) -> None:
        self.refusals.take(rejection(item.origin, error, self.refusals.now))


class _Change:
    """The table before and after an import."""

    def __init__(self, writer: Writer, recipe: str, whole: bool) -> None:
        """`recipe`: by which names are looked up. `whole`: the new actors are all there are to be."""
        self._writer, self._recipe, self._whole = writer, recipe, whole
        rows = _dataset(writer, LIST).to_table(columns=["entry_id", "content"])
        self._before: dict[str, str] = dict(
            zip(*(rows.column(name).to_pylist() for name in ("entry_id", "content")), strict=True)
        )
        self._met: dict[str, str] = {}
        self._changed: set[str] = set()
        self.new = self.replaced = self.known = self.removed = 0

    def commit(self, actors: Iterable[ListedActor]) -> None:
        """Writes the table if anything changes in it."""
        files = self._writer.parquet(LIST, _tables(self._sorted_out(actors)))
        self.removed = len(self._before.keys() - self._met.keys()) if self._whole else 0
        if not self._changed and not self.removed:
            return
        kept = (
            {} if self._whole else {name: self._before[name] for name in self._before.keys() - self._changed}
        )
        after = kept | (self._met if self._whole else {name: self._met[name] for name in self._changed})
        mark = f"{self._recipe}/{content_id('list', *sorted(map(''.join, after.items())))}"
        if len(kept) == len(self._before) and self._made_alike():
            self._writer.append(LIST, files, mark)
        else:
            older = self._writer.parquet(LIST, self._kept(list(kept)))
            self._writer.replace(LIST, [*older, *files], mark)

    def claims(self) -> Iterator[Note]:
        """A note on each name that a new actor and another one both claim."""
        if not self._changed:
            return
        columns = ["entry_id", "name", "aliases", "forms", "origin"]
        rows = _dataset(self._writer, LIST).to_table(columns=columns)
        for name, claiming in claimed_names(rows, self._changed):
            actors = "; ".join(f"{actor} ({origin})" for actor, origin in claiming[:3])
            yield Note(claiming[0][1], f"{name!r} names {len(claiming)} actors, all are kept: {actors}")

    def _sorted_out(self, actors: Iterable[ListedActor]) -> Iterator[ListedActor]:
        """The actors that are to be written."""
        for actor in actors:
            before = self._before.get(actor.entry_id)
            self._met[actor.entry_id] = actor.content
            self.new += before is None
            self.known += before == actor.content
            self.replaced += before not in (None, actor.content)
            if before != actor.content:
                self._changed.add(actor.entry_id)
            if self._whole or before != actor.content:
                yield actor

    def _kept(self, entry_ids: list[str]) -> Iterator[pa.Table]:
        ids = pa.array(entry_ids, pa.string())
        for batch in _dataset(self._writer, LIST).to_batches(batch_size=STREAM_ROWS):
            rows = batch.filter(pc.is_in(batch.column("entry_id"), ids))
            yield pa.Table.from_batches([rows]) if self._made_alike() else looked_up_anew(rows)

    def _made_alike(self) -> bool:
        """Whether the rows there are were made by this recipe."""
        return (self._writer.mark(LIST) or self._recipe).partition("/")[0] == self._recipe


def _tables(actors: Iterator[ListedActor]) -> Iterator[pa.Table]:
    while portion := list(islice(actors, STREAM_ROWS)):
        yield table_of(ListedActor, portion)


def _dataset(writer: Writer, table: str) -> ds.Dataset:
    return ds.dataset(writer.files(table), schema=table_named(table).schema, format="parquet")
