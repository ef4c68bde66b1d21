"""Sentences to parses, as tables."""

from __future__ import annotations

import pyarrow as pa

from retold.model import Parse
from retold.reading.offsets import spelling
from retold.reading.parser import PIPELINE, parser_named
from retold.schema import table_of

SPELLINGS = pa.schema([("sentence_key", pa.string()), ("text", pa.string())])
"""What is parsed: wordings in one spelling each."""


def spellings(sentences: pa.RecordBatch) -> pa.Table:
    """What is parsed of rows with sentence_key and text (`SPELLINGS`)."""
    texts = pa.array([spelling(text) for text in sentences.column("text").to_pylist()], pa.string())
    return pa.table([sentences.column("sentence_key"), texts], schema=SPELLINGS)


def parse_rows(wordings: pa.RecordBatch, pipeline: str = PIPELINE) -> pa.Table:
    """Rows of `Parse` from rows with sentence_key and text."""
    keys, texts = (wordings.column(name).to_pylist() for name in ("sentence_key", "text"))
    return table_of(Parse, parser_named(pipeline).parse(keys, texts))
