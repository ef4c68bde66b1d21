"""Texts that genealogies begin with: gold beside the project where it is, else the demo's articles."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from gold import SHARED, rows
from retold.text import sentences_of, words

FEWEST_SENTENCES, MOST_SENTENCES = 8, 28
# Two renditions of one text that share more of their five-word runs than this are the work of nearly one system.
NEAR_ALIKE = 0.5

Sentences = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BaseText:
    """An original: paragraphs of sentences. `renditions` are other tellings of it, sentence by sentence.

    `collection` names where it is from; `group` is the text, however often it is used.
    """

    collection: str
    group: str
    paragraphs: tuple[Sentences, ...]
    renditions: tuple[Sentences, ...] = ()


@cache
def base_texts() -> tuple[BaseText, ...]:
    """All there are, in a fixed order."""
    return (*_demo(), *_basil(), *_wmt("ru"), *_wmt("is"))


def _there(name: str) -> bool:
    return (SHARED / f"{name}.jsonl").exists()


def _demo() -> list[BaseText]:
    folder = files("retold") / "demo"
    truth = map(json.loads, (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines())
    originals = {row["id"] for row in truth if row["kind"] == "original"}
    articles = map(json.loads, (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    chosen = [
        article
        for article in articles
        if article["id"] in originals and article.get("language", "en") == "en"
    ]
    return [BaseText("demo", article["id"], _paragraphs(article["text"])) for article in chosen]


def _paragraphs(text: str) -> tuple[Sentences, ...]:
    """A text's body, sentence by sentence."""
    found: dict[int, list[str]] = {}
    for sentence in sentences_of("", text):
        if sentence.kind == "body":
            found.setdefault(sentence.paragraph, []).append(" ".join(sentence.text.split()))
    return tuple(tuple(paragraph) for paragraph in found.values())


def _basil() -> list[BaseText]:
    """BASIL's articles, cut to a wire report's length. Only one of a story's three."""
    if not _there("reuse/basil_story_triplets"):
        return []
    by_story = {row["story"]: row for row in rows("reuse/basil_story_triplets")}
    texts = [
        BaseText("basil", story, _shortened(tuple(tuple(part) for part in row["paragraphs"] if part)))
        for story, row in by_story.items()
    ]
    return [text for text in texts if sum(map(len, text.paragraphs)) >= FEWEST_SENTENCES]


def _shortened(paragraphs: tuple[Sentences, ...]) -> tuple[Sentences, ...]:
    kept: list[Sentences] = []
    for paragraph in paragraphs:
        if sum(map(len, kept)) + len(paragraph) > MOST_SENTENCES:
            break
        kept.append(paragraph)
    return tuple(kept)


def _wmt(language: str) -> list[BaseText]:
    """WMT21's texts of more than a few segments: one human rendition as the original, the rest as real tellings."""
    name = f"reuse/wmt21_renditions_{language}-en"
    return (
        [_rendered(language, row) for row in rows(name) if len(row["src"]) >= FEWEST_SENTENCES]
        if _there(name)
        else []
    )


def _rendered(language: str, row: dict[str, Any]) -> BaseText:
    texts = [tuple(row["renditions"][system][:MOST_SENTENCES]) for system in sorted(row["renditions"])]
    systems = sorted(row["renditions"])
    first = next((place for place, system in enumerate(systems) if system.startswith("ref")), 0)
    original = texts.pop(first)
    apart: list[Sentences] = []
    for text in texts:
        if all(_shared_runs(text, other) < NEAR_ALIKE for other in (*apart, original)):
            apart.append(text)
    return BaseText(
        f"wmt-{language}", f"{language}-{row['doc']}", tuple((segment,) for segment in original), tuple(apart)
    )


def _shared_runs(left: Sentences, right: Sentences) -> float:
    """Share of the five-word runs of the left that the right has."""
    sets = [
        {tuple(found[start : start + 5]) for start in range(len(found) - 4)}
        for found in (words(" ".join(left)), words(" ".join(right)))
    ]
    return len(sets[0] & sets[1]) / max(1, len(sets[0]))
