"""Progress on standard error: a bar on a terminal, otherwise a line per stage."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from retold.cli.output import counted
from retold.pipeline.adding import Progress as Callback


@contextmanager
def progress_on_stderr() -> Iterator[Callback]:
    """A callback to hand to `Archive.add` and `Archive.run`."""
    console = Console(stderr=True, markup=False, highlight=False, emoji=False)
    if console.is_terminal:
        yield from _bars(console)
    else:
        yield from _lines()


def _bars(console: Console) -> Iterator[Callback]:
    columns = TextColumn("{task.description:<12}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    bars: dict[str, TaskID] = {}
    with Progress(*columns, console=console, transient=True) as progress:

        def told(stage: str, done: int, total: int | None) -> None:
            if stage not in bars:
                bars[stage] = progress.add_task(stage, total=total)
            progress.update(bars[stage], completed=done, total=total)

        yield told


def _lines() -> Iterator[Callback]:
    rows: dict[str, int] = {}

    def told(stage: str, done: int, _: int | None) -> None:
        if stage not in rows and rows:
            _tell(rows)
        rows[stage] = done

    yield told
    if rows:
        _tell(rows)


def _tell(rows: dict[str, int]) -> None:
    """The line of the stage that has just ended."""
    stage, done = list(rows.items())[-1]
    print(f"{stage}: {counted(done, 'row')}", file=sys.stderr)
