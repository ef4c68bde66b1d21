"""kill -9 while articles are added and while stages run: no version is harmed, nothing is lost or doubled."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from pipeline_corpus import REPORTS, jsonl, print_papers, telling
from pipeline_corpus import Record as Paper
from pipeline_record import record

from retold import Archive
from retold.archive.store import Store
from retold.archive.tables import TABLES, table_folder

KILLS = 50
LONGEST_SECONDS = 90.0
PARTS = 10
WORKERS_SECONDS = 2.0
"""What two workers take to start, or nearly so."""

PROCESS = """
import sys
import retold
from retold.engine import local
from retold.pipeline import adding, making

path, task, *folders = sys.argv[1:]
adding.COMMITTED_ITEMS = 4
if task == "run in a pool":
    local.INLINE_ROWS = 0
if task == "add in a pool":
    making.INLINE_SECONDS = 0.0
    making.PORTION_ROWS = 3
print("ready", flush=True)
if not sys.stdin.readline():
    sys.exit("the test that started this process has ended")
archive = retold.open(path)
if task.startswith("add"):
    archive.add(folders)
else:
    archive.run()
"""

TASKS = ["add", "run"] * 4 + ["add in a pool", "run in a pool"]


@dataclass(frozen=True, slots=True)
class Task:
    """A process that is ready to begin."""

    name: str
    process: subprocess.Popen[bytes]

    @classmethod
    def ready(cls, name: str, archive: Path, folders: list[Path]) -> Task:
        command = [sys.executable, "-c", PROCESS, str(archive), name, *map(str, folders)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        return cls(name, process)

    def killed(self, after: float) -> bool:
        """Whether it was killed before its end, so many seconds after its beginning."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        assert self.process.stdout.readline() == b"ready\n"
        self.process.stdin.write(b"go\n")
        self.process.stdin.flush()
        time.sleep(after)
        if self.name.endswith("in a pool"):
            self.process.kill()
        else:
            os.killpg(self.process.pid, signal.SIGKILL)
        said = self._said_by_all()
        assert self.process.returncode in (0, -signal.SIGKILL), said
        return self.process.returncode != 0

    def _said_by_all(self) -> bytes:
        """Workers have the same standard output and error: they end with the last of them."""
        try:
            return self.process.communicate(timeout=20)[1]
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            raise AssertionError("a worker process outlived the process that started it") from None


def folders_of_papers(root: Path) -> list[Path]:
    """Folders of a few files: cuts of the reports, one article twice, and broken lines."""
    papers = [
        telling(report, f"Paper-{first}-{last}-{hour}", hour, first, last)
        for hour, (first, last) in enumerate([(0, 8), (0, 5), (1, 6), (2, 7), (0, 4), (1, 5), (2, 6), (3, 7)])
        for report in REPORTS
    ]
    shares = [papers[number::PARTS] for number in range(PARTS)]
    return [printed(root / f"{number:02d}", share) for number, share in enumerate(shares)]


def printed(folder: Path, papers: list[Paper]) -> Path:
    print_papers(folder, papers)
    jsonl(folder / "zz-broken.jsonl", ["{", papers[-1], '{"text": 1}'])
    return folder


def versions_agree(path: Path, published: int) -> int:
    """The newest version, after a look at every table of it; `published` is the newest version so far."""
    archive = Archive(path)
    snapshot = archive.snapshot()
    assert snapshot.version >= published
    assert [run.version for run in archive.versions()] == list(range(1, snapshot.version + 1))
    keys = {name: ", ".join(f'"{key}"' for key in table.keys) for name, table in TABLES.items()}
    counts = " UNION ALL ".join(
        f"""SELECT '{name}', (SELECT count(*) FROM "{name}"),
            (SELECT count(*) FROM (SELECT DISTINCT {key} FROM "{name}"))"""
        for name, key in keys.items()
    )
    for name, rows, distinct in map(dict.values, archive.sql(counts).to_pylist()):
        assert rows == distinct == snapshot.rows(name), f"{name} has rows twice"
    return snapshot.version


def test_kills_at_any_moment_leave_every_version_whole_and_the_record_as_if_undisturbed(
    tmp_path: Path,
) -> None:
    folders = folders_of_papers(tmp_path / "papers")
    path = Store.create_or_open(tmp_path / "archive").path
    moments = random.Random(7)
    undisturbed = Archive(tmp_path / "undisturbed")
    latest = durations(undisturbed, folders)
    begun = time.monotonic()
    killed = dict.fromkeys(latest, 0)
    version, seen = 0, record(Archive(path))

    def ready(attempt: int) -> Task:
        there = folders[: 1 + attempt * PARTS // KILLS]
        return Task.ready(TASKS[attempt % len(TASKS)], path, there)

    waiting = deque([ready(0), ready(1)])
    for attempt in range(KILLS):
        task = waiting.popleft()
        at_once = moments.random() < 0.2
        was_killed = task.killed(moments.uniform(0, 0.02 if at_once else latest[task.name]))
        killed[task.name] += was_killed
        waiting.append(ready(min(attempt + 2, KILLS - 1)))
        assert record(Archive(path).at(version)) == seen, "a published version changed"
        newest = versions_agree(path, version)
        if newest > version:
            version, seen = newest, record(Archive(path).at(newest))
        if time.monotonic() - begun > LONGEST_SECONDS:
            break
    for task in waiting:
        task.killed(0)
    assert min(killed.values()) > 0, "else nothing was tried"
    archive = Archive(path)
    archive.add(folders)
    archive.run()
    assert record(archive, "origin", "reason", "detail") == record(undisturbed, "origin", "reason", "detail")
    assert files_without_commit(archive.path) == set()


def durations(archive: Archive, folders: list[Path]) -> dict[str, float]:
    """Seconds by which each task is done, or nearly so; a pool starts its workers first."""
    begun = time.monotonic()
    archive.add(folders)
    added = time.monotonic()
    archive.run()
    run = time.monotonic() - added
    pools = {"add in a pool": 1.5 * (added - begun) + WORKERS_SECONDS, "run in a pool": 2.5 * run}
    return {"add": 1.5 * (added - begun), "run": 1.2 * run, **pools}


def files_without_commit(archive: Path) -> set[str]:
    """Data files that no commit to their table has: left by an interrupted one."""
    there = {str(path) for path in archive.rglob("*.parquet") if "checkpoint" not in path.name}
    tables = [folder for name in TABLES if (folder := table_folder(archive, name)).exists]
    return there - {
        file for folder in tables for v in range(folder.version() + 1) for file in folder.files(v)
    }
