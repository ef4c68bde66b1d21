"""How a telling was made: word for word, edited, rewritten by synonyms, or translated."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from retold.renditions.kind_marks import Marks, marks, reference
from retold.renditions.telling import Telling

Weights = Mapping[str, Mapping[str, float]]
CopyKind = Literal["verbatim", "edited", "paraphrased", "translated"]

# Pairs of words that are named in the evidence.
SHOWN = 4
# Words changed of a hundred below which one more or less says little: a slip or a house style.
_SLIPS = 0.01


@dataclass(frozen=True, slots=True)
class KindJudgement:
    """The likeliest kind, the probability of each, and the marks it was judged by."""

    kind: CopyKind
    probabilities: Mapping[CopyKind, float]
    marks: Marks

    @property
    def evidence(self) -> list[str]:
        """The marks that speak for the kind, in words."""
        found = self.marks
        if self.kind == "verbatim":
            return [f"{1 - found.changed:.0%} of the words as they stand there"]
        told = [
            f"{found.changed:.0%} of the words changed",
            *_pairs(f"{len(found.swaps)} swaps in slots", found.swaps),
        ]
        if self.kind == "paraphrased":
            told += _pairs("names damaged", found.damaged_names)
        if self.kind == "translated":
            told += _pairs("names respelled", found.respelled_names)
            told.append(f"{found.function:.0%} of what changed are articles, prepositions and the like")
            told.append(f"{found.moved:.0%} of it turned round")
        return told


def _pairs(what: str, pairs: Sequence[tuple[str, str]]) -> list[str]:
    shown = ", ".join(f"{other}/{own}" for other, own in pairs[:SHOWN])
    return [f"{what}: {shown}"] if pairs else []


def judge(telling: Telling, parent: Telling | None, siblings: Sequence[Telling]) -> KindJudgement:
    """How a telling was made beside its parent, or where that is lost beside its siblings.

    siblings: other tellings of the report that were not made from this one; used only without a parent. Where nobody
    shares a passage with it, nothing speaks against its being told word for word.
    """
    found = marks(telling, reference(telling, parent, siblings))
    odds = probabilities(found, kind_weights())
    if found.is_touched_up and (parent is not None or len(siblings) == 1):
        # Of several siblings the nearest may share with the telling a lost copy that was reworded.
        reworded = odds["paraphrased"] + odds["translated"]
        odds |= {"edited": odds["edited"] + reworded, "paraphrased": 0.0, "translated": 0.0}
    return KindJudgement(max(odds, key=lambda kind: odds[kind]), odds, found)


def probabilities(found: Marks, weights: Weights) -> dict[CopyKind, float]:
    """Two questions in turn: how far the wording was kept, and if hardly, whether by swapping or by translating."""
    extent, manner = extent_features(found), manner_features(found)
    scores = {kind: _evidence(weights[kind], extent) for kind in ("verbatim", "edited", "reworded")}
    highest = max(scores.values())
    shares = {kind: math.exp(score - highest) for kind, score in scores.items()}
    kept = {kind: share / sum(shares.values()) for kind, share in shares.items()}
    swapped = 1 / (1 + math.exp(-max(-50.0, min(50.0, _evidence(weights["paraphrased"], manner)))))
    return {
        "verbatim": kept["verbatim"],
        "edited": kept["edited"],
        "paraphrased": kept["reworded"] * swapped,
        "translated": kept["reworded"] * (1 - swapped),
    }


def extent_features(found: Marks) -> dict[str, float]:
    """How far the wording was kept."""
    return {
        "changed": _above_slips(found.changed),
        "untouched": found.untouched,
        "kept": found.kept,
        "added": _above_slips(min(0.3, found.added)),
    }


def _above_slips(share: float) -> float:
    return math.log((share + _SLIPS) / _SLIPS)


def manner_features(found: Marks) -> dict[str, float]:
    """How what changed was changed: to odder words where they stood, or in articles, prepositions and order.

    The share of words that stand in another's slot, added to these, got a weight of zero.
    """
    return {
        "function": found.function,
        "moved": found.moved,
        "rarer": found.rarer,
    }


def _evidence(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    return weights["bias"] + sum(weights[name] * value for name, value in features.items())


@cache
def kind_weights() -> Weights:
    """The weights in `kind_weights.toml`, calibrated by bench/calibrate_kinds.py."""
    read = files("retold.renditions").joinpath("kind_weights.toml").read_text(encoding="utf-8")
    return tomllib.loads(read)
