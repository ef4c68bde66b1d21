"""The coder's events to what their roles say of two stretches: which of them acts on the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from retold.coding.article import ToldEvents
from retold.coding.between.direction import Direction
from retold.coding.coder import CodedEvent
from retold.model import EventArgument, Span
from retold.reading.article import ReadSentence
from retold.reading.parse import Word

# What an event of the coder's says of its direction: of parties told in its clause, and of inferred ones.
CODED, INFERRED = 1.2, 0.5
# More than any structure says.
TURNED = 2.5


@dataclass(frozen=True, slots=True)
class Decided:
    """Which predicate says that one of two stretches acts on the other, and how surely, 0 to 2.

    `forward`: the first acts on the second. `together`: they do it to each other. `event`: the coder's, if it has
    one.
    """

    forward: bool
    together: bool
    strength: float
    read: ReadSentence
    found: Direction
    event: CodedEvent | None


class Coded:
    """The coder's events of one article, each with its sentence."""

    def __init__(self, told: ToldEvents) -> None:
        self.events = list(zip(told.events, told.sentences, strict=True))

    def triggered(self, read: ReadSentence, trigger: Span) -> Iterator[CodedEvent]:
        """Those of a sentence that a trigger tells."""
        for event, other in self.events:
            words = event.meaning.trigger
            if other is read and any(one.start < trigger.end and trigger.start < one.end for one in words):
                yield event

    def at(self, read: ReadSentence, predicate: Word) -> CodedEvent | None:
        """The one that a predicate tells, or is part of."""
        own = [event for event, other in self.events if other is read and predicate in event.meaning.trigger]
        return max(own, key=lambda one: one.meaning.head.place == predicate.place, default=None)

    def turned(
        self, read: ReadSentence, predicate: Word, found: Direction, source: Span, target: Span
    ) -> Iterator[Decided]:
        """By a pattern with roles of its own, where they turn the structure around: hosted the visitors."""
        event = self.at(read, predicate)
        if event is None or event.meaning.operator is not None or event.meaning.head.place != predicate.place:
            return
        for one in said_of(event, read, predicate, source, target):
            sure = one.strength == CODED and not one.together
            if found.both and sure and one.forward != (found.strength > 0):
                yield replace(one, strength=TURNED)


def said_of(
    event: CodedEvent, read: ReadSentence, head: Word, source: Span, target: Span
) -> Iterator[Decided]:
    """What the roles of an event say of two stretches; those who act together are both its sources."""
    ours, theirs = ({one.role: one for one in _at(event, span)} for span in (source, target))
    forward = "source" in ours and "target" in theirs
    if forward or ("source" in theirs and "target" in ours):
        first, second = (ours, theirs) if forward else (theirs, ours)
        said = not (first["source"].inferred or second["target"].inferred)
        found = Direction(head, None, None, ("coded", "coded"))
        together = "source" in ours and "source" in theirs
        yield Decided(forward, together, CODED if said else INFERRED, read, found, event)


def _at(event: CodedEvent, span: Span) -> Iterator[EventArgument]:
    """The arguments that touch a stretch, those that were inferred first."""
    there = [one for one in event.arguments if one.start < span.end and span.start < one.end]
    return iter(sorted(there, key=lambda one: not one.inferred))
