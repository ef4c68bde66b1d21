"""Rendition or independent report? Retold beside shingles and shared words, in one run.

    .venv/bin/python bench/renditions.py

WMT21 ru and is renditions and Helsinki reprints (positives) against BASIL (three outlets on one event), whole and
cut. Recall is at the threshold that 1 % of the BASIL pairs of the same condition exceed; for Retold also at
probability 0.5. The weights of the same-report judgement were fitted on these pairs, so Retold is scored under
cross-validation grouped by article, story and reprint cluster; the plain alternatives have nothing to fit.
"""

from __future__ import annotations

import random

from calibrate_pairs import REPORT_FEATURES, Calibration
from pair_samples import CONDITIONS, SEED, report_samples
from recall_tables import RecallTable
from retold.stories.scoring import judgements
from scoring_input import features_of

ORIGINS = ("wmt-ru", "wmt-is", "reprint", "flood", "basil")


def main() -> None:
    samples = list(report_samples(random.Random(SEED)))
    held_out = Calibration(samples, REPORT_FEATURES, lambda sample: bool(sample.same_report)).held_out()
    judged = judgements().same_report
    for condition in CONDITIONS:
        places = [place for place, sample in enumerate(samples) if sample.condition == condition]
        shown = [samples[place] for place in places]
        shipped = judged.probabilities(features_of([s.left for s in shown], [s.right for s in shown]))
        print("\n".join(RecallTable(condition, shown, ORIGINS).lines(held_out[places], shipped)))


if __name__ == "__main__":
    main()
