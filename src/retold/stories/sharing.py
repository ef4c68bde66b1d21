"""Sets of weighed numbers, one for each text, to what two texts have in common, for many pairs at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from retold.stories.lists import Lists, differs, lists_of
from retold.stories.word_runs import Flags, Ids

Numbers = NDArray[np.float64]
Number = TypeVar("Number", np.float64, np.uint64)

_PLACE_BITS = 33
_MIX = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Sets:
    """For each text what it has that another has too, counted from 0, and the weight of all that it has.

    `roots`: square roots of the weights, so that a product has the weight of what both have; None where each is 1.
    """

    shared: Lists
    roots: Numbers | None
    totals: Numbers
    distinct: int

    @classmethod
    def of(cls, lists: Lists, roots: Numbers | None = None) -> Sets:
        """From lists, each sorted and without repetition; without roots each value weighs 1."""
        owners, count = lists.owners, len(lists)
        # By value, with the place where it stands.
        packed = np.sort(lists.values << _PLACE_BITS | np.arange(len(owners)))
        first = differs(packed >> _PLACE_BITS)
        holders = np.diff(np.flatnonzero(first), append=len(packed))
        several = np.repeat(holders > 1, holders)
        number = np.full(len(owners), -1)
        number[packed[several] & ((1 << _PLACE_BITS) - 1)] = (np.cumsum(first & several) - 1)[several]
        kept = number >= 0
        return cls(
            shared=lists_of(number[kept], owners[kept], count),
            roots=None if roots is None else roots[kept],
            totals=np.diff(lists.offsets) * 1.0 if roots is None else sums(roots**2, owners, count),
            distinct=int(number.max(initial=-1)) + 1,
        )

    def common(self, left: Ids, right: Ids) -> Numbers:
        """Of each pair of texts the weight of what both have; fast where pairs of one left text follow each other."""
        found = np.zeros(len(left))
        held = np.zeros(self.distinct, dtype=np.bool_)
        for start, end in _runs(left):
            ours = slice(*self.shared.offsets[left[start] : left[start] + 2])
            held[self.shared.values[ours]] = True
            found[start:end] = self._common(ours, held, right[start:end])
            held[self.shared.values[ours]] = False
        return np.where(left == right, self.totals[left], found)

    def _common(self, ours: slice, held: Flags, others: Ids) -> Numbers:
        """Of each of the others the weight of what it has of `ours`, which `held` tells."""
        starts, ends = self.shared.offsets[others], self.shared.offsets[others + 1]
        bounds = zip(starts.tolist(), ends.tolist(), strict=True)
        both = held[np.concatenate([self.shared.values[start:end] for start, end in bounds])].nonzero()[0]
        lengths = (ends - starts).cumsum()
        owner = lengths.searchsorted(both, side="right")
        if self.roots is None:
            return np.bincount(owner, minlength=len(others)).astype(np.float64)
        place = both - (lengths - ends)[owner]
        mine = self.shared.values[ours].searchsorted(self.shared.values[place])
        return sums(self.roots[ours][mine] * self.roots[place], owner, len(others))


def signatures(lists: Iterable[Lists]) -> NDArray[np.uint64]:
    """A number for each text that texts with the same lists share, and others by a chance of one in 2**64."""
    found = np.zeros(1, np.uint64)
    for one in lists:
        mixed = (one.values.astype(np.uint64) + np.uint64(1)) * _MIX
        mixed = (mixed ^ mixed >> np.uint64(32)) * _MIX
        found = found * _MIX + sums(mixed, one.owners, len(one))
    return found


def sums(values: NDArray[Number], owners: Ids, count: int) -> NDArray[Number]:
    """The sum of the values of each of `count` owners; values in the order of their owners."""
    found = np.zeros(count, values.dtype)
    first = differs(owners).nonzero()[0]
    if len(first):
        found[owners[first]] = np.add.reduceat(values, first)
    return found


def _runs(values: Ids) -> Iterator[tuple[int, int]]:
    """Where equal values that follow each other begin and end."""
    return pairwise([*np.flatnonzero(differs(values)).tolist(), len(values)])
