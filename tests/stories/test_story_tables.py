"""Pairs to stories and reports, and what is said of a story."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest

from retold.identity import content_id
from retold.model import Fingerprint, Membership, Pair, Sentence, Story
from retold.schema import rows_of, table_of
from retold.stories.stage import fingerprint_rows, membership_rows, scored_pairs, story_rows
from retold.text import sentences_of

MAY = datetime(2031, 5, 1, tzinfo=UTC)
ARTICLES = pa.schema(
    [("article_id", pa.string()), ("published_at", pa.timestamp("us", tz="UTC")), ("length", pa.int64())]
)
EDGES = pa.schema(
    [
        ("article_a", pa.string()),
        ("article_b", pa.string()),
        ("same_story", pa.float64()),
        ("same_report", pa.float64()),
    ]
)
PUBLISHED = {"a": 3, "b": 1, "c": 2, "d": 0, "e": None}
PAIRS = [("a", "b", 1.0, 0.9), ("a", "c", 0.9, 0.1), ("b", "c", 0.8, 0.1), ("d", "e", 0.2, 0.1)]


def memberships(
    published: dict[str, int | None], pairs: list[tuple[str, str, float, float]]
) -> dict[str, Membership]:
    rows = [
        {
            "article_id": article,
            "published_at": None if day is None else MAY + timedelta(days=day),
            "length": 100,
        }
        for article, day in published.items()
    ]
    edges = [dict(zip(EDGES.names, pair, strict=True)) for pair in pairs]
    made = membership_rows(
        pa.Table.from_pylist(rows, schema=ARTICLES), pa.Table.from_pylist(edges, schema=EDGES)
    )
    return {row.article_id: row for row in rows_of(Membership, made)}


def test_reports_are_named_after_the_article_published_first_and_so_are_stories() -> None:
    found = memberships(PUBLISHED, PAIRS)
    assert found["a"].report_id == found["b"].report_id == content_id("report", "b")
    assert found["c"].report_id == content_id("report", "c")
    assert {found[article].story_id for article in "abc"} == {content_id("story", "b")}
    assert found["d"].story_id != found["e"].story_id


def test_every_article_has_a_report_and_a_story_also_without_pairs() -> None:
    found = memberships(PUBLISHED, [])
    assert (
        len({row.report_id for row in found.values()}) == len({row.story_id for row in found.values()}) == 5
    )
    assert memberships({}, []) == {}


def test_neither_the_order_of_articles_nor_that_of_pairs_matters() -> None:
    expected = memberships(PUBLISHED, PAIRS)
    for seed in range(5):
        shuffled = random.Random(seed)
        published = dict(shuffled.sample(sorted(PUBLISHED.items()), len(PUBLISHED)))
        assert memberships(published, shuffled.sample(PAIRS, len(PAIRS))) == expected


def test_names_stay_when_a_later_copy_joins() -> None:
    before = memberships(PUBLISHED, PAIRS)
    after = memberships({**PUBLISHED, "f": 9}, [*PAIRS, ("b", "f", 1.0, 1.0)])
    assert {article: after[article] for article in before} == before
    assert after["f"].report_id == before["b"].report_id


def told(article: str, report: str, source: str, day: int | None, **more: Any) -> dict[str, Any]:
    published_at = None if day is None else MAY + timedelta(days=day)
    plain = {"story_id": "s", "title": None, "beginning": f"Beginning of {article}.", "agency": None}
    return {
        **plain,
        "article_id": article,
        "report_id": report,
        "source": source,
        "published_at": published_at,
        **more,
    }


def story(*rows: dict[str, Any]) -> Story:
    columns = {name: pa.string() for name in rows[0]} | {"published_at": pa.timestamp("us", tz="UTC")}
    table = pa.Table.from_pylist(list(rows), schema=pa.schema(list(columns.items())))
    (made,) = rows_of(Story, story_rows(table))
    return made


def test_a_story_counts_articles_reports_and_independent_sources() -> None:
    made = story(
        told("a", "r1", "Courier", 0, agency="Northwire"),
        told("b", "r1", "Herald", 1),
        told("c", "r2", "Gazette", 2, agency="Northwire"),
        told("d", "r3", "Herald", 2),
        told("e", "r4", "Herald", None),
    )
    assert (made.articles, made.reports) == (5, 4)
    assert made.independent_sources == 2  # one agency's two reports, one outlet's two
    assert (made.first_published, made.last_published) == (MAY, MAY + timedelta(days=2))


def test_a_story_is_headed_by_its_earliest_title() -> None:
    untitled, titled = told("a", "r1", "Courier", 0), told("b", "r1", "Herald", 1, title="Bell raised")
    assert story(told("c", "r2", "Gazette", 2, title="Later"), titled, untitled).headline == "Bell raised"


def test_a_story_without_titles_is_headed_by_its_beginning() -> None:
    assert story(told("a", "r1", "Courier", None)).headline == "Beginning of a."
    long = story(told("a", "r1", "Courier", None, beginning="Rain fell  on\n" * 40))
    assert long.headline.startswith("Rain fell on Rain") and len(long.headline) == 120
    assert (long.first_published, long.last_published) == (None, None)


def fingerprints(texts: dict[str, str]) -> list[Fingerprint]:
    made: list[Fingerprint] = []
    for article, text in texts.items():
        rows = table_of(Sentence, sentences_of(article, text))
        rows = rows.append_column("language", pa.array(["en"] * len(rows), pa.string()))
        rows = rows.append_column("published_at", pa.array([MAY] * len(rows), pa.timestamp("us", tz="UTC")))
        made += rows_of(Fingerprint, fingerprint_rows(rows))
    return made


BELL = "Divers raised the bronze bell of the Sankt Olaf off Karmøy on Friday, three centuries after she foundered."
STRIKE = (
    "Miners at Karviná walked out at dawn over unpaid wages, and two smelters in Třinec stopped by nightfall."
)


@pytest.mark.parametrize("seed", range(3))
def test_an_article_is_scored_with_each_of_its_candidates(seed: int) -> None:
    made = fingerprints({"a": BELL, "b": BELL, "c": STRIKE})
    rows = table_of(Fingerprint, random.Random(seed).sample(made, 3))
    pairs = rows_of(Pair, scored_pairs(rows.append_column("anchor", pa.array(["a"] * 3))))
    assert [(pair.article_a, pair.article_b, pair.days) for pair in pairs] == [("a", "b", 0), ("a", "c", 0)]
    assert pairs[0].same_report > 0.9 > 0.1 > pairs[1].same_report
    assert pairs[0].same_story > 0.9 > 0.5 > pairs[1].same_story
