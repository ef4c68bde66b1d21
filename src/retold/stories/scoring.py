"""Features of a pair to two probabilities: same story, same report."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np

from retold.stories.features import Features
from retold.stories.sharing import Numbers


@dataclass(frozen=True, slots=True)
class Judgement:
    """A logistic model over features with weights of zero or more: what is shared never speaks against a copy.

    Weights made free learn the marks of the collections they saw (translations share few long runs) and then
    reject real reprints.
    """

    bias: float
    weights: Mapping[str, float]
    days: tuple[float, ...] = ()
    """Log odds by the days between publication, the last for all that are further apart."""

    def probabilities(self, features: Mapping[str, Numbers], days: Numbers | None = None) -> Numbers:
        """Probabilities of pairs, from 0 to 1; 0.5 lies at about 1 % false positives on the calibration data.

        features: by name, a number for each pair. days: between the publication of the two, NaN where unknown.
        """
        evidence = self.bias + sum(weight * features[name] for name, weight in self.weights.items())
        if self.days and days is not None:
            known = ~np.isnan(days)
            place = np.minimum(np.where(known, days, 0), len(self.days) - 1).astype(np.int64)
            evidence = evidence + np.where(known, np.array(self.days)[place], 0.0)
        return np.asarray(1 / (1 + np.exp(-np.clip(evidence, -50, 50))))

    def contributions(self, features: Features) -> dict[str, float]:
        """What each feature adds to the log odds; the bias is what a pair with nothing in common starts from."""
        return {name: weight * getattr(features, name) for name, weight in self.weights.items()}


@dataclass(frozen=True, slots=True)
class Judgements:
    """The two questions asked of a pair."""

    same_story: Judgement
    same_report: Judgement


@cache
def judgements() -> Judgements:
    """The judgements in `weights.toml`, calibrated by bench/calibrate_pairs.py."""
    weights = tomllib.loads(files("retold.stories").joinpath("weights.toml").read_text(encoding="utf-8"))
    return Judgements(
        same_story=_judgement(weights["same_story"]),
        same_report=_judgement(weights["same_report"]),
    )


def _judgement(weights: dict[str, Any]) -> Judgement:
    return Judgement(weights["bias"], weights["weights"], tuple(weights.get("days", ())))
