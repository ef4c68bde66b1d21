"""What the exchange formats share: whether an event is told as having taken place, and on which days."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from retold.views.event_list import EventRow

# A row's modality is that of what is spoken of. Speaking of it is itself what happened where the type says so: a
# promise (AGREE, CONCEDE), a threat, a demand, a refusal.
_SPOKEN: Mapping[str, frozenset[str]] = {
    "demanded": frozenset(("REQUEST",)),
    "denied": frozenset(("REJECT",)),
}
# Here the type alone does not tell a promise that was made from one that may come; another literal type does.
_SPOKEN_OF: Mapping[str, frozenset[str]] = {
    "planned": frozenset(("AGREE", "CONCEDE", "THREATEN")),
    "hypothetical": frozenset(("THREATEN",)),
}


@dataclass(frozen=True, slots=True)
class EventDays:
    """First and last day of an event. `basis`: the text tells them, or the day of publication stands in."""

    start: date
    end: date
    basis: Literal["text", "published"]


def took_place(event: EventRow) -> bool:
    """Whether the event of this type is told as having taken place, in the present of the article.

    What is planned, supposed, demanded, denied or history did not, but the promise, the threat, the demand and the
    refusal did: "refused to meet" is a REJECT that took place. Where the refused is itself a REJECT ("did not
    reject"), the row does not tell the two apart, and we take it for a refusal.
    """
    if event.modality == "actual":
        return event.polarity
    if event.event_type in _SPOKEN.get(event.modality, ()):
        return True
    spoken_of = event.literal_type != event.event_type
    return spoken_of and event.event_type in _SPOKEN_OF.get(event.modality, ())


def days_of(event: EventRow) -> EventDays | None:
    """When the event was; None where that is not known.

    The day of publication stands in only for what took place and is not dated, or is dated ahead: the day of a
    meeting is not that of its announcement.
    """
    happened = took_place(event)
    published = event.published_at.date() if event.published_at else None
    start, end = event.date_start, event.date_end or event.date_start
    if start and end and not (happened and published and start > published):
        return EventDays(start, end, "text")
    return EventDays(published, published, "published") if happened and published else None
