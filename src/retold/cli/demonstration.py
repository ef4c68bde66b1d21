"""The command `demo`."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import which
from typing import Annotated

import typer

import retold
from retold.archive.store import Snapshot
from retold.cli.output import counted, printable
from retold.cli.progress import progress_on_stderr
from retold.demo import articles_path, truth_path
from retold.views import Agreement, agreement, story_list, truth_of


def demo(
    archive: Annotated[
        Path, typer.Option("--archive", metavar="DIR", help="Folder of the demo's archive.")
    ] = Path("retold-demo"),
) -> None:
    """Make an archive of the demo articles that come with Retold and show what is found in them.

    The articles were written for Retold, so it is known how each was made, and what is found is held against that.
    Doing it again changes nothing.
    """
    opened = retold.open(archive)
    with progress_on_stderr() as progress:
        opened.add(articles_path(), progress)
        opened.run(progress=progress)
    for line in _report(opened.snapshot(), archive):
        typer.echo(line)


def _report(snapshot: Snapshot, archive: Path) -> Iterator[str]:
    found = story_list(snapshot)
    for story in found:
        yield f"{story.story_id[:8]}  {printable(story.headline)}"
        reports = counted(story.reports, "independent report")
        yield f"          {counted(story.articles, 'article')}, {reports}"
    yield ""
    yield from _agreed(agreement(snapshot, truth_of(truth_path())))
    folder, program = shlex.quote(str(archive)), _program()
    yield ""
    yield f"The archive is {folder}. Try next:"
    yield f"  {program} stories --archive {folder}"
    yield from (f"  {program} show {story.story_id[:8]} --archive {folder}" for story in found[:1])
    yield f"  {program} statements --speaker Putin --archive {folder}"
    yield f"  {program} events --actor Iran --explain --archive {folder}"
    yield f"  {program} actors --kind person --archive {folder}"
    yield f'  {program} sql "SELECT kind, count(*) AS articles FROM renditions GROUP BY kind" --archive {folder}'


def _program() -> str:
    """The command as it can be typed here: `make demo` leaves it in .venv, which need not be on the path."""
    called = Path(sys.argv[0])
    return shlex.quote(str(called)) if called.name == "retold" and not which("retold") else "retold"


def _agreed(counts: Agreement) -> Iterator[str]:
    yield f"Held against the truth about these {counts.articles} articles:"
    yield f"  stories {counts.stories_right} of {counts.stories} right: just their articles"
    yield f"  reports {counts.reports_right} of {counts.reports} right: just their articles"
    yield f"  kinds   {counts.kinds_right} of {counts.articles} right: original, verbatim, edited ..."
    yield f"  parents {counts.parents_right} of {counts.copies} right, of the articles that are no originals"
    changes = f"{counts.changes_found} of {counts.changes}"
    yield f"  planted changes found: {changes}, of numbers, dates, names, hedges and sense"
