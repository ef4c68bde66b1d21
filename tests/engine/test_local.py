"""What holds for the engine of one machine alone: its processes and its scratch files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import engine_functions as fn
import pyarrow as pa
import pytest

from retold.engine.local import INLINE_ROWS, LocalEngine
from retold.errors import RetoldError

MANY = pa.table({"name": ["a"] * INLINE_ROWS})
FEW = pa.table({"name": ["a"] * (INLINE_ROWS - 1)})


def processes(engine: LocalEngine, table: pa.Table) -> set[int]:
    return set(engine.collect(engine.map(engine.frame(table), fn.process, fn.PROCESS))["process"].to_pylist())


def test_much_work_goes_to_other_processes_and_little_stays(tmp_path: Path) -> None:
    with LocalEngine(tmp_path / "scratch", workers=2) as engine:
        assert os.getpid() not in processes(engine, MANY)
        assert processes(engine, FEW) == {os.getpid()}
    with LocalEngine(tmp_path / "scratch", workers=1) as engine:
        assert processes(engine, MANY) == {os.getpid()}


def test_results_keep_the_order_of_the_rows(tmp_path: Path) -> None:
    table = pa.table({"name": [str(n) for n in range(5_000)]})
    with LocalEngine(tmp_path / "scratch", workers=2) as engine:
        result = engine.collect(engine.map(engine.frame(table), fn.lengths, fn.LENGTHS))
    assert result["name"].to_pylist() == table["name"].to_pylist()


@pytest.mark.parametrize("portion_rows", [1, 7, 10_000])
def test_results_do_not_depend_on_processes_nor_on_portions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, portion_rows: int
) -> None:
    monkeypatch.setattr("retold.engine.portions.PORTION_ROWS", portion_rows)
    values = range(INLINE_ROWS)
    table = pa.table(
        {"name": [f"é{n}" for n in values], "key": [f"k{n % 99}" for n in values], "value": values}
    )
    results = []
    for workers in (1, 2):
        with LocalEngine(tmp_path / "scratch", workers=workers) as engine:
            frame = engine.frame(table)
            mapped = engine.map(frame, fn.lengths, fn.LENGTHS)
            grouped = engine.group_map(frame, ["key"], fn.totals, fn.TOTALS, order_by=["value"])
            results.append((engine.collect(mapped), engine.collect(grouped)))
    assert results[0] == results[1]
    assert results[0][0]["name"].to_pylist() == table["name"].to_pylist()
    assert results[0][1]["rows"].to_pylist() == [len(values[n::99]) for n in sorted(range(99), key=str)]


@pytest.mark.parametrize("workers", [1, 2])
def test_sorting_in_parts_gives_the_same_groups(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, workers: int
) -> None:
    values = range(INLINE_ROWS)
    keys = [None if n % 99 == 7 else f"k{n % 99}" for n in values]
    table = pa.table({"name": [f"n{n}" for n in values], "key": keys, "value": [-n for n in values]})
    results = []
    for sorted_bytes in (100_000_000, 1_000):
        monkeypatch.setattr("retold.engine.local.SORTED_BYTES", sorted_bytes)
        with LocalEngine(tmp_path / "scratch", workers=workers) as engine:
            grouped = engine.group_map(engine.frame(table), ["key"], fn.totals, fn.TOTALS, order_by=["value"])
            results.append(engine.collect(grouped).sort_by("key"))
    assert results[0].num_rows == 99
    assert results[0] == results[1]


def test_an_error_in_a_worker_shows_where_it_arose(tmp_path: Path) -> None:
    with LocalEngine(tmp_path / "scratch", workers=2) as engine:
        with pytest.raises(ZeroDivisionError) as caught:
            engine.map(engine.frame(MANY), fn.divide, fn.PROCESS)
        assert "in divide" in str(caught.value.__cause__)
        assert os.getpid() not in processes(engine, MANY), "the pool works on after an error"


def test_an_error_that_cannot_be_pickled_is_told_in_words(tmp_path: Path) -> None:
    with (
        LocalEngine(tmp_path / "scratch", workers=2) as engine,
        pytest.raises(Exception, match="empty: no text"),
    ):
        engine.map(engine.frame(MANY), fn.refuse, fn.PROCESS)


def test_a_worker_that_dies_is_an_error_and_the_next_work_runs(tmp_path: Path) -> None:
    with LocalEngine(tmp_path / "scratch", workers=2) as engine:
        with pytest.raises(RetoldError, match="memory"):
            engine.map(engine.frame(MANY), fn.die, fn.PROCESS)
        assert os.getpid() not in processes(engine, MANY)


def test_closing_removes_the_scratch_files(tmp_path: Path) -> None:
    with LocalEngine(tmp_path / "scratch") as engine:
        [file] = engine.files(engine.frame(FEW))
        assert Path(file).is_file()
    assert not (tmp_path / "scratch").exists()


def test_a_frame_of_another_engine_is_refused(tmp_path: Path) -> None:
    class Other:
        schema = pa.schema([])

    with LocalEngine(tmp_path / "scratch") as engine, pytest.raises(TypeError, match="Other"):
        engine.count(Other())


def test_a_sort_larger_than_the_memory_limit_spills_to_disk(tmp_path: Path) -> None:
    sql = "SELECT CAST(range AS VARCHAR) || repeat('x', 90) AS name FROM range(1000000) ORDER BY hash(range)"
    with LocalEngine(tmp_path / "scratch", workers=1, memory_limit="60MB") as engine:
        assert engine.count(engine.query(sql, {})) == 1_000_000


SCRIPT = """
import sys
from functools import partial
from pathlib import Path
sys.path.insert(0, sys.argv[2])
import engine_functions as fn
import pyarrow as pa
from retold.engine.local import LocalEngine

Path(sys.argv[1], "script-runs").open("a").write("once ")
with LocalEngine(Path(sys.argv[1], "scratch"), workers=2) as engine:
    frame = engine.frame(pa.table({"name": ["a"] * 5000}))
    if sys.argv[3] == "busy":
        engine.map(frame, partial(fn.note_and_sleep, sys.argv[1]), frame.schema)
    print(engine.count(engine.map(frame, fn.lengths, fn.LENGTHS)))
"""


def start_script(folder: Path, what: str) -> subprocess.Popen[str]:
    """A user's script without `if __name__ == "__main__"`."""
    script = folder / "script.py"
    script.write_text(SCRIPT)
    command = [sys.executable, str(script), str(folder), str(Path(__file__).parent), what]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)


def eventually(holds: Callable[[], bool], seconds: float = 30) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if holds():
            return True
        time.sleep(0.05)
    return False


def test_a_script_without_a_main_guard_runs_once(tmp_path: Path) -> None:
    output, _ = start_script(tmp_path, "count").communicate(timeout=60)
    assert output == "5000\n"
    assert (tmp_path / "script-runs").read_text() == "once "


def is_running(process: int) -> bool:
    stat = Path(f"/proc/{process}/stat")
    try:
        return stat.read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for processes in /proc")
def test_workers_end_when_their_parent_is_killed(tmp_path: Path) -> None:
    script = start_script(tmp_path, "busy")
    assert eventually(lambda: len(workers_seen(tmp_path)) == 2)
    os.kill(script.pid, signal.SIGKILL)
    script.wait()
    assert eventually(lambda: not any(map(is_running, workers_seen(tmp_path))))


def workers_seen(folder: Path) -> list[int]:
    return [int(path.name) for path in folder.iterdir() if path.name.isdigit()]
