"""Versions of the whole record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class TableVersion:
    """The Delta version at which a version of the record reads a table."""

    name: str
    version: int


@dataclass(frozen=True, slots=True)
class StageRecord:
    """What one stage cost and made: wall-clock seconds, rows of its output written."""

    stage: str
    seconds: float
    rows: int


@dataclass(frozen=True, slots=True)
class Run:
    """One version of the whole record: written last, so a reader never sees half a run.

    `settings` is the JSON of `retold.settings.Settings`.
    """

    version: int
    started_at: datetime
    finished_at: datetime
    code_version: str
    settings: str
    tables: tuple[TableVersion, ...]
    stages: tuple[StageRecord, ...]
