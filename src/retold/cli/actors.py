"""The commands that list who is named, and that take in a user's own list of actors."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

import retold
from retold.cli.adding import tell_not_used
from retold.cli.options import DEFAULT_ARCHIVE, ArchiveOption, FormatOption, VersionOption, archive_to_read
from retold.cli.output import write_records, write_rows
from retold.cli.progress import progress_on_stderr
from retold.views import ActorFilters, ActorRow, actor_list

app = typer.Typer(invoke_without_command=True)


@app.callback()
def actors(
    context: typer.Context,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    country: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of this country (ISO 3166-1 alpha-3).")
    ] = None,
    sector: Annotated[
        str | None, typer.Option(metavar="CODE", help="Of this sector (GOV, MIL, REB ...).")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="Of this kind: person, country, organisation ...")] = None,
    search: Annotated[
        str | None, typer.Option(metavar="TEXT", help="With this in the name or another form of it.")
    ] = None,
    min_articles: Annotated[
        int, typer.Option(metavar="N", min=1, help="Named in so many articles or more.")
    ] = 1,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="So many actors at most.")] = None,
    fmt: FormatOption = "table",
) -> None:
    """List who is named, those in most articles first: country, sectors, and the forms of the name.

    With import, take in a list of your own.
    """
    if context.invoked_subcommand is not None:
        _refuse_options(context)
        return
    filters = ActorFilters(country, sector, kind, search, min_articles, limit)
    found = actor_list(archive_to_read(archive, version).snapshot(), filters)
    if fmt != "table":
        write_records(found, ActorRow, fmt)
        return
    rows = [
        (actor.name, actor.kind, actor.country, " ".join(actor.sectors), actor.articles, actor.mentions)
        for actor in found
    ]
    write_rows(["actor", "kind", "country", "sectors", "articles", "mentions"], rows, "table")


def _refuse_options(context: typer.Context) -> None:
    """What stands before the name of a subcommand would have no effect there."""
    for parameter in context.command.params:
        source = context.get_parameter_source(parameter.name or "")
        if source is not None and source.name == "COMMANDLINE":
            raise typer.BadParameter(f"{parameter.opts[0]} belongs behind import, not before it")


@app.command("import")
def import_actors(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUTS",
            help="Files, folders, patterns, - for standard input: CSV, JSON, JSONL, FollowTheMoney, Phoenix.",
        ),
    ],
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    replace: Annotated[
        bool, typer.Option("--replace", help="Let actors go that were imported before and are not in INPUTS.")
    ] = False,
) -> None:
    """Take in a list of actors: from the next run on, names are resolved with it.

    The archive is made if it is not there. An actor that is there already is replaced where the list says something
    else. The exit status is 1 when anything was rejected.
    """
    opened = retold.open(archive)
    with progress_on_stderr() as progress:
        imported = opened.import_actors(
            inputs, progress, replace=replace, stdin=getattr(sys.stdin, "buffer", None)
        )
    tell_not_used(imported, archive)
    counts = f"{imported.new:,} new, {imported.replaced:,} replaced, {imported.known:,} known"
    removed = f", {imported.removed:,} removed" if imported.removed else ""
    print(f"{counts}{removed}, {imported.rejected:,} rejected", file=sys.stderr)
    if imported.new or imported.replaced or imported.removed:
        print(f"version {imported.version}: retold run reads the articles with it", file=sys.stderr)
    raise typer.Exit(1 if imported.rejected else 0)
