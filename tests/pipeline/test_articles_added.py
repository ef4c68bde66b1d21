"""What `add` takes, knows already and refuses."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from pipeline_corpus import PRESS, Record, jsonl, print_papers
from pipeline_record import on_disk, table_rows

from retold import Archive
from retold.archive.store import Store
from retold.archive.writer import Writer
from retold.model import Rejection
from retold.pipeline import adding
from retold.pipeline.adding import Added

FIRST, SECOND, THIRD = PRESS[:3]


def told(added: Added) -> tuple[int, int, int]:
    return added.new, added.known, added.rejected


def rejected(archive: Archive) -> list[tuple[str, str, str]]:
    """File name with the place in it, reason, file name the detail ends with."""
    rows = archive.table("rejected").to_pylist()
    return [(Path(row["origin"]).name, row["reason"], Path(row["detail"]).name) for row in rows]


def test_the_same_folder_again_changes_nothing_on_disk(archive: Archive, tmp_path: Path) -> None:
    folder = print_papers(tmp_path / "papers", PRESS)
    jsonl(folder / "broken.jsonl", ["{no json", PRESS[0]])
    first = archive.add(folder)
    before = on_disk(archive)
    again = archive.add(folder)
    assert told(first) == (10, 0, 2)
    assert told(again) == (0, 10, 2)
    assert again.version == first.version == 1
    assert on_disk(archive) == before


def test_a_folder_again_after_a_run_changes_nothing_on_disk(archive: Archive, tmp_path: Path) -> None:
    folder = print_papers(tmp_path / "papers", PRESS)
    archive.add(folder)
    version = archive.run().version
    before = on_disk(archive)
    assert archive.add(folder).version == version
    assert archive.run().version == version
    assert on_disk(archive) == before


def test_one_article_under_two_names_is_refused_as_a_duplicate(archive: Archive, tmp_path: Path) -> None:
    jsonl(tmp_path / "a.jsonl", [FIRST])
    jsonl(tmp_path / "b.jsonl", [FIRST])
    added = archive.add([tmp_path / "a.jsonl", tmp_path / "b.jsonl"])
    assert told(added) == (1, 0, 1)
    assert rejected(archive) == [("b.jsonl#line=1", "duplicate", "a.jsonl#line=1")]
    assert added.rejections[0].detail == f"the same article as {tmp_path / 'a.jsonl'}#line=1"


def test_names_with_a_number_sign_are_names_of_two_files(archive: Archive, tmp_path: Path) -> None:
    archive.add(jsonl(tmp_path / "a#1.jsonl", [FIRST]))
    assert told(archive.add(jsonl(tmp_path / "a#2.jsonl", [FIRST]))) == (0, 0, 1)


def test_one_article_twice_in_a_file_is_refused_each_time_it_is_read(
    archive: Archive, tmp_path: Path
) -> None:
    path = jsonl(tmp_path / "press.jsonl", [FIRST, SECOND, FIRST])
    assert told(archive.add(path)) == (2, 0, 1)
    assert rejected(archive) == [("press.jsonl#line=3", "duplicate", "press.jsonl#line=1")]
    before = on_disk(archive)
    assert told(archive.add(path)) == (0, 2, 1)
    assert on_disk(archive) == before


def test_one_file_named_twice_is_read_twice_and_known(archive: Archive, tmp_path: Path) -> None:
    path = jsonl(tmp_path / "a.jsonl", [FIRST, SECOND])
    assert told(archive.add([path, str(path), tmp_path])) == (2, 4, 0)
    assert rejected(archive) == []


def test_an_article_added_later_under_another_name_is_refused(archive: Archive, tmp_path: Path) -> None:
    archive.add(jsonl(tmp_path / "a.jsonl", [FIRST, SECOND]))
    articles = table_rows(archive, "articles")
    added = archive.add(jsonl(tmp_path / "b.jsonl", [SECOND]))
    assert told(added) == (0, 0, 1)
    assert added.version == 2
    assert rejected(archive) == [("b.jsonl#line=1", "duplicate", "a.jsonl#line=2")]
    assert table_rows(archive, "articles") == articles


def test_a_file_that_has_grown_gives_what_is_new_in_it(archive: Archive, tmp_path: Path) -> None:
    """Also when the new line is the first, and every other article stands in another place."""
    archive.add(jsonl(tmp_path / "a.jsonl", [FIRST, SECOND]))
    assert told(archive.add(jsonl(tmp_path / "a.jsonl", [THIRD, FIRST, SECOND]))) == (1, 2, 0)


def test_a_corrected_article_is_a_new_one_beside_the_old(archive: Archive, tmp_path: Path) -> None:
    archive.add(jsonl(tmp_path / "a.jsonl", [FIRST]))
    corrected: Record = {**FIRST, "text": FIRST["text"].replace("1,200", "1,300")}
    assert told(archive.add(jsonl(tmp_path / "a.jsonl", [corrected]))) == (1, 0, 0)
    assert archive.table("articles").num_rows == 2


def test_bad_inputs_cost_none_of_their_neighbours(archive: Archive, tmp_path: Path) -> None:
    folder = print_papers(tmp_path / "papers", PRESS[:4])
    jsonl(folder / "between.jsonl", [PRESS[4], "{", "[]", '{"text": 7}', PRESS[5], '{"text": ""}', PRESS[6]])
    (folder / "dam-void.jsonl").touch()
    (folder / "dam-x.bin").write_bytes(bytes(range(256)) * 4)
    (folder / "dam-y.html").write_bytes(b"<html>")
    (folder / "lost.jsonl").symlink_to(folder / "nowhere")
    added = archive.add([tmp_path / "missing.txt", folder, jsonl(tmp_path / "last.jsonl", [PRESS[7]])])
    assert added.new == 8
    assert added.rejected == len(added.rejections) == archive.table("rejected").num_rows
    origins = {Path(rejection.origin).name for rejection in added.rejections}
    assert origins == {
        "missing.txt",
        *(f"between.jsonl#line={number}" for number in (2, 3, 4, 6)),
        "dam-void.jsonl",
        "dam-x.bin",
        "dam-y.html",
        "lost.jsonl",
    }
    assert all(rejection.reason and rejection.detail for rejection in added.rejections)


def test_an_archive_inside_the_folder_is_not_read_into_itself(tmp_path: Path) -> None:
    folder = print_papers(tmp_path / "papers", PRESS[:3])
    inside = Archive(folder / "record")
    inside.add(folder)
    before = on_disk(inside)
    again = inside.add(folder)
    assert told(again) == (0, 3, 0)
    assert [Path(note.origin).name for note in again.notes] == ["record"]
    assert on_disk(inside) == before


def test_a_folder_whose_name_begins_like_the_archive_is_read(tmp_path: Path) -> None:
    archive = Archive(tmp_path / "record")
    assert archive.add(print_papers(tmp_path / "record-papers", PRESS[:2])).new == 2


@pytest.mark.parametrize("held", [1, 2, 3])
def test_the_size_of_commits_does_not_matter(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, held: int
) -> None:
    path = jsonl(tmp_path / "a.jsonl", [FIRST, "{", FIRST, SECOND, "{", THIRD, SECOND])
    at_once = Archive(tmp_path / "at-once")
    at_once.add(path)
    monkeypatch.setattr(adding, "COMMITTED_ITEMS", held)
    added = archive.add(path)
    assert told(added) == (3, 0, 4)
    assert added.version == 1
    assert table_rows(archive, "articles") == table_rows(at_once, "articles")
    assert table_rows(archive, "rejected") == table_rows(at_once, "rejected")


def test_rejections_alone_are_committed_before_they_pile_up(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "COMMITTED_ITEMS", 10)
    archive.add(jsonl(tmp_path / "a.jsonl", ["{"] * 35))
    assert len(archive.snapshot().files("rejected")) == 4
    assert archive.table("rejected").num_rows == 35


class Killed(BaseException):
    """Stands for the end of the process."""


def test_an_add_that_ends_between_its_tables_loses_no_rejection(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The articles are committed, the refusal of their duplicate is not: it comes when the file is read again."""
    path = jsonl(tmp_path / "a.jsonl", [FIRST, FIRST, SECOND])
    append = Writer.append

    def die_after(writer: Writer, table: str, files: list[str], mark: str) -> None:
        append(writer, table, files, mark)
        raise Killed

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(Writer, "append", die_after)
        archive.add(path)
    assert archive.version == 0
    assert archive.table("articles").num_rows == 0
    assert told(archive.add(path)) == (0, 2, 1)
    assert archive.table("articles").num_rows == 2
    assert rejected(archive) == [("a.jsonl#line=2", "duplicate", "a.jsonl#line=1")]


def test_standard_input_is_read_and_its_lack_is_a_rejection(archive: Archive) -> None:
    assert archive.add("-").rejected == 1
    stream = io.BytesIO(FIRST["text"].encode())
    assert told(archive.add("-", stdin=stream)) == (1, 0, 0)


def test_what_is_told_is_bounded_and_what_is_stored_is_not(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "TOLD", 5)
    added = archive.add(jsonl(tmp_path / "a.jsonl", ["{"] * 8))
    assert (len(added.rejections), added.rejected, archive.table("rejected").num_rows) == (5, 8, 8)
    assert all(isinstance(rejection, Rejection) for rejection in added.rejections)


def test_the_progress_counts_articles(archive: Archive, tmp_path: Path) -> None:
    calls: list[tuple[str, int, int | None]] = []
    archive.add(print_papers(tmp_path / "papers", PRESS[:4]), lambda *call: calls.append(call))
    assert [done for _, done, _ in calls] == [1, 2, 3, 4]
    assert {(stage, total) for stage, _, total in calls} == {("articles", None)}


def test_the_stage_of_an_add_counts_its_new_articles(archive: Archive, tmp_path: Path) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS[:4]))
    shutil.rmtree(tmp_path / "papers")
    archive.add(print_papers(tmp_path / "papers", PRESS[2:7]))
    rows = [
        [(stage.stage, stage.rows) for stage in run.stages] for run in Store.open(archive.path).versions()
    ]
    assert rows == [[("articles", 4)], [("articles", 3)]]
