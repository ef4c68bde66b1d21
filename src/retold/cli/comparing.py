"""The command `compare`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from retold.cli.options import FormatOption, VersionOption, WidthOption, archive_to_read
from retold.cli.output import counted, printable, write_object, write_rows
from retold.cli.screen import Screen
from retold.cli.variants_text import variants_text
from retold.cli.wording import is_legible, marked
from retold.errors import NotFound
from retold.model import Article, Rejection
from retold.sources import read
from retold.views import ComparisonView, article_named, comparison_view
from retold.views.comparison import SharedPassage


def compare(
    a: Annotated[str, typer.Argument(metavar="A", help="A file, or with --archive an article's id.")],
    b: Annotated[str, typer.Argument(metavar="B", help="The other one.")],
    archive: Annotated[
        Path | None,
        typer.Option("--archive", metavar="DIR", help="A and B are articles of this archive."),
    ] = None,
    version: VersionOption = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show what the probabilities rest on.")] = False,
    width: WidthOption = None,
    fmt: FormatOption = "table",
) -> None:
    """Compare two articles: one story, one report, and what differs.

    --format json gives everything, jsonl and csv the verdict in one row.
    """
    if archive is None:
        text_a, text_b = _text_of_file(a), _text_of_file(b)
    else:
        snapshot = archive_to_read(archive, version).snapshot()
        text_a, text_b = article_named(snapshot, a).text, article_named(snapshot, b).text
    view = comparison_view(text_a, text_b)
    if fmt == "json":
        write_object(view)
    elif fmt == "table":
        screen = Screen.of_stdout(width)
        screen.show(*_comparison_text(view, screen, explain))
    else:
        row = (a, b, view.same_story, view.same_report, view.kind, len(view.passages))
        write_rows(["a", "b", "same_story", "same_report", "kind", "passages"], [row], fmt)


def _text_of_file(name: str) -> str:
    """The article in a file of any format that `add` reads. Raises NotFound when it is not one article."""
    if not Path(name).is_file():
        raise NotFound(f"there is no file {name}; to compare articles of an archive, add --archive DIR")
    articles: list[Article] = []
    for item in read([name], collected_at=datetime.now(UTC)):
        if isinstance(item, Rejection):
            raise NotFound(f"{item.origin} has no article to compare: {item.reason}: {item.detail}")
        articles += [item] if isinstance(item, Article) else []
        if len(articles) > 1:
            raise NotFound(
                f"{name} has several articles: add them to an archive and compare them by their ids"
            )
    return articles[0].text


def _comparison_text(view: ComparisonView, screen: Screen, explain: bool) -> Iterator[RenderableType]:
    yield Text(f"same story   {view.same_story:.2f}")
    yield Text(f"same report  {view.same_report:.2f}")
    yield Text(f"B beside A   {view.kind or 'no telling of the same report'}")
    yield Text(f"{counted(len(view.passages), 'passage')} told by both")
    if explain:
        yield ""
        yield _evidence(view)
    for number, passage in enumerate(view.passages, 1):
        yield ""
        yield _passage(number, passage, screen)
    if view.passages:
        yield ""
        yield Text("Where they differ", "bold")
        yield from variants_text(view.variants, {"a": "A", "b": "B"})


def _evidence(view: ComparisonView) -> Table:
    """The features, and what each adds to the log odds of either probability."""
    table = Table(box=None, padding=(0, 3, 0, 0))
    table.add_column("feature")
    for name in ("value", "for one story", "for one report"):
        table.add_column(name, justify="right")
    for row in view.evidence:
        table.add_row(row.feature, f"{row.value:.3f}", f"{row.same_story:+.2f}", f"{row.same_report:+.2f}")
    log_odds = (sum(row.same_story for row in view.evidence), sum(row.same_report for row in view.evidence))
    table.add_row("log odds", "", *(f"{total:+.2f}" for total in log_odds))
    return table


def _passage(number: int, passage: SharedPassage, screen: Screen) -> Table:
    ours = Text(printable(passage.text_a))
    if is_legible(passage.differences):
        theirs = marked(passage.differences, passage.text_a, passage.text_b, screen.colours)
    else:
        theirs = Text(printable(passage.text_b))
    table = Table.grid(padding=(0, 2, 0, 0), expand=screen.side_by_side)
    table.add_column(justify="right", style="dim")
    if screen.side_by_side:
        table.add_column(ratio=1)
        table.add_column(ratio=1)
        table.add_row(str(number), ours, theirs)
    else:
        table.add_row(str(number), "A", ours)
        table.add_row("", "B", theirs)
    return table
