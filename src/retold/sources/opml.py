"""OPML to the feeds it lists."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from retold.errors import InputError
from retold.sources.items import OpenInput
from retold.sources.urls import is_url
from retold.sources.xml_guard import refuse_entities


def listed_feeds(opened: OpenInput) -> Iterator[str]:
    """The address or path of each feed an OPML lists, in its order, each once.

    A relative one is taken relative to the OPML. A list that came from the web may name web addresses only: it
    must not make us read files. Raises InputError `too_long`, `entity_bomb` or `bad_feed`.
    """
    content = opened.stream.read(opened.limits.feed_bytes + 1)
    if len(content) > opened.limits.feed_bytes:
        raise InputError(
            "too_long", f"more than {opened.limits.feed_bytes} bytes; see InputLimits.feed_bytes"
        )
    refuse_entities(content)
    seen: set[str] = set()
    for address in _addresses(content):
        place = _resolved(address, opened)
        if place not in seen:
            seen.add(place)
            yield place


def _addresses(content: bytes) -> list[str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError("bad_feed", f"no OPML: {error}") from error
    if root is None:
        raise InputError("bad_feed", "no OPML: no XML element found")
    found = [str(value).strip() for value in root.xpath("//outline/@xmlUrl")]
    if not found:
        raise InputError("bad_feed", "the OPML lists no feed: no outline has an xmlUrl")
    return [value for value in found if value]


def _resolved(address: str, opened: OpenInput) -> str:
    if opened.url is not None:
        return urljoin(opened.url, address)
    if is_url(address) or opened.path is None:
        return address
    return str(opened.path.parent / address)
