from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from retold.engine.base import Engine
from retold.engine.local import LocalEngine

sys.path.insert(0, str(Path(__file__).parent))


@pytest.fixture(params=["local"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """Every engine there is: what the tests say of it holds for all."""
    engines = {"local": LocalEngine}
    with engines[request.param](tmp_path / "scratch", workers=2) as made:
        yield made
