from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from harbour_record import FLOOD, OWN, STRIKE, WIRE, article_id, publish_harbour_record

from retold.archive.store import Snapshot
from retold.errors import NotFound
from retold.model import CollationCell
from retold.views import ReportView, StoryView, only_report, story_view
from retold.views.edition import editions
from retold.views.rows import one_of, rows_where


@pytest.fixture(scope="module")
def strike(snapshot: Snapshot) -> StoryView:
    return story_view(snapshot, STRIKE)


@pytest.fixture(scope="module")
def wire(strike: StoryView) -> ReportView:
    return strike.reports[0]


def test_articles_stand_under_their_reports_the_most_told_first(strike: StoryView) -> None:
    told = {
        report.report_id: {telling.external_id for telling in report.renditions} for report in strike.reports
    }
    assert told == {WIRE: {"first", "copy", "copy-of-copy", "rewritten"}, OWN: {"own"}}
    assert list(told) == [WIRE, OWN]
    assert (strike.article_count, strike.report_count) == (5, 2)


def test_tellings_stand_under_their_parents(wire: ReportView) -> None:
    tree = [(telling.external_id, telling.depth) for telling in wire.renditions]
    assert tree == [("first", 0), ("copy", 1), ("copy-of-copy", 2), ("rewritten", 0)]


def test_an_original_is_lost_when_a_copy_goes_back_to_none_that_was_found(strike: StoryView) -> None:
    wire, own = strike.reports
    assert (wire.original_id, wire.original_lost) == (article_id("first"), True)
    assert (own.original_id, own.original_lost) == (article_id("own"), False)


def test_a_report_is_credited_to_the_agency_most_of_its_tellings_name(strike: StoryView) -> None:
    assert [report.agency for report in strike.reports] == ["Seawire", None]
    assert [report.source for report in strike.reports] == ["The Quay", "The Quay"]


def test_passages_are_held_against_the_original(wire: ReportView) -> None:
    first, ships, talks, town = wire.passages
    assert first.base_id == article_id("first")
    assert first.same == (article_id("copy"), article_id("copy-of-copy"))
    assert [wording.text for wording in first.others] == ["Longshoremen halted their labour at midday."]
    assert first.absent == ()
    [fewer] = ships.others
    assert fewer.article_ids == (article_id("copy"), article_id("copy-of-copy"))
    assert [(one.left, one.right) for one in fewer.differences if one.change != "same"] == [
        ("Forty", "Fourteen")
    ]
    assert ships.absent == (article_id("rewritten"),)
    assert (talks.same, talks.others, len(talks.absent)) == ((), (), 3)
    assert (town.base_id, len(town.absent)) == (article_id("rewritten"), 3)


def test_a_report_has_its_own_variants_and_consensus(strike: StoryView) -> None:
    wire, own = strike.reports
    assert [(one.kind, one.passage) for one in wire.variants] == [
        ("number", 1),
        ("date", 0),
        ("wording", 0),
        ("omission", 1),
        ("omission", 2),
    ]
    assert [one.text for one in wire.variants[0].readings] == ["Forty", "Fourteen"]
    assert [(passage.report_id, passage.passage) for passage in wire.consensus] == [
        (WIRE, number) for number in range(4)
    ]
    assert (own.variants, own.consensus) == ((), ())


def test_an_edition_of_other_cells_is_not_shown(snapshot: Snapshot) -> None:
    cells = rows_where(snapshot, CollationCell, "collation", one_of("report_id", [WIRE]))
    assert list(editions(snapshot, {WIRE: cells})) == [WIRE]
    moved = dataclasses.replace(cells[0], passage=3)
    for other in (cells[1:], [*cells, moved], [moved, *cells[1:]], []):
        assert editions(snapshot, {WIRE: other}) == {}


def test_one_report_can_be_asked_for(strike: StoryView) -> None:
    for name in ("2", OWN, OWN[:4], OWN[:6].upper()):
        assert [report.report_id for report in only_report(strike, name).reports] == [OWN]
    for name in ("0", "3", "bbb", "dddd", "", "²"):
        with pytest.raises(NotFound, match=r"there are 1 \(aaaaaaaa\), 2 \(bbbbbbbb\)"):
            only_report(strike, name)


def test_passages_can_be_left_out(snapshot: Snapshot) -> None:
    for report in story_view(snapshot, STRIKE, passages=False).reports:
        assert (report.passages, report.variants, report.consensus) == ((), (), ())


def test_a_story_without_dates_is_shown(snapshot: Snapshot) -> None:
    view = story_view(snapshot, FLOOD)
    assert (view.first_published, view.reports[0].renditions[0].published_at) == (None, None)


@pytest.mark.parametrize("stages", [1, 2, 3])
def test_what_is_not_worked_out_yet_is_left_open(tmp_path: Path, stages: int) -> None:
    view = story_view(publish_harbour_record(tmp_path / "archive", stages), STRIKE)
    tellings = [telling for report in view.reports for telling in report.renditions]
    assert len(tellings) == 5
    if stages < 3:
        assert {(telling.kind, telling.parent_id, telling.depth) for telling in tellings} == {(None, None, 0)}
        assert [report.original_lost for report in view.reports] == [False, False]
    assert bool(view.reports[0].passages) == (stages > 1)
    assert [(report.variants, report.consensus) for report in view.reports] == [((), ())] * 2
