"""From wordings to what the articles say: parses, readings, actors with their mentions, statements and events."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

import pyarrow as pa

from retold.actors.linking import MENTIONS, NAMED, STATEMENTS
from retold.actors.repair_stage import REPAIRED, repaired_actor_rows
from retold.actors.repaired_actors import ActorLink
from retold.actors.stage import actor_rows
from retold.archive.tables import table_named
from retold.coding.stage import event_rows, read_rows
from retold.engine.base import Frame
from retold.model import Mention, NamedActor, Statement
from retold.pipeline.listing import with_list
from retold.pipeline.work import Work
from retold.reading.stage import SPELLINGS, parse_rows, spellings
from retold.schema import part_of, schema_of

_READ_TOGETHER = 16
"""Articles of a report that are read together: some hundred rows, as a portion has."""


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
