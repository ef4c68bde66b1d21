"""Two wordings of one passage to what is the same and what differs, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from retold.text import Token, normal, tokens, words

Change = Literal["same", "replaced", "added", "left_out"]

_CHANGES: dict[str, Change] = {
    "equal": "same",
    "replace": "replaced",
    "insert": "added",
    "delete": "left_out",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A stretch of two wordings: what the one has (`left`) where the other has `right`; either may be empty."""

    change: Change
    left: str
    right: str


def differences(left: str, right: str) -> list[Difference]:
    """The wordings as stretches that are the same, replaced, added on the right or left out there, in order.

    Words are compared without regard to case and typography; the text of a stretch is as it stands, spaces between
    its words included. Joining all `left` with the white space between them gives the left text.
    """
    ours, theirs = tokens(left), tokens(right)
    matcher = SequenceMatcher(None, _forms(ours), _forms(theirs), autojunk=False)
    return [
        Difference(_CHANGES[tag], _stretch(left, ours[i1:i2]), _stretch(right, theirs[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
    ]


def word_swaps(left: str, right: str) -> list[tuple[str, str]]:
    """The places where up to three words stand instead of as many others (one more or less), lower-cased."""
    ours, theirs = words(left), words(right)
    matcher = SequenceMatcher(None, ours, theirs, autojunk=False)
    return [
        (" ".join(ours[i1:i2]), " ".join(theirs[j1:j2]))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag == "replace" and _slot(i2 - i1, j2 - j1)
    ]


def slot_share(left: str, right: str) -> float:
    """Share of the changed words that stand in the slot of others: near 1 for synonyms, low for a translation.

    A rewriting tool changes words where they stand; a translator turns clauses round. 0.0 when nothing changed.
    """
    matcher = SequenceMatcher(None, words(left), words(right), autojunk=False)
    changed = [
        (max(i2 - i1, j2 - j1), tag == "replace" and _slot(i2 - i1, j2 - j1))
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]
    every = sum(count for count, _ in changed)
    return sum(count for count, slot in changed if slot) / every if every else 0.0


def _slot(ours: int, theirs: int) -> bool:
    return 0 < ours <= 3 and theirs > 0 and abs(ours - theirs) <= 1


def _forms(found: Sequence[Token]) -> list[str]:
    return [normal(token.text).lower() for token in found]


def _stretch(text: str, found: Sequence[Token]) -> str:
    return text[found[0].start : found[-1].end] if found else ""
