"""An event mention to a record of PLOVER, in the field names of its manual (0.8)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from retold.model import ArgumentRole, EventArgument, Quantity, QuantityKind, Run
from retold.views.event_list import EventActor, EventRow
from retold.views.exchange import days_of, took_place

CODEBOOK = "PLOVER 0.8"

_AUXILIARY = {
    "planned": "future",
    "hypothetical": "hypothetical",
    "demanded": "hypothetical",
    "past_background": "historical",
}
_SIZES: dict[str, QuantityKind] = {"dead": "killed", "injured": "injured", "arrested": "arrested"}
# Places have the code that other gazetteers use for Kosovo.
_COUNTRIES = {"XKX": "KOS"}
# The manual has sectors of three or six characters.
_SECTORS = 2

Record = dict[str, Any]


def plover_record(event: EventRow, run: Run) -> Record:
    """The record of an event mention; `run`: the version of the record it was read from.

    Every field is there, null or empty where the text does not tell. What PLOVER has no field for stands in `retold`.
    """
    days = days_of(event)
    return {
        "id": event.event_mention_id,
        "has_event": True,
        "date": days and days.start,
        "enddate": days and days.end,
        "actor": _entities(event, "source", event.sources),
        "recipient": _entities(event, "target", event.targets),
        "event": [event.event_type],
        "mode": [*([event.mode] if event.mode else []), *auxiliary_modes(event)],
        "context": list(event.contexts),
        "event_loc": _location(event),
        "event_text": [event.trigger],
        "quad_code": event.quad,
        "event_scale": event.score,
        "size": {name: _least(event.quantities, kind) for name, kind in _SIZES.items()},
        "link": event.story_id,
        "text": event.text,
        "text_info": {
            "sequence": event.sentence,
            "start": event.text_start,
            "end": event.text_start + len(event.text),
        },
        "cite_info": _citation(event, run),
        "coder": f"retold {run.code_version}",
        "coded_date": run.finished_at.date(),
        "retold": _beside(event),
    }


def auxiliary_modes(event: EventRow) -> tuple[str, ...]:
    """PLOVER's modes for what did not take place: historical, future, hypothetical, negation."""
    if took_place(event):
        return ()
    found = [_AUXILIARY[event.modality]] if event.modality in _AUXILIARY else []
    if event.modality == "denied" or not event.polarity:
        found.append("negation")
    return tuple(found)


def _entities(event: EventRow, role: ArgumentRole, actors: Sequence[EventActor]) -> list[Record]:
    """The actors of a role, then the words that name nobody known."""
    told = [one for one in event.arguments if one.role == role]
    known = {actor.actor_id for actor in actors}
    taken = {(one.start, one.end) for one in told if one.actor_id in known}
    found = [_entity(actor, [one for one in told if one.actor_id == actor.actor_id]) for actor in actors]
    return [*found, *(_entity(None, [one]) for one in told if (one.start, one.end) not in taken)]


def _entity(actor: EventActor | None, told: Sequence[EventArgument]) -> Record:
    return {
        "code": actor and actor.country,
        "sector": ("".join(actor.sectors[:_SECTORS]) or None) if actor else None,
        "entity_text": "; ".join(dict.fromkeys(one.text for one in told)) or None,
        "identifier_id": actor and actor.wikidata_id,
        "identifier_text": actor and actor.name,
        "actor_id": actor and actor.actor_id,
        "inferred": bool(told) and all(one.inferred for one in told),
    }


def _location(event: EventRow) -> Record | None:
    if event.place is None:
        return None
    told = next((one.text for one in event.arguments if one.role == "place"), None)
    country = event.place_country
    return {"extracted_place": told or event.place, "country_code": _COUNTRIES.get(country or "", country)}


def _least(quantities: Sequence[Quantity], kind: QuantityKind) -> int | float | None:
    """The largest of the numbers that hold at least: "at least 12, among them 3 children" are 12."""
    least = [one.low for one in quantities if one.kind == kind and one.low is not None]
    return _number(max(least)) if least else None


def _number(value: float | None) -> int | float | None:
    return int(value) if value is not None and value.is_integer() else value


def _citation(event: EventRow, run: Run) -> Record:
    return {
        "citation": event.article_id,
        "url": event.url,
        "title": event.title,
        "publication": event.outlet,
        "coder": f"retold {run.code_version}",
        "codebook": CODEBOOK,
        "version": str(run.version),
    }


def _beside(event: EventRow) -> Record:
    days = days_of(event)
    return {
        "published_at": event.published_at,
        "date_basis": days and days.basis,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "date_granularity": event.date_granularity,
        "literal_type": event.literal_type,
        "modality": event.modality,
        "polarity": event.polarity,
        "took_place": took_place(event),
        "trigger_start": event.trigger_start,
        "trigger_end": event.trigger_end,
        "quantities": list(_told(event.quantities)),
        "said_by": event.said_by,
        "statement_id": event.statement_id,
        "rule": event.rule,
        "confidence": event.confidence,
    }


def _told(quantities: Sequence[Quantity]) -> Iterator[Record]:
    for one in quantities:
        yield {
            "kind": one.kind,
            "low": _number(one.low),
            "high": _number(one.high),
            "unit": one.unit,
            "hedges": list(one.hedges),
            "text": one.text,
        }
