"""Machine-rewritten copies, whole, cut, and on top of a real translation: found at 1 % of BASIL?

    .venv/bin/python bench/rewritten.py

The simulator's rewriting (synonyms in the slots of words, broken phrases, names taken for common words) on BASIL's
articles and WMT21 renditions, at its usual intensity and at its strongest. *cut*: both sides keep 40 to 100 % of
their paragraphs, two of them moved; *on top*: another rendition of the text, so cut and then rewritten, against the
whole rendition. The model is that of bench/renditions.py, cross-validated by article and story and fitted on no
rewritten copy. BASIL's own pairs are cut likewise and not rewritten, which would only make them less alike.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace

from calibrate_pairs import REPORT_FEATURES, Calibration
from gold import GoldPair, Paragraphs, basil_stories, independent_reports, renditions
from pair_samples import SEED, Condition, Sample, cut_pair, in_conditions, labelled, report_samples
from recall_tables import RecallTable
from retold.stories.scoring import judgements
from scoring_input import features_of
from simulation.drafts import Desk, Draft, Line
from simulation.names import mistranslate
from simulation.rewriting import Rewriter, phrase_table, swap_phrases, swap_words

ORIGINS = ("rewritten-basil", "rewritten-ru", "rewritten-is", "basil")
RENDITIONS = {"ru": 3, "is": 6}  # of each article
BASIL_CUTS = 6  # of each pair


@dataclass(frozen=True, slots=True)
class Intensity:
    """Chances of a rewriting: of each known word and phrase, to be swapped; see `Rewriter` for the others."""

    rates: tuple[float, float]
    habits: tuple[float, ...]
    in_names: tuple[float, ...]
    names: tuple[float, ...]


# The usual one as in `simulation.copying`.
INTENSITIES = {
    "usual": Intensity((0.5, 1.0), (0.3, 0.7, 0.9), (0.0, 0.1, 0.3), (0.0, 0.5, 0.9)),
    "strongest": Intensity((1.0, 1.0), (0.3,), (0.3,), (0.9,)),
}


def rewritten(text: Paragraphs, intensity: Intensity, rng: random.Random) -> Paragraphs:
    """The paragraphs, reworded by a machine."""
    desk = Desk("", rng, itertools.count(-1, -1), set())
    rate = rng.uniform(*intensity.rates)
    draft: Draft = tuple((Line(paragraph, (place,)),) for place, paragraph in enumerate(text))
    draft = swap_phrases(draft, desk, phrase_table("broken"), rate, "broken")
    rewriter = Rewriter(rate, True, rng.choice(intensity.habits), rng.choice(intensity.in_names))
    draft = mistranslate(swap_words(draft, desk, rewriter), desk, rng.choice(intensity.names))
    return [line.text for paragraph in draft for line in paragraph]


def originals(rng: random.Random) -> Iterator[GoldPair]:
    """Each text beside itself."""
    for story, articles in basil_stories().items():
        for text in articles:
            yield GoldPair("rewritten-basil", story, text, text)
    for pair in translations(rng):
        yield replace(pair, left=pair.right)


def translations(rng: random.Random) -> Iterator[GoldPair]:
    """Two renditions of one text."""
    for language, pairs in RENDITIONS.items():
        for pair in renditions(language, pairs, rng):
            yield replace(pair, origin=f"rewritten-{language}")


def copies(condition: Condition, intensity: Intensity, rng: random.Random) -> Iterator[Sample]:
    """The left side cut and rewritten. one cut: of another rendition than the right side."""
    for pair in translations(rng) if condition == "one cut" else originals(rng):
        shown = pair if condition == "whole" else cut_pair(pair, condition, rng)
        if shown is not None:
            left = rewritten(shown.left, intensity, rng)
            yield labelled(replace(shown, left=left), condition, True, True)


def hard_negatives(condition: Condition, rng: random.Random) -> Iterator[Sample]:
    draws = 1 if condition == "whole" else BASIL_CUTS
    for pair in independent_reports():
        yield from in_conditions(pair, (condition,), draws, rng, same_report=False)


def main() -> None:
    fitted_on = list(report_samples(random.Random(SEED)))
    calibration = Calibration(fitted_on, REPORT_FEATURES, lambda sample: bool(sample.same_report))
    names: dict[Condition, str] = {"whole": "whole", "cut": "cut", "one cut": "on top"}
    for (condition, name), intensity in itertools.product(names.items(), INTENSITIES):
        rng = random.Random(SEED)
        shown = [*copies(condition, INTENSITIES[intensity], rng), *hard_negatives(condition, rng)]
        features = features_of([sample.left for sample in shown], [sample.right for sample in shown])
        shipped = judgements().same_report.probabilities(features)
        table = RecallTable(f"{name}, {intensity}", shown, ORIGINS)
        print("\n".join(table.lines(calibration.held_out_of(shown), shipped)))


if __name__ == "__main__":
    main()
