"""Who says what in a report, over its tellings."""

from __future__ import annotations

import pytest
from told_story import told_story

from retold.views import StoryView

LEAD = "The harbour of Vestmar will be dredged from June to August and the old mole torn down, the port authority said."
DEPTH = (
    "Ships of nine metres' draught can call at the berths from September, and two cranes have been ordered."
)
QUOTED = '"We have waited eleven years for this," said Anna Lind, the mayor of Vestmar, "and we will not wait twelve."'
AGAINST = "Fishermen fear for the herring that spawn along the mole each spring."
UNION = "Their union chief, Jon Berg, told Radio Nord that the boats would block the entrance."


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> StoryView:
    told = {
        "wire": [LEAD, DEPTH, QUOTED, AGAINST, UNION],
        "cut": [LEAD, DEPTH, QUOTED, AGAINST],
    }
    return told_story(tmp_path_factory.mktemp("sayings"), told, "2026-04")


def test_a_quotation_is_told_once_with_all_who_have_it(view: StoryView) -> None:
    [report] = view.reports
    [said] = [saying for saying in report.sayings if saying.speaker == "Anna Lind"]
    assert said.pieces == ('"We have waited eleven years for this,"', '"and we will not wait twelve."')
    assert len(said.article_ids) == 2
    assert report.passages[said.passage or 0].text == QUOTED


def test_what_one_telling_left_out_names_the_other(view: StoryView) -> None:
    [report] = view.reports
    [said] = [saying for saying in report.sayings if saying.speaker == "Jon Berg"]
    sources = {telling.article_id: telling.source for telling in report.renditions}
    assert [sources[article] for article in said.article_ids] == ["wire"]
    assert said.channel == "radio"


def test_fears_are_not_said(view: StoryView) -> None:
    [report] = view.reports
    assert not any("herring" in piece for saying in report.sayings for piece in saying.pieces)


def test_sayings_stand_in_the_order_of_the_passages(view: StoryView) -> None:
    [report] = view.reports
    places = [saying.passage for saying in report.sayings]
    assert places == sorted(places, key=lambda place: place or 0)
    assert len(places) == 3
