"""Two profiles to the features that tell a copy from a second reporter.

What separates them is the *narration*: the words outside quotation marks. Two reporters at one press conference
share its quotations word for word, but not the order of words in the sentences around them; a copy does, cut,
rewritten or translated.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from retold.stories.profile import Profile, Weights, Wording
from retold.stories.runs import Ids

# Share of common word pairs below which two texts are not compared sentence by sentence: a copy keeps rare words
# side by side (below this, of WMT21's renditions and Helsinki's reprints, whole or cut, at most .3 % reach a
# `narrated` of .25; the seeds have .20), most articles of one week do not.
LEAST_PAIRS = 0.03
# Sentences less alike than this (cosine of rare stems) are not matched.
LIKENESS = 0.2
# How much the likeness of the sentences before or after them adds to a pair of sentences.
NEIGHBOURS = 0.3
# Rare words, and five-word runs, that a narration is taken to have at least: two texts of ten words that share four
# are no copies. On WMT21 cut to 20-40 % these cost about two points of recall, 25 rare words would cost four.
FEWEST_TOLD = 15
FEWEST_RUNS = 20
# Five-word runs that make a quotation of some length: less is taken for this much.
FEWEST_QUOTED = 10


class Features(NamedTuple):
    """What two texts have in common, each from 0 (nothing) to 1.

    vocabulary: rarity-weighted Jaccard index of their stems
    containment: rarity-weighted share of the poorer text's stems that the other has
    names: Jaccard index of their capitalised stems
    names_contained: share of the names of the text with fewer that the other has
    quotations: share of the five-word runs quoted by the one that quotes less that the other quotes too
    narrated: share of the shorter narration's rare words that stand in matched sentences in the same order
    runs: share of the five-word runs of the shorter narration that the other has
    word_pairs: share of the pairs of neighbouring rare words of the shorter narration that the other has
    """

    vocabulary: float
    containment: float
    names: float
    names_contained: float
    quotations: float
    narrated: float
    runs: float
    word_pairs: float


def compare(left: Profile, right: Profile) -> Features:
    """The features of a pair; the order of the two does not matter beyond rounding."""
    return compare_all(left, [right])[0]


def compare_all(left: Profile, others: Sequence[Profile]) -> list[Features]:
    """The features of one article with each of the others, what is counted for all of them at once."""
    common = _common_weight(left, others)
    names = _common(left.names, [other.names for other in others])
    runs = _common(left.runs, [other.runs for other in others])
    quotations = _common(left.quotations, [other.quotations for other in others])
    pairs = _common(left.word_pairs, [other.word_pairs for other in others])
    counts = zip(*(count.tolist() for count in (common, names, runs, quotations, pairs)), strict=True)
    return [_features(left, other, *count) for other, count in zip(others, counts, strict=True)]


def _features(
    left: Profile,
    right: Profile,
    common: float,
    names: float,
    runs: float,
    quotations: float,
    pairs: float,
) -> Features:
    """The features of a pair from what the two share: weight of stems, names, runs, quoted runs, pairs of words."""
    poorer, richer = sorted((float(left.weight.sum()), float(right.weight.sum())))
    fewer, more = sorted((len(left.names), len(right.names)))
    word_pairs = _ratio(pairs, min(len(left.word_pairs), len(right.word_pairs)))
    return Features(
        vocabulary=_ratio(common, poorer + richer - common),
        containment=_ratio(common, poorer),
        names=_ratio(names, fewer + more - names),
        names_contained=_ratio(names, fewer),
        quotations=_ratio(quotations, max(FEWEST_QUOTED, min(len(left.quotations), len(right.quotations)))),
        narrated=_narrated(left.narration, right.narration) if word_pairs >= LEAST_PAIRS else 0.0,
        runs=_ratio(runs, max(FEWEST_RUNS, min(len(left.runs), len(right.runs)))),
        word_pairs=word_pairs,
    )


def longest_increasing(sequence: Iterable[int]) -> int:
    """Length of the longest strictly increasing subsequence (patience sorting, O(n log n))."""
    ends: list[int] = []
    for value in sequence:
        place = bisect_left(ends, value)
        ends[place : place + 1] = [value]
    return len(ends)


def _ratio(part: float, whole: float) -> float:
    return min(1.0, part / whole) if whole > 0 else 0.0


def _common(own: Ids, others: Sequence[Ids]) -> Weights:
    """How many ids each of the others has in common with `own`; all sorted and unique."""
    shared = _known(np.concatenate([own[:0], *others]), own)
    return np.bincount(_owners(others), shared, minlength=len(others)).astype(np.float64)


def _common_weight(left: Profile, others: Sequence[Profile]) -> Weights:
    """What weight of stems each of the others has in common with `left`; a stem of two languages has the lesser."""
    stems = [other.stems for other in others]
    every = np.concatenate([left.stems[:0], *stems])
    weights = np.concatenate([left.weight[:0], *(other.weight for other in others)])
    shared = _known(every, left.stems)
    worth = np.minimum(weights[shared], left.weight[np.searchsorted(left.stems, every[shared])])
    return np.bincount(_owners(stems)[shared], worth, minlength=len(others)).astype(np.float64)


def _owners(lists: Sequence[Ids]) -> Ids:
    """For each element of the lists end to end, the number of its list."""
    return np.repeat(np.arange(len(lists)), [len(ids) for ids in lists])


def _known(ids: Ids, vocabulary: Ids) -> NDArray[np.bool_]:
    """Which of the ids the sorted vocabulary has."""
    if not len(vocabulary):
        return np.zeros(len(ids), dtype=bool)
    place = np.minimum(np.searchsorted(vocabulary, ids), len(vocabulary) - 1)
    return np.asarray(vocabulary[place] == ids)


def _narrated(left: Wording, right: Wording) -> float:
    likeness = _likeness(left, right, np.intersect1d(left.stems, right.stems))
    left_words, right_words = _by_sentence(left), _by_sentence(right)
    ordered = sum(_in_order(left_words[i], right_words[j]) for i, j in _matches(likeness))
    return _ratio(ordered, max(FEWEST_TOLD, min(len(left.stems), len(right.stems))))


def _likeness(left: Wording, right: Wording, vocabulary: Ids) -> Weights:
    """Cosine of every sentence of the one with every sentence of the other, over rarity-weighted stems."""
    product = _sentence_matrix(left, vocabulary) @ _sentence_matrix(right, vocabulary).T
    norms = np.sqrt(np.outer(left.mass, right.mass))
    return np.divide(product, norms, out=np.zeros_like(product), where=norms > 0)


def _sentence_matrix(wording: Wording, vocabulary: Ids) -> Weights:
    matrix = np.zeros((len(wording.mass), len(vocabulary)))
    known = _known(wording.stems, vocabulary)
    place = np.searchsorted(vocabulary, wording.stems[known])
    matrix[wording.sentence[known], place] = wording.rarity[known]
    return matrix


def _matches(likeness: Weights) -> list[tuple[int, int]]:
    """Pairs of sentences that are each other's best, helped by the likeness of the sentences beside them."""
    if not likeness.size:
        return []
    padded = np.pad(likeness, 1)
    beside = np.maximum(padded[:-2, :-2], padded[2:, 2:])
    supported = likeness + NEIGHBOURS * beside * (likeness > 0)
    best_right, best_left = supported.argmax(axis=1), supported.argmax(axis=0)
    return [(i, int(j)) for i, j in enumerate(best_right) if best_left[j] == i and likeness[i, j] >= LIKENESS]


def _by_sentence(wording: Wording) -> list[list[int]]:
    bounds = np.searchsorted(wording.sentence, np.arange(1, len(wording.mass)))
    return [part.tolist() for part in np.split(wording.stems, bounds)]


def _in_order(left: list[int], right: list[int]) -> int:
    """How many stems, each once in either sentence, stand in the same order; a single shared stem says nothing."""
    places = {stem: place for place, stem in enumerate(right) if right.count(stem) == 1}
    shared = [places[stem] for stem in left if stem in places and left.count(stem) == 1]
    return longest_increasing(shared) if len(shared) > 1 else 0
