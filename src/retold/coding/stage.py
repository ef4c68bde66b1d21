"""Articles to what they say: their mentions, statements, events and the actors in them, as tables."""

from __future__ import annotations

from collections.abc import Mapping

import pyarrow as pa

from retold.actors.dictionary import Dictionary
from retold.actors.lists.dictionary_with import dictionary_with
from retold.actors.mentions import mentions_in
from retold.actors.speakers import with_actors
from retold.actors.stage import articles_of, named_actors
from retold.coding.article import events_in
from retold.coding.coder import PROFILE
from retold.coding.renaming import renamed
from retold.coding.states import states_by_id
from retold.model import ArticleReading, EventMention
from retold.reading.article import ReadArticle
from retold.reading.statements import found_statements
from retold.schema import rows_of, schema_of, table_of


def read_rows(told: pa.Table, listed: tuple[str, ...] = (), profile: str = PROFILE) -> pa.Table:
    """What articles say, a row of `ArticleReading` for each.

    told: as for `articles_of`. listed: the files of a user's list of actors.
    """
    known = dictionary_with(listed)
    return table_of(ArticleReading, [_reading(article, known, profile) for article in articles_of(told)])


def _reading(article: ReadArticle, known: Dictionary, profile: str) -> ArticleReading:
    found = mentions_in(article, known)
    statements = with_actors(found_statements(article), found)
    events = tuple(events_in(article, found, statements, known, profile))
    states = states_by_id(known)
    needed = {actor_id for event in events for actor_id in (*event.sources, *event.targets)}
    inferred = [states[actor_id] for actor_id in sorted(needed & states.keys())]
    return ArticleReading(
        article.article_id,
        tuple(one.mention for one in found),
        tuple(statements),
        events,
        tuple(named_actors(article.article_id, [*found, *inferred])),
    )


EVENTS_WITH_LINKS = pa.schema(
    [
        ("events", pa.list_(pa.struct(list(schema_of(EventMention))))),
        ("found_ids", pa.list_(pa.string())),
        ("actor_ids", pa.list_(pa.string())),
    ]
)
"""The events of an article, and its actors that its report has put right, in the same order under the right id."""


def event_rows(articles: pa.RecordBatch) -> pa.Table:
    """The events of articles under the actors that their reports have put right: from `EVENTS_WITH_LINKS`."""
    rows: list[EventMention] = []
    for row in articles.select(["found_ids", "actor_ids", "events"]).to_pylist():
        links: Mapping[str, str] = dict(zip(row["found_ids"], row["actor_ids"], strict=True))
        own = rows_of(EventMention, pa.Table.from_pylist(row["events"], schema_of(EventMention)))
        rows += [renamed(event, links) for event in own]
    return table_of(EventMention, rows)
