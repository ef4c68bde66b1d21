"""A byte stream to numbered lines of bounded length."""

from __future__ import annotations

import io
from collections.abc import Iterator

from retold.settings import InputLimits

SKIP_BYTES = 1_000_000


def line_bytes(limits: InputLimits) -> int:
    """Bytes a line may have: JSON may write a character as twelve (`\\ud83d\\ude00`), most are written as one."""
    return 6 * limits.text_characters + 65_536


def bounded_lines(stream: io.BufferedReader, most_bytes: int) -> Iterator[tuple[int, bytes | None]]:
    """Each line's number, from 1, and its bytes with the line end; None for a line longer than `most_bytes`."""
    number = 0
    while line := stream.readline(most_bytes):
        number += 1
        if line.endswith(b"\n") or len(line) < most_bytes:
            yield number, line
        else:
            _skip_line(stream)
            yield number, None


def _skip_line(stream: io.BufferedReader) -> None:
    while (piece := stream.readline(SKIP_BYTES)) and not piece.endswith(b"\n"):
        pass
