"""Candidates among 100,000 mixed articles: how many true pairs are among them, and how fast they are found.

    .venv/bin/python bench/candidates.py [ARTICLES]

Recall on `mixed.py`: renditions (WMT21) and direct reprints (Helsinki), whole and cut, among fillers. Speed from raw
text to candidate pairs, texts in memory, one process per core; beside it MinHash and LSH of the package datasketch
(128 permutations, 5-word shingles, threshold 0.5) on a sample of the same texts in the same run, on one core and
scaled. `pip install datasketch` for that.
"""

from __future__ import annotations

import os
import random
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context

import numpy as np

from mixed import Mixed, mixed
from retold.settings import Settings
from retold.stories.candidates import Keys, candidate_pairs
from retold.stories.fingerprints import prints_of
from retold.stories.lists import Lists, lists_of
from retold.stories.word_runs import Ids
from ten_thousand import Chain, demo_texts

CORES = os.cpu_count() or 1
PORTION = 1_000
SAMPLE = 2_000
WORDS = 500


def keys_of(texts: Sequence[str]) -> Keys:
    prints = prints_of(texts, ["en"] * len(texts))
    return Keys(prints.keys, prints.phrases, prints.sounds, prints.language)


def found_in(stretch: tuple[Ids, Ids, Keys]) -> Ids:
    """Pairs of articles, as numbers: those of one stretch."""
    rows, asking, keys = stretch
    left, right = candidate_pairs(keys, rows, asking > 0)
    return np.stack([rows[left], rows[right]])


def candidates(texts: Sequence[str], days: Sequence[int]) -> Ids:
    """Both sides of all candidate pairs of texts published on these days."""
    portions = [texts[start : start + PORTION] for start in range(0, len(texts), PORTION)]
    with ProcessPoolExecutor(CORES, get_context("fork")) as pool:
        made = list(pool.map(keys_of, portions))
        keys = Keys(
            joined([found.keys for found in made]),
            joined([found.phrases for found in made]),
            joined([found.sounds for found in made]),
            np.concatenate([found.language for found in made]),
        )
        period = np.array(days) // Settings().window_days
        stretches = (stretch(number, period, keys) for number in range(period.min(), period.max() + 1))
        pairs = np.concatenate(list(pool.map(found_in, stretches)), axis=1)
    day = np.array(days)
    return pairs[:, np.abs(day[pairs[0]] - day[pairs[1]]) <= Settings().window_days]


def joined(parts: Sequence[Lists]) -> Lists:
    lengths = np.concatenate([np.diff(part.offsets) for part in parts])
    return Lists(np.concatenate([[0], np.cumsum(lengths)]), np.concatenate([part.values for part in parts]))


def stretch(number: int, period: Ids, found_by: Keys) -> tuple[Ids, Ids, Keys]:
    rows = np.flatnonzero((period == number) | (period == number - 1))
    keys, phrases, sounds = (
        chosen(lists, rows) for lists in (found_by.keys, found_by.phrases, found_by.sounds)
    )
    inside = Keys(keys, phrases, sounds, found_by.language[rows])
    return rows, (period[rows] == number).astype(np.int64), inside


def chosen(lists: Lists, rows: Ids) -> Lists:
    place = np.full(len(lists), -1)
    place[rows] = np.arange(len(rows))
    kept = place[lists.owners] >= 0
    return lists_of(lists.values[kept], place[lists.owners[kept]], len(rows))


def recall(name: str, corpus: Mixed) -> None:
    first = corpus.articles[0].published_at
    days = [(article.published_at - first).days + 100 for article in corpus.articles]
    begun = time.perf_counter()
    left, right = candidates([article.text for article in corpus.articles], days)
    seconds = time.perf_counter() - begun
    found = set(zip(left.tolist(), right.tolist(), strict=True))
    shares = {
        origin: np.mean([pair in found for pair in pairs]) for origin, pairs in corpus.pairs.items() if pairs
    }
    told = " | ".join(f"{shares[origin]:.3f}" for origin in ("wmt-ru", "wmt-is", "reprint"))
    count = len(corpus.articles)
    print(f"| {name} | {told} | {len(found) / count:.1f} | {count / seconds:.0f} |", flush=True)


def made_texts(count: int) -> list[str]:
    """Articles of 500 words: reports with up to four copies each."""
    rng = random.Random(3)
    chain = Chain(demo_texts(), rng)
    texts: list[str] = []
    while len(texts) < count:
        report = chain.report()
        texts += ["\n\n".join(chain.copy(report)) for _ in range(5)]
    return texts[:count]


def speed(texts: Sequence[str]) -> None:
    days = [number // 500 for number in range(len(texts))]
    begun = time.perf_counter()
    left, _ = candidates(texts, days)
    seconds = time.perf_counter() - begun
    print(f"| Retold, {CORES} cores | {len(texts) / seconds:.0f} | {len(left) / len(texts):.1f} |")
    sample = texts[:SAMPLE]
    begun = time.perf_counter()
    pairs = minhash_pairs(sample)
    seconds = time.perf_counter() - begun
    print(f"| datasketch MinHash + LSH, one core | {len(sample) / seconds:.0f} | {pairs / len(sample):.1f} |")


def minhash_pairs(texts: Sequence[str]) -> int:
    """Number of pairs that MinHash and LSH find at a Jaccard index of 0.5."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=0.5, num_perm=128)
    found = 0
    for number, text in enumerate(texts):
        words = text.lower().split()
        sketch = MinHash(num_perm=128)
        sketch.update_batch([" ".join(words[start : start + 5]).encode() for start in range(len(words) - 4)])
        found += len(index.query(sketch))
        index.insert(str(number), sketch)
    return found


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    print(f"{count} mixed articles\n")
    print(
        "| true pairs among the candidates | wmt-ru | wmt-is | reprint | candidates per article | articles/s |"
    )
    print("|---|---|---|---|---|---|")
    for cut_down in (False, True):
        recall("cut to 40-100 %, moved" if cut_down else "whole", mixed(count, cut_down=cut_down))
    print(f"\n{count} articles of {WORDS} words\n")
    print("| from raw text | articles/s | candidate pairs per article |\n|---|---|---|")
    speed(made_texts(count))


if __name__ == "__main__":
    main()
