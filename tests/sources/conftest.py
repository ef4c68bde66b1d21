"""What the tests of `sources` share: writing an input and reading it."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from retold.model import Article, Rejection
from retold.sources import Item, Note, read

NOW = datetime(2022, 9, 20, 12, tzinfo=UTC)


class Yielded:
    """What one call of `read` yielded, by kind."""

    def __init__(self, items: list[Item]) -> None:
        self.items = items
        self.articles = [item for item in items if isinstance(item, Article)]
        self.rejections = [item for item in items if isinstance(item, Rejection)]
        self.notes = [item for item in items if isinstance(item, Note)]

    @property
    def article(self) -> Article:
        """The only article there is."""
        (article,) = self.articles
        return article

    @property
    def reasons(self) -> list[str]:
        """The rejections' reasons in their order."""
        return [rejection.reason for rejection in self.rejections]


Reads = Callable[..., Yielded]
Writes = Callable[[str, str | bytes], Path]


@pytest.fixture
def reads() -> Reads:
    """Reads inputs; `stdin=b"..."` is given as standard input."""

    def call(*inputs: str | Path, stdin: bytes | None = None, **options: Any) -> Yielded:
        stream = None if stdin is None else io.BytesIO(stdin)
        options.setdefault("collected_at", NOW)
        return Yielded(list(read([str(given) for given in inputs], stdin=stream, **options)))

    return call


@pytest.fixture
def writes(tmp_path: Path) -> Writes:
    """Writes a file into the test's folder."""

    def call(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return call
