"""A predicate whose direction is known to the event that it tells, also where the coder has no pattern for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from retold.actors.mentions import FoundMention
from retold.coding.between.direction import Direction
from retold.coding.coder import PROFILE, CodedEvent, coded_meaning
from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.operators import Code
from retold.coding.lexicon.patterns import Part
from retold.coding.meaning import Meaning
from retold.coding.meanings import Meanings
from retold.coding.parties import Parties
from retold.coding.similarity import likely_code, predicate_of, stems
from retold.coding.status.status import status_of
from retold.model import ArgumentRole, EventArgument, Span
from retold.reading.article import ReadSentence
from retold.reading.parse import Word

# How likely a code is that only the word in other frames, its stem, or nothing suggests.
WORD, STEM, NOTHING = 0.3, 0.2, 0.1
_GENERAL = Code("CONSULT", None)


def structural_event(
    read: ReadSentence, predicate: Word, meanings: Meanings, parties: Parties, found: Direction
) -> CodedEvent:
    """The event of a predicate that the coder has none for: its likeliest code, and the direction found."""
    code, confidence, rule = likely(predicate, meanings)
    meaning = Meaning(
        code=code,
        literal=code,
        head=predicate,
        core=predicate,
        trigger=(predicate,),
        sources=(),
        targets=(),
        rules=(f"structure: {rule}; {' > '.join(place or 'elsewhere' for place in found.places)}",),
        strength=0.0,
    )
    status = status_of(read.reading, predicate, kind=read.sentence.kind)
    event = coded_meaning(meaning, status, parties, PROFILE)
    return replace(event, confidence=confidence)


def likely(predicate: Word, meanings: Meanings) -> tuple[Code, float, str]:
    """The code that a predicate most likely has, how likely it is, and what says so.

    What it is like says so, or its own patterns in other frames, or its stem; with nothing at all, they had to do
    with each other.
    """
    own: Part = "verb" if is_verbal(predicate) else "noun"
    other: Part = "noun" if own == "verb" else "verb"
    like = likely_code(predicate_of(predicate, own, meanings.frames, meanings.is_actor))
    if like is not None:
        return like.code, like.confidence, like.pattern.name
    lemma = predicate.lemma.lower()
    for part, word in ((own, lemma), (other, lemma), *((part, word) for _, part, word in stems(lemma, own))):
        if code := _commonest(word, part, meanings):
            return code, WORD if word == lemma else STEM, word
    return _GENERAL, NOTHING, lemma


def _commonest(lemma: str, part: Part, meanings: Meanings) -> Code | None:
    """The code of the pattern that asks for nothing else, where there is none the type that most patterns have.

    None where a word is no event by itself: what its other patterns ask for is not there.
    """
    patterns = meanings.lexicon.of(part, lemma)
    plain = next((one for one in patterns if one.strength == 0), None)
    if plain is not None:
        return Code(plain.event_type, plain.mode) if plain.event_type is not None else None
    types = Counter(one.event_type for one in patterns if one.event_type is not None)
    return Code(types.most_common(1)[0][0], None) if types else None


def with_stretches(
    event: CodedEvent, text: str, source: Span, target: Span, mentions: Sequence[FoundMention]
) -> CodedEvent:
    """The event with the two stretches in their roles: arguments that say otherwise of them are dropped."""
    arguments = [one for one in event.arguments if not _touches(one, source) and not _touches(one, target)]
    arguments = [one for one in arguments if not one.inferred]
    spans: dict[ArgumentRole, Span] = {"source": source, "target": target}
    named = {role: _named(span, mentions) for role, span in spans.items()}
    own = [_argument(event, role, span, text, named[role]) for role, span in spans.items()]
    kept = [one.actor_id for one in arguments]
    return replace(
        event,
        arguments=(*own, *arguments),
        sources=_of("source", event.sources, named, kept),
        targets=_of("target", event.targets, named, kept),
    )


def _of(
    role: ArgumentRole,
    found: Sequence[FoundMention],
    named: Mapping[ArgumentRole, FoundMention | None],
    kept: Sequence[str | None],
) -> tuple[FoundMention, ...]:
    """The mention at a role's stretch, and those of the arguments that are kept."""
    own = named[role]
    ours = own.actor.actor_id if own and own.actor else None
    others = [one for one in found if one.actor and one.actor.actor_id in kept and one.actor.actor_id != ours]
    return (own, *others) if own else tuple(others)


def _argument(
    event: CodedEvent, role: ArgumentRole, span: Span, text: str, named: FoundMention | None
) -> EventArgument:
    said = next((one for one in event.arguments if one.role == role and _touches(one, span)), None)
    actor_id = named.actor.actor_id if named and named.actor else said.actor_id if said else None
    return EventArgument(role, span.start, span.end, text[span.start : span.end], actor_id, False)


def _named(span: Span, mentions: Sequence[FoundMention]) -> FoundMention | None:
    """The actor named at a stretch, the longest of several."""
    there = [
        one for one in mentions if one.actor and one.mention.start < span.end and span.start < one.mention.end
    ]
    return max(there, key=lambda one: one.mention.end - one.mention.start, default=None)


def _touches(one: EventArgument, span: Span) -> bool:
    return one.start < span.end and span.start < one.end
