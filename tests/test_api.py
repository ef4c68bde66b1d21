"""The archive as `retold.open` gives it: versions to read, one of them to stay at, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pytest

import retold
from retold import Archive, RetoldError
from retold.archive.tables import TABLES
from retold.errors import ArchiveError, NotFound, QueryError, UnknownVersion
from retold.model import Article, Run
from retold.schema import schema_of

TEXT = """The harbour of Elmsport froze over on Sunday for the first time since 1963, its master, Lena Voss, said.

Three trawlers wait outside the ice with 40 tonnes of cod that will spoil by Wednesday.

The navy has promised an icebreaker, and the fishermen have promised its crew a dinner.

Schools stayed shut, and children skated between the moles until the police sent them home at dusk."""
CUT = TEXT.rpartition("\n\n")[0]
OTHER = """Voters in Cassel Bay chose a baker as their mayor on Saturday, by eleven votes out of 9,204.

Her rival, who has run the town for sixteen years, asked for every ballot to be counted a second time."""


def paper(folder: Path, name: str, text: str, day: int) -> Path:
    path = folder / f"{name}.jsonl"
    record = {"id": name, "source": name, "text": text, "published": f"2021-02-{day:02d}"}
    path.write_text(json.dumps(record), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """Four versions: one article, its record, two more articles, the record of all three."""
    folder = tmp_path_factory.mktemp("press")
    made = retold.open(folder / "archive")
    made.add(paper(folder, "Herald", TEXT, 7))
    made.run()
    made.add([paper(folder, "Mirror", CUT, 8), paper(folder, "Sun", OTHER, 8)])
    made.run()
    return made


def sources(read: Archive) -> list[str]:
    return sorted(read.table("articles").column("source").to_pylist())


def test_the_newest_version_is_read(archive: Archive) -> None:
    assert archive.version == 4
    assert sources(archive) == ["Herald", "Mirror", "Sun"]
    assert archive.table("stories").num_rows == 2
    assert archive.table("renditions").num_rows == 3


def test_an_older_version_is_read_as_it_stood(archive: Archive) -> None:
    articles = {version: sources(archive.at(version)) for version in range(5)}
    assert articles == {0: [], 1: ["Herald"], 2: ["Herald"], 3: sources(archive), 4: sources(archive)}
    stories = {version: archive.at(version).table("stories").num_rows for version in range(5)}
    assert stories == {0: 0, 1: 0, 2: 1, 3: 1, 4: 2}
    assert archive.at(2).sql("SELECT articles FROM stories").to_pylist() == [{"articles": 1}]
    assert archive.at(2).version == archive.at(3).at(2).version == 2


def test_versions_are_listed_oldest_first(archive: Archive) -> None:
    runs = archive.versions()
    assert [run.version for run in runs] == [1, 2, 3, 4]
    assert all(isinstance(run, Run) and run.code_version == retold.__version__ for run in runs)
    assert [[stage.stage for stage in run.stages][:1] for run in runs] == [["articles"], ["sentences"]] * 2
    assert all(run.started_at <= run.finished_at for run in runs)


@pytest.mark.parametrize("version", [5, -1, 1000])
def test_a_version_that_is_not_there_is_refused_at_once(archive: Archive, version: int) -> None:
    with pytest.raises(UnknownVersion, match="newest is 4"):
        archive.at(version)


def test_a_fixed_version_is_for_reading(archive: Archive, tmp_path: Path) -> None:
    fixed = archive.at(archive.version)
    with pytest.raises(RetoldError, match="version 4 is for reading"):
        fixed.add(paper(tmp_path, "Late", OTHER, 9))
    with pytest.raises(RetoldError, match="version 4 is for reading"):
        fixed.run()
    assert archive.version == 4


def test_a_fixed_version_stays_when_others_come(tmp_path: Path) -> None:
    growing = retold.open(tmp_path / "archive")
    growing.add(paper(tmp_path, "Herald", TEXT, 7))
    fixed, snapshot = growing.at(1), growing.snapshot()
    before = fixed.table("articles")
    growing.add(paper(tmp_path, "Mirror", CUT, 8))
    assert growing.version == 2
    assert fixed.version == 1
    assert fixed.table("articles") == before == snapshot.dataset("articles").to_table()


def test_tables_have_the_columns_of_the_record(archive: Archive) -> None:
    assert archive.table("articles").schema.equals(schema_of(Article))
    assert {name: archive.table(name).num_rows for name in ("utterances", "events")} == {
        "utterances": 0,
        "events": 0,
    }
    with pytest.raises(NotFound, match="stories, renditions"):
        archive.table("story")


def test_a_query_sees_every_table(archive: Archive) -> None:
    selects = " UNION ALL ".join(f'SELECT count(*) AS rows FROM "{name}"' for name in TABLES)
    found = archive.sql(selects)
    assert isinstance(found, pa.Table)
    assert found.column("rows").to_pylist() == [archive.table(name).num_rows for name in TABLES]
    with pytest.raises(QueryError, match="headlines"):
        archive.sql("SELECT headlines FROM stories")


def test_an_export_is_of_the_version_that_is_read(archive: Archive, tmp_path: Path) -> None:
    for version, rows in ((2, 1), (4, 3)):
        paths = archive.at(version).export(tmp_path / str(version))
        lines = {path.stem: path.read_text(encoding="utf-8").splitlines() for path in paths}
        assert len(lines["articles"]) == len(lines["renditions"]) == rows
        assert len(lines["runs"]) == version


def test_nothing_is_made_before_the_first_add(tmp_path: Path) -> None:
    archive = retold.open(tmp_path / "archive")
    for reading in (
        archive.run,
        archive.snapshot,
        archive.versions,
        lambda: archive.version,
        lambda: archive.at(0),
    ):
        with pytest.raises(ArchiveError, match="does not exist"):
            reading()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_other_things_in_it_is_left_alone(tmp_path: Path) -> None:
    path = paper(tmp_path / "..", tmp_path.name, TEXT, 7)
    (tmp_path / "letter.txt").write_text("Dear all")
    with pytest.raises(ArchiveError, match="no archive"):
        retold.open(tmp_path).add(path)
    assert [entry.name for entry in tmp_path.iterdir()] == ["letter.txt"]


def inputs(folder: Path) -> Iterator[object]:
    path = paper(folder, "Herald", TEXT, 7)
    yield from (path, str(path), [path], (str(path),), iter([path]), str(folder), f"{folder}/*.jsonl")


@pytest.mark.parametrize("number", range(7))
def test_inputs_are_named_one_or_many_as_text_or_path(tmp_path: Path, number: int) -> None:
    (tmp_path / "press").mkdir()
    given = list(inputs(tmp_path / "press"))[number]
    added = retold.open(tmp_path / "archive").add(given)  # type: ignore[arg-type]  # each is of one of its types
    assert (added.new, added.rejected, added.version) == (1, 0, 1)


def test_no_inputs_make_an_archive_and_no_version(tmp_path: Path) -> None:
    archive = retold.open(tmp_path / "archive")
    assert archive.add([]).version == 0
    assert archive.versions() == []
    assert archive.run().version == 0


def test_an_archive_says_what_it_is(archive: Archive) -> None:
    assert repr(archive) == f"Archive({str(archive.path)!r})"
    assert repr(archive.at(2)) == f"Archive({str(archive.path)!r}, 2)"
