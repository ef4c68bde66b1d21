"""One writer at a time: a file lock that ends with the process that holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retold.errors import ArchiveBusy, ArchiveError

LOCK_NAME = "writer.lock"


@contextmanager
def exclusive(archive: Path) -> Iterator[None]:
    """Holds the right to write to the archive. Raises ArchiveBusy when another writer has it."""
    try:
        lock = (archive / LOCK_NAME).open("a+")
    except OSError as error:
        raise ArchiveError(f"cannot write to {archive}: {error.strerror}") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "unknown"
            raise ArchiveBusy(
                f"another process (number {holder}) is writing to {archive}: wait until it has finished"
            ) from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        yield
