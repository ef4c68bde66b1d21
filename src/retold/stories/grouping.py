"""Judged pairs to groups of articles, guarded against chains.

Agglomerative clustering by average linkage (UPGMA): two groups become one when the mean probability over the judged
pairs across them is at least a half, and at least half of the articles on either side have a link to the other. One
article that touches two stories then does not join them, as it would in plain connected components.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from retold.stories.sharing import Numbers
from retold.stories.word_runs import Flags, Ids

LINKED = 0.5
# Share of the articles on either side that must be linked to the other side.
TOUCHED = 0.5
# Mean probability at which one certain link suffices for a report: above what independent reports of one story reach
# (at most .15 in the demo), below an article's likeness to the later versions of what it was made from.
LIKELY = 0.2

Edge = tuple[str, str, float]


def joinable(count: int, left: Ids, right: Ids, probability: Numbers) -> Flags:
    """Which judged pairs of `count` items lie within one connected component of links.

    Groups join only where some pair across them is linked: pairs between components have no part in any group.
    """
    linked = probability >= LINKED
    ones = np.ones(int(linked.sum()), dtype=bool)
    _, component = connected_components(coo_matrix((ones, (left[linked], right[linked])), (count, count)))
    return np.asarray(component[left] == component[right])


class _Links(NamedTuple):
    """The judged pairs of two groups: number, summed probability, the best, and who is linked here and there."""

    judged: int = 0
    total: float = 0.0
    best: float = 0.0
    here: frozenset[int] = frozenset()
    there: frozenset[int] = frozenset()

    def joined(self, other: _Links) -> _Links:
        """Both together, seen from the same side."""
        return _Links(
            self.judged + other.judged,
            self.total + other.total,
            max(self.best, other.best),
            self.here | other.here,
            self.there | other.there,
        )

    def reversed(self) -> _Links:
        """The same links seen from the other side."""
        return _Links(self.judged, self.total, self.best, self.there, self.here)


_UNJUDGED = _Links()


@dataclass(slots=True)
class _Group:
    """Items so far together, by number; `hub` is the fullest, `toward` the links to each other group."""

    members: list[int]
    hub: int
    toward: dict[int, _Links] = field(default_factory=dict)


def group(
    items: Iterable[str],
    edges: Iterable[Edge],
    fullness: Mapping[str, int] | None = None,
) -> list[list[str]]:
    """Groups of articles (or of reports), each sorted, in order of their first member; each item is in exactly one.

    edges: (item, item, probability), each pair once. The result does not depend on their order.
    fullness: length of each article, given for reports. Two groups then join when the mean is a half whoever is
        linked; also when their fullest articles are linked (two cuts of one report may share nothing, but both
        share much with the whole); and when any two are, if the mean is `LIKELY` (a copy of a first version may
        share little with later ones).
    """
    names = sorted(set(items))
    number = {name: index for index, name in enumerate(names)}
    probability = {_ordered(number[a], number[b]): p for a, b, p in edges}
    lengths = None if fullness is None else [fullness[name] for name in names]
    clustering = _Clustering(len(names), probability, lengths)
    clustering.run()
    return sorted([names[member] for member in sorted(found.members)] for found in clustering.groups.values())


def _ordered(a: int, b: int) -> tuple[int, int]:
    return (a, b) if a < b else (b, a)


class _Clustering:
    """State of one agglomeration: groups by number, and a queue of joins with the likeliest first."""

    def __init__(
        self,
        count: int,
        probability: Mapping[tuple[int, int], float],
        fullness: Sequence[int] | None,
    ) -> None:
        self.groups = {item: _Group([item], item) for item in range(count)}
        self.probability = probability
        self.fullness = fullness
        nobody, only = frozenset[int](), [frozenset({item}) for item in range(count)]
        for (a, b), p in sorted(probability.items()):
            links = _Links(1, p, p, only[a], only[b]) if p >= LINKED else _Links(1, p, p, nobody, nobody)
            self.groups[a].toward[b], self.groups[b].toward[a] = links, links.reversed()
        self.queue = [(-p, a, b) for (a, b), p in probability.items() if p >= LINKED]
        heapq.heapify(self.queue)

    def run(self) -> None:
        while self.queue:
            cost, a, b = heapq.heappop(self.queue)
            if a in self.groups and b in self.groups and -cost == self._linkage(a, b):
                self._join(a, b)

    def _propose(self, a: int, b: int) -> None:
        linkage = self._linkage(a, b)
        if linkage >= LINKED:
            heapq.heappush(self.queue, (-linkage, *_ordered(a, b)))

    def _linkage(self, a: int, b: int) -> float:
        left, right = self.groups[a], self.groups[b]
        links = left.toward.get(b, _UNJUDGED)
        mean = links.total / max(1, links.judged)
        if self.fullness is None:
            touched = min(len(links.here) / len(left.members), len(links.there) / len(right.members))
            return mean if touched >= TOUCHED else 0.0
        whole = self.probability.get(_ordered(left.hub, right.hub), 0.0)
        return max(mean, whole, links.best if mean >= LIKELY else 0.0)

    def _join(self, a: int, b: int) -> None:
        """`b` becomes part of `a`."""
        left, right = self.groups[a], self.groups.pop(b)
        left.members += right.members
        hub = left.hub
        if lengths := self.fullness:
            left.hub = min(left.hub, right.hub, key=lambda item: (-lengths[item], item))
        left.toward.pop(b, None)
        right.toward.pop(a, None)
        for other, links in right.toward.items():
            joined = left.toward[other].joined(links) if other in left.toward else links
            left.toward[other] = joined
            toward = self.groups[other].toward
            toward[a] = joined.reversed()
            del toward[b]
        # The others are as near as they were proposed: more members never bring a group nearer.
        for other in right.toward if left.hub == hub else left.toward:
            self._propose(a, other)
