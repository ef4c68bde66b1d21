"""Variants to lines that say who has what where tellings differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from retold.cli.names import Names, listed
from retold.cli.output import counted, printable
from retold.model import Reading, VariantKind
from retold.views import VariantView, counts_of_rest

_DIM = "dim"
# One and several of the kinds that are only counted.
_COUNTED: dict[VariantKind, tuple[str, str]] = {
    "wording": ("of wording", "of wording"),
    "omission": ("omission", "omissions"),
    "addition": ("addition", "additions"),
    "order": ("passage moved", "passages moved"),
}


def variants_text(variants: Sequence[VariantView], names: Names) -> Iterator[RenderableType]:
    """A line for each variant of note, with the number of its passage from 1, and one that counts the rest."""
    shown = [variant for variant in variants if variant.of_note]
    if shown:
        yield _lines(shown, names)
    rest = ", ".join(counted(number, *_COUNTED[kind]) for kind, number in counts_of_rest(variants).items())
    if rest:
        yield Text(f"{'also' if shown else 'only'}: {rest}", _DIM)
    elif not shown:
        yield Text("nowhere", _DIM)


def _lines(variants: Sequence[VariantView], names: Names) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style=_DIM, min_width=3)
    table.add_column(no_wrap=True)
    table.add_column()
    for variant in variants:
        table.add_row(str(variant.passage + 1), variant.kind, _variant(variant, names))
    return table


def _variant(variant: VariantView, names: Names) -> Text:
    text = Text("changes the meaning: " if variant.changes_meaning else "", "bold")
    readings = [_reading(reading, reading.text == variant.preferred, names) for reading in variant.readings]
    return text + Text("; ").join(readings)


def _reading(reading: Reading, preferred: bool, names: Names) -> Text:
    told = f'"{printable(reading.text)}"' if reading.text else "nothing"
    mark = " (preferred)" if preferred else ""
    return Text.assemble(
        (told, "bold" if preferred else ""), mark, f" in {listed(reading.article_ids, names)}"
    )
