"""Plain text to an article: is the first line its headline?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from retold.errors import InputError
from retold.sources.articles import host_of
from retold.sources.cleaning import WITHOUT_SPACES, clean, repaired
from retold.sources.credits import is_byline
from retold.sources.dateline import dateline_of, is_date_line
from retold.sources.decoding import decode
from retold.sources.items import Draft, DraftItem, OpenInput

MAX_HEADLINE_CHARACTERS = 160
MIN_HEADLINE_WORDS = 2
MIN_HEADLINE_LETTERS = 5
"""In scripts without spaces, where words cannot be counted."""

_BULLET = re.compile(r"\s*(?:[•▪◦‣●○■□*+·–—-]|\d{1,2}[.)])\s")
_SENTENCE_END = re.compile(r"""(?<!\.\.)[.。।؟,;:][”"'’»)\]]*$""")
_ADDRESS = re.compile(r"(?:https?://|www\.|\S+@\S+\.\S)", re.IGNORECASE)
_MARKDOWN_HEADING = re.compile(r"#{1,6}\s+")


def read_plain(opened: OpenInput) -> Iterator[DraftItem]:
    """The one article of a text file. Raises InputError `too_long` or `bad_encoding`."""
    most_bytes = 4 * opened.limits.text_characters
    content = opened.stream.read(most_bytes + 1)
    if len(content) > most_bytes:
        raise InputError("too_long", f"more than {most_bytes} bytes; see InputLimits.text_characters")
    text = decode(content, opened.charset).text
    if len(text) > opened.limits.text_characters:
        raise InputError("too_long", f"{len(text)} characters; see InputLimits.text_characters")
    yield opened.drafted(partial(_draft, text, opened.url), len(text))


def split_headline(text: str) -> tuple[str | None, str]:
    """A cleaned text's headline and the rest; None and the whole text when its first line is no headline.

    A headline is short, ends no sentence, has more text after it, and is no bullet, date, byline or dateline. A line
    that runs on into the next without a blank line, which then begins in lower case, is wrapped prose.
    """
    first, _, rest = text.partition("\n")
    if not rest.strip() or not _is_headline(first) or rest[:1].islower():
        return None, text
    return _MARKDOWN_HEADING.sub("", first, count=1).strip(), rest.strip()


def _draft(text: str, url: str | None) -> Draft:
    title, body = split_headline(clean(repaired(text)))
    return Draft(text=body, title=title, url=url, source=host_of(url))


def _is_headline(line: str) -> bool:
    if len(line) > MAX_HEADLINE_CHARACTERS or len(line.split()) < MIN_HEADLINE_WORDS:
        return len(line) <= MAX_HEADLINE_CHARACTERS and _is_headline_without_spaces(line)
    if _BULLET.match(line) or _SENTENCE_END.search(line) or _ADDRESS.match(line):
        return False
    return not (is_byline(line) or is_date_line(line) or dateline_of(line, None).place)


def _is_headline_without_spaces(line: str) -> bool:
    return len(WITHOUT_SPACES.findall(line)) >= MIN_HEADLINE_LETTERS and not _SENTENCE_END.search(line)
