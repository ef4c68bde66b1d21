"""Fingerprints to the features that tell a copy from a second reporter, for many pairs at once.

What separates them is the *narration*: the words outside quotation marks. Two reporters at one press conference share
its quotations word for word, and its names; what they do not share is the frame of other words around the names: a
copy keeps it in part, however it was cut, rewritten or translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import pyarrow as pa

from retold.stories.fingerprints import Prints, prints_in
from retold.stories.lexicon import HASH_BITS, MOST_SAID
from retold.stories.lists import Lists
from retold.stories.sharing import Numbers, Sets, signatures
from retold.stories.word_runs import Flags, Ids

# Skip-trigrams that a narration is taken to have at least, those of 16 words: two texts that share four words are no
# copies. Of ten words it takes more: two headlines on one subject are half alike. (WMT21 ru, 20-40 % against
# the whole: recall at 1 % of BASIL is .937 so, .927 with 180 for all.)
FEWEST_TOLD = 120
TINY = 90
FEWEST_OF_TINY = 200
# Share of a narration's skip-trigrams that another one has although neither copied: it grows with the square root of
# how many that other has. BASIL, whole and cut, from 800 to 11,000: on the mean .0003 of the root, .0010 at the 97th
# percentile; Helsinki's flood, 30,000: .0003. (Texts on other events, 3,000 to 250,000: .0001 to .0002.)
CHANCE = 0.0007
# A text of books' length has so much of everything; an excerpt of it still has more.
MOST_CHANCE = 0.3
# Numbers that a copy of so much phrasing should have kept, and did not, from which it is a form filled in anew: two
# days' market reports, forecasts, results. Of 8,474 pairs of tellings (WMT21, Helsinki, rewritten) none.
NUMBERS_MISSED = 2.0
# Of the numbers that it should have kept at most this share was kept.
NUMBERS_KEPT = 1 / 3
# Five-word runs that make a quotation of some length: less is taken for this much.
FEWEST_QUOTED = 10
# What sounds of three, four, five and more signs weigh, and what texts in two languages are taken to have at least.
SAYS = np.array([1.0, 2.0, 3.0, 3.5])
FEWEST_SOUNDS = 10.0


# Pairs compared in one step: bounds memory.
_COMPARED_AT_ONCE = 20_000
_COMPARED = ("stems", "weights", "names", "numbers", "quotations", "phrasing", "sounds")


class Features(NamedTuple):
    """What two texts have in common, each from 0 (nothing) to 1.

    vocabulary: rarity-weighted Jaccard index of their stems
    containment: rarity-weighted share of the poorer text's stems that the other has
    names: Jaccard index of their capitalised stems
    names_contained: share of the names of the text with fewer that the other has
    quotations: share of the five-word runs quoted by the one that quotes less that the other quotes too
    phrasing: share of the skip-trigrams of the shorter narration that the other has, names left out
    sounds: of texts in two languages, Jaccard index of the sounds of their names and of their numbers, each weighed
        by how much it says; 0 within one language
    """

    vocabulary: float
    containment: float
    names: float
    names_contained: float
    quotations: float
    phrasing: float
    sounds: float


@dataclass(frozen=True, slots=True)
class Comparable:
    """Fingerprints laid out for comparing."""

    stems: Sets
    names: Sets
    numbers: Sets
    quotations: Sets
    phrasing: Sets
    sketches: Lists
    complete_below: Ids
    sounds: Sets
    has_capitals: Flags
    language: Ids
    like: Ids
    """For each text the first that has the same of all this: what is true of it is true of the text."""


def comparable(prints: Prints | pa.Table) -> Comparable:
    """Fingerprints, or rows of `Fingerprint`, laid out."""
    if isinstance(prints, pa.Table):
        prints = prints_in(prints)
    return Comparable(
        stems=Sets.of(prints.stems, np.sqrt(prints.weights.values / 10)),
        names=Sets.of(prints.names),
        numbers=Sets.of(prints.numbers),
        quotations=Sets.of(prints.quotations),
        phrasing=Sets.of(prints.phrasing),
        sketches=prints.phrasing,
        complete_below=prints.phrasing_below,
        sounds=Sets.of(prints.sounds, np.sqrt(SAYS[prints.sounds.values & MOST_SAID])),
        has_capitals=np.diff(prints.names.offsets) > 0,
        language=prints.language,
        like=_like(prints),
    )


def _like(prints: Prints) -> Ids:
    single = np.arange(len(prints.language) + 1)
    lists = [getattr(prints, name) for name in _COMPARED]
    lists += [Lists(single, numbers) for numbers in (prints.phrasing_below, prints.language)]
    _, first, place = np.unique(signatures(lists), return_index=True, return_inverse=True)
    return np.asarray(first[place])


def compare(texts: Comparable, left: Ids, right: Ids) -> dict[str, Numbers]:
    """The features of pairs of texts, by name; the order of the two does not matter.

    left, right: the rows of either side. Copies word for word, of which a flood is full, are compared once.
    """
    count = max(1, len(texts.like))
    packed = texts.like[left] * count + texts.like[right]
    packed, place = np.unique(packed, return_inverse=True)
    parts = [
        _compared(texts, *np.divmod(packed[start : start + _COMPARED_AT_ONCE], count))
        for start in range(0, max(1, len(packed)), _COMPARED_AT_ONCE)
    ]
    return {name: np.concatenate([part[name] for part in parts])[place] for name in Features._fields}


def _compared(texts: Comparable, left: Ids, right: Ids) -> dict[str, Numbers]:
    stems = _Shared.of(texts.stems, left, right)
    names = _Shared.of(texts.names, left, right)
    quotations = _Shared.of(texts.quotations, left, right)
    return {
        "vocabulary": _ratio(stems.common, stems.less + stems.more - stems.common),
        "containment": _ratio(stems.common, stems.less),
        "names": _ratio(names.common, names.less + names.more - names.common),
        "names_contained": _ratio(names.common, names.less),
        "quotations": _ratio(quotations.common, np.maximum(quotations.less, FEWEST_QUOTED)),
        "phrasing": _unless_filled_in(_phrasing(texts, left, right), _Shared.of(texts.numbers, left, right)),
        "sounds": _sounds(texts, left, right),
    }


def _sounds(texts: Comparable, left: Ids, right: Ids) -> Numbers:
    """Jaccard index of the sounds of pairs in two languages, 0 for the others.

    A text without capitals does not show which of its words are names: it is taken to have no more than the other.
    """
    spoken = texts.language
    abroad = (spoken[left] != spoken[right]) & (spoken[left] > 0) & (spoken[right] > 0)
    found = np.zeros(len(left))
    left, right = left[abroad], right[abroad]
    common, weight = texts.sounds.common(left, right), texts.sounds.totals
    ours, theirs = (
        np.where(texts.has_capitals[one], weight[one], np.minimum(weight[one], weight[other]))
        for one, other in ((left, right), (right, left))
    )
    found[abroad] = _ratio(common, np.maximum(ours + theirs - common, FEWEST_SOUNDS))
    return found


def _phrasing(texts: Comparable, left: Ids, right: Ids) -> Numbers:
    """Share of the shorter narration's skip-trigrams that the other has, of those that both would have kept.

    Taken from what chance gives (0) to all (1).
    """
    limit = np.minimum(texts.complete_below[left], texts.complete_below[right])
    told = texts.sketches.below(limit, left), texts.sketches.below(limit, right)
    kept = limit / (1 << HASH_BITS)
    common = texts.phrasing.common(left, right)
    less, more = np.minimum(*told), np.maximum(FEWEST_TOLD * kept, np.maximum(*told))
    least = np.where(less <= TINY * kept, FEWEST_OF_TINY, FEWEST_TOLD) * kept
    share = _ratio(common, np.maximum(less, least))
    chance = np.minimum(CHANCE * np.sqrt(more / kept), MOST_CHANCE)
    above: Numbers = np.maximum(0.0, (share - chance) / (1 - chance))
    return above


def _unless_filled_in(phrasing: Numbers, numbers: _Shared) -> Numbers:
    """Nothing where much phrasing is shared and hardly any number: whoever copies the words copies the figures."""
    kept = phrasing * numbers.less
    filled_in = (kept - numbers.common >= NUMBERS_MISSED) & (numbers.common <= NUMBERS_KEPT * kept)
    return np.where(filled_in, 0.0, phrasing)


@dataclass(frozen=True, slots=True)
class _Shared:
    """Of each pair: the weight of what both have, of what the lesser has, of what the greater has."""

    common: Numbers
    less: Numbers
    more: Numbers

    @classmethod
    def of(cls, sets: Sets, left: Ids, right: Ids) -> _Shared:
        totals = sets.totals[left], sets.totals[right]
        return cls(sets.common(left, right), np.minimum(*totals), np.maximum(*totals))


def _ratio(part: Numbers, whole: Numbers) -> Numbers:
    return np.minimum(1.0, np.divide(part, whole, out=np.zeros_like(part), where=whole > 0))
