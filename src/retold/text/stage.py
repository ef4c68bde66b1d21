"""Articles to sentences, as tables."""

from __future__ import annotations

import pyarrow as pa

from retold.model import Sentence
from retold.schema import table_of
from retold.text.sentences import sentences_of


def sentence_rows(articles: pa.RecordBatch) -> pa.Table:
    """Rows of `Sentence` from rows with article_id and text."""
    ids, texts = (articles.column(name).to_pylist() for name in ("article_id", "text"))
    return table_of(
        Sentence,
        (
            sentence
            for article_id, text in zip(ids, texts, strict=True)
            for sentence in sentences_of(article_id, text)
        ),
    )
