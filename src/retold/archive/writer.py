"""Changes to an archive: whole tables' worth of rows per commit, and one row in `runs` that publishes them."""

from __future__ import annotations

import shutil
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pyarrow as pa

from retold.archive.tables import RUNS, TABLES, table_folder
from retold.engine.parquet import write_parquet
from retold.model import Run, StageRecord, TableVersion
from retold.schema import table_of

_SCRATCH = ".scratch"
_ALL = frozenset(TABLES) - {RUNS}


class Writer:
    """Writes to one archive; got from `Store.writer`.

    Each `append`, `replace` and `restore` is one atomic commit to one table, which no reader sees before `publish`.
    A commit carries a mark: a short string that says by which recipe its rows were made.
    """

    def __init__(self, archive: Path, published: Run) -> None:
        """`published` is the newest version."""
        self._archive = archive
        self._published = published
        self._pending = archive / _SCRATCH / "pending"
        self.scratch = archive / _SCRATCH / "work"
        """A folder on the archive's disk, for this writer and its engine; removed in the end."""

    @classmethod
    @contextmanager
    def begun(cls, archive: Path, published: Run) -> Iterator[Writer]:
        """A writer, with what a killed one left behind cleared away."""
        writer = cls(archive, published)
        writer._clear()
        writer.scratch.mkdir(parents=True)
        try:
            yield writer
        finally:
            writer._clear()

    def files(self, table: str) -> list[str]:
        """Parquet files of the newest commit, published or not. Raises NotFound."""
        folder = table_folder(self._archive, table)
        return folder.files() if folder.exists else []

    def mark(self, table: str) -> str | None:
        """The mark of the newest commit, published or not. Raises NotFound."""
        folder = table_folder(self._archive, table)
        return folder.mark() if folder.exists else None

    def parquet(self, table: str, rows: Iterable[pa.Table | pa.RecordBatch]) -> list[str]:
        """Rows of this process as Parquet files, to append or replace by: streamed, none when there are no rows."""
        path = self.scratch / f"{table}-{uuid4().hex}.parquet"
        written = write_parquet(path, rows, table_folder(self._archive, table).schema)
        return [str(path)] if written else []

    def append(self, table: str, files: Sequence[str], mark: str) -> None:
        """Adds the rows of Parquet files, which stay usable. No files, no commit.

        Raises ValueError when a file has other columns than the table.
        """
        if files:
            table_folder(self._archive, table).commit(files, "append", mark, self._pending / table)

    def replace(self, table: str, files: Sequence[str], mark: str) -> None:
        """Replaces all rows by those of Parquet files (no files: by none), as `append` does."""
        table_folder(self._archive, table).commit(files, "overwrite", mark, self._pending / table)

    def restore(self, table: str) -> None:
        """Puts the table back to the rows and the mark that are published, if it has others."""
        folder = table_folder(self._archive, table)
        version = self._published_version(table)
        if not folder.exists or folder.version() == version:
            return
        # Version 0 of every table is its creation, without rows and mark.
        folder.restore(version or 0)

    def publish(
        self,
        started_at: datetime,
        code_version: str,
        settings: str,
        stages: Sequence[StageRecord],
        tables: Collection[str] = _ALL,
    ) -> Run:
        """Makes the newest commits of `tables` the archive's next version, and returns it.

        The other tables stay as they are published: what a killed run left there is seen when a run completes it.
        Returns the version there is when every one of `tables` still has the files that are published.
        """
        if not any(self._changed(table) for table in tables):
            return self._published
        runs = table_folder(self._archive, RUNS)
        runs.create()
        run = Run(
            version=runs.version() + 1,
            started_at=started_at,
            finished_at=datetime.now(UTC),
            code_version=code_version,
            settings=settings,
            tables=self._table_versions(tables),
            stages=tuple(stages),
        )
        self.append(RUNS, self.parquet(RUNS, [table_of(Run, [run])]), "published")
        self._published = run
        return run

    def _table_versions(self, tables: Collection[str]) -> tuple[TableVersion, ...]:
        folders = {table: table_folder(self._archive, table) for table in TABLES if table in tables}
        newest = {table: folder.version() for table, folder in folders.items() if folder.exists}
        kept = {row.name: row.version for row in self._published.tables}
        return tuple(TableVersion(name, version) for name, version in (kept | newest).items())

    def _changed(self, table: str) -> bool:
        folder = table_folder(self._archive, table)
        if not folder.exists:
            return False
        version = self._published_version(table) or 0
        return folder.version() != version and folder.names() != folder.names(version)

    def _published_version(self, table: str) -> int | None:
        return {row.name: row.version for row in self._published.tables}.get(table)

    def _clear(self) -> None:
        if self._pending.exists():
            for pending in self._pending.iterdir():
                table_folder(self._archive, pending.name).sweep(pending)
        shutil.rmtree(self._archive / _SCRATCH, ignore_errors=True)
