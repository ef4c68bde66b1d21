"""Where a text to read goes: a terminal in colours, or a file or pipe as plain lines."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from rich.console import Console, RenderableType

# Columns when there is no terminal to tell.
PLAIN_WIDTH = 100


@dataclass(frozen=True, slots=True)
class Screen:
    """Standard output as it is now. `colours`: differences are shown by colour; `side_by_side`: there are columns."""

    console: Console
    side_by_side: bool
    colours: bool

    @classmethod
    def of_stdout(cls, width: int | None = None) -> Screen:
        """`width` in columns, by default the terminal's."""
        console = Console(markup=False, highlight=False, emoji=False, width=width)
        if width is None and not console.is_terminal:
            console.width = PLAIN_WIDTH
        colours = console.is_terminal and console.color_system is not None and not console.no_color
        return cls(console, console.is_terminal, colours)

    def show(self, *parts: RenderableType) -> None:
        """Writes the parts one under the other, without blanks at the ends of lines."""
        with self.console.capture() as captured:
            for part in parts:
                self.console.print(part)
        sys.stdout.writelines(line.rstrip() + "\n" for line in captured.get().splitlines())
        sys.stdout.flush()
