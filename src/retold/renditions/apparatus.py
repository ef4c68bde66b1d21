"""All readings of one passage to the places where they vary.

Equal wordings are one. The distinct ones form a tree in which each hangs on the earlier one most like it, fullest
first; only neighbours in the tree are aligned, so that a copy is laid beside what it was copied from or a near
relative, and the cost is linear in the number of wordings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from scipy.sparse import csr_matrix

from retold.renditions.conflicts import conflicts
from retold.renditions.facts import Wording, read
from retold.renditions.paired import Conflict, Paired, Range
from retold.text import normal, words

# Earlier wordings among which the most alike is looked for: the fullest ones.
CANDIDATES = 400


@dataclass(frozen=True, slots=True)
class Witness:
    """One distinct wording of the passage and the articles that have it."""

    wording: Wording
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Edge:
    """Two neighbouring witnesses, by number; the one before is `parent`. What of the two is in conflict."""

    parent: int
    child: int
    pair: Paired
    conflicts: tuple[Conflict, ...]


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The witnesses of a passage, the fullest first, and the edges of their tree, parents first."""

    witnesses: tuple[Witness, ...]
    edges: tuple[Edge, ...]

    def neighbours(self) -> dict[int, list[tuple[int, Paired]]]:
        """Of each witness its neighbours, with the pair seen from it."""
        found: dict[int, list[tuple[int, Paired]]] = {number: [] for number in range(len(self.witnesses))}
        for edge in self.edges:
            found[edge.parent].append((edge.child, edge.pair))
            found[edge.child].append((edge.parent, edge.pair.turned()))
        return found


def apparatus(readings: Mapping[str, str]) -> Apparatus:
    """The apparatus of one passage; readings: article id to its words for the passage.

    Readings that differ only in typography and case are one wording. The result does not depend on the order of
    the readings.
    """
    witnesses = _witnesses(readings)
    return Apparatus(witnesses, tuple(_edge(witnesses, *found) for found in _tree(witnesses)))


def _witnesses(readings: Mapping[str, str]) -> tuple[Witness, ...]:
    holders: dict[str, list[str]] = {}
    for article_id in sorted(readings):
        holders.setdefault(normal(readings[article_id]).casefold(), []).append(article_id)
    found = [
        Witness(read(_written([readings[article_id] for article_id in ids])), tuple(ids))
        for ids in holders.values()
    ]
    return tuple(sorted(found, key=lambda witness: (-len(witness.wording.words), witness.wording.text)))


def _written(texts: Sequence[str]) -> str:
    """How the wording is written most often."""
    counted = Counter(texts)
    return min(counted, key=lambda text: (-counted[text], text))


def _edge(witnesses: Sequence[Witness], parent: int, child: int) -> Edge:
    pair = Paired(witnesses[parent].wording, witnesses[child].wording)
    return Edge(parent, child, pair, tuple(conflicts(pair)))


def _tree(witnesses: Sequence[Witness]) -> list[tuple[int, int]]:
    """Parent and child: every witness but the first hangs on the earlier one it has most words in common with."""
    if len(witnesses) <= 2:
        return [(0, child) for child in range(1, len(witnesses))]
    vectors = _vectors([witness.wording.text for witness in witnesses])
    candidates = vectors[:CANDIDATES]
    likeness = np.asarray((vectors @ candidates.T).toarray())
    return [(int(likeness[child, :child].argmax()), child) for child in range(1, len(witnesses))]


def _vectors(texts: Sequence[str]) -> csr_matrix:
    """A unit vector per text over its words and pairs of neighbouring words."""
    vocabulary: dict[str, int] = {}
    rows, columns = [], []
    for row, text in enumerate(texts):
        found = words(text)
        pairs = [f"{first} {second}" for first, second in pairwise(found)]
        for term in sorted({*found, *pairs}):
            rows.append(row)
            columns.append(vocabulary.setdefault(term, len(vocabulary)))
    sizes = np.bincount(rows, minlength=len(texts))
    weights = 1 / np.sqrt(np.maximum(sizes, 1))[rows]
    return csr_matrix((weights, (rows, columns)), shape=(len(texts), max(1, len(vocabulary))))


def carried(pair: Paired, span: Range) -> Range | None:
    """The right words that tell a span of left words, None when nothing does.

    Words linked to the span, together; when none is, what stands between the counterparts of the words around it.
    """
    told = sorted(link.right for place in range(*span) for link in pair.rightward.get(place, []))
    if told and told[-1] - told[0] <= 2 * (span[1] - span[0]) + 2:
        return told[0], told[-1] + 1
    before, after = _counterpart(pair, span[0] - 1), _counterpart(pair, span[1])
    if before is not None and after is not None and 0 < after - before - 1 <= 2 * (span[1] - span[0]) + 2:
        return before + 1, after
    return None


def _counterpart(pair: Paired, place: int) -> int | None:
    """Counterpart of a word by form; -1 and the end count as each other's."""
    if place < 0:
        return -1
    if place >= len(pair.left.words):
        return len(pair.right.words)
    return pair.by_form(place)
