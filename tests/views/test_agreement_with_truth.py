from __future__ import annotations

import dataclasses
import json
from pathlib import Path

from harbour_record import STORY_OF, TELLINGS

from retold.archive.store import Snapshot
from retold.views import Agreement, Truth, agreement, truth_of

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


def test_truth_is_read_line_by_line(tmp_path: Path) -> None:
    file = tmp_path / "truth.jsonl"
    rows = [dataclasses.asdict(row) | {"changes": []} for row in TRUTH]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert truth_of(file) == TRUTH
