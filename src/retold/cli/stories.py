"""Commands that read the record: `stories` and `show`."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Annotated

import typer

from retold.cli.consensus_text import consensus_text
from retold.cli.options import (
    DEFAULT_ARCHIVE,
    ArchiveOption,
    FormatOption,
    VersionOption,
    WidthOption,
    archive_to_read,
)
from retold.cli.output import Format, write_object, write_records, write_rows
from retold.cli.screen import Screen
from retold.cli.story_text import story_text
from retold.model import ConsensusPassage, Story
from retold.views import RenditionView, StoryFilters, StoryView, only_report, story_list, story_view

_DAYS = ["%Y-%m-%d"]


def stories(
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    since: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=_DAYS, help="Told on this day or later.")
    ] = None,
    until: Annotated[
        datetime | None, typer.Option(metavar="DATE", formats=_DAYS, help="Told on this day or earlier.")
    ] = None,
    source: Annotated[str | None, typer.Option(help="Told by this outlet (part of its name).")] = None,
    agency: Annotated[str | None, typer.Option(help="Credited to this agency (part of its name).")] = None,
    min_articles: Annotated[int, typer.Option(metavar="N", min=1, help="With so many articles or more.")] = 1,
    search: Annotated[
        str | None, typer.Option(metavar="WORDS", help="With all the words in a title.")
    ] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="So many stories at most.")] = None,
    fmt: FormatOption = "table",
) -> None:
    """List the stories, newest first: how many articles, how many independent reports."""
    filters = StoryFilters(_day(since), _day(until), source, agency, min_articles, search, limit)
    found = story_list(archive_to_read(archive, version).snapshot(), filters)
    if fmt != "table":
        write_records(found, Story, fmt)
        return
    rows = [
        (story.story_id[:8], _date(story), story.articles, story.reports, story.headline) for story in found
    ]
    write_rows(["story", "date", "articles", "reports", "headline"], rows, "table")


def show(
    story: Annotated[
        str | None,
        typer.Argument(
            metavar="[STORY]",
            help="Id of a story, report or article, or its first digits; or words of the headline. Not needed when "
            "there is only one story.",
        ),
    ] = None,
    archive: ArchiveOption = DEFAULT_ARCHIVE,
    version: VersionOption = None,
    report: Annotated[
        str | None, typer.Option(metavar="ID", help="Only this report: its number here, or its first digits.")
    ] = None,
    passages: Annotated[
        bool, typer.Option("--passages/--no-passages", help="Show the passages side by side.")
    ] = True,
    consensus: Annotated[
        bool,
        typer.Option(
            "--consensus", help="Show the text of each report as it probably stood, and nothing else."
        ),
    ] = False,
    width: WidthOption = None,
    fmt: FormatOption = "table",
) -> None:
    """Show a story: its reports, who derives from whom, the passages side by side, and where the tellings differ.

    In a file or pipe differences are written [-left out-]{+put instead+}. --format json gives everything, jsonl and
    csv a row for each article, with --consensus for each passage.
    """
    view = story_view(archive_to_read(archive, version).snapshot(), story, passages=passages or consensus)
    if report is not None:
        view = only_report(view, report)
    if fmt == "json":
        write_object(view)
    elif fmt == "table":
        screen = Screen.of_stdout(width)
        text = consensus_text(view, screen.colours) if consensus else story_text(view, screen)
        screen.show(*text)
    elif consensus:
        found = [passage for report in view.reports for passage in report.consensus]
        write_records(found, ConsensusPassage, fmt)
    else:
        _write_tellings(view, fmt)


def _write_tellings(view: StoryView, fmt: Format) -> None:
    names = [field.name for field in fields(RenditionView)]
    rows = [
        (view.story_id, report.report_id, *(getattr(telling, name) for name in names))
        for report in view.reports
        for telling in report.renditions
    ]
    write_rows(["story_id", "report_id", *names], rows, fmt)


def _day(given: datetime | None) -> date | None:
    return None if given is None else given.date()


def _date(story: Story) -> date | None:
    return _day(story.first_published)
