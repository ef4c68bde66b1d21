"""A text to its quotation marks: where each stands, and whether it may open or close a quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Family = Literal["double", "single", "lost"]

_OPENING = "“„«‹「『〝‘‚"
_CLOSING = "”»›」』〞"
_DOUBLE = '“”„‟"″＂«»〝〞「」『』'
_SINGLE = "‘’‚‛'`´‹›"
# Two single marks are a double one; then what is left of curly marks read in a wrong encoding.
_MARK = re.compile(rf"``|''|‘‘|’’|‘’|â€œ|â€\x9d|â€™|[{_DOUBLE}]|[{_SINGLE}]|\ufffd")
_LOST = re.compile(r"\?")
_LOST_OPENING = re.compile(r"(?:(?<=\s)|(?<=[(—–])|\A)\?(?=[\w$£€#@])")
# What is left out at the beginning of a word: never the beginning of a quotation.
_ELISION = re.compile(r"['’‘](?:em|til|till|cause|bout|round|n|tis|twas|\d0s|\d\d)\b", re.IGNORECASE)
_BEFORE_OPENING = "([{—–-/:…"
_ENDS_SPEECH = ".,!?…;:—–-"


class Mark(NamedTuple):
    """A quotation mark: its characters, what it may do, and whether punctuation stands before it.

    `lost` marks are question marks and the like that stand where an encoding lost a curly mark.
    """

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    after_stop: bool


def marks_of(text: str, start: int, end: int, lost: bool = False) -> Iterator[Mark]:
    """The marks in `text[start:end]`, in order, apostrophes left out; lost: question marks may be marks."""
    found = _MARK.finditer(text, start, end)
    if lost:
        found = iter(sorted([*found, *_LOST.finditer(text, start, end)], key=lambda one: one.start()))
    for one in found:
        mark = _mark(text, one, start, end)
        if mark is not None and (mark.opens or mark.closes):
            yield mark


def has_lost_marks(text: str) -> bool:
    """Whether question marks stand where quotation marks stood: at the beginning of words, more than once."""
    return text.count("?") > 1 and sum(1 for _ in _LOST_OPENING.finditer(text)) > 1


def _mark(text: str, found: re.Match[str], start: int, end: int) -> Mark | None:
    before = text[found.start() - 1] if found.start() > start else " "
    after = text[found.end()] if found.end() < end else " "
    sign = found[0]
    family = _family(sign)
    if family != "double" and _is_apostrophe(text, found.start(), before, after):
        return None
    opens, closes = _uses(sign, before, after, found.end() == end)
    if family == "lost":
        opens = opens and (after.isalnum() or after in "$£€#@")
        closes = closes and not before.isspace()
    return Mark(found.start(), found.end(), family, opens, closes, before in _ENDS_SPEECH)


def _family(sign: str) -> Family:
    if sign in "?\ufffd":
        return "lost"
    return "double" if (len(sign) > 1 and sign != "â€™") or sign in _DOUBLE else "single"


def _is_apostrophe(text: str, position: int, before: str, after: str) -> bool:
    if before.isalnum() and after.isalnum():
        return True
    return _ELISION.match(text, position) is not None and not before.isalnum()


def _uses(sign: str, before: str, after: str, last: bool) -> tuple[bool, bool]:
    """Whether a mark may open and may close, by its form and its neighbours."""
    open_side = before.isspace() or before in _BEFORE_OPENING or before in "\"'“‘"
    close_side = not before.isspace()
    if sign in ("``", "â€œ", "‘‘") or (sign in _OPENING and sign not in "“‘"):
        return True, False
    if sign in ("“", "‘"):
        # As a closing mark it stands after a German opening one, or by mistake before white space.
        return not after.isspace() and not last, close_side and (after.isspace() or not after.isalnum())
    if sign in ("”", "â€\x9d", "’’") or sign in _CLOSING:
        return open_side and after.isalnum() and sign not in ("â€\x9d", "」", "』"), True
    if before.isspace() and after.isspace():
        return False, True
    opens = open_side and not after.isspace() and not last and after not in ".,;:!?)"
    return opens, close_side and not (after.isalnum() and open_side)
