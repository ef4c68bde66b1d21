"""How many of the events told of real articles are right, by their confidence.

    .venv/bin/python bench/event_precision.py

Over the articles of judged_events.csv (see judged.py), with events of any confidence, of three parts: articles whose
errors were read and mended; those of the same draw that nobody read; and a second draw after the mending, of which
only events over the threshold of then were judged. "Stand": judged events that the coder still tells. The plain
alternative is to tell every event that any pattern gives, without confidence.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from judged import JudgedArticle, judged_articles
from retold.coding.article import found_events
from retold.coding.coder import THRESHOLD
from retold.reading.article import read_text
from retold.reading.parser import parser_named

BANDS = (0.0, 0.25, 0.5, THRESHOLD, 0.7, 0.8, 0.9, 1.01)


@dataclass(frozen=True, slots=True)
class Judged:
    """An event that was judged and still stands; `confidence` is today's."""

    confidence: float
    right: bool


def standing(article: JudgedArticle) -> list[Judged]:
    told = found_events(read_text(article.text, parser_named()), threshold=0.0).events
    found = [
        (event, article.verdict_on(event.trigger_start, event.trigger_end, event.event_type))
        for event in told
    ]
    return [Judged(event.confidence, verdict.right) for event, verdict in found if verdict]


def precision(found: Sequence[Judged]) -> float:
    return sum(one.right for one in found) / max(1, len(found))


def part_of(article: JudgedArticle) -> str:
    if article.draw > 1:
        return "second draw"
    return "first draw, not read" if article.is_kept_aside else "first draw, read and mended"


def report(part: str, articles: Sequence[JudgedArticle]) -> None:
    verdicts = [one for article in articles for one in article.verdicts]
    found = [one for article in articles for one in standing(article)]
    right = sum(one.right for one in verdicts)
    print(
        f"\n{part}: {len(verdicts)} events in {len(articles)} articles judged, {right} right; {len(found)} stand"
    )
    print("| confidence | events | right | mean confidence |\n|---|---|---|---|")
    for low, high in pairwise(BANDS):
        band = [one for one in found if low <= one.confidence < high]
        mean = sum(one.confidence for one in band) / max(1, len(band))
        print(f"| {low:.2f}-{min(high, 1):.2f} | {len(band)} | {precision(band):.2f} | {mean:.2f} |")
    sure = [one for one in found if one.confidence >= THRESHOLD]
    kept = sum(one.right for one in sure) / max(1, right)
    print(
        f"at the threshold {len(sure)} events, {precision(sure):.3f} right, {kept:.3f} of the right ones kept"
    )
    print(f"every pattern: {len(found)} events, {precision(found):.3f} right")


def main() -> None:
    parts: dict[str, list[JudgedArticle]] = {}
    for article in judged_articles():
        parts.setdefault(part_of(article), []).append(article)
    for part, articles in parts.items():
        report(part, articles)


if __name__ == "__main__":
    main()
