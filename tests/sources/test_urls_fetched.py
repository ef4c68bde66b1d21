"""Addresses: what is fetched, and what is refused."""

from __future__ import annotations

import gzip
import re
import socket
import threading
import time
import zlib
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address
from typing import Any

import pytest

from retold.errors import InputError
from retold.settings import InputLimits
from retold.sources import urls
from retold.sources.addresses import IPAddress, checked_addresses, is_public
from retold.sources.urls import fetch

TEXT = "The ministers met in Geneva on Monday."
PAGE = (
    "<html><head><title>Ministers meet</title></head><body><article>"
    f"<p>{TEXT} Was fand in Zürich statt?</p></article></body></html>"
)
FEED = f"<rss version='2.0'><channel><title>Ex</title><item><description>{TEXT}</description></item></channel></rss>"
QUICK = InputLimits(fetch_seconds=1.0, fetch_bytes=1_000_000)


class Pages(BaseHTTPRequestHandler):
    """A server with every bad habit."""

    def do_GET(self) -> None:
        self.server.seen.append((self.path, self.headers.get("Host")))  # type: ignore[attr-defined]  # set below
        name = re.split(r"[/.?]", self.path.strip("/"))[0]
        getattr(self, f"page_{name}", self.page_missing)()

    def answer(self, body: bytes, content_type: str = "text/html", status: int = 200, **headers: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", content_type)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def page_page(self) -> None:
        self.answer(PAGE.encode("latin-1"), "text/html; charset=iso-8859-1")

    def page_packed(self) -> None:
        self.answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")

    def page_feed(self) -> None:
        self.answer(FEED.encode(), "application/rss+xml")

    def page_lines(self) -> None:
        self.answer(f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}\n'.encode(), "application/octet-stream")

    def page_list(self) -> None:
        outlines = "<outline xmlUrl='/feed'/><outline xmlUrl='file:///etc/hostname'/>"
        self.answer(f"<opml><body>{outlines}</body></opml>".encode(), "text/xml")

    def page_missing(self) -> None:
        self.answer(b"", status=404)

    def page_moved(self) -> None:
        self.answer(b"", status=301, Location="/page")

    def page_loop(self) -> None:
        self.answer(b"", status=302, Location="/loop/again")

    def page_inward(self) -> None:
        self.answer(b"", status=302, Location="http://169.254.169.254/latest")

    def page_elsewhere(self) -> None:
        self.answer(b"", status=302, Location="file:///etc/hostname")

    def page_bomb(self) -> None:
        bomb = zlib.compressobj(9, wbits=31)
        self.answer(
            b"".join(bomb.compress(bytes(1_000_000)) for _ in range(40)) + bomb.flush(),
            Content_Encoding="gzip",
        )

    def page_brotli(self) -> None:
        self.answer(b"x", Content_Encoding="br")

    def page_short(self) -> None:
        self.answer(b"The ministers", "text/plain", Content_Length="1000")

    def page_endless(self) -> None:
        self.drip(bytes(65_536), 0)

    def page_slow(self) -> None:
        self.drip(b"x", 0.2)

    def drip(self, piece: bytes, pause: float) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(piece)
                time.sleep(pause)
        except OSError:
            pass

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    made = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    made.daemon_threads = True
    made.seen = []  # type: ignore[attr-defined]  # what was asked of it
    threading.Thread(target=made.serve_forever, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


@pytest.fixture
def site(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


@pytest.mark.parametrize("path", ["page", "moved", "packed"])
def test_a_page_is_fetched_and_read(reads: Any, site: str, path: str) -> None:
    article = reads(f"{site}/{path}#part", allow_private=True).article
    assert article.text == f"{TEXT} Was fand in Zürich statt?"
    assert (article.origin, article.source) == (f"{site}/{path}", "127.0.0.1")
    assert article.url == (f"{site}/page" if path == "moved" else f"{site}/{path}")


def test_feeds_and_records_are_read_from_addresses(reads: Any, site: str) -> None:
    assert reads(f"{site}/feed", allow_private=True).article.origin == f"{site}/feed#item=1"
    assert len(reads(f"{site}/lines.jsonl", allow_private=True).articles) == 2
    assert len(reads(f"{site}/lines", allow_private=True).articles) == 2


def test_a_list_of_feeds_from_the_web_reads_no_files(reads: Any, site: str) -> None:
    found = reads(f"{site}/list", allow_private=True)
    assert found.article.origin == f"{site}/feed#item=1"
    assert found.reasons == ["bad_url"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("missing", "http_error"),
        ("loop", "too_many_redirects"),
        ("elsewhere", "bad_url"),
        ("bomb", "too_large"),
        ("brotli", "http_error"),
        ("short", "unreachable"),
        ("endless", "too_large"),
        ("slow", "timeout"),
    ],
)
def test_bad_servers_are_told_and_do_not_hold_us_up(reads: Any, site: str, path: str, reason: str) -> None:
    started = time.monotonic()
    found = reads(f"{site}/{path}", allow_private=True, limits=QUICK)
    assert found.reasons == [reason]
    assert time.monotonic() - started < 3


def test_a_bomb_is_refused_by_its_expansion(site: str) -> None:
    with pytest.raises(InputError, match="expansion"):
        fetch(f"{site}/bomb", InputLimits(fetch_bytes=10**9), allow_private=True)


def test_the_status_is_told(reads: Any, site: str) -> None:
    assert "404" in reads(f"{site}/missing", allow_private=True).rejections[0].detail


def test_a_server_that_never_answers(reads: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert reads(url, allow_private=True, limits=QUICK).reasons == ["timeout"]
    assert reads(url, allow_private=True, limits=QUICK).reasons == ["unreachable"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "[::1]", "10.1.2.3", "192.168.0.1", "172.16.5.5", "169.254.169.254",
     "2130706433", "0x7f.1", "0",
     "100.64.0.1", "224.0.0.1", "240.0.0.1", "[fe80::1]", "[fc00::1]", "[::ffff:10.0.0.1]",
     "[64:ff9b::7f00:1]", "[2002:7f00:1::]"],
)  # fmt: skip
def test_private_addresses_are_refused(reads: Any, host: str) -> None:
    assert reads(f"http://{host}:1/").reasons == ["private_address"]


def test_public_addresses_are_not_refused() -> None:
    for address in ("8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"):
        assert is_public(ip_address(address))


def test_each_hop_is_checked(reads: Any, site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    checked: list[str] = []

    def as_if_the_server_were_public(host: str, port: int, _: bool) -> list[IPAddress]:
        checked.append(host)
        return checked_addresses(host, port, allow_private=host == "127.0.0.1")

    monkeypatch.setattr(urls, "checked_addresses", as_if_the_server_were_public)
    assert reads(f"{site}/inward").reasons == ["private_address"]
    assert checked == ["127.0.0.1", "169.254.169.254"]


def test_the_connection_goes_to_the_checked_address(
    reads: Any, server: ThreadingHTTPServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second look-up of the name would find nothing: news.invalid does not exist."""
    monkeypatch.setattr(urls, "checked_addresses", lambda *_: [ip_address("127.0.0.1")])
    url = f"http://news.invalid:{server.server_port}/page?a=ü b"
    assert reads(url).article.source == "news.invalid"
    assert server.seen[-1] == ("/page?a=%C3%BC%20b", f"news.invalid:{server.server_port}")  # type: ignore[attr-defined]  # as above


@pytest.mark.parametrize(
    "url",
    ["ftp://example.org/a", "file:///etc/hostname", "http://", "http:///a", "http://[::1", "http://a:99999/", "gopher://x",
     "https://user:secret@example.org/", "http://a\u2100b/"],
)  # fmt: skip
def test_bad_addresses_are_refused(reads: Any, url: str) -> None:
    found = reads(url)
    assert found.reasons == ["bad_url"]
    assert "secret" not in found.rejections[0].origin + found.rejections[0].detail


def test_a_name_that_does_not_resolve(reads: Any) -> None:
    assert reads("http://nowhere.invalid/").reasons == ["unreachable"]
