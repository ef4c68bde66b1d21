"""Sentences to fingerprints, candidates to scored pairs, pairs to stories and reports, as tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from operator import attrgetter
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from retold.identity import content_id
from retold.model import Membership, Pair, Story
from retold.schema import schema_of, table_of
from retold.stories.candidates import Keys, candidate_pairs
from retold.stories.features import comparable, compare
from retold.stories.fingerprints import fingerprint_table, prints_of
from retold.stories.grouping import Edge, group, joinable
from retold.stories.lists import lists_in
from retold.stories.scoring import judgements
from retold.stories.sharing import Numbers
from retold.stories.word_runs import Ids

_LATE = datetime.max.replace(tzinfo=UTC)
_HEADLINE_CHARACTERS = 120


def fingerprint_rows(articles: pa.RecordBatch) -> pa.Table:
    """Rows of `Fingerprint` from rows with article_id, text, language and published_at."""
    texts, languages = (articles.column(name).to_pylist() for name in ("text", "language"))
    days = articles.column("published_at").cast(pa.date32()).cast(pa.int32()).cast(pa.int64())
    return fingerprint_table(articles.column("article_id"), days, prints_of(texts, languages))


def scored_pairs(window_days: int, stretch: pa.Table) -> pa.Table:
    """Rows of `Pair`: the candidates of the articles that ask, at most `window_days` days apart, compared.

    stretch: rows of `Fingerprint` sorted by article_id, with `asking`, whether the article's candidates are wanted.
    """
    ids = stretch.column("article_id")
    left, right = candidate_pairs(
        Keys(
            keys=lists_in(stretch, "keys"),
            phrases=lists_in(stretch, "phrases"),
            sounds=lists_in(stretch, "sounds"),
            language=stretch.column("language").to_numpy().astype(np.int64),
        ),
        np.array([int(identity[:8], 16) for identity in ids.to_pylist()], dtype=np.int64),
        stretch.column("asking").to_numpy(),
    )
    texts, judged = comparable(stretch), judgements()
    day = stretch.column("day").cast(pa.float64()).to_numpy()
    near = ~(np.abs(day[left] - day[right]) > window_days)
    left, right = left[near], right[near]
    features, days = compare(texts, left, right), np.abs(day[left] - day[right])
    columns: dict[str, Any] = {
        "article_a": ids.take(left),
        "article_b": ids.take(right),
        **features,
        "days": pa.array(days, from_pandas=True).cast(pa.int64()),
        "same_story": judged.same_story.probabilities(features, days),
        "same_report": judged.same_report.probabilities(features),
    }
    return pa.table(columns).cast(schema_of(Pair))


def membership_rows(articles: pa.Table, pairs: pa.Table) -> pa.Table:
    """Stories and reports of all articles: articles are grouped to reports, and reports to stories.

    articles: article_id, published_at, length (characters). pairs: article_a, article_b, same_story, same_report.
    Both are named after their founder, the article published first.
    """
    founders = {
        row["article_id"]: (row["published_at"] or _LATE, row["article_id"]) for row in articles.to_pylist()
    }
    length = dict(zip(*(articles.column(name).to_pylist() for name in ("article_id", "length")), strict=True))
    ids = articles.column("article_id")
    left, right = (pc.index_in(pairs.column(name), ids).to_numpy() for name in ("article_a", "article_b"))
    same_story, same_report = (pairs.column(name).to_numpy() for name in ("same_story", "same_report"))
    names = ids.to_pylist()
    reports = {
        _named("report", members, founders): members
        for members in group(names, _edges(names, left, right, same_report), fullness=length)
    }
    labels = list(reports)
    number = {article: place for place, members in enumerate(reports.values()) for article in members}
    report_of = np.array([number[name] for name in names], dtype=np.int64)
    between = _between_reports(len(labels), report_of[left], report_of[right], same_story)
    found = []
    for told in group(labels, _edges(labels, *between)):
        story = _named("story", (name for label in told for name in reports[label]), founders)
        found += [Membership(name, story, label) for label in told for name in reports[label]]
    return table_of(Membership, sorted(found, key=attrgetter("article_id")))


def _edges(names: Sequence[str], left: Ids, right: Ids, probability: Numbers) -> list[Edge]:
    """The judged pairs that can have a part in a group: of others no join can come of."""
    kept = joinable(len(names), left, right, probability)
    sides = ([names[place] for place in side[kept].tolist()] for side in (left, right))
    return list(zip(*sides, probability[kept].tolist(), strict=True))


def _between_reports(count: int, left: Ids, right: Ids, probability: Numbers) -> tuple[Ids, Ids, Numbers]:
    """Pairs of reports, each with the mean probability of the judged pairs of their articles."""
    low, high = np.minimum(left, right), np.maximum(left, right)
    packed, place = np.unique((low * count + high)[low != high], return_inverse=True)
    order = np.lexsort((probability[low != high], place))  # sums in one order whatever that of the pairs
    total = np.bincount(place[order], probability[low != high][order], minlength=len(packed))
    mean = total / np.bincount(place, minlength=len(packed))
    return packed // max(1, count), packed % max(1, count), mean


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
