"""Traditions as scribes and typists make them, with known trees: most copies extant, few changes in each, no times.

News copies are cut, rewritten and dated; these are not, and their copyists correct what is plainly misspelled, so
that a parent's slips need not show in its children. Calibration beside the simulated news keeps the weights from
taking what is true of news alone for a law.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass

from retold.renditions.telling import telling
from retold.text import words
from stemma_samples import Sample

# Words of the common text that make a passage.
CHUNK = 12
# Chance that a copy is lost, that the first text is, that the end of a copy is lost after others copied it.
LOST, ORIGINAL_LOST, TORN = 0.1, 0.3, 0.05
# Share of the words that a copy changes, from the most careful to the least.
CARE = (0.002, 0.02)
# Chance that a copyist puts right what is no word of the original's.
CORRECTED = 0.6


@dataclass(frozen=True, slots=True)
class Word:
    """A word as a copy has it, with its place in the original; what was added stands at the place before it."""

    place: int
    text: str
    misspelt: str | None = None
    """The word it was, if it is plainly misspelt."""


Copy = list[Word]


def tradition(name: str, text: str, chance: random.Random) -> Sample:
    """A tradition of 6 to 16 extant copies."""
    first = [Word(place, word) for place, word in enumerate(words(text))]
    copies, parents, lost = [first], [-1], [chance.random() < ORIGINAL_LOST]
    wanted = chance.randint(6, 16)
    while len(copies) - sum(lost) < wanted:
        parent = chance.randrange(len(copies))
        copies.append(copied(copies[parent], chance))
        parents.append(parent)
        lost.append(chance.random() < LOST)
    ids = [f"{name}-{number}" for number in chance.sample(range(len(copies)), len(copies))]
    return _sample(name, ids, [_torn(copy, chance) for copy in copies], parents, lost)


def copied(model: Copy, chance: random.Random) -> Copy:
    """A copy with some slips of its own."""
    rate = chance.uniform(*CARE)
    skipped = _skip(model, chance)
    copy: Copy = []
    for number, word in enumerate(model):
        if number in skipped:
            continue
        if word.misspelt and chance.random() < CORRECTED:
            word = Word(word.place, word.misspelt)
        copy += _slip(word, model, chance) if chance.random() < rate else [word]
    return copy


def _skip(model: Copy, chance: random.Random) -> range:
    """Words passed over in one go, mostly none: the eye leaps on."""
    if chance.random() > 0.2:
        return range(0)
    start = chance.randrange(len(model))
    return range(start, start + chance.randint(3, 15))


def _slip(word: Word, model: Copy, chance: random.Random) -> Copy:
    kind = chance.choices(["misspelt", "other", "left out", "added"], [0.4, 0.3, 0.2, 0.1])[0]
    if kind == "misspelt" and len(word.text) > 2:
        return [Word(word.place, _misspelt(word.text, chance), word.misspelt or word.text)]
    if kind == "left out":
        return []
    other = Word(word.place, chance.choice(model).text)
    return [word, other] if kind == "added" else [other]


def _misspelt(word: str, chance: random.Random) -> str:
    place = chance.randrange(1, len(word))
    letter = chance.choice("eaisntrl")
    return word[:place] + chance.choice(["", letter, word[place] * 2]) + word[place + 1 :]


def _torn(copy: Copy, chance: random.Random) -> Copy:
    return copy[: round(len(copy) * chance.uniform(0.4, 0.9))] if chance.random() < TORN else copy


def _sample(
    name: str, ids: Sequence[str], copies: Sequence[Copy], parents: Sequence[int], lost: Sequence[bool]
) -> Sample:
    def extant(place: int) -> str | None:
        while place >= 0 and lost[place]:
            place = parents[place]
        return ids[place] if place >= 0 else None

    kept = [place for place in range(len(copies)) if not lost[place]]
    told = []
    for place in kept:
        passages: dict[int, list[str]] = {}
        for word in copies[place]:
            passages.setdefault(word.place // CHUNK, []).append(word.text)
        joined = {passage: " ".join(text) for passage, text in passages.items()}
        told.append(telling(ids[place], None, None, None, joined))
    return Sample(
        shape="scribes",
        group=name,
        tellings=told,
        parents={ids[place]: extant(parents[place]) for place in kept},
        seconds=dict.fromkeys((ids[place] for place in kept), None),
    )
