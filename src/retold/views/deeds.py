"""The event mentions of a report's tellings to who does what to whom in which passage, and in how many of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from retold.archive.store import Snapshot
from retold.model import CollationCell, Modality
from retold.views.rows import one_of, rows_where
from retold.views.told import by_article, by_passage, names_of


@dataclass(frozen=True, slots=True)
class DeedView:
    """What happens, or may, in a passage of a report; of a report with one telling there are no passages.

    `sources` and `targets` are names of actors in the record, or else as told there. `trigger`, day, place are those
    of the first of the tellings that has them; `article_ids` are the tellings that code the same there: the type,
    its actors and whether it happened.
    """

    passage: int | None
    event_type: str
    mode: str | None
    literal_type: str
    modality: Modality
    polarity: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    date_start: date | None
    date_end: date | None
    place: str | None
    trigger: str
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Told:
    """The columns of an event mention that are shown."""

    article_id: str
    sentence: int
    trigger_start: int
    trigger: str
    event_type: str
    mode: str | None
    literal_type: str
    modality: Modality
    polarity: bool
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_text: str | None
    target_text: str | None
    date_start: date | None
    date_end: date | None
    place: str | None


_Key = tuple[str, Modality, bool, tuple[str, ...], tuple[str, ...]]


def deeds(
    snapshot: Snapshot, orders: Mapping[str, Sequence[str]], cells: Mapping[str, Iterable[CollationCell]]
) -> dict[str, tuple[DeedView, ...]]:
    """Who does what to whom in each report, in the order of its passages; what nobody does is left out.

    orders: the articles of each report. cells: its collation.
    """
    articles = {article for order in orders.values() for article in order}
    told = rows_where(snapshot, _Told, "event_mentions", one_of("article_id", articles))
    acted = sorted((one for one in told if one.sources or one.source_text), key=lambda one: one.trigger_start)
    names = names_of(snapshot, (actor_id for one in acted for actor_id in (*one.sources, *one.targets)))
    told_in = by_article(acted)

    def same(_passage: int | None, one: _Told) -> _Key:
        return _key(one, names)

    return {
        report: tuple(_deed(*group) for group in by_passage(order, cells.get(report, ()), told_in, same))
        for report, order in orders.items()
    }


def _key(one: _Told, names: Mapping[str, str]) -> _Key:
    sources = _named(one.sources, one.source_text, names)
    return one.event_type, one.modality, one.polarity, sources, _named(one.targets, one.target_text, names)


def _named(ids: Iterable[str], told: str | None, names: Mapping[str, str]) -> tuple[str, ...]:
    """The actors' names, or what the text calls somebody who is no known actor."""
    return tuple(dict.fromkeys(names[one] for one in ids if one in names)) or ((told,) if told else ())


def _deed(passage: int | None, key: _Key, told: Sequence[_Told]) -> DeedView:
    event_type, modality, polarity, sources, targets = key
    dated = next((one for one in told if one.date_start), told[0])
    return DeedView(
        passage=passage,
        event_type=event_type,
        mode=next((one.mode for one in told if one.mode), None),
        literal_type=told[0].literal_type,
        modality=modality,
        polarity=polarity,
        sources=sources,
        targets=targets,
        date_start=dated.date_start,
        date_end=dated.date_end,
        place=next((one.place for one in told if one.place), None),
        trigger=told[0].trigger,
        article_ids=tuple(dict.fromkeys(one.article_id for one in told)),
    )
