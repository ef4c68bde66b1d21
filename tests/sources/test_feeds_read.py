"""RSS, Atom and OPML."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>The Example &amp; Co</title><language>en-us</language>
<item><title>Ministers &lt;b&gt;meet&lt;/b&gt;</title><link>https://example.org/1</link>
<description>A summary only.</description>
<content:encoded><![CDATA[<p>The ministers met in <i>Geneva</i>.</p><p>They agreed to meet again.</p>
<script>x()</script>]]></content:encoded>
<pubDate>Thu, 15 Sep 2022 10:00:00 GMT</pubDate><dc:creator>Jane Roe</dc:creator><guid>g1</guid></item>
<item><title>Second</title><description>Talks failed when 5 &amp;lt; 6, he said.</description>
<pubDate>Thu, 31 Feb 2022 25:00:00 GMT</pubDate></item>
<item><title>Third</title></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Example</title>
<entry><title type="text">A &lt; B</title>
<id>e1</id><link href="https://example.org/1"/><updated>2022-09-15T10:00:00Z</updated>
<author><name>Jane Roe</name></author>
<content type="html">&lt;p&gt;The ministers met in Geneva.&lt;/p&gt;</content></entry></feed>"""
BOMB = """<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
<rss version="2.0"><channel><title>x</title><item><title>&b;</title></item></channel></rss>"""


def test_entries_become_articles(reads: Any, writes: Any) -> None:
    path = writes("a.rss", RSS)
    found = reads(path)
    first, second = found.articles
    assert first.text == "The ministers met in Geneva.\n\nThey agreed to meet again."
    assert (first.title, first.url, first.external_id) == ("Ministers meet", "https://example.org/1", "g1")
    assert (first.source, first.byline, first.language) == ("The Example & Co", "Jane Roe", "en")
    assert first.published_at == datetime(2022, 9, 15, 10, tzinfo=UTC)
    assert first.origin == f"{path}#item=1"
    assert second.text == "Talks failed when 5 < 6, he said."
    assert second.published_at is None
    assert [(one.origin[-7:], one.reason) for one in found.rejections] == [
        ("#item=2", "bad_date"),
        ("#item=3", "empty"),
    ]


@pytest.mark.parametrize("name", ["a.atom", "a.xml", "a", "a.rss.gz"])
def test_atom_is_read_under_any_name(reads: Any, writes: Any, name: str) -> None:
    article = reads(writes(name, ATOM)).article
    assert (article.text, article.title, article.source) == (
        "The ministers met in Geneva.",
        "A < B",
        "The Example",
    )
    assert (article.byline, article.published_at) == ("Jane Roe", datetime(2022, 9, 15, 10, tzinfo=UTC))


def test_a_damaged_feed_gives_its_entries(reads: Any, writes: Any) -> None:
    found = reads(writes("a.rss", RSS.replace("</channel></rss>", "<item><title>Fo")))
    assert [article.external_id for article in found.articles] == ["g1", None]
    assert "damaged" in found.notes[0].message


@pytest.mark.parametrize(
    "content", ["no feed at all", "<rss><channel>", "<html><body><p>x</p></body></html>", "<a><b/></a>"]
)
def test_what_is_no_feed_is_rejected(reads: Any, writes: Any, content: str) -> None:
    assert reads(writes("a.rss", content)).reasons in (["bad_feed"], ["no_article"], ["too_short"])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["a.rss", "a.opml"])
def test_entity_bombs_are_refused(reads: Any, writes: Any, encoding: str, name: str) -> None:
    assert reads(writes(name, BOMB.encode(encoding))).reasons == ["entity_bomb"]


def opml(*addresses: str) -> str:
    outlines = "".join(f'<outline type="rss" xmlUrl="{address}"/>' for address in addresses)
    return (
        f'<?xml version="1.0"?><opml version="2.0"><body><outline text="x">{outlines}</outline></body></opml>'
    )


def test_the_feeds_of_an_opml_are_read(reads: Any, writes: Any) -> None:
    feed = writes("feeds/a.xml", ATOM)
    path = writes(
        "list.opml",
        opml("feeds/a.xml", "feeds/a.xml", "feeds/missing.xml", str(feed.parent.parent / "page.html")),
    )
    writes("page.html", "<html><body><p>The ministers met in Geneva on Monday.</p></body></html>")
    found = reads(path)
    assert found.article.origin == f"{feed}#item=1"
    assert found.reasons == ["not_found", "bad_feed"]


def test_addresses_in_an_opml_are_under_the_rules_for_addresses(reads: Any, writes: Any) -> None:
    assert reads(writes("a.opml", opml("http://127.0.0.1:9/feed", "ftp://example.org/x"))).reasons == [
        "private_address",
        "bad_url",
    ]


def test_an_opml_that_lists_itself_ends(reads: Any, writes: Any) -> None:
    assert reads(writes("a.opml", opml("a.opml"))).reasons == ["bad_feed"]


@pytest.mark.parametrize("content", ["<opml/>", "<opml><body/></opml>", "nothing", "<"])
def test_an_opml_without_feeds_is_rejected(reads: Any, writes: Any, content: str) -> None:
    assert reads(writes("a.opml", content)).reasons == ["bad_feed"]
