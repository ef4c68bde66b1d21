"""A fingerprint laid out for comparing: sorted stems, names, runs and sentences as arrays, made once per article."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from retold.model import Fingerprint
from retold.stories.fingerprints import NAME, QUOTED
from retold.stories.runs import MIX, Ids, runs

Weights = NDArray[np.float64]

# Words of narration below which quotations are counted too: a text that is one long quotation has no other.
LEAST_NARRATION = 30
# A word is paired with this many rare words after it, so that one inserted or lost word breaks no pair.
PAIRED_WITH = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """The rare words of a narration, in order.

    `sentence` is the sentence each word stands in, `mass` the summed squared rarity of each sentence's stems.
    """

    stems: Ids
    rarity: Weights
    sentence: Ids
    mass: Weights


@dataclass(frozen=True, slots=True)
class Profile:
    """What comparing needs of one article.

    `stems` and `names` are sorted and unique, `weight` runs parallel to `stems`. `narration` is the
    wording outside quotation marks. `runs` are the sorted hashes of the narration's
    runs of `RUN` words, `quotations` those of its quotations, `word_pairs` those of its neighbouring rare words.
    """

    stems: Ids
    weight: Weights
    names: Ids
    narration: Wording
    runs: Ids
    quotations: Ids
    word_pairs: Ids


def profile(fingerprint: Fingerprint) -> Profile:
    """The fingerprint laid out for `features.compare`."""
    lists = fingerprint.words, fingerprint.rarity, fingerprint.roles, fingerprint.sentences
    return _profile(*(np.array(values, dtype=np.int64) for values in lists))


def profiles(fingerprints: pa.Table) -> list[Profile]:
    """The fingerprints of a table laid out, row by row, without a Python object for every word."""
    columns = [_lists(fingerprints, name) for name in ("words", "rarity", "roles", "sentences")]
    return [_profile(*row) for row in zip(*columns, strict=True)]


def _lists(table: pa.Table, name: str) -> list[Ids]:
    column = table.column(name).combine_chunks()
    offsets = column.offsets.to_numpy()
    values = column.values.to_numpy()[: offsets[-1]].astype(np.int64)
    return np.split(values, offsets[1:-1])


def _profile(words: Ids, weighed: Ids, roles: Ids, starts: Ids) -> Profile:
    rarity = weighed / 10
    sentence: Ids = np.searchsorted(starts, np.arange(len(words)), side="right").astype(np.int64) - 1
    told = _narrated(roles)
    rare = rarity > 0
    stems, first = np.unique(words[rare], return_index=True)
    narration = _wording(words, rarity, sentence, rare & told, len(starts))
    return Profile(
        stems=stems,
        weight=rarity[rare][first],
        names=np.unique(words[rare & (roles & NAME > 0)]),
        narration=narration,
        runs=runs(words, told),
        quotations=runs(words, roles & QUOTED > 0),
        word_pairs=_word_pairs(narration.stems),
    )


def _narrated(roles: Ids) -> NDArray[np.bool_]:
    told = roles & QUOTED == 0
    return told if told.sum() >= LEAST_NARRATION else np.ones(len(roles), dtype=bool)


def _wording(
    words: Ids, rarity: Weights, sentence: Ids, chosen: NDArray[np.bool_], sentences: int
) -> Wording:
    stems, weights, places = words[chosen], rarity[chosen], sentence[chosen]
    distinct, number = np.unique(stems, return_inverse=True)
    _, first = np.unique(places * len(distinct) + number, return_index=True)
    mass = np.bincount(places[first], weights[first] ** 2, minlength=sentences).astype(np.float64)
    return Wording(stems, weights, places, mass)


def _word_pairs(stems: Ids) -> Ids:
    """Sorted unique hashes of the pairs of neighbouring rare words, whichever comes first."""
    hashes = [stems[:0].astype(np.uint64)]
    for distance in range(1, PAIRED_WITH + 1):
        left, right = stems[:-distance].astype(np.uint64), stems[distance:].astype(np.uint64)
        hashes.append(np.minimum(left, right) * MIX + np.maximum(left, right))
    pairs: Ids = np.concatenate(hashes).view(np.int64)
    return np.unique(pairs)
