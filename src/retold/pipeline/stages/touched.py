"""Which reports of a table must be worked again, and the rows that still hold."""

from __future__ import annotations

from collections.abc import Sequence

from retold.archive.tables import table_named
from retold.engine.base import Frame
from retold.pipeline.work import Work


def reports_touched(work: Work, now: Frame, name: str, columns: Sequence[str]) -> Frame:
    """Reports of which the table tells other articles (or another story) than `now`, by their values in `columns`.

    Each table is held against itself: a run that was stopped leaves one table of another state than the next.
    """
    before = work.engine.query(f"SELECT DISTINCT {', '.join(columns)} FROM told", {"told": work.usable(name)})
    return reports_differing(work, now, before, columns)


def reports_differing(work: Work, now: Frame, before: Frame, columns: Sequence[str]) -> Frame:
    """Reports that have other rows in the one frame than in the other, by their values in `columns`."""
    alike = " AND ".join(f"now.{column} = before.{column}" for column in columns)
    return work.engine.query(
        f"""
        SELECT DISTINCT coalesce(now.report_id, before.report_id) AS report_id
        FROM now FULL JOIN before ON {alike}
        WHERE now.report_id IS NULL OR before.report_id IS NULL
        """,
        {"now": now, "before": before},
    )


def rows_untouched(work: Work, name: str, touched: Frame) -> Frame:
    """The rows of a table that still hold."""
    return work.engine.query(
        "SELECT before.* FROM before WHERE report_id NOT IN (SELECT report_id FROM touched)",
        {"before": work.usable(name), "touched": touched},
        table_named(name).schema,
    )
