"""An article to its rows of `EventMention`, with the mentions and statements they rest on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from retold.actors.dictionary import Dictionary, dictionary
from retold.actors.mentions import FoundMention, mentions_in
from retold.actors.speakers import with_actors
from retold.coding.coder import PROFILE, THRESHOLD, CodedEvent, events_of
from retold.coding.public.mishaps import is_of_accident
from retold.coding.public.topic import topic_of
from retold.coding.rows import UnplacedRow, placed, unplaced
from retold.coding.states import country_of, states_by_id
from retold.model import EventMention, SentenceKind, Statement
from retold.reading.article import ReadArticle, ReadSentence
from retold.reading.parse import KEPT, Reading
from retold.reading.statements import found_statements

_TELLING = frozenset(("body", "heading"))


@dataclass(frozen=True, slots=True)
class FoundEvents:
    """What one article says."""

    mentions: tuple[FoundMention, ...]
    statements: tuple[Statement, ...]
    events: tuple[EventMention, ...]


@dataclass(frozen=True, slots=True)
class ToldEvents:
    """All events of an article as they are coded, whatever their confidence, and what their rows rest on."""

    events: tuple[CodedEvent, ...]
    sentences: tuple[ReadSentence, ...]
    mentions: tuple[FoundMention, ...]
    statements: tuple[Statement, ...]
    known: Dictionary


def found_events(
    article: ReadArticle,
    known: Dictionary | None = None,
    profile: str = PROFILE,
    threshold: float = THRESHOLD,
) -> FoundEvents:
    """Mentions, statements and events of an article; threshold: events with less confidence are left out."""
    known = known or dictionary()
    mentions = mentions_in(article, known)
    statements = with_actors(found_statements(article), mentions)
    events = events_in(article, mentions, statements, known, profile, threshold)
    return FoundEvents(tuple(mentions), tuple(statements), tuple(events))


def events_in(
    article: ReadArticle,
    mentions: Sequence[FoundMention],
    statements: Sequence[Statement],
    known: Dictionary,
    profile: str = PROFILE,
    threshold: float = THRESHOLD,
) -> Iterator[EventMention]:
    """The events of an article whose mentions and statements are known, in order."""
    published = article.day
    by_sentence = _by_sentence(mentions)
    telling = [read for read in article.sentences if read.sentence.kind in _TELLING]
    topic = topic_of(len(telling), mentions, frozenset(states_by_id(known)))
    of_accident = is_of_accident(read.reading for read in article.sentences)
    for read in telling:
        sentence = read.sentence
        standing = tuple(_standing(one, sentence.start) for one in by_sentence.get(sentence.sentence, ()))
        rows = _rows(
            read.wording,
            sentence.text,
            standing,
            profile,
            sentence.kind,
            known,
            published,
            threshold,
            of_accident,
        )
        if rows:
            said = [
                one
                for one in statements
                if one.content_start < sentence.end and sentence.start < one.content_end
            ]
            events = (
                placed(row, article.article_id, sentence.sentence, sentence.start, said) for row in rows
            )
            weighed = map(topic.weighed, events)
            yield from (event for event in weighed if event.confidence >= threshold)


def _by_sentence(mentions: Iterable[FoundMention]) -> dict[int, list[FoundMention]]:
    found: dict[int, list[FoundMention]] = {}
    for one in mentions:
        found.setdefault(one.mention.sentence, []).append(one)
    return found


@dataclass(frozen=True, slots=True)
class _Standing:
    """Where in a sentence an actor is named. Two are the same when they stand for the same in the same place."""

    start: int
    end: int
    actor_id: str
    country: str | None
    found: FoundMention = field(compare=False)


def _standing(found: FoundMention, start: int) -> _Standing:
    mention = replace(found.mention, start=found.mention.start - start, end=found.mention.end - start)
    return _Standing(
        mention.start, mention.end, mention.actor_id or "", country_of(found), replace(found, mention=mention)
    )


# Copies of an article have the same sentences, with the same actors named in them.
@lru_cache(maxsize=KEPT)
def _rows(
    wording: Reading,
    text: str,
    standing: tuple[_Standing, ...],
    profile: str,
    kind: SentenceKind,
    known: Dictionary,
    published: date | None,
    threshold: float,
    of_accident: bool,
) -> tuple[UnplacedRow, ...]:
    """The rows of a sentence's events that are sure enough, in places of the sentence."""
    found = [one.found for one in standing]
    coded = events_of(wording, found, text, profile, kind, known, published, of_accident)
    return tuple(
        unplaced(wording, text, one, published, known) for one in coded if one.confidence >= threshold
    )


def sentence_events(
    article: ReadArticle, known: Dictionary | None = None, profile: str = PROFILE
) -> ToldEvents:
    """Everything that the sentences of an article tell."""
    known = known or dictionary()
    mentions = mentions_in(article, known)
    return coded(article, mentions, with_actors(found_statements(article), mentions), known, profile)


def coded(
    article: ReadArticle,
    mentions: Sequence[FoundMention],
    statements: Sequence[Statement],
    known: Dictionary,
    profile: str = PROFILE,
) -> ToldEvents:
    """The events of an article whose mentions and statements are known."""
    by_sentence = _by_sentence(mentions)
    of_accident = is_of_accident(read.reading for read in article.sentences)
    found = [
        (event, read)
        for read in article.sentences
        if read.sentence.kind in _TELLING
        for event in events_of(
            read.reading,
            by_sentence.get(read.sentence.sentence, []),
            article.text,
            profile,
            read.sentence.kind,
            known,
            article.day,
            of_accident,
        )
    ]
    return ToldEvents(
        tuple(event for event, _ in found),
        tuple(read for _, read in found),
        tuple(mentions),
        tuple(statements),
        known,
    )


def event_row(article: ReadArticle, told: ToldEvents, event: CodedEvent) -> EventMention:
    """One event as the table has it."""
    read = told.sentences[told.events.index(event)]
    published = article.day
    row = unplaced(read.reading, article.text, event, published, told.known)
    return placed(row, article.article_id, read.sentence.sentence, 0, told.statements)
