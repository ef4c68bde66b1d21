"""The plain alternative to a coder: the type whose sentences have the most similar words (TF-IDF, nearest mean)."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256

from event_gold import GoldEvent

FOLDS = 5
_WORD = re.compile(r"[a-z']+")

Weights = Mapping[str, float]


def right_by_words(gold: Sequence[GoldEvent], group: Callable[[GoldEvent], str]) -> float:
    """Share of the sentences whose type the words of other groups' sentences tell."""
    folds = [int(sha256(group(one).encode()).hexdigest(), 16) % FOLDS for one in gold]
    right = 0
    for fold in range(FOLDS):
        known = [one for one, own in zip(gold, folds, strict=True) if own != fold]
        rarity = _rarity(known)
        means = _means(known, rarity)
        for one, own in zip(gold, folds, strict=True):
            if own == fold:
                weights = _weights(one.text, rarity)
                found = max(sorted(means), key=lambda name: _product(weights, means[name]))
                right += found == one.event_type
    return right / len(gold)


def _terms(text: str) -> list[str]:
    words = _WORD.findall(text.lower())
    return [*words, *(f"{first} {second}" for first, second in itertools.pairwise(words))]


def _rarity(known: Sequence[GoldEvent]) -> dict[str, float]:
    counts = Counter(term for one in known for term in set(_terms(one.text)))
    return {term: math.log(len(known) / count) + 1 for term, count in counts.items()}


def _weights(text: str, rarity: Weights) -> dict[str, float]:
    """Weights of the terms, of length 1."""
    found = {
        term: (1 + math.log(count)) * rarity[term]
        for term, count in Counter(_terms(text)).items()
        if term in rarity
    }
    length = math.sqrt(sum(value * value for value in found.values())) or 1.0
    return {term: value / length for term, value in found.items()}


def _means(known: Sequence[GoldEvent], rarity: Weights) -> dict[str, dict[str, float]]:
    sums: dict[str, Counter[str]] = {}
    for one in known:
        sums.setdefault(one.event_type, Counter()).update(_weights(one.text, rarity))
    return {name: _unit(of) for name, of in sums.items()}


def _unit(weights: Weights) -> dict[str, float]:
    length = math.sqrt(sum(value * value for value in weights.values())) or 1.0
    return {term: value / length for term, value in weights.items()}


def _product(one: Weights, other: Weights) -> float:
    return sum(value * other.get(term, 0.0) for term, value in one.items())
