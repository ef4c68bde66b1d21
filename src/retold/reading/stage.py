"""Sentences to parses, as tables."""

from __future__ import annotations

import pyarrow as pa

from retold.model import Parse
from retold.reading.parser import PIPELINE, parser_named
from retold.schema import table_of


def parse_rows(wordings: pa.RecordBatch, pipeline: str = PIPELINE) -> pa.Table:
    """Rows of `Parse` from rows with sentence_key and text."""
    keys, texts = (wordings.column(name).to_pylist() for name in ("sentence_key", "text"))
    return table_of(Parse, parser_named(pipeline).parse(keys, texts))
