"""Packed bytes to unpacked ones, one piece at a time, with a guard against bombs."""

from __future__ import annotations

import io
import zlib
from typing import TYPE_CHECKING

from retold.errors import InputError

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

MAGIC = b"\x1f\x8b"
GUARD_FROM_BYTES = 10_000_000
"""Below this much output a high expansion does no harm: a log of one repeated line is legitimate."""
PIECE = 65_536


class Unpacked(io.RawIOBase):
    """A gzip stream (of one or more members) as the bytes it holds.

    Reading raises InputError `truncated` when the stream ends too early, `bad_gzip` when it is damaged, and
    `expansion` when it yields more than `expansion` bytes for each byte in; in each case only after everything
    before was given out.
    """

    def __init__(self, packed: io.BufferedReader, expansion: int) -> None:
        self._packed = packed
        self._expansion = expansion
        self._member = zlib.decompressobj(wbits=31)
        self._input = b""
        self._ready = b""
        self._bytes_in = 0
        self._bytes_out = 0
        self._output_waits = False
        self._ended = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        while not self._ready and not self._ended:
            self._unpack_piece()
        size = memoryview(buffer).nbytes
        given, self._ready = self._ready[:size], self._ready[size:]
        memoryview(buffer)[: len(given)] = given
        return len(given)

    def _unpack_piece(self) -> None:
        if self._member.eof and not self._next_member():
            return
        if not self._input and not self._output_waits and not self._fill():
            raise InputError(
                "truncated", f"the gzip stream ends early, after {self._bytes_out} unpacked bytes"
            )
        try:
            self._ready = self._member.decompress(self._input, PIECE)
        except zlib.error as error:
            raise InputError(
                "bad_gzip", f"damaged after {self._bytes_out} unpacked bytes: {error}"
            ) from error
        self._input = self._member.unconsumed_tail or self._member.unused_data
        self._output_waits = len(self._ready) == PIECE
        self._count(len(self._ready))

    def _count(self, unpacked: int) -> None:
        self._bytes_out += unpacked
        consumed = max(1, self._bytes_in - len(self._input))
        if self._bytes_out > GUARD_FROM_BYTES and self._bytes_out > self._expansion * consumed:
            self._ready = b""
            detail = (
                f"{consumed} packed bytes have become {self._bytes_out}; at most {self._expansion} for one"
            )
            raise InputError("expansion", detail)

    def _fill(self) -> bool:
        self._input = self._packed.read1(PIECE)
        self._bytes_in += len(self._input)
        return bool(self._input)

    def _next_member(self) -> bool:
        """Begin the next member. Padding or foreign bytes after the last one are passed over, as gzip does."""
        self._input = self._input.lstrip(b"\0")
        while len(self._input) < len(MAGIC):
            known = self._input
            if not self._fill():
                self._ended = True
                return False
            self._input = (known + self._input).lstrip(b"\0")
        if not self._input.startswith(MAGIC):
            self._ended = True
            return False
        self._member = zlib.decompressobj(wbits=31)
        return True


def unpacked(packed: io.BufferedReader, expansion: int) -> io.BufferedReader:
    """The unpacked bytes of a gzip stream; see `Unpacked` for what reading them raises."""
    return io.BufferedReader(Unpacked(packed, expansion), PIECE)
