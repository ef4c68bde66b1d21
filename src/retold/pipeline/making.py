"""Drafts to articles: the first of them in this process, the rest in worker processes, all in their order."""

from __future__ import annotations

import os
import pickle
from collections.abc import Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from time import thread_time
from typing import Any

import pyarrow as pa

from retold.engine.pool import WorkerPool
from retold.engine.portions import PORTION_BYTES, PORTION_ROWS, Portion
from retold.model import Article
from retold.sources import DraftItem, Item, items_of
from retold.sources.items import Drafted
from retold.text import language_of

INLINE_SECONDS = 4.0
"""Seconds of CPU after which workers are started: some 10,000 articles of 500 words, or hundreds of web pages.

Starting two takes 4 s of the cores; they win that back over what would take this process 4 s more (an estimate).
"""

_PICKLED = pa.schema([pa.field("items", pa.binary(), nullable=False)])


def made(found: Iterable[DraftItem]) -> Generator[Item, None, None]:
    """The articles of the drafts, with their language, or the rejections of them; the other items as they are.

    Few portions are held at a time. Closing the iterator ends the workers. Raises RetoldError when a worker dies.
    """
    workers = os.cpu_count() or 1
    drafts = iter(found)
    begun = thread_time()
    for item in drafts:
        yield from _made(item)
        if workers > 1 and thread_time() - begun > INLINE_SECONDS:
            break
    with closing(WorkerPool(workers)) as pool:
        for _, items in pool.run(made_portion, portions_of(drafts)):
            yield from _unpickled(items)


def made_portion(portion: Portion) -> pa.Table:
    """What a worker makes of a portion."""
    return _pickled([item for draft in _unpickled(portion.table) for item in _made(draft)])


def _made(draft: DraftItem) -> Iterator[Item]:
    for item in items_of(draft):
        if isinstance(item, Article) and item.language is None:
            yield replace(item, language=language_of(item.text))
        else:
            yield item


def portions_of(drafts: Iterable[DraftItem]) -> Iterator[Portion]:
    """The items in portions of at most `PORTION_ROWS`, closed by the one that brings them to `PORTION_BYTES`."""
    held: list[DraftItem] = []
    size = 0
    for draft in drafts:
        held.append(draft)
        size += draft.size if isinstance(draft, Drafted) else 0
        if len(held) >= PORTION_ROWS or size >= PORTION_BYTES:
            yield Portion(_pickled(held), (len(held),))
            held, size = [], 0
    if held:
        yield Portion(_pickled(held), (len(held),))


def _pickled(items: Sequence[DraftItem | Item]) -> pa.Table:
    """The items in one cell: drafts hold what Arrow's strings cannot, like lone surrogates."""
    return pa.table({"items": [pickle.dumps(items)]}, schema=_PICKLED)


def _unpickled(table: pa.Table) -> Any:
    return pickle.loads(table.column("items")[0].as_py())
