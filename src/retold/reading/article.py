"""An article as it is read: its sentences with their parses, in places of its text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import lru_cache

from retold.model import Parse, Sentence
from retold.reading.offsets import spelling
from retold.reading.parse import KEPT, Reading, bare_reading, reading_of
from retold.reading.parser import Parser
from retold.text import sentences_of

# A dateline further before the publication is misread or from an archive.
WRITTEN_BEFORE = timedelta(days=10)


@dataclass(frozen=True, slots=True, eq=False)
class ReadSentence:
    """A sentence and its words; bare words where its language has no parser.

    `wording` has them in places of the sentence, and is one object for all its copies while it is kept.
    """

    sentence: Sentence
    wording: Reading

    @property
    def reading(self) -> Reading:
        """The words in places of the article's text."""
        return _in_article(self.wording, self.sentence.start)


@dataclass(frozen=True, slots=True, eq=False)
class ReadArticle:
    """An article's text with its sentences read; what is known of its publication."""

    article_id: str
    text: str
    sentences: tuple[ReadSentence, ...]
    published_at: datetime | None = None
    source: str | None = None
    agency: str | None = None
    byline: str | None = None
    title: str | None = None
    dateline_date: date | None = None

    @property
    def day(self) -> date | None:
        """The day it was written, from which "yesterday" counts: the dateline's, if that is near the publication."""
        published = self.published_at.date() if self.published_at else None
        written = self.dateline_date
        if written is None or (published and not timedelta() <= published - written <= WRITTEN_BEFORE):
            return published
        return written


@lru_cache(maxsize=KEPT)
def _in_article(wording: Reading, start: int) -> Reading:
    return wording.moved(start) if start else wording


def read_sentences(sentences: Iterable[Sentence], parses: Mapping[str, Parse]) -> tuple[ReadSentence, ...]:
    """Sentences with the parses of their wordings; parses: by the `spelling` that was parsed."""
    return tuple(_read(sentence, parses.get(spelling(sentence.text))) for sentence in sentences)


def _read(sentence: Sentence, parse: Parse | None) -> ReadSentence:
    if parse is None:
        return ReadSentence(sentence, bare_reading(sentence.text))
    return ReadSentence(sentence, reading_of(parse, sentence.text))


def read_text(
    text: str, parser: Parser, article_id: str = "", published_at: datetime | None = None
) -> ReadArticle:
    """A text by itself, parsed now."""
    sentences = sentences_of(article_id, text)
    return ReadArticle(article_id, text, read_sentences(sentences, parsed(sentences, parser)), published_at)


def parsed(sentences: Sequence[Sentence], parser: Parser) -> dict[str, Parse]:
    """A parse of each distinct wording, by its spelling."""
    keys = {spelling(sentence.text): sentence.sentence_key for sentence in sentences}
    return {parse.text: parse for parse in parser.parse(list(keys.values()), list(keys))}
