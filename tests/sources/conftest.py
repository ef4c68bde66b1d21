"""What the tests of `sources` share: writing an input and reading it."""

from __future__ import annotations

import io
import pickle
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from retold.model import Article, Rejection
from retold.sources import Item, Note, items_of, read_drafts

NOW = datetime(2022, 9, 20, 12, tzinfo=UTC)


class Yielded:
    """What the inputs of one call yielded, by kind."""

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


def carried(thing: Any) -> Any:
    """The thing as another process gets it."""
    return pickle.loads(pickle.dumps(thing))


Reads = Callable[..., Yielded]
Writes = Callable[[str, str | bytes], Path]


@pytest.fixture
def reads() -> Reads:
    """Reads inputs as `add` does; `stdin=b"..."` is given as standard input.

    Every draft and all that is made of it pass through pickle, as between a process and its workers.
    """

    def call(*inputs: str | Path, stdin: bytes | None = None, **options: Any) -> Yielded:
        stream = None if stdin is None else io.BytesIO(stdin)
        options.setdefault("collected_at", NOW)
        drafts = read_drafts([str(given) for given in inputs], stdin=stream, **options)
        return Yielded([item for draft in drafts for item in carried(list(items_of(carried(draft))))])

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
