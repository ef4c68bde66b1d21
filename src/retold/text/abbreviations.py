"""A full stop to whether it belongs to the word before it, by the lists in abbreviations.toml."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """What decides whether a full stop ends a sentence; each field is explained in abbreviations.toml."""

    before_name: frozenset[str]
    before_number: frozenset[str]
    month: frozenset[str]
    inner: frozenset[str]
    may_end: frozenset[str]
    time: frozenset[str]
    after_time: frozenset[str]
    after_ordinal: frozenset[str]
    first_words: frozenset[str]
    speech_verbs: frozenset[str]
    addressing_verbs: frozenset[str]
    speech_verbs_chinese: frozenset[str]


def _load() -> Abbreviations:
    content = tomllib.loads(files("retold.text").joinpath("abbreviations.toml").read_text("utf-8"))
    return Abbreviations(**{name: frozenset(forms) for name, forms in content.items()})


KNOWN = _load()

_ALL = KNOWN.before_name | KNOWN.before_number | KNOWN.month | KNOWN.inner | KNOWN.may_end | KNOWN.time
# "J" and "U.S": a single letter or letters with full stops between them.
_CHAIN = re.compile(r"[^\W\d_](?:\.[^\W\d_])*")
_NUMERAL = re.compile(r"\d|[#№]|[IVXL]+\b")
_LETTERS = re.compile(r"[^\W\d_]+")
_OPENERS = "\"'“”„‘’«»‹›([{*_/#@<—–"
# The longest abbreviation with what may stand glued to it; looking no further back keeps the pass linear.
_LOOK_BACK = 24


def word_before(text: str, start: int, stop: int) -> str:
    """The word that ends at `stop`, without what opens or joins before it; "" after white space.

    A word in capitals is given as the lists have it ("SEN" as "Sen").
    """
    tail = text[max(start, stop - _LOOK_BACK) : stop]
    if not tail or tail[-1].isspace():
        return ""
    word = tail.rsplit(None, 1)[-1].lstrip(_OPENERS).replace("/", "-").rpartition("-")[2]
    return word.capitalize() if word.isupper() and word.isalpha() and len(word) > 1 else word


def is_abbreviation(word: str) -> bool:
    """Whether the word, without its last full stop, is written with one."""
    return word in _ALL or _CHAIN.fullmatch(word) is not None


def goes_on(text: str, word: str, following: int, limit: int) -> bool:
    """Whether a sentence goes on after `word` and a full stop, when it may.

    What follows begins at `following`, with a capital letter, a digit or a letter without case.
    """
    if word in KNOWN.before_name or word in KNOWN.inner:
        return True
    if word in KNOWN.before_number or word in KNOWN.month:
        return _NUMERAL.match(text, following, limit) is not None
    if word in KNOWN.time:
        return _letters_at(text, following, limit) in KNOWN.after_time
    if word.isdecimal():
        return len(word) <= 2 and _letters_at(text, following, limit) in KNOWN.after_ordinal
    return is_abbreviation(word) and not is_first_word(text, following, limit)


def is_first_word(text: str, position: int, limit: int) -> bool:
    """Whether a word stands at `position` that begins sentences: not an initial, and not a name."""
    word = _letters_at(text, position, limit)
    if text.startswith(".", position + len(word), limit):
        return False
    return word.lower() in KNOWN.first_words


def _letters_at(text: str, position: int, limit: int) -> str:
    found = _LETTERS.match(text, position, limit)
    return found[0] if found else ""
