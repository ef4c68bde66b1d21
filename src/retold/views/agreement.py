"""A record held against the known truth about its articles: how much of it is right."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from retold.archive.store import Snapshot
from retold.model import Membership, Rendition, RenditionKind
from retold.views.planted_changes import PlantedChange, changes_found, changes_to_facts
from retold.views.rows import one_of, rows_where


@dataclass(frozen=True, slots=True)
class Truth:
    """How an article was really made; `parent` is None for an original and for what comes from a lost one.

    `changes` are those made in it to facts, as against wording.
    """

    id: str
    story: str
    report: str
    parent: str | None
    kind: RenditionKind
    changes: tuple[PlantedChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Agreement:
    """Counts of what was found right, and of what there was to find.

    A story is right when the articles of one found story are its articles, no more and no fewer; likewise a report.
    Parents are counted over the articles that are no originals: right when it is the one it was made from, or none
    where that is lost. `changes` are those to facts, found when they come out as a variant.
    """

    articles: int
    stories_right: int
    stories: int
    reports_right: int
    reports: int
    kinds_right: int
    parents_right: int
    copies: int
    changes_found: int
    changes: int


def truth_of(path: Path) -> list[Truth]:
    """The truth in a JSONL file; other fields than `Truth` has are left out."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        Truth(
            row["id"],
            row["story"],
            row["report"],
            row["parent"],
            row["kind"],
            changes_to_facts(row["changes"]),
        )
        for row in rows
    ]


def agreement(snapshot: Snapshot, truth: Sequence[Truth]) -> Agreement:
    """How far the record agrees with the truth. Articles are known by `external_id`; others are left out."""
    known = {row.id for row in truth}
    found = snapshot.dataset("articles").to_table(
        ["article_id", "external_id"], filter=one_of("external_id", known)
    )
    external = {row["article_id"]: row["external_id"] for row in found.to_pylist()}
    wanted = one_of("article_id", external)
    members = rows_where(snapshot, Membership, "memberships", wanted)
    made = {external[row.article_id]: row for row in rows_where(snapshot, Rendition, "renditions", wanted)}
    planted = {row.id: row.changes for row in truth}
    stories = _groups((row.id, row.story) for row in truth)
    reports = _groups((row.id, row.report) for row in truth)
    copies = [row for row in truth if row.kind != "original"]
    return Agreement(
        articles=len(truth),
        stories_right=len(stories & _groups((external[row.article_id], row.story_id) for row in members)),
        stories=len(stories),
        reports_right=len(reports & _groups((external[row.article_id], row.report_id) for row in members)),
        reports=len(reports),
        kinds_right=sum(row.id in made and made[row.id].kind == row.kind for row in truth),
        parents_right=sum(row.id in made and _parent(made[row.id], external) == row.parent for row in copies),
        copies=len(copies),
        changes_found=changes_found(
            snapshot, members, {article: planted[name] for article, name in external.items()}
        ),
        changes=sum(len(row.changes) for row in truth),
    )


def _groups(labelled: Iterable[tuple[str, str]]) -> set[frozenset[str]]:
    """The sets of things that have one label."""
    groups: dict[str, set[str]] = {}
    for thing, label in labelled:
        groups.setdefault(label, set()).add(thing)
    return {frozenset(group) for group in groups.values()}


def _parent(made: Rendition, external: Mapping[str, str]) -> str | None:
    return None if made.parent_id is None else external.get(made.parent_id, made.parent_id)
