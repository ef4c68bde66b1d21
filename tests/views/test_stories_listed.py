from __future__ import annotations

from datetime import date

import pytest
from harbour_record import FLOOD, STRIKE
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.archive.store import Snapshot
from retold.views import StoryFilters, story_list

DAY = date(2021, 5, 2)


def listed(snapshot: Snapshot, filters: StoryFilters) -> list[str]:
    return [story.story_id for story in story_list(snapshot, filters)]


def test_newest_first_and_undated_last(snapshot: Snapshot) -> None:
    assert [story.story_id for story in story_list(snapshot)] == [STRIKE, FLOOD]


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (StoryFilters(since=DAY, until=DAY), [STRIKE]),
        (StoryFilters(since=date(2021, 5, 3)), []),
        (StoryFilters(until=date(2021, 5, 1)), []),
        (StoryFilters(since=date.min, until=date.max), [STRIKE]),
        (StoryFilters(source="tide"), [STRIKE]),
        (StoryFilters(source="VALLEY voice"), [FLOOD]),
        (StoryFilters(agency="northern"), [STRIKE]),
        (StoryFilters(agency="valley"), []),
        (StoryFilters(source="valley", agency="seawire"), []),
        (StoryFilters(min_articles=2), [STRIKE]),
        (StoryFilters(search="harbour STRIKE"), [STRIKE]),
        (StoryFilters(search="title rewritten"), [STRIKE]),
        (StoryFilters(search="flood harbour"), []),
        (StoryFilters(search="  "), [STRIKE, FLOOD]),
        (StoryFilters(limit=1), [STRIKE]),
    ],
)
def test_filters(snapshot: Snapshot, filters: StoryFilters, wanted: list[str]) -> None:
    assert listed(snapshot, filters) == wanted


@pytest.mark.parametrize("words", ["' OR 1=1 --", "%", "_____", "strike'", 'a"b', "\\"])
def test_words_are_words_and_never_a_query(snapshot: Snapshot, words: str) -> None:
    assert listed(snapshot, StoryFilters(search=words)) == []
    assert listed(snapshot, StoryFilters(source=words)) == []


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=8))
def test_any_search_gives_a_selection(snapshot: Snapshot, words: str) -> None:
    assert set(listed(snapshot, StoryFilters(search=words))) <= {STRIKE, FLOOD}
