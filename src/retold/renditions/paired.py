"""Two wordings of one passage laid beside each other: which words tell which, and whether two slots are one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.model import VariantKind
from retold.renditions.aligned_words import WordLink, align_words
from retold.renditions.fact import Fact
from retold.renditions.facts import Wording
from retold.renditions.word import Word

# Set by judgement on WMT21 and simulated errors, checked together in bench/variants.py; not calibrated one by one.
# Words before and after two spans that must tell each other for the spans to be one slot.
AROUND = 3
# How far apart words around two spans may lie that speak for one slot.
REACH = 5

# Words to either side of a verb that belong to its clause, and content words among them that are enough.
CLAUSE, ENOUGH = 8, 4

Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two spans of words (first, exclusive last) in one slot that say different things.

    `certainty`, 0 to 1: how sure it is that the spans stand in one slot. A span may be empty.
    """

    kind: VariantKind
    left: Range
    right: Range
    changes_meaning: bool
    certainty: float

    def turned(self) -> Conflict:
        """The same seen from the right."""
        return Conflict(self.kind, self.right, self.left, self.changes_meaning, self.certainty)


class Paired:
    """Two wordings and the links between their words."""

    def __init__(self, left: Wording, right: Wording, links: Sequence[WordLink] | None = None) -> None:
        self.left = left
        self.right = right
        self.links = align_words(left.words, right.words) if links is None else links
        self.rightward = _partners(self.links)
        self._turned: Paired | None = None
        self._shared: float | None = None

    def turned(self) -> Paired:
        """The same pair seen from the right."""
        if self._turned is None:
            links = [WordLink(link.right, link.left, link.how) for link in self.links]
            self._turned = Paired(self.right, self.left, links)
            self._turned._turned = self
        return self._turned

    def by_form(self, place: int) -> int | None:
        """The right word that a left word tells by its form, not merely by its slot."""
        return next((link.right for link in self.rightward.get(place, []) if link.how != "slot"), None)

    def the_same(self, place: int) -> int | None:
        """The right word that tells a left word and is the same."""
        return next((link.right for link in self.rightward.get(place, []) if link.how == "same"), None)

    def linked(self, left: Range, right: Range) -> bool:
        """Whether a word of the one span tells a word of the other."""
        return any(
            right[0] <= link.right < right[1]
            for place in range(*left)
            for link in self.rightward.get(place, [])
        )

    def support(self, left: Range, right: Range) -> float:
        """Share of the words around two spans that tell each other, content words counting double."""
        told = every = 0
        for place in (*_before(self.left.words, left[0]), *_after(self.left.words, left[1])):
            weight = 1 if self.left.words[place].is_function else 2
            every += weight
            if any(
                _near(link.right, place, left, right)
                for link in self.rightward.get(place, [])
                if link.how != "slot"
            ):
                told += weight
        return told / every if every else 0.0

    def clause(self, left: int, right: int) -> float:
        """How sure it is that two words stand in clauses that tell the same: by what stands near both."""
        told = sum(
            link.how != "slot"
            and 0 < abs(link.right - right) <= CLAUSE
            and not self.left.words[link.left].is_function
            for link in self.links
            if 0 < abs(link.left - left) <= CLAUSE
        )
        return min(told, ENOUGH) / ENOUGH

    def one_slot(self, ours: Fact, theirs: Fact) -> float:
        """How sure it is that two facts stand in one slot, 0 to 1."""
        left, right = (ours.first, ours.last), (theirs.first, theirs.last)
        support = max(self.support(left, right), 0.0)
        if self.linked(left, right):
            return 0.5 + support / 2
        return support

    def alone(self, places: Iterable[int]) -> list[int]:
        """Those of the left words that nothing on the right tells by form."""
        return [place for place in places if self.by_form(place) is None]

    def shared(self) -> float:
        """Share of the content words of the shorter wording that have a counterpart by form."""
        if self._shared is None:
            told = sum(
                link.how != "slot" and not self.left.words[link.left].is_function for link in self.links
            )
            counts = [sum(not word.is_function for word in side.words) for side in (self.left, self.right)]
            self._shared = told / max(1, min(counts))
        return self._shared


def _partners(links: Iterable[WordLink]) -> dict[int, list[WordLink]]:
    found: dict[int, list[WordLink]] = {}
    for link in links:
        found.setdefault(link.left, []).append(link)
    return found


def _before(words: Sequence[Word], place: int) -> list[int]:
    return [near for near in range(place - 1, -1, -1) if not words[near].is_mark][:AROUND]


def _after(words: Sequence[Word], place: int) -> list[int]:
    return [near for near in range(place, len(words)) if not words[near].is_mark][:AROUND]


def _near(told: int, place: int, left: Range, right: Range) -> bool:
    """Whether the word that tells a word before (after) the left span stands just before (after) the right one."""
    if place < left[0]:
        return right[0] - REACH <= told < right[0]
    return right[1] <= told < right[1] + REACH
