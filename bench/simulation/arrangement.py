"""Copying operations on order and extent: cut, moved, merged, split, regrouped."""

from __future__ import annotations

import re
from dataclasses import replace

from simulation.drafts import Desk, Draft, Line, Paragraph, capitalised, is_quoting, lowered

# A clause that can stand alone after a comma and a conjunction.
_CLAUSE = re.compile(
    r", (and|but|while|although|as) ((?:he|she|it|they|[Tt]he \w+|[A-Z]\w+) "
    r"(?:said|was|were|is|are|has|had|have|will|would|could|can|did|does|may|must|\w+ed)\b.+)$"
)
FEWEST_WORDS = 130  # that a copy keeps: shorter articles are rare, and say little
_LONGEST_MERGED = 32  # words; editors do not write longer sentences than that


def cut(draft: Draft, desk: Desk, share: float) -> Draft:
    """Leaves out about this share of the paragraphs, mostly toward the end, as editors do; the lead stays."""
    many = len(draft)
    leaving = min(many - 2, round(many * share))
    weighed = [(desk.chance.random() * (0.4 + place / many), place) for place in range(1, many)]
    gone: set[int] = set()
    left = sum(map(_length, draft))
    for _, place in sorted(weighed, reverse=True)[: max(0, leaving)]:
        if left - _length(draft[place]) >= FEWEST_WORDS:
            gone.add(place)
            left -= _length(draft[place])
    for place in sorted(gone):
        for line in draft[place]:
            desk.note("cut", line, line.text, "")
    return tuple(paragraph for place, paragraph in enumerate(draft) if place not in gone)


def _length(paragraph: Paragraph) -> int:
    return sum(len(line.text.split()) for line in paragraph)


def cut_sentences(draft: Draft, desk: Desk, chance: float) -> Draft:
    """Leaves out single sentences of paragraphs that have others."""
    spare = sum(map(_length, draft)) > 2 * FEWEST_WORDS
    return tuple(_trimmed(paragraph, desk, chance) for paragraph in draft) if spare else draft


def _trimmed(paragraph: Paragraph, desk: Desk, chance: float) -> Paragraph:
    if len(paragraph) < 2 or desk.chance.random() >= chance:
        return paragraph
    gone = paragraph[desk.chance.randrange(1, len(paragraph))]
    desk.note("cut", gone, gone.text, "")
    return tuple(line for line in paragraph if line is not gone)


def move(draft: Draft, desk: Desk, count: int) -> Draft:
    """Takes paragraphs from where they stand to elsewhere after the lead."""
    order = list(draft)
    for _ in range(count if len(order) > 3 else 0):
        moved = order.pop(desk.chance.randrange(2, len(order)))
        order.insert(desk.chance.randrange(1, len(order)), moved)
        for line in moved:
            desk.note("moved", line, line.text, line.text)
    return tuple(order)


def regroup(draft: Draft, desk: Desk, chance: float) -> Draft:
    """Joins and parts paragraphs without touching a sentence; no change worth noting."""
    grouped: list[Paragraph] = []
    for paragraph in draft:
        if grouped and desk.chance.random() < chance and len(grouped[-1]) + len(paragraph) < 6:
            grouped[-1] = (*grouped[-1], *paragraph)
        elif len(paragraph) > 2 and desk.chance.random() < chance:
            grouped += [paragraph[:2], paragraph[2:]]
        else:
            grouped.append(paragraph)
    return tuple(grouped)


def merge(draft: Draft, desk: Desk, chance: float) -> Draft:
    """Makes one sentence of two short neighbours of a paragraph."""
    return tuple(_merged(paragraph, desk, chance) for paragraph in draft)


def _merged(paragraph: Paragraph, desk: Desk, chance: float) -> Paragraph:
    done: list[Line] = []
    for line in paragraph:
        if done and _can_merge(done[-1], line) and desk.chance.random() < chance:
            done[-1] = _joined(done[-1], line, desk)
        else:
            done.append(line)
    return tuple(done)


def _can_merge(first: Line, second: Line) -> bool:
    length = len(first.text.split()) + len(second.text.split())
    plain = not is_quoting(first.text) and not is_quoting(second.text)
    plain = plain and min(len(first.text.split()), len(second.text.split())) > 3
    return plain and length <= _LONGEST_MERGED and first.text.endswith(".") and first.told and second.told


def _joined(first: Line, second: Line, desk: Desk) -> Line:
    link = desk.chance.choice([", and ", "; ", ", while "])
    text = first.text[:-1] + link + lowered(second.text)
    line = Line(text, (*first.origins, *second.origins), first.altered or second.altered, False)
    desk.note("merged", line, f"{first.text} {second.text}", text)
    return line


def split(draft: Draft, desk: Desk, chance: float) -> Draft:
    """Makes two sentences of one whose last clause can stand alone."""
    return tuple(
        tuple(part for line in paragraph for part in _parts(line, desk, chance)) for paragraph in draft
    )


def _parts(line: Line, desk: Desk, chance: float) -> list[Line]:
    found = _CLAUSE.search(line.text)
    if found is None or is_quoting(line.text) or desk.chance.random() >= chance or found.start() < 30:
        return [line]
    link = {"but": "But ", "although": "Still, ", "while": "Meanwhile, "}.get(found[1], "")
    texts = line.text[: found.start()] + ".", link + (found[2] if link else capitalised(found[2]))
    desk.note("split", line, line.text, " ".join(texts))
    return [replace(line, text=text, untouched=False) for text in texts]
