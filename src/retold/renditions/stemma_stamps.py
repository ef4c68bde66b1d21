"""Times and credits of wordings to what they say of who can be made from whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.renditions.stemma_characters import Characters, Matrix, Vector
from retold.renditions.stemma_readings import Evidence, change
from retold.renditions.stemma_wordings import Wording

# What a passage that only one of two wordings has counts beside changed readings, when it is asked whether a third
# lies between them: hardly anyone adds by chance what another has.
ADDED = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class Stamps:
    """Hours of the wordings' first tellings (0 where unknown), and which are known."""

    hours: Vector
    known: NDArray[np.bool_]

    @property
    def before(self) -> NDArray[np.bool_]:
        """Whether the row's wording is known to be earlier than the column's."""
        both = self.known[:, None] & self.known[None, :]
        return np.asarray(both & (self.hours[:, None] < self.hours[None, :]))


def stamps(wordings: Sequence[Wording]) -> Stamps:
    """The stamps of these wordings."""
    times = [wording.first.published_at for wording in wordings]
    return Stamps(
        hours=np.array([time.timestamp() / 3600 if time else 0.0 for time in times]),
        known=np.array([time is not None for time in times], dtype=np.bool_),
    )


def stamp_evidence(stamps: Stamps) -> Evidence:
    """Whether the parent is earlier, and by how much."""
    known = stamps.known
    both = known[:, None] & known[None, :]
    gap = stamps.hours[None, :] - stamps.hours[:, None]
    late = both & (gap < 0)
    numbers = {
        "earlier": both & ~late,
        "later": late,
        "hours_after": np.where(both & ~late, np.log1p(np.maximum(gap, 0)), 0),
        "hours_before": np.where(late, np.log1p(np.maximum(-gap, 0)), 0),
        "parent_undated": ~known[:, None] & known[None, :],
        "child_undated": known[:, None] & ~known[None, :],
    }
    return {name: np.asarray(values, dtype=np.float64) for name, values in numbers.items()}


def credit_evidence(wordings: Sequence[Wording]) -> Evidence:
    """Whether the child credits what the parent credits or is; a credit is lost in copying, hardly ever gained."""
    count = len(wordings)
    unheard, same, credited = np.zeros((3, count, count))
    for column, child in enumerate(wordings):
        for row, parent in enumerate(wordings):
            same[row, column] = bool(child.agencies & parent.agencies)
            credited[row, column] = bool(child.agencies & parent.sources)
            unheard[row, column] = (
                bool(child.agencies) and not same[row, column] and not credited[row, column]
            )
    return {"credit_unheard": unheard, "credit_shared": same, "credited": credited}


def history_evidence(characters: Characters, stamps: Stamps) -> Evidence:
    """What the child has from before its time that the parent lacks, and what it keeps of the parent's own changes.

    A reading of the child that an earlier telling has is no change of the child's: a parent lacks it only if it is
    not the parent. The parent's changes are what no earlier telling has in the passages it shares with one.
    """
    count = len(characters.told)
    size = (count, count)
    missed, missed_passages, kept, dropped, kept_passages, dropped_passages = np.zeros((6, *size))
    readings, told = characters.readings.toarray() > 0, characters.told > 0
    for one in range(count):
        earlier = stamps.before[:, one] if stamps.known[one] else stamps.known & (np.arange(count) != one)
        if not earlier.any():
            continue
        old = np.asarray(readings[earlier].any(axis=0))
        old_passages = np.asarray(told[earlier].any(axis=0))
        inherited = characters.weights * (readings[one] & old)
        missed[:, one] = _there(characters, inherited) - readings @ inherited
        missed_passages[:, one] = (told[one] & old_passages & ~told).sum(axis=1)
        new = characters.weights * (readings[one] & ~old & old_passages[characters.passages])
        kept[one] = readings @ new
        dropped[one] = _there(characters, new) - kept[one]
        added = told[one] & ~old_passages
        kept_passages[one] = (told & added).sum(axis=1)
        dropped_passages[one] = added.sum() - kept_passages[one]
    counts = {
        "older_missed": missed,
        "older_passages_missed": missed_passages,
        "news_kept": kept,
        "news_dropped": dropped,
        "news_passages_kept": kept_passages,
        "news_passages_dropped": dropped_passages,
    }
    found = {name: np.log1p(np.maximum(values, 0)) for name, values in counts.items()}
    return found | {"news_kept_share": kept / np.maximum(0.25, kept + dropped)}


def _there(characters: Characters, weights: Vector) -> Vector:
    """What these readings weigh in the passages of each wording."""
    by_passage = np.bincount(characters.passages, weights=weights, minlength=characters.told.shape[1])
    return np.asarray(characters.told @ by_passage)


def between_evidence(characters: Characters, stamps: Stamps) -> Evidence:
    """Whether another wording lies between the two, on the way and in time."""
    lacking = (1 - characters.told) @ characters.told.T
    way = change(characters) + ADDED * lacking + lacking.T
    detour = np.full(way.shape, np.inf)
    for other in range(len(way)):
        through = way[:, other][:, None] + way[other][None, :] - way
        out_of_time = stamps.before[other][:, None] | stamps.before[:, other][None, :]
        through[out_of_time] = np.inf
        through[other, :] = through[:, other] = np.inf
        detour = np.minimum(detour, through)
    return {
        "detour": np.where(np.isfinite(detour), np.log1p(np.maximum(detour, 0)), np.log1p(_FAR)),
        "detour_share": np.minimum(1.0, detour / (way + 1)),
        "between": (detour < 0.01).astype(np.float64),
    }


_FAR = 8000.0


def earliest(stamps: Stamps) -> Vector:
    """1 for the wordings that no dated one is earlier than."""
    return np.asarray(stamps.known & ~stamps.before.any(axis=0), dtype=np.float64)


def not_later(values: Matrix, stamps: Stamps) -> Vector:
    """The least of each column over other wordings that are not later than the column's; -1 where there is none."""
    found = values.copy()
    found[stamps.before.T] = np.inf
    np.fill_diagonal(found, np.inf)
    least = found.min(axis=0, initial=np.inf)
    return np.where(np.isfinite(least), least, -1.0)
