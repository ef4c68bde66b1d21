"""Text to words for comparing, and to tokens with their places for showing differences."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from retold.text.normalising import INVISIBLE


class Token(NamedTuple):
    """A word, a number or a punctuation mark; `text` is the given text's `[start:end]`."""

    start: int
    end: int
    text: str


def _combining_marks() -> str:
    """Character class of the marks that belong to the letter before them (vowel signs, accents)."""
    marks = [code for code in range(0x300, 0xFE30) if unicodedata.category(chr(code)).startswith("M")]
    starts = [code for code in marks if unicodedata.category(chr(code - 1))[0] != "M"]
    ends = [code for code in marks if unicodedata.category(chr(code + 1))[0] != "M"]
    return "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(starts, ends, strict=True))


_MARKS = _combining_marks()
# Scripts without spaces between words: every character counts as a word.
_IDEOGRAPH = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_LETTERS = rf"(?:(?!{_IDEOGRAPH})[^\W_]|[{_MARKS}])+"
_INVISIBLE = re.compile(f"[{INVISIBLE}]")

# Most words, whatever else is in the text: plain letters with nothing after them that could belong to the word.
_PLAIN = rf"[A-Za-z]+(?:['’ʼ][A-Za-z]+)*(?![\w'’ʼ{_MARKS}])"

_WORD_ASCII = re.compile(
    r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)+|[a-z](?:\.[a-z])+(?![a-z0-9])"
    r"|[a-z0-9]+(?:'[a-z0-9]+)*"
)
_WORD = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)+"
    rf"|[^\W\d_](?:\.[^\W\d_])+(?![^\W_])|{_PLAIN}|{_IDEOGRAPH}|{_LETTERS}(?:['’ʼ]{_LETTERS})*"
)
_TOKEN = re.compile(
    rf"\d+(?:[.,:]\d+)*(?:[-–]\d+(?:[.,:]\d+)*)?(?:{_LETTERS})?|[^\W\d_](?:\.[^\W\d_])+\.?(?![^\W_])"
    rf"|{_PLAIN}|{_IDEOGRAPH}|{_LETTERS}(?:['’ʼ]{_LETTERS})*|\.{{2,}}|-{{2,}}|\S"
)


def words(text: str) -> list[str]:
    """Lower-cased words and numbers, made alike over house styles, in order of the text.

    "U.S." gives `us`, "6,000" `6000`, "3.5" stays, a possessive or contracted `'s` goes, other apostrophes close up
    ("don't" `dont`), hyphenated compounds come apart, a Chinese or Japanese character is a word.
    """
    if text.isascii():
        return [word if word.isalnum() else _bare(word) for word in _WORD_ASCII.findall(text.lower())]
    composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", text).lower())
    return [word if word.isalnum() else _bare(word) for word in _WORD.findall(composed)]


def tokens(text: str) -> list[Token]:
    """Words, numbers ("1,000.5", "5-10") and single marks with their places.

    Tokens do not overlap and cover every character that is not white space.
    """
    return [Token(found.start(), found.end(), found[0]) for found in _TOKEN.finditer(text)]


def _bare(word: str) -> str:
    if word[0].isdecimal():
        return word.replace(",", "")
    word = word.replace(".", "").replace("’", "'").replace("ʼ", "'")
    return word.removesuffix("'s").replace("'", "")
