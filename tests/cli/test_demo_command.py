"""Claims about the real command, in a process of its own."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import time
from pathlib import Path

import psutil
from called import PROGRAM, Called, environment, run_program

import retold

ESCAPE = "\x1b"


def test_demo_counts_articles_and_reports_and_tells_how_right_it_is(
    demo_archive: tuple[Path, Called],
) -> None:
    folder, demo = demo_archive
    assert demo.status == 0
    stories = re.findall(
        r"^([0-9a-f]{8})  (.+)\n {10}(\d+) articles?, (\d+) independent reports?$", demo.out, re.MULTILINE
    )
    assert sum(int(articles) for _, _, articles, _ in stories) == 53
    for what in ("stories", "reports", "kinds", "parents"):
        [(right, every)] = re.findall(rf"^  {what} +(\d+) of (\d+) right", demo.out, re.MULTILINE)
        assert 0 < int(right) <= int(every)
    [(found, planted)] = re.findall(r"^  planted changes found: (\d+) of (\d+),", demo.out, re.MULTILINE)
    assert 0 < int(found) <= int(planted)
    assert "retold show " in demo.out
    assert folder.is_dir()


def test_demo_again_says_the_same_and_changes_nothing(demo_archive: tuple[Path, Called]) -> None:
    folder, first = demo_archive
    version = retold.open(folder).version
    again = run_program("demo", cwd=folder.parent)
    assert (again.status, again.out) == (0, first.out)
    assert retold.open(folder).version == version


def test_what_demo_suggests_works(demo_archive: tuple[Path, Called]) -> None:
    folder, demo = demo_archive
    suggested = [line.strip() for line in demo.out.splitlines() if line.startswith("  retold show")]
    for command in suggested:
        shown = run_program(*command.split()[1:], cwd=folder.parent)
        assert shown.status == 0
        assert re.search(r"^\d+ articles = \d+ independent reports?$", shown.out, re.MULTILINE)
    assert suggested


def test_added_articles_can_be_shown_at_once(tmp_path: Path, harbour_file: Path) -> None:
    added = run_program("add", harbour_file, cwd=tmp_path)
    assert (added.status, added.out) == (0, "")
    assert "3 new, 0 known, 0 rejected" in added.err
    shown = run_program("show", "tarn dockers", cwd=tmp_path)
    assert shown.status == 0
    assert "2 articles = 1 independent report\n" in shown.out
    assert "[-forty-]{+fourteen+}" in shown.out.replace("\n     ", " ")


def test_on_a_terminal_differences_have_colours_instead_of_marks(harbour: Path) -> None:
    ours, theirs = pty.openpty()
    surroundings = {name: value for name, value in environment().items() if name != "NO_COLOR"}
    program = subprocess.Popen(
        [*PROGRAM, "show", "tarn", "--archive", str(harbour), "--width", "110"],
        stdout=theirs,
        env=surroundings | {"TERM": "xterm-256color"},
    )
    os.close(theirs)
    out = _read_to_end(ours)
    assert program.wait(30) == 0
    assert "fourteen" in out
    assert "{+" not in out
    assert ESCAPE in out


def test_a_reader_that_goes_away_is_no_cause_for_complaint(harbour: Path) -> None:
    for command in (["stories"], ["show", "tarn"]):
        program = subprocess.Popen(
            [*PROGRAM, *command, "--archive", str(harbour)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment(),
        )
        assert program.stdout
        assert program.stderr
        program.stdout.close()
        assert program.stderr.read() == b""
        program.stderr.close()
        assert program.wait(30) in (0, 1)


def wait_until_idle(pid: int, deadline: float) -> None:
    """Until a process waits for input: Python may swallow an interrupt that comes while it imports.

    On a busy machine a process that gets no time is still to run, not asleep.
    """
    process, asleep = psutil.Process(pid), 0
    while asleep < 20 and time.monotonic() < deadline:
        asleep = asleep + 1 if process.status() == psutil.STATUS_SLEEPING else 0
        time.sleep(0.1)


def test_interrupted_from_the_keyboard_it_ends_with_130(tmp_path: Path) -> None:
    program = subprocess.Popen(
        [*PROGRAM, "add", "-", "--archive", str(tmp_path / "archive")],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        text=True,
    )
    deadline = time.monotonic() + 90
    while not (tmp_path / "archive" / "writer.lock").exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    wait_until_idle(program.pid, deadline)
    program.send_signal(signal.SIGINT)
    _, err = program.communicate(timeout=30)
    assert program.returncode == 130, err
    assert "Traceback" not in err


def test_what_goes_into_a_pipe_is_utf_8_wherever_we_run(demo_archive: tuple[Path, Called]) -> None:
    folder, _ = demo_archive
    query = "SELECT title FROM articles WHERE external_id = 'crimea-03'"
    ended = subprocess.run(
        [*PROGRAM, "sql", query, "--format", "json", "--archive", str(folder)],
        capture_output=True,
        env=environment() | {"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        check=True,
    )
    assert "“" in json.loads(ended.stdout.decode("utf-8"))[0]["title"]


def _read_to_end(descriptor: int) -> str:
    parts = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # how Linux says that the other side has closed
            break
        if not part:
            break
        parts.append(part)
    os.close(descriptor)
    return b"".join(parts).decode("utf-8")
