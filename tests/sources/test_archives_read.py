"""gzip and WARC."""

from __future__ import annotations

import gzip
import json
import os
import zlib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

TEXT = "The ministers met in Geneva on Monday."


def numbered(count: int) -> bytes:
    return b"".join(
        json.dumps({"text": f"{TEXT} {os.urandom(8).hex()} {n}"}).encode() + b"\n" for n in range(count)
    )


@pytest.mark.parametrize("members", [1, 3])
def test_gzip_of_any_format_is_read(reads: Any, writes: Any, members: int) -> None:
    packed = b"".join(gzip.compress(numbered(10)) for _ in range(members))
    assert len(reads(writes("a.jsonl.gz", packed)).articles) == 10 * members
    assert reads(writes("a.txt.gz", gzip.compress(TEXT.encode()))).article.text == TEXT
    assert reads("-", stdin=gzip.compress(TEXT.encode())).article.text == TEXT


def test_of_a_cut_gzip_the_complete_records_are_kept(reads: Any, writes: Any) -> None:
    packed = gzip.compress(numbered(5_000))
    found = reads(writes("a.jsonl.gz", packed[: len(packed) // 2]))
    assert len(found.articles) > 1_000
    assert found.reasons == ["truncated"]
    assert reads(writes("b.txt.gz", gzip.compress(TEXT.encode())[:-4])).reasons == ["truncated"]


def test_damaged_gzip_is_rejected(reads: Any, writes: Any) -> None:
    packed = bytearray(gzip.compress(numbered(5_000)))
    packed[len(packed) // 2 : len(packed) // 2 + 50] = b"\xff" * 50
    assert reads(writes("a.jsonl.gz", bytes(packed))).reasons[-1] == "bad_gzip"


@pytest.mark.parametrize(
    "name", ["a.txt.gz", "a.jsonl.gz", "a.html.gz", "a.warc.gz", "a.xml.gz", "a.csv.gz", "a.parquet.gz"]
)
def test_a_bomb_is_refused(reads: Any, writes: Any, name: str) -> None:
    bomb = zlib.compressobj(9, wbits=31)
    packed = b"".join(bomb.compress((b" " * 999 + b"\n") * 1_000) for _ in range(60)) + bomb.flush()
    assert len(packed) < 60_000_000 / 400
    found = reads(writes(name, packed))
    assert found.articles == []
    assert found.reasons[-1] in ("expansion", "too_long", "bad_encoding")


def test_gzip_in_gzip_is_no_format(reads: Any, writes: Any) -> None:
    assert reads(writes("a.gz", gzip.compress(gzip.compress(b"text")))).reasons == ["unknown_format"]


def test_padding_after_gzip_is_passed_over(reads: Any, writes: Any) -> None:
    assert reads(writes("a.txt.gz", gzip.compress(TEXT.encode()) + b"\0" * 600)).article.text == TEXT


# WARC

PAGE = (
    "<html><head><title>Ministers meet</title></head><body><article>"
    f"<p>{TEXT} {'They agreed. ' * 20}</p></article></body></html>"
)


def warc_record(
    number: int,
    body: bytes,
    content_type: str = "text/html",
    status: str = "200 OK",
    kind: str = "response",
    more: str = "",
) -> bytes:
    http = (
        f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{more}Content-Length: {len(body)}\r\n\r\n".encode()
        + body
    )
    header = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://www.example.org/{number}\r\n"
        f"WARC-Date: 2022-09-15T10:00:00Z\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(http)}\r\n\r\n"
    )
    return header.encode() + http + b"\r\n\r\n"


def page(number: int) -> bytes:
    return warc_record(number, PAGE.encode())


def urls(found: Any) -> list[str]:
    return [article.url.rpartition("/")[2] for article in found.articles]


def test_pages_of_a_warc_become_articles(reads: Any, writes: Any) -> None:
    others = warc_record(2, b"GIF8", "image/gif") + warc_record(3, PAGE.encode(), status="404 Not Found")
    info = warc_record(4, b"x", kind="warcinfo")
    path = writes("a.warc", page(1) + others + info + page(5))
    found = reads(path)
    assert [article.origin for article in found.articles] == [f"{path}#record=1", f"{path}#record=5"]
    first = found.articles[0]
    assert (first.url, first.source) == ("https://www.example.org/1", "example.org")
    assert first.published_at == datetime(2022, 9, 15, 10, tzinfo=UTC)
    assert "3 records" in found.notes[0].message
    assert found.rejections == []


def test_packed_warcs_are_read(reads: Any, writes: Any) -> None:
    assert urls(reads(writes("a.warc.gz", gzip.compress(page(1)) + gzip.compress(page(2))))) == ["1", "2"]


def test_encoded_bodies_are_decoded(reads: Any, writes: Any) -> None:
    packed = warc_record(1, gzip.compress(PAGE.encode()), more="Content-Encoding: gzip\r\n")
    chunk = f"{len(PAGE.encode()):x}\r\n{PAGE}\r\n0\r\n\r\n".encode()
    chunked = warc_record(2, chunk, more="Transfer-Encoding: chunked\r\n")
    assert urls(reads(writes("a.warc", packed + chunked))) == ["1", "2"]


@pytest.mark.parametrize("cut", [10, 300, len(page(3)) - 30, len(page(3)) - 5])
def test_of_a_cut_warc_the_complete_records_are_kept(reads: Any, writes: Any, cut: int) -> None:
    whole = page(1) + page(2) + page(3)
    found = reads(writes("a.warc", whole[: len(whole) - cut]))
    assert urls(found) == ["1", "2"]
    assert found.reasons == ["truncated"]


def test_a_cut_packed_warc_is_told(reads: Any, writes: Any) -> None:
    packed = gzip.compress(page(1)) + gzip.compress(page(2))[:-30]
    found = reads(writes("a.warc.gz", packed))
    assert urls(found) == ["1"]
    assert found.reasons == ["truncated"]


def test_garbage_between_records_costs_no_neighbour(reads: Any, writes: Any) -> None:
    garbage = b"garbage\r\n\r\n" * 5 + b"WARC/1.0\r\nno length\r\n\r\n"
    bad_body = warc_record(3, b"not brotli", more="Content-Encoding: br\r\n")
    found = reads(writes("a.warc", page(1) + garbage + bad_body + page(4)))
    assert urls(found) == ["1", "4"]
    assert found.reasons == ["bad_warc"] * 3


def test_an_endless_body_is_bounded(reads: Any, writes: Any) -> None:
    bomb = zlib.compressobj(9, wbits=31)
    packed = b"".join(bomb.compress(b"<p>x</p>" * 125_000) for _ in range(50)) + bomb.flush()
    long = warc_record(2, b"<p>words</p>" * 600_000)
    film = warc_record(3, b"\0" * 6_000_000, "video/mp4")
    found = reads(
        writes("a.warc", warc_record(1, packed, more="Content-Encoding: gzip\r\n") + long + film + page(4))
    )
    assert urls(found) == ["4"]
    assert found.reasons == ["too_long", "too_long"]


def test_what_is_no_warc_is_rejected(reads: Any, writes: Any) -> None:
    assert reads(writes("a.warc", "nothing of the kind")).reasons == ["bad_warc"]


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_record_never_costs_the_last(reads: Any, tmp_path: Path, data: st.DataObject) -> None:
    damaged = bytearray(page(1))
    for _ in range(data.draw(st.integers(1, 5))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "damaged.warc"
    path.write_bytes(bytes(damaged))
    assert "unexpected" not in reads(path).reasons
