"""A user's list is part of the record: whenever it comes, articles are read with it, and with no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline_corpus import PRESS, print_papers
from pipeline_record import Record, record

from retold import Archive, pipeline
from retold.archive.store import Store
from retold.engine import local
from retold.errors import RetoldError
from retold.pipeline import importing
from retold.settings import Settings

LIST = """name,kind,country,sectors,aliases,wikidata_id
Mirela Dosh,person,UKR,GOV,Governor Dosh,Q777
Karvel Hydro,company,NLD,BUS,,
"""
NEWER = LIST.replace("UKR,GOV", "UKR,OPP")


def listed(path: Path, text: str = LIST) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def actors(archive: Archive) -> dict[str, tuple[str | None, list[str], bool]]:
    return {
        row["name"]: (row["country"], row["sectors"], row["in_dictionary"])
        for row in archive.table("actors").to_pylist()
    }


@pytest.fixture
def listed_first(tmp_path: Path) -> Archive:
    """Imported, added, run."""
    archive = Archive(tmp_path / "first")
    archive.import_actors(listed(tmp_path / "list.csv"))
    archive.add(print_papers(tmp_path / "papers", PRESS))
    archive.run()
    return archive


def of_reading(archive: Archive) -> Record:
    return {name: rows for name, rows in record(archive).items() if name != "rejected"}


def test_names_are_resolved_with_the_list(listed_first: Archive, press_record: Record) -> None:
    found = actors(listed_first)
    assert found["Mirela Dosh"] == ("UKR", ["GOV"], True)
    assert found["Karvel Hydro"] == ("NLD", ["BUS"], True)
    assert "Q777" in listed_first.table("actors").column("wikidata_id").to_pylist()
    assert record(listed_first)["actors"] != press_record["actors"]


def test_importing_afterwards_makes_the_same_record(
    archive: Archive, tmp_path: Path, listed_first: Archive
) -> None:
    archive.add(print_papers(tmp_path / "papers", PRESS))
    archive.run()
    assert actors(archive)["Mirela Dosh"][0] is None
    archive.import_actors(listed(tmp_path / "list.csv"))
    archive.run()
    assert of_reading(archive) == of_reading(listed_first)


def test_workers_read_with_the_list(
    archive: Archive, tmp_path: Path, listed_first: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(local, "INLINE_ROWS", 0)
    archive.add(print_papers(tmp_path / "papers", PRESS))
    archive.import_actors(listed(tmp_path / "list.csv"))
    archive.run()
    assert of_reading(archive) == of_reading(listed_first)


def test_a_list_without_articles_is_kept(archive: Archive, tmp_path: Path) -> None:
    imported = archive.import_actors(listed(tmp_path / "list.csv"))
    assert (imported.new, imported.rejected, imported.version) == (2, 0, 1)
    assert archive.run().version == 1
    assert len(archive.table("listed_actors")) == 2


def test_the_same_list_again_changes_nothing(listed_first: Archive, tmp_path: Path) -> None:
    version, before = listed_first.version, record(listed_first)
    for replace in (False, True):
        again = listed_first.import_actors(listed(tmp_path / "copy.csv"), replace=replace)
        assert (again.new, again.replaced, again.known, again.removed) == (0, 0, 2, 0)
    assert listed_first.run().version == version and record(listed_first) == before


def test_a_newer_version_of_an_actor_takes_its_place(listed_first: Archive, tmp_path: Path) -> None:
    imported = listed_first.import_actors(listed(tmp_path / "newer.csv", NEWER))
    assert (imported.new, imported.replaced, imported.known) == (0, 1, 1)
    listed_first.run()
    assert actors(listed_first)["Mirela Dosh"] == ("UKR", ["OPP"], True)
    assert len(listed_first.table("listed_actors")) == 2


def test_back_to_the_older_list_is_back_to_the_older_record(listed_first: Archive, tmp_path: Path) -> None:
    before = of_reading(listed_first)
    for text in (NEWER, LIST):
        listed_first.import_actors(listed(tmp_path / "list.csv", text))
        listed_first.run()
    assert of_reading(listed_first)["actors"] == before["actors"]


def test_replacing_lets_the_others_go(listed_first: Archive, tmp_path: Path) -> None:
    only = listed(tmp_path / "only.csv", LIST[: LIST.index("Karvel")])
    imported = listed_first.import_actors(only, replace=True)
    assert (imported.known, imported.removed) == (1, 1)
    listed_first.run()
    assert actors(listed_first)["Karvel Hydro"][0] is None
    assert actors(listed_first)["Mirela Dosh"][0] == "UKR"


def test_nothing_usable_replaces_nothing(listed_first: Archive, tmp_path: Path) -> None:
    imported = listed_first.import_actors(listed(tmp_path / "bad.csv", "name,country\n,UKR\n"), replace=True)
    assert (imported.removed, imported.rejected) == (0, 1)
    assert len(listed_first.table("listed_actors")) == 2


def test_refusals_stand_in_the_record_once(archive: Archive, tmp_path: Path) -> None:
    bad = listed(tmp_path / "bad.csv", "name,country\n,UKR\nAna Brandt,Narnia\n")
    for _ in range(2):
        imported = archive.import_actors(bad)
        assert imported.rejected == len(imported.rejections) == 2
    rows = archive.table("rejected").to_pylist()
    assert [row["reason"] for row in rows] == ["no_name", "bad_field"]
    assert [row["origin"].rpartition("#")[2] for row in rows] == ["row=1", "row=2"]


def test_names_that_two_actors_claim_are_said(archive: Archive, tmp_path: Path) -> None:
    archive.import_actors(listed(tmp_path / "list.csv"))
    other = listed(tmp_path / "other.csv", "name,kind,aliases\nDosh Dams,company,Governor Dosh\n")
    [note] = archive.import_actors(other).notes
    assert "'Governor Dosh' names 2 actors" in note.message
    assert len(archive.table("listed_actors")) == 3


def test_a_killed_import_leaves_the_list_as_it_was(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive.import_actors(listed(tmp_path / "list.csv"))

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, pytest.raises(KeyboardInterrupt):
        patched.setattr(importing, "_tables", killed)
        archive.import_actors(listed(tmp_path / "newer.csv", NEWER))
    assert archive.version == 1
    assert archive.import_actors(listed(tmp_path / "newer.csv", NEWER)).replaced == 1


def test_another_version_of_retold_looks_names_up_anew(listed_first: Archive) -> None:
    """As do its own actors, without which every article would be read with hashes of the other."""
    before, version = of_reading(listed_first), listed_first.version
    run = pipeline.run(Store.open(listed_first.path), Settings(), "another version")
    assert run.version > version and of_reading(listed_first) == before


def test_a_fixed_version_takes_no_list(listed_first: Archive, tmp_path: Path) -> None:
    with pytest.raises(RetoldError, match="for reading"):
        listed_first.at(1).import_actors(tmp_path / "list.csv")


def test_progress_is_told(archive: Archive, tmp_path: Path) -> None:
    told: list[tuple[str, int, int | None]] = []
    archive.import_actors(listed(tmp_path / "list.csv"), lambda *done: told.append(done))
    assert told[-1] == ("list", 2, None)
