"""Parts of two names to which tell each other, and to what speaks for one person and against."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from rapidfuzz.distance import OSA, JaroWinkler

from retold.actors.name_parts import NameParts, name_words, same_name
from retold.actors.name_sounds import ONE_SCRIPT, TWO_SCRIPTS, Costs, sound_likeness

How = Literal["same", "spelling", "nickname", "initial", "near"]

# What a part counts that is a nickname, a listed spelling or the initial of the other.
LISTED, INITIAL = 0.95, 0.8
# How alike a part and several parts together must be to be one part, and how much more alike than any one of them.
JOINED, BETTER = 0.75, 0.05
MOST_JOINED = 4


@dataclass(frozen=True, slots=True)
class PartPair:
    """Part `left` of the one name, by number, and part `right` of the other; likenesses from 0 to 1."""

    left: int
    right: int
    spelling: float
    sound: float
    how: How

    @property
    def value(self) -> float:
        """What is most alike about them."""
        return max(self.spelling, self.sound)


@dataclass(frozen=True, slots=True)
class Paired:
    """The parts of two names and their pairs; every part of the shorter name is in one."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    pairs: tuple[PartPair, ...]
    two_scripts: bool
    """Whether one is in a script without vowels or of syllables, and the other is not."""


def paired(ours: NameParts, theirs: NameParts) -> Paired:
    """The parts of two names laid beside each other, the likest first."""
    two_scripts = ours.script != theirs.script and not {ours.script, theirs.script} <= {"latin", "alphabet"}
    costs = TWO_SCRIPTS if two_scripts else ONE_SCRIPT
    left, right = list(ours.parts), list(theirs.parts)
    left, right = _spelled_out(left, right), _spelled_out(right, left)
    left, right = _joined(left, right, costs), _joined(right, left, costs)
    found = _assigned(left, right, costs)
    return Paired(tuple(left), tuple(right), tuple(found), two_scripts)


def _spelled_out(parts: Sequence[str], others: Sequence[str]) -> list[str]:
    """Initials written together, one by one: JC before Jean Claude."""
    made: list[str] = []
    for part in parts:
        runs = pairwise([other[0] for other in others if len(other) > 1])
        together = len(part) == 2 and len(others) > len(parts) and tuple(part) in set(runs)
        made += list(part) if together else [part]
    return made


def _joined(parts: list[str], others: Sequence[str], costs: Costs) -> list[str]:
    """Parts put together where together they are a part of the other name: Xiao ping, Xiaoping."""
    for other in others:
        alone = max((_likeness(part, other, costs).value for part in parts), default=0.0)
        best, span = max(alone + BETTER, JOINED), None
        for first in range(len(parts)):
            for last in range(first + 2, min(len(parts), first + MOST_JOINED) + 1):
                value = _likeness("".join(parts[first:last]), other, costs).value
                if value > best:
                    best, span = value, (first, last)
        if span:
            parts = [*parts[: span[0]], "".join(parts[slice(*span)]), *parts[span[1] :]]
    return parts


def _assigned(left: Sequence[str], right: Sequence[str], costs: Costs) -> list[PartPair]:
    """Pairs one to one, the likest first, of equals those in step."""
    every = [
        PartPair(i, j, found.spelling, found.sound, found.how)
        for i, ours in enumerate(left)
        for j, theirs in enumerate(right)
        for found in [_likeness(ours, theirs, costs)]
    ]
    every.sort(key=lambda pair: (-pair.value, abs(pair.left - pair.right), pair.left, pair.right))
    lefts: set[int] = set()
    rights: set[int] = set()
    found = []
    for pair in every:
        if pair.left not in lefts and pair.right not in rights:
            lefts.add(pair.left)
            rights.add(pair.right)
            found.append(pair)
    return sorted(found, key=lambda pair: pair.left)


@lru_cache(maxsize=200_000)
def _likeness(ours: str, theirs: str, costs: Costs) -> PartPair:
    """How alike two parts are by themselves."""
    if ours == theirs:
        return PartPair(0, 0, 1.0, 1.0, "same")
    if min(len(ours), len(theirs)) == 1 and ours.isascii() and theirs.isascii():
        same = INITIAL if ours[0] == theirs[0] else 0.0
        return PartPair(0, 0, same, same, "initial" if same else "near")
    if listed := same_name(ours, theirs):
        return PartPair(0, 0, LISTED, LISTED, listed)
    spelling = OSA.normalized_similarity(ours, theirs)
    return PartPair(0, 0, spelling, sound_likeness(ours, theirs, costs), "near")


# What is looked at in two names; the weights are in name_weights.toml.
FEATURES = (
    "weakest_spelling",
    "weakest_sound",
    "weakest_given",
    "weakest_begins_otherwise",
    "whole_spelling",
    "spelling",
    "sound",
    "several_differ",
    "left_over",
    "one_part",
    "initial",
    "out_of_order",
)


def features(names: Paired) -> tuple[float, ...]:
    """The numbers named in `FEATURES`: of differences, so that equal names have 0 in all."""
    weakest = min(names.pairs, key=lambda pair: (pair.value, pair.left))
    short, long = sorted((names.left, names.right), key=len)
    ours, theirs = names.left[weakest.left], names.right[weakest.right]
    left_over = _left_over(names)
    differing = [pair for pair in names.pairs if pair.how in ("near",)]
    order = [pair.right for pair in names.pairs if pair.how != "initial"]
    return (
        1 - weakest.spelling,
        1 - weakest.sound,
        float(weakest.left == 0 and weakest.right == 0) * (1 - weakest.value) if len(short) > 1 else 0.0,
        float(ours[0] != theirs[0] and weakest.how == "near"),
        1 - JaroWinkler.similarity(" ".join(names.left), " ".join(names.right)),
        1 - sum(pair.spelling for pair in names.pairs) / len(names.pairs),
        1 - sum(pair.sound for pair in names.pairs) / len(names.pairs),
        float(max(0, len(differing) - 1)),
        min(3.0, left_over),
        float(len(short) == 1 and len(long) > 1),
        float(any(pair.how == "initial" for pair in names.pairs)),
        float(order != sorted(order)),
    )


def _left_over(names: Paired) -> float:
    """Parts of the longer name without counterpart; a patronymic counts a quarter."""
    lefts, rights = {pair.left for pair in names.pairs}, {pair.right for pair in names.pairs}
    alone = [part for place, part in enumerate(names.left) if place not in lefts]
    alone += [part for place, part in enumerate(names.right) if place not in rights]
    endings = tuple(name_words("patronymics"))
    return sum(0.25 if part.endswith(endings) or len(part) == 1 else 1.0 for part in alone)
