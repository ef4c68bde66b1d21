"""What is known of a rendition when its descent is judged: its passages' words, its time, its credits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from retold.text import words

RUN = 5
"""Words in a run that is not shared by chance."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A rendition, passage by passage.

    `passages`: passage number to the rendition's words for it, as they stand. `runs`: the five-word runs of each.
    """

    article_id: str
    published_at: datetime | None
    source: str | None
    agency: str | None
    passages: Mapping[int, str]
    words: Mapping[int, int]
    runs: Mapping[int, frozenset[str]]

    @property
    def length(self) -> int:
        """Words of the collated text."""
        return sum(self.words.values())


def telling(
    article_id: str,
    published_at: datetime | None,
    source: str | None,
    agency: str | None,
    passages: Mapping[int, str],
) -> Telling:
    """The rendition whose sentences tell these passages."""
    worded = {passage: _worded(told) for passage, told in passages.items()}
    return Telling(
        article_id=article_id,
        published_at=published_at,
        source=source,
        agency=agency,
        passages=passages,
        words={passage: count for passage, (count, _) in worded.items()},
        runs={passage: found for passage, (_, found) in worded.items()},
    )


@lru_cache(maxsize=10_000)
def _worded(told: str) -> tuple[int, frozenset[str]]:
    """Number of words, and the runs: the same object for the same wording, as most copies have it."""
    found = words(told)
    starts = range(max(1, len(found) - RUN + 1))
    return len(found), frozenset(" ".join(found[start : start + RUN]) for start in starts)
