"""The command that lists who is named."""

from __future__ import annotations

from typing import Annotated

import typer

from retold.cli.options import DEFAULT_ARCHIVE, ArchiveOption, FormatOption, VersionOption, archive_to_read
from retold.cli.output import write_records, write_rows
from retold.views import ActorFilters, ActorRow, actor_list


def actors(
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
    """List who is named, those in most articles first: country, sectors, and the forms of the name."""
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
