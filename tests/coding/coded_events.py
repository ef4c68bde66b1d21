"""What the coder makes of a text, with its actors by name, for tests to look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from retold.actors.dictionary import dictionary
from retold.coding.article import FoundEvents, found_events
from retold.coding.coder import PROFILE, THRESHOLD
from retold.coding.states import country_of, states_by_id
from retold.model import ArgumentRole, EventMention
from retold.reading.article import read_text
from retold.reading.parser import parser_named

PUBLISHED = datetime(2023, 5, 10, tzinfo=UTC)
"""A Wednesday."""


@dataclass(frozen=True, slots=True)
class Coded:
    """An event mention, and who stands in its roles by name, and of which states they are, by their codes."""

    row: EventMention
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_states: frozenset[str]
    target_states: frozenset[str]

    @property
    def kind(self) -> str:
        return f"{self.row.event_type}/{self.row.mode}" if self.row.mode else self.row.event_type

    def words(self, role: ArgumentRole) -> str:
        """The words that the text itself has in a role."""
        return "; ".join(one.text for one in self.row.arguments if one.role == role and not one.inferred)


def found_in(text: str, profile: str = PROFILE, threshold: float = THRESHOLD) -> FoundEvents:
    """Mentions, statements and events of a text published on `PUBLISHED`."""
    article = read_text(text, parser_named(), "a" * 32, PUBLISHED)
    return found_events(article, profile=profile, threshold=threshold)


def coded(text: str, profile: str = PROFILE) -> list[Coded]:
    """The events of a text above the threshold."""
    found = found_in(text, profile)
    actors = {
        **states_by_id(dictionary()),
        **{one.actor.actor_id: one for one in found.mentions if one.actor},
    }

    def names(ids: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(one.name for key in ids if (one := actors[key].actor))

    def states(ids: tuple[str, ...]) -> frozenset[str]:
        return frozenset(code for key in ids if (code := country_of(actors[key])))

    return [
        Coded(row, names(row.sources), names(row.targets), states(row.sources), states(row.targets))
        for row in found.events
    ]


def kinds(text: str, profile: str = PROFILE) -> list[str]:
    """The types, or types and modes, of the events of a text."""
    return [one.kind for one in coded(text, profile)]


def of_type(text: str, event_type: str) -> Coded:
    """The only event of a type in a text."""
    [found] = [one for one in coded(text) if one.row.event_type == event_type]
    return found
