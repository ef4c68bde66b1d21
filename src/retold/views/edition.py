"""The stored edition of some reports: what varies in each, and its text as it probably stood."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from retold.archive.store import Snapshot
from retold.model import CollationCell, ConsensusPassage, Variant
from retold.views.rows import one_of, rows_where
from retold.views.variants import VariantView, for_reading


@dataclass(frozen=True, slots=True)
class Edition:
    """The variants of one report in the order of `variants.for_reading`, and its consensus, passage by passage."""

    variants: tuple[VariantView, ...]
    consensus: tuple[ConsensusPassage, ...]


Row = TypeVar("Row", ConsensusPassage, Variant)

UNEDITED = Edition((), ())


def editions(snapshot: Snapshot, cells: Mapping[str, Collection[CollationCell]]) -> dict[str, Edition]:
    """The editions of some reports; cells: the collation of each, by report.

    A run that ended before the variants leaves those of older articles and passages. A report whose consensus is not
    of these cells has no edition here.
    """
    wanted = one_of("report_id", cells)
    consensus = _by_report(rows_where(snapshot, ConsensusPassage, "consensus", wanted))
    variants = _by_report(rows_where(snapshot, Variant, "variants", wanted))
    return {
        report: Edition(
            for_reading(variants.get(report, [])), tuple(sorted(passages, key=lambda one: one.passage))
        )
        for report, passages in consensus.items()
        if _told(passages) == {(cell.passage, cell.article_id) for cell in cells[report]}
    }


def _by_report(rows: Iterable[Row]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.report_id, []).append(row)
    return found


def _told(passages: Iterable[ConsensusPassage]) -> set[tuple[int, str]]:
    return {(passage.passage, article) for passage in passages for article in passage.told_by}
