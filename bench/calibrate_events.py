"""Fits the weights of an event's confidence and writes src/retold/coding/selection_weights.toml.

    .venv/bin/python bench/calibrate_events.py

Logistic regression with an L2 penalty, by Newton's method: of all events that the coder finds in the gold sentences
that may be read (event_gold.py), which have the annotated type? The features say how an event is told, never by
which words. Printed first: how often the surest event of a sentence is right, with weights that were fitted to other
trigger families, beside the first event of the sentence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from event_gold import YIELD, GoldEvent, gsr, zsp
from events import events_in
from logistic import Array, fitted, table
from retold.coding.selection import features
from retold.reading.article import read_text
from retold.reading.parser import parser_named

PROFILE = "gold-cameo"
FOLDS = 5
STRENGTH = 3.0
LEAST = 0.03
RAREST = 8
WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "src" / "retold" / "coding" / "selection_weights.toml"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event the coder finds, in the sentence with this number; `right`: it has the annotated type."""

    sentence: int
    fold: int
    features: frozenset[str]
    right: bool


def candidates(gold: Sequence[GoldEvent]) -> list[Candidate]:
    found = []
    for number, event in enumerate(gold):
        article = read_text(event.text, parser_named())
        fold = int(sha256(event.family.encode()).hexdigest(), 16) // 5 % FOLDS
        expected = YIELD.get(event.event_type, event.event_type)
        for coded in events_in(article, PROFILE):
            reading = coded.reading
            told = features(coded.meaning, coded.status, coded.arguments, reading)
            right = YIELD.get(coded.code.event_type, coded.code.event_type) == expected
            found.append(Candidate(number, fold, frozenset(told), right))
    return found


def names_of(found: Sequence[Candidate]) -> list[str]:
    """The features that stand often enough, sorted."""
    counts: dict[str, int] = {}
    for one in found:
        for name in one.features:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= RAREST)


def weights_of(found: Sequence[Candidate], names: Sequence[str]) -> Array:
    right = np.array([one.right for one in found], float)
    return fitted(table([one.features for one in found], names), right, np.ones(len(found)), STRENGTH)


def surest_right(found: Sequence[Candidate], scores: Sequence[float]) -> float:
    """Share of the sentences with events whose surest one is right."""
    best: dict[int, tuple[float, bool]] = {}
    for one, score in zip(found, scores, strict=True):
        if one.sentence not in best or score > best[one.sentence][0]:
            best[one.sentence] = score, one.right
    return sum(right for _, right in best.values()) / len(best)


def crossed(found: Sequence[Candidate], names: Sequence[str]) -> list[float]:
    """Scores by weights that were fitted to the other folds."""
    scores = np.zeros(len(found))
    for fold in range(FOLDS):
        ours = np.array([one.fold == fold for one in found])
        weights = weights_of([one for one in found if one.fold != fold], names)
        scores[ours] = table([one.features for one in found if one.fold == fold], names) @ weights
    return scores.tolist()


def main() -> None:
    gold = [one for one in [*gsr(), *zsp()] if not one.reserved]
    found = candidates(gold)
    names = names_of(found)
    print(f"{len(found)} events in {len(gold)} sentences, {len(names)} features")
    print(f"surest right, other families: {surest_right(found, crossed(found, names)):.3f}")
    print(
        f"first of the sentence right: {surest_right(found, [-float(place) for place in range(len(found))]):.3f}"
    )
    weights = dict(zip(["bias", *names], weights_of(found, names).tolist(), strict=True))
    lines = [
        "# Log odds that an event is the annotated one, by the features in selection.py; written by",
        "# bench/calibrate_events.py from PLOVER's gold records and ZSP's sentences (numbers only, no words).",
        "[weights]",
        *(
            f'"{name}" = {weight:.2f}'
            for name, weight in weights.items()
            if abs(weight) >= LEAST or name == "bias"
        ),
    ]
    WEIGHTS_FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
