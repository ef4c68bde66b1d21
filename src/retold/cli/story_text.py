"""A story to what a person reads of it: its reports, the tree of each, and its passages side by side."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from retold.cli.deeds_text import deeds_text
from retold.cli.names import Names, listed, names_in
from retold.cli.output import counted, printable
from retold.cli.sayings_text import sayings_text
from retold.cli.screen import Screen
from retold.cli.variants_text import variants_text
from retold.cli.wording import is_legible, marked
from retold.views import PassageView, RenditionView, ReportView, StoryView, WordingView

HEADING = "bold"
DIM = "dim"


def story_heading(view: StoryView) -> Iterator[RenderableType]:
    """What the story is called, and what its articles amount to."""
    yield Text(printable(view.headline), HEADING)
    yield Text(
        f"{counted(view.article_count, 'article')} = {counted(view.report_count, 'independent report')}"
    )


def story_text(view: StoryView, screen: Screen) -> Iterator[RenderableType]:
    """The parts of the page, from the top."""
    yield from story_heading(view)
    span = [moment(when) for when in (view.first_published, view.last_published) if when]
    yield Text(f"published {' to '.join(dict.fromkeys(span))} UTC" if span else "no publication date", DIM)
    yield Text(f"story {view.story_id}, version {view.version} of the record", DIM)
    for number, report in enumerate(view.reports, 1):
        yield ""
        yield from _report(number, report, screen)


def moment(when: datetime) -> str:
    """A time to the minute, UTC."""
    return f"{when.astimezone(UTC):%Y-%m-%d %H:%M}"


def _report(number: int, report: ReportView, screen: Screen) -> Iterator[RenderableType]:
    by = printable(report.agency or report.source or "source unknown")
    heading = f"Report {number}: {by}, {counted(len(report.renditions), 'article')}"
    yield Text.assemble((heading, HEADING), (f"  [{report.report_id[:8]}]", DIM))
    names = names_in(report)
    yield _stemma(report, names)
    if len(report.renditions) > 1 and report.passages:
        yield ""
        yield from _passages(report, names, screen)
    if report.consensus:
        yield ""
        yield Text("Where the tellings differ", HEADING)
        yield from variants_text(report.variants, names)
    if report.sayings:
        yield ""
        yield Text("Who says what", HEADING)
        yield sayings_text(report.sayings, names, len(report.renditions))
    if report.deeds:
        yield ""
        yield Text("Who did what to whom", HEADING)
        yield deeds_text(report.deeds, names, len(report.renditions))


def _stemma(report: ReportView, names: Names) -> Tree:
    """Who derives from whom. What comes from the lost original hangs on a root of its own."""
    lost = report.original_lost or sum(telling.depth == 0 for telling in report.renditions) > 1
    root = Tree(Text("(lost original)", DIM), hide_root=not lost)
    branches = [root]
    for telling in report.renditions:
        del branches[telling.depth + 1 :]
        branches.append(branches[-1].add(_telling(telling, names)))
    return root


def _telling(telling: RenditionView, names: Names) -> Text:
    when = moment(telling.published_at) if telling.published_at else "no date"
    text = Text.assemble((names[telling.article_id], "bold"), f", {when}, {_manner(telling)}")
    if telling.second_parent_id:
        text.append(f", also from {names.get(telling.second_parent_id, telling.second_parent_id[:8])}")
    text.append(f"  [{telling.article_id[:8]}]", DIM)
    if telling.title:
        text.append(f"\n{printable(telling.title)}")
    if telling.evidence:
        text.append(f"\n{printable(telling.evidence)}", DIM)
    return text


def _manner(telling: RenditionView) -> str:
    if telling.kind is None:
        return "how it was made is not worked out yet (retold run)"
    if telling.kind == "original" or telling.copied_share is None:
        return telling.kind
    parent = f", parent {telling.confidence:.0%} sure" if telling.parent_id and telling.confidence else ""
    return f"{telling.kind}, {telling.copied_share:.0%} shared{parent}"


def _passages(report: ReportView, names: Names, screen: Screen) -> Iterator[RenderableType]:
    base = names[report.original_id] if report.original_id else "the fullest telling"
    yield Text(f"Passages as {base} has them, and how the others tell them", HEADING)
    if not screen.side_by_side:
        for passage in report.passages:
            yield from _one_under_the_other(passage, names, report.original_id)
        return
    table = Table(box=None, padding=(0, 2, 1, 0), show_header=False, expand=True)
    table.add_column(justify="right", style=DIM)
    table.add_column(ratio=1)
    table.add_column(ratio=1)
    for passage in report.passages:
        table.add_row(
            str(passage.passage + 1),
            _base_text(passage, names, report.original_id),
            Text("\n").join(_others(passage, names, screen.colours)),
        )
    yield table


def _one_under_the_other(passage: PassageView, names: Names, base_id: str | None) -> Iterator[RenderableType]:
    yield ""
    number = Text(f"{passage.passage + 1:>3}  ", DIM)
    table = Table.grid(padding=0)
    table.add_column(width=5)
    table.add_column()
    table.add_row(number, _base_text(passage, names, base_id))
    for line in _others(passage, names, colours=False):
        table.add_row("", Padding(line, (0, 0, 0, 2)))
    yield table


def _base_text(passage: PassageView, names: Names, base_id: str | None) -> Text:
    if passage.base_id == base_id:
        return Text(printable(passage.text))
    return Text.assemble((f"{names[passage.base_id]}: ", "bold"), printable(passage.text))


def _others(passage: PassageView, names: Names, colours: bool) -> Iterator[Text]:
    """A line for those with the same words, one for each other wording, one for those that leave it out."""
    if not passage.same and not passage.others:
        yield Text("told here only", DIM)
        return
    if passage.same:
        yield Text(f"= {listed(passage.same, names)}", DIM)
    for wording in passage.others:
        yield _wording(passage, wording, names, colours)
    if passage.absent:
        yield Text(f"left out by {listed(passage.absent, names)}", DIM)


def _wording(passage: PassageView, wording: WordingView, names: Names, colours: bool) -> Text:
    if is_legible(wording.differences):
        told = marked(wording.differences, passage.text, wording.text, colours)
    else:
        told = Text(printable(wording.text))
    return Text.assemble((f"{listed(wording.article_ids, names)}: ", "bold"), told)
