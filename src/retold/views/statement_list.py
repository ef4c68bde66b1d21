"""The statements of a snapshot, filtered, in the order in which they were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from retold.archive.query import query
from retold.archive.store import Snapshot
from retold.schema import rows_of
from retold.views.conditions import all_words, contains, literal


@dataclass(frozen=True, slots=True)
class StatementFilters:
    """Which statements are wanted; all conditions must hold.

    `speaker`: part of the name of the actor, or of the speaker as named there. `search`: words that all stand in the
    content. `kind`: direct, indirect, mixed. `manner`: speech, attitude, act. `channel`: part of the medium. `story`:
    first digits of its id. `limit`: how many at most.
    """

    speaker: str | None = None
    search: str | None = None
    kind: str | None = None
    manner: str | None = None
    channel: str | None = None
    story: str | None = None
    limit: int | None = None


@dataclass(frozen=True, slots=True)
class StatementRow:
    """A statement, with the article's source and time and the speaker's name in the record."""

    statement_id: str
    article_id: str
    source: str | None
    published_at: datetime | None
    sentence: int
    kind: str
    manner: str
    actor: str | None
    country: str | None
    speaker: str | None
    role: str | None
    affiliation: str | None
    cue: str | None
    content: str
    content_start: int
    content_end: int
    channel: str | None
    reported_by: str | None
    speaker_id: str | None
    addressee_id: str | None


def statement_list(snapshot: Snapshot, filters: StatementFilters) -> list[StatementRow]:
    """The statements that pass the filters."""
    sql = f"""
        SELECT statements.*, articles.source, published_at, actors.name AS actor, actors.country
        FROM statements JOIN articles ON statements.article_id = articles.article_id
        LEFT JOIN memberships ON statements.article_id = memberships.article_id
        LEFT JOIN actors ON speaker_id = actor_id
        WHERE {" AND ".join(_conditions(filters))}
        ORDER BY published_at NULLS LAST, statements.article_id, content_start, statement_id
    """
    if filters.limit is not None:
        sql += f" LIMIT {filters.limit}"
    return rows_of(StatementRow, query(snapshot, sql))


def _conditions(filters: StatementFilters) -> list[str]:
    found = ["TRUE"]
    if filters.speaker:
        named = [
            contains(f"coalesce({column}, '')", filters.speaker) for column in ("actors.name", "speaker")
        ]
        found.append(f"({' OR '.join(named)})")
    if filters.search and filters.search.split():
        found.append(all_words("content", filters.search))
    if filters.kind:
        found.append(f"statements.kind = {literal(filters.kind)}")
    if filters.manner:
        found.append(f"manner = {literal(filters.manner)}")
    if filters.channel:
        found.append(contains("coalesce(channel, '')", filters.channel))
    if filters.story:
        found.append(f"starts_with(story_id, {literal(filters.story)})")
    return found
