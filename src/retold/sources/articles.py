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
from retold.sources.items import Draft, Item, OpenInput

MAX_FIELD_CHARACTERS = 2_000
"""No title, name or address of an article is longer; what is, is some other text in the wrong field."""

LOST = "\ufffd"

_ONE_LINE = re.compile(r"\s+")


def items_of(draft: Draft, opened: OpenInput, locator: str = "") -> Iterator[Item]:
    """The article a draft makes, or the rejection of it; and what is to be said about its fields."""
    yield from (opened.refused(problem, locator) for problem in draft.problems)
    try:
        article = article_of(draft, opened, locator)
    except InputError as error:
        yield opened.refused(error, locator)
        return
    yield article
    if lost := article.text.count(LOST):
        yield opened.note(f"{lost} characters could not be decoded and stand as U+FFFD", locator)


def article_of(draft: Draft, opened: OpenInput, locator: str = "") -> Article:
    """The article a draft makes.

    Raises InputError `empty`, `too_short` or `too_long` when its text is none, `bad_encoding` when more than
    `MAX_REPLACED` of it could not be decoded.
    """
    if len(draft.text) > opened.limits.text_characters:
        raise InputError("too_long", f"{len(draft.text)} characters; see InputLimits.text_characters")
    text = clean(repaired(draft.text))
    check_length(text, opened.limits.text_characters)
    if text.count(LOST) > max(1, MAX_REPLACED * len(text)):
        raise InputError("bad_encoding", f"{text.count(LOST)} of {len(text)} characters could not be decoded")
    credited = credits_of(text, _line(draft.author), draft.published_at)
    return _named(draft, text, credited, opened, opened.origin + locator)


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


def _named(draft: Draft, text: str, credited: Credits, opened: OpenInput, origin: str) -> Article:
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
        collected_at=opened.collected_at,
        agency=canonical_name(agency) if agency else credited.agency,
        byline=credited.byline,
        dateline_place=credited.place,
        dateline_date=credited.date,
        origin=origin,
    )


def _line(value: str | None) -> str | None:
    """A field cleaned and on one line; None when nothing is left of it."""
    if value is None:
        return None
    return _ONE_LINE.sub(" ", clean(repaired(value[:MAX_FIELD_CHARACTERS]))) or None
