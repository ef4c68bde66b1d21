"""What the tellings of a report have, one row of a table at a time, to the passages in which they have it."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from retold.archive.store import Snapshot
from retold.model import CollationCell
from retold.views.rows import one_of, rows_where


class Told(Protocol):
    """A row that was read from a sentence."""

    @property
    def article_id(self) -> str: ...
    @property
    def sentence(self) -> int: ...


ToldT = TypeVar("ToldT", bound=Told)
KeyT = TypeVar("KeyT", bound=Hashable)


@dataclass(frozen=True, slots=True)
class _Name:
    actor_id: str
    name: str


def names_of(snapshot: Snapshot, actor_ids: Iterable[str]) -> dict[str, str]:
    """The names of actors in the record."""
    known = rows_where(snapshot, _Name, "actors", one_of("actor_id", set(actor_ids)))
    return {actor.actor_id: actor.name for actor in known}


def by_article(rows: Iterable[ToldT]) -> dict[str, list[ToldT]]:
    """The rows of each article, in the order given."""
    found: dict[str, list[ToldT]] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(row)
    return found


def by_passage(
    order: Sequence[str],
    cells: Iterable[CollationCell],
    told_in: Mapping[str, Sequence[ToldT]],
    key: Callable[[int | None, ToldT], KeyT],
) -> list[tuple[int | None, KeyT, list[ToldT]]]:
    """Rows of one key in one passage together, in the order of passages; within them, of the articles in `order`.

    A report with one telling has no passages: None. Where there are some, what stands in none is left out. `key` is
    given the passage and the row.
    """
    passage_of = {(cell.article_id, number): cell.passage for cell in cells for number in cell.sentences}
    grouped: dict[tuple[int | None, KeyT], list[ToldT]] = {}
    for article in order:
        for row in told_in.get(article, ()):
            passage = passage_of.get((article, row.sentence))
            if passage is not None or not passage_of:
                grouped.setdefault((passage, key(passage, row)), []).append(row)
    found = [(passage, shared, rows) for (passage, shared), rows in grouped.items()]
    return sorted(found, key=lambda group: group[0] or 0)
