"""Statements found against statements annotated: overlap, one to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Told:
    """One statement, annotated or found: first to last character of its content."""

    content: Stretch
    speaker: Stretch | None = None
    kind: str = "indirect"
    speech_cued: bool = False
    reference: str | None = None


def shared(a: Stretch, b: Stretch) -> int:
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def covered(gold: Stretch, found: Stretch) -> float:
    """Share of the annotated characters that were found; can be gamed by long stretches."""
    return shared(gold, found) / max(1, gold[1] - gold[0])


def over_union(gold: Stretch, found: Stretch) -> float:
    """Intersection over union: what cannot be gamed."""
    both = shared(gold, found)
    return both / max(1, gold[1] - gold[0] + found[1] - found[0] - both)


MEASURES: dict[str, tuple[Callable[[Stretch, Stretch], float], float]] = {
    "> .3": (covered, 0.3),
    "> .8": (covered, 0.8),
    "IoU > .5": (over_union, 0.5),
}


def matches(gold: Sequence[Told], found: Sequence[Told], measure: str) -> list[tuple[int, int]]:
    """Pairs (annotated, found): for each annotated one in order the best that is still free."""
    likeness, least = MEASURES[measure]
    free = set(range(len(found)))
    pairs: list[tuple[int, int]] = []
    for number, one in enumerate(gold):
        best, place = max(((likeness(one.content, found[f].content), -f) for f in free), default=(0.0, 0))
        if best > least:
            pairs.append((number, -place))
            free.discard(-place)
    return pairs


@dataclass(slots=True)
class Score:
    """Counts over documents."""

    gold: int = 0
    found: int = 0
    matched: dict[str, int] = field(default_factory=lambda: dict.fromkeys(MEASURES, 0))
    gold_kinds: dict[str, int] = field(default_factory=dict)
    matched_kinds: dict[str, int] = field(default_factory=dict)
    found_kinds: dict[str, int] = field(default_factory=dict)
    right_kinds: dict[str, int] = field(default_factory=dict)
    cued: int = 0
    cued_matched: int = 0
    speakers: int = 0
    speakers_right: int = 0
    references: int = 0
    references_right: int = 0

    def add(self, gold: Sequence[Told], found: Sequence[Told]) -> None:
        self.gold += len(gold)
        self.found += len(found)
        for measure in MEASURES:
            self.matched[measure] += len(matches(gold, found, measure))
        self.cued += sum(one.speech_cued for one in gold)
        for one in gold:
            _count(self.gold_kinds, one.kind)
        for other in found:
            _count(self.found_kinds, other.kind)
        for number, place in matches(gold, found, "> .3"):
            self._add_match(gold[number], found[place])

    def _add_match(self, gold: Told, found: Told) -> None:
        _count(self.matched_kinds, gold.kind)
        _count(self.right_kinds, found.kind)
        self.cued_matched += gold.speech_cued
        if gold.speaker is not None:
            self.speakers += 1
            self.speakers_right += found.speaker is not None and shared(gold.speaker, found.speaker) > 0
        if gold.reference:
            self.references += 1
            self.references_right += same_name(gold.reference, found.reference)

    def precision(self, measure: str = "> .3") -> float:
        return self.matched[measure] / max(1, self.found)

    def recall(self, measure: str = "> .3") -> float:
        return self.matched[measure] / max(1, self.gold)

    def f1(self, measure: str = "> .3") -> float:
        return 2 * self.matched[measure] / max(1, self.gold + self.found)

    def recall_of(self, kind: str) -> float:
        return self.matched_kinds.get(kind, 0) / max(1, self.gold_kinds.get(kind, 0))

    def precision_of(self, kind: str) -> float:
        return self.right_kinds.get(kind, 0) / max(1, self.found_kinds.get(kind, 0))


def _count(counts: dict[str, int], key: str) -> None:
    counts[key] = counts.get(key, 0) + 1


def same_name(reference: str, name: str | None) -> bool:
    """Whether two names end in the same word: the surname, for persons."""
    return name is not None and _last(reference) == _last(name)


def _last(name: str) -> str:
    words = [
        word.strip(".,'’\"“”()").removesuffix("'s").removesuffix("’s") for word in name.casefold().split()
    ]
    return next((word for word in reversed(words) if word), "")
