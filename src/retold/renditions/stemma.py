"""Tellings of one report to its stemma: who was made from whom, down from the report's lost original.

Shared changes prove kinship, not shared text. Equal wordings are judged once; for each other wording the
probability of every possible parent, and of the lost original, is weighed from what both have kept, lost and gained,
from times and from credits (stemma_judgement.py), and the most probable tree is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import attrgetter

import numpy as np

from retold.renditions.stemma_contamination import Contamination, second_parent
from retold.renditions.stemma_judgement import Judged, judged
from retold.renditions.stemma_reasons import lost_reasons, parent_reasons, same_reasons
from retold.renditions.stemma_wordings import Wording, wordings
from retold.renditions.telling import Telling

# Distinct wordings that are judged together: the evidence is a number per pair of them. Any more are hung one by
# one from the nearest of these.
TOGETHER = 300
# Of two tellings with one wording either may be the copy, and both may come from elsewhere. In simulated genealogies,
# held-out texts, the first was the parent of so many of 63 others where times are known, and where they are not.
SAME_WORDING_DATED, SAME_WORDING = 0.75, 0.38


@dataclass(frozen=True, slots=True)
class Descent:
    """Where a telling comes from.

    `parent_id`: the telling it was made from, None when that is the lost original or a lost copy that hangs from it;
    lost copies below a telling are passed over. `second_parent_id`: another telling it took from, None mostly.
    `confidence`: the probability that the parent is right. `reasons`: what speaks for it, in words.
    """

    article_id: str
    parent_id: str | None
    second_parent_id: str | None
    confidence: float
    reasons: tuple[str, ...]


def stemma(tellings: Sequence[Telling]) -> list[Descent]:
    """One row per telling, sorted by article; the result does not depend on the order of input.

    Parents lead back to a telling without one, never in a circle. A telling shares a passage with its parent.
    About quadratic in the number of distinct wordings up to `TOGETHER`, linear in everything else.
    """
    found = wordings([telling for telling in tellings if telling.passages])
    alone = [
        Descent(telling.article_id, None, None, 1.0, ("tells no passage",))
        for telling in tellings
        if not telling.passages
    ]
    if not found:
        return sorted(alone, key=attrgetter("article_id"))
    together, others = found[:TOGETHER], found[TOGETHER:]
    tree = judged(together)
    rows = [*alone, *(row for place in range(len(together)) for row in _rows(together, tree, place))]
    rows += [row for wording in others for row in _hung(together, wording)]
    return sorted(rows, key=attrgetter("article_id"))


def _rows(found: Sequence[Wording], tree: Judged, place: int) -> list[Descent]:
    wording, parent = found[place], tree.parents[place]
    lost = parent == len(found)
    second = None if lost else second_parent(found, tree, place)
    name = None if lost else found[parent].first
    row = Descent(
        article_id=wording.first.article_id,
        parent_id=name.article_id if name else None,
        second_parent_id=found[second.place].first.article_id if second else None,
        confidence=round(float(np.exp(tree.log_probabilities[parent, place])), 4),
        reasons=_reasons(found, tree, place, second),
    )
    return [row, *_copies(wording)]


def _reasons(
    found: Sequence[Wording], tree: Judged, place: int, second: Contamination | None
) -> tuple[str, ...]:
    if tree.parents[place] == len(found):
        return lost_reasons(found, tree, place)
    return parent_reasons(found, tree, place, second)


def _copies(wording: Wording) -> list[Descent]:
    """The other tellings of a wording hang from the first."""
    return [
        Descent(
            article_id=copy.article_id,
            parent_id=wording.first.article_id,
            second_parent_id=None,
            confidence=SAME_WORDING_DATED if wording.first.published_at else SAME_WORDING,
            reasons=same_reasons(copy, wording.first),
        )
        for copy in wording.tellings[1:]
    ]


def _hung(together: Sequence[Wording], wording: Wording) -> list[Descent]:
    """A wording beyond those judged together, with all its tellings, under the nearest of them in words."""
    ours = _word_pairs(wording)
    shares = [len(ours & _word_pairs(other)) for other in together]
    best = int(np.argmax(shares))
    near = shares[best] / max(1, len(ours))
    row = Descent(
        article_id=wording.first.article_id,
        parent_id=together[best].first.article_id if near else None,
        second_parent_id=None,
        confidence=round(near / 2, 4),
        reasons=(f"of very many tellings the one with most in common: {near:.0%} of its word pairs",),
    )
    return [row, *_copies(wording)]


def _word_pairs(wording: Wording) -> set[tuple[int, str, str]]:
    return {
        (passage, left, right) for passage, told in wording.told.items() for left, right in pairwise(told)
    }
