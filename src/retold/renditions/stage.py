"""Reports to their collation, to who was made from whom, and to what varies, as tables."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from retold.model import CollationCell, ConsensusPassage, Rendition, Sentence, Variant
from retold.renditions.collation import collate
from retold.renditions.descent import descent
from retold.renditions.edition import edition
from retold.renditions.support import branch_weights
from retold.renditions.telling import Telling, telling
from retold.schema import rows_of, schema_of, table_of

CELL_SENTENCES = pa.schema(
    [
        ("report_id", pa.string()),
        ("passage", pa.int64()),
        ("article_id", pa.string()),
        ("sentence", pa.int64()),
    ]
)
"""The collation with one row per sentence, to join with sentences."""


def collation_rows(sentences: pa.Table) -> pa.Table:
    """The collation of one report: rows of `Sentence` with report_id, sorted by article and sentence."""
    by_article = groupby(rows_of(Sentence, sentences), key=attrgetter("article_id"))
    renditions = {article: list(found) for article, found in by_article}
    return table_of(CollationCell, collate(sentences.column("report_id")[0].as_py(), renditions))


def cell_sentences(cells: pa.RecordBatch) -> pa.Table:
    """The collation with one row per sentence (`CELL_SENTENCES`)."""
    rows = [
        (cell.report_id, cell.passage, cell.article_id, sentence)
        for cell in rows_of(CollationCell, cells)
        for sentence in cell.sentences
    ]
    columns = zip(*rows, strict=True) if rows else [()] * len(CELL_SENTENCES)
    return pa.table([pa.array(column) for column in columns], CELL_SENTENCES.names).cast(CELL_SENTENCES)


def rendition_rows(told: pa.Table) -> pa.Table:
    """The renditions of one report.

    Rows, sorted by article and sentence: story_id, report_id, article_id, published_at, source, agency, passage,
    text. An article without collated sentences has one row, its passage null.
    """
    rows = told.to_pylist()
    return table_of(Rendition, descent(rows[0]["story_id"], rows[0]["report_id"], tellings_of(rows)))


@dataclass(frozen=True, slots=True)
class Edited:
    """What a passage adds to the tables `consensus` and `variants`."""

    consensus: tuple[ConsensusPassage, ...]
    variants: tuple[Variant, ...]


EDITED = schema_of(Edited)


def edition_rows(told: pa.Table) -> pa.Table:
    """The edition of one report, a row of `Edited` for each passage.

    Rows, sorted by article and sentence: as for `rendition_rows`, with parent_id; all of them collated.
    """
    rows = told.to_pylist()
    weights = branch_weights({row["article_id"]: row["parent_id"] for row in rows})
    passages = edition(rows[0]["report_id"], tellings_of(rows), weights)
    return table_of(Edited, (Edited((passage.consensus,), passage.variants) for passage in passages))


TOLD_BY = pa.schema([("report_id", pa.string()), ("article_id", pa.string())])
"""Who is in the edition of a report."""


def told_by(passages: pa.RecordBatch) -> pa.Table:
    """The tellings of each passage (`TOLD_BY`), from rows of `ConsensusPassage`."""
    tellings = passages.column("told_by")
    reports = passages.column("report_id").take(pc.list_parent_indices(tellings))
    return pa.table([reports, tellings.flatten()], schema=TOLD_BY)


def tellings_of(rows: list[dict[str, Any]]) -> list[Telling]:
    """The tellings of one report, from rows as for `rendition_rows`."""
    return [_telling(list(found)) for _, found in groupby(rows, key=itemgetter("article_id"))]


def _telling(rows: list[dict[str, Any]]) -> Telling:
    """The telling of an article; its passages in the order in which it tells them."""
    passages: dict[int, list[str]] = {}
    for row in rows:
        if row["passage"] is not None:
            passages.setdefault(row["passage"], []).append(row["text"])
    first = rows[0]
    return telling(
        first["article_id"],
        first["published_at"],
        first["source"],
        first["agency"],
        {passage: " ".join(texts) for passage, texts in passages.items()},
    )
