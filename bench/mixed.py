"""A corpus of mixed articles in which true pairs of tellings are known, to look for them among many others.

Renditions (WMT21), reprints (Helsinki), independent reports (BASIL), whole or cut, and fillers put together from
sentences of all of them, so that every sentence of a filler stands in others too: more is shared than in real news.
"""

from __future__ import annotations

import itertools
import random
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from gold import DIRECT, Paragraphs, basil_stories, cut, look_alikes, rows, runs_kept

FIRST_DAY = datetime(2022, 1, 1, tzinfo=UTC)
DAYS = 60
FILLER_SENTENCES = (8, 25)


@dataclass(frozen=True, slots=True)
class MixedArticle:
    """An article with the report it tells (None for a filler), and where it is from."""

    number: int
    origin: str
    report: str | None
    published_at: datetime
    text: str
    kept: frozenset[int]
    """Paragraphs of the telling that are shown."""


@dataclass(frozen=True, slots=True)
class Mixed:
    """The articles, and the numbers of those that tell one report, pair by pair, by origin."""

    articles: list[MixedArticle]
    pairs: dict[str, list[tuple[int, int]]]


def mixed(count: int, *, cut_down: bool, seed: int = 7) -> Mixed:
    """`count` articles in random order. cut_down: tellings keep 40 to 100 % of their paragraphs, two moved."""
    rng = random.Random(seed)
    told = [(origin, report, text, _kept(text, cut_down, rng)) for origin, report, text in _tellings()]
    pool = [sentence for _, _, text, _ in told for paragraph in text for sentence in paragraph.split(". ")]
    pool += [sentence for pair in look_alikes(True) for sentence in pair.left]
    pool = sorted({sentence for sentence in pool if len(sentence.split()) >= 8})
    texts: list[tuple[str, str | None, Paragraphs, list[int]]] = [*told]
    for _ in range(count - len(texts)):
        filler = rng.sample(pool, rng.randint(*FILLER_SENTENCES))
        texts.append(("filler", None, filler, list(range(len(filler)))))
    rng.shuffle(texts)
    days: dict[str, float] = defaultdict(lambda: rng.uniform(0, DAYS))
    articles = []
    for number, (origin, report, text, kept) in enumerate(texts):
        day = days[report] + rng.uniform(0, 3) if report else rng.uniform(0, DAYS)
        published = FIRST_DAY + timedelta(days=day)
        shown = "\n\n".join(text[place] for place in kept)
        articles.append(MixedArticle(number, origin, report, published, shown, frozenset(kept)))
    return Mixed(articles, _pairs(articles))


def _tellings() -> Iterator[tuple[str, str, Paragraphs]]:
    for language in ("ru", "is"):
        for row in rows(f"reuse/wmt21_renditions_{language}-en"):
            for system in sorted(row["renditions"]):
                yield f"wmt-{language}", f"{language}-{row['doc']}", row["renditions"][system]
    for story, articles in basil_stories().items():
        for number, paragraphs in enumerate(articles):
            yield "basil", f"basil-{story}-{number}", paragraphs
    for row in rows("reuse/helsinki_reprints"):
        cluster = f"helsinki-{row['event']}-{row['silver_reprint_cluster']}"
        yield "reprint", cluster, row["paragraphs"]


def _kept(text: Paragraphs, cut_down: bool, rng: random.Random) -> list[int]:
    return cut(text, 0.4, 1.0, 2, rng) if cut_down else list(range(len(text)))


def _pairs(articles: list[MixedArticle]) -> dict[str, list[tuple[int, int]]]:
    """Pairs that tell one report: renditions that share a segment, reprints that share `DIRECT` of their runs."""
    by_report: dict[tuple[str, str], list[int]] = defaultdict(list)
    for article in articles:
        if article.report:
            by_report[article.origin, article.report].append(article.number)
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (origin, _), numbers in sorted(by_report.items()):
        for a, b in itertools.combinations(sorted(numbers), 2):
            texts = ([articles[number].text] for number in (a, b))
            alike = (
                runs_kept(*texts) >= DIRECT if origin == "reprint" else articles[a].kept & articles[b].kept
            )
            if alike:
                found[origin].append((a, b))
    return dict(found)
