"""Places in one spelling of a sentence to places in another, when both have one normal form."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache

from retold.text import normal

# A dash between figures is part of a score or a range.
_DASH = re.compile(r" ?(?:—|―|--+|(?<!\d)–|–(?!\d)) ?")


def spelling(text: str) -> str:
    """The one spelling of a sentence that is parsed: its normal form with spaces around dashes.

    A tokenizer would leave ”—he one word. Spellings of a sentence with other marks or spaces give the same, but for a
    dash that somewhere is a hyphen.
    """
    return normal(_DASH.sub(lambda dash: f" {dash[0].strip()} ", text))


class Offsets:
    """Carries spans of `parsed` over to `told`: two spellings of one sentence (equal `sentence_key`).

    Spellings differ in quotation marks, dashes, white space and invisible characters. Their normal forms are equal
    character by character, so the characters that are not white space are counted.
    """

    def __init__(self, parsed: str, told: str) -> None:
        self._same = parsed == told or parsed == _plainly(told)
        self._parsed = [] if self._same else _counts(parsed)
        self._told = [] if self._same else _counts(told)
        self._text = told

    def all_carried(self, starts: Sequence[int], ends: Sequence[int]) -> tuple[Sequence[int], Sequence[int]]:
        """Starts and ends of many spans carried over."""
        if self._same:
            return starts, ends
        carried = [self.carried(start, end) for start, end in zip(starts, ends, strict=True)]
        return [start for start, _ in carried], [end for _, end in carried]

    def carried(self, start: int, end: int) -> tuple[int, int]:
        """The characters of the other spelling that stand for `parsed[start:end]`."""
        if self._same:
            return start, end
        first, last = self._parsed[start], self._parsed[end]
        begins = bisect_right(self._told, first) - 1
        ends = max(begins, bisect_left(self._told, last))
        return begins, self._with_joined(ends) if begins < ends else ends

    def _with_joined(self, end: int) -> int:
        """The end after the marks that count as one with the mark before it: '' and --."""
        place = end
        while place < len(self._text) and self._told[place] == self._told[place + 1]:
            if self._text[place].isspace():
                break
            place += 1
            if normal(self._text[place - 1]):
                end = place
        return end


def _plainly(text: str) -> str:
    """The text with single plain marks for typographic ones: where that is all, places are the same."""
    text = text.replace("“", '"').replace("”", '"').replace("’", "'").replace("‘", "'")
    return text.replace("—", "-").replace("–", "-")


@lru_cache(maxsize=20_000)
def _normal(mark: str) -> str:
    return "" if mark.isspace() else normal(mark)


def _counts(text: str) -> Sequence[int]:
    """Before each character, and after the last, how many characters that are no spaces the normal form has."""
    counts = [0]
    before = ""  # the mark that a second one of its kind would join
    for mark in text:
        plain = _normal(mark)
        if plain == before == "-":
            plain = ""  # however many dashes are one
        elif plain == before == "'":
            plain, before = "", ""  # two single marks are a double one
        elif plain or mark.isspace():
            before = plain
        counts.append(counts[-1] + len(plain))
    return counts
