from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest
from harbour_record import STORY_OF, TELLINGS

from retold.archive.store import Snapshot
from retold.views import Agreement, Truth, agreement, truth_of
from retold.views.planted_changes import PlantedChange, changes_to_facts

TRUTH = [
    Truth(name, STORY_OF[report], report, parent, kind)
    for name, (report, parent, kind, *_) in TELLINGS.items()
]


def test_a_record_that_is_right_agrees_in_everything(snapshot: Snapshot) -> None:
    assert agreement(snapshot, TRUTH) == Agreement(
        articles=6,
        stories_right=2,
        stories=2,
        reports_right=3,
        reports=3,
        kinds_right=6,
        parents_right=3,
        copies=3,
        changes_found=0,
        changes=0,
    )


def changed(name: str, **changes: str | None) -> list[Truth]:
    return [dataclasses.replace(row, **changes) if row.id == name else row for row in TRUTH]  # type: ignore[arg-type]


def test_one_article_in_the_wrong_place_costs_both_groups(snapshot: Snapshot) -> None:
    counts = agreement(snapshot, changed("own", story=STORY_OF["c" * 32], report="c" * 32))
    assert (counts.stories_right, counts.stories) == (0, 2)
    assert (counts.reports_right, counts.reports) == (1, 2)


def test_a_wrong_kind_and_a_wrong_parent_are_counted(snapshot: Snapshot) -> None:
    assert agreement(snapshot, changed("copy", kind="edited")).kinds_right == 5
    assert agreement(snapshot, changed("copy", parent="own")).parents_right == 2
    assert agreement(snapshot, changed("rewritten", parent="first")).parents_right == 2


def test_an_article_that_is_missing_is_not_right(snapshot: Snapshot) -> None:
    counts = agreement(snapshot, [*TRUTH, Truth("lost", STORY_OF["c" * 32], "d" * 32, "flood", "verbatim")])
    assert (counts.stories_right, counts.stories) == (1, 2)
    assert (counts.reports_right, counts.reports) == (3, 4)
    assert (counts.kinds_right, counts.articles) == (6, 7)
    assert (counts.parents_right, counts.copies) == (3, 4)


FORTY = PlantedChange("Forty ships wait outside", "Fourteen ships wait outside")


@pytest.mark.parametrize(
    ("article", "change", "found"),
    [
        ("copy", FORTY, True),
        ("copy-of-copy", FORTY, True),
        ("first", FORTY, False),
        ("rewritten", FORTY, False),
        ("own", FORTY, False),
        ("copy", PlantedChange("Forty", "Ninety"), False),
        ("copy", PlantedChange("Thirty", "Fourteen"), False),
        ("copy", PlantedChange("perhaps fourteen", "fourteen"), False),
        ("copy", PlantedChange("FORTY ships", "the ships, all fourteen"), True),
        ("rewritten", PlantedChange("at noon", "at midday"), True),
        ("rewritten", PlantedChange("Dockers", "Longshoremen"), False),
        ("copy", PlantedChange("the same", "The same"), False),
    ],
)
def test_a_planted_change_is_found_in_a_variant_of_note_of_its_article(
    snapshot: Snapshot, article: str, change: PlantedChange, found: bool
) -> None:
    truth = [dataclasses.replace(row, changes=(change,)) if row.id == article else row for row in TRUTH]
    counts = agreement(snapshot, truth)
    assert (counts.changes_found, counts.changes) == (found, 1)


def test_of_the_changes_those_to_facts_are_held_against_the_record() -> None:
    rows = [
        {"op": op, "before": "six", "after": "nine", "note": ""}
        for op in ("number_changed", "synonyms", "cut", "hedge_lost", "name_damaged")
    ]
    assert changes_to_facts(rows) == (PlantedChange("six", "nine"),) * 3


def test_truth_is_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "truth.jsonl"
    made = {"op": "date_changed", "before": "Monday", "after": "Tuesday", "note": "a day late"}
    rows = [dataclasses.asdict(row) | {"changes": [made] if row.id == "copy" else []} for row in TRUTH]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    late = (PlantedChange("Monday", "Tuesday"),)
    wanted = [dataclasses.replace(row, changes=late) if row.id == "copy" else row for row in TRUTH]
    assert truth_of(file) == wanted
