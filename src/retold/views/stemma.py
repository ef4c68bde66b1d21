"""Renditions and their parents to the order in which a tree shows them."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def tree_order(parents: Mapping[Node, Node | None]) -> list[tuple[Node, int]]:
    """Every node with its depth, each right after its parent and the parent's earlier children.

    Children, and roots (depth 0), stand in the order of the mapping. A parent that is not in the mapping counts as
    none, and so does the one parent in every circle through which its first node would not be reached.
    """
    children: dict[Node | None, list[Node]] = {}
    for node, parent in parents.items():
        children.setdefault(parent if parent in parents else None, []).append(node)
    seen: dict[Node, int] = {}
    for root in [*children.get(None, []), *parents]:
        _descend(root, children, seen)
    return list(seen.items())


def _descend(root: Node, children: Mapping[Node | None, Sequence[Node]], seen: dict[Node, int]) -> None:
    ahead = [(root, 0)]
    while ahead:
        node, depth = ahead.pop()
        if node in seen:
            continue
        seen[node] = depth
        ahead += [(child, depth + 1) for child in reversed(children.get(node, []))]
