"""What in a wording its meaning turns on, as a span of words with a value that can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FactKind = Literal["number", "date", "name", "place", "negation", "modality", "attribution"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Words `first` to `last` (exclusive) of a wording.

    `value`: what is compared; equal values say the same. `group`: only facts of one kind and group can exclude each
    other (percentages, weekdays, persons). `head`: the word that the fact is about, None when there is none near.
    """

    kind: FactKind
    first: int
    last: int
    value: str
    group: str = ""
    head: int | None = None
