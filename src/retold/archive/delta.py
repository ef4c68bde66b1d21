"""One table on disk: a Delta Lake folder whose versions are never rewritten and never expire."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from uuid import uuid4

import pyarrow as pa
import pyarrow.parquet as pq
from deltalake import CommitProperties, DeltaTable, Schema
from deltalake.exceptions import DeltaError, DeltaProtocolError
from deltalake.transaction import AddAction

from retold.engine.parquet import same_columns
from retold.errors import ArchiveError

Mode = Literal["append", "overwrite"]

# Delta would otherwise drop log entries after 30 days, and with them the older versions. Checkpoints keep
# opening a table below 4 ms; without one it takes 11 ms after 80 commits (measured).
_CONFIGURATION = {"delta.enableExpiredLogCleanup": "false", "delta.checkpointInterval": "20"}


@dataclass(frozen=True, slots=True)
class DeltaFolder:
    """A folder with one Delta table of the columns `schema`.

    Every method looks at the disk anew. Raises ArchiveError when the table cannot be read.
    """

    path: Path
    schema: pa.Schema

    @property
    def exists(self) -> bool:
        """Whether the table has been created."""
        return (self.path / "_delta_log" / _log_name(0)).exists()

    def version(self) -> int:
        """Number of the newest commit; 0 is the creation, without rows."""
        with _told(self.path):
            return int(self._open().version())

    def names(self, version: int | None = None) -> list[str]:
        """Names of the Parquet files that make up a version (default: the newest), oldest commit first."""
        with _told(self.path):
            actions = pa.table(self._open(version).get_add_actions(flatten=True))
        return sorted(actions.column("path").to_pylist())

    def files(self, version: int | None = None) -> list[str]:
        """The same as absolute paths."""
        return [str(self.path / name) for name in self.names(version)]

    def rows(self, version: int | None = None) -> int:
        """The number of rows, from the log."""
        with _told(self.path):
            actions = pa.table(self._open(version).get_add_actions(flatten=True))
        return sum(actions.column("num_records").to_pylist()) if actions.num_rows else 0

    def mark(self, version: int | None = None) -> str | None:
        """The mark of a commit (default: the newest), None when it has none."""
        with _told(self.path):
            commit = self.path / "_delta_log" / _log_name(self.version() if version is None else version)
            actions = [json.loads(line) for line in commit.read_text(encoding="utf-8").splitlines()]
        marks = [action["commitInfo"].get("mark") for action in actions if "commitInfo" in action]
        return marks[0] if marks else None

    def create(self) -> None:
        """Makes the table, without rows, where there is none."""
        if self.exists:
            return
        with _told(self.path):
            DeltaTable.create(self._uri, schema=self.schema, mode="ignore", configuration=_CONFIGURATION)

    def commit(self, files: Sequence[str], mode: Mode, mark: str | None, pending: Path) -> None:
        """Adds the rows of Parquet files, or replaces all rows by them, in one atomic commit.

        The files stay where they are; the table has them under names of its own. `pending` is a folder on the
        same disk that lists the new names until the commit is made, see `sweep`. Raises ValueError for a file
        with other columns.
        """
        self.create()
        with _told(self.path):
            table = self._open()
            number = table.version() + 1
            names = [self._adopted(file, number, pending) for file in files]
            table.create_write_transaction(
                [self._addition(name) for name in names],
                mode,
                self.schema,
                commit_properties=_marked(mark),
            )
            self._make_durable(number)
            for name in names:
                (pending / name).unlink()

    def restore(self, version: int) -> None:
        """Gives the table the rows and the mark of an earlier version, in a new commit."""
        properties = _marked(self.mark(version))
        with _told(self.path):
            table = self._open()
            table.restore(version, commit_properties=properties)
            self._make_durable(table.version())

    def sweep(self, pending: Path) -> None:
        """Removes files that an interrupted commit left in the table's folder without a version that has them.

        Only names in `pending` are looked at: they belong to the newest commit or to none.
        """
        kept = set(self.names()) if self.exists else set()
        for entry in pending.iterdir():
            if entry.name not in kept:
                (self.path / entry.name).unlink(missing_ok=True)

    @property
    def _uri(self) -> str:
        return self.path.absolute().as_uri()

    def _open(self, version: int | None = None) -> DeltaTable:
        table = DeltaTable(self._uri, version=version)
        if table.schema() != Schema.from_arrow(self.schema):
            raise ArchiveError(
                f"{self.path} has other columns than this Retold reads: it was made by another version; "
                "add the articles to a new archive"
            )
        return table

    def _adopted(self, file: str, number: int, pending: Path) -> str:
        """Puts the file into the table's folder, to no effect yet, and returns the name it has there.

        Names begin with the number of their commit, so that they sort by age.
        """
        found = pq.read_schema(file)
        if not same_columns(found, self.schema):
            raise ValueError(f"{file} has the columns {found}, expected {self.schema}")
        name = f"{number:08d}-{uuid4().hex}.parquet"
        pending.mkdir(parents=True, exist_ok=True)
        _link(Path(file), pending / name)
        _sync(pending / name)
        _link(pending / name, self.path / name)
        return name

    def _addition(self, name: str) -> AddAction:
        file = self.path / name
        stats = json.dumps({"numRecords": pq.read_metadata(file).num_rows})
        return AddAction(name, file.stat().st_size, {}, int(time.time() * 1000), True, stats)

    def _make_durable(self, number: int) -> None:
        log = self.path / "_delta_log"
        for written in (log / _log_name(number), log, self.path):
            _sync(written)


def _marked(mark: str | None) -> CommitProperties:
    return CommitProperties(custom_metadata=None if mark is None else {"mark": mark})


def _log_name(version: int) -> str:
    return f"{version:020d}.json"


def _link(source: Path, target: Path) -> None:
    """A second name for the file, or a copy where the disk knows no second names."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _sync(path: Path) -> None:
    """Waits until the file, or the folder's list of names, would survive a power cut."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except (DeltaError, DeltaProtocolError, OSError) as error:
        raise ArchiveError(f"the table {path} cannot be used: {error}") from error
