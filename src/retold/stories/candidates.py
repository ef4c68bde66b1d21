"""Fingerprints to the pairs of articles worth comparing: keys, and SQL over them for any engine.

Two articles are candidates when their common strongest stems are worth `SHARED_KEYS`, or they share a quotation, and
were published within the window (an article without a date meets all). A key that more than `COMMONEST` articles have
finds nothing worth its cost. An article keeps its `MOST_CANDIDATES` best, and those that keep it: the number of
pairs grows with the number of articles, not with its square.
"""

from __future__ import annotations

import pyarrow as pa

from retold.model import Fingerprint
from retold.schema import rows_of

# Three of 24 keys: recall of cut renditions .99 and more at 43 candidates an article (calibration on WMT21,
# BASIL and Helsinki among 20,000 articles).
SHARED_KEYS = 3
# Articles a key may have: the reprints of one agency report number in the hundreds.
COMMONEST = 300
# Bounds the work inside one event's flood of articles.
MOST_CANDIDATES = 50
# A shared quoted run is worth as much as the keys that are asked for, a key that is no word of the language (mostly
# the name of a place or a person) as two: "Galwan" and "20" make a candidate, "troops" and "20" do not.
QUOTED_RUN = SHARED_KEYS
NAME_KEY = 2
NAME_RARITY = 40  # tenths of a Zipf unit, as in `Fingerprint.rarity`


KEYS_SCHEMA = pa.schema(
    [("article_id", pa.string()), ("day", pa.int64()), ("key", pa.int64()), ("worth", pa.int64())]
)
CANDIDATES_SCHEMA = pa.schema(
    [("article_a", pa.string()), ("article_b", pa.string()), ("shared", pa.int64())]
)


def keys_of(fingerprints: pa.RecordBatch) -> pa.Table:
    """Fingerprints to one row per article and key, with what sharing the key is worth."""
    rows = [row for found in rows_of(Fingerprint, fingerprints) for row in _keys(found)]
    columns = zip(*rows, strict=True) if rows else [()] * len(KEYS_SCHEMA)
    return pa.table([pa.array(column) for column in columns], KEYS_SCHEMA.names).cast(KEYS_SCHEMA)


def _keys(found: Fingerprint) -> list[tuple[str, int | None, int, int]]:
    rarity = dict(zip(found.words, found.rarity, strict=True))
    worth = {key: NAME_KEY if rarity[key] >= NAME_RARITY else 1 for key in found.keys}
    worth |= dict.fromkeys(found.quotations, QUOTED_RUN)
    return [(found.article_id, found.day, key, value) for key, value in worth.items()]


def candidate_pairs(window_days: int) -> str:
    """SQL over `keys`; gives article_a < article_b and `shared`, what their common keys are worth.

    Ties are broken by id, so every engine picks the same pairs.
    """
    return f"""
    WITH telling AS (
        SELECT key FROM keys GROUP BY key HAVING count(*) BETWEEN 2 AND {COMMONEST}
    ), kept AS (
        SELECT keys.* FROM keys JOIN telling ON keys.key = telling.key
    ), found AS (
        SELECT a.article_id AS article_a, b.article_id AS article_b, sum(a.worth) AS shared
        FROM kept a JOIN kept b ON a.key = b.key AND a.article_id < b.article_id
        WHERE a.day IS NULL OR b.day IS NULL OR abs(a.day - b.day) <= {window_days}
        GROUP BY a.article_id, b.article_id
        HAVING sum(a.worth) >= {SHARED_KEYS}
    ), seen_from_each AS (
        SELECT article_a AS article, article_b AS other, shared FROM found
        UNION ALL
        SELECT article_b AS article, article_a AS other, shared FROM found
    ), ranked AS (
        SELECT *, row_number() OVER (PARTITION BY article ORDER BY shared DESC, other) AS place
        FROM seen_from_each
    )
    SELECT DISTINCT least(article, other) AS article_a, greatest(article, other) AS article_b, shared
    FROM ranked WHERE place <= {MOST_CANDIDATES}
    """
