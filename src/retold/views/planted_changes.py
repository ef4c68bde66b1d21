"""Changes known to have been made to facts, held against the variants: which of them were found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from retold.archive.store import Snapshot
from retold.model import Membership, Variant
from retold.text import words
from retold.views.rows import one_of, rows_where
from retold.views.variants import VariantView, for_reading

# Operations on facts. The others change wording, length or order.
_ON_FACTS = frozenset(
    (
        "number_changed",
        "date_changed",
        "name_damaged",
        "name_transliterated",
        "name_mistranslated",
        "hedge_lost",
        "precision_lost",
        "polarity_changed",
    )
)


@dataclass(frozen=True, slots=True)
class PlantedChange:
    """A change to a number, date, name, hedge or sense: what stood there, and what the article has instead."""

    before: str
    after: str


@dataclass(frozen=True, slots=True)
class _Contrast:
    """Words that an article alone has at a place of variation, and words that only the others have there."""

    own: frozenset[str]
    others: frozenset[str]


def changes_to_facts(rows: Iterable[Mapping[str, Any]]) -> tuple[PlantedChange, ...]:
    """Of the changes made in an article (op, before, after) those to facts."""
    return tuple(PlantedChange(row["before"], row["after"]) for row in rows if row["op"] in _ON_FACTS)


def changes_found(
    snapshot: Snapshot, members: Sequence[Membership], planted: Mapping[str, Sequence[PlantedChange]]
) -> int:
    """How many changes, by article id, come out as a variant of note of the article's report.

    The article's reading must have a word that the change brought in, and another reading one that it took out; a
    change that only brings words in, or only takes words out, has the one side.
    """
    report_of = {member.article_id: member.report_id for member in members}
    wanted = one_of("report_id", report_of.values())
    contrasts: dict[str, list[_Contrast]] = {}
    for variant in for_reading(rows_where(snapshot, Variant, "variants", wanted)):
        if variant.of_note:
            for article, contrast in _contrasts(variant):
                contrasts.setdefault(article, []).append(contrast)
    return sum(
        any(_tells(contrast, change) for contrast in contrasts.get(article, []))
        for article, changes in planted.items()
        for change in changes
    )


def _contrasts(variant: VariantView) -> Iterator[tuple[str, _Contrast]]:
    for reading in variant.readings:
        own = frozenset(words(reading.text))
        others = frozenset(
            word for other in variant.readings if other is not reading for word in words(other.text)
        )
        yield from ((article, _Contrast(own - others, others - own)) for article in reading.article_ids)


def _tells(contrast: _Contrast, change: PlantedChange) -> bool:
    before, after = set(words(change.before)), set(words(change.after))
    out, brought = before - after, after - before
    return (
        bool(out or brought)
        and (not out or not out.isdisjoint(contrast.others))
        and (not brought or not brought.isdisjoint(contrast.own))
    )
