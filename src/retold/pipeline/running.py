"""Runs the stages over what is new in an archive and publishes the result."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from datetime import UTC, datetime
from functools import partial
from time import monotonic

import pyarrow.dataset as ds

from retold.archive.store import Store
from retold.archive.writer import Writer
from retold.engine.base import Engine
from retold.engine.local import LocalEngine
from retold.errors import RetoldError
from retold.identity import content_id
from retold.model import Article, Run, StageRecord
from retold.pipeline.adding import Progress
from retold.pipeline.listing import list_of
from retold.pipeline.stages.order import STAGES as _WORKED
from retold.pipeline.work import Work, recipe_of
from retold.schema import schema_of
from retold.settings import Settings

STAGES = ("articles", *_WORKED)
"""Names of the stages in order. `articles` is what `add` does."""


def run(
    store: Store,
    settings: Settings,
    code_version: str,
    *,
    engine: Engine | None = None,
    until: str | None = None,
    progress: Progress | None = None,
) -> Run:
    """Brings the record up to date with the articles, up to and including stage `until`.

    Returns the version that was published, or the one there is when nothing was to be done. Work of a run that was
    killed is taken over. Raises RetoldError for an unknown stage, ArchiveError.
    """
    if until is not None and until not in STAGES:
        raise RetoldError(f"there is no stage {until!r}; the stages are {', '.join(STAGES)}")
    started_at = datetime.now(UTC)
    with store.writer() as writer:
        recipe = recipe_of(settings, code_version)
        state = (
            f"{recipe}/{_fingerprint_of_articles(writer)}{list_of(writer)}{settings.model}+{settings.profile}"
        )
        own = LocalEngine(writer.scratch / "engine") if engine is None else nullcontext(engine)
        with own as working:
            work = partial(Work, working, writer, settings, recipe, state)
            stages = [
                _timed(name, work, progress)
                for name in STAGES[1 : None if until is None else STAGES.index(until) + 1]
            ]
        return writer.publish(started_at, code_version, settings.to_json(), stages)


def _timed(
    name: str, work: Callable[[Callable[[int, int | None], None]], Work], progress: Progress | None
) -> StageRecord:
    def told(done: int, total: int | None) -> None:
        if progress:
            progress(name, done, total)

    begun = monotonic()
    rows = _WORKED[name](work(told))
    return StageRecord(name, round(monotonic() - begun, 3), rows)


def _fingerprint_of_articles(writer: Writer) -> str:
    """Identifies the set of articles, whatever their order and files."""
    dataset = ds.dataset(writer.files("articles"), schema=schema_of(Article), format="parquet")
    ids = dataset.to_table(columns=["article_id"]).column("article_id").to_pylist()
    return content_id("articles", *sorted(ids))
