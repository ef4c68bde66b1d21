"""The record: one frozen dataclass per table, one field per column.

Ids are 32 hex digits made by `retold.identity`. Times are UTC. Offsets (`start`, `end`) count characters of
`Article.text`, end exclusive. Lists are tuples. `schema.py` derives the Arrow schemas from these classes, so
a column is added here and nowhere else.
"""

from retold.model.actors import (
    Actor,
    Alias,
    ListedActor,
    ListedTerm,
    Mention,
    NamedActor,
    NameDamage,
    NameForm,
    NameKind,
    NameRepair,
    RepairedForm,
)
from retold.model.articles import Article, Rejection, Sentence, SentenceKind
from retold.model.events import (
    ArgumentRole,
    ArticleReading,
    Event,
    EventArgument,
    EventMention,
    Modality,
    Quantity,
    QuantityKind,
)
from retold.model.kinds import Int8, Int32
from retold.model.record import Disagreement, DisagreementStatus, DisputedReading, Relation
from retold.model.renditions import (
    Choice,
    CollationCell,
    ConsensusPassage,
    Reading,
    Rendition,
    RenditionKind,
    Variant,
    VariantKind,
)
from retold.model.runs import Run, StageRecord, TableVersion
from retold.model.statements import Parse, Span, Statement, StatementKind, StatementManner, Utterance
from retold.model.stories import Fingerprint, Membership, Pair, Story

__all__ = [
    "Actor",
    "Alias",
    "ArgumentRole",
    "Article",
    "ArticleReading",
    "Choice",
    "CollationCell",
    "ConsensusPassage",
    "Disagreement",
    "DisagreementStatus",
    "DisputedReading",
    "Event",
    "EventArgument",
    "EventMention",
    "Fingerprint",
    "Int8",
    "Int32",
    "ListedActor",
    "ListedTerm",
    "Membership",
    "Mention",
    "Modality",
    "NameDamage",
    "NameForm",
    "NameKind",
    "NameRepair",
    "NamedActor",
    "Pair",
    "Parse",
    "Quantity",
    "QuantityKind",
    "Reading",
    "Rejection",
    "Relation",
    "Rendition",
    "RenditionKind",
    "RepairedForm",
    "Run",
    "Sentence",
    "SentenceKind",
    "Span",
    "StageRecord",
    "Statement",
    "StatementKind",
    "StatementManner",
    "Story",
    "TableVersion",
    "Utterance",
    "Variant",
    "VariantKind",
]
