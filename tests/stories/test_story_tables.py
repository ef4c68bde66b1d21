"""Pairs to stories and reports, and what is said of a story."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pyarrow as pa
import pytest

from retold.identity import content_id
from retold.model import Membership, Pair, Story
from retold.schema import rows_of, schema_of
from retold.stories.stage import fingerprint_rows, membership_rows, scored_pairs, story_rows

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


BELL = "Divers raised the bronze bell of the Sankt Olaf off Karmøy on Friday, three centuries after she foundered."
RETOLD = (
    "The Sankt Olaf's bronze bell was lifted by divers near Karmøy, three hundred years since she foundered."
)
STRIKE = (
    "Miners at Karviná walked out at dawn over unpaid wages, and two smelters in Třinec stopped by nightfall."
)


@dataclass(frozen=True)
class Met:
    """An article of a stretch; `day`: after `MAY`."""

    article_id: str
    text: str
    day: int | None = 0
    asks: bool = True

    @property
    def published_at(self) -> datetime | None:
        return None if self.day is None else MAY + timedelta(days=self.day)


def stretch(articles: Sequence[Met]) -> pa.Table:
    columns = {
        "article_id": pa.array([met.article_id for met in articles], pa.string()),
        "text": pa.array([met.text for met in articles], pa.string()),
        "language": pa.array(["en"] * len(articles), pa.string()),
        "published_at": pa.array([met.published_at for met in articles], pa.timestamp("us", tz="UTC")),
    }
    made = fingerprint_rows(pa.RecordBatch.from_pydict(columns))
    return made.append_column("asking", pa.array([met.asks for met in articles], pa.bool_()))


def scored(*articles: Met) -> list[Pair]:
    """Pairs at most seven days apart."""
    made = scored_pairs(7, stretch(articles))
    assert made.schema == schema_of(Pair)
    return list(rows_of(Pair, made))


A, B, C, D = (letter * 32 for letter in "abcd")


def test_candidates_are_scored() -> None:
    [pair] = scored(Met(A, BELL), Met(B, BELL, 3), Met(C, STRIKE))
    assert (pair.article_a, pair.article_b, pair.days) == (A, B, 3)
    assert min(pair.same_report, pair.same_story, pair.vocabulary, pair.phrasing) > 0.5


def test_a_pair_is_scored_where_one_of_the_two_asks() -> None:
    for first, second in ((True, True), (True, False), (False, True)):
        assert len(scored(Met(A, BELL, 0, first), Met(B, RETOLD, 0, second))) == 1
    assert scored(Met(A, BELL, 0, False), Met(B, RETOLD, 0, False)) == []


@pytest.mark.parametrize(("apart", "met"), [(0, True), (7, True), (8, False), (13, False)])
def test_the_window_is_exact(apart: int, met: bool) -> None:
    assert bool(scored(Met(A, BELL, apart), Met(B, RETOLD, 0, False))) is met
    assert bool(scored(Met(A, BELL), Met(B, RETOLD, apart, False))) is met


def test_without_a_date_there_is_no_window_and_no_number_of_days() -> None:
    pairs = scored(Met(A, BELL, None), Met(B, RETOLD, 0, False), Met(C, BELL, 900, False), Met(D, BELL, None))
    assert [(pair.article_a, pair.article_b, pair.days) for pair in pairs] == [
        (A, B, None),
        (A, C, None),
        (A, D, None),
        (B, D, None),
        (C, D, None),
    ]


def test_what_two_articles_share_does_not_depend_on_the_others() -> None:
    two = Met(A, BELL), Met(B, RETOLD, 3, False)
    others = [Met(f"{number:032x}", f"{STRIKE} {number}", number % 5) for number in range(20)]
    assert [pair for pair in scored(*others, *two) if pair.article_a == A] == scored(*two)


def test_pairs_compared_in_several_steps_are_those_of_one(monkeypatch: pytest.MonkeyPatch) -> None:
    articles = [Met(f"{number:032x}", BELL if number % 2 else RETOLD) for number in range(9)]
    at_once = scored(*articles)
    monkeypatch.setattr("retold.stories.features._COMPARED_AT_ONCE", 2)
    assert scored(*articles) == at_once
    assert len(at_once) == 9 * 8 // 2


def test_nobody_has_no_pairs() -> None:
    assert scored() == []
    assert scored(Met(A, "", None)) == scored(Met(A, ""), Met(B, "Advertisement")) == []
