"""The statements of a report's tellings to who says what in which passage, and in how many of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from retold.archive.store import Snapshot
from retold.model import CollationCell, Span
from retold.views.rows import one_of, rows_where
from retold.views.told import by_article, by_passage, names_of


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


def sayings(
    snapshot: Snapshot, orders: Mapping[str, Sequence[str]], cells: Mapping[str, Iterable[CollationCell]]
) -> dict[str, tuple[SayingView, ...]]:
    """Who says what in each report, in the order of its passages; attitudes and acts are left out.

    orders: the articles of each report; of several tellings the first of them is quoted. cells: its collation.
    """
    articles = {article for order in orders.values() for article in order}
    told = rows_where(snapshot, _Said, "statements", one_of("article_id", articles))
    spoken = [said for said in told if said.manner == "speech" and said.speaker]
    names = names_of(snapshot, (said.speaker_id for said in spoken if said.speaker_id))
    said_in = by_article(sorted(spoken, key=lambda said: said.content_start))

    def same(passage: int | None, said: _Said) -> tuple[str, int]:
        # A report with one telling has no passages: each statement stands alone.
        return _who(said, names), said.content_start if passage is None else 0

    return {
        report: tuple(
            _saying(passage, who, found)
            for passage, (who, _), found in by_passage(order, cells.get(report, ()), said_in, same)
        )
        for report, order in orders.items()
    }


def _who(said: _Said, names: Mapping[str, str]) -> str:
    return names.get(said.speaker_id or "", said.speaker or "")


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
