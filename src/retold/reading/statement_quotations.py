"""Clauses and quotations to drafts: a quotation and the clause around it are one statement."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from retold.model import Span
from retold.reading.quotations import Quotation
from retold.reading.statement_draft import Draft

# Of a quotation's characters, how many a content must hold to take in the whole.
MIN_SHARED = 0.5
# Share of a statement that the words of another make up when it only passes them on.
MIN_PASSED_ON = 0.6
# Characters beside a piece in which a quotation touches it.
EDGE = 3
# A quotation of so many words behind a full stop is a sentence, not a term in one.
_WHOLE = 3


def joined(draft: Draft, quotations: Sequence[Quotation]) -> Draft | None:
    """The draft with its pieces taken to the edges of the quotations they touch; None when nothing is left."""
    pieces: list[Span] = []
    for piece in draft.pieces:
        found = _joined(piece, draft, quotations)
        if found is None:
            continue
        if pieces and found.start <= pieces[-1].end:
            pieces[-1] = Span(min(pieces[-1].start, found.start), max(pieces[-1].end, found.end))
        else:
            pieces.append(found)
    pieces = _from_quotation(pieces, draft, quotations)
    return draft.with_pieces(pieces) if pieces else None


def _from_quotation(pieces: list[Span], draft: Draft, quotations: Sequence[Quotation]) -> list[Span]:
    """Without what a parse took for content before a quotation that is whole in itself.

    "In his memoir, he wrote, “We must ...”"; "... in the U.S. “Forget it,” he said."
    """
    last = pieces[-1] if pieces else None
    if last is None or draft.manner != "speech":
        return pieces
    opening = next((one for one in touching(quotations, *last) if one.end >= last.end - 1), None)
    if opening is None or not opening.capital:
        return pieces
    if opening.start == last.start and len(pieces) > 1 and not touching(quotations, *pieces[0]):
        return [last]
    if last.start < opening.start and opening.opens_sentence and opening.words >= _WHOLE:
        return [*pieces[:-1], Span(opening.start, last.end)]
    return pieces


def _joined(piece: Span, draft: Draft, quotations: Sequence[Quotation]) -> Span | None:
    start, end = piece
    for one in touching(quotations, start - EDGE, end + EDGE):
        if draft.cue is not None and one.start < draft.cue.end and draft.cue.start < one.end:
            continue
        shared = min(end, one.end) - max(start, one.start)
        inner = min(end - start, one.end - one.start)
        if shared > 0 and shared >= MIN_SHARED * inner:
            start, end = min(start, one.start), max(end, one.end)
        elif one.start < start <= one.end < end:
            start = one.end
        elif start < one.start <= end < one.end:
            end = one.start if one.capital or one.opens_sentence else one.end
    return Span(start, end) if start < end else None


def touching(quotations: Sequence[Quotation], start: int, end: int) -> Sequence[Quotation]:
    """Quotations, in order and apart, that share characters with a stretch."""
    last = bisect_right(quotations, end - 1, key=lambda one: one.start)
    first = last
    while first > 0 and quotations[first - 1].end > start:
        first -= 1
    return quotations[first:last]


def outermost(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts whose cue does not stand in the content of another, nor whose content is another's."""
    drafts = _chained(drafts)
    return _apart(
        [one for one in drafts if not any(other is not one and _holds(other, one) for other in drafts)]
    )


def _chained(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts, those that tell of nothing but another's words left to it: "The ministry said that Li had said ..."."""
    found = list(drafts)
    for outer in drafts:
        for number, inner in enumerate(found):
            if inner is not outer and _passes_on(outer, inner) and outer in found:
                found[number] = replace(inner, reporter=inner.reporter or outer.voice)
                found.remove(outer)
                break
    return found


def _passes_on(outer: Draft, inner: Draft) -> bool:
    """Whether a statement of one is told by another, who says nothing else."""
    if not (outer.manner == inner.manner == "speech" and _holds(outer, inner)):
        return False
    if outer.voice is None or inner.voice is None or inner.voice.head.pos not in ("PROPN", "NOUN"):
        return False
    return _length(inner) >= MIN_PASSED_ON * _length(outer)


def _length(draft: Draft) -> int:
    return sum(piece.end - piece.start for piece in draft.pieces)


def _holds(outer: Draft, inner: Draft) -> bool:
    cue = inner.cue
    if cue is None or outer.cue == cue:
        return False
    if not any(piece.start <= cue.start and cue.end <= piece.end for piece in outer.pieces):
        return False
    back = outer.cue is not None and any(
        piece.start <= outer.cue.start and outer.cue.end <= piece.end for piece in inner.pieces
    )
    return not back or (outer.cue is not None and outer.cue.start < cue.start)


def _apart(drafts: Sequence[Draft]) -> list[Draft]:
    """Drafts, the later of two giving up what both have."""
    kept: list[Draft] = []
    for draft in sorted(drafts, key=_order):
        pieces = [
            piece
            for piece in draft.pieces
            if not any(
                _overlaps(piece, other) for one in kept if one.place == draft.place for other in one.pieces
            )
        ]
        if pieces:
            kept.append(replace(draft, pieces=tuple(pieces)))
    return sorted(kept, key=lambda one: tuple(one.hull))


def _order(draft: Draft) -> tuple[int, int, int]:
    rank = {"speech": 0, "act": 1, "attitude": 2}[draft.manner]
    return draft.place, rank, draft.cue.start if draft.cue else draft.hull.start


def _overlaps(a: Span, b: Span) -> bool:
    return min(a.end, b.end) - max(a.start, b.start) > 0.5 * min(a.end - a.start, b.end - b.start)
