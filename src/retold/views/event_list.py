"""The event mentions of a snapshot, filtered, in the order in which they were published."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from retold.archive.query import query
from retold.archive.store import Snapshot
from retold.model import EventArgument, EventMention, Quantity
from retold.schema import rows_of, schema_of
from retold.views.conditions import contains, literal


@dataclass(frozen=True, slots=True)
class EventFilters:
    """Which event mentions are wanted; all conditions must hold.

    `event_type`, `mode`, `modality`: as in the table. `literal`: what was promised, demanded or refused. `actor`,
    `source`, `target`: part of an actor's name, or its country's code in capitals, anywhere, as source, as target.
    `place`: part of the place's name or the country's code. `since`, `until`: days within which the event itself
    lies, as far as it is dated. `story`: first digits of its id. `confidence`: at least so much. `limit`: how many.
    """

    event_type: str | None = None
    mode: str | None = None
    modality: str | None = None
    literal: str | None = None
    actor: str | None = None
    source: str | None = None
    target: str | None = None
    place: str | None = None
    since: date | None = None
    until: date | None = None
    story: str | None = None
    confidence: float = 0.0
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor of an event as the record has it."""

    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    wikidata_id: str | None


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event mention, with the outlet and time of its article, its sentence, and its actors by name."""

    event_mention_id: str
    article_id: str
    story_id: str | None
    outlet: str | None
    url: str | None
    title: str | None
    published_at: datetime | None
    sentence: int
    text: str
    text_start: int
    event_type: str
    mode: str | None
    literal_type: str
    modality: str
    polarity: bool
    quad: int
    score: float
    contexts: tuple[str, ...]
    sources: tuple[EventActor, ...]
    targets: tuple[EventActor, ...]
    trigger: str
    trigger_start: int
    trigger_end: int
    date_start: date | None
    date_end: date | None
    date_granularity: str | None
    place: str | None
    place_country: str | None
    arguments: tuple[EventArgument, ...]
    quantities: tuple[Quantity, ...]
    said_by: str | None
    statement_id: str | None
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class _Article:
    article_id: str
    story_id: str | None
    outlet: str | None
    url: str | None
    title: str | None
    published_at: datetime | None
    text: str
    text_start: int
    said_by: str | None


def event_list(snapshot: Snapshot, filters: EventFilters) -> list[EventRow]:
    """The event mentions that pass the filters."""
    columns = ", ".join(f"event_mentions.{name}" for name in schema_of(EventMention).names)
    sql = f"""
        SELECT {columns}, story_id, articles.source AS outlet, url, title, published_at, sentences.text,
            sentences.start AS text_start, coalesce(speakers.name, statements.speaker) AS said_by
        FROM event_mentions JOIN articles ON event_mentions.article_id = articles.article_id
        JOIN sentences ON event_mentions.article_id = sentences.article_id
            AND event_mentions.sentence = sentences.sentence
        LEFT JOIN memberships ON event_mentions.article_id = memberships.article_id
        LEFT JOIN statements ON event_mentions.statement_id = statements.statement_id
        LEFT JOIN actors AS speakers ON statements.speaker_id = speakers.actor_id
        WHERE {" AND ".join(_conditions(filters))}
        ORDER BY published_at NULLS LAST, event_mentions.article_id, trigger_start, event_mention_id
    """
    if filters.limit is not None:
        sql += f" LIMIT {filters.limit}"
    found = query(snapshot, sql)
    actors = _actors(snapshot)
    return [
        _row(mention, article, actors)
        for mention, article in zip(rows_of(EventMention, found), rows_of(_Article, found), strict=True)
    ]


def _row(mention: EventMention, article: _Article, actors: Mapping[str, EventActor]) -> EventRow:
    return EventRow(
        event_mention_id=mention.event_mention_id,
        article_id=mention.article_id,
        story_id=article.story_id,
        outlet=article.outlet,
        url=article.url,
        title=article.title,
        published_at=article.published_at,
        sentence=mention.sentence,
        text=article.text,
        text_start=article.text_start,
        event_type=mention.event_type,
        mode=mention.mode,
        literal_type=mention.literal_type,
        modality=mention.modality,
        polarity=mention.polarity,
        quad=mention.quad,
        score=mention.score,
        contexts=mention.contexts,
        sources=_named(mention.sources, actors),
        targets=_named(mention.targets, actors),
        trigger=mention.trigger,
        trigger_start=mention.trigger_start,
        trigger_end=mention.trigger_end,
        date_start=mention.date_start,
        date_end=mention.date_end,
        date_granularity=mention.date_granularity,
        place=mention.place,
        place_country=mention.place_country,
        arguments=mention.arguments,
        quantities=mention.quantities,
        said_by=article.said_by,
        statement_id=mention.statement_id,
        rule=mention.rule,
        confidence=mention.confidence,
    )


def _named(ids: Sequence[str], actors: Mapping[str, EventActor]) -> tuple[EventActor, ...]:
    return tuple(actors[one] for one in ids if one in actors)


def _actors(snapshot: Snapshot) -> dict[str, EventActor]:
    sql = """
        SELECT actor_id, name, kind, country, sectors, wikidata_id FROM actors
        WHERE actor_id IN (SELECT unnest(list_concat(sources, targets)) FROM event_mentions)
    """
    return {one.actor_id: one for one in rows_of(EventActor, query(snapshot, sql))}


def _conditions(filters: EventFilters) -> list[str]:
    found = ["TRUE"]
    for column, value in (
        ("event_type", filters.event_type and filters.event_type.upper()),
        ("mode", filters.mode and filters.mode.lower()),
        ("modality", filters.modality),
        ("literal_type", filters.literal and filters.literal.upper()),
    ):
        if value:
            found.append(f"event_mentions.{column} = {literal(value)}")
    for columns, part in (
        ("list_concat(event_mentions.sources, event_mentions.targets)", filters.actor),
        ("event_mentions.sources", filters.source),
        ("event_mentions.targets", filters.target),
    ):
        if part:
            found.append(f"list_has_any({columns}, ({_ids_of(part)}))")
    if filters.place:
        found.append(
            f"({contains('event_mentions.place', filters.place)} OR place_country = {literal(filters.place)})"
        )
    if filters.since:
        found.append(f"date_end >= DATE {literal(filters.since.isoformat())}")
    if filters.until:
        found.append(f"date_start <= DATE {literal(filters.until.isoformat())}")
    if filters.story:
        found.append(f"starts_with(story_id, {literal(filters.story)})")
    if filters.confidence:
        found.append(f"event_mentions.confidence >= {filters.confidence}")
    return found


def _ids_of(part: str) -> str:
    """The ids of actors of this name or country, as a list in SQL."""
    return (
        "SELECT coalesce(list(actor_id), []) FROM actors "
        f"WHERE {contains('name', part)} OR country = {literal(part)}"
    )
