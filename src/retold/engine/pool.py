"""A pool of worker processes that turns portions of rows into rows, in order."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import connection, get_context, parent_process
from threading import Thread
from types import ModuleType

import pyarrow as pa

from retold.engine.portions import Portion
from retold.errors import RetoldError

PortionFunction = Callable[[Portion], pa.Table]

Worked = tuple[int, pa.Table]
"""The rows of a portion, and what was made of it."""

IN_FLIGHT = 2
"""Portions handed out per worker: one in work, one waiting; no worker idles and memory stays bounded."""


class WorkerPool:
    """Worker processes, started when first needed and kept until `close`.

    They are spawned, never forked: DuckDB and Arrow hold threads that a forked child would miss. They end
    when this process ends, also when it is killed.
    """

    def __init__(self, workers: int) -> None:
        self._workers = workers
        self._executor: ProcessPoolExecutor | None = None

    def run(self, fn: PortionFunction, portions: Iterable[Portion]) -> Iterator[Worked]:
        """The results for the portions, in their order.

        What `fn` raises is raised here, with its traceback as the cause.
        """
        running: deque[tuple[int, Future[bytes]]] = deque()
        try:
            for portion in portions:
                if len(running) == IN_FLIGHT * self._workers:
                    yield self._worked(*running.popleft())
                running.append((portion.table.num_rows, self._submit(fn, portion)))
            while running:
                yield self._worked(*running.popleft())
        finally:
            for _, future in running:
                future.cancel()

    def close(self) -> None:
        """Ends the workers after the portions they are working on."""
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None

    def _submit(self, fn: PortionFunction, portion: Portion) -> Future[bytes]:
        if self._executor is None:
            self._executor = ProcessPoolExecutor(
                self._workers, mp_context=get_context("spawn"), initializer=_start_worker
            )
        with _no_main_module():
            return self._executor.submit(_work, fn, _packed(portion.table), portion.lengths)

    def _worked(self, rows: int, future: Future[bytes]) -> Worked:
        try:
            return rows, _unpacked(future.result())
        except BrokenProcessPool as error:
            self.close()
            raise RetoldError(
                "a worker process ended before its work was done, most often for lack of memory: "
                "run again with fewer workers or more memory"
            ) from error


# Objects made, less those let go, after which Python looks for cycles among them. By itself it does so at 700, which
# takes a third of the time where readings are made and kept (measured on 124,000 words); few of ours are in cycles.
_BETWEEN_COLLECTIONS = 100_000


def _start_worker() -> None:
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    # Ctrl-C reaches every process of the terminal; the parent alone decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _work(fn: PortionFunction, rows: bytes, lengths: tuple[int, ...]) -> bytes:
    try:
        return _packed(fn(Portion(_unpacked(rows), lengths)))
    except Exception as error:
        if _is_portable(error):
            raise
        said = "".join(traceback.format_exception_only(error)).strip()
        raise RuntimeError(said).with_traceback(error.__traceback__) from None


def _is_portable(error: Exception) -> bool:
    """Whether the error survives the way to the parent: one that does not would break the whole pool."""
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return False
    return True


def _packed(table: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as writer:
        writer.write_table(table)
    return bytes(sink.getvalue())


def _unpacked(rows: bytes) -> pa.Table:
    with pa.ipc.open_stream(rows) as reader:
        return reader.read_all()


@contextmanager
def _no_main_module() -> Iterator[None]:
    """Keeps a starting worker from running the user's script again, which few scripts are written to bear."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main
