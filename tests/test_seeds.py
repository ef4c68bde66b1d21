"""The first real input: two tellings of one agency report, translated and rewritten."""

from __future__ import annotations

from pathlib import Path

import pytest

import retold
from retold.model import Span

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "data" / "seeds"
# Sentences of the first text and of the second that plainly tell the same, by their numbers.
PARALLEL = {
    *((7, 1), (8, 2), (9, 3), (10, 4), (11, 5), (12, 6), (13, 7), (15, 8), (16, 9), (17, 10)),
    *((18, 11), (19, 12), (20, 13), (21, 14), (23, 15), (24, 16), (25, 17), (26, 18), (27, 21), (28, 22)),
}

pytestmark = pytest.mark.skipif(
    not SEEDS.exists(), reason="the seed texts are not part of the project: ../shared"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> retold.Archive:
    made = retold.open(tmp_path_factory.mktemp("seeds") / "archive")
    assert made.add([SEEDS / "*.txt"]).new == 2
    made.run()
    return made


def linked(archive: retold.Archive) -> set[tuple[int, int]]:
    first, second = (row["article_id"] for row in in_order(archive))
    cells: dict[int, dict[str, list[int]]] = {}
    for row in archive.table("collation").to_pylist():
        cells.setdefault(row["passage"], {})[row["article_id"]] = row["sentences"]
    return {(i, j) for told in cells.values() for i in told.get(first, []) for j in told.get(second, [])}


def in_order(archive: retold.Archive) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = archive.table("articles").to_pylist()
    return sorted(rows, key=lambda row: row["origin"])


def test_they_are_one_story_and_one_report_in_two_renditions(archive: retold.Archive) -> None:
    [story] = archive.table("stories").to_pylist()
    assert (story["articles"], story["reports"], story["independent_sources"]) == (2, 1, 1)
    assert len({row["report_id"] for row in archive.table("renditions").to_pylist()}) == 1
    assert archive.table("renditions").num_rows == 2


def test_both_go_back_to_a_lost_original_of_the_agency(archive: retold.Archive) -> None:
    assert [row["agency"] for row in in_order(archive)] == ["AFP", "AFP"]
    assert [row["parent_id"] for row in archive.table("renditions").to_pylist()] == [None, None]


def test_parallel_sentences_stand_in_the_same_passages(archive: retold.Archive) -> None:
    links = linked(archive)
    assert len(links & PARALLEL) >= 19
    assert len(links - PARALLEL) <= 2


def test_bare_texts_compare_alike(archive: retold.Archive) -> None:
    texts = [row["text"] for row in in_order(archive)]
    compared = retold.compare(*texts)
    assert compared.same_report > 0.5
    assert compared.kind in ("paraphrased", "translated")
    assert all(isinstance(span, Span) for ours, theirs in compared.passages for span in ours + theirs)
    assert len(compared.passages) >= 19


def test_what_was_changed_in_telling_is_found_and_typed(archive: retold.Archive) -> None:
    """A meeting told as done and as planned, and a hedge that got lost; no reversal where there is none."""
    turning = [row for row in archive.table("variants").to_pylist() if row["changes_meaning"]]
    readings = {frozenset(reading["text"] for reading in row["readings"]): row["kind"] for row in turning}
    assert readings == {
        frozenset({"met", "set to meet"}): "modality",
        frozenset({"not", "not automatically"}): "modality",
    }


def test_one_was_translated_and_the_other_rewritten(archive: retold.Archive) -> None:
    made = {row["article_id"]: row["kind"] for row in archive.table("renditions").to_pylist()}
    assert [made[row["article_id"]] for row in in_order(archive)] == ["translated", "paraphrased"]
