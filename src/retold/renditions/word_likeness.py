"""Words of two wordings to which of them are alike by themselves, how much and how."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Literal

import numpy as np
from rapidfuzz.distance import JaroWinkler
from rapidfuzz.process import cdist

from retold.renditions.word import Word, correspondences, stem

How = Literal["same", "stem", "spelling", "synonym", "function", "slot"]
Likeness = tuple[float, How]
Matches = list[dict[int, Likeness]]
"""For each left word the right words that are like it, by place."""

# What two words are worth by how they are alike: the same, of one stem, synonyms, a function word for its like.
# `SYNONYM` was set by judgement, the others chosen as in aligned_words.py.
SAME, STEM, SYNONYM, FUNCTION = 1.0, 0.9, 0.7, 0.55
# A function word or mark says this much of what a content word says.
GRAMMAR = 0.4
# Jaro-Winkler likeness at which two words of four letters and more are one word spelled otherwise.
SPELLED_ALIKE, SHORTEST = 0.85, 4
# Prefixes that turn a word into its contrary.
CONTRARY = ("un", "in", "im", "il", "ir", "dis", "non")
# Words from which a wording is no longer a few sentences: then counterparts are looked for block by block, among so
# many words before and after what is in step with the block. Set by judgement.
LONG, BLOCK, BAND = 250, 25, 50


def matches(left: Sequence[Word], right: Sequence[Word]) -> Matches:
    """The right words that are like each left word; in long wordings only those in step with it.

    So the cost stays linear in the length of the wordings.
    """
    if max(len(left), len(right)) <= LONG:
        return _matches(left, right, 0)
    found: Matches = []
    for start in range(0, len(left), BLOCK):
        block = left[start : start + BLOCK]
        first = max(0, start * len(right) // len(left) - BAND)
        last = (start + len(block)) * len(right) // len(left) + BAND
        found += _matches(block, right[first:last], first)
    return found


def _matches(left: Sequence[Word], right: Sequence[Word], offset: int) -> Matches:
    places: dict[str, list[int]] = {}
    for place, word in enumerate(right, offset):
        places.setdefault(word.form, []).append(place)
    ours = {word.form: word for word in left}
    theirs = {word.form: word for word in right}
    alike = _alike(ours, theirs)
    by_form = {
        form: {place: likeness for other, likeness in found.items() for place in places[other]}
        for form, found in alike.items()
    }
    return [by_form[word.form] for word in left]


def _alike(ours: Mapping[str, Word], theirs: Mapping[str, Word]) -> dict[str, dict[str, Likeness]]:
    """Each form of ours to the forms of theirs that are like it; what is surest counts."""
    by_stem: dict[str, list[Word]] = {}
    for word in theirs.values():
        if not (word.is_mark or word.is_function):
            by_stem.setdefault(word.stem, []).append(word)
    numbers = [word for word in theirs.values() if word.number]
    found = {form: _by_list(word, theirs, by_stem, numbers) for form, word in ours.items()}
    for one, other, likeness in _spelled_alike(ours, theirs):
        if other not in found[one]:
            found[one][other] = likeness * STEM, "spelling"
    return found


def _by_list(
    ours: Word, theirs: Mapping[str, Word], by_stem: Mapping[str, Sequence[Word]], numbers: Sequence[Word]
) -> dict[str, Likeness]:
    """The same word, numbers worth the same, function words for their like, one stem, synonyms."""
    found: dict[str, Likeness] = {}
    if ours.form in theirs:
        found[ours.form] = SAME * (GRAMMAR if ours.is_function else 1), "same"
    if ours.is_mark:
        return found
    if ours.number:
        for word in numbers:
            if word.number == ours.number:
                found.setdefault(word.form, (SAME, "same"))
    for form in _corresponding().get(ours.form, ()):
        if form in theirs and (ours.is_function or theirs[form].is_function):
            found.setdefault(form, (FUNCTION * GRAMMAR, "function"))
    if ours.is_function:
        return found
    for word in by_stem.get(ours.stem, ()):
        if not (ours.number and word.number):
            found.setdefault(word.form, (STEM, "stem"))
    for other in _synonyms().get(ours.stem, ()):
        for word in by_stem.get(other, ()):
            if not (ours.number and word.number):
                found.setdefault(word.form, (SYNONYM, "synonym"))
    return found


def _spelled_alike(ours: Mapping[str, Word], theirs: Mapping[str, Word]) -> Iterator[tuple[str, str, float]]:
    """Forms spelled nearly alike, and how alike they are; not two numbers, not legal and illegal."""
    left, right = _spelled(ours), _spelled(theirs)
    if not left or not right:
        return
    likeness = cdist(left, right, scorer=JaroWinkler.similarity, score_cutoff=SPELLED_ALIKE, dtype=np.float64)
    for row, column in zip(*np.nonzero(likeness), strict=True):
        one, other = left[row], right[column]
        if not (ours[one].number and theirs[other].number) and not contrary(one, other):
            yield one, other, float(likeness[row, column])


def _spelled(words: Mapping[str, Word]) -> list[str]:
    return [
        form
        for form, word in words.items()
        if len(form) >= SHORTEST and not (word.is_mark or word.is_function or form.isdigit())
    ]


def contrary(ours: str, theirs: str) -> bool:
    """Whether one word is the other with a prefix that turns it into its contrary."""
    short, long = sorted((ours, theirs), key=len)
    return long.endswith(short) and long.removesuffix(short) in CONTRARY


@cache
def _corresponding() -> dict[str, frozenset[str]]:
    """Function word to those that stand for it."""
    found: dict[str, frozenset[str]] = {}
    for line in correspondences()["same"]:
        group = frozenset(line.replace("'", "").split())
        found.update({form: found.get(form, frozenset()) | group for form in group})
    return found


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    """Stem to the stems that stand for it."""
    found: dict[str, frozenset[str]] = {}
    for line in correspondences()["synonyms"]:
        group = frozenset(stem(form) for form in line.split())
        found.update({one: found.get(one, frozenset()) | group for one in group})
    return found
