"""The tellings of a report to its names put right: of each the best attested reading and its other forms."""

from __future__ import annotations

from collections.abc import Sequence

from retold.actors.name_slots import report_names
from retold.actors.repair_groups import groups
from retold.actors.repair_readings import NameAlias, RepairedName, damaging, repaired
from retold.renditions.telling import Telling

__all__ = ["NameAlias", "RepairedName", "repaired_names"]


def repaired_names(tellings: Sequence[Telling]) -> list[RepairedName]:
    """The names of one report, each once, by name; the order of the tellings does not matter.

    Names that stand in one slot of aligned passages are one when they are the same shorter or in another order, when
    their parts sound or are spelled alike, or when a common word stands for a part. Figures: bench/name_repair.py.
    """
    found = groups(report_names(tellings))
    damage = damaging(found)
    names = (repaired(group, damage) for group in found)
    return sorted(names, key=lambda name: (name.name, name.support))
