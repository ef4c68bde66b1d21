"""Variants to the order in which a reader wants them: what changes the meaning first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from retold.model import Reading, Variant, VariantKind

_ORDER: tuple[VariantKind, ...] = get_args(VariantKind)
_OF_FORM: frozenset[VariantKind] = frozenset(("wording", "omission", "addition", "order"))


@dataclass(frozen=True, slots=True)
class VariantView:
    """A place where tellings differ; the fields are those of `model.Variant`, the best supported reading first."""

    passage: int
    kind: VariantKind
    changes_meaning: bool
    readings: tuple[Reading, ...]
    preferred: str | None
    confidence: float

    @property
    def of_note(self) -> bool:
        """Whether it is shown by itself: it changes the meaning, or damages a name or a number."""
        return self.changes_meaning or self.kind not in _OF_FORM


def for_reading(variants: Iterable[Variant]) -> tuple[VariantView, ...]:
    """Those that change the meaning first, then the others of note, then the rest; each by kind, then passage."""
    views = [
        VariantView(one.passage, one.kind, one.changes_meaning, one.readings, one.preferred, one.confidence)
        for one in variants
    ]
    return tuple(sorted(views, key=_place))


def counts_of_rest(variants: Sequence[VariantView]) -> Mapping[VariantKind, int]:
    """How many there are of each kind that are not of note, in the order of the kinds."""
    return Counter(one.kind for one in sorted(variants, key=_place) if not one.of_note)


def _place(variant: VariantView) -> tuple[bool, bool, int, int]:
    return not variant.changes_meaning, not variant.of_note, _ORDER.index(variant.kind), variant.passage
