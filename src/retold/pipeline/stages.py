"""The stages in order: what each reads, runs and writes. The algorithms are elsewhere.

Every stage works only what is new: articles without sentences, candidates without a score, reports whose articles
changed. A stage that is killed before its commit is worked again, one that is killed after it is not.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

import pyarrow as pa

from retold.actors.linking import MENTIONS, NAMED, STATEMENTS
from retold.actors.repair_stage import REPAIRED, repair_rows, repaired_actor_rows
from retold.actors.repaired_actors import ActorLink
from retold.actors.stage import actor_rows
from retold.archive.tables import table_named
from retold.coding.stage import event_rows, read_rows
from retold.engine.base import Frame, GroupFunction
from retold.model import Mention, NamedActor, Statement
from retold.pipeline.listing import with_list
from retold.pipeline.work import Work
from retold.reading.stage import SPELLINGS, parse_rows, spellings
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
from retold.schema import part_of, schema_of
from retold.stories.stage import fingerprint_rows, membership_rows, scored_pairs, story_rows
from retold.stories.stretches import pairs_of_other_stretches, placed_in_stretches
from retold.text.stage import sentence_rows

_READ_TOGETHER = 16
"""Articles of a report that are read together: some hundred rows, as a portion has."""

Stage = Callable[[Work], int]
"""Brings a stage's tables up to date and returns the number of rows it wrote."""


def sentences(work: Work) -> int:
    """Sentences of the articles that have none."""
    fresh = work.engine.query(
        """
        SELECT article_id, text FROM articles
        WHERE article_id NOT IN (SELECT article_id FROM sentences)
        """,
        {"articles": work.table("articles"), "sentences": work.usable("sentences")},
    )
    return work.append(
        "sentences", work.engine.map(fresh, sentence_rows, table_named("sentences").schema, work.progress)
    )


def fingerprints(work: Work) -> int:
    """Fingerprints of the articles that have none."""
    fresh = work.engine.query(
        """
        SELECT article_id, text, language, published_at FROM articles
        WHERE article_id NOT IN (SELECT article_id FROM fingerprints)
        """,
        {"articles": work.table("articles"), "fingerprints": work.usable("fingerprints")},
    )
    made = work.engine.map(fresh, fingerprint_rows, table_named("fingerprints").schema, work.progress)
    return work.append("fingerprints", made)


def pairs(work: Work) -> int:
    """Scores of all candidates; where no article is new they are kept."""
    if work.up_to_date("pairs"):
        return 0
    engine = work.engine
    frames = {
        "fingerprints": work.table("fingerprints"),
        "known": work.usable("memberships"),
        "before": work.usable("pairs"),
    }
    frames["placed"] = engine.query(placed_in_stretches(work.settings.window_days), frames)
    frames["touched"] = engine.query(
        """
        SELECT DISTINCT stretch FROM placed
        WHERE article_id NOT IN (SELECT article_id FROM known)
        """,
        frames,
    )
    kept = engine.query(
        pairs_of_other_stretches(work.settings.window_days), frames, table_named("pairs").schema
    )
    asked = engine.query(
        """
        SELECT placed.stretch, placed.asking, fingerprints.*
        FROM placed JOIN fingerprints ON placed.article_id = fingerprints.article_id
        WHERE stretch IN (SELECT stretch FROM touched)
        """,
        frames,
    )
    scored = engine.group_map(
        asked,
        ["stretch"],
        partial(scored_pairs, work.settings.window_days),
        table_named("pairs").schema,
        order_by=["article_id"],
        progress=work.progress,
    )
    work.replace("pairs", kept, scored)
    return engine.count(scored)


def stories(work: Work) -> int:
    """Which articles belong to one story and to one report."""
    if work.up_to_date("memberships") and work.up_to_date("stories"):
        return 0
    engine = work.engine
    frames = {"articles": work.table("articles"), "pairs": work.table("pairs")}
    articles = engine.query("SELECT article_id, published_at, length(text) AS length FROM articles", frames)
    edges = engine.query("SELECT article_a, article_b, same_story, same_report FROM pairs", frames)
    memberships = engine.frame(membership_rows(engine.collect(articles), engine.collect(edges)))
    work.replace("memberships", memberships)
    told = engine.query(
        """
        SELECT memberships.story_id, memberships.report_id, articles.article_id, title,
            substr(text, 1, 200) AS beginning, source, agency, published_at
        FROM memberships JOIN articles ON memberships.article_id = articles.article_id
        """,
        {"memberships": memberships, **frames},
    )
    return work.replace(
        "stories",
        engine.group_map(
            told, ["story_id"], story_rows, table_named("stories").schema, progress=work.progress
        ),
    )


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
    frames["touched"] = _touched(work, frames["told"], "collation", ("report_id", "article_id"))
    several = engine.query(
        """
        SELECT sentences.*, told.report_id FROM sentences
        JOIN told ON sentences.article_id = told.article_id
        WHERE told.report_id IN (SELECT report_id FROM touched)
        """,
        frames,
    )
    made = _by_report(work, several, collation_rows, table_named("collation").schema)
    work.replace("collation", _untouched(work, "collation", frames["touched"]), made)
    return engine.count(made)


def renditions(work: Work) -> int:
    """How each article was made and from which."""
    if work.up_to_date("renditions"):
        return 0
    engine = work.engine
    frames = {name: work.table(name) for name in ("articles", "sentences", "memberships")}
    frames["touched"] = _touched(
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
    work.replace("renditions", _untouched(work, "renditions", frames["touched"]), made)
    return engine.count(made)


def variants(work: Work) -> int:
    """Where the renditions of a report differ, and its text as it probably stood."""
    if work.up_to_date("variants") and work.up_to_date("consensus"):
        return 0
    engine = work.engine
    cells = _cells(work)
    edited = engine.map(work.usable("consensus"), told_by, TOLD_BY)
    touched = _differing(work, _members(work, cells), edited, ("report_id", "article_id"))
    made = _by_report(work, _passages(work, cells, touched), edition_rows, EDITED)
    rows = 0
    for name in ("variants", "consensus"):
        fresh = engine.map(made, partial(part_of, name), table_named(name).schema)
        work.replace(name, _untouched(work, name, touched), fresh)
        rows += engine.count(fresh)
    return rows


def repairs(work: Work) -> int:
    """The names of each report put right."""
    if work.up_to_date("repairs"):
        return 0
    cells = _cells(work)
    touched = _touched(work, _members(work, cells), "repairs", ("report_id", "article_id"))
    made = _by_report(work, _passages(work, cells, touched), repair_rows, table_named("repairs").schema)
    work.replace("repairs", _untouched(work, "repairs", touched), made)
    return work.engine.count(made)


def parses(work: Work) -> int:
    """Parses of the distinct wordings that have none by this model."""
    work = work.with_model()
    engine = work.engine
    sentences = engine.query(
        """
        SELECT sentence_key, sentences.text
        FROM sentences JOIN articles ON sentences.article_id = articles.article_id
        WHERE kind IN ('body', 'heading') AND coalesce(language, 'en') = 'en'
        """,
        {name: work.table(name) for name in ("sentences", "articles")},
    )
    fresh = engine.query(
        """
        SELECT DISTINCT spelled.sentence_key, spelled.text
        FROM spelled LEFT JOIN parses
            ON spelled.sentence_key = parses.sentence_key AND spelled.text = parses.text
        WHERE parses.sentence_key IS NULL
        ORDER BY 1, 2
        """,
        {"spelled": engine.map(sentences, spellings, SPELLINGS), "parses": work.usable("parses")},
    )
    parse = partial(parse_rows, pipeline=work.settings.model)
    made = engine.map(fresh, parse, table_named("parses").schema, work.progress)
    return work.append("parses", made)


def readings(work: Work) -> int:
    """What articles say that were not read yet, or not with this list of actors: who is named, said and done what."""
    work, listed = with_list(work)
    work = work.with_model().with_profile()
    engine = work.engine
    frames = {name: work.table(name) for name in ("sentences", "articles", "parses", "memberships")}
    frames["known"] = work.usable("readings")
    # Copies come together, each of their parses once: what a sentence says by itself is found once for all of them.
    frames["fresh"] = engine.query(
        f"""
        SELECT article_id, report_id,
            (row_number() OVER (PARTITION BY report_id ORDER BY article_id) - 1) // {_READ_TOGETHER} AS part
        FROM memberships WHERE article_id NOT IN (SELECT article_id FROM known)
        """,
        frames,
    )
    frames["wordings"] = engine.query(
        """
        SELECT sentences.*, report_id, part, row_number() OVER (
            PARTITION BY report_id, part, sentence_key ORDER BY sentences.article_id, sentence
        ) AS telling
        FROM sentences JOIN fresh ON sentences.article_id = fresh.article_id
        """,
        frames,
    )
    told = engine.query(
        """
        SELECT wordings.*, pipeline, starts, ends, lemmas, tags, pos, deps, heads, entities,
            parses.text AS parsed_text, published_at, source, agency, byline, dateline_date
        FROM wordings JOIN articles ON wordings.article_id = articles.article_id
        LEFT JOIN parses ON wordings.sentence_key = parses.sentence_key AND telling = 1
        """,
        frames,
    )
    made = engine.group_map(
        told,
        ["report_id", "part"],
        partial(read_rows, listed=listed, profile=work.settings.profile),
        table_named("readings").schema,
        order_by=["article_id", "sentence"],
        progress=work.progress,
    )
    return work.append("readings", made)


def actors(work: Work) -> int:
    """Mentions, statements, events and actors, those of a report under the names that it has put right."""
    if all(map(work.up_to_date, ("mentions", "statements", "event_mentions", "actors"))):
        return 0
    engine = work.engine
    frames = {"readings": work.table("readings"), "repairs": work.table("repairs")}
    told = engine.query(
        """
        SELECT report_id, repairs.article_id, named, forms
        FROM repairs JOIN readings ON repairs.article_id = readings.article_id
        """,
        frames,
    )
    repaired = engine.group_map(
        told,
        ["report_id"],
        repaired_actor_rows,
        REPAIRED,
        order_by=["article_id"],
        progress=work.progress,
    )
    frames["links"] = _parts(work, repaired, "links", schema_of(ActorLink))
    for name, record in (("mentions", Mention), ("statements", Statement), ("named", NamedActor)):
        frames[name] = _parts(work, frames["readings"], name, schema_of(record))
    frames["repaired"] = _parts(work, repaired, "named", schema_of(NamedActor))
    named = engine.query(NAMED, frames, schema_of(NamedActor))
    made = engine.group_map(
        named, ["actor_id"], actor_rows, table_named("actors").schema, order_by=["article_id"]
    )
    work.replace("mentions", engine.query(MENTIONS, frames, table_named("mentions").schema))
    work.replace("statements", engine.query(STATEMENTS, frames, table_named("statements").schema))
    work.replace("event_mentions", *_event_mentions(work, frames))
    return work.replace("actors", made)


def _event_mentions(work: Work, frames: Mapping[str, Frame]) -> tuple[Frame, Frame]:
    """The events of articles in which an actor was put right, and those of all others as they were read."""
    linked = work.engine.query(
        """
        SELECT events, found_ids, actor_ids
        FROM readings JOIN (
            SELECT article_id, array_agg(found_id ORDER BY found_id) AS found_ids,
                array_agg(actor_id ORDER BY found_id) AS actor_ids
            FROM links GROUP BY article_id
        ) AS put_right ON readings.article_id = put_right.article_id
        """,
        frames,
    )
    others = work.engine.query(
        "SELECT events FROM readings WHERE article_id NOT IN (SELECT article_id FROM links)", frames
    )
    schema = table_named("event_mentions").schema
    return work.engine.map(linked, event_rows, schema), _parts(work, others, "events", schema)


def _parts(work: Work, frame: Frame, column: str, schema: pa.Schema) -> Frame:
    """A column that holds lists of records, as a frame of these."""
    return work.engine.map(frame, partial(part_of, column), schema)


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


def _touched(work: Work, now: Frame, name: str, columns: Sequence[str]) -> Frame:
    """Reports of which the table tells other articles (or another story) than `now`, by their values in `columns`.

    Each table is held against itself: a run that was stopped leaves one table of another state than the next.
    """
    before = work.engine.query(f"SELECT DISTINCT {', '.join(columns)} FROM told", {"told": work.usable(name)})
    return _differing(work, now, before, columns)


def _differing(work: Work, now: Frame, before: Frame, columns: Sequence[str]) -> Frame:
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


def _untouched(work: Work, name: str, touched: Frame) -> Frame:
    """The rows of a table that still hold."""
    return work.engine.query(
        "SELECT before.* FROM before WHERE report_id NOT IN (SELECT report_id FROM touched)",
        {"before": work.usable(name), "touched": touched},
        table_named(name).schema,
    )


STAGES: dict[str, Stage] = {
    "sentences": sentences,
    "fingerprints": fingerprints,
    "pairs": pairs,
    "stories": stories,
    "collation": collation,
    "renditions": renditions,
    "variants": variants,
    "repairs": repairs,
    "parses": parses,
    "readings": readings,
    "actors": actors,
}
