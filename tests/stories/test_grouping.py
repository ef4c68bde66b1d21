"""Judged pairs to groups: what joins, what does not, and that nothing depends on order."""

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from retold.stories.grouping import Edge, group

ITEMS = [f"a{number}" for number in range(8)]
PROBABILITY = st.sampled_from([0.0, 0.1, 0.3, 0.5, 0.7, 0.95, 1.0])
EDGES = st.dictionaries(st.sampled_from(list(combinations(ITEMS, 2))), PROBABILITY).map(
    lambda judged: [(a, b, probability) for (a, b), probability in judged.items()]
)
FULLNESS = st.fixed_dictionaries({item: st.integers(0, 5) for item in ITEMS})


@given(EDGES, st.none() | FULLNESS, st.randoms(use_true_random=False))
def test_the_order_of_edges_does_not_matter(
    edges: list[Edge], fullness: dict[str, int] | None, shuffler: random.Random
) -> None:
    turned = [(b, a, p) if shuffler.random() < 0.5 else (a, b, p) for a, b, p in edges]
    shuffler.shuffle(turned)
    items = shuffler.sample(ITEMS, len(ITEMS))
    assert group(items, turned, fullness) == group(ITEMS, edges, fullness)


@given(EDGES, st.none() | FULLNESS)
def test_every_item_is_in_exactly_one_group(edges: list[Edge], fullness: dict[str, int] | None) -> None:
    found = group([*ITEMS, *ITEMS], edges, fullness)
    assert sorted(item for members in found for item in members) == ITEMS
    assert found == sorted(sorted(members) for members in found)


@given(st.none() | FULLNESS)
def test_without_edges_everyone_stands_alone(fullness: dict[str, int] | None) -> None:
    assert group(ITEMS, [], fullness) == [[item] for item in ITEMS]


@given(EDGES, st.none() | FULLNESS)
def test_what_no_likely_pair_connects_is_never_together(
    edges: list[Edge], fullness: dict[str, int] | None
) -> None:
    unlikely = [(a, b, p) for a, b, p in edges if p < 0.5]
    assert group(ITEMS, unlikely, fullness) == [[item] for item in ITEMS]


def every(members: list[str], probability: float) -> list[Edge]:
    return [(a, b, probability) for a, b in combinations(members, 2)]


FLOOD = ["flood1", "flood2", "flood3"]
VOTE = ["vote1", "vote2", "vote3"]


def test_one_article_that_touches_two_stories_does_not_join_them() -> None:
    touching = [("round-up", "flood1", 0.9), ("round-up", "vote1", 0.9)]
    edges = [*every(FLOOD, 1.0), *every(VOTE, 1.0), *touching]
    found = group([*FLOOD, *VOTE, "round-up"], edges)
    assert [members for members in found if "flood1" in members] != [
        members for members in found if "vote1" in members
    ]
    assert sorted(len(members) for members in found) in ([3, 4], [1, 3, 3])


def test_groups_join_when_half_of_the_judged_pairs_and_members_speak_for_it() -> None:
    across = [(a, b, 0.6) for a in FLOOD for b in VOTE]
    edges = [*every(FLOOD, 1.0), *every(VOTE, 1.0), *across]
    assert group([*FLOOD, *VOTE], edges) == [[*FLOOD, *VOTE]]


CUTS = ["cut1", "cut2", "cut3", "cut4"]
WIRE = [("whole", cut, 1.0) for cut in CUTS]
FULL = {"whole": 9000, **dict.fromkeys(CUTS, 900)}


def test_cuts_that_share_nothing_join_through_the_whole() -> None:
    edges = [*WIRE, *every(CUTS, 0.0)]
    assert group([*CUTS, "whole"], edges, FULL) == [[*CUTS, "whole"]]


def test_cuts_that_share_nothing_stay_apart_without_the_whole() -> None:
    assert group(CUTS, every(CUTS, 0.0), FULL) == [[cut] for cut in CUTS]


def test_a_copy_of_a_first_version_joins_its_unlikely_later_versions() -> None:
    versions = ["version1", "version2", "version3"]
    edges = [
        *every(versions, 1.0),
        ("copy", "version1", 0.9),
        ("copy", "version2", 0.1),
        ("copy", "version3", 0.1),
    ]
    lengths = {"version1": 500, "version2": 700, "version3": 900, "copy": 400}
    assert group([*versions, "copy"], edges, lengths) == [["copy", *versions]]


def test_a_long_chain_of_copies_is_one_report() -> None:
    """Each of a thousand copies is judged beside a few others only: candidates are bounded."""
    copies = [f"{number:04d}" for number in range(1000)]
    edges = [(copies[i], copies[j], 1.0) for i in range(1000) for j in range(i + 1, min(1000, i + 12))]
    assert group(copies, edges, dict.fromkeys(copies, 3000)) == [copies]
