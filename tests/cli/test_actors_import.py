"""`retold actors import` takes in a list, says what it did, and ends with the status of the other commands."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from called import Called, run_program

Command = Callable[..., Called]


@pytest.fixture
def own_list(tmp_path: Path) -> Path:
    path = tmp_path / "own.csv"
    path.write_text("name,kind,country,sectors\nMarta Oduya,person,KEN,LAB\n", encoding="utf-8")
    return path


def test_a_list_is_taken_in_and_articles_are_read_with_it(
    retold: Command, own_list: Path, harbour_file: Path
) -> None:
    imported = retold("actors", "import", own_list)
    assert imported.status == 0 and imported.out == ""
    assert "1 new, 0 replaced, 0 known, 0 rejected" in imported.err and "version 1" in imported.err
    assert retold("add", harbour_file).status == 0
    [oduya] = json.loads(retold("actors", "--search", "oduya", "--kind", "person", "--format", "json").out)
    assert (oduya["country"], oduya["sectors"], oduya["in_dictionary"]) == ("KEN", ["LAB"], True)


def test_the_same_list_again_is_known(retold: Command, own_list: Path) -> None:
    retold("actors", "import", own_list)
    again = retold("actors", "import", own_list)
    assert again.status == 0 and "0 new, 0 replaced, 1 known" in again.err and "version" not in again.err


def test_what_is_rejected_is_told_and_the_rest_is_taken(retold: Command, tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_text("name,country\n,KEN\nMarta Oduya,KEN\n", encoding="utf-8")
    told = retold("actors", "import", "bad.csv", "missing.csv")
    assert told.status == 1
    assert "bad.csv#row=1: no_name" in told.err and "missing.csv: not_found" in told.err
    assert "1 new, 0 replaced, 0 known, 2 rejected" in told.err


def test_replaced_actors_are_counted(retold: Command, own_list: Path, tmp_path: Path) -> None:
    retold("actors", "import", own_list)
    (tmp_path / "other.csv").write_text("name\nBo Lind\n", encoding="utf-8")
    assert "1 new, 0 replaced, 0 known, 1 removed" in retold("actors", "import", "--replace", "other.csv").err


def test_a_list_comes_through_a_pipe(tmp_path: Path) -> None:
    told = run_program("actors", "import", "-", cwd=tmp_path, given="MARTA_ODUYA_ [KENLAB 990101-200101]\n")
    assert told.status == 0 and "1 new" in told.err


@pytest.mark.parametrize(
    "arguments",
    [("actors", "import"), ("actors", "--limit", "3", "import", "own.csv"), ("actors", "export", "own.csv")],
)
def test_wrong_usage_is_told(retold: Command, arguments: tuple[str, ...]) -> None:
    assert retold(*arguments).status == 2
