"""The plain ways to guess who copied whom, beside which the stemma is measured."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime

import numpy as np
from rapidfuzz.distance import Levenshtein
from scipy.sparse.csgraph import breadth_first_order, minimum_spanning_tree

from retold.renditions.telling import Telling
from retold.text import words

_LATE = datetime.max.replace(tzinfo=UTC)


def lost_only(tellings: Sequence[Telling]) -> dict[str, str | None]:
    """Every telling from the lost original."""
    return {telling.article_id: None for telling in tellings}


def nearest_earlier(tellings: Sequence[Telling]) -> dict[str, str | None]:
    """The earlier telling with which most of the words are shared; without times the longer counts as earlier."""
    order = sorted(tellings, key=lambda one: (one.published_at or _LATE, -one.length, one.article_id))
    bags = [Counter(words(" ".join(one.passages.values()))) for one in order]
    found: dict[str, str | None] = {}
    for place, one in enumerate(order):
        shares = [(bags[place] & earlier).total() for earlier in bags[:place]]
        found[one.article_id] = order[int(np.argmax(shares))].article_id if place else None
    return found


def spanning_tree(tellings: Sequence[Telling]) -> dict[str, str | None]:
    """The minimum spanning tree of edit distances between words, rooted at the longest telling."""
    order = sorted(tellings, key=lambda one: (-one.length, one.article_id))
    texts = [words(" ".join(text for _, text in sorted(one.passages.items()))) for one in order]
    apart = np.array(
        [[1 + Levenshtein.distance(left, right) for right in texts] for left in texts], dtype=float
    )
    tree = minimum_spanning_tree(apart)
    _, above = breadth_first_order(tree + tree.T, 0, directed=False)
    return {
        one.article_id: order[above[place]].article_id if above[place] >= 0 else None
        for place, one in enumerate(order)
    }
