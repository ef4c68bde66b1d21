"""The stories of a snapshot, filtered, newest first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from retold.archive.query import query
from retold.archive.store import Snapshot
from retold.model import Story
from retold.schema import rows_of
from retold.views.conditions import all_words, contains, moment


@dataclass(frozen=True, slots=True)
class StoryFilters:
    """Which stories are wanted; all conditions must hold.

    `since` and `until`: days in UTC, both included, that the time from a story's first to its last article touches.
    `source` and `agency`: part of the name of an outlet that told it, of an agency one of its articles credits.
    `min_articles`: articles it has at least. `search`: words that all stand in one of its titles. `limit`: how many
    stories at most. Letters' case does not matter.
    """

    since: date | None = None
    until: date | None = None
    source: str | None = None
    agency: str | None = None
    min_articles: int = 1
    search: str | None = None
    limit: int | None = None


EVERYTHING = StoryFilters()


def story_list(snapshot: Snapshot, filters: StoryFilters = EVERYTHING) -> list[Story]:
    """The stories that pass the filters, the newest first, those without a date last."""
    sql = (
        f"SELECT stories.* FROM stories WHERE {' AND '.join(_conditions(filters))} "
        "ORDER BY first_published DESC NULLS LAST, story_id"
    )
    if filters.limit is not None:
        sql += f" LIMIT {filters.limit}"
    return rows_of(Story, query(snapshot, sql))


def _conditions(filters: StoryFilters) -> list[str]:
    found = [f"articles >= {filters.min_articles}"]
    if filters.since:
        found.append(f"last_published >= {moment(filters.since, time.min)}")
    if filters.until:
        found.append(f"first_published <= {moment(filters.until, time.max)}")
    if filters.source:
        found.append(_with_article(contains("source", filters.source)))
    if filters.agency:
        found.append(_with_article(contains("agency", filters.agency)))
    if filters.search and filters.search.split():
        found.append(f"({all_words('headline', filters.search)} OR {_titled(filters.search)})")
    return found


def _titled(search: str) -> str:
    return _with_article(all_words("title", search))


def _with_article(condition: str) -> str:
    """The condition that one of the story's articles answers `condition`."""
    return (
        "story_id IN (SELECT memberships.story_id FROM memberships JOIN articles USING (article_id) "
        f"WHERE {condition})"
    )
