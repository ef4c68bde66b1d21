"""Did it happen? Retold's status beside plain alternatives, on annotated factuality.

    .venv/bin/python bench/status.py

UDS-IH2 (dev: web text, e-mail, reviews): happened means a score above 0; clear are those beyond 1 either way. Macro
F1 and accuracy. Certainty is cross-validated by sentence. Event verbs: those that the lexicon codes without a
condition; verbs of any pattern: all of its verbs.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from gold import rows
from retold.coding.lexicon.patterns import lexicon
from retold.coding.status.certainty import DENIED_CERTAINTY, RULE, features
from retold.coding.status.own import auxiliary, denied_by, infinitive
from retold.coding.status.status import Telling, status_of
from retold.coding.status.told import Told
from retold.reading.parse import Reading, Word, reading_of
from retold.reading.parser import parser_named

# Of the L2 penalty, chosen by cross-validation among 0.5 to 16: all within a hundredth of each other up to 8.
STRENGTH = 2.0
# Predicates whose annotators were of two minds count less in fitting.
DOUBTFUL = 0.4
CLEAR = 1.0
FOLDS, SEED = 10, 20220916
# Predicates that must have a feature for it to have a weight.
SEEN = 8
REACHED = ("rule purpose", "rule infinitive of a noun")

Array = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Annotated:
    """An annotated predicate as Retold reads it; `sentence`: its number, `lemma` as annotated."""

    sentence: int
    reading: Reading
    word: Word
    told: Told
    above: Told | None
    lemma: str
    factuality: float

    @property
    def happened(self) -> bool:
        return self.factuality > 0

    @property
    def features(self) -> set[str]:
        return features(self.reading, self.word, self.told, self.above)

    @property
    def usable(self) -> bool:
        """Whether it may be learnt from: annotators overlooked every second "not"."""
        return self.told.polarity

    @property
    def clear(self) -> bool:
        return abs(self.factuality) > CLEAR


def annotated() -> list[Annotated]:
    """The predicates of the gold file; the sentences are tokens joined by spaces."""
    gold = rows("events/factuality_uds_ih2_dev")
    parses = parser_named().parse([row["id"] for row in gold], [row["text"] for row in gold])
    found = []
    for number, (row, parse) in enumerate(zip(gold, parses, strict=True)):
        reading = reading_of(parse, row["text"])
        telling = Telling(reading)
        places = _places(row["tokens"], row["text"])
        for predicate in row["predicates"]:
            word = _word(reading, *places[predicate["token"]])
            found.append(
                Annotated(
                    number,
                    reading,
                    word,
                    telling.of(word),
                    telling.above(word),
                    predicate["lemma"].lower(),
                    predicate["factuality"],
                )
            )
    return found


def _places(tokens: Iterable[str], text: str) -> list[tuple[int, int]]:
    places, start = [], 0
    for token in tokens:
        start = text.index(token, start)
        places.append((start, start + len(token)))
        start += len(token)
    return places


def _word(reading: Reading, start: int, end: int) -> Word:
    """The word of Retold's at a token: where that is several, the first that has content."""
    words = [word for word in reading if word.start < end and word.end > start]
    return next((word for word in words if word.pos in ("VERB", "NOUN", "ADJ", "AUX")), words[0])


def shared_features(found: Sequence[set[str]]) -> list[str]:
    """Features that enough predicates have."""
    counts: dict[str, int] = {}
    for name in (name for one in found for name in one):
        counts[name] = counts.get(name, 0) + 1
    return sorted(name for name, count in counts.items() if count >= SEEN)


def table(found: Sequence[set[str]], names: Sequence[str]) -> Array:
    """A row for each predicate: 1 and its features."""
    return np.array([[1.0, *(float(name in one) for name in names)] for one in found])


def highest(name: str) -> float | None:
    """The highest weight of a feature: purposes are mostly reached, other open things are not made likelier."""
    return 0.0 if name.startswith(RULE) and name not in REACHED else None


def fitted(values: Array, names: Sequence[str], sample: Sequence[Annotated], strength: float) -> Array:
    """Logistic regression; the bias is not held down, and rules that leave it open speak for no happening."""
    happened = np.array([one.happened for one in sample], dtype=float)
    weight = np.array([1.0 if one.clear else DOUBTFUL for one in sample])
    penalty = np.array([0.0, *(strength for _ in names)])

    def loss(fit: Array) -> tuple[float, Array]:
        odds = values @ fit
        surprise = float(np.sum(weight * (np.logaddexp(0, odds) - happened * odds)))
        slope = values.T @ (weight * (1 / (1 + np.exp(-odds)) - happened)) + penalty * fit
        return surprise + float(np.sum(penalty * fit**2)) / 2, slope

    bounds = [(None, None), *((None, highest(name)) for name in names)]
    found = minimize(loss, np.zeros(len(names) + 1), jac=True, bounds=bounds, method="L-BFGS-B")
    return np.asarray(found.x)


def cross_validated(sample: Sequence[Annotated]) -> Array:
    """Certainties, each from a fit that saw nothing of its sentence."""
    found = [one.features for one in sample]
    sentences = np.array([one.sentence for one in sample])
    fold = np.random.default_rng(SEED).integers(0, FOLDS, sentences.max() + 1)[sentences]
    chances = np.zeros(len(sample))
    for number in range(FOLDS):
        seen = [place for place in range(len(sample)) if fold[place] != number and sample[place].usable]
        names = shared_features([found[place] for place in seen])
        values = table([found[place] for place in seen], names)
        fit = fitted(values, names, [sample[place] for place in seen], STRENGTH)
        left = fold == number
        chances[left] = 1 / (
            1 + np.exp(-table([found[place] for place in np.flatnonzero(left)], names) @ fit)
        )
    chances[[not one.told.polarity for one in sample]] = DENIED_CERTAINTY
    return chances


def own_words_only(one: Annotated) -> bool:
    """The plain alternative: no negation, modal or "to" of its own."""
    reading, word = one.reading, one.word
    return not (denied_by(reading, word) or auxiliary(reading, word, "MD") or infinitive(reading, word))


def macro_f1(gold: Flags, found: Flags) -> float:
    scores = []
    for kind in (True, False):
        right = int(np.sum((gold == kind) & (found == kind)))
        scores.append(2 * right / max(1, int(np.sum(gold == kind) + np.sum(found == kind))))
    return sum(scores) / 2


def event_verbs(unconditional: bool) -> set[str]:
    """Verbs of the lexicon; unconditional: those that are an event whatever their object."""
    return {
        lemma
        for (part, lemma), patterns in lexicon().patterns.items()
        if part == "verb"
        and any(
            one.event_type and not (unconditional and (one.thing or one.prepositions)) for one in patterns
        )
    }


def cell(gold: Flags, found: Flags, which: Flags) -> str:
    right = float(np.mean(gold[which] == found[which]))
    return f"{macro_f1(gold[which], found[which]):.3f} / {right:.3f}"


def calibration(sample: Sequence[Annotated], chances: Array) -> list[str]:
    happened = np.array([one.happened for one in sample])
    lines = ["", "| certainty | predicates | happened |", "|---|---|---|"]
    for low in (0.0, 0.2, 0.4, 0.6, 0.8):
        inside = (chances >= low) & (chances < low + 0.2)
        lines.append(f"| {low:.1f} to {low + 0.2:.1f} | {inside.sum()} | {happened[inside].mean():.2f} |")
    return lines


def milliseconds(sample: Sequence[Annotated]) -> float:
    begun = perf_counter()
    for one in sample:
        status_of(one.reading, one.word)
    return (perf_counter() - begun) * 1000 / len(sample)


def main() -> None:
    sample = annotated()
    gold = np.array([one.happened for one in sample])
    clear = np.array([one.clear for one in sample])
    narrow, wide = (np.array([one.lemma in event_verbs(which) for one in sample]) for which in (True, False))
    columns = [np.ones(len(sample), bool), clear, clear & narrow, clear & wide]
    chances = cross_validated(sample)
    methods = {
        "always happened": np.ones(len(sample), bool),
        'own negation, modal or "to"': np.array([own_words_only(one) for one in sample]),
        "Retold, rules alone": np.array([one.told.plain for one in sample]),
        "Retold, certainty, cross-validated": chances >= 0.5,
    }
    sizes = " | ".join(
        f"{name} ({column.sum()})"
        for name, column in zip(
            ("all", "clear", "clear, event verbs", "clear, verbs of any pattern"), columns, strict=True
        )
    )
    print(f"| macro F1 / accuracy | {sizes} |", "|---|---|---|---|---|", sep="\n")
    for name, found in methods.items():
        print(f"| {name} | {' | '.join(cell(gold, found, column) for column in columns)} |")
    print("\n".join(calibration(sample, chances)))
    print(f"\n{milliseconds(sample):.3f} ms a predicate")


if __name__ == "__main__":
    main()
