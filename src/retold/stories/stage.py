"""Sentences to fingerprints, candidates to scored pairs, pairs to stories and reports, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from math import fsum

import pyarrow as pa

from retold.identity import content_id
from retold.model import Fingerprint, Membership, Pair, Sentence, Story
from retold.schema import rows_of, table_of
from retold.stories.features import Features, compare_all
from retold.stories.fingerprints import fingerprint
from retold.stories.grouping import Edge, group
from retold.stories.profile import profiles
from retold.stories.scoring import judgements

_LATE = datetime.max.replace(tzinfo=UTC)
_HEADLINE_CHARACTERS = 120


def fingerprint_rows(sentences: pa.Table) -> pa.Table:
    """The fingerprint of one article: rows of `Sentence` in order, with the article's language and published_at."""
    article_id, language, published_at = (
        sentences.column(name)[0].as_py() for name in ("article_id", "language", "published_at")
    )
    made = fingerprint(article_id, rows_of(Sentence, sentences), language, published_at)
    return table_of(Fingerprint, [made])


def scored_pairs(fingerprints: pa.Table) -> pa.Table:
    """Pairs of the article in column `anchor` with each of the others.

    Rows of `Fingerprint` without the keys, the anchor's own among them.
    """
    anchor = fingerprints.column("anchor")[0].as_py()
    ids, days = (fingerprints.column(name).to_pylist() for name in ("article_id", "day"))
    laid_out = profiles(fingerprints)
    own = ids.index(anchor)
    others = sorted((number for number in range(len(ids)) if number != own), key=ids.__getitem__)
    compared = compare_all(laid_out[own], [laid_out[number] for number in others])
    return table_of(
        Pair,
        (
            _scored(anchor, ids[number], features, _days_between(days[own], days[number]))
            for number, features in zip(others, compared, strict=True)
        ),
    )


def _scored(left: str, right: str, features: Features, days: int | None) -> Pair:
    """The pair with what its features and the days between the two amount to."""
    judged = judgements()
    return Pair(
        article_a=left,
        article_b=right,
        **features._asdict(),
        days=days,
        same_story=judged.same_story.probability(features, days),
        same_report=judged.same_report.probability(features),
    )


def _days_between(left: int | None, right: int | None) -> int | None:
    return None if left is None or right is None else abs(left - right)


def membership_rows(articles: pa.Table, pairs: pa.Table) -> pa.Table:
    """Stories and reports of all articles: articles are grouped to reports, and reports to stories.

    articles: article_id, published_at, length (characters). pairs: article_a, article_b, same_story, same_report.
    Both are named after their founder, the article published first.
    """
    founders = {
        row["article_id"]: (row["published_at"] or _LATE, row["article_id"]) for row in articles.to_pylist()
    }
    length = dict(zip(*(articles.column(name).to_pylist() for name in ("article_id", "length")), strict=True))
    edges = [tuple(row.values()) for row in pairs.to_pylist()]
    reports = group(founders, ((a, b, same_report) for a, b, _, same_report in edges), fullness=length)
    report = {article: _named("report", members, founders) for members in reports for article in members}
    between = _between_reports(((a, b, same_story) for a, b, same_story, _ in edges), report)
    stories = {
        label: number for number, labels in enumerate(group(report.values(), between)) for label in labels
    }
    members: dict[int, list[str]] = {}
    for article, label in report.items():
        members.setdefault(stories[label], []).append(article)
    story = {number: _named("story", found, founders) for number, found in members.items()}
    return table_of(
        Membership,
        (Membership(article, story[stories[label]], label) for article, label in sorted(report.items())),
    )


def _between_reports(edges: Iterable[Edge], report: Mapping[str, str]) -> list[Edge]:
    """Pairs of reports, each with the mean probability of the judged pairs of their articles."""
    judged: dict[tuple[str, str], list[float]] = {}
    for a, b, probability in edges:
        if report[a] != report[b]:
            first, second = sorted((report[a], report[b]))
            judged.setdefault((first, second), []).append(probability)
    return [(a, b, fsum(found) / len(found)) for (a, b), found in judged.items()]


def story_rows(articles: pa.Table) -> pa.Table:
    """The story of articles with story_id, report_id, title, beginning, source, agency and published_at."""
    rows = sorted(articles.to_pylist(), key=lambda row: (row["published_at"] or _LATE, row["article_id"]))
    times = [row["published_at"] for row in rows if row["published_at"]]
    titles = [row["title"] or _shortened(row["beginning"]) for row in rows]
    story = Story(
        story_id=rows[0]["story_id"],
        headline=next((row["title"] for row in rows if row["title"]), titles[0]),
        first_published=min(times, default=None),
        last_published=max(times, default=None),
        articles=len(rows),
        reports=len({row["report_id"] for row in rows}),
        independent_sources=_independent_sources(rows),
    )
    return table_of(Story, [story])


def _named(kind: str, members: Iterable[str], founders: Mapping[str, tuple[datetime, str]]) -> str:
    return content_id(kind, min(founders[member] for member in members)[1])


def _independent_sources(rows: list[dict[str, str | None]]) -> int:
    """Reports that neither share an agency nor, without one, an outlet: two reports of one agency are one source."""
    return len({_origin(report, rows) for report in {row["report_id"] for row in rows}})


def _origin(report: str | None, rows: list[dict[str, str | None]]) -> str | None:
    members = [row for row in rows if row["report_id"] == report]
    agencies = sorted(agency for row in members if (agency := row["agency"]))
    return agencies[0] if agencies else members[0]["source"] or report


def _shortened(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _HEADLINE_CHARACTERS else line[: _HEADLINE_CHARACTERS - 1] + "…"
