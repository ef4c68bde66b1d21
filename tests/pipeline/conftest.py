from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from pipeline_corpus import PRESS, print_papers
from pipeline_record import Record, record

import retold


@pytest.fixture(scope="session")
def press_record(tmp_path_factory: pytest.TempPathFactory) -> Record:
    """The record of the whole press, added and run at once."""
    folder = tmp_path_factory.mktemp("at-once")
    archive = retold.open(folder / "archive")
    archive.add(print_papers(folder / "papers", PRESS))
    archive.run()
    return record(archive)


@pytest.fixture
def archive(tmp_path: Path) -> retold.Archive:
    """An archive that is not there yet."""
    return retold.open(tmp_path / "archive")
