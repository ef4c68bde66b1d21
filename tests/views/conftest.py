from __future__ import annotations

import sys
from pathlib import Path

import pytest

from retold.archive.store import Snapshot

sys.path.insert(0, str(Path(__file__).parent))

from harbour_record import publish_harbour_record


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return publish_harbour_record(tmp_path_factory.mktemp("views") / "archive")
