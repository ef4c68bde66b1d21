"""Tellings of one report to its renditions: who was made from whom, how, and why we think so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from retold.model import Rendition, RenditionKind
from retold.renditions.kinds import KindJudgement, judge
from retold.renditions.stemma import Descent, stemma
from retold.renditions.telling import Telling
from retold.renditions.variants import in_order

# Of tellings that come from the lost original, one stands for it that has this share of all tellings below it.
STANDS_FOR_ALL = 0.5
# Other branches beside which a telling from the lost original is held.
SIBLINGS = 12

_LATE = datetime.max.replace(tzinfo=UTC)


def descent(story_id: str, report_id: str, tellings: Sequence[Telling]) -> list[Rendition]:
    """One row per telling, sorted by article; the result does not depend on the order of input."""
    by_id = {telling.article_id: telling for telling in tellings}
    tree = stemma(tellings)
    roots = sorted(
        (by_id[row.article_id] for row in tree if row.parent_id is None),
        key=lambda root: (root.published_at or _LATE, root.article_id),
    )
    original = _original(roots, {row.article_id: row.parent_id for row in tree}, len(tellings))
    told = set[int]().union(*(telling.passages for telling in tellings)) if len(tellings) > 1 else set()
    shared = {passage for passage in told if sum(passage in one.passages for one in tellings) > 1}
    return [
        _rendition(story_id, report_id, row, by_id, roots, original, shared)
        for row in sorted(tree, key=lambda row: row.article_id)
    ]


def kind_beside(telling: Telling, other: Telling) -> RenditionKind:
    """How the telling is made, judged by what it has in common with another of the same report."""
    return judge(telling, None, [other]).kind


def _original(roots: Sequence[Telling], parents: Mapping[str, str | None], count: int) -> str | None:
    """The telling that is the original, or stands for it: the only root, or the one most others go back to."""
    if len(roots) == 1:
        return roots[0].article_id
    below = dict.fromkeys((root.article_id for root in roots), 0)
    for article in parents:
        root = article
        while (parent := parents[root]) is not None:
            root = parent
        below[root] += 1
    first = max(roots, key=lambda root: (below[root.article_id], len(root.passages), root.article_id))
    # Of two tellings that both go back to a lost text neither is the original.
    return first.article_id if 1 < below[first.article_id] >= STANDS_FOR_ALL * count else None


def _rendition(
    story_id: str,
    report_id: str,
    row: Descent,
    by_id: Mapping[str, Telling],
    roots: Sequence[Telling],
    original: str | None,
    shared: set[int],
) -> Rendition:
    telling = by_id[row.article_id]
    parent = by_id[row.parent_id] if row.parent_id else None
    siblings = [root for root in roots if root is not telling][:SIBLINGS]
    judged = None if row.article_id == original else judge(telling, parent, siblings)
    return Rendition(
        article_id=row.article_id,
        story_id=story_id,
        report_id=report_id,
        parent_id=row.parent_id,
        second_parent_id=row.second_parent_id,
        kind="original" if judged is None else judged.kind,
        copied_share=round(_share(telling, shared), 4),
        confidence=row.confidence,
        evidence="; ".join(_evidence(telling, parent, judged, row.reasons)),
    )


def _share(telling: Telling, passages: set[int]) -> float:
    """Share of the telling's words that stand in these passages."""
    copied = sum(count for passage, count in telling.words.items() if passage in passages)
    return copied / max(1, telling.length)


def _evidence(
    telling: Telling, parent: Telling | None, judged: KindJudgement | None, reasons: Sequence[str]
) -> list[str]:
    """Why, in words: what was kept in order, how it was made, where it comes from."""
    said = []
    if parent is not None:
        common = [passage for passage in telling.passages if passage in parent.passages]
        place = {passage: number for number, passage in enumerate(parent.passages)}
        kept = in_order([place[passage] for passage in common])
        said.append(f"{kept} of {len(telling.passages)} passages in the order of its parent")
    else:
        said.append("the fullest, earliest telling" if judged is None else "from a lost original")
    if judged is None:
        return [*said, *(reason for reason in reasons if reason.startswith("credits"))]
    return [*said, *judged.evidence, *reasons]
