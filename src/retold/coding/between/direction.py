"""Two stretches and a predicate to which of them acts toward the other, from the structure of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.coding.between.nouns import Part
from retold.coding.between.places import Places
from retold.coding.between.stretches import Stretch
from retold.reading.parse import Reading, Word

# What each link between a word and the head of the phrase it stands in takes away, and each clause.
_LINK, _CLAUSE = 0.93, 0.6
_CLAUSES = frozenset(("relcl", "acl", "advcl", "ccomp", "parataxis", "conj"))
_FURTHEST = 8


@dataclass(frozen=True, slots=True)
class Direction:
    """How far the first stretch acts on the second by a predicate (negative: the second on the first).

    `first` and `second`: how far each acts, None for one that has no place. `places`: in which they stand.
    """

    predicate: Word
    first: float | None
    second: float | None
    places: tuple[str, str]

    @property
    def strength(self) -> float:
        """From -2 to 2: the difference of what they do."""
        return (self.first or 0.0) - (self.second or 0.0)

    @property
    def both(self) -> bool:
        """Whether both have a place, and one acts and the other does not."""
        return self.first is not None and self.second is not None and self.first * self.second < 0


def direction(
    reading: Reading, places: Places, predicate: Word, first: Stretch, second: Stretch
) -> Direction:
    """Which of two stretches acts on the other by what a predicate tells."""
    found: list[list[tuple[float, Part]]] = [[], []]
    for part in places.of(predicate):
        near = [nearness(reading, part, one, predicate) for one in (first, second)]
        if near[0] and near[1]:
            near = [one if one == max(near) else 0.0 for one in near] if near[0] != near[1] else [0.0, 0.0]
        for which, one in enumerate(near):
            if one:
                found[which].append((one * part.acts, part))
    best = [max(one, key=lambda pair: abs(pair[0]), default=None) for one in found]
    return Direction(
        predicate,
        best[0][0] if best[0] else None,
        best[1][0] if best[1] else None,
        (best[0][1].place if best[0] else "", best[1][1].place if best[1] else ""),
    )


def nearness(reading: Reading, part: Part, stretch: Stretch, predicate: Word) -> float:
    """1 for the head of the phrase, less the deeper in it the stretch stands, 0 outside it."""
    if part.alone:
        return stretch.sure.get(part.word.place, 0.0)
    near = (
        _near(reading, part.word, reading[place], predicate) * sure for place, sure in stretch.sure.items()
    )
    return max(near, default=0.0)


def joined(reading: Reading, words: Sequence[Word], first: Stretch, second: Stretch) -> float:
    """How surely two stretches stand in two phrases that are joined in one place; 0 where they do not."""
    near = [[nearness(reading, Part(word, 1.0, ""), one, word) for word in words] for one in (first, second)]
    best = [max(one, default=0.0) for one in near]
    if not all(best) or near[0].index(best[0]) == near[1].index(best[1]):
        return 0.0
    return min(best)


def _near(reading: Reading, head: Word, word: Word, predicate: Word) -> float:
    near = 1.0
    for _ in range(_FURTHEST):
        if word.place == head.place:
            return near
        if word.head == word.place or word.place == predicate.place:
            return 0.0
        near *= _CLAUSE if word.dep in _CLAUSES else _LINK
        word = reading.head(word)
    return 0.0
