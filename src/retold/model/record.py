"""Where reports contradict each other, and how states stand to each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DisagreementStatus = Literal["conflict", "update", "copying_error", "precision"]


@dataclass(frozen=True, slots=True)
class DisputedReading:
    """One of the values that differ, and who has it."""

    value: str
    text: str
    article_ids: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Values that differ for the same thing, typed and attributed."""

    disagreement_id: str
    story_id: str
    about: str
    attribute: str
    readings: tuple[DisputedReading, ...]
    status: DisagreementStatus
    preferred: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Relation:
    """How actor `source` acts toward actor `target` in a period."""

    source: str
    target: str
    period: str
    events: int
    reports: int
    cooperation: float
    conflict: float
    net: float
    low: float
    high: float
