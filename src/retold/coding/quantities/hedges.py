"""The words around a number to what they make of it: at least, nearly, or so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold.coding.quantities.words import Ends, Phrase, hedges
from retold.renditions.word import Word

_LONGEST = 5


def forms(words: Sequence[Word], first: int, last: int) -> Phrase:
    """The words from one to another (exclusive) as phrases are looked up."""
    return tuple(word.form for word in words[first:last])


def hedged(words: Sequence[Word], first: int, last: int) -> tuple[Ends, tuple[str, ...], int, int]:
    """What the hedges around a number make of its ends, the hedges, and the words with them."""
    low, high = 1.0, 1.0
    told: list[str] = []
    while found := _before(words, first, hedges("hedges")):
        length, ends = found
        told.insert(0, " ".join(word.text for word in words[first - length : first]).lower())
        first -= length
        low, high = low * ends[0], high * ends[1]
    for phrase, ends in hedges("after").items():
        if tuple(word.form for word in words[last : last + len(phrase)]) == phrase:
            told.append(" ".join(phrase))
            last += len(phrase)
            low, high = low * ends[0], high * ends[1]
            break
    return (low, high), tuple(told), first, last


def _before(words: Sequence[Word], first: int, known: Mapping[Phrase, Ends]) -> tuple[int, Ends] | None:
    """The longest hedge that ends before a word, as its length and its ends."""
    for length in range(min(_LONGEST, first), 0, -1):
        ends = known.get(forms(words, first - length, first))
        if ends is not None:
            return length, ends
    return None
