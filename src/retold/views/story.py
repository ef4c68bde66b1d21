"""One story to what a reader wants to see of it: its reports, who derives from whom, and what they say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import pyarrow.dataset as ds

from retold.archive.store import Snapshot
from retold.errors import NotFound
from retold.model import CollationCell, ConsensusPassage, Membership, Rendition, RenditionKind, Story
from retold.views.deeds import DeedView, deeds
from retold.views.edition import UNEDITED, editions
from retold.views.naming import only_story, story_named
from retold.views.passages import PassageView, passages_side_by_side, told_in
from retold.views.rows import one_of, rows_where
from retold.views.sayings import SayingView, sayings
from retold.views.stemma import tree_order
from retold.views.variants import VariantView

_LATE = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class RenditionView:
    """An article as a telling of its report.

    `depth` is the number of tellings between it and the root of the tree. What the renditions stage has not worked
    out yet is None.
    """

    article_id: str
    external_id: str | None
    source: str | None
    agency: str | None
    title: str | None
    url: str | None
    published_at: datetime | None
    depth: int
    parent_id: str | None
    second_parent_id: str | None
    kind: RenditionKind | None
    copied_share: float | None
    confidence: float | None
    evidence: str | None


@dataclass(frozen=True, slots=True)
class ReportView:
    """One independent text and everything derived from it.

    `original_id`: the telling that is the original, or stands for it when it is lost. `original_lost`: some telling
    goes back to a text that was not found. `agency`: the wire most of the tellings credit. `source` and `title` are
    those of the first telling. `renditions` are in the order of their tree, each after its parent. `passages` stand
    in the order of the text. `variants` are the places where the tellings differ, those that change the meaning
    first, and `consensus` is the text as it probably stood; both are empty until the variants stage has run.
    `sayings`: who says what in which passage, `deeds`: who does what to whom.
    """

    report_id: str
    agency: str | None
    source: str | None
    title: str | None
    original_id: str | None
    original_lost: bool
    renditions: tuple[RenditionView, ...]
    passages: tuple[PassageView, ...]
    variants: tuple[VariantView, ...]
    consensus: tuple[ConsensusPassage, ...]
    sayings: tuple[SayingView, ...]
    deeds: tuple[DeedView, ...]


@dataclass(frozen=True, slots=True)
class StoryView:
    """A story as of a version of the record; the report with most tellings comes first."""

    version: int
    story_id: str
    headline: str
    first_published: datetime | None
    last_published: datetime | None
    article_count: int
    report_count: int
    reports: tuple[ReportView, ...]


@dataclass(frozen=True, slots=True)
class _Byline:
    """The columns of an article that are shown."""

    article_id: str
    external_id: str | None
    source: str | None
    agency: str | None
    title: str | None
    url: str | None
    published_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Wording:
    """The columns of a sentence that are shown."""

    article_id: str
    sentence: int
    text: str


def story_view(snapshot: Snapshot, name: str | None = None, *, passages: bool = True) -> StoryView:
    """The story of that name (see `naming.story_named`), by default the only one. Raises NotFound.

    Without `passages` these, the variants and the consensus are left empty, which is quicker.
    """
    story = only_story(snapshot) if name is None else story_named(snapshot, name)
    reports: dict[str, list[str]] = {}
    for member in rows_where(snapshot, Membership, "memberships", ds.field("story_id") == story.story_id):
        reports.setdefault(member.report_id, []).append(member.article_id)
    told = _tellings(snapshot, reports)
    views = [_report(report_id, [told[article] for article in ids]) for report_id, ids in reports.items()]
    if passages:
        views = _with_passages(snapshot, views)
    return _story(snapshot.version, story, views)


def only_report(view: StoryView, name: str) -> StoryView:
    """The story with one of its reports: its number from 1, or the first digits (four or more) of its id.

    Raises NotFound.
    """
    if name.isascii() and name.isdigit() and 1 <= int(name) <= len(view.reports):
        return replace(view, reports=(view.reports[int(name) - 1],))
    found = [
        report for report in view.reports if len(name) >= 4 and report.report_id.startswith(name.lower())
    ]
    if len(found) != 1:
        known = ", ".join(
            f"{number} ({report.report_id[:8]})" for number, report in enumerate(view.reports, 1)
        )
        raise NotFound(f"no single report of this story answers to {name!r}; there are {known}")
    return replace(view, reports=(found[0],))


def _story(version: int, story: Story, reports: Iterable[ReportView]) -> StoryView:
    ordered = sorted(reports, key=lambda report: (-len(report.renditions), _first(report), report.report_id))
    return StoryView(
        version=version,
        story_id=story.story_id,
        headline=story.headline,
        first_published=story.first_published,
        last_published=story.last_published,
        article_count=story.articles,
        report_count=story.reports,
        reports=tuple(ordered),
    )


def _tellings(snapshot: Snapshot, reports: Mapping[str, Sequence[str]]) -> dict[str, RenditionView]:
    """The articles of some reports, at depth 0."""
    report_of = {article: report for report, articles in reports.items() for article in articles}
    wanted = one_of("article_id", report_of)
    made = {
        rendition.article_id: rendition
        for rendition in rows_where(snapshot, Rendition, "renditions", wanted)
        if rendition.report_id == report_of[rendition.article_id]
    }
    bylines = rows_where(snapshot, _Byline, "articles", wanted)
    return {byline.article_id: _telling(byline, made.get(byline.article_id)) for byline in bylines}


def _telling(byline: _Byline, made: Rendition | None) -> RenditionView:
    return RenditionView(
        article_id=byline.article_id,
        external_id=byline.external_id,
        source=byline.source,
        agency=byline.agency,
        title=byline.title,
        url=byline.url,
        published_at=byline.published_at,
        depth=0,
        parent_id=made.parent_id if made else None,
        second_parent_id=made.second_parent_id if made else None,
        kind=made.kind if made else None,
        copied_share=made.copied_share if made else None,
        confidence=made.confidence if made else None,
        evidence=made.evidence if made else None,
    )


def _report(report_id: str, tellings: Sequence[RenditionView]) -> ReportView:
    by_id = {telling.article_id: telling for telling in sorted(tellings, key=_by_time)}
    tree = tree_order({telling.article_id: telling.parent_id for telling in by_id.values()})
    renditions = tuple(replace(by_id[article], depth=depth) for article, depth in tree)
    roots = [telling for telling in renditions if telling.depth == 0]
    original = next((root for root in roots if root.kind == "original"), None)
    first = original or next(iter(by_id.values()))
    return ReportView(
        report_id=report_id,
        agency=_commonest(telling.agency for telling in renditions),
        source=first.source,
        title=first.title,
        original_id=original.article_id if original else None,
        original_lost=any(root.kind not in ("original", None) for root in roots),
        renditions=renditions,
        passages=(),
        variants=(),
        consensus=(),
        sayings=(),
        deeds=(),
    )


def _with_passages(snapshot: Snapshot, reports: Sequence[ReportView]) -> list[ReportView]:
    members = {report.report_id: {telling.article_id for telling in report.renditions} for report in reports}
    told = rows_where(snapshot, _Wording, "sentences", one_of("article_id", set().union(*members.values())))
    sentences = {(sentence.article_id, sentence.sentence): sentence.text for sentence in told}
    cells: dict[str, list[CollationCell]] = {report: [] for report in members}
    for cell in rows_where(snapshot, CollationCell, "collation", one_of("report_id", members)):
        # A run that ended before the collation leaves one that is of older sentences and members.
        known = all((cell.article_id, number) in sentences for number in cell.sentences)
        if known and cell.article_id in members[cell.report_id]:
            cells[cell.report_id].append(cell)
    edited = editions(snapshot, cells)
    orders = {report.report_id: _order(report, cells[report.report_id], sentences) for report in reports}
    said, done = sayings(snapshot, orders, cells), deeds(snapshot, orders, cells)
    return [
        replace(
            report,
            passages=passages_side_by_side(orders[report.report_id], cells[report.report_id], sentences),
            variants=found.variants,
            consensus=found.consensus,
            sayings=said[report.report_id],
            deeds=done[report.report_id],
        )
        for report in reports
        for found in [edited.get(report.report_id, UNEDITED)]
    ]


def _order(
    report: ReportView, cells: Sequence[CollationCell], sentences: Mapping[tuple[str, int], str]
) -> list[str]:
    """The articles of a report: the original, then the fuller before the others."""
    fullness = Counter[str]()
    for cell in cells:
        fullness[cell.article_id] += len(told_in(cell, sentences))
    ids = [telling.article_id for telling in report.renditions]
    return sorted(ids, key=lambda article: (article != report.original_id, -fullness[article]))


def _commonest(names: Iterable[str | None]) -> str | None:
    counted = Counter(name for name in names if name)
    return min(counted, key=lambda name: (-counted[name], name), default=None)


def _by_time(telling: RenditionView) -> tuple[datetime, str]:
    return telling.published_at or _LATE, telling.article_id


def _first(report: ReportView) -> datetime:
    return min(_by_time(telling)[0] for telling in report.renditions)
