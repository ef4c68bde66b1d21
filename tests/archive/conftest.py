from __future__ import annotations

import sys
from pathlib import Path

import pytest

from retold.archive.store import Store

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create_or_open(tmp_path / "archive")
