"""Fits the weights of an event's confidence and writes src/retold/coding/selection_weights.toml.

    .venv/bin/python bench/calibrate_events.py

Logistic regression with an L2 penalty, by Newton's method, over two kinds of events that the coder finds: those in
the gold sentences that may be read (event_gold.py: which have the annotated type?), and those in real articles that
were judged (judged.py: which are right? Of articles whose errors were read each counts half). The features say how an
event is told, never by which words. Printed first, with weights that were fitted to other trigger families and other
articles: how often the surest event of a gold sentence is right, beside the first event of the sentence; and how many
of the judged events over the threshold are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import numpy as np

from event_gold import YIELD, GoldEvent, gsr, zsp
from events import events_in
from judged import judged_articles
from logistic import Array, fitted, table
from retold.coding.article import sentence_events
from retold.coding.coder import THRESHOLD, CodedEvent
from retold.coding.selection import features, relation
from retold.reading.article import read_text
from retold.reading.parser import parser_named

PROFILE = "gold-cameo"
FOLDS = 5
STRENGTH = 6.0
LEAST = 0.03
RAREST = 8
WEIGHTS_FILE = Path(__file__).resolve().parents[1] / "src" / "retold" / "coding" / "selection_weights.toml"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event the coder finds, in the gold sentence or the judged article of this name.

    `counts`: for how many it counts in the fit; `weight`: by what its confidence is multiplied afterwards.
    """

    place: str
    fold: int
    features: frozenset[str]
    right: bool
    counts: float
    weight: float
    judged: bool


def candidates(gold: Sequence[GoldEvent]) -> list[Candidate]:
    found = []
    for number, event in enumerate(gold):
        article = read_text(event.text, parser_named())
        fold = int(sha256(event.family.encode()).hexdigest(), 16) // 5 % FOLDS
        expected = YIELD.get(event.event_type, event.event_type)
        for coded in events_in(article, PROFILE):
            right = YIELD.get(coded.code.event_type, coded.code.event_type) == expected
            found.append(_candidate(f"gold {number}", fold, coded, right, 1.0, judged=False))
    return found


def judged_candidates() -> list[Candidate]:
    found = []
    for article in judged_articles():
        fold = int(sha256(article.name.encode()).hexdigest(), 16) // 3 % FOLDS
        counts = 1.0 if article.is_kept_aside else 0.5
        for coded in sentence_events(read_text(article.text, parser_named())).events:
            trigger = coded.meaning.trigger
            start, end = min(word.start for word in trigger), max(word.end for word in trigger)
            if verdict := article.verdict_on(start, end, coded.code.event_type):
                found.append(_candidate(article.name, fold, coded, verdict.right, counts, judged=True))
    return found


def _candidate(
    place: str, fold: int, coded: CodedEvent, right: bool, counts: float, *, judged: bool
) -> Candidate:
    between = relation(coded.countries("source"), coded.countries("target"))
    told = features(coded.meaning, coded.status, coded.arguments, coded.reading, between)
    return Candidate(place, fold, frozenset(told), right, counts, coded.weight, judged)


def names_of(found: Sequence[Candidate]) -> list[str]:
    """The features that stand often enough, sorted."""
    counts: dict[str, int] = {}
    for one in found:
        for name in one.features:
            counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= RAREST)


def weights_of(found: Sequence[Candidate], names: Sequence[str]) -> Array:
    """Fitted to those whose confidence is not lowered for another reason."""
    ours = [one for one in found if one.weight == 1.0]
    right = np.array([one.right for one in ours], float)
    counts = np.array([one.counts for one in ours])
    return fitted(table([one.features for one in ours], names), right, counts, STRENGTH)


def surest_right(found: Sequence[Candidate], scores: Sequence[float]) -> float:
    """Share of the sentences with events whose surest one is right."""
    best: dict[str, tuple[float, bool]] = {}
    for one, score in zip(found, scores, strict=True):
        if one.place not in best or score > best[one.place][0]:
            best[one.place] = score, one.right
    return sum(right for _, right in best.values()) / len(best)


def crossed(found: Sequence[Candidate], names: Sequence[str]) -> list[float]:
    """Scores by weights that were fitted to the other folds."""
    scores = np.zeros(len(found))
    for fold in range(FOLDS):
        ours = np.array([one.fold == fold for one in found])
        weights = weights_of([one for one in found if one.fold != fold], names)
        theirs = [one for one in found if one.fold == fold]
        likely = 1 / (1 + np.exp(-table([one.features for one in theirs], names) @ weights))
        scores[ours] = likely * np.array([one.weight for one in theirs])
    return scores.tolist()


def over_threshold(found: Sequence[Candidate], scores: Sequence[float]) -> tuple[int, float]:
    """How many judged events reach the threshold, and the share of them that is right."""
    told = [one.right for one, score in zip(found, scores, strict=True) if one.judged and score >= THRESHOLD]
    return len(told), sum(told) / max(1, len(told))


def main() -> None:
    gold = [one for one in [*gsr(), *zsp()] if not one.reserved]
    told = candidates(gold)
    found = [*told, *judged_candidates()]
    names = names_of(found)
    print(
        f"{len(told)} events in {len(gold)} sentences, {len(found) - len(told)} judged, {len(names)} features"
    )
    scores = crossed(found, names)
    print(f"surest right, other families: {surest_right(told, scores[: len(told)]):.3f}")
    print(
        f"first of the sentence right: {surest_right(told, [-float(place) for place in range(len(told))]):.3f}"
    )
    count, right = over_threshold(found, scores)
    print(f"judged, other articles: {count} over the threshold, {right:.3f} right")
    weights = dict(zip(["bias", *names], weights_of(found, names).tolist(), strict=True))
    lines = [
        "# Log odds that an event is the annotated one, or judged right, by the features in selection.py; written by",
        "# bench/calibrate_events.py from PLOVER's gold records, ZSP's sentences and judged events of real articles",
        "# (numbers only, no words).",
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
