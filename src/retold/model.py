"""The record: one frozen dataclass per table, one field per column.

Ids are 32 hex digits made by `retold.identity`. Times are UTC. Offsets (`start`, `end`) count characters of
`Article.text`, end exclusive. Lists are tuples. `schema.py` derives the Arrow schemas from these classes, so
a column is added here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Literal

# Whole numbers that are stored in fewer bits.
Int8 = Annotated[int, "int8"]
Int32 = Annotated[int, "int32"]

SentenceKind = Literal["body", "heading", "caption", "boilerplate"]
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
StatementKind = Literal["direct", "indirect", "mixed"]
StatementManner = Literal["speech", "attitude", "act"]
NameKind = Literal["person", "body"]
NameDamage = Literal["transliteration", "translated", "order", "typo", "shortened"]
Modality = Literal["actual", "planned", "hypothetical", "demanded", "denied", "past_background"]
ArgumentRole = Literal["source", "target", "date", "place"]
QuantityKind = Literal["killed", "injured", "missing", "arrested", "crowd", "troops", "money"]
DisagreementStatus = Literal["conflict", "update", "copying_error", "precision"]


@dataclass(frozen=True, slots=True)
class Article:
    """One published text. `source` is the outlet, `agency` the wire it credits, `origin` where we read it."""

    article_id: str
    external_id: str | None
    url: str | None
    source: str | None
    title: str | None
    text: str
    language: str | None
    published_at: datetime | None
    collected_at: datetime
    agency: str | None
    byline: str | None
    dateline_place: str | None
    dateline_date: date | None
    origin: str


@dataclass(frozen=True, slots=True)
class Rejection:
    """Input that did not become an article: `reason` is a short code, `detail` says it in words."""

    origin: str
    reason: str
    detail: str
    collected_at: datetime


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, heading or caption; `text` is `Article.text[start:end]`.

    Equal `sentence_key` means equal wording after `text.normal`, so a sentence that stands in thirty articles
    is read once.
    """

    article_id: str
    sentence: int
    paragraph: int
    start: int
    end: int
    text: str
    sentence_key: str
    kind: SentenceKind


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


@dataclass(frozen=True, slots=True)
class Parse:
    """How a parser reads a sentence: a column of lists with an item for each token; a working table.

    `text` is the spelling that was read (`reading.offsets.spelling`); articles may have other marks and dashes.
    `starts` and `ends` are characters of it. `tags` are those of the Penn treebank, `pos` universal parts of speech,
    `deps` labels of dependencies and `heads` the tokens depended on, a root's its own; `entities` name OntoNotes'
    kinds with B- or I- before, or are empty. `pipeline`: what made it.
    """

    sentence_key: str
    pipeline: str
    text: str
    starts: tuple[Int32, ...]
    ends: tuple[Int32, ...]
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    heads: tuple[Int32, ...]
    entities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """A place in a text that names an actor."""

    article_id: str
    sentence: int
    start: int
    end: int
    text: str
    kind: str
    actor_id: str | None
    method: str
    score: float


@dataclass(frozen=True, slots=True)
class Alias:
    """A form of an actor's name, why it is one, and in how many articles it stands as that.

    `cause`: how the form was resolved (`Mention.method`), or what happened to it (`NameDamage`).
    """

    text: str
    cause: str
    articles: int


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country, organisation or group. `country` is ISO 3166-1 alpha-3, `sectors` are PLOVER's.

    `support`: articles that have the name itself, or the part put right of a name that stands whole nowhere.
    """

    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[Alias, ...]
    wikidata_id: str | None
    in_dictionary: bool
    support: int


@dataclass(frozen=True, slots=True)
class NameForm:
    """A form in which an article names an actor, and its cause as in `Alias`."""

    text: str
    cause: str


@dataclass(frozen=True, slots=True)
class NamedActor:
    """An actor as one article names it; `supports`: whether the name itself is among the forms."""

    article_id: str
    actor_id: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    forms: tuple[NameForm, ...]
    in_dictionary: bool
    supports: bool
    wikidata_id: str | None = None


@dataclass(frozen=True, slots=True)
class RepairedForm:
    """A form of a name that an article has, and the best attested reading of it in the report: `name`.

    `cause`: what happened to the form, None when nothing did; `certainty`, 0 to 1, that it is this name. `supports`:
    whether the article attests the name.
    """

    name: str
    kind: NameKind
    text: str
    cause: NameDamage | None
    certainty: float
    supports: bool


@dataclass(frozen=True, slots=True)
class NameRepair:
    """The names of an article, held beside those of its report's other tellings; a working table."""

    report_id: str
    article_id: str
    forms: tuple[RepairedForm, ...]


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """An office that a user's list gives an actor, from a day to a day (exclusive); `office` is empty for most."""

    country: str | None
    office: str
    title: str
    since: date | None
    until: date | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ListedActor:
    """An actor of a user's own list; a working table.

    `content` identifies what is said of the actor, whatever file said it. `forms` are hashes of the name and the
    aliases, in this order, as they are looked up, 0 for one that is not; `family_form` is that of the family name.
    `words`: of the longest of them.
    """

    entry_id: str
    content: str
    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    aliases: tuple[str, ...]
    since: date | None
    until: date | None
    terms: tuple[ListedTerm, ...]
    family: str | None
    sex: str | None
    wikidata_id: str | None
    forms: tuple[int, ...]
    family_form: int
    words: int
    origin: str


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` (exclusive) of an article's text; unpacks to the two."""

    start: int
    end: int

    def __iter__(self) -> Iterator[int]:
        return iter((self.start, self.end))


@dataclass(frozen=True, slots=True)
class Statement:
    """One article's report of someone's words."""

    statement_id: str
    article_id: str
    sentence: int
    kind: StatementKind
    manner: StatementManner
    content_start: int
    content_end: int
    content: str
    pieces: tuple[Span, ...]
    cue: str | None
    speaker_start: int | None
    speaker_end: int | None
    speaker: str | None
    speaker_id: str | None
    role: str | None
    affiliation: str | None
    addressee_id: str | None
    channel: str | None
    reported_by: str | None
    utterance_id: str | None


@dataclass(frozen=True, slots=True)
class Utterance:
    """The words, merged over their tellings; `drift` is how far the tellings differ, 0 to 1."""

    utterance_id: str
    story_id: str
    speaker_id: str | None
    text: str
    articles: int
    reports: int
    drift: float


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


@dataclass(frozen=True, slots=True)
class TableVersion:
    """The Delta version at which a version of the record reads a table."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class StageRecord:
    """What one stage cost and made: wall-clock seconds, rows of its output written."""

    stage: str
    seconds: float
    rows: int


@dataclass(frozen=True, slots=True)
class Run:
    """One version of the whole record: written last, so a reader never sees half a run.

    `settings` is the JSON of `retold.settings.Settings`.
    """

    version: int
    started_at: datetime
    finished_at: datetime
    code_version: str
    settings: str
    tables: tuple[TableVersion, ...]
    stages: tuple[StageRecord, ...]
