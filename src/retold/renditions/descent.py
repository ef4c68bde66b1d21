"""Tellings of one report to who was made from whom, and how.

A first stage: each telling's parent is the earlier one it is nearest to, unless it has passages in common with
others that this one lacks; then both go back to the lost original. The whole tree is not judged yet.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from retold.model import Rendition, RenditionKind
from retold.renditions.telling import Telling
from retold.renditions.wording import slot_share, word_swaps

# Share of five-word runs kept in the passages two tellings share. Demo and WMT21: reprints keep .98 and more, edited
# copies .62 to .95, two translations of one text up to .55, rewritten copies under .10.
VERBATIM = 0.96
EDITED = 0.58
# Share of a reprint that its parent has; the rest is furniture and credit lines.
COVERED = 0.90
# Share of changed words that stand in another's slot. Demo: rewriting by synonyms .62 to 1.0, translations .05 to
# .21; the seeds, rewritten from one text and translated from another, .42.
REWRITTEN = 0.40
# A telling that has this share of the fullest one's passages counts as full: the earliest of these is the original.
FULL = 0.85

# Swapped words that are named in the evidence.
SHOWN_SWAPS = 4

_LATE = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Kinship:
    """How a telling relates to another, over the passages both have.

    covered: share of its words that stand in these passages. runs: share of its five-word runs there that the other
    has. nearness: their product, with what is merely told alike counting a little.
    """

    covered: float
    runs: float

    @property
    def nearness(self) -> float:
        return self.covered * (0.1 + 0.9 * self.runs)


NO_KIN = Kinship(0.0, 0.0)


def kinship(child: Telling, parent: Telling) -> Kinship:
    """How the one relates to the other; everything 0 when they share no passage."""
    shared = child.passages.keys() & parent.passages.keys()
    runs = sum(len(child.runs[passage]) for passage in shared)
    kept = sum(_kept(child.runs[passage], parent.runs[passage]) for passage in shared)
    covered = sum(child.words[passage] for passage in shared)
    return Kinship(covered / max(1, child.length), kept / max(1, runs))


def _kept(ours: frozenset[str], theirs: frozenset[str]) -> int:
    return len(ours) if ours is theirs else len(ours & theirs)


def descent(story_id: str, report_id: str, tellings: Sequence[Telling]) -> list[Rendition]:
    """One row per telling, sorted by article; the result does not depend on the order of input."""
    found = []
    # Of equal wordings the first alone can be a parent.
    earlier: dict[tuple[tuple[int, str], ...], Telling] = {}
    order = _in_order(tellings)
    for telling in order:
        found.append(_rendition(story_id, report_id, telling, list(earlier.values()), order))
        earlier.setdefault(tuple(sorted(telling.passages.items())), telling)
    return sorted(found, key=lambda rendition: rendition.article_id)


def _in_order(tellings: Sequence[Telling]) -> list[Telling]:
    """The original first, then by time; those without a time last, the fullest first."""
    shared = Counter(passage for telling in tellings for passage in telling.passages)

    def common(telling: Telling) -> int:
        return sum(count for passage, count in telling.words.items() if shared[passage] > 1)

    def by_time(telling: Telling) -> tuple[datetime, int, str]:
        return telling.published_at or _LATE, -telling.length, telling.article_id

    order = sorted(tellings, key=by_time)
    fullest = max(order, key=common)
    original = next(
        one for one in order if common(one) >= FULL * common(fullest) or not _cut_from(one, fullest)
    )
    return [original, *(telling for telling in order if telling is not original)]


def _cut_from(telling: Telling, other: Telling) -> bool:
    """Whether all it has stands in the other word for word."""
    near = kinship(telling, other)
    return near.covered >= COVERED and near.runs >= VERBATIM


def _rendition(
    story_id: str, report_id: str, telling: Telling, earlier: Sequence[Telling], order: Sequence[Telling]
) -> Rendition:
    others = [other for other in order if other is not telling]
    before = _kin(telling, earlier)
    kin = before or _kin(telling, others)
    # Of several that are equally near the first in order is taken: the original, else the earliest.
    nearest, near = max(kin, key=lambda one: round(one[1].nearness, 2), default=(None, NO_KIN))
    first = not earlier and _is_original(telling, others)
    parent = nearest if before and nearest and not _lost(telling, nearest, near, earlier) else None
    kind: RenditionKind = "original" if first or nearest is None else _kind(telling, nearest, near)
    return Rendition(
        article_id=telling.article_id,
        story_id=story_id,
        report_id=report_id,
        parent_id=parent.article_id if parent else None,
        kind=kind,
        copied_share=round(_copied_share(telling, others), 4),
        confidence=round(_confidence([one.nearness for _, one in kin]), 4),
        evidence=_evidence(telling, kind, nearest, near, parent),
    )


def _kin(telling: Telling, others: Sequence[Telling]) -> list[tuple[Telling, Kinship]]:
    """Those of the others that share a passage with it, in their order."""
    related = [(other, kinship(telling, other)) for other in others]
    return [(other, near) for other, near in related if near.covered > 0]


def _is_original(telling: Telling, others: Sequence[Telling]) -> bool:
    """Whether the first telling can stand for the original: it is dated before the rest, or others copy its words.

    Of two undated texts that were both rewritten, neither is.
    """
    if telling.published_at is not None or not others:
        return True
    return any(kinship(other, telling).runs >= EDITED for other in others)


def _lost(telling: Telling, nearest: Telling, near: Kinship, earlier: Sequence[Telling]) -> bool:
    """Whether both go back to a text that is not here.

    It shares a passage with another that the nearest lacks; or both were rewritten, and nothing says which is older.
    """
    undated = telling.published_at is None and nearest.published_at is None
    return (undated and near.runs < EDITED) or _shared_elsewhere(telling, nearest, earlier)


def _shared_elsewhere(telling: Telling, nearest: Telling, earlier: Sequence[Telling]) -> bool:
    """Whether it shares a passage with an earlier telling that the nearest lacks: both have it from elsewhere."""
    beyond = telling.passages.keys() - nearest.passages.keys()
    return any(
        _kept(telling.runs[passage], other.runs[passage]) >= EDITED * len(telling.runs[passage])
        for other in earlier
        for passage in beyond & other.passages.keys()
    )


def kind_beside(telling: Telling, other: Telling) -> RenditionKind:
    """How the telling is made, judged by what it has in common with another of the same report."""
    return _kind(telling, other, kinship(telling, other))


def _kind(telling: Telling, parent: Telling, near: Kinship) -> RenditionKind:
    if _cut_from(telling, parent):
        return "verbatim"
    if near.runs >= EDITED:
        return "edited"
    return "paraphrased" if _slot_share(telling, parent) >= REWRITTEN else "translated"


def _slot_share(telling: Telling, parent: Telling) -> float:
    shared = sorted(telling.passages.keys() & parent.passages.keys())
    weights = [telling.words[passage] for passage in shared]
    shares = [slot_share(parent.passages[passage], telling.passages[passage]) for passage in shared]
    return sum(w * s for w, s in zip(weights, shares, strict=True)) / max(1, sum(weights))


def _copied_share(telling: Telling, others: Sequence[Telling]) -> float:
    told = set[int]().union(*(other.passages.keys() for other in others))
    copied = sum(count for passage, count in telling.words.items() if passage in told)
    return copied / max(1, telling.length)


def _confidence(nearness: Sequence[float]) -> float:
    """How much nearer the nearest is than the next: 0.5 where two are equally near, toward 1 where one stands out."""
    best, second = [*sorted(nearness, reverse=True), 0.0, 0.0][:2]
    if not nearness:
        return 1.0
    return best / (best + second) if best > 0 else 0.5


def _evidence(
    telling: Telling, kind: RenditionKind, nearest: Telling | None, near: Kinship, parent: Telling | None
) -> str:
    """Why, in words."""
    credit = [f"credits {telling.agency}"] if telling.agency else []
    if nearest is None:
        return "; ".join(["the only telling found", *credit])
    shared = len(telling.passages.keys() & nearest.passages.keys())
    name = nearest.source or nearest.article_id[:8]
    said = [f"{shared} of {len(telling.passages)} passages told by {name} too"]
    if kind == "original":
        return "; ".join(["the earliest full telling", *said, *credit])
    said.append(f"{near.runs:.0%} of its five-word runs kept there")
    if kind in ("paraphrased", "translated"):
        said += _swaps(telling, nearest)
    if parent is None:
        said.append("from a lost original")
    return "; ".join(said + credit)


def _swaps(telling: Telling, parent: Telling) -> list[str]:
    """The first few words found in the slot of others, as parent/telling."""
    shared = sorted(telling.passages.keys() & parent.passages.keys())
    swaps = [
        swap for passage in shared for swap in word_swaps(parent.passages[passage], telling.passages[passage])
    ]
    shown = ", ".join(f"{ours}/{theirs}" for ours, theirs in swaps[:SHOWN_SWAPS])
    return [f"{len(swaps)} words in the slot of others: {shown}"] if swaps else []
