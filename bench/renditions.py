"""Rendition or independent report? Retold beside shingles and shared words, in one run.

    .venv/bin/python bench/renditions.py

WMT21 ru and is renditions and Helsinki reprints (positives) against BASIL (three outlets on one event), whole and
cut. Recall is at the threshold that 1 % of the BASIL pairs of the same condition exceed; for Retold also at
probability 0.5. The weights of the same-report judgement were fitted on these pairs, so Retold is scored under
cross-validation grouped by article, story and reprint cluster; the plain alternatives have nothing to fit.
"""

from __future__ import annotations

import random

import numpy as np

from calibrate_pairs import REPORT_FEATURES, Array, Calibration, threshold
from pair_samples import CONDITIONS, SEED, Sample, report_samples
from retold.stories.scoring import judgements
from retold.text import words
from scoring_input import features_of

ORIGINS = ("wmt-ru", "wmt-is", "reprint", "flood", "basil")


def shingle_jaccard(left: str, right: str, length: int) -> float:
    """Jaccard index of the sets of runs of `length` words."""
    sets = [
        {tuple(found[start : start + length]) for start in range(len(found) - length + 1)}
        for found in (words(left), words(right))
    ]
    union = len(sets[0] | sets[1])
    return len(sets[0] & sets[1]) / union if union else 0.0


def row(name: str, scores: Array, samples: list[Sample], limit: float) -> str:
    shares = []
    for origin in ORIGINS:
        chosen = [score for score, sample in zip(scores, samples, strict=True) if sample.origin == origin]
        shares.append(f"{np.mean(np.array(chosen) > limit):.3f}" if chosen else "")
    return f"| {name} | {' | '.join(shares)} |"


def main() -> None:
    samples = list(report_samples(random.Random(SEED)))
    held_out = Calibration(samples, REPORT_FEATURES, lambda sample: bool(sample.same_report)).held_out()
    judged = judgements().same_report
    for condition in CONDITIONS:
        places = [place for place, sample in enumerate(samples) if sample.condition == condition]
        shown = [samples[place] for place in places]
        hard = np.array([sample.origin == "basil" for sample in shown])
        print(f"\n{condition} ({len(shown)} pairs, {hard.sum()} BASIL)\n")
        print(f"| share above the threshold | {' | '.join(ORIGINS)} |\n|---|{'---|' * len(ORIGINS)}")
        methods = {
            "Retold, cross-validated": held_out[places],
            "5-word shingles, Jaccard": np.array([shingle_jaccard(s.left, s.right, 5) for s in shown]),
            "words, Jaccard": np.array([shingle_jaccard(s.left, s.right, 1) for s in shown]),
        }
        for name, scores in methods.items():
            print(row(f"{name}, at 1 % of BASIL", scores, shown, threshold(scores[hard])))
        shingles = methods["5-word shingles, Jaccard"]
        print(row("5-word shingles, Jaccard >= 0.5", shingles, shown, 0.4999))
        shipped = judged.probabilities(features_of([s.left for s in shown], [s.right for s in shown]))
        print(row("Retold as shipped, probability >= 0.5", shipped, shown, 0.4999))


if __name__ == "__main__":
    main()
