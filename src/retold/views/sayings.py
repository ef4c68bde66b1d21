"""The statements of a report's tellings to who says what in which passage, and in how many of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.archive.store import Snapshot
from retold.model import CollationCell, Span
from retold.views.rows import one_of, rows_where


@dataclass(frozen=True, slots=True)
class SayingView:
    """What somebody says in a passage of a report; of a report with one telling there are no passages.

    `speaker` is the actor's name in the record, or as the telling names them. `pieces`: what was said, without the
    words that say so between parts of a quotation. `pieces`, `role`, `affiliation`, `channel` and `reported_by` are
    those of the first of the tellings that has them; `article_ids` are the tellings in which the speaker says
    something there.
    """

    passage: int | None
    speaker: str
    speaker_id: str | None
    pieces: tuple[str, ...]
    role: str | None
    affiliation: str | None
    channel: str | None
    reported_by: str | None
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Said:
    """The columns of a statement that are shown."""

    article_id: str
    sentence: int
    manner: str
    content_start: int
    content: str
    pieces: tuple[Span, ...]
    speaker: str | None
    speaker_id: str | None
    role: str | None
    affiliation: str | None
    channel: str | None
    reported_by: str | None


@dataclass(frozen=True, slots=True)
class _Name:
    actor_id: str
    name: str


def sayings(
    snapshot: Snapshot, orders: Mapping[str, Sequence[str]], cells: Mapping[str, Iterable[CollationCell]]
) -> dict[str, tuple[SayingView, ...]]:
    """Who says what in each report, in the order of its passages; attitudes and acts are left out.

    orders: the articles of each report; of several tellings the first of them is quoted. cells: its collation.
    """
    articles = {article for order in orders.values() for article in order}
    told = rows_where(snapshot, _Said, "statements", one_of("article_id", articles))
    spoken = [said for said in told if said.manner == "speech" and said.speaker]
    actors = {said.speaker_id for said in spoken if said.speaker_id}
    known = rows_where(snapshot, _Name, "actors", one_of("actor_id", actors))
    names = {actor.actor_id: actor.name for actor in known}
    by_article: dict[str, list[_Said]] = {}
    for said in sorted(spoken, key=lambda said: said.content_start):
        by_article.setdefault(said.article_id, []).append(said)
    return {
        report: _sayings(order, cells.get(report, ()), by_article, names) for report, order in orders.items()
    }


def _sayings(
    order: Sequence[str],
    cells: Iterable[CollationCell],
    said_in: Mapping[str, Sequence[_Said]],
    names: Mapping[str, str],
) -> tuple[SayingView, ...]:
    passage = {(cell.article_id, number): cell.passage for cell in cells for number in cell.sentences}
    if not passage:
        alone = [said for article in order for said in said_in.get(article, ())]
        return tuple(_saying(None, _who(said, names), [said]) for said in alone)
    grouped: dict[tuple[int, str], list[_Said]] = {}
    for article in order:
        for said in said_in.get(article, ()):
            place = passage.get((article, said.sentence))
            if place is not None:
                grouped.setdefault((place, _who(said, names)), []).append(said)
    return tuple(_saying(place, who, found) for (place, who), found in sorted(grouped.items(), key=_by_place))


def _who(said: _Said, names: Mapping[str, str]) -> str:
    return names.get(said.speaker_id or "", said.speaker or "")


def _by_place(item: tuple[tuple[int, str], Sequence[_Said]]) -> int:
    return item[0][0]


def _saying(passage: int | None, speaker: str, found: Sequence[_Said]) -> SayingView:
    def first(values: Iterable[str | None]) -> str | None:
        return next(filter(None, values), None)

    return SayingView(
        passage=passage,
        speaker=speaker,
        speaker_id=found[0].speaker_id,
        pieces=_pieces(found[0]),
        role=first(said.role for said in found),
        affiliation=first(said.affiliation for said in found),
        channel=first(said.channel for said in found),
        reported_by=first(said.reported_by for said in found),
        article_ids=tuple(dict.fromkeys(said.article_id for said in found)),
    )


def _pieces(said: _Said) -> tuple[str, ...]:
    begins = said.content_start
    return tuple(said.content[piece.start - begins : piece.end - begins] for piece in said.pieces)
