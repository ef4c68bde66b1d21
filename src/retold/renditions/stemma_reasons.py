"""What speaks for a parent, in words with numbers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import numpy as np

from retold.renditions.stemma_contamination import Contamination
from retold.renditions.stemma_judgement import Judged
from retold.renditions.stemma_wordings import Wording
from retold.renditions.telling import Telling


def parent_reasons(
    found: Sequence[Wording], tree: Judged, place: int, model: Telling, second: Contamination | None
) -> tuple[str, ...]:
    """Why the parent in the tree is this wording's; model: which of the parent's tellings."""
    parent = tree.parents[place]
    child, above = found[place], found[parent]
    shared, only = len(child.told.keys() & above.told.keys()), len(child.told.keys() - above.told.keys())
    kept, dropped = (
        _weight(tree, "changes_kept", parent, place),
        _weight(tree, "changes_dropped", parent, place),
    )
    against = _weight(tree, "against", parent, place)
    said = [f"{shared} of its {len(child.told)} passages stand in {name_of(model)}"]
    if kept or dropped:
        said.append(f"keeps {kept} of {kept + dropped} readings that only {name_of(model)}'s branch has")
    if against:
        said.append(f"has {against} readings that {name_of(model)} lacks and others have")
    cut = len(above.told.keys() - child.told.keys())
    said += [f"{cut} passages left out"] * bool(cut) + [f"{only} passages not there"] * bool(only)
    said += _time(model.published_at, child.first.published_at)
    said += _credit(child, above)
    if second:
        other = name_of(found[second.place].first)
        said.append(f"{second.passages} passages as in {other} rather than in the parent")
    return tuple(said)


def lost_reasons(found: Sequence[Wording], tree: Judged, place: int) -> tuple[str, ...]:
    """Why none of the other wordings is this one's parent."""
    count = len(found)
    if count == 1:
        return ("the only wording found", *_own_credit(found[place]))
    candidates = tree.log_probabilities[:count, place]
    if not np.isfinite(candidates).any():
        return ("shares no passage with any other telling", *_own_credit(found[place]))
    best = int(candidates.argmax())
    name = name_of(found[best].first)
    said = [f"the likeliest other parent, {name}, has a probability of {float(np.exp(candidates[best])):.2f}"]
    against = _weight(tree, "against", best, place)
    only = len(found[place].told.keys() - found[best].told.keys())
    if against:
        said.append(f"has {against} readings that {name} lacks and others have")
    said += [f"{only} passages not there"] * bool(only)
    said += _time(found[best].first.published_at, found[place].first.published_at)
    return (*said, *_own_credit(found[place]))


def same_reasons(copy: Telling, first: Telling) -> tuple[str, ...]:
    """Why a telling hangs from another with the same wording."""
    return (f"word for word as in {name_of(first)}", *_time(first.published_at, copy.published_at))


def name_of(telling: Telling) -> str:
    """The outlet, or the beginning of the id."""
    return telling.source or telling.article_id[:8]


def _weight(tree: Judged, name: str, parent: int, child: int) -> int:
    """A count of the second round, in words rather than logarithms."""
    return round(float(np.expm1(tree.evidence.pairs[name][parent, child])))


def _time(before: datetime | None, after: datetime | None) -> list[str]:
    if before is None or after is None:
        return []
    hours = (after - before).total_seconds() / 3600
    return [f"published {abs(hours):.1f} hours {'later' if hours >= 0 else 'earlier'}"]


def _credit(child: Wording, parent: Wording) -> list[str]:
    shared = sorted(child.agencies & (parent.agencies | parent.sources))
    return [
        f"credits {name} as its parent does" if name in parent.agencies else f"credits {name}"
        for name in shared
    ]


def _own_credit(wording: Wording) -> list[str]:
    return [f"credits {name}" for name in sorted(wording.agencies)]
