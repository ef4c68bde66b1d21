"""Events that were judged in real articles, right or wrong: where each stands, never its words.

`judged_events.csv` names the draw, the gold file of the article, the article, the characters of the trigger, the
event's type, the verdict and, of the wrong ones, why: sense (the words mean something else), private (business,
sport, private life), statement (something is only said), type, actors, status, parse. The articles come from six sets
at random, of each at most twelve events. Draw 1: of a confidence of .25 and more, on 2026-11-22; afterwards the wrong
ones in two articles of three (the others are `is_kept_aside`) were read and their causes mended. Draw 2: other
articles, after that, of a confidence of .6 and more; nothing was mended since. The verdicts are Claude's, a language
model's, who read each sentence with PLOVER's rules beside it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from gold import rows

JUDGED = Path(__file__).with_name("judged_events.csv")
_SETS = {
    "polnear": "quotes/polnear_documents",
    "gendergap": "quotes/gendergap_documents",
    "wmt": "reuse/wmt21_renditions_ru-en",
    "basil": "reuse/basil_story_triplets",
    "hel": "reuse/helsinki_reprints",
    "ecb": "events/ecbplus_train",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """`start`, `end`: the trigger in the article's text; `cause` of a right one is "ok"."""

    draw: int
    start: int
    end: int
    event_type: str
    right: bool
    cause: str


@dataclass(frozen=True, slots=True)
class JudgedArticle:
    """A real article with the events in it that were judged."""

    name: str
    text: str
    verdicts: tuple[Verdict, ...]

    @property
    def draw(self) -> int:
        """When it was drawn; no article was drawn twice."""
        return self.verdicts[0].draw

    @property
    def is_kept_aside(self) -> bool:
        """Whether nobody read it while the coder was mended."""
        return self.draw > 1 or int(sha256(self.name.encode()).hexdigest(), 16) % 3 == 0

    def verdict_on(self, start: int, end: int, event_type: str) -> Verdict | None:
        """The verdict on an event of that type whose trigger shares characters with these."""
        return next(
            (
                one
                for one in self.verdicts
                if one.event_type == event_type and one.start < end and start < one.end
            ),
            None,
        )


def judged_articles() -> Iterator[JudgedArticle]:
    """The articles of `judged_events.csv`. Exits with a reason where the gold files are missing."""
    by_article: dict[tuple[str, str], list[Verdict]] = {}
    with JUDGED.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            verdict = Verdict(
                int(row["draw"]),
                int(row["start"]),
                int(row["end"]),
                row["type"],
                row["verdict"] == "right",
                row["cause"],
            )
            by_article.setdefault((row["set"], row["document"]), []).append(verdict)
    for name, file in _SETS.items():
        seen = set()
        for article in rows(file):
            document = str(article.get("doc_id") or article.get("id") or article.get("doc"))
            if (name, document) in by_article and document not in seen:
                seen.add(document)
                yield JudgedArticle(f"{name} {document}", _text(article), tuple(by_article[name, document]))


def _text(article: dict[str, Any]) -> str:
    """As it was when it was judged; of several renditions the first."""
    told = article.get("text") or article.get("paragraphs")
    if told is None:
        told = next(iter(article["renditions"].values()))
    if isinstance(told, str):
        return told
    return "\n\n".join(" ".join(part) if isinstance(part, list) else part for part in told)
