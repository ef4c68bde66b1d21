"""Tellings of one report to its stemma: who was made from whom, down from the report's lost original.

Shared changes prove kinship, not shared text. Equal wordings are judged once; for each other wording the
probability of every possible parent, and of the lost original, is weighed from what both have kept, lost and gained,
from times and from credits (stemma_judgement.py), and the most probable tree is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from operator import attrgetter

import numpy as np

from retold.renditions.stemma_contamination import second_parent
from retold.renditions.stemma_copies import Descent, copies, likeliest_model, model_confidence
from retold.renditions.stemma_judgement import Judged, judged
from retold.renditions.stemma_reasons import lost_reasons, parent_reasons
from retold.renditions.stemma_wordings import Wording, wordings
from retold.renditions.telling import Telling

__all__ = ["Descent", "stemma"]

# Distinct wordings that are judged together: the evidence is a number per pair of them. Any more are hung one by
# one from the nearest of these.
TOGETHER = 300


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
    sure = float(np.exp(tree.log_probabilities[parent, place]))
    if parent == len(found):
        row = Descent(wording.first.article_id, None, None, round(sure, 4), lost_reasons(found, tree, place))
        return [row, *copies(wording, row)]
    model = likeliest_model(wording.first, found[parent].tellings)
    share = model_confidence(wording.first, model, found[parent].tellings)
    second = second_parent(found, tree, place)
    row = Descent(
        article_id=wording.first.article_id,
        parent_id=model.article_id,
        second_parent_id=found[second.place].first.article_id if second else None,
        confidence=round(sure * share, 4),
        reasons=parent_reasons(found, tree, place, model, second),
    )
    return [row, *copies(wording, row)]


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
    return [row, *copies(wording, row)]


def _word_pairs(wording: Wording) -> set[tuple[int, str, str]]:
    return {
        (passage, left, right) for passage, told in wording.told.items() for left, right in pairwise(told)
    }
