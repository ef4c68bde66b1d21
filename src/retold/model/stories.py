"""What belongs together: fingerprints, pairs that were compared, stories."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from retold.model.kinds import Int8, Int32


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What is kept of an article's body to find and compare it, as hashes of 30 bits; a working table.

    `day` is that of publication, from 1970-01-01. `keys` are the stems that characterise the article most, strongest
    first, each with its rarity above the hash, `phrases` a sample of its five-word runs: by these others are found.
    `stems` are the rare ones, sorted, `weights` their rarity in tenths, `names` those with a capital, `numbers` those
    that begin with a digit. `quotations` are the five-word runs within quotation marks, `phrasing` the skip-trigrams
    outside, names left out: those with hashes below `phrasing_below`. `sounds` are those of names and numbers, which
    are the same in every `language` (its code as a number, 0 where unknown).
    """

    article_id: str
    day: int | None
    keys: tuple[int, ...]
    phrases: tuple[Int32, ...]
    stems: tuple[Int32, ...]
    weights: tuple[Int8, ...]
    names: tuple[Int32, ...]
    numbers: tuple[Int32, ...]
    quotations: tuple[Int32, ...]
    phrasing: tuple[Int32, ...]
    sounds: tuple[Int32, ...]
    phrasing_below: Int32
    language: Int32


@dataclass(frozen=True, slots=True)
class Pair:
    """Two articles compared (`article_a` < `article_b`): the features, then what they amount to.

    The features are explained in `stories.features`. `days` lie between their publication, None when one has no
    date. `same_story` and `same_report` are probabilities.
    """

    article_a: str
    article_b: str
    vocabulary: float
    containment: float
    names: float
    names_contained: float
    quotations: float
    phrasing: float
    sounds: float
    days: int | None
    same_story: float
    same_report: float


@dataclass(frozen=True, slots=True)
class Membership:
    """The story and the report an article belongs to; a working table."""

    article_id: str
    story_id: str
    report_id: str


@dataclass(frozen=True, slots=True)
class Story:
    """All articles about one happening; `reports` of them are independent texts."""

    story_id: str
    headline: str
    first_published: datetime | None
    last_published: datetime | None
    articles: int
    reports: int
    independent_sources: int
