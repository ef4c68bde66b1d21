"""A coded event to its row of the table: with when and where, how many, about what, and whose words it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from retold.actors.dictionary import Dictionary
from retold.coding.codebook.codebook import codebook
from retold.coding.codebook.contexts import contexts_of
from retold.coding.coder import CodedEvent
from retold.coding.places.places import Place, place_of
from retold.coding.quantities.quantities import quantities_of
from retold.identity import content_id
from retold.model import ArgumentRole, EventArgument, EventMention, Quantity, Statement
from retold.reading.dates_calendar import ResolvedDate
from retold.reading.dates_clauses import Dated, date_of
from retold.reading.parse import Reading, Word

_OTHER_CLAUSES = frozenset(("relcl", "advcl", "ccomp", "parataxis"))
_FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "our"))
_JOINED = "; "


# What only says that something happened, or did not: whose words it is in is asked of what is told. Other operators
# are themselves what is done, by speaking: a promise, a charge.
_TELLING = frozenset(("announce", "deny"))


@dataclass(frozen=True, slots=True)
class UnplacedRow:
    """A row in places of its sentence, of no article yet. `told`: where the event stands in somebody's words."""

    row: EventMention
    told: int


def unplaced(
    reading: Reading, text: str, event: CodedEvent, published: date | None, known: Dictionary
) -> UnplacedRow:
    """The row of an event as its sentence tells it; text: the one the reading's places are of."""
    row, meaning = _row_of(reading, text, event, published, known), event.meaning
    is_told = meaning.operator in _TELLING and event.code.event_type == meaning.literal.event_type
    return UnplacedRow(row, meaning.core.start if is_told else row.trigger_start)


def _row_of(
    reading: Reading, text: str, event: CodedEvent, published: date | None, known: Dictionary
) -> EventMention:
    """What its sentence tells of an event as a row of no article, under no statement."""
    meaning, code = event.meaning, event.code
    start = min(word.start for word in meaning.trigger)
    end = max(word.end for word in meaning.trigger)
    dated, place = _when(reading, event, published), _where(reading, event, known)
    days = _days(dated.date) if dated else (None, None)
    return EventMention(
        event_mention_id="",
        article_id="",
        sentence=0,
        trigger_start=start,
        trigger_end=end,
        trigger=text[start:end],
        event_type=code.event_type,
        mode=code.mode,
        contexts=contexts_of(reading, _clause(reading, meaning.head), meaning.contexts),
        quad=codebook().quad_of(code.event_type),
        score=codebook().score_of(code.event_type, code.mode),
        sources=(),
        targets=(),
        source_text=_told(event.arguments, "source"),
        target_text=_told(event.arguments, "target"),
        date_start=days[0],
        date_end=days[1],
        date_granularity=dated.date.granularity if dated else None,
        place=place.name if place else None,
        place_country=place.country if place else None,
        polarity=event.polarity,
        modality=event.modality,
        literal_type=meaning.literal.event_type,
        arguments=(*event.arguments, *_circumstances(text, dated, place)),
        quantities=quantities_of(reading, meaning.core, meaning.literal.event_type),
        statement_id=None,
        rule=" < ".join(event.rules),
        confidence=event.confidence,
        event_id=None,
    )


def placed(
    found: UnplacedRow, article_id: str, sentence: int, offset: int, said: Iterable[Statement]
) -> EventMention:
    """The row in an article, so many characters further on; said: the statements that may hold it."""
    row = found.row
    start, end = row.trigger_start + offset, row.trigger_end + offset
    statement = _statement_at(found.told + offset, said)
    arguments = tuple(_spoken((_moved(one, offset) for one in row.arguments), statement))
    return replace(
        row,
        event_mention_id=content_id(
            "event", article_id, str(start), str(end), row.event_type, row.mode or ""
        ),
        article_id=article_id,
        sentence=sentence,
        trigger_start=start,
        trigger_end=end,
        sources=_ids(arguments, "source"),
        targets=_ids(arguments, "target"),
        arguments=arguments,
        quantities=tuple(_moved(one, offset) for one in row.quantities),
        statement_id=statement.statement_id if statement else None,
    )


Moved = TypeVar("Moved", EventArgument, Quantity)


def _moved(one: Moved, offset: int) -> Moved:
    return replace(one, start=one.start + offset, end=one.end + offset)


def _statement_at(start: int, said: Iterable[Statement]) -> Statement | None:
    """The shortest statement in whose words something is told there."""
    holding = (one for one in said if any(piece.start <= start < piece.end for piece in one.pieces))
    return min(holding, key=lambda one: (one.content_end - one.content_start, one.statement_id), default=None)


def _when(reading: Reading, event: CodedEvent, published: date | None) -> Dated | None:
    """The day of what was promised or demanded, else of the promise."""
    if published is None:
        return None
    found = (date_of(reading, word, published) for word in (event.meaning.core, event.meaning.head))
    return next((one for one in found if one is not None), None)


def _where(reading: Reading, event: CodedEvent, known: Dictionary) -> Place | None:
    found = (place_of(reading, word, known) for word in (event.meaning.core, event.meaning.head))
    return next((one for one in found if one is not None), None)


def _days(resolved: ResolvedDate) -> tuple[date, date]:
    """The days an event may have been on: of a point within something (mid-March) all that it may really mean."""
    if resolved.kind == "approximate":
        return resolved.earliest, resolved.latest
    return resolved.start, resolved.end


def _clause(reading: Reading, head: Word) -> list[Word]:
    """The words of a predicate's own clause."""
    found, waiting = [head], [head]
    while waiting:
        for child in reading.children(waiting.pop()):
            if child.dep not in _OTHER_CLAUSES:
                found.append(child)
                waiting.append(child)
    return sorted(found, key=lambda word: word.place)


def _spoken(arguments: Iterable[EventArgument], said: Statement | None) -> Iterator[EventArgument]:
    """The arguments, the "we" of somebody's own words being the speaker."""
    speaker = said.speaker_id if said is not None and said.kind != "indirect" else None
    for one in arguments:
        first_person = one.actor_id is None and one.text.lower() in _FIRST_PERSON
        yield replace(one, actor_id=speaker) if speaker and first_person else one


def _ids(arguments: Iterable[EventArgument], role: ArgumentRole) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.actor_id for one in arguments if one.role == role and one.actor_id))


def _told(arguments: Iterable[EventArgument], role: ArgumentRole) -> str | None:
    texts = dict.fromkeys(
        " ".join(one.text.split()) for one in arguments if one.role == role and not one.inferred
    )
    return _JOINED.join(texts) or None


def _circumstances(text: str, dated: Dated | None, place: Place | None) -> Iterator[EventArgument]:
    if dated is not None:
        start, end = dated.span.start, dated.span.end
        yield EventArgument("date", start, end, text[start:end], None, False)
    if place is not None:
        yield EventArgument("place", place.start, place.end, text[place.start : place.end], None, False)
