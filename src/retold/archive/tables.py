"""The tables of an archive, by name."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa

from retold import model
from retold.archive.delta import DeltaFolder
from retold.errors import NotFound
from retold.schema import schema_of

RUNS = "runs"


@dataclass(frozen=True, slots=True)
class ArchiveTable:
    """`record` gives the columns, `keys` the columns that identify a row; an internal table is not exported."""

    record: type
    keys: tuple[str, ...]
    internal: bool = False

    @property
    def schema(self) -> pa.Schema:
        """The columns."""
        return schema_of(self.record)


TABLES: dict[str, ArchiveTable] = {
    "articles": ArchiveTable(model.Article, ("article_id",)),
    "rejected": ArchiveTable(model.Rejection, ("origin", "reason", "detail", "collected_at")),
    "sentences": ArchiveTable(model.Sentence, ("article_id", "sentence")),
    "fingerprints": ArchiveTable(model.Fingerprint, ("article_id",), internal=True),
    "pairs": ArchiveTable(model.Pair, ("article_a", "article_b")),
    "memberships": ArchiveTable(model.Membership, ("article_id",), internal=True),
    "stories": ArchiveTable(model.Story, ("story_id",)),
    "renditions": ArchiveTable(model.Rendition, ("article_id",)),
    "collation": ArchiveTable(model.CollationCell, ("report_id", "passage", "article_id")),
    "variants": ArchiveTable(model.Variant, ("report_id", "passage", "kind", "readings")),
    "consensus": ArchiveTable(model.ConsensusPassage, ("report_id", "passage")),
    "parses": ArchiveTable(model.Parse, ("sentence_key", "text"), internal=True),
    "listed_actors": ArchiveTable(model.ListedActor, ("entry_id",), internal=True),
    "readings": ArchiveTable(model.ArticleReading, ("article_id",), internal=True),
    "repairs": ArchiveTable(model.NameRepair, ("article_id",), internal=True),
    "mentions": ArchiveTable(model.Mention, ("article_id", "start", "end", "kind")),
    "actors": ArchiveTable(model.Actor, ("actor_id",)),
    "statements": ArchiveTable(model.Statement, ("statement_id",)),
    "utterances": ArchiveTable(model.Utterance, ("utterance_id",)),
    "event_mentions": ArchiveTable(model.EventMention, ("event_mention_id",)),
    "events": ArchiveTable(model.Event, ("event_id",)),
    "disagreements": ArchiveTable(model.Disagreement, ("disagreement_id",)),
    "relations": ArchiveTable(model.Relation, ("source", "target", "period")),
    RUNS: ArchiveTable(model.Run, ("version",)),
}


def table_named(name: str) -> ArchiveTable:
    """The table of that name; raises NotFound."""
    if name not in TABLES:
        raise NotFound(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")
    return TABLES[name]


def table_folder(archive: Path, name: str) -> DeltaFolder:
    """Where an archive keeps the table of that name; raises NotFound."""
    return DeltaFolder(archive / name, table_named(name).schema)
