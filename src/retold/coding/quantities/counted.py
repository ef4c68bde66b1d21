"""The numbers of a sentence with what each counts and where that hangs."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from retold.coding.quantities.numbers import NumberFound, numbers_in
from retold.coding.quantities.words import listed
from retold.reading.parse import Reading, Word

# As what a number hangs on the noun it counts; "advmod" in "2,000-strong", "compound" in "$3 billion aid package".
_ON_NOUNS = frozenset(("nummod", "quantmod", "amod", "compound", "advmod", "nmod", "npadvmod"))
_NOUNS = frozenset(("NOUN", "PROPN", "NUM", "SYM", "PRON"))
_NOBODY = frozenset(("nobody", "none"))
_KEPT = 64


class Counted(NamedTuple):
    """A number, the noun that is counted (None: nothing is named), and the head of the whole phrase.

    In "dozens of soldiers" soldiers are counted, the head is "dozens"; in "12 soldiers" both are "soldiers".
    """

    number: NumberFound
    noun: Word | None
    head: Word


@lru_cache(maxsize=_KEPT)
def counted_in(reading: Reading) -> tuple[Counted, ...]:
    """The numbers of a sentence, each with what it counts."""
    return tuple(_counted(reading, number) for number in numbers_in(reading))


def _counted(reading: Reading, number: NumberFound) -> Counted:
    inside = [word for word in reading if number.start <= word.start and word.end <= number.end]
    top = _top(inside) if inside else _nearest(reading, number)
    head = top
    while (
        head.dep in _ON_NOUNS
        and not number.money
        and _is_noun(reading.head(head))
        and reading.head(head) is not head
    ):
        head = reading.head(head)
        if head.pos in ("NOUN", "PROPN", "PRON"):
            break
    if (head is top and head.pos not in ("NOUN", "PROPN", "PRON")) or head.lemma.lower() in listed("amounts"):
        return Counted(number, _of(reading, head), head)
    return Counted(number, head, head)


def _is_noun(word: Word) -> bool:
    return word.pos in _NOUNS or word.pos == "ADJ"


def _nearest(reading: Reading, number: NumberFound) -> Word:
    """The word in which a number stands that is cut otherwise than the parse's words."""
    return next((word for word in reading if word.end > number.start), reading[-1])


def _top(inside: list[Word]) -> Word:
    """The word of a number on which its others hang; the last one where the parser has cut it in two."""
    places = {word.place for word in inside}
    tops = [word for word in inside if word.head not in places or word.head == word.place]
    return next((word for word in reversed(tops) if word.pos in _NOUNS), tops[-1])


def _of(reading: Reading, head: Word) -> Word | None:
    """What stands behind the "of" of a number that stands for itself."""
    for link in reading.children(head):
        if link.dep == "prep" and link.text.lower() == "of":
            return next((thing for thing in reading.children(link) if thing.dep == "pobj"), None)
    return None


def none_in(reading: Reading) -> Iterator[tuple[int, int, Word]]:
    """Words that say that there are none: characters, and the noun: no casualties, no one, nobody."""
    for word in reading:
        if word.text.lower() == "no" and word.dep == "det":
            yield word.start, reading.head(word).end, reading.head(word)
        elif word.text.lower() in _NOBODY:
            yield word.start, word.end, word
        elif word.text.lower() == "without" and (thing := reading.child(word, "pobj")):
            yield word.start, thing.end, thing
