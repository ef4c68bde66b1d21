"""An event mention with its evidence, as lines to read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.cli.output import printable
from retold.model import EventArgument, Quantity
from retold.views import EventActor, EventRow

_ROLES = {"source": "who", "target": "to whom", "date": "when", "place": "where"}


def explained(event: EventRow) -> Iterator[str]:
    """The sentence with its trigger marked, then who, whom, when and where, each with its words, and the rules."""
    mode = f"/{event.mode}" if event.mode else ""
    yield f"{event.event_type}{mode}  {event.modality}{'' if event.polarity else ', not so'}  {event.confidence:.2f}"
    published = f"{event.published_at:%Y-%m-%d}" if event.published_at else "undated"
    yield f"  article   {event.article_id[:12]}  {printable(event.outlet or '-')}  {published}"
    yield f"  sentence  {_marked(event)}"
    for role, name in _ROLES.items():
        yield from _role(event, role, name)
    for quantity in event.quantities:
        yield f"  {quantity.kind:<9} {_amount(quantity)}  ({printable(quantity.text)!r})"
    if event.said_by:
        yield f"  said by   {printable(event.said_by)}"
    if event.literal_type != event.event_type:
        yield f"  of        {event.literal_type}: what is {_OF.get(event.modality, 'spoken of')}"
    if event.contexts:
        yield f"  about     {', '.join(event.contexts)}"
    yield f"  rules     {event.rule}"


_OF = {"planned": "planned or promised", "demanded": "demanded", "denied": "refused or denied"}


def _marked(event: EventRow) -> str:
    start, end = event.trigger_start - event.text_start, event.trigger_end - event.text_start
    text = event.text
    return printable(f"{text[:start]}[{text[start:end]}]{text[end:]}")


def _role(event: EventRow, role: str, name: str) -> Iterator[str]:
    told = [one for one in event.arguments if one.role == role]
    if role == "date" and told:
        yield f"  {name:<9} {_days(event)}  ({printable(told[0].text)!r})"
    elif role == "place" and told:
        yield f"  {name:<9} {printable(event.place or '')}, {event.place_country or 'country unknown'}"
    else:
        actors = event.sources if role == "source" else event.targets
        for one in told if role in ("source", "target") else ():
            yield f"  {name:<9} {_who(one, actors)}  ({printable(one.text)!r}{', inferred' if one.inferred else ''})"


def _who(argument: EventArgument, actors: Sequence[EventActor]) -> str:
    found = next((one for one in actors if one.actor_id == argument.actor_id), None)
    if found is None:
        return "no known actor"
    codes = [found.country, *found.sectors[:2]]
    return f"{printable(found.name)} {'/'.join(code for code in codes if code)}".rstrip()


def _days(event: EventRow) -> str:
    if event.date_start == event.date_end:
        return str(event.date_start)
    return f"{event.date_start} to {event.date_end}"


def _amount(quantity: Quantity) -> str:
    low, high = (f"{value:,.0f}" if value is not None else "?" for value in (quantity.low, quantity.high))
    number = low if low == high else f"{low} to {high}"
    return " ".join(part for part in (*quantity.hedges, number, quantity.unit or "") if part)
