"""The command called, in this process or in one of its own, and articles to call it with."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

import retold

PROGRAM = [sys.executable, "-c", "from retold.cli import main; main()"]

STRIKE = (
    "TARN, May 2 (Seawire) - Dockers in the port of Tarn stopped work at noon on Sunday after talks on a "
    "night allowance broke down, leaving forty ships at anchor outside the bay.\n\n"
    "The harbour authority closed both container quays and told pilots to stay ashore until a guard of "
    "volunteers could be found for the locks.\n\n"
    "Union leader Marta Oduya accused the operators of tearing up an agreement that had held since the "
    "great storm of 1987, and said her members would picket the grain terminal as well.\n\n"
    "Shipping agents put the loss at nine million crowns a day and warned that refrigerated fruit from "
    "the islands would begin to rot by Wednesday.\n\n"
    "Mediators are expected to meet both sides at the customs house on Monday."
)
LENTILS = (
    "A cook in the hills above Brenna has gathered eighty recipes for lentils in a slim volume that sold "
    "out within a week.\n\n"
    "Her grandmother wrote most of them on the backs of seed packets, she says, and measured salt by the "
    "hollow of her hand.\n\n"
    "The publisher plans a second printing before the chestnut fair in October."
)


@dataclass(frozen=True, slots=True)
class Called:
    """How a call ended and what it wrote."""

    status: int
    out: str
    err: str


def call_in_process(main: Callable[[], None], capsys: pytest.CaptureFixture[str]) -> Called:
    with pytest.raises(SystemExit) as ended:
        main()
    written = capsys.readouterr()
    return Called(int(ended.value.code or 0), written.out, written.err)


def environment() -> dict[str, str]:
    source = str(Path(retold.__file__).parents[1])
    kept = {name: value for name, value in os.environ.items() if name not in ("RETOLD_ARCHIVE", "COLUMNS")}
    return kept | {"PYTHONPATH": source}


def run_program(*arguments: str | Path, cwd: Path | None = None, given: str = "") -> Called:
    """The real command in a process of its own."""
    ended = subprocess.run(
        [*PROGRAM, *map(str, arguments)],
        input=given,
        capture_output=True,
        text=True,
        cwd=cwd,
        env=environment(),
        timeout=60,
        check=False,
    )
    return Called(ended.returncode, ended.stdout, ended.stderr)


def write_articles(path: Path) -> Path:
    """Two tellings of a strike that differ in one number, and an article on something else."""
    rows = [
        {"id": "strike-1", "source": "The Quay", "title": "Tarn dockers strike", "text": STRIKE},
        {
            "id": "strike-2",
            "source": "Morning Tide",
            "title": "Port at a standstill",
            "text": STRIKE.replace("forty", "fourteen"),
        },
        {"id": "lentils", "source": "Valley Voice", "title": "A book of lentils", "text": LENTILS},
    ]
    hours = ["2021-05-02T13:00:00Z", "2021-05-02T15:00:00Z", "2021-06-01T08:00:00Z"]
    lines = [json.dumps(row | {"published": hour}) for row, hour in zip(rows, hours, strict=True)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path
