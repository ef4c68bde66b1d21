"""The stages in order: what each reads, runs and writes. The algorithms are elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from retold.pipeline.stages import reading, reports, stories
from retold.pipeline.work import Work

Stage = Callable[[Work], int]
"""Brings a stage's tables up to date and returns the number of rows it wrote."""


STAGES: dict[str, Stage] = {
    "sentences": stories.sentences,
    "fingerprints": stories.fingerprints,
    "pairs": stories.pairs,
    "stories": stories.stories,
    "collation": reports.collation,
    "renditions": reports.renditions,
    "variants": reports.variants,
    "repairs": reports.repairs,
    "parses": reading.parses,
    "readings": reading.readings,
    "actors": reading.actors,
}
