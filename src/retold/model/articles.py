"""Published texts, what could not be used, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

SentenceKind = Literal["body", "heading", "caption", "boilerplate"]


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. `source` is the outlet, `agency` the wire it credits, `origin` where we read it."""

    article_id: str
    external_id: str | None
    url: str | None
    source: str | None
    title: str | None
    text: str
    language: str | None
    published_at: datetime | None
    collected_at: datetime
    agency: str | None
    byline: str | None
    dateline_place: str | None
    dateline_date: date | None
    origin: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """Input that did not become an article: `reason` is a short code, `detail` says it in words."""

    origin: str
    reason: str
    detail: str
    collected_at: datetime


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or caption; `text` is `Article.text[start:end]`.

    Equal `sentence_key` means equal wording after `text.normal`, so a sentence that stands in thirty articles
    is read once.
    """

    article_id: str
    sentence: int
    paragraph: int
    start: int
    end: int
    text: str
    sentence_key: str
    kind: SentenceKind
