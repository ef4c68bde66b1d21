"""The tellings of a report to its names put right: of each the best attested reading and its other forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from retold.actors.name_slots import report_names
from retold.actors.repair_groups import groups
from retold.actors.repair_readings import NameAlias, RepairedName, damaging, repaired
from retold.model import RepairedForm
from retold.renditions.telling import Telling

__all__ = ["NameAlias", "RepairedName", "forms_by_article", "repaired_names"]


def repaired_names(tellings: Sequence[Telling]) -> list[RepairedName]:
    """The names of one report, each once, by name; the order of the tellings does not matter.

    Names that stand in one slot of aligned passages are one when they are the same shorter or in another order, when
    their parts sound or are spelled alike, or when a common word stands for a part. Figures: bench/name_repair.py.
    """
    found = groups(report_names(tellings))
    damage = damaging(found)
    names = (repaired(group, damage) for group in found)
    return sorted(names, key=lambda name: (name.name, name.support))


def forms_by_article(names: Iterable[RepairedName]) -> dict[str, tuple[RepairedForm, ...]]:
    """The forms of names that each article has; whoever supports a name counts as having it."""
    found: dict[str, list[RepairedForm]] = {}
    for name in names:
        for article_id in name.support:
            found.setdefault(article_id, []).append(
                RepairedForm(name.name, name.kind, name.name, None, 1.0, True)
            )
        for alias in name.aliases:
            for article_id in alias.article_ids:
                found.setdefault(article_id, []).append(_damaged(name, alias, article_id))
    return {article_id: tuple(forms) for article_id, forms in found.items()}


def _damaged(name: RepairedName, alias: NameAlias, article_id: str) -> RepairedForm:
    return RepairedForm(
        name.name, name.kind, alias.text, alias.cause, alias.confidence, article_id in name.support
    )
