"""The command that lists who did what to whom."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal

import typer

from retold.archive.values import json_text
from retold.cli.events_text import explained
from retold.cli.options import DEFAULT_ARCHIVE, ArchiveOption, VersionOption, archive_to_read
from retold.cli.output import counted, printable, write_records, write_rows
from retold.coding.codebook.codebook import codebook
from retold.model import Modality, Run
from retold.views import EventActor, EventFilters, EventRow, event_list
from retold.views.exchange_flat import FLAT_COLUMNS, flat_row
from retold.views.exchange_gdelt import gdelt_rows
from retold.views.exchange_plover import plover_record

Format = Literal["table", "json", "jsonl", "csv", "plover", "gdelt"]


def _known_type(name: str | None) -> str | None:
    types = codebook().types
    if name is not None and name.upper() not in types:
        raise typer.BadParameter(f"there is no type {name!r}; the types are {', '.join(types)}")
    return name


def _known_mode(name: str | None) -> str | None:
    modes = dict.fromkeys(mode for kind in codebook().types.values() for mode in kind.modes)
    if name is not None and name.lower() not in modes:
        raise typer.BadParameter(f"there is no mode {name!r}; the modes are {', '.join(modes)}")
    return name


def events(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    event_type: Annotated[
        str | None,
        typer.Option("--type", metavar="TYPE", callback=_known_type, help="Of this PLOVER type."),
    ] = None,
    mode: Annotated[
        str | None, typer.Option(metavar="MODE", callback=_known_mode, help="Of this mode.")
    ] = None,
    modality: Annotated[
        Modality | None, typer.Option(help="Whether it happened, is planned, demanded, denied ...")
    ] = None,
    literal: Annotated[
        str | None,
        typer.Option(metavar="TYPE", callback=_known_type, help="What was promised, demanded or refused."),
    ] = None,
    actor: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="With this actor (part of the name, or a country's code)."),
    ] = None,
    source: Annotated[str | None, typer.Option(metavar="NAME", help="By this actor.")] = None,
    target: Annotated[str | None, typer.Option(metavar="NAME", help="Toward this actor.")] = None,
    place: Annotated[
        str | None, typer.Option(metavar="NAME", help="There (part of the name, or a country's code).")
    ] = None,
    since: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="On this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(formats=["%Y-%m-%d"], metavar="DAY", help="On this day or earlier.")
    ] = None,
    story: Annotated[str | None, typer.Option(metavar="ID", help="Of this story (first digits).")] = None,
    confidence: Annotated[
        float, typer.Option(metavar="P", min=0.0, max=1.0, help="With at least this confidence.")
    ] = 0.0,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="So many at most.")] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show the sentence, the words of each part and the rules.")
    ] = False,
    fmt: Annotated[
        Format,
        typer.Option(
            "--format",
            help="How to write them; plover: PLOVER's records as JSON lines; gdelt: rows of GDELT 1.0's event table "
            "coded in CAMEO, only of what took place, separated by tabs, without a header.",
        ),
    ] = "table",
) -> None:
    """List who did what to whom, and whether it happened: one line for each sentence that tells it."""
    filters = EventFilters(
        event_type,
        mode,
        modality,
        literal,
        actor,
        source,
        target,
        place,
        since.date() if since else None,
        until.date() if until else None,
        story,
        confidence,
        limit,
    )
    snapshot = archive_to_read(archive, version).snapshot()
    found = event_list(snapshot, filters)
    if explain:
        sys.stdout.write("\n".join("\n".join(explained(one)) + "\n" for one in found))
    else:
        _write(found, fmt, snapshot.run)


def _write(found: Sequence[EventRow], fmt: Format, run: Run) -> None:
    match fmt:
        case "table":
            write_rows(_COLUMNS, [_shown(one) for one in found], fmt)
        case "csv":
            write_rows(FLAT_COLUMNS, map(flat_row, found), fmt)
        case "plover":
            sys.stdout.writelines(json_text(plover_record(one, run)) + "\n" for one in found)
        case "gdelt":
            _write_gdelt(found, run)
        case _:
            write_records(found, EventRow, fmt)
    sys.stdout.flush()


def _write_gdelt(found: Sequence[EventRow], run: Run) -> None:
    left_out = 0
    for one in found:
        rows = gdelt_rows(one, run)
        sys.stdout.writelines("\t".join(row) + "\n" for row in rows)
        left_out += not rows
    if left_out:
        told = f"{counted(left_out, 'event')} of {len(found):,} left out"
        print(f"note: {told}: not told as having taken place, or nobody known in it", file=sys.stderr)


_COLUMNS = ["published", "outlet", "event", "modality", "who", "to whom", "when", "where", "trigger"]


def _shown(event: EventRow) -> tuple[object, ...]:
    return (
        event.published_at,
        event.outlet,
        f"{event.event_type}/{event.mode}" if event.mode else event.event_type,
        event.modality,
        _names(event.sources),
        _names(event.targets),
        event.date_start,
        event.place,
        printable(event.trigger)[:40],
    )


def _names(actors: tuple[EventActor, ...]) -> str:
    return "; ".join(one.name for one in actors)
