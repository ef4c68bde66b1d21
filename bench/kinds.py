"""How right the kinds of copies are, beside a rule on five-word runs, in one run.

    .venv/bin/python bench/kinds.py

Simulated genealogies, cross-validated in folds that split no base text; real pairs of WMT21 renditions, which must
be `translated`; Helsinki reprints, which must be `verbatim` or `edited` (which of the two, nobody noted; some of the
silver pairs are no reprints); the demo, judged with the shipped weights. A telling whose parent is lost is judged
beside its siblings, which may themselves be reworded: that is told apart.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import calibrate_kinds
from calibrate_pairs import FOLDS, fold_of
from kind_samples import KindSample, demo, real_reprints, real_translations, simulated
from retold.renditions.kinds import Weights, kind_weights, probabilities

GENEALOGIES, SEED = 200, 19
KINDS = ("verbatim", "edited", "paraphrased", "translated")
# Shares of five-word runs kept by which the rule judges.
VERBATIM, EDITED = 0.96, 0.58

Judged = list[tuple[KindSample, str]]


def by_runs(sample: KindSample) -> str:
    """The plain rule; it cannot tell rewriting from translation, and says what is the commoner among the real."""
    if sample.marks.kept >= VERBATIM:
        return "verbatim"
    return "edited" if sample.marks.kept >= EDITED else "translated"


def held_out(samples: Sequence[KindSample]) -> Judged:
    """Each sample judged by weights that did not see its base text."""
    judged: Judged = []
    for fold in range(FOLDS):
        weights = calibrate_kinds.fitted([sample for sample in samples if fold_of(sample.group) != fold])
        tested = [sample for sample in samples if fold_of(sample.group) == fold]
        judged += [(sample, likeliest(sample, weights)) for sample in tested]
    return judged


def likeliest(sample: KindSample, weights: Weights) -> str:
    odds = probabilities(sample.marks, weights)
    return max(odds, key=lambda kind: odds[kind])


def f1(judged: Judged, kind: str) -> float | None:
    """F1 of a kind; None where no sample is of it."""
    right = sum(sample.kind == kind == said for sample, said in judged)
    there = sum(sample.kind == kind for sample, _ in judged)
    said_so = sum(said == kind for _, said in judged)
    return 2 * right / (there + said_so) if there else None


def row(name: str, judged: Judged) -> str:
    scores = [f1(judged, kind) for kind in KINDS]
    known = [score for score in scores if score is not None]
    shown = ["" if score is None else f"{score:.3f}" for score in scores]
    return f"| {name} | {len(judged)} | {' | '.join(shown)} | {sum(known) / len(known):.3f} |"


def main() -> None:
    chance = random.Random(SEED)
    real = list(real_translations(("ru", "is"), 2, chance))
    judged = held_out([*simulated(GENEALOGIES, SEED), *real])
    made = [(sample, said) for sample, said in judged if sample.origin.startswith("simulated")]
    chosen: dict[str, Callable[[KindSample], bool]] = {
        "simulated": lambda _: True,
        "simulated, beside the parent": lambda sample: not sample.from_lost,
        "simulated, parent lost, beside siblings": lambda sample: sample.from_lost,
        "simulated from WMT21 (real renditions), beside the parent": lambda sample: (
            "wmt" in sample.origin and not sample.from_lost
        ),
    }
    print(f"| F1 | tellings | {' | '.join(KINDS)} | macro |\n|---|{'---|' * (len(KINDS) + 2)}")
    for name, wanted in chosen.items():
        some = [(sample, said) for sample, said in made if wanted(sample)]
        print(row(name, some))
        print(row(f"{name}: by runs alone", [(sample, by_runs(sample)) for sample, _ in some]))
    told = [(sample, likeliest(sample, kind_weights())) for sample in demo()]
    print(row("demo", told))
    print(row("demo: by runs alone", [(sample, by_runs(sample)) for sample, _ in told]))
    pairs = [said for sample, said in judged if not sample.origin.startswith("simulated")]
    print(f"\nWMT21 pairs judged translated: {pairs.count('translated') / len(pairs):.3f} of {len(pairs)}")
    reprints = [likeliest(sample, kind_weights()) for sample in real_reprints(100, chance)]
    kept = reprints.count("verbatim") + reprints.count("edited")
    print(f"Helsinki reprints judged verbatim or edited: {kept / len(reprints):.3f} of {len(reprints)}")


if __name__ == "__main__":
    main()
