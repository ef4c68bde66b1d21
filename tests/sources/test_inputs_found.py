"""Paths, folders, patterns, standard input, formats: what `read` finds and what it cannot use."""

from __future__ import annotations

import io
import os
import socket
import tracemalloc
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.model import Article, Rejection
from retold.schema import table_of
from retold.sources import Note, read
from retold.sources.formats import sniffed

TEXT = "The ministers met in Geneva on Monday."
NOW = datetime(2022, 9, 20, tzinfo=UTC)


def names(found: Any) -> list[str]:
    return [Path(article.origin).name for article in found.articles]


def test_a_folder_is_walked_in_order_without_hidden_files(reads: Any, writes: Any, tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a.txt", "c.txt", ".hidden.txt", ".git/x.txt"):
        writes(name, TEXT)
    assert names(reads(tmp_path)) == ["a.txt", "1.txt", "2.txt", "c.txt"]


def test_patterns(reads: Any, writes: Any, tmp_path: Path) -> None:
    for name in ("a.txt", "b/1.txt", "b/c/2.txt", "b/c/3.md", "x[1].txt"):
        writes(name, TEXT)
    assert names(reads(tmp_path / "*.txt")) == ["a.txt", "x[1].txt"]
    assert names(reads(tmp_path / "**" / "*.txt")) == ["a.txt", "1.txt", "2.txt", "x[1].txt"]
    assert names(reads(tmp_path / "b" / "**")) == ["1.txt", "2.txt", "3.md"]
    assert names(reads(tmp_path / "?")) == ["1.txt", "2.txt", "3.md"]
    assert names(reads(tmp_path / "x[1].txt")) == ["x[1].txt"]


@pytest.mark.parametrize("name", ["missing.txt", "*.nothing", "", "a\0b", "\udcff.txt", "x" * 5000])
def test_what_is_not_there(reads: Any, writes: Any, tmp_path: Path, name: str) -> None:
    found = reads(f"{tmp_path}/{name}" if name else "", writes("good.txt", TEXT))
    assert names(found) == ["good.txt"]
    assert found.reasons in (["not_found"], ["unreadable"])
    assert len(table_of(Rejection, found.rejections)) == 1


def test_a_fifo_is_not_waited_for(reads: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    found = reads(tmp_path / "pipe.txt")
    assert found.reasons == ["unreadable"]
    assert "FIFO" in found.rejections[0].detail


def test_sockets_devices_and_dangling_links_are_unreadable(reads: Any, tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "socket.txt"))
        (tmp_path / "dangling.txt").symlink_to("nowhere")
        (tmp_path / "self.txt").symlink_to("self.txt")
        found = reads(tmp_path / "socket.txt", "/dev/null", tmp_path / "dangling.txt", tmp_path / "self.txt")
    assert found.reasons == ["unreadable"] * 4


def test_files_we_may_not_open_are_unreadable(
    reads: Any, writes: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writes("a.txt", TEXT)
    writes("b.txt", TEXT)
    really_open = os.open

    def refusing(path: Any, *arguments: Any) -> int:
        if Path(path).name == "a.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return really_open(path, *arguments)

    monkeypatch.setattr(os, "open", refusing)
    found = reads(tmp_path)
    assert names(found) == ["b.txt"]
    assert found.reasons == ["unreadable"]


def test_a_folder_that_contains_itself_is_read_once(reads: Any, writes: Any, tmp_path: Path) -> None:
    writes("a/b/1.txt", TEXT)
    (tmp_path / "a" / "b" / "loop").symlink_to(tmp_path / "a")
    found = reads(tmp_path / "a")
    assert names(found) == ["1.txt"]
    assert found.reasons == ["unreadable"]


def test_folders_without_usable_files(reads: Any, writes: Any, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    assert reads(tmp_path / "empty").reasons == ["empty_folder"]
    writes("images/a.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert reads(tmp_path / "images").reasons == ["unknown_format", "empty_folder"]


def test_file_names_that_are_no_unicode_can_be_stored(reads: Any, tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(str(tmp_path)) + b"/caf\xe9.txt")
    Path(name).write_text(TEXT)
    found = reads(tmp_path)
    assert table_of(Article, found.articles).column("origin").to_pylist()[0].endswith("caf\ufffd.txt")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.csv", "a"])
def test_empty_files_give_no_article_and_no_trouble(
    reads: Any, writes: Any, name: str, content: bytes
) -> None:
    found = reads(writes(name, content))
    assert found.articles == []
    assert "unexpected" not in found.reasons
    if not content:
        assert found.reasons == ["empty"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b'{"text": "a b c"}\n{"text": "d e f"}\n', "jsonl"),
        (b'{"text": "cut\n{"text": "d e f"}\n', "jsonl"),
        (b'{\n "articles": [\n  {"text": "a"}]}', "json"),
        (b'[{"text": "a b c"}]', "json"),
        (b"[UPDATED] The ministers met.", "plain"),
        (b"{} is how an empty set is written", "json"),
        (b"<!DOCTYPE html><p>x", "html"),
        (b"\xef\xbb\xbf <html><p>x", "html"),
        (b"<p>The ministers met", "html"),
        (b"<?xml version='1.0'?><rss/>", "feed"),
        (b"<rdf:RDF xmlns='x'/>", "feed"),
        (b"<opml/>", "opml"),
        (b"WARC/1.1\r\n", "warc"),
        (b"PAR1\0\0", "parquet"),
        (b"id,text\n1,a", "csv"),
        (b"text\tid\n1,a", "tsv"),
        (b"The text, it is said, was lost.\nMore.", "plain"),
        ("<html><p>x".encode("utf-16"), "html"),
    ],
)
def test_formats_are_told_by_content(content: bytes, expected: str) -> None:
    assert sniffed(content) == expected


@pytest.mark.parametrize(
    "content", [b"%PDF-1.7 text", b"PK\x03\x04", bytes(range(256)) * 10, os.urandom(5000)]
)
def test_binary_of_unknown_extension_has_no_format(reads: Any, writes: Any, content: bytes) -> None:
    found = reads(writes("a.bin", content), writes("good.txt", TEXT))
    assert found.reasons == ["unknown_format"]
    assert names(found) == ["good.txt"]


@pytest.mark.parametrize(
    "content",
    [TEXT, f'{{"text": "{TEXT}"}}\n', f"<html><body><p>{TEXT}</p></body></html>", f"id,text\n1,{TEXT}\n"],
)
def test_standard_input_of_any_format(reads: Any, content: str) -> None:
    found = reads("-", stdin=content.encode())
    assert found.article.text == TEXT
    assert found.article.origin.partition("#")[0] == "stdin"


def test_without_standard_input_the_dash_is_rejected(reads: Any) -> None:
    assert reads("-").reasons == ["unreadable"]


class Endless(io.RawIOBase):
    """JSONL without end, counting what was taken of it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        line = b'{"text": "' + TEXT.encode() + b'"}\n'
        self.taken += size
        return (line * (size // len(line) + 1))[:size]


def test_reading_streams() -> None:
    endless = Endless()
    items = read(["-"], collected_at=NOW, stdin=endless)  # type: ignore[arg-type]  # a raw stream reads alike
    first = [next(items) for _ in range(10)]
    assert all(isinstance(item, Article | Rejection) for item in first)
    assert endless.taken < 1_000_000


def test_memory_does_not_grow_with_the_input() -> None:
    items: Iterator[object] = read(["-"], collected_at=NOW, stdin=Endless())  # type: ignore[arg-type]  # as above
    for _ in range(2_000):
        next(items)
    tracemalloc.start()
    for _ in range(8_000):
        next(items)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 3_000_000


NAMES = [
    "a.txt",
    "a.html",
    "a.jsonl",
    "a.json",
    "a.csv",
    "a.tsv",
    "a.parquet",
    "a.warc",
    "a.rss",
    "a.xml",
    "a.opml",
    "a.gz",
    "a.warc.gz",
    "a",
]
FRAGMENTS = st.sampled_from(
    [b'{"text": "', b'"}', b"[", b"{", b"\n", b'"', b",", b"id,text\n", b"<html>", b"<p>", b"<rss>",
     b"<item>", b"<![CDATA[",
     b"WARC/1.0\r\nWARC-Type: response\r\n", b"Content-Length: 20\r\n\r\n", b"HTTP/1.1 200 OK\r\n",
     b"PAR1", b"\x1f\x8b\x08",
     b"\0", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"The ministers met again ", b"\xc3\xa9",
     b"\xe9", b"&amp;", b"&#0;", b"<!DOCTYPE",
     b"\\ud83d", b"published", b": 1e999", b"<opml><outline xmlUrl='a'/>", b"\xed\xa0\x80"]
)  # fmt: skip


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from(NAMES), st.one_of(st.binary(max_size=400), st.lists(FRAGMENTS, max_size=30).map(b"".join))
)
def test_any_bytes_under_any_name_are_read_without_a_failure(
    reads: Any, tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)
    found = reads(tmp_path / name)
    assert all(isinstance(item, Article | Rejection | Note) for item in found.items)
    assert "unexpected" not in found.reasons, found.rejections
    assert isinstance(table_of(Article, found.articles), pa.Table)
    assert isinstance(table_of(Rejection, found.rejections), pa.Table)


def test_nothing_is_printed(reads: Any, writes: Any, capfd: pytest.CaptureFixture[str]) -> None:
    writes("a.html", "<html><body><p>" + "<b>" * 400)
    writes("b.html", "<html>\0</html>")
    writes("c.rss", "<rss><item><pubDate>32 Foo 2022</pubDate>")
    writes("d.warc", "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9\r\n\r\nHTTP/9 zz")
    writes("e.csv", 'text\n"')
    writes("f.parquet", "PAR1PAR1")
    reads(writes("g.bin", bytes(range(256))).parent)
    assert capfd.readouterr() == ("", "")
