"""The gold data beside the project, as lists of paragraphs. Nothing of it is in the repository."""

from __future__ import annotations

import itertools
import json
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"

Paragraphs = list[str]


def rows(name: str) -> list[dict[str, Any]]:
    """Rows of a gold file, such as `reuse/basil_story_triplets`. Exits with a reason where it is missing."""
    path = SHARED / f"{name}.jsonl"
    if not path.exists():
        sys.exit(f"skipped: the gold file {name}.jsonl is not here (it is not part of the project)")
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


@dataclass(frozen=True, slots=True)
class GoldPair:
    """Two texts, where they come from, and what no fold may split: their article, story or reprint cluster."""

    origin: str
    group: str
    left: Paragraphs
    right: Paragraphs


def renditions(language: str, pairs: int, rng: random.Random) -> Iterator[GoldPair]:
    """WMT21: `pairs` random pairs of renditions of each article; segment i tells segment i."""
    for row in rows(f"reuse/wmt21_renditions_{language}-en"):
        texts = [row["renditions"][system] for system in sorted(row["renditions"])]
        every = list(itertools.combinations(texts, 2))
        for left, right in rng.sample(every, min(pairs, len(every))):
            yield GoldPair(f"wmt-{language}", f"{language}-{row['doc']}", left, right)


def sources(language: str) -> Iterator[tuple[Paragraphs, list[Paragraphs]]]:
    """WMT21: each article in its own language, and its English renditions."""
    for row in rows(f"reuse/wmt21_renditions_{language}-en"):
        yield row["src"], [row["renditions"][system] for system in sorted(row["renditions"])]


def basil_stories() -> dict[str, list[Paragraphs]]:
    """BASIL: the three outlets' articles of each story."""
    stories: dict[str, list[Paragraphs]] = {}
    for row in rows("reuse/basil_story_triplets"):
        stories.setdefault(row["story"], []).append([" ".join(sentences) for sentences in row["paragraphs"]])
    return stories


def independent_reports() -> Iterator[GoldPair]:
    """BASIL: three outlets on one event. A few of these pairs share agency text, so 1 % is the noise floor."""
    for story, articles in basil_stories().items():
        for left, right in itertools.combinations(articles, 2):
            yield GoldPair("basil", story, left, right)


def days_between() -> list[int]:
    """BASIL: days between the articles of one story."""
    dates: dict[str, list[date]] = {}
    for row in rows("reuse/basil_story_triplets"):
        dates.setdefault(row["story"], []).append(date.fromisoformat(row["date"]))
    return [abs((a - b).days) for days in dates.values() for a, b in itertools.combinations(days, 2)]


# Share of five-word runs of the shorter text that a reprint made from the very same text has; the rest of a silver
# cluster hangs together by chains, or falsely.
DIRECT = 0.3


def helsinki(same_cluster: bool, least_words: int = 150) -> Iterator[GoldPair]:
    """Pairs of different publishers in one event's flood; clusters are a 5-shingle rule, not human.

    Of one cluster (origin "reprint") only those that share `DIRECT` of their five-word runs.
    """
    long = [
        row
        for row in rows("reuse/helsinki_reprints")
        if sum(len(paragraph.split()) for paragraph in row["paragraphs"]) >= least_words
    ]
    for left, right in itertools.combinations(long, 2):
        if left["event"] != right["event"] or left["publisher"] == right["publisher"]:
            continue
        clusters = left["silver_reprint_cluster"], right["silver_reprint_cluster"]
        if (clusters[0] == clusters[1]) != same_cluster:
            continue
        if not same_cluster or runs_kept(left["paragraphs"], right["paragraphs"]) >= DIRECT:
            yield GoldPair(
                "reprint" if same_cluster else "flood",
                "-".join(str(cluster) for cluster in sorted(set(clusters))),
                left["paragraphs"],
                right["paragraphs"],
            )


def runs_kept(left: Paragraphs, right: Paragraphs) -> float:
    """Share of the five-word runs of the text that has fewer that the other has."""
    ours, theirs = (_runs(" ".join(text).lower().split()) for text in (left, right))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def _runs(words: list[str]) -> set[tuple[str, ...]]:
    return {tuple(words[start : start + 5]) for start in range(len(words) - 4)}


def look_alikes(same_story: bool) -> Iterator[GoldPair]:
    """ECB+: articles of one topic, either of the same story or of its look-alike."""
    by_topic: dict[int, list[dict[str, Any]]] = {}
    for row in rows("reuse/ecbplus_story_clusters"):
        by_topic.setdefault(row["topic"], []).append(row)
    for topic, articles in by_topic.items():
        for left, right in itertools.combinations(articles, 2):
            if (left["story"] == right["story"]) == same_story:
                origin = "ecb-same" if same_story else "ecb-look-alike"
                yield GoldPair(origin, f"ecb-{topic}", left["sentences"], right["sentences"])


def cut(paragraphs: Paragraphs, least: float, most: float, moved: int, rng: random.Random) -> list[int]:
    """Indices of a random share of the paragraphs, `moved` of them out of place."""
    count = max(1, round(len(paragraphs) * rng.uniform(least, most)))
    kept = sorted(rng.sample(range(len(paragraphs)), count))
    for _ in range(moved if count > 2 else 0):
        kept.insert(rng.randrange(len(kept)), kept.pop(rng.randrange(len(kept))))
    return kept
