"""RSS and Atom to articles: what the feed itself holds; linked pages are not fetched."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import datetime
from typing import Any

import feedparser

from retold.errors import InputError
from retold.sources.articles import host_of
from retold.sources.dates import parse_published
from retold.sources.items import Draft, DraftItem, OpenInput
from retold.sources.webpages import text_of_fragment
from retold.sources.xml_guard import refuse_entities


def read_feed(opened: OpenInput) -> Iterator[DraftItem]:
    """An article for each entry of a feed that holds a text.

    Raises InputError `too_long`, `entity_bomb`, or `bad_feed` when no entry can be read. A broken feed gives the
    entries before the break.
    """
    content = opened.stream.read(opened.limits.feed_bytes + 1)
    if len(content) > opened.limits.feed_bytes:
        raise InputError(
            "too_long", f"more than {opened.limits.feed_bytes} bytes; see InputLimits.feed_bytes"
        )
    refuse_entities(content)
    feed = _parsed(content, opened)
    if not feed.entries and (feed.bozo or not feed.get("version")):
        raise InputError("bad_feed", f"no RSS or Atom: {feed.get('bozo_exception', 'no feed element found')}")
    if not feed.entries:
        yield opened.note("the feed has no entries")
    if feed.entries and feed.bozo:
        yield opened.note(
            f"the feed is damaged; what could be read is kept: {feed.get('bozo_exception', '')}"
        )
    for number, entry in enumerate(feed.entries, start=1):
        yield from _entry_items(entry, feed.feed, opened, f"#item={number}")


def _parsed(content: bytes, opened: OpenInput) -> Any:
    headers = {"content-location": opened.url} if opened.url else {}
    if opened.charset:
        headers["content-type"] = f"application/xml; charset={opened.charset}"
    try:
        return feedparser.parse(io.BytesIO(content), response_headers=headers)
    except Exception as error:  # feedparser is meant to set bozo, but lets errors through for odd encodings
        raise InputError("bad_feed", f"{type(error).__name__}: {error}") from error


def _entry_items(entry: Any, feed: Any, opened: OpenInput, locator: str) -> Iterator[DraftItem]:
    try:
        draft = _draft(entry, feed, opened.collected_at)
    except InputError as error:
        yield opened.refused(error, locator)
    else:
        yield opened.drafted(draft, len(draft.text), locator)


def _draft(entry: Any, feed: Any, now: datetime) -> Draft:
    problems: list[InputError] = []
    link = entry.get("link")
    return Draft(
        text=_text(entry),
        title=_title(entry),
        external_id=entry.get("id"),
        url=link,
        source=feed.get("title") or host_of(link),
        published_at=_published(entry, now, problems),
        language=_language(entry, feed),
        author=entry.get("author"),
        problems=tuple(problems),
    )


def _text(entry: Any) -> str:
    """The longest of the entry's contents, or its summary."""
    contents = [_plain(part.get("value"), part.get("type")) for part in entry.get("content", ())]
    longest = max(contents, key=len, default="")
    if longest.strip():
        return longest
    return _plain(entry.get("summary"), entry.get("summary_detail", {}).get("type"))


def _title(entry: Any) -> str | None:
    return _plain(entry.get("title"), entry.get("title_detail", {}).get("type")).strip() or None


def _plain(value: str | None, content_type: str | None) -> str:
    if not value:
        return ""
    return value if content_type == "text/plain" else text_of_fragment(value)


def _published(entry: Any, now: datetime, problems: list[InputError]) -> datetime | None:
    written = entry.get("published") or entry.get("updated")
    parsed = entry.get("published_parsed") if entry.get("published") else entry.get("updated_parsed")
    try:
        return parse_published(datetime(*parsed[:6]) if parsed else written, now)
    except (InputError, ValueError) as error:
        detail = error.detail if isinstance(error, InputError) else str(error)
        problems.append(InputError("bad_date", f"published: {detail}; left out"))
        return None


def _language(entry: Any, feed: Any) -> str | None:
    details = [*entry.get("content", ()), entry.get("summary_detail", {}), feed]
    return next((detail["language"] for detail in details if detail.get("language")), None)
