"""Which of several tellings with one wording was copied: their words cannot tell, credits and order can.

A copy credits whom its model credits, or the model's own outlet, or nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.renditions.stemma_reasons import same_reasons
from retold.renditions.stemma_wordings import Wording
from retold.renditions.telling import Telling

# How often the telling chosen was the parent, given that the wording was right, in 1,400 simulated genealogies (texts
# of the calibration). Of a child in other words: credited, the earliest, any where times are unknown.
CREDITED, EARLIEST, ANY = 0.95, 0.77, 0.68
# Of a child in the same words: the same three, and one that credits somebody whom the telling chosen does not know
# and is taken to come from elsewhere.
SAME_CREDITED, SAME_EARLIEST, SAME_ANY, UNHEARD = 0.99, 0.74, 0.52, 0.55


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


def likeliest_model(child: Telling, tellings: Sequence[Telling]) -> Telling:
    """Of the tellings of one wording the one from which the child was made most probably.

    The one whose outlet it credits, else the first that credits what it does; a later one only if all are later.
    """
    able = [one for one in tellings if not _later(one, child)] or tellings
    credited = (one for one in able if _credits(child, one))
    knowing = (one for one in able if not _unheard(child, one))
    return next(credited, None) or next(knowing, None) or able[0]


def model_confidence(child: Telling, model: Telling, tellings: Sequence[Telling]) -> float:
    """The probability that of these tellings of one wording the model is the child's, if one of them is."""
    if len(tellings) == 1:
        return 1.0
    if _credits(child, model):
        return CREDITED
    return EARLIEST if model.published_at else ANY


def copies(wording: Wording, first: Descent) -> list[Descent]:
    """The other tellings of a wording: from the first or one they credit, or from where the first comes from."""
    return [
        _copy(copy, likeliest_model(copy, wording.tellings[:place]), first)
        for place, copy in enumerate(wording.tellings)
        if place
    ]


def _copy(copy: Telling, model: Telling, first: Descent) -> Descent:
    reasons = same_reasons(copy, model)
    if _unheard(copy, model):
        said = (*reasons, f"credits {copy.agency}, which that one does not name")
        return Descent(copy.article_id, first.parent_id, None, UNHEARD, said)
    dated = SAME_EARLIEST if model.published_at else SAME_ANY
    confidence = SAME_CREDITED if _credits(copy, model) else dated
    return Descent(copy.article_id, model.article_id, None, confidence, reasons)


def _credits(child: Telling, parent: Telling) -> bool:
    return child.agency is not None and child.agency == parent.source


def _unheard(child: Telling, parent: Telling) -> bool:
    """Whether the child credits somebody whom the parent neither credits nor is."""
    return child.agency is not None and child.agency not in (parent.agency, parent.source)


def _later(one: Telling, other: Telling) -> bool:
    if one.published_at is None or other.published_at is None:
        return False
    return one.published_at > other.published_at
