"""Passages of two renditions: Retold's collation beside a monotone alignment of shared words, in one run.

    .venv/bin/python bench/passages.py

WMT21 ru and is, two renditions of each article; segment i tells segment i. F1 over linked segments. The
numbers in renditions/alignment.py were chosen while looking at both languages: nothing here is held out.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import numpy as np

from gold import GoldPair, cut, renditions
from pair_samples import CUTS, SEED, Condition
from retold.model import Sentence
from retold.renditions.collation import collate
from retold.text import sentence_key, words

Links = set[tuple[int, int]]
Aligner = Callable[[Sequence[str], Sequence[str]], Links]


def collated(left: Sequence[str], right: Sequence[str]) -> Links:
    """Links of the collation of two texts."""
    cells = collate("", {name: as_sentences(name, texts) for name, texts in (("a", left), ("b", right))})
    told = {(cell.article_id, cell.passage): cell.sentences for cell in cells}
    return {
        (i, j)
        for (name, passage), ours in told.items()
        if name == "a"
        for i in ours
        for j in told.get(("b", passage), ())
    }


def as_sentences(article_id: str, texts: Sequence[str]) -> list[Sentence]:
    return [
        Sentence(article_id, number, number, 0, len(text), text, sentence_key(text), "body")
        for number, text in enumerate(texts)
    ]


def monotone(left: Sequence[str], right: Sequence[str]) -> Links:
    """Dynamic programming over the Jaccard index of words, at least 0.1, in order."""
    sets = [set(words(text)) for text in left], [set(words(text)) for text in right]
    likeness = np.array([[len(a & b) / max(1, len(a | b)) for b in sets[1]] for a in sets[0]])
    gain = np.where(likeness >= 0.1, likeness, 0.0)
    best = np.zeros((len(left) + 1, len(right) + 1))
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            best[i, j] = max(best[i + 1, j], best[i, j + 1], gain[i, j] + best[i + 1, j + 1])
    links, i, j = set(), 0, 0
    while i < len(left) and j < len(right):
        if best[i, j] == best[i + 1, j]:
            i += 1
        elif best[i, j] == best[i, j + 1]:
            j += 1
        else:
            links.add((i, j))
            i, j = i + 1, j + 1
    return links


def shown(pair: GoldPair, condition: Condition, rng: random.Random) -> tuple[list[int], list[int]]:
    """Which segments of either side are seen, in which order."""
    if condition == "whole":
        return list(range(len(pair.left))), list(range(len(pair.right)))
    least, most, moved, both = CUTS[condition]
    whole = list(range(len(pair.right)))
    left = cut(pair.left, least, most, moved, rng)
    return left, cut(pair.right, least, most, moved, rng) if both else whole


def f1(pairs: Sequence[GoldPair], condition: Condition, aligner: Aligner) -> str:
    rng = random.Random(SEED)
    right = extra = missed = 0
    for pair in pairs:
        ours, theirs = shown(pair, condition, rng)
        links = aligner([pair.left[i] for i in ours], [pair.right[j] for j in theirs])
        found = {(ours[i], theirs[j]) for i, j in links}
        gold = {(i, i) for i in set(ours) & set(theirs)}
        right, extra, missed = (
            right + len(found & gold),
            extra + len(found - gold),
            missed + len(gold - found),
        )
    return f"{2 * right / (2 * right + extra + missed):.3f}"


def main() -> None:
    conditions: tuple[Condition, ...] = ("whole", "cut", "low")
    print(
        f"| F1 | {' | '.join(f'{lang} {c}' for lang in ('ru', 'is') for c in conditions)} |\n|---|{'---|' * 6}"
    )
    for name, aligner in (("Retold", collated), ("words, in order", monotone)):
        figures = []
        for language in ("ru", "is"):
            pairs = list(renditions(language, 2, random.Random(SEED)))
            figures += [f1(pairs, condition, aligner) for condition in conditions]
        print(f"| {name} | {' | '.join(figures)} |")


if __name__ == "__main__":
    main()
