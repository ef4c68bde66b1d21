"""Drafts to articles: cleaned, checked, credited and named."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from langcodes import Language
from langcodes.tag_parser import LanguageTagError

from retold.errors import InputError
from retold.identity import content_id
from retold.model import Article
from retold.sources.agencies import canonical_name
from retold.sources.cleaning import check_length, clean, repaired
from retold.sources.credits import Credits, credits_of
from retold.sources.decoding import MAX_REPLACED
from retold.sources.items import Draft, Drafted, DraftItem, Item, Note

MAX_FIELD_CHARACTERS = 2_000
"""No title, name or address of an article is longer; what is, is some other text in the wrong field."""

LOST = "\ufffd"

_ONE_LINE = re.compile(r"\s+")


def items_of(item: DraftItem) -> Iterator[Item]:
    """The article a draft makes, or the rejection of it; and what is to be said about its fields.

    What is no draft is yielded as it is.
    """
    if not isinstance(item, Drafted):
        yield item
        return
    try:
        yield from _items_of_draft(item)
    except InputError as error:
        yield item.refused(error)
    except Exception as error:  # a bug met in one article must not cost the others
        unexpected = InputError("unexpected", f"{type(error).__name__}: {error}; please report this")
        yield item.refused(unexpected)


def _items_of_draft(drafted: Drafted) -> Iterator[Item]:
    draft = drafted.draft if isinstance(drafted.draft, Draft) else drafted.draft()
    yield from map(drafted.refused, draft.problems)
    article = _article_of(draft, drafted)
    yield article
    if lost := article.text.count(LOST):
        yield Note(drafted.origin, f"{lost} characters could not be decoded and stand as U+FFFD")


def _article_of(draft: Draft, drafted: Drafted) -> Article:
    """The article a draft makes.

    Raises InputError `empty`, `too_short` or `too_long` when its text is none, `bad_encoding` when more than
    `MAX_REPLACED` of it could not be decoded.
    """
    if len(draft.text) > drafted.most_characters:
        raise InputError("too_long", f"{len(draft.text)} characters; see InputLimits.text_characters")
    text = clean(repaired(draft.text))
    check_length(text, drafted.most_characters)
    if text.count(LOST) > max(1, MAX_REPLACED * len(text)):
        raise InputError("bad_encoding", f"{text.count(LOST)} of {len(text)} characters could not be decoded")
    credited = credits_of(text, _line(draft.author), draft.published_at)
    return _named(draft, text, credited, drafted)


def iso_language(tag: str | None) -> str | None:
    """The ISO 639-1 code in a language tag ("en-GB", "en_US", "eng"): "en". None when there is none."""
    if not tag:
        return None
    try:
        code = Language.get(tag.strip().replace("_", "-")).language
    except (LanguageTagError, ValueError):
        return None
    return code if code is not None and len(code) == 2 else None


def host_of(url: str | None) -> str | None:
    """The host of an address without `www.`: the name of a source that gives no other."""
    try:
        host = urlsplit(url or "").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") or None if host else None


def _named(draft: Draft, text: str, credited: Credits, drafted: Drafted) -> Article:
    external_id, url, source = _line(draft.external_id), _line(draft.url), _line(draft.source)
    title = _line(draft.title)
    published = draft.published_at.isoformat() if draft.published_at else None
    agency = _line(draft.agency)
    return Article(
        article_id=content_id("article", external_id, url, source, title, text, published),
        external_id=external_id,
        url=url,
        source=source,
        title=title,
        text=text,
        language=iso_language(draft.language),
        published_at=draft.published_at,
        collected_at=drafted.collected_at,
        agency=canonical_name(agency) if agency else credited.agency,
        byline=credited.byline,
        dateline_place=credited.place,
        dateline_date=credited.date,
        origin=drafted.origin,
    )


def _line(value: str | None) -> str | None:
    """A field cleaned and on one line; None when nothing is left of it."""
    if value is None:
        return None
    return _ONE_LINE.sub(" ", clean(repaired(value[:MAX_FIELD_CHARACTERS]))) or None
