"""An event mention to one flat row, for CSV: actors by name, what is nested as JSON."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from retold.archive.values import json_text
from retold.views.event_list import EventActor, EventRow

_JOINED = "; "
_ACTORS = ("sources", "targets")
_NESTED = ("arguments", "quantities")


def _columns() -> tuple[str, ...]:
    names: list[str] = []
    for field in dataclasses.fields(EventRow):
        names.append(field.name)
        if field.name in _ACTORS:
            names += [f"{field.name}_countries", f"{field.name}_ids"]
    return tuple(names)


FLAT_COLUMNS = _columns()
"""The fields of `EventRow`, with the countries and the ids of sources and targets behind their names."""


def flat_row(event: EventRow) -> tuple[object, ...]:
    """The values of `FLAT_COLUMNS`.

    Several values are joined by "; ", in the order of the actors; an actor without a country has "-" there, so that
    names, countries and ids stand for the same actors place by place.
    """
    values = {field.name: getattr(event, field.name) for field in dataclasses.fields(event)}
    for name in _ACTORS:
        values |= _actors(name, values[name])
    for name in _NESTED:
        values[name] = json_text([dataclasses.asdict(one) for one in values[name]])
    values["contexts"] = _JOINED.join(event.contexts)
    return tuple(values[name] for name in FLAT_COLUMNS)


def _actors(name: str, actors: Sequence[EventActor]) -> dict[str, str]:
    return {
        name: _JOINED.join(one.name for one in actors),
        f"{name}_countries": _JOINED.join(one.country or "-" for one in actors),
        f"{name}_ids": _JOINED.join(one.actor_id for one in actors),
    }
