"""Where a line's meaning would change, and into what."""

from __future__ import annotations

from dataclasses import dataclass

# Verbs of saying beside which a name is a speaker's.
SPOKE = r"(?:said|says|told|added|warned|wrote|argued|insisted|stated)"


@dataclass(frozen=True, slots=True)
class Slip:
    """Where a line would be changed, and into what."""

    start: int
    end: int
    after: str
