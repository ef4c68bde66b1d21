"""Who did what to whom: one sentence's coding, and what one article says in all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from retold.model.actors import Mention, NamedActor
from retold.model.statements import Statement

Modality = Literal["actual", "planned", "hypothetical", "demanded", "denied", "past_background"]
ArgumentRole = Literal["source", "target", "date", "place"]
QuantityKind = Literal["killed", "injured", "missing", "arrested", "crowd", "troops", "money"]


@dataclass(frozen=True, slots=True)
class EventArgument:
    """Words that play a part in an event, and the actor they name.

    `inferred`: they stand outside the trigger's own clause and were taken for want of others.
    """

    role: ArgumentRole
    start: int
    end: int
    text: str
    actor_id: str | None
    inferred: bool


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number that belongs to an event, as a range: both ends are the same where the text gives one number.

    `unit`: an ISO 4217 code for money, else None. `hedges`: the words that make it less than exact ("at least").
    """

    kind: QuantityKind
    low: float | None
    high: float | None
    unit: str | None
    hedges: tuple[str, ...]
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EventMention:
    """One sentence's coding of a happening in PLOVER's terms.

    `event_type` and `mode` are those of the profile, in which a promised withdrawal is a concession; `literal_type`
    is what was promised, demanded or refused. `sources` and `targets` are ids of actors. `place_country`: ISO 3166-1
    alpha-3. `rule` names the pattern and the rules that made the code, `confidence`, 0 to 1, how often such a code
    is right.
    """

    event_mention_id: str
    article_id: str
    sentence: int
    trigger_start: int
    trigger_end: int
    trigger: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    score: float
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    source_text: str | None
    target_text: str | None
    date_start: date | None
    date_end: date | None
    date_granularity: str | None
    place: str | None
    place_country: str | None
    polarity: bool
    modality: Modality
    literal_type: str
    arguments: tuple[EventArgument, ...]
    quantities: tuple[Quantity, ...]
    statement_id: str | None
    rule: str
    confidence: float
    event_id: str | None


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """What one article says, read by itself; a working table. Final are the names as its report has them."""

    article_id: str
    mentions: tuple[Mention, ...]
    statements: tuple[Statement, ...]
    events: tuple[EventMention, ...]
    named: tuple[NamedActor, ...]


@dataclass(frozen=True, slots=True)
class Event:
    """The happening, merged over its tellings."""

    event_id: str
    story_id: str
    event_type: str
    mode: str | None
    contexts: tuple[str, ...]
    quad: int
    score: float
    sources: tuple[str, ...]
    targets: tuple[str, ...]
    date_start: date | None
    date_end: date | None
    place: str | None
    status: str
    articles: int
    reports: int
    independent_sources: int
    first_reported: datetime | None
    confidence: float
