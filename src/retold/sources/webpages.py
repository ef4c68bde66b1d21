"""HTML to an article."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

import lxml.html
import trafilatura
from lxml import etree
from trafilatura.settings import Document

from retold.errors import InputError
from retold.sources.articles import host_of
from retold.sources.dates import parse_published
from retold.sources.decoding import declared_charset, decode
from retold.sources.items import Draft, Drafted, DraftItem, OpenInput

MAX_DEPTH = 250
"""libxml2 gives up at 256 nested elements and drops what is inside; pages people read stay below 60."""
MAX_ELEMENTS = 40_000
"""Pages of news have up to some ten thousand elements. 35,000 paragraphs take the extractor 7 seconds, 40,000 table
rows 8, and its time grows faster than their number."""

_BLOCK = re.compile(
    r"address|article|aside|blockquote|br|dd|div|dl|dt|figcaption|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|"
    r"pre|section|table|td|th|tr|ul"
)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")
_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='pubdate' or @name='publishdate' or @name='date' or @name='DC.date.issued']/@content",
)
_SITE_NAME = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_ADDRESS = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")

for _name in ("trafilatura", "htmldate", "courlan", "justext", "readability_lxml"):
    # Without a handler of their own these libraries' warnings would land on the user's stderr.
    logging.getLogger(_name).addHandler(logging.NullHandler())


def read_html(opened: OpenInput) -> Iterator[DraftItem]:
    """The one article of a page. Raises InputError `too_long`."""
    content = opened.stream.read(opened.limits.html_bytes + 1)
    yield page_drafted(content, opened, opened.charset, opened.url)


def page_drafted(
    content: bytes,
    opened: OpenInput,
    charset: str | None,
    url: str | None,
    published: datetime | None = None,
    locator: str = "",
) -> Drafted:
    """A page, of which the draft is still to be made: that takes longer than all that comes after.

    `charset` and `url` are what the server or archive said, `published` what holds when the page itself gives no
    date. Raises InputError `too_long`.
    """
    if len(content) > opened.limits.html_bytes:
        raise InputError(
            "too_long", f"more than {opened.limits.html_bytes} bytes; see InputLimits.html_bytes"
        )
    draft = partial(draft_of_page, content, charset, url, published, opened.collected_at)
    return opened.drafted(draft, len(content), locator)


def draft_of_page(
    content: bytes, charset: str | None, url: str | None, published: datetime | None, now: datetime
) -> Draft:
    """The draft of a page, as said in `page_drafted`. Raises InputError `bad_encoding`, `bad_html`, `no_article`, or
    `too_long` for too many elements.
    """
    tree = page_tree(decode(content, charset or declared_charset(content)).text)
    address = _address(tree) or url
    facts = _Facts(tree, now)
    try:
        found = trafilatura.bare_extraction(
            tree,
            url=address,
            with_metadata=True,
            include_comments=False,
            date_extraction_params={"extensive_search": False, "original_date": True},
        )
    except Exception as error:  # the extractor's errors on broken pages are of every kind
        raise InputError("bad_html", f"extraction failed: {type(error).__name__}: {error}") from error
    if not isinstance(found, Document) or not found.text:
        raise InputError("no_article", "no article text was found in the page")
    return Draft(
        text=_without_title(found.text, found.title),
        title=found.title,
        url=address,
        source=facts.site_name or host_of(address),
        published_at=facts.published or _date(found.date, now) or published,
        language=facts.language,
        author=(found.author or "").replace("; ", " and ") or None,
    )


def page_tree(text: str) -> lxml.html.HtmlElement:
    """The page as a tree. Raises InputError `bad_html`, `too_long`, or `no_article` when it is empty."""
    text = _CONTROLS.sub("", _XML_DECLARATION.sub("", text, count=1))
    try:
        tree = lxml.html.document_fromstring(text, parser=lxml.html.HTMLParser(remove_comments=True))
    except (etree.ParserError, etree.XMLSyntaxError) as error:
        raise InputError("no_article", f"no HTML: {error}") from error
    except (ValueError, AssertionError, RecursionError) as error:
        raise InputError("bad_html", f"{type(error).__name__}: {error}") from error
    _check_shape(tree)
    return tree


def text_of_fragment(markup: str) -> str:
    """The text of a piece of HTML, each block on lines of its own. Raises InputError as `page_tree` does."""
    if "<" not in markup and "&" not in markup:
        return markup
    pieces: list[str] = []
    for event, element in etree.iterwalk(page_tree(f"<div>{markup}</div>"), events=("start", "end")):
        _append(pieces, event, element)
    return "".join(pieces)


def _append(pieces: list[str], event: str, element: Any) -> None:
    hidden = element.tag in ("script", "style", "head") or not isinstance(element.tag, str)
    if isinstance(element.tag, str) and _BLOCK.fullmatch(element.tag):
        pieces.append("\n")
    if event == "start" and not hidden and element.text:
        pieces.append(_spaced(element.text))
    if event == "end" and element.tail:
        pieces.append(_spaced(element.tail))


def _spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def _check_shape(tree: lxml.html.HtmlElement) -> None:
    """Raise InputError for a tree that no editor made: too deep (`bad_html`) or of too many elements (`too_long`)."""
    depth = count = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        count += event == "start"
        if depth >= MAX_DEPTH:
            raise InputError("bad_html", f"elements are nested more than {MAX_DEPTH} deep")
        if count > MAX_ELEMENTS:
            raise InputError("too_long", f"more than {MAX_ELEMENTS} HTML elements")


class _Facts:
    """What the page's head says of the article; trafilatura keeps the day of a time only."""

    def __init__(self, tree: lxml.html.HtmlElement, now: datetime) -> None:
        linked = _linked_data(tree)
        self.site_name = _first(tree, _SITE_NAME)
        self.language = tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang")
        self.published = _date(_first(tree, _PUBLISHED), now) or _date(linked.get("datePublished"), now)
        self.language = self.language or _string(linked.get("inLanguage"))


def _linked_data(tree: lxml.html.HtmlElement) -> dict[str, Any]:
    """The first JSON-LD object that has a date of publication."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()")[:20]:
        try:
            data = json.loads(script)
        except (ValueError, RecursionError):
            continue
        for thing in _things(data):
            if "datePublished" in thing:
                return thing
    return {}


def _things(data: object) -> Iterator[dict[str, Any]]:
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            yield from (
                thing for thing in (graph if isinstance(graph, list) else []) if isinstance(thing, dict)
            )


def _first(tree: lxml.html.HtmlElement, paths: tuple[str, ...]) -> str | None:
    for path in paths:
        for value in tree.xpath(path):
            if value.strip():
                return str(value).strip()
    return None


def _address(tree: lxml.html.HtmlElement) -> str | None:
    found = _first(tree, _ADDRESS)
    return found if found and found.startswith(("http://", "https://")) else None


def _string(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _date(value: object, now: datetime) -> datetime | None:
    try:
        return parse_published(value, now)
    except InputError:
        return None


def _without_title(text: str, title: str | None) -> str:
    first, _, rest = text.partition("\n")
    return rest if title and rest and first.strip() == title.strip() else text
