"""An archive on disk: made or opened, its versions, and snapshots of them to read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds

from retold.archive.lock import exclusive
from retold.archive.tables import RUNS, table_folder, table_named
from retold.archive.writer import Writer
from retold.engine.parquet import read_parquet
from retold.errors import ArchiveError, UnknownVersion
from retold.model import Run
from retold.schema import rows_of

FORMAT = 1
"""Of the archive's folder. To be raised when older Retolds could not read what this one writes."""

_DESCRIPTION = "archive.json"


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The record at one version. It never changes, whatever is written meanwhile."""

    path: Path
    run: Run

    @property
    def version(self) -> int:
        """The number of the version; 0 is the empty record of an archive before its first run."""
        return self.run.version

    def schema(self, table: str) -> pa.Schema:
        """The columns of a table. Raises NotFound."""
        return table_named(table).schema

    def files(self, table: str) -> list[str]:
        """Absolute paths of the Parquet files that hold the table's rows. Raises NotFound."""
        version = self._delta_version(table)
        return [] if version is None else table_folder(self.path, table).files(version)

    def rows(self, table: str) -> int:
        """The number of a table's rows. Raises NotFound."""
        version = self._delta_version(table)
        return 0 if version is None else table_folder(self.path, table).rows(version)

    def dataset(self, table: str) -> ds.Dataset:
        """A table, to be read whole or in part (`to_table`, `scanner`). Raises NotFound."""
        return ds.dataset(self.files(table), schema=self.schema(table), format="parquet")

    def _delta_version(self, table: str) -> int | None:
        table_named(table)
        if table == RUNS:
            return self.version or None
        return {row.name: row.version for row in self.run.tables}.get(table)


class Store:
    """An archive: a folder of Delta tables and a file that says so."""

    def __init__(self, path: Path, created_at: datetime) -> None:
        """Use `open` or `create_or_open`."""
        self.path = path
        self._created_at = created_at

    @classmethod
    def create_or_open(cls, path: str | Path) -> Store:
        """The archive at the path, made if there is nothing yet.

        Raises ArchiveError when something else is there, or the folder cannot be made.
        """
        folder = Path(path).absolute()
        if not (folder / _DESCRIPTION).exists():
            _create(folder)
        return cls.open(folder)

    @classmethod
    def open(cls, path: str | Path) -> Store:
        """The archive at the path. Raises ArchiveError when there is none or it is of a newer format."""
        folder = Path(path).absolute()
        return cls(folder, _created_at(folder))

    def versions(self) -> list[Run]:
        """Every version there is to read, oldest first."""
        runs = table_folder(self.path, RUNS)
        if not runs.exists:
            return []
        batches = read_parquet(runs.files(), runs.schema)
        return [run for batch in batches for run in rows_of(Run, batch)]

    def snapshot(self, version: int | None = None) -> Snapshot:
        """The record at a version, by default the newest. Raises UnknownVersion."""
        runs = table_folder(self.path, RUNS)
        newest = self._run(runs.version() if runs.exists else 0)
        if version is None or version == newest.version:
            return Snapshot(self.path, newest)
        run = self._run(version) if 0 <= version < newest.version else newest
        if run.version != version:
            raise UnknownVersion(
                f"there is no version {version} of {self.path}: its newest is {newest.version}"
            )
        return Snapshot(self.path, run)

    @contextmanager
    def writer(self) -> Iterator[Writer]:
        """The right to write, for one writer at a time. Raises ArchiveBusy when another has it.

        What was appended or replaced and not published stays in the tables, unseen by readers, and the next
        writer finds it there.
        """
        with exclusive(self.path), Writer.begun(self.path, self.snapshot().run) as writer:
            yield writer

    def _run(self, commit: int) -> Run:
        """The newest row of `runs` as of a commit to it.

        Each commit adds one row in one file, so its number is the version; a commit that a power cut emptied
        adds none.
        """
        runs = table_folder(self.path, RUNS)
        files = runs.files(commit) if commit else []
        if not files:
            return Run(0, self._created_at, self._created_at, "", "{}", (), ())
        [row] = read_parquet(files[-1:], runs.schema)
        return rows_of(Run, row)[0]


def _create(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise ArchiveError(f"{folder} is a file: an archive is a folder, name another path")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        # A name that begins like ours is left by a process that was killed right here.
        if any(not entry.name.startswith(_DESCRIPTION) for entry in folder.iterdir()):
            raise ArchiveError(f"{folder} holds other files and is no archive: name an empty or a new folder")
        description = {"format": FORMAT, "created_at": datetime.now(UTC).isoformat()}
        unfinished = folder / f"{_DESCRIPTION}.{os.getpid()}"
        unfinished.write_text(json.dumps(description), encoding="utf-8")
        unfinished.replace(folder / _DESCRIPTION)
    except OSError as error:
        raise ArchiveError(f"cannot make an archive at {folder}: {error.strerror}") from error


def _created_at(folder: Path) -> datetime:
    """When the archive was made; raises ArchiveError for anything but an archive of this format."""
    description = _description(folder)
    found = description.get("format")
    if found != FORMAT:
        raise ArchiveError(
            f"{folder} is an archive of format {found!r} and this Retold reads format {FORMAT}: "
            "use the version of Retold that made it, or a newer one"
        )
    try:
        return datetime.fromisoformat(description["created_at"])
    except (KeyError, TypeError, ValueError):
        raise ArchiveError(f"{folder / _DESCRIPTION} is damaged: put it back from a copy") from None


def _description(folder: Path) -> dict[str, Any]:
    file = folder / _DESCRIPTION
    try:
        description = json.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        found = "is no archive" if folder.exists() else "does not exist"
        raise ArchiveError(
            f"{folder} {found}: name the folder of an archive, or make one by adding articles"
        ) from None
    except OSError as error:
        raise ArchiveError(f"cannot read {file}: {error.strerror}") from error
    except ValueError as error:
        raise ArchiveError(f"{file} is damaged ({error}): put it back from a copy") from error
    return description if isinstance(description, dict) else {}
