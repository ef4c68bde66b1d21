"""How the tellings of a report were made, and where they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RenditionKind = Literal["original", "verbatim", "edited", "paraphrased", "translated"]
VariantKind = Literal[
    "number",
    "date",
    "name",
    "place",
    "polarity",
    "modality",
    "attribution",
    "wording",
    "omission",
    "addition",
    "order",
]


@dataclass(frozen=True, slots=True)
class Rendition:
    """An article as a telling of its report.

    `parent_id` is the article it was made from, None when it comes from the lost original; `second_parent_id` another
    article it took from as well, mostly None. `copied_share` is the share of its own body text that has a counterpart
    in the report's other renditions, 0 to 1. `confidence` is the probability that the parent or the lost original is
    right. `evidence` says why, in words.
    """

    article_id: str
    story_id: str
    report_id: str
    parent_id: str | None
    second_parent_id: str | None
    kind: RenditionKind
    copied_share: float
    confidence: float
    evidence: str


@dataclass(frozen=True, slots=True)
class CollationCell:
    """The sentences of one rendition that tell one passage of a report; `score` is their likeness, 0 to 1."""

    report_id: str
    passage: int
    article_id: str
    sentences: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Reading:
    """What some renditions have at a place of variation."""

    text: str
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Variant:
    """A place in a passage where renditions differ."""

    report_id: str
    passage: int
    kind: VariantKind
    readings: tuple[Reading, ...]
    changes_meaning: bool
    preferred: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Choice:
    """A place where readings differ in more than wording: `text`, at `[start:end]` of the passage's text, was chosen.

    `replaced`: what the base has there, None when its own reading was kept. `article_ids`: who supports the choice.
    """

    start: int
    end: int
    text: str
    replaced: str | None
    kind: VariantKind
    article_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ConsensusPassage:
    """One passage of a report as it probably stood in the original.

    `article_ids`: whose wording is the base. `told_by`: all renditions that tell the passage. `choices`: where
    readings were chosen, in order.
    """

    report_id: str
    passage: int
    text: str
    article_ids: tuple[str, ...]
    told_by: tuple[str, ...]
    choices: tuple[Choice, ...]
