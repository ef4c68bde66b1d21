"""Fingerprints to the pairs of articles worth comparing: keys, and SQL over them for any engine.

Two articles are candidates when what they share is worth `ENOUGH` and they were published within the window (an
article without a date meets all). A key that more than `COMMONEST` articles have finds nothing worth its cost; the
copies of a report that more outlets have find each other by what they share in smaller parts of the crowd. An article
keeps its `MOST_CANDIDATES` best, and those that keep it: the number of pairs grows with the number of articles, not
with its square.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from itertools import combinations

import pyarrow as pa

from retold.model import Fingerprint
from retold.schema import rows_of

# What sharing a key is worth, and what the common keys of two articles must be worth together: three of the 24
# strongest stems (.99 and more of cut renditions share as many, at 43 candidates an article among 20,000); one and a
# name, which is a stem of the rarest kind ("Galwan" and "20" make a candidate, "troops" and "20" do not); one phrase.
# Pairs of the strongest stems add to that, and stand in for stems that are everywhere in a flood on one event.
STEM = 2
NAME = 4
PHRASE = 6
STEM_PAIR = 1
ENOUGH = 6

NAME_RARITY = 40  # tenths of a Zipf unit, as in `Fingerprint.rarity`
PAIRED_STEMS = 8
# Articles a key may have in two periods: the reprints of one agency report number in the hundreds.
COMMONEST = 300
# Three stems that a copy keeps are a key within each of two partitions of all articles into this many parts: a crowd
# of 16 * 300 copies then still hangs together, for who is apart in one partition meets in the other.
CROWD_PARTS = 16
# Bounds the work inside one event's flood of articles.
MOST_CANDIDATES = 50

KEYS_SCHEMA = pa.schema(
    [
        ("article_id", pa.string()),
        ("day", pa.int64()),
        ("period", pa.int64()),
        ("key", pa.int64()),
        ("worth", pa.int64()),
    ]
)
CANDIDATES_SCHEMA = pa.schema(
    [("article_a", pa.string()), ("article_b", pa.string()), ("shared", pa.int64())]
)


def keys_of(window_days: int, fingerprints: pa.RecordBatch) -> pa.Table:
    """Fingerprints to one row per article and key, with what sharing the key is worth.

    `period` numbers the stretches of `window_days` days; null without a date.
    """
    rows = [
        (found.article_id, found.day, None if found.day is None else found.day // window_days, key, worth)
        for found in rows_of(Fingerprint, fingerprints)
        for key, worth in _keys(found).items()
    ]
    columns = zip(*rows, strict=True) if rows else [()] * len(KEYS_SCHEMA)
    return pa.table([pa.array(column) for column in columns], KEYS_SCHEMA.names).cast(KEYS_SCHEMA)


def _keys(found: Fingerprint) -> dict[int, int]:
    rarity = dict(zip(found.words, found.rarity, strict=True))
    worth = {key: NAME if rarity[key] >= NAME_RARITY else STEM for key in found.keys}
    pairs = {_together(a, b): STEM_PAIR for a, b in combinations(found.keys[:PAIRED_STEMS], 2)}
    crowds = dict.fromkeys(_crowd_keys(found), 3 * STEM)
    return worth | pairs | crowds | dict.fromkeys(found.phrases, PHRASE)


def _crowd_keys(found: Fingerprint) -> Iterator[int]:
    """Keys of its lowest three stems, and of its highest, in the part of each partition that it belongs to."""
    partitions = divmod(zlib.crc32(found.article_id.encode()) % CROWD_PARTS**2, CROWD_PARTS)
    ordered = sorted(found.keys)
    for a, b, c in (ordered[:3], ordered[-3:]) if len(ordered) >= 3 else ():
        for partition, part in enumerate(partitions):
            yield _together(_together(_together(a, b), c), partition * CROWD_PARTS + part)


def _together(a: int, b: int) -> int:
    """Hash of two keys, whichever comes first."""
    return (min(a, b) * 0x9E3779B97F4A7C15 + max(a, b)) & (2**63 - 1)


def candidate_pairs(window_days: int) -> str:
    """SQL over `keys`; gives article_a < article_b and `shared`, what their common keys are worth.

    Dated articles meet in the stretches of two periods that both lie in, and are counted in the earlier one. Ties
    are broken by id, so every engine picks the same pairs.
    """
    return f"""
    WITH placed AS (
        SELECT article_id, day, period, key, worth, period AS stretch FROM keys WHERE period IS NOT NULL
        UNION ALL
        SELECT article_id, day, period, key, worth, period - 1 AS stretch FROM keys WHERE period IS NOT NULL
    ), telling AS (
        SELECT stretch, key FROM placed GROUP BY stretch, key HAVING count(*) BETWEEN 2 AND {COMMONEST}
    ), kept AS (
        SELECT placed.* FROM placed JOIN telling ON placed.stretch = telling.stretch AND placed.key = telling.key
    ), telling_at_all AS (
        SELECT key FROM keys GROUP BY key HAVING count(*) BETWEEN 2 AND {COMMONEST} AND count(*) > count(period)
    ), kept_at_all AS (
        SELECT keys.* FROM keys JOIN telling_at_all ON keys.key = telling_at_all.key
    ), shared_keys AS (
        SELECT a.article_id AS article_a, b.article_id AS article_b, a.worth
        FROM kept a JOIN kept b ON a.stretch = b.stretch AND a.key = b.key AND a.article_id < b.article_id
        WHERE abs(a.day - b.day) <= {window_days} AND a.stretch = greatest(a.period, b.period) - 1
        UNION ALL
        SELECT a.article_id AS article_a, b.article_id AS article_b, a.worth
        FROM kept_at_all a JOIN kept_at_all b ON a.key = b.key AND a.article_id < b.article_id
        WHERE a.day IS NULL OR b.day IS NULL
    ), found AS (
        SELECT article_a, article_b, sum(worth) AS shared FROM shared_keys
        GROUP BY article_a, article_b HAVING sum(worth) >= {ENOUGH}
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
