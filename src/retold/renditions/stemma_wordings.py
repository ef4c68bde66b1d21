"""Tellings of a report to its distinct wordings, each with the tellings that have it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from retold.renditions.stemma_characters import Told
from retold.renditions.telling import Telling
from retold.text import words

_LATE = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Wording:
    """What one or more tellings say word for word.

    `tellings` has the earliest first, those without a time last; of these the ones that others credit come first,
    then those that credit someone themselves: a credit is lost in copying, hardly ever gained.
    """

    told: Mapping[int, Told]
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """The telling from which the others of this wording are taken to come."""
        return self.tellings[0]

    @property
    def length(self) -> int:
        """Words in all passages."""
        return sum(len(told) for told in self.told.values())

    @property
    def agencies(self) -> frozenset[str]:
        """The agencies its tellings credit."""
        return frozenset(telling.agency for telling in self.tellings if telling.agency)

    @property
    def sources(self) -> frozenset[str]:
        """The outlets of its tellings."""
        return frozenset(telling.source for telling in self.tellings if telling.source)


def wordings(tellings: Sequence[Telling]) -> list[Wording]:
    """The distinct wordings: by time, those without one last and the fullest of them first; ids break ties.

    Case, punctuation and house style make no difference. The order of input does not matter.
    """
    credited = {telling.agency for telling in tellings}
    alike: dict[tuple[tuple[int, Told], ...], list[Telling]] = {}
    for telling in sorted(tellings, key=lambda one: _by_time(one, credited)):
        told = {passage: tuple(words(text)) for passage, text in telling.passages.items()}
        alike.setdefault(tuple(sorted(told.items())), []).append(telling)
    found = [Wording(dict(told), tuple(having)) for told, having in alike.items()]
    return sorted(found, key=_in_order)


def _by_time(telling: Telling, credited: Collection[str | None]) -> tuple[datetime, bool, bool, str]:
    unnamed = telling.source is None or telling.source not in credited
    return telling.published_at or _LATE, unnamed, telling.agency is None, telling.article_id


def _in_order(wording: Wording) -> tuple[datetime, int, str]:
    first = wording.first
    return first.published_at or _LATE, -wording.length, first.article_id
