"""Stretches of time: who can meet does, once; and pairs of untouched stretches are kept."""

from collections import Counter
from itertools import combinations

import duckdb
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.stretches import pairs_of_other_stretches, placed_in_stretches

DAYS = st.lists(st.none() | st.integers(-30, 30) | st.integers(-40_000, 40_000), max_size=8)
WINDOWS = st.integers(1, 20)
Placed = list[tuple[int, int, bool]]


def fingerprints(days: list[int | None]) -> pa.Table:
    return pa.table({"article_id": pa.array(range(len(days)), pa.int64()), "day": pa.array(days, pa.int32())})


def placed(days: list[int | None], window: int) -> Placed:
    with duckdb.connect() as connection:
        connection.register("fingerprints", fingerprints(days))
        return connection.sql(placed_in_stretches(window)).fetchall()


def meetings(rows: Placed) -> Counter[tuple[int, int]]:
    """How often two articles are in a stretch in which one of them asks."""
    return Counter(
        (min(a, b), max(a, b))
        for (a, ours, a_asks), (b, theirs, b_asks) in combinations(rows, 2)
        if ours == theirs and (a_asks or b_asks)
    )


@given(DAYS, WINDOWS)
def test_articles_within_the_window_meet_once(days: list[int | None], window: int) -> None:
    met = meetings(placed(days, window))
    for (a, first), (b, second) in combinations(enumerate(days), 2):
        near = first is None or second is None or abs(first - second) <= window
        assert met[a, b] <= 1
        assert met[a, b] or not near, (first, second)


@given(DAYS, WINDOWS)
def test_articles_more_than_two_windows_apart_do_not_meet(days: list[int | None], window: int) -> None:
    met = meetings(placed(days, window))
    for (a, first), (b, second) in combinations(enumerate(days), 2):
        if first is not None and second is not None and abs(first - second) >= 2 * window:
            assert not met[a, b]


@given(DAYS, WINDOWS)
def test_an_article_asks_once_and_the_rows_do_not_grow_with_the_time(
    days: list[int | None], window: int
) -> None:
    rows = placed(days, window)
    assert Counter(article for article, _, asks in rows if asks) == Counter(range(len(days)))
    assert len(rows) <= 3 * len(days)


@given(DAYS, WINDOWS, st.data())
def test_a_pair_is_kept_unless_the_stretch_in_which_it_met_is_touched(
    days: list[int | None], window: int, data: st.DataObject
) -> None:
    rows = placed(days, window)
    new = data.draw(st.sets(st.sampled_from(range(len(days)))) if days else st.just(set()))
    touched = {stretch for article, stretch, _ in rows if article in new}
    met = [pair for pair in meetings(rows) if new.isdisjoint(pair)]
    worked_again = meetings([row for row in rows if row[1] in touched])
    with duckdb.connect() as connection:
        connection.register("fingerprints", fingerprints(days))
        connection.register("touched", pa.table({"stretch": pa.array(sorted(touched), pa.int64())}))
        columns = ("article_a", "article_b")
        sides = [pa.array([pair[side] for pair in met], pa.int64()) for side in range(2)]
        connection.register("before", pa.table(sides, names=columns))
        kept = set(connection.sql(pairs_of_other_stretches(window)).fetchall())
    assert kept == {pair for pair in met if not worked_again[pair]}
