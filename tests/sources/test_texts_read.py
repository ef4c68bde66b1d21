"""Plain text and HTML: headline, body, encodings, size."""

from __future__ import annotations

import resource
import time
import unicodedata
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import ftfy
import pytest
from ftfy.badness import is_bad
from hypothesis import given
from hypothesis import strategies as st

from retold.settings import InputLimits
from retold.sources.cleaning import clean, repaired
from retold.sources.plain import split_headline

BODY = "The ministers met in Geneva on Monday and agreed to meet again in a week."


@pytest.mark.parametrize(
    "line",
    [
        "Ministers agree to meet again",
        "“We will return”, says minister",
        "What now?",
        "# Ministers agree to meet",
    ],
)
def test_a_headline_becomes_the_title(line: str) -> None:
    assert split_headline(f"{line}\n\n{BODY}") == (line.removeprefix("# "), BODY)


@pytest.mark.parametrize(
    "line",
    [
        "The ministers met again.",
        "He said: “We will return.”",
        "• a first point",
        "- a first point",
        "2. a second point",
        "September 15, 2022",
        "Thursday, 15 September 2022, 10:30 GMT",
        "Published 2022-09-15",
        "By Jane Roe",
        "By Jane Roe, Reuters",
        "AFP",
        "GENEVA, Sept 15 (Reuters) - Ministers met",
        "https://example.org/ministers-met",
        "word " * 40,
    ],
)
def test_other_first_lines_stay_in_the_text(line: str) -> None:
    text = clean(f"{line}\n\n{BODY}")
    assert split_headline(text) == (None, text)


def test_a_headline_in_a_script_without_spaces() -> None:
    assert (
        split_headline("两国外长在日内瓦会面\n\n两国外长周一在日内瓦会面，讨论条约。")[0]
        == "两国外长在日内瓦会面"
    )


def test_mojibake_with_control_characters_is_repaired(reads: Any, writes: Any) -> None:
    """UTF-8 read as Latin-1 has control characters that cleaning would take away."""
    path = writes("a.txt", "It’s agreed, the ministers said.".encode().decode("latin-1"))
    assert reads(path).article.text == "It’s agreed, the ministers said."


def test_wrapped_prose_and_a_lone_line_have_no_headline() -> None:
    wrapped = "The ministers of the two countries met in Geneva on Monday and\nagreed to meet again."
    assert split_headline(wrapped)[0] is None
    assert split_headline("Ministers agree to meet again")[0] is None


def test_a_text_file_is_one_article_without_locator(reads: Any, writes: Any) -> None:
    path = writes("a.txt", f"Ministers agree to meet\r\n\r\n{BODY}\r\n")
    article = reads(path).article
    assert (article.title, article.text, article.origin) == ("Ministers agree to meet", BODY, str(path))
    assert (article.source, article.url, article.published_at) == (None, None, None)


FRENCH = "Le président a déclaré que la situation était préoccupante à Genève, où l’été fut très sec. " * 3
RUSSIAN = "Президент заявил, что встреча министров состоится в Женеве в понедельник утром. " * 3
ENGLISH = "“We will not yield,” the café’s owner said – and the ministers agreed. " * 3


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "utf-8"),
        (FRENCH, "utf-8-sig"),
        (FRENCH, "utf-16"),
        (FRENCH, "utf-16-le"),
        (FRENCH, "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8-r"),
        (ENGLISH, "cp1252"),
    ],
)
def test_encodings_are_recognised(reads: Any, writes: Any, text: str, encoding: str) -> None:
    assert reads(writes("a.txt", text.encode(encoding))).article.text == text.strip()


def test_few_damaged_bytes_are_kept_with_a_note(reads: Any, writes: Any) -> None:
    found = reads(writes("a.txt", (FRENCH * 10).encode() + b" \xff " + BODY.encode()))
    assert "\ufffd" in found.article.text
    assert "1 characters could not be decoded" in found.notes[0].message
    assert found.rejections == []


def test_many_damaged_bytes_are_rejected(reads: Any, writes: Any) -> None:
    content = b"".join(bytes([byte]) + b"\xff\xfe\x01\x02" for byte in FRENCH.encode())
    assert reads(writes("a.txt", content)).reasons == ["bad_encoding"]


def test_binary_called_text_is_rejected(reads: Any, writes: Any) -> None:
    assert reads(writes("a.txt", bytes(range(256)) * 100)).reasons == ["bad_encoding"]


def test_mojibake_is_repaired_and_good_text_left_alone() -> None:
    assert repaired("Itâ€™s the cafÃ©\nwhere “she” sat") == "It’s the café\nwhere “she” sat"
    good = "“Good” — naïve café, ﬁne ＦＵＬＬ width, ’tis"
    assert repaired(good) == good


@given(st.text(st.sampled_from("aZ0. ,'\"\t\x00\x1a’‘“”–—…") | st.characters(max_codepoint=127)))
def test_usual_punctuation_is_nothing_to_repair(text: str) -> None:
    """`repaired` takes this for granted."""
    assert ftfy.fix_encoding(text) == text
    assert not is_bad(text)


@given(st.text(st.sampled_from("a1 \n’‘“”–—…âÃ©€™œžŸ¢\x80\x9d")))
def test_a_text_is_repaired_as_ftfy_repairs_its_lines(text: str) -> None:
    assert repaired(text) == "\n".join(map(ftfy.fix_encoding, text.split("\n")))


@given(st.text())
def test_cleaning_is_idempotent_and_leaves_no_control_characters(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert not [c for c in once if unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t"]
    assert "\n\n\n" not in once
    once.encode("utf-8")


@given(
    st.lists(
        st.sampled_from(
            ["a", " ", "\t", "\n", "\r", "\0", "\ufeff", "\ud83d", "\ude00", "\x85", "\u2028", "e\u0301"]
        )
    )
)
def test_cleaning_is_idempotent_on_what_it_cleans(parts: list[str]) -> None:
    once = clean("".join(parts))
    assert clean(once) == once
    assert all(line == line.rstrip() for line in once.split("\n"))


def test_what_cleaning_does() -> None:
    assert clean("\ufeffa\0b\x07 \t\r\nc\r\r\n\n\n d\u2028e\u0301 ") == "ab\nc\n\n d\né"
    assert clean("\ud83d\ude00 \ud83d") == "\U0001f600 \ufffd"


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl", "a.csv", "a.html", "a.json", "a.xml", "a"])
def test_sixty_megabytes_in_one_line_are_rejected_quickly(reads: Any, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    start = {
        "a.jsonl": b'{"text": "',
        "a.csv": b'text\n"',
        "a.html": b"<html><p>",
        "a.json": b'[{"text": "',
        "a.xml": b"<rss>",
    }
    with path.open("wb") as file:
        file.write(start.get(name, b""))
        for _ in range(60):
            file.write(b"word and " * 111_111)
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    found = reads(path)
    seconds = time.monotonic() - started
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    assert found.articles == []
    assert found.reasons
    assert set(found.reasons) <= {"too_long", "bad_json", "ragged_row"}
    assert seconds < 5
    assert grown < 150_000  # kilobytes


# HTML

PAGE = """<!DOCTYPE html><html lang="en-GB"><head><title>Ministers agree - The Example</title>
<meta property="og:title" content="Ministers agree to meet">
<meta property="og:site_name" content="The Example"><link rel="canonical" href="https://www.example.org/a">
<meta property="article:published_time" content="2022-09-15T10:11:12+02:00"><meta name="author" content="Jane Roe">
</head><body><nav><a href="/">Home</a><a href="/x">World</a></nav><article><h1>Ministers agree to meet</h1>
<p>The ministers of the two countries met in Geneva on Monday to discuss the treaty, officials said.</p>
<h2>A second meeting</h2>
<p>They will meet again in a week, said the spokeswoman of one of the two delegations in the evening.</p>
<p>Neither side gave details of the draft, which has been under discussion since the spring of last year.</p>
</article>
<div class="comments"><p>First comment by some reader, who disagrees with everything.</p></div></body></html>"""


def test_a_page_gives_text_and_metadata(reads: Any, writes: Any) -> None:
    article = reads(writes("a.html", PAGE)).article
    lines = article.text.split("\n")
    assert lines[0].startswith("The ministers of the two countries")
    assert "A second meeting" in lines
    assert len(lines) == 4
    assert (article.title, article.source, article.byline) == (
        "Ministers agree to meet",
        "The Example",
        "Jane Roe",
    )
    assert (article.url, article.language) == ("https://www.example.org/a", "en")
    assert article.published_at == datetime(2022, 9, 15, 8, 11, 12, tzinfo=UTC)


def test_the_host_stands_in_for_a_site_name(reads: Any, writes: Any) -> None:
    page = PAGE.replace('<meta property="og:site_name" content="The Example">', "")
    assert reads(writes("a.html", page)).article.source == "example.org"


def test_the_time_in_linked_data_is_found(reads: Any, writes: Any) -> None:
    data = (
        '<script type="application/ld+json">{"@graph": [{"datePublished": "2022-09-15T10:11:12Z"}]}</script>'
    )
    page = PAGE.replace('<meta property="article:published_time" content="2022-09-15T10:11:12+02:00">', data)
    assert reads(writes("a.html", page)).article.published_at == datetime(2022, 9, 15, 10, 11, 12, tzinfo=UTC)


def test_utf8_beats_a_wrong_declaration_and_a_right_one_is_followed(reads: Any, writes: Any) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">').replace(
        "Monday", "lundi à Genève, où l’été fini"
    )
    assert "où l’été" in reads(writes("a.html", page.encode())).article.text
    assert "où l’été" in reads(writes("b.html", page.encode("cp1252"))).article.text
    greek = PAGE.replace("<head>", '<head><meta charset="iso-8859-7">').replace("Monday", "Δευτέρα")
    assert "Δευτέρα" in reads(writes("c.html", greek.encode("iso-8859-7"))).article.text


@pytest.mark.parametrize(
    "page",
    ["<html><body></body></html>", "<html><head><title>x</title></head><body><img src=a></body></html>"],
)
def test_a_page_without_an_article_is_rejected(reads: Any, writes: Any, page: str) -> None:
    assert reads(writes("a.html", page)).reasons == ["no_article"]


@pytest.mark.parametrize("tag", ["div", "span", "b", "table"])
@pytest.mark.parametrize("depth", [300, 100_000])
def test_deep_nesting_is_rejected(reads: Any, writes: Any, tag: str, depth: int) -> None:
    page = PAGE.replace("<h2>", f"<{tag}>" * depth + "<h2>")
    assert reads(writes("a.html", page)).reasons == ["bad_html"]


def test_a_page_of_thirty_megabytes_is_rejected(reads: Any, writes: Any) -> None:
    assert reads(writes("a.html", PAGE + "<p>more</p>" * 3_000_000)).reasons == ["too_long"]


@pytest.mark.parametrize("piece", ["<p>more words</p>", "a<br>", "<li>more", "<tr><td>x"])
def test_a_page_of_very_many_elements_is_rejected(reads: Any, writes: Any, piece: str) -> None:
    assert reads(writes("a.html", PAGE.replace("<h2>", piece * 50_000 + "<h2>"))).reasons == ["too_long"]


def test_limits_are_the_callers(reads: Any, writes: Any) -> None:
    assert reads(writes("a.html", PAGE), limits=InputLimits(html_bytes=500)).reasons == ["too_long"]
    assert reads(writes("a.txt", BODY), limits=InputLimits(text_characters=20)).reasons == ["too_long"]
