from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from called import Called, call_in_process, run_program, write_articles

import retold as library
from retold.cli import main


@pytest.fixture
def retold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Callable[..., Called]:
    """The command, called in this process with a folder of its own as the current one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("RETOLD_ARCHIVE", raising=False)

    def call(*arguments: str | Path) -> Called:
        monkeypatch.setattr(sys, "argv", ["retold", *map(str, arguments)])
        return call_in_process(main, capsys)

    return call


@pytest.fixture(scope="session")
def harbour_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_articles(tmp_path_factory.mktemp("inputs") / "harbour.jsonl")


@pytest.fixture(scope="session")
def harbour(tmp_path_factory: pytest.TempPathFactory, harbour_file: Path) -> Path:
    """An archive to read: two tellings of a strike and a report on lentils."""
    folder = tmp_path_factory.mktemp("cli") / "harbour"
    archive = library.open(folder)
    archive.add(harbour_file)
    archive.run()
    return folder


@pytest.fixture(scope="session")
def demo_archive(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Called]:
    """The archive that `retold demo` makes, and what the command said."""
    folder = tmp_path_factory.mktemp("demo")
    return folder / "retold-demo", run_program("demo", cwd=folder)
