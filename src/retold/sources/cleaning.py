"""Text as it comes to text as it is kept: characters, line ends, blank space; and what is no article text."""

from __future__ import annotations

import re
import unicodedata
from itertools import islice

import ftfy

from retold.errors import InputError

MIN_WORDS = 3
MIN_LETTERSWITHOUT_SPACES = 10
"""Ten characters of Chinese or Thai say about as much as three English words or a little more."""

_LINE_ENDS = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_MANY_NEWLINES = re.compile(r"\n{3,}")
# Without another non-ASCII character none of these is bad in ftfy's measure.
_USUAL_MARKS = "’‘“”–—…"
_WORD = re.compile(r"[^\W\d_]+")
WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]"
)


def clean(text: str) -> str:
    """The text in NFC, with `\\n` line ends, no control characters but `\\n` and `\\t`, and no idle blank space.

    Byte order marks are dropped, lone surrogates become U+FFFD, line and page separators become `\\n`, trailing
    blanks go, and no more than two newlines stand in a row. Cleaning a clean text changes nothing.
    """
    if _is_tidy(text):
        return unicodedata.normalize("NFC", text).strip()
    text = storable(_LINE_ENDS.sub("\n", text))
    text = unicodedata.normalize("NFC", text)
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    return _MANY_NEWLINES.sub("\n\n", text).strip()


def _is_tidy(text: str) -> bool:
    """Whether there is nothing to clean but composition and the ends, as in most texts; a tenth of cleaning's time.

    What is printable is neither a control character nor a surrogate, and no blank but the space.
    """
    if not text.replace("\n", " ").replace("\t", " ").isprintable():
        return False
    return " \n" not in text and "\t\n" not in text and "\n\n\n" not in text


def storable(text: str) -> str:
    """The text without control characters and lone surrogates, so that UTF-8 and every table can hold it."""
    text = _CONTROLS.sub("", text)
    if _SURROGATES.search(text) is None:
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def repaired(text: str) -> str:
    """The text with UTF-8 that was read as an 8-bit encoding ("â€™") put right, line by line.

    Only where ftfy's measure of badness falls; quotation marks, ligatures and widths stay as they are.
    """
    if text.isascii():
        return text
    return "\n".join(line if _is_well_read(line) else ftfy.fix_encoding(line) for line in text.split("\n"))


def _is_well_read(line: str) -> bool:
    """Whether ftfy is sure to leave the line alone; asking it takes fifty times as long."""
    if line.isascii():
        return True
    for mark in _USUAL_MARKS:
        line = line.replace(mark, "")
    return line.isascii()


def check_length(text: str, most_characters: int) -> None:
    """Raise InputError `empty`, `too_short` or `too_long` when a cleaned text cannot be an article's."""
    if not text:
        raise InputError("empty", "no text is left after cleaning")
    if len(text) > most_characters:
        raise InputError("too_long", f"{len(text)} characters; at most {most_characters} are read")
    if not _has_enough_words(text):
        raise InputError("too_short", f"fewer than {MIN_WORDS} words: {text[:60]!r}")


def _has_enough_words(text: str) -> bool:
    if len(list(islice(_WORD.finditer(text), MIN_WORDS))) == MIN_WORDS:
        return True
    letters = islice(WITHOUT_SPACES.finditer(text), MIN_LETTERSWITHOUT_SPACES)
    return len(list(letters)) == MIN_LETTERSWITHOUT_SPACES
