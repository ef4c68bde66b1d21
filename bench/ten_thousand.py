"""10,000 articles of 500 words through add, sentences, fingerprints, pairs, stories, collation and renditions.

    .venv/bin/python bench/ten_thousand.py [ARTICLES]

The articles are made from the demo corpus's vocabulary by a chain of its word pairs, so they read like nothing but
have its frequencies: 1 in 5 is an own report, the others are reprints, cuts and rewritten copies of one. Prints the
seconds and the share of each stage, the peak memory of the process tree, how many reports were found whole, and for
comparison the seconds of a plain loop that only splits the same texts to words and counts them.
"""

from __future__ import annotations

import json
import random
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import psutil

import retold
from retold.text import words

TELLINGS = 5
WORDS = 500
SENTENCE_WORDS = 24
SEED = 20150714
YEAR = datetime(2021, 1, 1, tzinfo=UTC)


class Chain:
    """Texts from the word pairs of other texts."""

    def __init__(self, texts: list[str], rng: random.Random) -> None:
        self.rng = rng
        self.after: dict[str, list[str]] = defaultdict(list)
        self.vocabulary = sorted({word for text in texts for word in text.split()})
        for text in texts:
            found = text.split()
            for word, following in pairwise(found):
                self.after[word].append(following)

    def sentence(self) -> str:
        word = self.rng.choice(self.vocabulary)
        chain = [word]
        while len(chain) < SENTENCE_WORDS:
            # Now and then a word out of the blue, or every text would share the demo's phrases.
            known = self.after.get(word)
            word = self.rng.choice(known if known and self.rng.random() < 0.6 else self.vocabulary)
            chain.append(word)
        text = " ".join(chain).translate(str.maketrans("", "", '.!?"“”‘’'))
        return text[:1].upper() + text[1:] + "."

    def report(self) -> list[str]:
        return [self.sentence() for _ in range(WORDS // SENTENCE_WORDS + 1)]

    def copy(self, sentences: list[str]) -> list[str]:
        """A reprint, a cut, or a copy in which a third of the words are others."""
        way = self.rng.randrange(3)
        if way == 0:
            return sentences
        if way == 1:
            return [sentence for sentence in sentences if self.rng.random() < 0.7] or sentences
        return [" ".join(self._swapped(word) for word in sentence.split()) for sentence in sentences]

    def _swapped(self, word: str) -> str:
        if self.rng.random() >= 0.33:
            return word
        other = self.rng.choice(self.vocabulary)
        return f"{other.rstrip('.')}." if word.endswith(".") else other


def demo_texts() -> list[str]:
    lines = files("retold.demo").joinpath("articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line)["text"] for line in lines]


def write_articles(path: Path, count: int) -> None:
    """JSONL; `id` is report/telling, so the truth is in the id."""
    rng = random.Random(SEED)
    chain = Chain(demo_texts(), rng)
    with path.open("w", encoding="utf-8") as out:
        for report in range(count // TELLINGS):
            original = chain.report()
            published = YEAR + timedelta(hours=rng.randrange(24 * 365))
            for telling in range(TELLINGS):
                sentences = chain.copy(original) if telling else original
                record = {
                    "id": f"{report}/{telling}",
                    "source": f"Outlet {rng.randrange(200)}",
                    "text": "\n".join(sentences),
                    "published": (published + timedelta(hours=telling)).isoformat(),
                    "language": "en",
                }
                out.write(json.dumps(record) + "\n")


class Memory:
    """Peak resident memory of this process and its children, sampled."""

    def __init__(self) -> None:
        self.peak = 0
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Memory:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._done.wait(0.2):
            total = 0
            for process in [own, *own.children(recursive=True)]:
                try:
                    total += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            self.peak = max(self.peak, total)


def reports_whole(archive: retold.Archive, count: int) -> int:
    """Reports whose tellings were all put together and with nothing else."""
    found = archive.sql(
        "SELECT report_id, external_id FROM renditions JOIN articles"
        " ON renditions.article_id = articles.article_id"
    ).to_pylist()
    members: dict[str, set[str]] = defaultdict(set)
    for row in found:
        members[row["report_id"]].add(row["external_id"])
    wanted = {
        frozenset(f"{report}/{telling}" for telling in range(TELLINGS)) for report in range(count // TELLINGS)
    }
    return sum(frozenset(group) in wanted for group in members.values())


def plain_seconds(path: Path) -> float:
    begun = time.perf_counter()
    counts: Counter[str] = Counter()
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            counts.update(words(json.loads(line)["text"]))
    return time.perf_counter() - begun


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder, Memory() as memory:
        path = Path(folder) / "articles.jsonl"
        write_articles(path, count)
        archive = retold.open(Path(folder) / "archive")
        begun = time.perf_counter()
        archive.add([path])
        archive.run()
        seconds = time.perf_counter() - begun
        stages = [stage for run in archive.versions() for stage in run.stages]
        total = sum(stage.seconds for stage in stages)
        print(f"{count} articles of {WORDS} words\n\n| stage | seconds | share | rows |\n|---|---|---|---|")
        for stage in stages:
            print(f"| {stage.stage} | {stage.seconds:.1f} | {stage.seconds / total:.0%} | {stage.rows} |")
        print(f"| all | {seconds:.1f} | | |")
        print(f"| plain: words split and counted, one core | {plain_seconds(path):.1f} | | |")
        print(
            f"\n{count / seconds:.0f} articles/s, peak memory of the process tree {memory.peak / 1e6:.0f} MB"
        )
        print(f"{reports_whole(archive, count)} of {count // TELLINGS} reports found whole")


if __name__ == "__main__":
    main()
