"""Fits the two judgements on a pair and writes them to src/retold/stories/weights.toml.

    .venv/bin/python bench/calibrate_pairs.py

Sign-constrained logistic regression; each origin and condition weighs the same. The bias is then moved so that
probability 0.5 lies at 1 % false positives on the hard negatives. Prints recall under grouped cross-validation.
"""

from __future__ import annotations

import random
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from gold import Paragraphs, cut, days_between, sources
from pair_samples import CONDITIONS, SEED, Sample, report_samples, story_samples
from retold.settings import Settings
from retold.stories.features import comparable, compare
from retold.stories.fingerprints import prints_of
from scoring_input import features_of

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "retold" / "stories" / "weights.toml"
REPORT_FEATURES = ("phrasing", "vocabulary")
STORY_FEATURES = ("vocabulary", "containment", "names", "names_contained", "quotations")
FOLDS = 5
FALSE_POSITIVES = 0.01
STRENGTH = 0.01  # of the L2 penalty: only keeps weights finite
# Pairs of articles in two languages on other news of the same months that may pass for one story: fewer than of
# unrelated pairs in one language, for nothing but names and numbers speaks there.
FALSE_ABROAD = 0.005
RENDITIONS_ABROAD = 4

Array = NDArray[np.float64]
Weights = tuple[Array, float]


def fit(features: Array, labels: Array, importance: Array) -> Weights:
    """Weights >= 0 and bias of a logistic model."""
    signs = 2 * labels - 1
    count = features.shape[1]

    def loss(parameters: Array) -> tuple[float, Array]:
        margin = signs * (features @ parameters[:count] + parameters[count])
        slope = -signs * importance / (1 + np.exp(np.clip(margin, -50, 50)))
        penalty = STRENGTH * float(parameters[:count] @ parameters[:count])
        gradient = np.append(features.T @ slope + 2 * STRENGTH * parameters[:count], slope.sum())
        return float((np.logaddexp(0, -margin) * importance).sum()) + penalty, gradient

    bounds = [(0.0, None)] * count + [(None, None)]
    solution = minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds).x
    return solution[:count], float(solution[count])


def evidence(features: Array, weights: Weights) -> Array:
    return np.asarray(features @ weights[0] + weights[1])


def threshold(scores: Array) -> float:
    """The score that `FALSE_POSITIVES` of these scores exceed."""
    return float(np.quantile(scores, 1 - FALSE_POSITIVES, method="higher"))


def fold_of(group: str) -> int:
    return zlib.crc32(group.encode()) % FOLDS


class Calibration:
    """One judgement's labelled features."""

    def __init__(
        self, samples: list[Sample], names: tuple[str, ...], label: Callable[[Sample], bool]
    ) -> None:
        self.samples = samples
        self.names = names
        self.features = _features(samples, names)
        self.labels = np.array([float(label(sample)) for sample in samples])
        strata = [(sample.origin, sample.condition) for sample in samples]
        self.importance = np.array([1000 / strata.count(stratum) for stratum in strata])
        self.folds = np.array([fold_of(sample.group) for sample in samples])

    def fit(self, chosen: NDArray[np.bool_]) -> Weights:
        return fit(self.features[chosen], self.labels[chosen], self.importance[chosen])

    def held_out(self) -> Array:
        """Evidence for each sample from the fold that did not see its group."""
        return self._held_out(self.features, self.folds)

    def held_out_of(self, samples: list[Sample]) -> Array:
        """The same for other samples, which the weights are not fitted on."""
        folds = np.array([fold_of(sample.group) for sample in samples])
        return self._held_out(_features(samples, self.names), folds)

    def _held_out(self, features: Array, folds: NDArray[np.int64]) -> Array:
        scores = np.zeros(len(folds))
        for fold in range(FOLDS):
            scores[folds == fold] = evidence(features[folds == fold], self.fit(self.folds != fold))
        return scores

    def of(self, origin: str, condition: str) -> NDArray[np.bool_]:
        return np.array(
            [sample.origin == origin and sample.condition == condition for sample in self.samples]
        )

    def judgement(self, hard: NDArray[np.bool_]) -> Weights:
        """Fitted on everything; the bias puts 1 % of the hard negatives above zero, which lies amid a gap."""
        weights, bias = self.fit(np.ones(len(self.samples), dtype=bool))
        scores = evidence(self.features[hard], (weights, bias))
        return weights, bias - float(np.quantile(scores, 1 - FALSE_POSITIVES, method="midpoint"))


def _features(samples: list[Sample], names: tuple[str, ...]) -> Array:
    found = features_of([sample.left for sample in samples], [sample.right for sample in samples])
    return np.stack([found[name] for name in names], axis=1)


def report(calibration: Calibration, hard: str) -> None:
    scores = calibration.held_out()
    for condition in CONDITIONS:
        negatives = calibration.of(hard, condition)
        if not negatives.any():
            continue
        limit = threshold(scores[negatives])
        origins = sorted({sample.origin for sample in calibration.samples})
        shares = {
            origin: float((scores[chosen] > limit).mean())
            for origin in origins
            if (chosen := calibration.of(origin, condition)).any()
        }
        print(condition, f"(1 % of {hard})", *(f"{origin} {share:.3f}" for origin, share in shares.items()))


def weight_of_sounds(same_story: Weights) -> float:
    """The weight of `sounds` at which `FALSE_ABROAD` of pairs in two languages on other news lie above one half.

    Pairs: an article in Russian or Icelandic and English renditions of this and of all other articles, whole and cut.
    Prints recall and false pairs beside those without sounds.
    """
    limits = []
    for language in ("ru", "is"):
        for condition in ("whole", "cut"):
            found, true = pairs_abroad(language, cut_down=condition == "cut")
            others = evidence(np.stack([found[name] for name in STORY_FEATURES], axis=1), same_story)
            limits.append([(others[~true], found["sounds"][~true]), (others[true], found["sounds"][true])])
            print("abroad", language, condition, "recall without sounds", (others[true] > 0).mean())
    weights = np.arange(0, 30, 0.5)
    false = [
        np.mean([(others + weight * sounds > 0).mean() for (others, sounds), _ in limits])
        for weight in weights
    ]
    weight = float(weights[np.searchsorted(false, FALSE_ABROAD, side="right") - 1])
    for _, (others, sounds) in limits:
        print("recall", (others + weight * sounds > 0).mean())
    return weight


def pairs_abroad(language: str, *, cut_down: bool) -> tuple[dict[str, Array], NDArray[np.bool_]]:
    """Features of articles in a language beside English renditions, and which tell the same."""
    rng = random.Random(SEED)

    def shown(text: Paragraphs) -> str:
        kept = cut(text, 0.4, 1.0, 0, rng) if cut_down else range(len(text))
        return "\n".join(text[place] for place in kept)

    told = [(text, rng.sample(renditions, RENDITIONS_ABROAD)) for text, renditions in sources(language)]
    texts = [shown(text) for text, _ in told] + [shown(text) for _, found in told for text in found]
    languages = [language] * len(told) + ["en"] * (len(texts) - len(told))
    left, right = map(np.ravel, np.indices((len(told), len(texts) - len(told))))
    found = compare(comparable(prints_of(texts, languages)), left, right + len(told))
    return found, left == right // RENDITIONS_ABROAD


def log_odds_of_days() -> list[float]:
    """Evidence for one story by the days between publication: half the log likelihood ratio on BASIL.

    Against dates that have nothing to do with each other within the window. Half, because articles on one thread of
    news are near in time too. The last entry holds for all pairs further apart.
    """
    window = Settings().window_days
    gaps = [gap for gap in days_between() if gap <= window]
    shares = [(gaps.count(day) + 0.5) / (len(gaps) + 0.5 * (window + 1)) for day in range(4)]
    chances = [(1 if day == 0 else 2) / (2 * window + 1) for day in range(4)]
    return [0.5 * float(np.log(share / chance)) for share, chance in zip(shares, chances, strict=True)]


def toml(name: str, names: tuple[str, ...], weights: Weights, days: Sequence[float] = ()) -> str:
    lines = [f"[{name}]", f"bias = {weights[1]:.3f}"]
    if days:
        lines.append(f"days = [{', '.join(f'{value:.3f}' for value in days)}]")
    lines += ["", f"[{name}.weights]"]
    return "\n".join(
        lines + [f"{feature} = {weight:.3f}" for feature, weight in zip(names, weights[0], strict=True)]
    )


def main() -> None:
    rng = random.Random(SEED)
    reports, stories = list(report_samples(rng)), list(story_samples(rng))
    judged = Calibration(reports, REPORT_FEATURES, lambda sample: bool(sample.same_report))
    report(judged, "basil")
    every = np.array([sample.origin == "basil" for sample in reports])
    same_report = judged.judgement(every)
    told = [sample for sample in reports if sample.condition in ("whole", "cut")] + stories
    alike = Calibration(told, STORY_FEATURES, lambda sample: sample.same_story)
    report(alike, "unrelated")
    report(alike, "ecb-look-alike")
    same_story = alike.judgement(np.array([sample.origin == "unrelated" for sample in told]))
    sounds = weight_of_sounds(same_story)
    told_abroad = (np.append(same_story[0], sounds), same_story[1])
    header = (
        "# Weights of the features in features.py, zero or more; written by bench/calibrate_pairs.py.\n"
        "# Calibrated on WMT21 ru and is renditions, Helsinki reprints, BASIL and ECB+ (numbers only, no words).\n"
    )
    WEIGHTS.write_text(
        header
        + toml("same_report", REPORT_FEATURES, same_report)
        + "\n\n"
        + toml("same_story", (*STORY_FEATURES, "sounds"), told_abroad, log_odds_of_days())
        + "\n",
        encoding="utf-8",
    )
    print(WEIGHTS.read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
