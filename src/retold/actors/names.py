"""Two names to the probability that they mean one person."""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from retold.actors.name_pairing import FEATURES, features, paired
from retold.actors.name_parts import NameParts, name_parts


@dataclass(frozen=True, slots=True)
class NameWeights:
    """A logistic model over the differences of two names; weights in the order of `FEATURES`."""

    bias: float
    weights: tuple[float, ...]

    def probability(self, differences: tuple[float, ...]) -> float:
        """From 0 to 1."""
        evidence = self.bias - sum(
            weight * value for weight, value in zip(self.weights, differences, strict=True)
        )
        return 1 / (1 + math.exp(-max(-50.0, min(50.0, evidence))))


def match_names(a: str, b: str) -> float:
    """The probability that two names mean one person, by the names alone: from 0.0 to 1.0.

    Names in any script, given name first or last, with titles, initials, short forms of given names, other
    romanisations and slips of the pen. Names that are alike but for case, marks, titles and the order told by a comma
    are one: 1.0. A name without letters matches nothing: 0.0. Two names that share a surname alone are two persons;
    a surname by itself may mean any of its bearers. A logistic model over `name_pairing.FEATURES`, calibrated by
    bench/names.py.
    """
    first, second = sorted((a, b))
    ours, theirs = both_parts(first, second)
    if not ours.parts or not theirs.parts:
        return 0.0
    if ours.parts == theirs.parts:
        return 1.0
    names = paired(ours, theirs)
    return _weights()["two_scripts" if names.two_scripts else "one_script"].probability(features(names))


def both_parts(first: str, second: str) -> tuple[NameParts, NameParts]:
    """Both names' parts; of two names in East Asian signs the signs."""
    ours, theirs = name_parts(first), name_parts(second)
    if ours.script == theirs.script == "syllables":
        return name_parts(first, by_syllable=True), name_parts(second, by_syllable=True)
    return ours, theirs


@cache
def _weights() -> dict[str, NameWeights]:
    source = resources.files("retold.actors").joinpath("name_weights.toml").read_text(encoding="utf-8")
    return {
        section: NameWeights(values["bias"], tuple(values["weights"][name] for name in FEATURES))
        for section, values in tomllib.loads(source).items()
    }
