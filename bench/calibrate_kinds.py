"""Fits how kinds are judged by their marks and writes src/retold/renditions/kind_weights.toml.

    .venv/bin/python bench/calibrate_kinds.py

Logistic regression with a small L2 penalty on simulated genealogies and pairs of WMT21 renditions. Signs are
constrained to what a mark means: odd words speak for a rewriter, function words and changed order for a
translation. Every kind of every origin weighs the same.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from kind_samples import KindSample, real_translations, simulated
from retold.renditions.kinds import extent_features, manner_features

WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "src" / "retold" / "renditions" / "kind_weights.toml"
GENEALOGIES, SEED = 250, 20220916
STRENGTH = 0.0001  # of the L2 penalty: keeps weights of rare marks finite
EXTENTS = ("verbatim", "edited", "reworded")
# Which way a mark may speak for a rewriter.
SIGNS = {"function": -1, "moved": -1, "rarer": 1}

Array = NDArray[np.float64]
Weights = dict[str, dict[str, float]]


def extent_of(sample: KindSample) -> str:
    return "reworded" if sample.kind in ("paraphrased", "translated") else sample.kind


def importance(samples: Sequence[KindSample]) -> Array:
    """Every kind of every origin weighs the same."""
    strata = [(sample.origin, sample.kind) for sample in samples]
    return np.array([1 / (strata.count(stratum) * len(set(strata))) for stratum in strata])


def fitted_extent(samples: Sequence[KindSample]) -> Weights:
    """Multinomial logistic: word for word, edited, or another wording."""
    names = list(extent_features(samples[0].marks))
    features = np.array([[*extent_features(sample.marks).values(), 1.0] for sample in samples])
    labels = np.array(
        [[extent_of(sample) == extent for extent in EXTENTS] for sample in samples], dtype=float
    )
    weights = importance(samples)[:, None]

    def loss(flat: Array) -> tuple[float, Array]:
        parameters = flat.reshape(len(EXTENTS), -1)
        scores = features @ parameters.T
        scores -= scores.max(axis=1, keepdims=True)
        odds = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
        penalty = STRENGTH * float((parameters[:, :-1] ** 2).sum())
        gradient = ((odds - labels) * weights).T @ features
        gradient[:, :-1] += 2 * STRENGTH * parameters[:, :-1]
        return float(-(weights * labels * np.log(odds + 1e-12)).sum()) + penalty, gradient.ravel()

    start = np.zeros(len(EXTENTS) * (len(names) + 1))
    found = minimize(loss, start, jac=True, method="L-BFGS-B").x.reshape(len(EXTENTS), -1)
    return {
        extent: dict(zip([*names, "bias"], map(float, row), strict=True))
        for extent, row in zip(EXTENTS, found, strict=True)
    }


def fitted_manner(samples: Sequence[KindSample]) -> Weights:
    """Logistic with signs: rewritten by synonyms, or translated."""
    chosen = [sample for sample in samples if extent_of(sample) == "reworded"]
    names = list(manner_features(chosen[0].marks))
    features = np.array([[*manner_features(sample.marks).values(), 1.0] for sample in chosen])
    signs = np.array([1.0 if sample.kind == "paraphrased" else -1.0 for sample in chosen])
    balance = importance(chosen)
    for sign in (1.0, -1.0):
        balance[signs == sign] /= 2 * balance[signs == sign].sum()

    def loss(parameters: Array) -> tuple[float, Array]:
        margin = signs * (features @ parameters)
        slope = -signs * balance / (1 + np.exp(np.clip(margin, -50, 50)))
        penalty = STRENGTH * float(parameters[:-1] @ parameters[:-1])
        gradient = features.T @ slope
        gradient[:-1] += 2 * STRENGTH * parameters[:-1]
        return float((np.logaddexp(0, -margin) * balance).sum()) + penalty, gradient

    bounds = [(0.0, None) if SIGNS[name] > 0 else (None, 0.0) for name in names] + [(None, None)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return {"paraphrased": dict(zip([*names, "bias"], map(float, found), strict=True))}


def fitted(samples: Sequence[KindSample]) -> Weights:
    """Weights of both questions. Beside siblings a reprint looks reworded too: not used for the first."""
    known = [sample for sample in samples if not sample.from_lost or sample.origin.startswith("wmt")]
    return fitted_extent(known) | fitted_manner(samples)


def training_samples() -> list[KindSample]:
    """What the shipped weights were fitted on."""
    real = real_translations(("ru", "is"), 2, random.Random(SEED))
    return [*simulated(GENEALOGIES, SEED), *(sample for sample in real if sample.marks.changed > 0.05)]


def toml(weights: Weights) -> str:
    """The weights as a data file."""
    header = (
        "# How far the wording was kept (verbatim, edited, reworded), and if reworded whether by synonyms.\n"
        "# Weights of the features in kinds.py, written by bench/calibrate_kinds.py from simulated genealogies and\n"
        "# WMT21 renditions (numbers only, no words).\n"
    )
    parts = [
        "\n".join([f"[{name}]", *(f"{feature} = {value:.3f}" for feature, value in row.items())])
        for name, row in weights.items()
    ]
    return header + "\n\n".join(parts) + "\n"


def main() -> None:
    WEIGHTS_FILE.write_text(toml(fitted(training_samples())), encoding="utf-8")
    print(WEIGHTS_FILE.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
