"""Prints simulated genealogies to be read: tree, kinds, what was changed, and the texts if wanted.

.venv/bin/python bench/simulated.py --seed 1 --count 2 [--texts]
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from simulation.genealogies import Genealogy, SimulatedTelling, genealogies

LONGEST = 90  # characters of a change that are shown


def tree(genealogy: Genealogy, parent: str | None = None, depth: int = 0) -> Iterator[str]:
    """The tellings under a parent, indented."""
    for telling in genealogy.tellings:
        if telling.parent_id == parent:
            yield "  " * depth + _line(telling)
            yield from tree(genealogy, telling.telling_id, depth + 1)


def _line(telling: SimulatedTelling) -> str:
    when = telling.published_at.strftime("%d %b %H:%M") if telling.published_at else "undated"
    second = f", also from {telling.second_parent_id}" if telling.second_parent_id else ""
    credit = f", credits {telling.agency}" if telling.agency else ""
    return f"{telling.telling_id} {telling.kind}, {when}, {telling.source}{credit}{second}"


def changes(telling: SimulatedTelling) -> Iterator[str]:
    """What was changed on the way to it."""
    for change in telling.changes:
        mark = "!" if change.changes_meaning else " "
        before, after = change.before[:LONGEST], change.after[:LONGEST]
        yield f"  {mark} {change.operation} {list(change.origins)}: {before!r} -> {after!r}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=1)
    parser.add_argument("--texts", action="store_true")
    chosen = parser.parse_args()
    for genealogy in genealogies(chosen.count, chosen.seed):
        print(f"\n== {genealogy.report}: {genealogy.shape}, {genealogy.collection} {genealogy.group}")
        print("   original lost" if genealogy.lost else "   original extant")
        print("\n".join(tree(genealogy)))
        for telling in genealogy.tellings:
            print("\n" + _line(telling))
            print("\n".join(changes(telling)))
            if chosen.texts:
                print("\n" + telling.text)


if __name__ == "__main__":
    main()
