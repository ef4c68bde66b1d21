"""What a user calls a story, to the story it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pyarrow.compute as pc
import pyarrow.dataset as ds

from retold.archive.store import Snapshot
from retold.errors import NotFound
from retold.model import Article, Story
from retold.views.rows import one_of, rows_where

# Four digits name one of a few hundred stories; fewer would hit words like "bad".
_ID_PREFIX = re.compile(r"[0-9a-f]{4,32}")
# Possibilities an error names.
_NAMED = 8


def story_named(snapshot: Snapshot, name: str) -> Story:
    """The story a name stands for.

    In this order: the id of a story, of one of its reports or articles, or the first four digits or more of one;
    the id an article came with; words of the headline as they stand there, in any case. Raises NotFound when no story
    answers, or several do.
    """
    wanted = name.strip()
    ids = _by_id(snapshot, wanted.lower()) or _by_external_id(snapshot, wanted)
    found = rows_where(snapshot, Story, "stories", one_of("story_id", ids)) or _by_headline(snapshot, wanted)
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(
            f"{len(found)} stories answer to {name!r}: {_possibilities(found)}; name one by its id"
        )
    raise NotFound(
        f"no story answers to {name!r}: give an id, the first digits of one, or words of a headline"
    )


def only_story(snapshot: Snapshot) -> Story:
    """The story of a record that has just one. Raises NotFound."""
    table = snapshot.dataset("stories").head(_NAMED + 1, columns=["story_id"])
    ids = table.column("story_id").to_pylist()
    if not ids:
        raise NotFound("the record has no story yet: add articles")
    found = rows_where(snapshot, Story, "stories", one_of("story_id", ids))
    if len(found) > 1:
        raise NotFound(f"there are {snapshot.rows('stories')} stories, name one: {_possibilities(found)}")
    return found[0]


def article_named(snapshot: Snapshot, name: str) -> Article:
    """The article of that id, or of the first four digits or more of it, or that came with that id.

    Raises NotFound when no article answers, or several do.
    """
    wanted = name.strip()
    condition = ds.field("external_id") == wanted
    if _ID_PREFIX.fullmatch(wanted.lower()):
        condition = condition | pc.starts_with(ds.field("article_id"), wanted.lower())
    found = rows_where(snapshot, Article, "articles", condition)
    if len(found) != 1:
        several = f"{len(found)} articles answer" if found else "no article answers"
        raise NotFound(f"{several} to {name!r}: give an article's id, or more of its digits")
    return found[0]


def _by_id(snapshot: Snapshot, name: str) -> set[str]:
    if not _ID_PREFIX.fullmatch(name):
        return set()
    columns = [pc.starts_with(ds.field(column), name) for column in ("story_id", "report_id", "article_id")]
    return _stories(snapshot, columns[0] | columns[1] | columns[2])


def _by_external_id(snapshot: Snapshot, name: str) -> set[str]:
    articles = snapshot.dataset("articles").to_table(["article_id"], filter=ds.field("external_id") == name)
    ids = articles.column("article_id").to_pylist()
    return _stories(snapshot, one_of("article_id", ids)) if ids else set()


def _by_headline(snapshot: Snapshot, name: str) -> list[Story]:
    """Stories with the words in their headline; those whose headline they are, if there are any."""
    words = " ".join(name.split())
    if not words:
        return []
    matches = pc.match_substring(ds.field("headline"), words, ignore_case=True)
    found = rows_where(snapshot, Story, "stories", matches)
    return [story for story in found if story.headline.casefold() == words.casefold()] or found


def _stories(snapshot: Snapshot, condition: ds.Expression) -> set[str]:
    memberships = snapshot.dataset("memberships").to_table(["story_id"], filter=condition)
    return set(memberships.column("story_id").to_pylist())


def _possibilities(stories: Iterable[Story]) -> str:
    shown = sorted(stories, key=lambda story: (story.headline, story.story_id))
    named = [f'{story.story_id[:8]} "{story.headline}"' for story in shown[:_NAMED]]
    return ", ".join(named) + (", ..." if len(shown) > _NAMED else "")
