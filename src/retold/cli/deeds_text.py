"""Who does what to whom in a report, to lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from retold.cli.names import Names, listed
from retold.cli.output import printable
from retold.views import DeedView


def deeds_text(deeds: Sequence[DeedView], names: Names, tellings: int) -> Table:
    """A line for each, with the number of its passage from 1; who has it, where not all `tellings` do."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="dim", min_width=3)
    table.add_column()
    for deed in deeds:
        text = Text.assemble((_together(deed.sources), "bold"), f" {_code(deed)}")
        if deed.targets:
            text.append(f" {_together(deed.targets)}", "bold")
        text.append(_circumstances(deed))
        if len(deed.article_ids) < tellings:
            text.append(f"  (in {listed(deed.article_ids, names)})", "dim")
        table.add_row("" if deed.passage is None else str(deed.passage + 1), text)
    return table


def _together(names: Sequence[str]) -> str:
    return ", ".join(printable(name) for name in names)


def _code(deed: DeedView) -> str:
    """The type with its mode, and whether it is so where it is not told as done."""
    code = f"{deed.event_type}/{deed.mode}" if deed.mode else deed.event_type
    if deed.modality == "actual" and deed.polarity:
        return code
    told = deed.modality.replace("_", " ")
    return (
        f"{code} ({told} {deed.literal_type})" if deed.literal_type != deed.event_type else f"{code} ({told})"
    )


def _circumstances(deed: DeedView) -> str:
    days = [day.isoformat() for day in (deed.date_start, deed.date_end) if day]
    when = " to ".join(dict.fromkeys(days))
    told = [part for part in (when, printable(deed.place or "")) if part]
    words = " ".join(deed.trigger.split())
    return f"{', ' if told else ''}{', '.join(told)}: “{printable(words)}”"
