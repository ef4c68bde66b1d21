"""The consensus of reports to a text to read: as it probably stood, with what was chosen where tellings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from retold.cli.names import Names, listed, names_in
from retold.cli.output import counted, on_one_line, printable
from retold.cli.story_text import story_heading
from retold.model import Choice, ConsensusPassage
from retold.views import ReportView, StoryView

_DIM = "dim"
# Tellings named as those whose wording a passage has.
_BASES = 2


def consensus_text(view: StoryView, colours: bool) -> Iterator[RenderableType]:
    """Report by report its text. Chosen readings are bold in colours, in brackets without."""
    yield from story_heading(view)
    for number, report in enumerate(view.reports, 1):
        yield ""
        tellings = counted(len(report.renditions), "telling")
        yield Text.assemble(
            (f"Report {number} as it probably stood, from {tellings}", "bold"),
            (f"  [{report.report_id[:8]}]", _DIM),
        )
        yield from _report(report, colours)


def _report(report: ReportView, colours: bool) -> Iterator[RenderableType]:
    if len(report.renditions) == 1:
        yield Text("told once: the text is that of the article", _DIM)
    elif not report.consensus:
        yield Text("not worked out yet (retold run)", _DIM)
    else:
        yield _passages(report.consensus, names_in(report), colours)


def _passages(passages: Sequence[ConsensusPassage], names: Names, colours: bool) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=_DIM, min_width=3)
    table.add_column()
    for passage in passages:
        table.add_row("", "")
        table.add_row(str(passage.passage + 1), marked_choices(passage, colours))
        if note := note_on(passage, names):
            table.add_row("", Text(note, _DIM))
    return table


def marked_choices(passage: ConsensusPassage, colours: bool) -> Text:
    """The text of a passage with the chosen readings marked."""
    pieces = Text()
    end = 0
    for choice in passage.choices:
        pieces.append(on_one_line(passage.text[end : choice.start]))
        chosen = on_one_line(choice.text)
        pieces.append(chosen if colours else f"[{chosen}]", "bold")
        end = choice.end
    return pieces.append(on_one_line(passage.text[end:]))


def note_on(passage: ConsensusPassage, names: Names) -> str:
    """What was chosen, how many tell it so, and what the wording that was taken has there; "" without a choice."""
    notes = [_note(choice, passage, names) for choice in passage.choices]
    if len(passage.told_by) == 1:
        notes.append(f"told by {listed(passage.told_by, names)} only")
    return "; ".join(notes)


def _note(choice: Choice, passage: ConsensusPassage, names: Names) -> str:
    chosen = f'"{printable(choice.text)}"' if choice.text else "nothing"
    note = f"{chosen} ({len(choice.article_ids)} of {counted(len(passage.told_by), 'telling')})"
    if choice.replaced is None:
        return note
    replaced = f'"{printable(choice.replaced)}"' if choice.replaced else "nothing"
    return f"{note} for {replaced} in {listed(passage.article_ids, names, _BASES)}"
