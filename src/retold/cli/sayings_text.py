"""Who says what in a report, to lines."""

from __future__ import annotations

from collections.abc import Sequence

from rich.table import Table
from rich.text import Text

from retold.cli.names import Names, listed
from retold.cli.output import printable
from retold.views import SayingView

# Characters of what is said that are shown; `retold statements` has all of it.
SHOWN = 160


def sayings_text(sayings: Sequence[SayingView], names: Names, tellings: int) -> Table:
    """A line for each, with the number of its passage from 1; who has it, where not all `tellings` do."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="dim", min_width=3)
    table.add_column()
    for saying in sayings:
        text = Text.assemble((printable(saying.speaker), "bold"), _circumstances(saying), ": ")
        text.append(_shortened(printable(" ... ".join(saying.pieces))))
        if len(saying.article_ids) < tellings:
            text.append(f"  (in {listed(saying.article_ids, names)})", "dim")
        table.add_row("" if saying.passage is None else str(saying.passage + 1), text)
    return table


def _circumstances(saying: SayingView) -> str:
    told = [saying.role, saying.affiliation]
    told += [f"through {saying.channel}"] if saying.channel else []
    told += [f"reported by {saying.reported_by}"] if saying.reported_by else []
    found = [printable(part) for part in dict.fromkeys(told) if part]
    return f" ({', '.join(found)})" if found else ""


def _shortened(content: str) -> str:
    line = " ".join(content.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN].rsplit(' ', 1)[0]} …"
