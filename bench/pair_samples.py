"""Labelled pairs of texts, whole and cut, to calibrate on and to measure with."""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from gold import (
    GoldPair,
    Paragraphs,
    basil_stories,
    cut,
    helsinki,
    independent_reports,
    look_alikes,
    renditions,
)

Condition = Literal["whole", "cut", "low", "excerpt", "one cut"]

# Share of paragraphs each side keeps (least, most), paragraphs moved, whether the right side is cut too.
CUTS: dict[Condition, tuple[float, float, int, bool]] = {
    "cut": (0.4, 1.0, 2, True),
    "low": (0.2, 0.4, 0, True),
    "excerpt": (0.2, 0.4, 0, False),
    "one cut": (0.4, 1.0, 2, False),
}
CONDITIONS: tuple[Condition, ...] = ("whole", "cut", "low", "excerpt")
SEED = 20220916
# Origins whose paragraph i on the left tells paragraph i on the right.
PARALLEL = ("wmt", "rewritten")


@dataclass(frozen=True, slots=True)
class Sample:
    """A pair as it is shown to the detector, and what it really is."""

    origin: str
    group: str
    condition: Condition
    left: str
    right: str
    same_report: bool | None
    same_story: bool


def report_samples(rng: random.Random) -> Iterator[Sample]:
    """Renditions of one text against independent reports of one event, in every condition."""
    for pair in itertools.chain(renditions("ru", 6, rng), renditions("is", 12, rng)):
        yield from in_conditions(pair, CONDITIONS, 1, rng, same_report=True)
    for pair in independent_reports():
        yield from in_conditions(pair, ("whole",), 1, rng, same_report=False)
        yield from in_conditions(pair, ("cut", "low", "excerpt"), 6, rng, same_report=False)
    for pair in helsinki(same_cluster=True):
        yield from in_conditions(pair, ("whole", "cut"), 1, rng, same_report=True)
    for pair in rng.sample(list(helsinki(same_cluster=False)), 1500):
        yield from in_conditions(pair, ("whole",), 1, rng, same_report=False)


def story_samples(rng: random.Random) -> Iterator[Sample]:
    """Pairs of different stories: unrelated ones, and look-alikes of one topic; and more pairs of one story."""
    stories = list(basil_stories().values())
    for number in range(400):
        left, right = (rng.choice(story) for story in rng.sample(stories, 2))
        yield labelled(GoldPair("unrelated", f"unrelated-{number}", left, right), "whole", None, False)
    for same in (True, False):
        for pair in rng.sample(list(look_alikes(same)), 1500):
            yield labelled(pair, "whole", None, same)


def in_conditions(
    pair: GoldPair, conditions: tuple[Condition, ...], draws: int, rng: random.Random, *, same_report: bool
) -> Iterator[Sample]:
    for condition in conditions:
        for _ in range(draws):
            shown = pair if condition == "whole" else cut_pair(pair, condition, rng)
            if shown is not None:
                yield labelled(shown, condition, same_report, True)


def cut_pair(pair: GoldPair, condition: Condition, rng: random.Random) -> GoldPair | None:
    """The pair with its sides cut; None where renditions no longer share a segment and nothing could be found."""
    least, most, moved, both = CUTS[condition]
    left = cut(pair.left, least, most, moved, rng)
    right = cut(pair.right, least, most, moved, rng) if both else list(range(len(pair.right)))
    if pair.origin.startswith(PARALLEL) and not set(left) & set(right):
        return None
    return GoldPair(pair.origin, pair.group, [pair.left[i] for i in left], [pair.right[i] for i in right])


def labelled(pair: GoldPair, condition: Condition, same_report: bool | None, same_story: bool) -> Sample:
    def joined(paragraphs: Paragraphs) -> str:
        return "\n".join(paragraphs)

    return Sample(
        pair.origin, pair.group, condition, joined(pair.left), joined(pair.right), same_report, same_story
    )
