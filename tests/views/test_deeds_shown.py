"""Who does what to whom in a report, over its tellings."""

from __future__ import annotations

import pytest
from told_story import told_story

from retold.views import StoryView
from retold.views.deeds import DeedView

EXPELLED = "Norway expelled three Belarusian diplomats on Tuesday and closed the trade office in Bergen, the cabinet said."
ANSWER = (
    "Belarus condemned the decision and vowed to expel three Norwegian diplomats before the end of the month."
)
ANOTHER = "Belarus condemned the decision and declined to expel three Norwegian diplomats before the end of the month."
TALKS = "Sweden and Norway will hold talks in Oslo next week, officials said, after months of silence on both sides."
CALM = "Few people were to be seen in the rainy streets around the embassy, where a single lamp was lit at night."


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> StoryView:
    told = {
        "wire": [EXPELLED, ANSWER, TALKS, CALM],
        "copy": [EXPELLED, ANOTHER, CALM],
    }
    return told_story(tmp_path_factory.mktemp("deeds"), told, "2026-03")


def deeds_of(view: StoryView, event_type: str) -> list[DeedView]:
    [report] = view.reports
    return [deed for deed in report.deeds if deed.event_type == event_type]


def test_a_deed_is_told_once_with_all_who_have_it(view: StoryView) -> None:
    [expelled] = [deed for deed in deeds_of(view, "SANCTION") if deed.mode == "expel" and deed.polarity]
    assert expelled.sources == ("Norway",)
    assert expelled.modality == "actual"
    assert len(expelled.article_ids) == 2


def test_what_tellings_code_differently_stands_apart_in_one_passage(view: StoryView) -> None:
    [promised] = deeds_of(view, "THREATEN")
    [condemned] = deeds_of(view, "ACCUSE")
    assert len(promised.article_ids) == 1
    assert len(condemned.article_ids) == 2
    assert promised.passage == condemned.passage


def test_what_one_telling_left_out_is_of_the_other_alone(view: StoryView) -> None:
    [report] = view.reports
    sources = {telling.article_id: telling.source for telling in report.renditions}
    meetings = [deed for deed in report.deeds if deed.literal_type == "CONSULT"]
    assert [[sources[article] for article in deed.article_ids] for deed in meetings] == [["wire"]]
    assert set(meetings[0].sources) == {"Sweden", "Norway"}


def test_deeds_stand_in_the_order_of_the_passages(view: StoryView) -> None:
    [report] = view.reports
    places = [deed.passage for deed in report.deeds]
    assert places == sorted(places, key=lambda place: place or 0)
    assert not any("lamp" in deed.trigger for deed in report.deeds)
