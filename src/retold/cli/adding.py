"""Commands that write: `add` and `run`."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Annotated, Literal

import typer

import retold
from retold import Archive
from retold.cli.options import DEFAULT_ARCHIVE, ArchiveOption, ModelOption, ProfileOption, UntilStageOption
from retold.cli.output import counted, printable
from retold.cli.progress import progress_on_stderr
from retold.pipeline import STAGES, Added, Imported

SHOWN = 20
"""Notes, and rejections, that are named; the rest is counted."""


def add(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUTS",
            help="Files, folders, patterns, - for standard input, http(s) addresses and feeds: text, HTML, JSONL, "
            "JSON, CSV, Parquet, WARC, RSS, Atom, OPML.",
        ),
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    allow_private: Annotated[
        bool,
        typer.Option("--allow-private", help="Fetch addresses that are not on the public Internet, too."),
    ] = False,
    until: UntilStageOption = None,
    model: ModelOption = None,
    profile: ProfileOption = None,
) -> None:
    """Add articles and bring the record up to date.

    The archive is made if it is not there. With --until articles the articles are added and nothing more is done.
    The exit status is 1 when anything was rejected.
    """
    opened = retold.open(archive)
    with progress_on_stderr() as progress:
        added = opened.add(
            inputs, progress, allow_private=allow_private, stdin=getattr(sys.stdin, "buffer", None)
        )
    tell_added(added, archive)
    version = added.version
    if until != STAGES[0]:
        with progress_on_stderr() as progress:
            version = opened.run(progress=progress, until=until, model=model, profile=profile).version
    _tell_version(opened, version)
    raise typer.Exit(1 if added.rejected else 0)


def run(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    until: UntilStageOption = None,
    model: ModelOption = None,
    profile: ProfileOption = None,
    engine: Annotated[
        Literal["local", "spark"], typer.Option("--engine", help="What does the work.")
    ] = "local",
) -> None:
    """Bring the record up to date with the articles; does nothing when it is."""
    if engine == "spark":
        raise typer.BadParameter(
            "the Spark engine is not part of this version; use --engine local", param_hint="--engine"
        )
    opened = retold.open(archive)
    before = opened.version
    with progress_on_stderr() as progress:
        version = opened.run(progress=progress, until=until, model=model, profile=profile).version
    if version == before:
        print(f"version {version}: nothing to do", file=sys.stderr)
    else:
        _tell_version(opened, version)


def tell_added(added: Added, archive: Path) -> None:
    """What was added and what was not, and why, on standard error."""
    tell_not_used(added, archive)
    print(f"{added.new:,} new, {added.known:,} known, {added.rejected:,} rejected", file=sys.stderr)


def tell_not_used(added: Added | Imported, archive: Path) -> None:
    """Notes and rejections, the first of them in words."""
    for note in added.notes[:SHOWN]:
        print(f"note: {printable(note.origin)}: {printable(note.message)}", file=sys.stderr)
    if len(added.notes) > SHOWN:
        print(f"... and {len(added.notes) - SHOWN:,} more notes", file=sys.stderr)
    for rejection in added.rejections[:SHOWN]:
        told = f"{rejection.origin}: {rejection.reason}: {rejection.detail}"
        print(f"rejected: {printable(told)}", file=sys.stderr)
    if added.rejected > SHOWN:
        query = f'retold sql "SELECT * FROM rejected" --archive {shlex.quote(str(archive))}'
        print(f"... and {added.rejected - SHOWN:,} more: {printable(query)}", file=sys.stderr)


def _tell_version(archive: Archive, version: int) -> None:
    snapshot = archive.at(version).snapshot()
    articles = counted(snapshot.rows("articles"), "article")
    stories = counted(snapshot.rows("stories"), "story", "stories")
    print(f"version {version}: {articles}, {stories}", file=sys.stderr)
