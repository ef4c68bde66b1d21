"""Likeness of sentences to passages: which sentences of a rendition tell which passage.

Moves are allowed: a monotone alignment collapses on the moved paragraphs of rewritten copies. Instead the pairs
around a pair lend it support, so that order helps where it holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise, product

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

# The numbers below were chosen on WMT21's ru and is renditions, whole and cut, and on the demo's rewritten copies;
# what they reach together stands in bench/README.md.

# Cosine of character 3-5-grams from which two sentences tell the same thing, whatever else the texts share (both cut
# to 20-40 %, ru and is: F1 .863 and .895 at .26, .895 and .900 at .30).
SURE = 0.30
# The same where `ALIGNED` of the shorter text is sure (ru, cut: F1 .961 at .20, .964 at .24).
ALIKE = 0.26
# Likeness that suffices beside another pair of best sentences: rewritten text shares little in each sentence, but the
# sentences that chance makes each other's best do not follow each other. It doubles what is aligned of the demo's
# rewritten copies (.57 to .93, .47 to .93 of the words) and costs one to two points where both keep 20-40 %.
IN_LINE = 0.16
# Likeness that suffices where another such pair stands within two sentences on the same side in both texts.
NEAR = 0.21
# Share of the likeness of the pairs before and after that counts for a pair.
SUPPORT = 0.45
# Likeness that suffices between two aligned pairs, where order already speaks for a pair.
ENCLOSED = 0.10
# Share of the shorter text that must be aligned before order is trusted: two small cuts of one report may lie side by
# side and share nothing.
ALIGNED = 0.4
# The same share of pairs that are sure or follow another: what chance makes each other's best does not follow.
CHAINED = 0.5
# What lying in step (at the same share of both texts) counts for a pair: decides between equals, such as the
# sentences of a paragraph that a text has several times, and nothing else.
IN_STEP = 1e-6
# Least ratio of the lengths of two stretches of sentences that are taken for parallel.
PARALLEL = 0.6
# Likeness a sentence needs to join the passage its neighbour tells: half of a split sentence keeps about half of
# its n-grams (ru, cut: F1 .960 at .30, .962 at .35, .967 at .45).
ATTACHED = 0.45


@dataclass(frozen=True, slots=True)
class Link:
    """Sentence `sentence` of a rendition tells passage `passage`, with that likeness (0 to 1)."""

    sentence: int
    passage: int
    likeness: float


def align(likeness: Matrix) -> list[Link]:
    """Links between the rows (sentences, in order) and the columns (passages, in order) of a likeness matrix.

    First the pairs that are each other's best; then what is left over between two pairs, in order; then sentences
    left over join the passage next to them that their neighbour tells (one sentence told in two), and passages left
    over the sentence that tells their neighbour (two told in one). Sorted by sentence, then passage.
    """
    if not likeness.size:
        return []
    pairs = _mutual_best(likeness)
    pairs |= _enclosed(likeness, pairs)
    pairs |= _attached(likeness, pairs)
    pairs |= {(i, j) for j, i in _attached(likeness.T, {(j, i) for i, j in pairs})}
    return [Link(i, j, float(likeness[i, j])) for i, j in sorted(pairs)]


def supported(likeness: Matrix) -> Matrix:
    """Likeness with the support of the pairs diagonally before and after; nothing where there is no likeness."""
    scores = likeness.copy()
    scores[1:, 1:] += SUPPORT / 2 * likeness[:-1, :-1]
    scores[:-1, :-1] += SUPPORT / 2 * likeness[1:, 1:]
    rows, columns = (np.arange(length) / length for length in likeness.shape)
    scores -= IN_STEP * np.abs(rows[:, None] - columns)
    scores[likeness <= 0] = 0.0
    return scores


def _mutual_best(likeness: Matrix) -> set[tuple[int, int]]:
    """Pairs that are each other's best and alike; where much is, also those a little alike that stand by another."""
    scores = supported(likeness)
    best_passage, best_sentence = scores.argmax(axis=1), scores.argmax(axis=0)
    best = {
        (i, int(j)) for i, j in enumerate(best_passage) if best_sentence[j] == i and likeness[i, j] >= IN_LINE
    }
    sure = {pair for pair in best if likeness[pair] >= SURE}
    chained = {(i, j) for i, j in best if (i - 1, j - 1) in best or (i + 1, j + 1) in best}
    shorter = min(likeness.shape)
    if len(sure) < ALIGNED * shorter and len(sure | chained) < CHAINED * shorter:
        return sure
    return {
        pair for pair in best if pair in chained or likeness[pair] >= ALIKE or _near(pair, best, likeness)
    }


def _near(pair: tuple[int, int], best: set[tuple[int, int]], likeness: Matrix) -> bool:
    i, j = pair
    return likeness[pair] >= NEAR and any((i + down, j + right) in best for down, right in _NEAR)


_NEAR = [(a, b) for a, b in product(range(-2, 3), repeat=2) if a * b > 0]


def _enclosed(likeness: Matrix, pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Pairs left over between two aligned pairs that follow each other in both texts, kept in order.

    The beginnings of both texts count as aligned, and the ends.
    """
    sentences, passages = likeness.shape
    if len(pairs) < ALIGNED * min(sentences, passages):
        return set()
    anchors = [(-1, -1), *sorted(pairs), (sentences, passages)]
    taken = sorted(j for _, j in pairs)
    found: set[tuple[int, int]] = set()
    for (i, j), (after_i, after_j) in pairwise(anchors):
        if bisect_right(taken, j) < bisect_left(taken, after_j):
            continue  # another pair reaches in here: these stretches are not parallel
        block = likeness[i + 1 : after_i, j + 1 : max(j + 1, after_j)]
        if not _parallel(block):
            continue
        found |= {(i + 1 + row, j + 1 + column) for row, column in _in_order(block)}
    return found


def _parallel(block: Matrix) -> bool:
    """Whether two stretches are about as long: a cut or an addition between the same two pairs is not."""
    shorter, longer = sorted(block.shape)
    return bool(shorter >= PARALLEL * longer)


def _in_order(likeness: Matrix) -> list[tuple[int, int]]:
    """The pairs, increasing in both, whose likeness exceeds `ENCLOSED` by most in sum (dynamic programming)."""
    rows, columns = likeness.shape
    gain = np.maximum(likeness - ENCLOSED, 0.0)
    best = np.zeros((rows + 1, columns + 1))
    for i in range(rows - 1, -1, -1):
        reached = np.maximum(best[i + 1, :-1], gain[i] + best[i + 1, 1:])
        best[i, :-1] = np.maximum.accumulate(reached[::-1])[::-1]
    pairs, i, j = [], 0, 0
    while i < rows and j < columns and best[i, j] > 0:
        if best[i, j] == best[i + 1, j]:
            i += 1
        elif best[i, j] == best[i, j + 1]:
            j += 1
        else:
            pairs.append((i, j))
            i, j = i + 1, j + 1
    return pairs


def _attached(likeness: Matrix, pairs: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Rows without a partner that tell, like the row before or after them, what that row's column tells."""
    columns: dict[int, list[int]] = {}
    for i, j in pairs:
        columns.setdefault(i, []).append(j)
    found = set()
    for i in set(range(len(likeness))) - set(columns):
        near = [j for beside in (i - 1, i + 1) for j in columns.get(beside, [])]
        best = max(near, key=lambda j: (likeness[i, j], -j), default=None)
        if best is not None and likeness[i, best] >= ATTACHED:
            found.add((i, best))
    return found
