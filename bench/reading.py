"""Articles read a second, all in; and what it costs when every article stands there four times.

    .venv/bin/python bench/reading.py [ARTICLES]

Texts of 500 words (PolNeAR's documents, cut) through the stages `parses`, `readings` and `actors`. The plain
alternative parses every article anew with the same spaCy pipeline, whole, in one process per core.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import spacy
from spacy.language import Language

import retold
from gold import rows
from retold.reading.parser import PIPELINE
from ten_thousand import Memory

WORDS = 500
COPIES = 4
READING = ("parses", "readings", "actors")


def texts(count: int) -> list[str]:
    found = []
    for row in rows("quotes/polnear_documents"):
        paragraphs = row["text"].split("\n")
        words = 0
        for place, paragraph in enumerate(paragraphs):
            words += len(paragraph.split())
            if words >= WORDS:
                found.append("\n".join(paragraphs[: place + 1]))
                break
    return found[:count]


def seconds_to_read(articles: Sequence[str]) -> float:
    """Seconds of the stages that read, in an archive of its own."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "articles.jsonl"
        lines = (json.dumps({"id": str(number), "text": text}) for number, text in enumerate(articles))
        path.write_text("\n".join(lines), encoding="utf-8")
        archive = retold.open(Path(folder) / "archive")
        archive.add([path])
        archive.run()
        [*_, run] = archive.versions()
        return sum(stage.seconds for stage in run.stages if stage.stage in READING)


@cache
def _pipeline() -> Language:
    return spacy.load(PIPELINE)


def _anew(articles: Sequence[str]) -> int:
    return sum(len(doc) for doc in _pipeline().pipe(articles))


def seconds_anew(articles: Sequence[str]) -> float:
    cores = os.cpu_count() or 1
    started = time.perf_counter()
    with ProcessPoolExecutor(cores, get_context("spawn")) as pool:
        list(pool.map(_anew, [articles[core::cores] for core in range(cores)]))
    return time.perf_counter() - started


def main() -> None:
    once = texts(int(sys.argv[1]) if len(sys.argv) > 1 else 400)
    # A copy is another article: it has a line of its own.
    several = [f"{text}\n\nCopy number {copy}." for copy in range(COPIES) for text in once]
    print("| articles of 500 words | Retold, seconds | articles/s | all parsed anew, seconds | share |")
    print("|---|---|---|---|---|")
    for name, articles in (("once each", once), (f"{COPIES} times each", several)):
        with Memory() as memory:
            own = seconds_to_read(articles)
        anew = seconds_anew(articles)
        figures = f"{own:.1f} | {len(articles) / own:.1f} | {anew:.1f} | {own / anew:.2f}"
        print(f"| {len(articles)}, {name} | {figures} |")
    print(f"\npeak memory of Retold's processes {memory.peak / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
