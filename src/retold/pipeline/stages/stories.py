"""From articles to stories: sentences, fingerprints, pairs, what belongs together."""

from __future__ import annotations

from functools import partial

from retold.archive.tables import table_named
from retold.pipeline.work import Work
from retold.stories.stage import fingerprint_rows, membership_rows, scored_pairs, story_rows
from retold.stories.stretches import pairs_of_other_stretches, placed_in_stretches
from retold.text.stage import sentence_rows


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
