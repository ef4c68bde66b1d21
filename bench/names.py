"""Do two names mean one person? `match_names` beside plain likenesses of strings, in one run.

    .venv/bin/python bench/names.py [--write]

Fits the weights of src/retold/actors/name_weights.toml (`--write` writes them): names in one script on the persons of
the nomenklatura name bench, names in two on pairs of Wikidata in Korean and Hebrew with their Latin form, against the
alphabetical neighbours' and random ones. Folds never split the name that was varied. The figures in folds are from
weights learnt on the other folds, at 0.5; the features were chosen while looking at the name bench as a whole. The
plain alternatives are given romanised names and have the threshold that is best on these very pairs. The lists of
titles and patronymic endings were written with the spellings of the last table in sight: that figure is not held out.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from anyascii import anyascii
from numpy.typing import NDArray
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler
from scipy.optimize import minimize

from gold import rows
from retold.actors.name_pairing import FEATURES, features, paired
from retold.actors.names import both_parts, match_names

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "retold" / "actors" / "name_weights.toml"
SOURCES = {
    "one_script": "persons of the nomenklatura name bench",
    "two_scripts": "Wikidata names in Korean and Hebrew with their Latin form",
}
SEED, FOLDS, REPEATS = 5, 10, 5
# Pairs of Wikidata names that are looked at, and strength of the L2 penalty, set by judgement.
PAIRS, STRENGTH = 2000, 0.3

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class NamePair:
    """Two names and whether they mean one person; pairs of one group stay in one fold."""

    left: str
    right: str
    same: bool
    group: str


def name_bench() -> list[NamePair]:
    """Persons; the group is the name that was varied."""
    return [
        NamePair(row["name1"], row["name2"], row["match"], row["name2"].casefold())
        for row in rows("actors/nomenklatura_name_bench")
        if row["schema"] == "Person"
    ]


def two_scripts() -> list[NamePair]:
    """Names with their own, with an alphabetical neighbour's (often the same given name) and with any other's."""
    rng = random.Random(SEED)
    found = []
    for language in ("korean", "hebrew"):
        every = sorted(
            (row["latin"], row["native"])
            for row in rows("actors/wikidata_fullname_pairs")
            if row["lang"] == language
        )
        for place in rng.sample(range(1, len(every)), PAIRS // 2):
            latin, native = every[place]
            found.append(NamePair(latin, native, True, latin))
            found.append(NamePair(every[place - 1][0], native, False, latin))
            found.append(NamePair(rng.choice(every)[0], native, False, latin))
    return [pair for pair in found if pair.same or pair.left != pair.group]


def differences(pairs: Sequence[NamePair]) -> Array:
    made = []
    for pair in pairs:
        ours, theirs = both_parts(*sorted((pair.left, pair.right)))
        if ours.parts and theirs.parts:
            made.append(features(paired(ours, theirs)))
        else:
            made.append((1.0,) * len(FEATURES))
    return np.array(made)


def fitted(values: Array, labels: NDArray[np.bool_]) -> Array:
    """Weights of zero or more, then the bias: no difference speaks for one person."""
    signs, count = np.where(labels, 1.0, -1.0), values.shape[1]

    def loss(parameters: Array) -> tuple[float, Array]:
        margin = signs * (parameters[count] - values @ parameters[:count])
        slope = -signs / (1 + np.exp(np.clip(margin, -50, 50)))
        penalty = STRENGTH * float(parameters[:count] @ parameters[:count])
        gradient = np.append(-(values.T @ slope) + 2 * STRENGTH * parameters[:count], slope.sum())
        return float(np.logaddexp(0, -margin).sum()) + penalty, gradient

    bounds = [(0.0, None)] * count + [(None, None)]
    return np.asarray(minimize(loss, np.zeros(count + 1), jac=True, method="L-BFGS-B", bounds=bounds).x)


def held_out(pairs: Sequence[NamePair], values: Array, labels: NDArray[np.bool_], seed: int) -> Array:
    """The evidence for each pair from weights learnt without its fold."""
    groups = sorted({pair.group for pair in pairs})
    random.Random(seed).shuffle(groups)
    fold = {group: place % FOLDS for place, group in enumerate(groups)}
    folds = np.array([fold[pair.group] for pair in pairs])
    scores = np.zeros(len(pairs))
    for number in range(FOLDS):
        weights = fitted(values[folds != number], labels[folds != number])
        scores[folds == number] = weights[-1] - values[folds == number] @ weights[:-1]
    return scores


def f1(labels: NDArray[np.bool_], said: NDArray[np.bool_]) -> tuple[float, float, float]:
    """F1, precision, recall."""
    true = int((labels & said).sum())
    precision, recall = true / max(1, int(said.sum())), true / max(1, int(labels.sum()))
    return 2 * true / max(1, int(said.sum() + labels.sum())), precision, recall


def at_best(
    pairs: Sequence[NamePair], labels: NDArray[np.bool_], likeness: Callable[[str, str], float]
) -> str:
    """The figures of a plain likeness at the threshold that is best on these very pairs."""
    scores = np.array([likeness(_plain(pair.left), _plain(pair.right)) for pair in pairs])
    best = max((f1(labels, scores >= threshold), threshold) for threshold in np.unique(scores))
    return f"{_shown(best[0])} | at {best[1]:.3g}"


def _plain(name: str) -> str:
    """Romanised, as the plain alternatives too are given it."""
    return anyascii(name).casefold()


def _shown(figures: tuple[float, float, float]) -> str:
    return " | ".join(f"{figure:.3f}" for figure in figures)


def written(section: str, weights: Array) -> str:
    lines = [f"{name} = {weight:.3f}" for name, weight in zip(FEATURES, weights[:-1], strict=True)]
    head = f"# {SOURCES[section]} (numbers only, no names).\n[{section}]\nbias = {weights[-1]:.3f}\n"
    return "\n".join([head, f"[{section}.weights]", *lines, ""])


def section(name: str, pairs: Sequence[NamePair]) -> str:
    """Prints the figures of one kind of pairs and returns its part of the weights."""
    values, labels = differences(pairs), np.array([pair.same for pair in pairs])
    runs = [f1(labels, held_out(pairs, values, labels, seed) > 0) for seed in range(REPEATS)]
    print(f"\n## {SOURCES[name]}: {len(pairs)} pairs, {labels.sum()} of one person\n")
    print("| | F1 | precision | recall | threshold |\n|---|---|---|---|---|")
    mean = tuple(float(np.mean([run[place] for run in runs])) for place in range(3))
    print(f"| Retold, {FOLDS} folds, mean of {REPEATS} | {_shown((mean[0], mean[1], mean[2]))} | at 0.5 |")
    shipped = np.array([match_names(pair.left, pair.right) > 0.5 for pair in pairs])
    print(f"| Retold as shipped, fitted on these | {_shown(f1(labels, shipped))} | at 0.5 |")
    print(f"| rapidfuzz WRatio | {at_best(pairs, labels, fuzz.WRatio)} |")
    print(f"| Jaro-Winkler | {at_best(pairs, labels, JaroWinkler.similarity)} |")
    return written(name, fitted(values, labels))


def spellings() -> None:
    """How many of the spellings of one name in many languages are found."""
    every = rows("actors/putin_name_variants")
    missed = [row["variant"] for row in every if match_names(row["canonical"], row["variant"]) <= 0.5]
    wratio = sum(fuzz.WRatio(_plain(row["canonical"]), _plain(row["variant"])) > 85 for row in every)
    print(f"\n## One name in many languages: {1 - len(missed) / len(every):.3f} of {len(every)}")
    print(f"rapidfuzz WRatio > 85: {wratio / len(every):.3f}; missed: {', '.join(missed)}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("--write", action="store_true", help="write the weights")
    chosen = parser.parse_args()
    made = [section("one_script", name_bench()), section("two_scripts", two_scripts())]
    spellings()
    if chosen.write:
        head = (
            "# Weights of the differences in name_pairing.py, zero or more; from bench/names.py, fitted on:\n"
        )
        WEIGHTS.write_text("\n".join([head, *made]), encoding="utf-8")


if __name__ == "__main__":
    main()
