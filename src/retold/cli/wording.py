"""Two wordings to one text that shows where the second differs from the first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from rich.text import Text

from retold.renditions.wording import Difference

# Of the words of the longer wording, what must be the same for the differences to be easier to read than the texts.
LEGIBLE = 0.35
# A stretch of no more words than this between two changes is shown with them: word-by-word marks cannot be read.
ISLET = 1


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of either wording that are the same or stand for each other, and the space before them."""

    same: bool
    left: str
    right: str
    spaced: bool


def is_legible(differences: Sequence[Difference]) -> bool:
    """Whether enough is the same to show the wordings as one text with differences."""
    same = sum(len(one.left.split()) for one in differences if one.change == "same")
    left = sum(len(one.left.split()) for one in differences)
    right = sum(len(one.right.split()) for one in differences)
    return same >= LEGIBLE * max(left, right)


def marked(differences: Sequence[Difference], left: str, right: str, colours: bool) -> Text:
    """The right wording with what the left one has instead.

    In colours what was left out is struck through and what was added underlined; without, they are written
    [-left-]{+right+}.
    """
    text = Text()
    for stretch in stretches(differences, left, right):
        text.append(" " if stretch.spaced else "")
        if stretch.same:
            text.append(stretch.right)
        elif colours:
            text.append(stretch.left, "red strike")
            text.append(" " if stretch.left and stretch.right else "")
            text.append(stretch.right, "green underline")
        else:
            text.append(f"[-{stretch.left}-]" if stretch.left else "")
            text.append(f"{{+{stretch.right}+}}" if stretch.right else "")
    return text


def stretches(differences: Sequence[Difference], left: str, right: str) -> list[Stretch]:
    """The differences in order, those hardly apart made one, each with all its characters."""
    found: list[Stretch] = []
    ours = theirs = 0
    for same, group in _grouped(differences):
        our_start, our_end = _place(left, ours, [one.left for one in group])
        their_start, their_end = _place(right, theirs, [one.right for one in group])
        spaced = bool(found) and (
            (our_end > our_start and left[:our_start][-1:].isspace())
            or (their_end > their_start and right[:their_start][-1:].isspace())
        )
        found.append(Stretch(same, left[our_start:our_end], right[their_start:their_end], spaced))
        ours, theirs = our_end, their_end
    return found


def _grouped(differences: Sequence[Difference]) -> Iterable[tuple[bool, list[Difference]]]:
    """Runs of differences to show as one, and whether it is one that is the same."""
    kept = [
        one.change == "same" and not _is_islet(differences, place) for place, one in enumerate(differences)
    ]
    for same, group in groupby(zip(kept, differences, strict=True), key=itemgetter(0)):
        yield same, [one for _, one in group]


def _is_islet(differences: Sequence[Difference], place: int) -> bool:
    """Whether a stretch that is the same lies, short, between two changes."""
    inside = 0 < place < len(differences) - 1
    return inside and len(differences[place].left.split()) <= ISLET


def _place(text: str, start: int, pieces: Iterable[str]) -> tuple[int, int]:
    """From the first to the last of the pieces, found one after another in the text; empty at `start` if none is."""
    begin: int | None = None
    end = start
    for piece in pieces:
        if piece:
            at = text.index(piece, end)
            begin = at if begin is None else begin
            end = at + len(piece)
    return (end if begin is None else begin), end
