"""Two wordings of one passage to which words of the one tell which words of the other.

After the monolingual aligner of Sultan, Bethard and Sumner (2014): sure pairs by form, chosen by what stands around
them. Only the commonest synonyms of news are known: a word without a counterpart by form gets what stands in its
slot.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.renditions.word import Word
from retold.renditions.word_likeness import How, Likeness, Matches, matches

# What is worth and where a slot ends was chosen on a third of the first half of MultiMWA's MTRef pairs
# (bench/word_alignment.py); `TELLING` was set by judgement, not calibrated.

# Words that two wordings begin or end with alike which are linked without looking for better ones.
TELLING = 4
# Words to either side that speak for a pair.
WINDOW = 3
# What a word around a pair counts for it, and what lying out of step costs.
CONTEXT, OUT_OF_STEP = 0.3, 0.4
# Worth below which a pair is not trusted.
TRUSTED = 0.3
# Words on either side of a slot that are taken together.
LONGEST_SLOT = 3


@dataclass(frozen=True, slots=True)
class WordLink:
    """Word `left` of the one wording tells word `right` of the other; `how` says what speaks for it."""

    left: int
    right: int
    how: How


def align_words(left: Sequence[Word], right: Sequence[Word]) -> list[WordLink]:
    """Links sorted by place; a word may have several, a word without a counterpart has none.

    What the wordings have in common at either end is linked word by word.
    """
    before = _shared(left, right)
    after = _shared(left[before:][::-1], right[before:][::-1])
    ends = len(left) - after, len(right) - after
    links = [WordLink(place, place, "same") for place in range(before)]
    links += [WordLink(ends[0] + step, ends[1] + step, "same") for step in range(after)]
    for link in _by_form(left[before : ends[0]], right[before : ends[1]]):
        links.append(WordLink(before + link.left, before + link.right, link.how))
    return sorted([*links, *_by_slot(left, right, links)], key=lambda link: (link.left, link.right))


def _shared(left: Sequence[Word], right: Sequence[Word]) -> int:
    """How many words the wordings begin with alike, 0 when they are too few to say anything."""
    pairs = enumerate(zip(left, right, strict=False))
    alike = next((place for place, (a, b) in pairs if a.form != b.form), min(len(left), len(right)))
    return alike if alike >= TELLING else 0


def _by_form(left: Sequence[Word], right: Sequence[Word]) -> list[WordLink]:
    """One-to-one pairs of words alike, the best first: alike, among words alike, and in step."""
    alike, lengths = matches(left, right), (len(left), len(right))
    worth = [(_worth(i, j, alike, lengths), i, j) for i, matches in enumerate(alike) for j in matches]
    found: list[WordLink] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, i, j in sorted((-value, i, j) for value, i, j in worth if value >= TRUSTED):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            found.append(WordLink(i, j, alike[i][j][1]))
    return found


def _worth(i: int, j: int, alike: Matches, lengths: tuple[int, int]) -> float:
    around = sum(
        _beside(alike[near], near - i, j)
        for near in range(max(0, i - WINDOW), min(len(alike), i + WINDOW + 1))
        if near != i and alike[near]
    )
    step = abs(i / lengths[0] - j / lengths[1])
    return alike[i][j][0] + CONTEXT * around - OUT_OF_STEP * step


def _beside(found: dict[int, Likeness], apart: int, j: int) -> float:
    """What a word so far from word i says for j: the best of those like it on the same side of j, near it."""
    side, far = (1, apart) if apart > 0 else (-1, -apart)
    best = 0.0
    for step in range(1, WINDOW + 1):
        likeness = found.get(j + side * step)
        if likeness:
            best = max(best, likeness[0] / max(far, step))
    return best


def _by_slot(left: Sequence[Word], right: Sequence[Word], links: Sequence[WordLink]) -> Iterator[WordLink]:
    """Short stretches without links that stand between the same two links."""
    across = {link.left: link.right for link in links}
    taken = set(across.values())
    for start, end in _stretches(len(left), across):
        first = across[start - 1] + 1 if start else 0
        last = across[end] if end < len(left) else len(right)
        if not 0 < last - first <= LONGEST_SLOT or end - start > LONGEST_SLOT:
            continue
        if taken.isdisjoint(range(first, last)):
            yield from _slot(left, right, range(start, end), range(first, last))


def _stretches(length: int, across: dict[int, int]) -> Iterator[tuple[int, int]]:
    start = None
    for place in range(length + 1):
        if place < length and place not in across:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _slot(left: Sequence[Word], right: Sequence[Word], ours: range, theirs: range) -> Iterator[WordLink]:
    """Every word of the one stretch tells every word of the other; marks tell nothing."""
    for i in ours:
        for j in theirs:
            if not left[i].is_mark and not right[j].is_mark:
                yield WordLink(i, j, "slot")
