"""Byte streams as the readers want them: buffered, with a look ahead; seekable where a format needs it."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, BinaryIO

from retold.errors import InputError
from retold.sources.formats import HEAD_BYTES

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

IN_MEMORY_BYTES = 10_000_000


class _Filled(io.RawIOBase):
    """Any binary stream as a raw one that gives full buffers, so that a look ahead sees enough of a pipe."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        piece = self._stream.read(memoryview(buffer).nbytes)
        memoryview(buffer)[: len(piece)] = piece
        return len(piece)


def buffered(stream: BinaryIO) -> io.BufferedReader:
    """The stream with a look ahead of `HEAD_BYTES`; the stream itself is left open."""
    return io.BufferedReader(_Filled(stream), HEAD_BYTES)


@contextmanager
def seekable(stream: io.BufferedReader, most_bytes: int) -> Iterator[io.BufferedReader]:
    """The stream itself, or a temporary copy if it cannot be read at any place.

    Raises InputError `too_large` when the copy would exceed `most_bytes`.
    """
    if stream.seekable():
        yield stream
        return
    with tempfile.SpooledTemporaryFile(IN_MEMORY_BYTES) as copy:
        size = 0
        while piece := stream.read(HEAD_BYTES):
            size += len(piece)
            if size > most_bytes:
                raise InputError("too_large", f"more than {most_bytes} bytes; see InputLimits.unpacked_bytes")
            copy.write(piece)
        copy.seek(0)
        yield io.BufferedReader(copy)
