"""The apparatus of a passage to its places of variation: for every wording what it has there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from retold.model import VariantKind
from retold.renditions.apparatus import Apparatus, Edge, carried
from retold.renditions.fact import Fact, FactKind
from retold.renditions.facts import Wording
from retold.renditions.facts_numbers import bounded
from retold.renditions.facts_stance import stance
from retold.renditions.paired import Conflict, Paired, Range

# Kinds of facts that a kind of variant is about.
_FACTS: dict[VariantKind, tuple[FactKind, ...]] = {
    "number": ("number", "date"),
    "date": ("number", "date"),
    "name": ("name", "place"),
    "place": ("name", "place"),
    "attribution": ("name", "place"),
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place of variation: its spans of words by witness; a witness without one tells nothing there."""

    kind: VariantKind
    spans: Mapping[int, Range]
    changes_meaning: bool
    certainty: float


def places(found: Apparatus) -> list[Place]:
    """The places where witnesses are in conflict, each once, in the order of the first witness's words."""
    neighbours = found.neighbours()
    made: list[Place] = []
    for edge in found.edges:
        for conflict in edge.conflicts:
            known = next((number for number, place in enumerate(made) if _in(place, edge, conflict)), None)
            if known is None:
                made.append(_place(found, neighbours, edge, conflict))
            else:
                made[known] = _joined(made[known], conflict)
    return sorted(made, key=_order)


def _order(place: Place) -> tuple[int, Range, str]:
    witness = min(place.spans)
    return witness, place.spans[witness], place.kind


def _in(place: Place, edge: Edge, conflict: Conflict) -> bool:
    """Whether a conflict is at a place already found."""
    if conflict.kind != place.kind:
        return False
    spans = [(place.spans.get(edge.parent), conflict.left), (place.spans.get(edge.child), conflict.right)]
    return any(span is not None and _overlap(span, other) for span, other in spans)


def _overlap(one: Range, other: Range) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _joined(place: Place, conflict: Conflict) -> Place:
    return Place(
        place.kind,
        place.spans,
        place.changes_meaning or conflict.changes_meaning,
        max(place.certainty, conflict.certainty),
    )


def _place(
    found: Apparatus, neighbours: Mapping[int, list[tuple[int, Paired]]], edge: Edge, conflict: Conflict
) -> Place:
    """The place of a conflict, followed from its two wordings through the tree."""
    spans: dict[int, Range] = {edge.parent: conflict.left, edge.child: conflict.right}
    waiting = [edge.parent, edge.child]
    seen = set(waiting)
    while waiting:
        here = waiting.pop()
        for there, pair in neighbours[here]:
            if there in seen:
                continue
            seen.add(there)
            if span := carried(pair, spans[here]):
                spans[there] = widened(found.witnesses[there].wording, conflict.kind, span)
                waiting.append(there)
    return Place(conflict.kind, spans, conflict.changes_meaning, conflict.certainty)


def widened(wording: Wording, kind: VariantKind, span: Range) -> Range:
    """A span with the whole of the number or name it touches, or with the negation or modal word that bears on it."""
    first, last = span
    for fact in wording.facts:
        whole = fact.kind in _FACTS.get(kind, ()) and _overlap((fact.first, fact.last), span)
        bears = _bears(kind, fact.kind) and fact.head is not None and span[0] <= fact.head < span[1]
        if whole or bears:
            first, last = min(first, fact.first), max(last, fact.last)
    return first, last


def _bears(kind: VariantKind, fact: FactKind) -> bool:
    return (kind, fact) in (("polarity", "negation"), ("modality", "modality"))


def reading_key(wording: Wording, kind: VariantKind, span: Range) -> str:
    """What of a reading is compared: readings of one key say the same.

    The values of numbers and names, whether something is denied, how it is meant; otherwise the stems.
    """
    values = [
        _bound(wording, fact, span) + fact.value
        for fact in wording.of(*_FACTS.get(kind, ()))
        if _overlap((fact.first, fact.last), span)
    ]
    if values:
        return " ".join(values)
    if kind == "polarity":
        denied = sum(span[0] <= fact.first < span[1] for fact in wording.of("negation"))
        return f"denied {denied % 2} {_stems(wording, span) if not denied else ''}"
    if kind == "modality":
        return _meant(wording, span)
    return _stems(wording, span)


def _bound(wording: Wording, fact: Fact, span: Range) -> str:
    """Whether a number is a bound, when the word that makes it one lies in the span."""
    bound, first = bounded(wording.words, fact)
    return f"{bound} " if bound and first >= span[0] else ""


def _meant(wording: Wording, span: Range) -> str:
    groups = {fact.group for fact in wording.of("modality") if span[0] <= fact.first < span[1]}
    partial = any(
        fact.group == "partial" and span[0] <= fact.first < span[1] for fact in wording.of("negation")
    )
    return " ".join(sorted(groups)) + " partial" * partial or stance(wording.words, span[1] - 1, [])


def _stems(wording: Wording, span: Range) -> str:
    """The stems of a span, numbers and times by what they are worth."""
    valued = {fact.first: fact for fact in wording.of("number", "date") if fact.value != "vague"}
    found: list[str] = []
    place = span[0]
    while place < span[1]:
        fact = valued.get(place)
        if fact or not wording.words[place].is_mark:
            found.append(fact.value if fact else wording.words[place].stem)
        place = fact.last if fact else place + 1
    return " ".join(found)
