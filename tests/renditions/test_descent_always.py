"""What holds for the descent of any tellings."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from retold.renditions.descent import descent
from retold.renditions.telling import Telling, telling

START = datetime(2031, 5, 1, tzinfo=UTC)
# Wordings of each passage: as it was written, and rewritten.
WORDINGS = [
    [
        "The council of Vik voted late on Monday to sell the old fish hall.",
        "Vik's old hall for fish is to be sold.",
    ],
    [
        "A brewery from the next valley had offered nine million crowns.",
        "Nine million were offered by a brewery.",
    ],
    [
        "Two members left the room before the vote and would not say why.",
        "A pair of members walked out earlier.",
    ],
    [
        "The hall has stood empty since the fleet moved north in 2009.",
        "Since the boats went north it stood idle.",
    ],
]
TOLD = st.dictionaries(st.integers(0, len(WORDINGS) - 1), st.integers(0, 1))
FAMILIES = st.lists(st.tuples(TOLD, st.none() | st.integers(0, 3)), min_size=1, max_size=6)
Family = list[tuple[dict[int, int], int | None]]


def tellings(family: Family) -> list[Telling]:
    return [
        telling(
            f"article{number}",
            None if hour is None else START + timedelta(hours=hour),
            f"Outlet {number}",
            None,
            {passage: WORDINGS[passage][wording] for passage, wording in told.items()},
        )
        for number, (told, hour) in enumerate(family)
    ]


@given(FAMILIES, st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(family: Family, shuffler: random.Random) -> None:
    given_order = tellings(family)
    shuffled = shuffler.sample(given_order, len(given_order))
    assert descent("s", "r", shuffled) == descent("s", "r", given_order)


@given(FAMILIES)
def test_each_telling_has_one_row_and_shares_a_passage_with_its_parent(family: Family) -> None:
    found = {one.article_id: one for one in tellings(family)}
    rows = descent("s", "r", list(found.values()))
    assert [row.article_id for row in rows] == sorted(found)
    for row in rows:
        assert 0 <= row.copied_share <= 1 and 0 <= row.confidence <= 1
        if row.parent_id is not None:
            assert found[row.article_id].passages.keys() & found[row.parent_id].passages.keys()


def test_a_later_telling_does_not_come_from_one_that_it_shares_nothing_with() -> None:
    rows = {
        row.article_id: row for row in descent("s", "r", tellings([({0: 0, 1: 0}, 0), ({2: 0, 3: 0}, 1)]))
    }
    assert [row.parent_id for row in rows.values()] == [None, None]


def test_two_tellings_of_one_hour_are_not_each_others_parents() -> None:
    full = dict.fromkeys(range(4), 0)
    rows = descent("s", "r", tellings([(full, 0), (full, 0)]))
    assert [row.parent_id for row in rows] == [None, "article0"]


def test_a_thousand_copies_of_one_telling_all_come_from_the_first() -> None:
    full = dict.fromkeys(range(4), 0)
    rows = descent("s", "r", tellings([(full, 0), *[(full, 1)] * 999]))
    assert {row.parent_id for row in rows[1:]} == {"article0"}
    assert {row.kind for row in rows[1:]} == {"verbatim"}
