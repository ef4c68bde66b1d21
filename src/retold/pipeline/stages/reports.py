"""From reports to how their tellings were made and differ: collation, renditions, variants, names put right."""

from __future__ import annotations

from functools import partial

import pyarrow as pa

from retold.actors.repair_stage import repair_rows
from retold.archive.tables import table_named
from retold.engine.base import Frame, GroupFunction
from retold.pipeline.stages.touched import reports_differing, reports_touched, rows_untouched
from retold.pipeline.work import Work
from retold.renditions.stage import (
    CELL_SENTENCES,
    EDITED,
    TOLD_BY,
    cell_sentences,
    collation_rows,
    edition_rows,
    rendition_rows,
    told_by,
)
from retold.schema import part_of


def collation(work: Work) -> int:
    """The passages of the reports that have more than one article."""
    if work.up_to_date("collation"):
        return 0
    engine = work.engine
    frames = {name: work.table(name) for name in ("sentences", "memberships")}
    frames["told"] = engine.query(
        """
        SELECT report_id, article_id FROM memberships WHERE report_id IN
            (SELECT report_id FROM memberships GROUP BY report_id HAVING count(*) > 1)
        """,
        frames,
    )
    frames["touched"] = reports_touched(work, frames["told"], "collation", ("report_id", "article_id"))
    several = engine.query(
        """
        SELECT sentences.*, told.report_id FROM sentences
        JOIN told ON sentences.article_id = told.article_id
        WHERE told.report_id IN (SELECT report_id FROM touched)
        """,
        frames,
    )
    made = _by_report(work, several, collation_rows, table_named("collation").schema)
    work.replace("collation", rows_untouched(work, "collation", frames["touched"]), made)
    return engine.count(made)


def renditions(work: Work) -> int:
    """How each article was made and from which."""
    if work.up_to_date("renditions"):
        return 0
    engine = work.engine
    frames = {name: work.table(name) for name in ("articles", "sentences", "memberships")}
    frames["touched"] = reports_touched(
        work, frames["memberships"], "renditions", ("report_id", "article_id", "story_id")
    )
    frames["cells"] = engine.map(work.table("collation"), cell_sentences, CELL_SENTENCES)
    told = engine.query(
        """
        SELECT memberships.story_id, memberships.report_id, articles.article_id, published_at, source, agency,
            cells.passage, sentences.sentence, sentences.text
        FROM memberships JOIN articles ON memberships.article_id = articles.article_id
        LEFT JOIN cells
            ON cells.article_id = memberships.article_id AND cells.report_id = memberships.report_id
        LEFT JOIN sentences
            ON sentences.article_id = cells.article_id AND sentences.sentence = cells.sentence
        WHERE memberships.report_id IN (SELECT report_id FROM touched)
        """,
        frames,
    )
    made = _by_report(work, told, rendition_rows, table_named("renditions").schema)
    work.replace("renditions", rows_untouched(work, "renditions", frames["touched"]), made)
    return engine.count(made)


def variants(work: Work) -> int:
    """Where the renditions of a report differ, and its text as it probably stood."""
    if work.up_to_date("variants") and work.up_to_date("consensus"):
        return 0
    engine = work.engine
    cells = _cells(work)
    edited = engine.map(work.usable("consensus"), told_by, TOLD_BY)
    touched = reports_differing(work, _members(work, cells), edited, ("report_id", "article_id"))
    made = _by_report(work, _passages(work, cells, touched), edition_rows, EDITED)
    rows = 0
    for name in ("variants", "consensus"):
        fresh = engine.map(made, partial(part_of, name), table_named(name).schema)
        work.replace(name, rows_untouched(work, name, touched), fresh)
        rows += engine.count(fresh)
    return rows


def repairs(work: Work) -> int:
    """The names of each report put right."""
    if work.up_to_date("repairs"):
        return 0
    cells = _cells(work)
    touched = reports_touched(work, _members(work, cells), "repairs", ("report_id", "article_id"))
    made = _by_report(work, _passages(work, cells, touched), repair_rows, table_named("repairs").schema)
    work.replace("repairs", rows_untouched(work, "repairs", touched), made)
    return work.engine.count(made)


def _cells(work: Work) -> Frame:
    """The collation with one row per sentence."""
    return work.engine.map(work.table("collation"), cell_sentences, CELL_SENTENCES)


def _members(work: Work, cells: Frame) -> Frame:
    """The articles of each report."""
    return work.engine.query("SELECT DISTINCT report_id, article_id FROM cells", {"cells": cells})


def _passages(work: Work, cells: Frame, touched: Frame) -> Frame:
    """The sentences of the passages of these reports."""
    frames = {name: work.table(name) for name in ("sentences", "renditions")}
    return work.engine.query(
        """
        SELECT renditions.story_id, cells.report_id, cells.article_id, CAST(NULL AS TIMESTAMP) AS published_at,
            CAST(NULL AS VARCHAR) AS source, CAST(NULL AS VARCHAR) AS agency, parent_id, cells.passage,
            sentences.sentence, sentences.text
        FROM cells JOIN renditions ON cells.article_id = renditions.article_id
        JOIN sentences ON sentences.article_id = cells.article_id AND sentences.sentence = cells.sentence
        WHERE cells.report_id IN (SELECT report_id FROM touched)
        """,
        {"cells": cells, "touched": touched, **frames},
    )


def _by_report(work: Work, rows: Frame, fn: GroupFunction, schema: pa.Schema) -> Frame:
    """What the function makes of each report's rows, sorted by article and sentence."""
    return work.engine.group_map(
        rows, ["report_id"], fn, schema, order_by=["article_id", "sentence"], progress=work.progress
    )
