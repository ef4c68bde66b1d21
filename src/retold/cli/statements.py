"""The command that lists who said what."""

from __future__ import annotations

from typing import Annotated

import typer

from retold.cli.options import DEFAULT_ARCHIVE, ArchiveOption, FormatOption, VersionOption, archive_to_read
from retold.cli.output import write_records, write_rows
from retold.views import StatementFilters, StatementRow, statement_list

# Characters of the content that a table shows.
_SHOWN = 100


def statements(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    speaker: Annotated[
        str | None, typer.Option(metavar="NAME", help="By a speaker of this name (part of it).")
    ] = None,
    search: Annotated[
        str | None, typer.Option(metavar="WORDS", help="With all the words in what was said.")
    ] = None,
    kind: Annotated[str | None, typer.Option(help="direct, indirect or mixed.")] = None,
    manner: Annotated[str | None, typer.Option(help="speech, attitude or act.")] = None,
    channel: Annotated[
        str | None, typer.Option(metavar="TEXT", help="Through this medium (part of its name).")
    ] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Of this story (first digits).")] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="So many at most.")] = None,
    fmt: FormatOption = "table",
) -> None:
    """List who said what, in the order of publication: speaker, words, outlet."""
    filters = StatementFilters(speaker, search, kind, manner, channel, story, limit)
    found = statement_list(archive_to_read(archive, version).snapshot(), filters)
    if fmt != "table":
        write_records(found, StatementRow, fmt)
        return
    rows = [
        (one.published_at, one.source, one.actor or one.speaker, one.kind, one.manner, _short(one.content))
        for one in found
    ]
    write_rows(["published", "source", "speaker", "kind", "manner", "content"], rows, "table")


def _short(content: str) -> str:
    return content if len(content) <= _SHOWN else content[: _SHOWN - 3] + "..."
