"""What holds for the stemma of any tellings."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from retold.renditions.stemma import TOGETHER, stemma
from retold.renditions.telling import Telling, telling

START = datetime(2031, 5, 1, tzinfo=UTC)
WORDINGS = [
    ["The council of Vik voted to sell the old fish hall.", "Vik's old hall for fish is to be sold."],
    ["A brewery had offered nine million crowns for it.", "Nine million were offered by a brewery."],
    ["Two members left the room before the vote.", "A pair of members walked out earlier."],
    ["The hall has stood empty since 2009.", "Since 2009 it stood idle."],
]
TOLD = st.dictionaries(st.integers(0, len(WORDINGS) - 1), st.integers(0, 1))
CREDITS = st.sampled_from([None, "Fjordpress", "Outlet 0"])
FAMILIES = st.lists(st.tuples(TOLD, st.none() | st.integers(0, 3), CREDITS), min_size=1, max_size=7)
Family = list[tuple[dict[int, int], int | None, str | None]]


def tellings(family: Family) -> list[Telling]:
    return [
        telling(
            f"article{number}",
            None if hour is None else START + timedelta(hours=hour),
            f"Outlet {number}",
            agency,
            {passage: WORDINGS[passage][wording] for passage, wording in told.items()},
        )
        for number, (told, hour, agency) in enumerate(family)
    ]


@given(FAMILIES, st.randoms(use_true_random=False))
def test_the_order_of_input_does_not_matter(family: Family, shuffler: random.Random) -> None:
    given_order = tellings(family)
    assert stemma(shuffler.sample(given_order, len(given_order))) == stemma(given_order)


@given(FAMILIES)
def test_every_telling_has_one_row_and_goes_back_to_a_root(family: Family) -> None:
    rows = {row.article_id: row for row in stemma(tellings(family))}
    assert len(rows) == len(family)
    for name in rows:
        line = [name]
        while (parent := rows[line[-1]].parent_id) is not None:
            assert parent not in line
            line.append(parent)


@given(FAMILIES)
def test_a_parent_shares_a_passage_or_the_whole_wording(family: Family) -> None:
    found = {one.article_id: one for one in tellings(family)}
    for row in stemma(list(found.values())):
        assert 0 <= row.confidence <= 1
        if row.parent_id is not None:
            ours, theirs = found[row.article_id].passages, found[row.parent_id].passages
            assert ours == theirs or ours.keys() & theirs.keys()


@given(FAMILIES)
def test_a_second_parent_is_a_third_telling(family: Family) -> None:
    for row in stemma(tellings(family)):
        if row.second_parent_id is not None:
            assert row.parent_id is not None
            assert row.second_parent_id not in (row.article_id, row.parent_id)


@hypothesis_settings(max_examples=5)
@given(st.randoms(use_true_random=False))
def test_a_thousand_copies_of_few_wordings_are_hung_from_their_first(chance: random.Random) -> None:
    family: Family = [({0: 0, 1: 0, 2: 0}, 0, None), ({0: 0, 1: 1}, 1, None)]
    told = tellings([*family, *(chance.choice(family) for _ in range(998))])
    assert {row.parent_id for row in stemma(told)} <= {None, "article0", "article1"}


def test_more_wordings_than_are_judged_together_still_make_one_tree() -> None:
    chance = random.Random(3)
    names = [f"word{number}" for number in range(60)]
    told = [
        telling(f"{number:04}", None, None, None, {0: " ".join(chance.sample(names, 12))})
        for number in range(TOGETHER + 5)
    ]
    rows = stemma(told)
    known = {row.article_id for row in rows}
    assert len(rows) == TOGETHER + 5
    assert all(row.parent_id is None or row.parent_id in known for row in rows)
