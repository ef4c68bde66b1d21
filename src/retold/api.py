"""The archive as a library offers it: add, run, read, query, export."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Self

import pyarrow as pa

from retold import pipeline
from retold.archive.export import Format, export
from retold.archive.query import query
from retold.archive.store import Snapshot, Store
from retold.coding.lexicon.operators import check_profile
from retold.engine.base import Engine
from retold.errors import RetoldError
from retold.model import Run
from retold.pipeline import Imported
from retold.pipeline.adding import Added, Progress
from retold.reading.parser import parser_named
from retold.settings import InputLimits, Settings
from retold.version import __version__

_DEFAULT_LIMITS = InputLimits()


def open_archive(path: str | Path) -> Archive:
    """The archive at the path. Nothing is made before the first `add`; reading what is not there is an error."""
    return Archive(path)


class Archive:
    """A record on disk, at its newest version or at one of its versions."""

    def __init__(self, path: str | Path, version: int | None = None) -> None:
        """`version`: the version to read; None for the newest, whatever is written meanwhile."""
        self.path = Path(path)
        self._pinned = version

    def __repr__(self) -> str:
        return (
            f"Archive({str(self.path)!r})"
            if self._pinned is None
            else f"Archive({str(self.path)!r}, {self._pinned})"
        )

    @property
    def version(self) -> int:
        """The number of the version that is read; 0 is the empty record before the first `add`."""
        return self.snapshot().version

    def versions(self) -> list[Run]:
        """Every version there is, oldest first."""
        return Store.open(self.path).versions()

    def at(self, version: int) -> Self:
        """The record as it stood at a version, to read. Raises UnknownVersion."""
        pinned = type(self)(self.path, version)
        pinned.snapshot()
        return pinned

    def snapshot(self) -> Snapshot:
        """The record to read, unchanged by what is written meanwhile. Raises ArchiveError, UnknownVersion."""
        return Store.open(self.path).snapshot(self._pinned)

    def add(
        self,
        inputs: Iterable[str | Path] | str | Path,
        progress: Progress | None = None,
        *,
        limits: InputLimits = _DEFAULT_LIMITS,
        allow_private: bool = False,
        stdin: BinaryIO | None = None,
    ) -> Added:
        """Adds articles from files, folders, globs, `-` (`stdin`), http(s) addresses and feeds.

        Never fails on bad input: what cannot be used is a row in `rejected`. `allow_private` lets addresses be
        fetched that are not on the public Internet. Raises ArchiveError; RetoldError at a fixed version.
        """
        self._check_writable()
        given = [inputs] if isinstance(inputs, str | Path) else inputs
        store = Store.create_or_open(self.path)
        return pipeline.add(
            store,
            [str(one) for one in given],
            self._settings(store),
            __version__,
            limits=limits,
            allow_private=allow_private,
            stdin=stdin,
            progress=progress,
        )

    def import_actors(
        self,
        inputs: Iterable[str | Path] | str | Path,
        progress: Progress | None = None,
        *,
        replace: bool = False,
        limits: InputLimits = _DEFAULT_LIMITS,
        stdin: BinaryIO | None = None,
    ) -> Imported:
        """Takes in lists of actors from files, folders, globs and `-` (`stdin`); the next `run` reads with them.

        Never fails on bad input: what cannot be used is a row in `rejected`. `replace`: actors that were imported
        before and are not in the inputs go. Raises ArchiveError; RetoldError at a fixed version.
        """
        self._check_writable()
        given = [inputs] if isinstance(inputs, str | Path) else inputs
        store = Store.create_or_open(self.path)
        return pipeline.import_actors(
            store,
            [str(one) for one in given],
            self._settings(store),
            __version__,
            replace=replace,
            limits=limits,
            stdin=stdin,
            progress=progress,
        )

    def run(
        self,
        engine: Engine | None = None,
        progress: Progress | None = None,
        *,
        until: str | None = None,
        model: str | None = None,
        profile: str | None = None,
    ) -> Run:
        """Brings the record up to date with the articles, by default on this machine's cores.

        `until`: the last stage to work, of `retold.pipeline.STAGES`. `model`: the spaCy pipeline that parses, a
        package or a folder; `profile`: what promised and refused actions are coded as, "plover" or "gold-cameo";
        both by default those of the last run. Raises ArchiveError; RetoldError for an unknown stage and at a fixed
        version; InputError for a pipeline or a profile that there is not.
        """
        self._check_writable()
        if model is not None:
            parser_named(model)
        if profile is not None:
            check_profile(profile)
        store = Store.open(self.path)
        settings = self._settings(store)
        settings = replace(settings, model=model or settings.model, profile=profile or settings.profile)
        return pipeline.run(store, settings, __version__, engine=engine, until=until, progress=progress)

    def table(self, name: str) -> pa.Table:
        """A table of the record. Raises NotFound."""
        return self.snapshot().dataset(name).to_table()

    def sql(self, text: str) -> pa.Table:
        """The result of a DuckDB query over the record's tables. Raises QueryError."""
        return query(self.snapshot(), text)

    def export(self, folder: str | Path, format: Format = "jsonl") -> list[Path]:  # noqa: A002 - the designed name
        """Writes every table to `folder` under its name; returns the paths. Raises RetoldError."""
        return export(self.snapshot(), folder, format)

    def _settings(self, store: Store) -> Settings:
        """The default ones, with the model and the profile of the newest version."""
        return Settings.with_choices_of(store.snapshot().run.settings)

    def _check_writable(self) -> None:
        if self._pinned is not None:
            raise RetoldError(
                f"version {self._pinned} is for reading: open the archive without a version to write"
            )
