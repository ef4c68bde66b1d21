"""Which articles can meet at all: SQL that places them in stretches of time, for any engine.

A stretch is two periods of `window_days` days. In the stretch numbered like its later period, the articles of that
period ask, and those of both answer: articles within the window meet once. Articles without a date ask all others, in
a stretch of their own.
"""

from __future__ import annotations

UNDATED = -1_000_000
"""The number of the stretch in which articles without a date ask."""


def placed_in_stretches(window_days: int) -> str:
    """SQL over `fingerprints`: article_id, stretch, asking."""
    period = _period(window_days, "day")
    return f"""
    SELECT article_id, {period} AS stretch, TRUE AS asking FROM fingerprints WHERE day IS NOT NULL
    UNION ALL
    SELECT article_id, {period} + 1 AS stretch, FALSE AS asking FROM fingerprints WHERE day IS NOT NULL
    UNION ALL
    SELECT article_id, {UNDATED} AS stretch, day IS NULL AS asking FROM fingerprints
    WHERE EXISTS (SELECT 1 FROM fingerprints WHERE day IS NULL)
    """


def pairs_of_other_stretches(window_days: int) -> str:
    """SQL over `before` (rows of `Pair`), `fingerprints` and `touched`: the pairs of stretches not touched."""
    later = _period(window_days, "greatest(a.day, b.day)")
    return f"""
    SELECT before.* FROM before
    JOIN fingerprints a ON before.article_a = a.article_id
    JOIN fingerprints b ON before.article_b = b.article_id
    WHERE CASE WHEN a.day IS NULL OR b.day IS NULL THEN {UNDATED} ELSE {later} END
        NOT IN (SELECT stretch FROM touched)
    """


def _period(window_days: int, day: str) -> str:
    return f"CAST(floor({day} / {window_days}.0) AS BIGINT)"
