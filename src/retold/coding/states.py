"""States as actors: the one a code stands for, the one a mention is of, and which actors act for or against one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from retold.actors.actor_ids import actor_id
from retold.actors.cast import Named
from retold.actors.dictionary import Dictionary
from retold.actors.mentions import INFERRED, FoundMention
from retold.actors.resolving import ResolvedActor
from retold.model import Mention

_POLITICAL = frozenset(
    ("GOV", "MIL", "LEG", "JUD", "COP", "REB", "SPY", "UAF", "PRM", "PTY", "OPP", "REF", "ELI", "PRE")
)
_BETWEEN_STATES = frozenset(("IGO", "UNO", "EUR"))


def state_mention(code: str, start: int, end: int, text: str, known: Dictionary) -> FoundMention | None:
    """A state as if it were named there."""
    actor = _named(code, known)
    if actor is None:
        return None
    return FoundMention(Mention("", 0, start, end, text, "country", actor.actor_id, INFERRED, 0.5), actor)


def names_state(found: FoundMention) -> bool:
    """Whether a mention names a state."""
    return found.actor is not None and found.actor.kind == "country"


@lru_cache(maxsize=1000)
def _named(code: str, known: Dictionary) -> Named | None:
    entry = known.states.get(code)
    if entry is None:
        return None
    resolved = ResolvedActor(entry.name, "country", code, (), INFERRED, 0.5, None, entry)
    return Named(actor_id("country", entry.name, code), entry.name, "country", resolved)


def country_of(found: FoundMention | None) -> str | None:
    """The country of the actor a mention names."""
    resolved = found.actor.resolved if found is not None and found.actor is not None else None
    return resolved.country if resolved is not None else None


def countries_of(found: Iterable[FoundMention]) -> list[str]:
    """The countries of those that mentions name, as far as they are known."""
    return [country for one in found if (country := country_of(one))]


@lru_cache(maxsize=4)
def states_by_id(known: Dictionary) -> Mapping[str, FoundMention]:
    """The states of the dictionary by their ids, as if they were named nowhere."""
    found = (state_mention(code, 0, 0, "", known) for code in known.states)
    return {one.actor.actor_id: one for one in found if one is not None and one.actor is not None}


def is_political(found: FoundMention) -> bool:
    """Whether an actor is a state, of a state, against one, or of several."""
    actor = found.actor
    if actor is None or actor.kind in ("country", "military", "armed_group"):
        return actor is not None
    resolved = actor.resolved
    return resolved is not None and (
        resolved.country in _BETWEEN_STATES or not _POLITICAL.isdisjoint(resolved.sectors)
    )
