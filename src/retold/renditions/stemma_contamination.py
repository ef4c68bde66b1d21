"""Whether a telling took passages from a second telling beside its parent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from retold.renditions.stemma_characters import Characters, Matrix, Vector
from retold.renditions.stemma_judgement import Judged
from retold.renditions.stemma_stamps import stamps
from retold.renditions.stemma_wordings import Wording

# Weight of readings (about 1 for a word) by which a passage must be nearer to the one telling than to the other to
# count as taken from it.
NEARER = 6.0
# Least passages taken from the second telling, and least that are in turn nearer to the parent. In simulated
# genealogies hardly any is found with these (3 in 73, 2 of them rightly); with 3.0, 2 and 3 it was 40 and 3. What was
# taken mostly stands in both models alike.
TAKEN, LEFT = 3, 3


@dataclass(frozen=True, slots=True)
class Contamination:
    """The wording (its place) from which a telling took so many passages besides its parent's."""

    place: int
    passages: int


def second_parent(found: Sequence[Wording], tree: Judged, place: int) -> Contamination | None:
    """The wording from which most passages were taken that are not the parent's, if there are enough."""
    count, parent = len(found), tree.parents[place]
    if parent == count or count < 3:
        return None
    apart = _apart(tree.characters, place)
    told = tree.characters.told > 0
    both = told & told[place] & told[parent]
    # What the parent lacks counts if the second has it word for word.
    added = told & told[place] & ~told[parent] & (apart < NEARER)
    changed = both & (apart[parent] > apart + NEARER)
    left = both & (apart > apart[parent] + NEARER)
    enough = (left.sum(axis=1) >= LEFT) & changed.any(axis=1) & ~_excluded(found, tree, place)
    taken = np.where(enough, (added | changed).sum(axis=1), 0)
    best = int(taken.argmax())
    return Contamination(best, int(taken[best])) if taken[best] >= TAKEN else None


def _apart(characters: Characters, place: int) -> Matrix:
    """Weight of the readings that differ between this and each other wording, by passage (n x k)."""
    own = characters.readings[[place]]
    weights: Vector = characters.weights
    shared = characters.readings.multiply(own).multiply(weights[None, :]).tocsr()
    passages = characters.told.shape[1]
    kept = np.stack(
        [
            np.bincount(
                characters.passages[shared.indices[start:end]],
                weights=shared.data[start:end],
                minlength=passages,
            )
            for start, end in zip(shared.indptr, shared.indptr[1:], strict=False)
        ]
    )
    sizes = characters.sizes(weights)
    return np.asarray(sizes + sizes[place] - 2 * kept)


def _excluded(found: Sequence[Wording], tree: Judged, place: int) -> NDArray[np.bool_]:
    """Itself, its parent, its descendants, and what is later."""
    count = len(found)
    times = stamps(found)
    excluded = times.before[place].copy()
    excluded[[place, tree.parents[place]]] = True
    for other in range(count):
        above = other
        while above < count and above != place:
            above = tree.parents[above]
        excluded[other] |= above == place
    return np.asarray(excluded)
