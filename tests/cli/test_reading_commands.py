"""`retold statements` and `retold actors` list who said what and who is named, filtered, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from called import Called

Command = Callable[..., Called]


def rows(told: Called) -> list[dict[str, Any]]:
    assert told.status == 0, told.err
    return [json.loads(line) for line in told.out.splitlines()]


def test_statements_say_who_and_where_in_the_text(retold: Command, harbour: Path) -> None:
    found = rows(retold("statements", "--archive", harbour, "--format", "jsonl"))
    assert any("her members would picket the grain terminal" in one["content"] for one in found)
    [picket, *_] = [one for one in found if "picket" in one["content"]]
    assert picket["speaker"] and "Oduya" in (picket["actor"] or picket["speaker"])
    assert picket["content_end"] - picket["content_start"] == len(picket["content"])


def test_statements_are_filtered(retold: Command, harbour: Path) -> None:
    every = rows(retold("statements", "--archive", harbour, "--format", "jsonl"))
    hers = rows(retold("statements", "--archive", harbour, "--speaker", "oduya", "--format", "jsonl"))
    assert 0 < len(hers) < len(every)
    assert rows(retold("statements", "--archive", harbour, "--search", "fruit", "--format", "jsonl"))
    assert not rows(
        retold("statements", "--archive", harbour, "--search", "no such words", "--format", "jsonl")
    )
    assert len(rows(retold("statements", "--archive", harbour, "--limit", "1", "--format", "jsonl"))) == 1
    kinds = rows(retold("statements", "--archive", harbour, "--kind", "indirect", "--format", "jsonl"))
    assert {one["kind"] for one in kinds} == {"indirect"}


def test_actors_are_listed_with_their_forms(retold: Command, harbour: Path) -> None:
    found = rows(retold("actors", "--archive", harbour, "--kind", "person", "--format", "jsonl"))
    [oduya] = [one for one in found if one["name"] == "Marta Oduya"]
    assert oduya["articles"] >= 1 and "Marta Oduya" in [alias["text"] for alias in oduya["aliases"]]
    assert rows(retold("actors", "--archive", harbour, "--search", "ODUYA", "--format", "jsonl"))
    assert not rows(retold("actors", "--archive", harbour, "--country", "nzl", "--format", "jsonl"))


@pytest.mark.parametrize("command", ["statements", "actors"])
def test_every_format_tells_the_same(command: str, retold: Command, harbour: Path) -> None:
    lines = rows(retold(command, "--archive", harbour, "--format", "jsonl"))
    assert json.loads(retold(command, "--archive", harbour, "--format", "json").out) == lines
    told = retold(command, "--archive", harbour, "--format", "csv")
    assert len(list(csv.DictReader(io.StringIO(told.out)))) == len(lines)
    assert len(retold(command, "--archive", harbour).out.splitlines()) == len(lines) + 1


@pytest.mark.parametrize("command", ["statements", "actors"])
def test_wrong_usage_is_told(command: str, retold: Command, tmp_path: Path) -> None:
    assert retold(command, "--archive", tmp_path / "nothing").status == 1
    assert retold(command, "--limit", "0").status == 2
    assert retold(command, "--format", "xml").status == 2
