"""A phrase taken apart: its words, and where it divides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from retold.actors.dictionary import Dictionary, Words, plain
from retold.text import tokens

_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "to",
        "for",
        "from",
        "at",
        "with",
        "across",
        "near",
        "within",
        "inside",
        "outside",
        "against",
        "on",
        "under",
        "who",
        "which",
        "that",
        "by",
        "over",
    ]
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "some",
        "several",
        "many",
        "most",
        "all",
        "both",
        "other",
        "another",
    ]
)
# Words in a role or body.
LONGEST_ROLE = 8
FORMER = frozenset(["former", "ex", "retired", "ousted", "onetime", "erstwhile", "deposed", "late"])


@dataclass(frozen=True, slots=True)
class Part:
    """A word of the phrase: as it is looked up, and whether it has a capital, or nothing but capitals."""

    form: str
    capital: bool
    in_capitals: bool


def parts_of(phrase: str) -> list[Part]:
    """The words of a phrase, without determiners before them."""
    found: list[Part] = []
    for token in tokens(phrase):
        found += [
            Part(form, token.text[0].isupper() or not token.text[0].isalpha(), token.text.isupper())
            for form in plain(token.text)
        ]
    while found and found[0].form in _DETERMINERS and len(found) > 1:
        found = found[1:]
    return found


def forms(parts: Sequence[Part]) -> Words:
    """The words as they are looked up."""
    return tuple(part.form for part in parts)


def cut(parts: Sequence[Part], known: Dictionary) -> tuple[Sequence[Part], Sequence[Part], str]:
    """What stands before the first preposition, what after it, and the preposition.

    One within a known name or role (ministry of defence, leader of the opposition) divides nothing.
    """
    inside = set[int]()
    for start, end in stretches(parts, LONGEST_ROLE):
        form = forms(parts[start:end])
        if end - start > 2 and (form in known.roles or form in known.bodies or form in known.entries):
            inside |= set(range(start + 1, end - 1))
    for place, part in enumerate(parts):
        if place and part.form in _PREPOSITIONS and not part.capital and place not in inside:
            return parts[:place], parts[place + 1 :], part.form
    return parts, (), ""


def stretches(parts: Sequence[Part], longest: int) -> list[tuple[int, int]]:
    """All stretches of the words, the longest first, those further right before others."""
    lengths = range(min(longest, len(parts)), 0, -1)
    return [(start, start + length) for length in lengths for start in range(len(parts) - length, -1, -1)]


def told(parts: Sequence[Part], known: Dictionary) -> bool:
    """Whether the words begin with a role, a body or a nation."""
    begun = [forms(parts[:length]) for length in range(1, min(len(parts), LONGEST_ROLE) + 1)]
    return any(form in known.roles or form in known.bodies or form in known.nations for form in begun)
