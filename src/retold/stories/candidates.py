"""Fingerprints to the pairs of articles worth comparing.

Two articles are candidates when the keys they share are worth `ENOUGH`. A key that more than `COMMONEST` articles
have finds nothing worth its cost; the copies of a report that more outlets have find each other by what they share in
smaller parts of the crowd. An article names its `MOST_CANDIDATES` best: the number of pairs grows with the number of
articles, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix

from retold.stories.lexicon import HASH_BITS, MOST_SAID
from retold.stories.lists import Lists, differs
from retold.stories.word_runs import Flags, Ids

# What sharing a key is worth, and what the common keys of two articles must be worth together: three of the
# strongest stems (.99 and more of cut renditions share as many, at 43 candidates an article among 20,000); one stem
# and a name, which is a stem of the rarest kind ("Galwan" and "20" make a candidate, "troops" and "20" do not); two
# phrases. Pairs of the strongest stems add to that, and stand in for stems that are everywhere in a flood.
STEM = 2
NAME = 4
PHRASE = 3
STEM_PAIR = 1
ENOUGH = 6
# What sharing a sound of three, four, five and more signs is worth, or a number, where two languages meet. Most names
# are everywhere, two together are not. (WMT21, an article in Russian and an English rendition of it among 10,000
# articles of one stretch: found .40 without sounds, .78 by single ones, .945 so, and no more with 16.)
SOUND = np.array([1, 2, 3, 3])
PAIRED_SOUNDS = 12
SOUND_PAIR = 3

NAME_RARITY = 40  # tenths of a Zipf unit
PAIRED_STEMS = 8
# Articles of one stretch that a key may have: the reprints of one agency report number in the hundreds.
COMMONEST = 300
# Three stems that a copy keeps are a key within each of two partitions of all articles into this many parts: a crowd
# of 16 * 300 copies then still hangs together, for who is apart in one partition meets in the other.
CROWD_PARTS = 16
# Bounds the work inside one event's flood of articles.
MOST_CANDIDATES = 50

# Articles whose candidates are counted at once: bounds memory.
_AT_ONCE = 512
_MOST_WORTH = 255
_HASH = (1 << HASH_BITS) - 1
_MIX = np.uint64(0x9E3779B97F4A7C15)
# Keys of the four sorts do not meet.
_SORT_BITS = 61


class Keys(NamedTuple):
    """What many articles are found by, as in `Fingerprint`."""

    keys: Lists
    phrases: Lists
    sounds: Lists
    language: Ids


def candidate_pairs(found_by: Keys, part: Ids, asking: Flags) -> tuple[Ids, Ids]:
    """Pairs of rows (the lower first), sorted, of which at least one asks.

    part: for each article a number from 0 that decides where it stands in a crowd. asking: whose candidates are
    wanted. Of equals an article names those that come first.
    """
    keys = found_by.keys
    shared = _by_article(found_by, part)
    asks = np.flatnonzero(asking)
    told = shared.T.tocsr()
    told.data = np.ones_like(told.data)
    named = [
        _best(shared[rows] @ told, rows) for rows in np.split(asks, range(_AT_ONCE, len(asks), _AT_ONCE))
    ]
    left, right = (np.concatenate(side) for side in zip(*named, strict=True))
    pairs = np.sort(np.minimum(left, right) * len(keys) + np.maximum(left, right))
    pairs = pairs[differs(pairs)]
    return pairs // max(1, len(keys)), pairs % max(1, len(keys))


def _by_article(found_by: Keys, part: Ids) -> csr_matrix:
    """What each key is worth to each article; keys that find nothing are left out."""
    keys = found_by.keys
    sorts = list(_sorts(found_by, part))
    owner, key, worth = (np.concatenate(found) for found in zip(*sorts, strict=True))
    order = np.argsort(key)
    first = differs(key[order])
    number = np.cumsum(first) - 1
    holders = np.bincount(number)
    kept = ((holders >= 2) & (holders <= COMMONEST))[number]
    rows, columns = owner[order][kept], number[kept]
    return csr_matrix((worth[order][kept].astype(np.float32), (rows, columns)), (len(keys), len(holders)))


def _sorts(found_by: Keys, part: Ids) -> Iterator[tuple[Ids, Ids, Ids]]:
    """Owner, key and worth of every key."""
    keys, phrases = found_by.keys, found_by.phrases
    stems, rarity = keys.values & _HASH, keys.values >> HASH_BITS
    yield keys.owners, stems, np.where(rarity >= NAME_RARITY, NAME, STEM)
    yield phrases.owners, phrases.values | 1 << _SORT_BITS, np.full(len(phrases.values), PHRASE)
    place = np.arange(len(stems)) - keys.offsets[keys.owners]
    yield from _paired(_grid(stems, keys.owners, place, PAIRED_STEMS), STEM_PAIR)
    yield from _crowds(keys, stems, part)
    yield from _abroad(found_by.sounds, found_by.language)


def _abroad(sounds: Lists, language: Ids) -> Iterator[tuple[Ids, Ids, Ids]]:
    """Sounds that articles in two languages have, and pairs of those that say most; within one, stems say more."""
    order = np.argsort(sounds.values, kind="stable")
    owner, sound = sounds.owners[order], sounds.values[order]
    first = np.flatnonzero(differs(sound))
    spoken = language[owner]
    several = np.zeros(0, bool)
    if len(first):
        several = np.minimum.reduceat(spoken, first) < np.maximum.reduceat(spoken, first)
    kept = np.repeat(several, np.diff(first, append=len(sound)))
    owner, sound = owner[kept], sound[kept]
    yield owner, sound | 1 << HASH_BITS, SOUND[sound & MOST_SAID]
    order = np.lexsort((sound, -(sound & MOST_SAID), owner))
    owner, sound = owner[order], sound[order]
    place = np.arange(len(owner)) - np.searchsorted(owner, owner)
    yield from _paired(_grid(sound, owner, place, PAIRED_SOUNDS), SOUND_PAIR)


def _paired(strongest: Ids, worth: int) -> Iterator[tuple[Ids, Ids, Ids]]:
    """Owner, key and worth of every two of the strongest that stand in a row."""
    for a, b in combinations(range(strongest.shape[1]), 2):
        both = np.flatnonzero((strongest[:, a] >= 0) & (strongest[:, b] >= 0))
        pair = _together(strongest[both, a], strongest[both, b])
        yield both, pair | 2 << _SORT_BITS, np.full(len(both), worth)


def _crowds(keys: Lists, stems: Ids, part: Ids) -> Iterator[tuple[Ids, Ids, Ids]]:
    """Keys of the lowest three stems of an article, and of its highest, in its part of each partition."""
    ordered = np.sort(keys.owners << HASH_BITS | stems) & _HASH
    place = np.arange(len(stems)) - keys.offsets[keys.owners]
    lowest = _grid(ordered, keys.owners, place, 3)
    highest = _grid(ordered, keys.owners, np.diff(keys.offsets)[keys.owners] - 1 - place, 3)
    full = np.flatnonzero(np.diff(keys.offsets) >= 3)
    for three in (lowest, highest):
        key = _together(_together(three[full, 0], three[full, 1]), three[full, 2])
        for number, inside in enumerate((part[full] // CROWD_PARTS % CROWD_PARTS, part[full] % CROWD_PARTS)):
            crowd = _together(key, number * CROWD_PARTS + inside)
            yield full, crowd | 3 << _SORT_BITS, np.full(len(full), 3 * STEM)


def _grid(values: Ids, owners: Ids, place: Ids, width: int) -> Ids:
    """The first `width` values of each owner by place, -1 where there are fewer."""
    grid = np.full((owners.max(initial=-1) + 1, width), -1)
    kept = place < width
    grid[owners[kept], place[kept]] = values[kept]
    return grid


def _together(a: Ids, b: Ids) -> Ids:
    """Hash of two keys, whichever comes first."""
    low, high = np.minimum(a, b).astype(np.uint64), np.maximum(a, b).astype(np.uint64)
    return np.asarray((low * _MIX + high) * _MIX >> np.uint64(64 - _SORT_BITS), dtype=np.int64)


def _best(shared: csr_matrix, rows: Ids) -> tuple[Ids, Ids]:
    """Who asks, and whom it names: of those that share enough the `MOST_CANDIDATES` that share most."""
    enough = np.flatnonzero(shared.data >= ENOUGH)
    asker = np.searchsorted(shared.indptr, enough, side="right") - 1
    another = shared.indices[enough] != rows[asker]
    enough, asker = enough[another], asker[another]
    other = shared.indices[enough].astype(np.int64)
    lack = _MOST_WORTH - np.minimum(shared.data[enough].astype(np.int64), _MOST_WORTH)
    levels = np.bincount(asker * (_MOST_WORTH + 1) + lack, minlength=len(rows) * (_MOST_WORTH + 1))
    within = levels.reshape(len(rows), _MOST_WORTH + 1).cumsum(axis=1)
    last = (within <= MOST_CANDIDATES).sum(axis=1)  # the level of which not all find room
    sure = lack < last[asker]
    room = MOST_CANDIDATES - np.where(last > 0, within[np.arange(len(rows)), last - 1], 0)
    tied = np.flatnonzero(lack == last[asker])
    tied = tied[np.lexsort((other[tied], asker[tied]))]
    place = np.arange(len(tied)) - np.searchsorted(asker[tied], asker[tied])
    sure[tied[place < room[asker[tied]]]] = True
    return rows[asker[sure]], other[sure]
