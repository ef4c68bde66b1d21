"""The commands, each from the module of its name."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from retold.cli.actors import app as actors
from retold.cli.adding import add, run
from retold.cli.comparing import compare
from retold.cli.demonstration import demo
from retold.cli.doctor import doctor
from retold.cli.events import events
from retold.cli.statements import statements
from retold.cli.stories import show, stories
from retold.cli.tables import export, sql
from retold.version import __version__

# As they are listed by `--help`, the commands that write first.
_ORDER = [
    "demo",
    "add",
    "run",
    "stories",
    "show",
    "compare",
    "statements",
    "events",
    "actors",
    "sql",
    "export",
    "doctor",
]


class _InOrder(TyperGroup):
    """Lists the commands in an order that is ours; typer puts groups first."""

    def list_commands(self, ctx: Any) -> list[str]:
        return sorted(super().list_commands(ctx), key=_ORDER.index)


app = typer.Typer(
    cls=_InOrder,
    help="Finds which news articles retell one report, who copied whom, and how many independent reports a story "
    "has.",
    epilog="An archive is a folder. Results go to standard output, progress and notes to standard error. "
    "Exit status: 0 done, 1 something was rejected or failed, 2 wrong usage.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
for command in (demo, add, run, stories, show, compare, statements, events, sql, export, doctor):
    app.command()(command)
app.add_typer(actors, name="actors")


def _tell_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"retold {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool,
        typer.Option("--version", help="Show the program's version.", callback=_tell_version, is_eager=True),
    ] = False,
) -> None:
    """What stands before the command."""
