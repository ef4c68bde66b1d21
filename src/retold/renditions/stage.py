"""Reports to their collation and to who was made from whom, as tables."""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import Any

import pyarrow as pa

from retold.model import CollationCell, Rendition, Sentence
from retold.renditions.collation import collate
from retold.renditions.descent import descent
from retold.renditions.telling import Telling, telling
from retold.schema import rows_of, table_of

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

    Rows, sorted by article, passage and sentence: story_id, report_id, article_id, published_at, source, agency,
    passage, text. An article without collated sentences has one row, its passage null.
    """
    rows = told.to_pylist()
    tellings = [_telling(list(found)) for _, found in groupby(rows, key=lambda row: row["article_id"])]
    return table_of(Rendition, descent(rows[0]["story_id"], rows[0]["report_id"], tellings))


def _telling(rows: list[dict[str, Any]]) -> Telling:
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
