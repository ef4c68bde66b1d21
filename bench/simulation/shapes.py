"""Shapes of genealogies: news-like ones, and those of published stemmata where they lie beside the project."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from gold import SHARED

FEWEST, MOST = 4, 25


@dataclass(frozen=True, slots=True)
class Node:
    """A copy's place: its parent's number (None: the original itself), a second parent's, whether it is lost.

    `maker`: "any", "client" (an agency's client: reprints), "rewriter", "update" (the next version).
    """

    parent: int | None
    second: int | None = None
    lost: bool = False
    maker: str = "any"


@dataclass(frozen=True, slots=True)
class Shape:
    """A genealogy without texts. Node 0 is the original; a parent's number is below its child's."""

    name: str
    nodes: tuple[Node, ...]

    @property
    def extant(self) -> int:
        """Number of copies that are not lost."""
        return sum(not node.lost for node in self.nodes)


def star(chance: random.Random, *, lost: bool) -> Shape:
    """All from one wire."""
    copies = tuple(Node(0, maker="client") for _ in range(chance.randrange(4, 11)))
    return Shape("star, wire lost" if lost else "star, wire extant", (Node(None, lost=lost), *copies))


def star_from_lost(chance: random.Random) -> Shape:
    """All from one lost wire."""
    return star(chance, lost=True)


def star_from_extant(chance: random.Random) -> Shape:
    """All from one wire that is there too."""
    return star(chance, lost=False)


def chain(chance: random.Random) -> Shape:
    """Each from the one before."""
    length = chance.randrange(4, 8)
    first = Node(None, lost=chance.random() < 0.4)
    return Shape("chain", (first, *(Node(place) for place in range(length))))


def clients_with_chains(chance: random.Random) -> Shape:
    """An agency's clients, behind some of them short chains."""
    nodes = [Node(None, lost=chance.random() < 0.7)]
    for _ in range(chance.randrange(3, 7)):
        parent = 0
        for step in range(chance.choice((1, 1, 2, 3))):
            nodes.append(Node(parent, maker="client" if step == 0 else "any"))
            parent = len(nodes) - 1
    return Shape("clients with chains", tuple(nodes))


def two_levels(chance: random.Random) -> Shape:
    """Wire, a hub site or two, many rewriters of these."""
    nodes = [Node(None, lost=chance.random() < 0.6)]
    for _ in range(chance.choice((1, 1, 2))):
        hub = len(nodes)
        nodes.append(Node(0, lost=chance.random() < 0.15, maker="client"))
        nodes += [Node(hub, maker="rewriter") for _ in range(chance.randrange(3, 7))]
    nodes += [Node(0, maker="client") for _ in range(chance.randrange(0, 3))]
    return Shape("wire, hub, rewriters", tuple(nodes))


def updates(chance: random.Random) -> Shape:
    """Versions that follow each other, each with copies."""
    nodes = [Node(None)]
    version = 0
    for _ in range(chance.choice((2, 3))):
        nodes += [Node(version, maker="client") for _ in range(chance.randrange(1, 4))]
        nodes.append(Node(version, maker="update"))
        version = len(nodes) - 1
    nodes += [Node(version, maker="client") for _ in range(chance.randrange(1, 3))]
    return Shape("updates", tuple(nodes))


def small_family(chance: random.Random) -> Shape:
    """Two to four tellings, most of them from the original, which is there more often than not."""
    extant, lost = chance.choice((2, 2, 3, 3, 4)), chance.random() < 0.35
    nodes = [Node(None, lost=lost)]
    while len(nodes) - lost < extant:
        parent = 0 if chance.random() < 0.6 else chance.randrange(len(nodes))
        nodes.append(Node(parent, maker=chance.choice(("any", "client", "rewriter"))))
    return Shape("small family, original lost" if lost else "small family", tuple(nodes))


NEWS_SHAPES: tuple[Callable[[random.Random], Shape], ...] = (
    star_from_lost,
    star_from_extant,
    chain,
    clients_with_chains,
    two_levels,
    updates,
    small_family,
    small_family,
)
"""Families of two to four come twice: they are commonest in the news, and the smallest to learn from."""


def a_shape(chance: random.Random) -> Shape:
    """A shape by chance: two in three are news-like, the rest published stemmata where there are any."""
    published = stemmata()
    if published and chance.random() < 1 / 3:
        return _thinned(chance.choice(published), chance)
    return _contaminated(chance.choice(NEWS_SHAPES)(chance), chance)


def _contaminated(shape: Shape, chance: random.Random) -> Shape:
    """Now and then a copy has a second model: one that is not its ancestor."""
    nodes = list(shape.nodes)
    for place in range(3, len(nodes)):
        others = [other for other in range(1, place) if other not in _ancestors(nodes, place)]
        if others and chance.random() < 0.04:
            nodes[place] = Node(
                nodes[place].parent, chance.choice(others), nodes[place].lost, nodes[place].maker
            )
    return Shape(shape.name, tuple(nodes))


def _ancestors(nodes: list[Node], place: int) -> set[int]:
    found: set[int] = set()
    up: int | None = place
    while up is not None:
        found.add(up)
        up = nodes[up].parent
    return found


@cache
def stemmata() -> tuple[Shape, ...]:
    """OpenStemmata's trees that can be read simply; empty where they are not beside the project."""
    path = SHARED / "reuse" / "openstemmata_topologies.jsonl"
    if not path.exists():
        return ()
    with path.open(encoding="utf-8") as lines:
        read = [_read(row["path"], row["dot"]) for row in map(json.loads, lines)]
    return tuple(shape for shape in read if shape is not None and shape.extant >= FEWEST)


def _read(path: str, dot: str) -> Shape | None:
    """The shape a DOT file draws: grey nodes are lost, dashed or second edges come from a second parent."""
    plain = re.sub(r"#.*|//.*", "", dot)
    word = r'("[^"]+"|[\w.*\'-]+)'
    grey = {
        name.strip('"')
        for name, marks in re.findall(rf"(?<!->)(?<!-> ){word}\s*\[([^\]]*)\]", plain)
        if "grey" in marks or "hypothetical" in marks
    }
    parents: dict[str, list[str]] = {}
    for upper, lower, marks in re.findall(rf"{word}\s*->\s*{word}\s*(\[[^\]]*\])?", plain):
        models = parents.setdefault(lower.strip('"'), [])
        models.insert(len(models) if "dashed" in marks or "grey" in marks else 0, upper.strip('"'))
    return _ordered(f"stemma {path.split('/')[-2]}", parents, grey)


def _ordered(name: str, parents: dict[str, list[str]], grey: set[str]) -> Shape | None:
    """Nodes sorted so that parents come first; None where the drawing goes in a circle."""
    every = list(dict.fromkeys([*parents, *(model for models in parents.values() for model in models)]))
    roots = [node for node in every if not parents.get(node)]
    numbers: dict[str, int] = {}
    nodes = [Node(None, lost=True)] if len(roots) != 1 else []
    for root in roots:
        numbers[root] = len(nodes)
        nodes.append(Node(0 if len(roots) != 1 else None, lost=root in grey))
    left = [node for node in every if node not in numbers]
    while left:
        ready = [node for node in left if all(model in numbers for model in parents[node])]
        if not ready:
            return None
        for node in ready:
            models = [numbers[model] for model in parents[node]]
            numbers[node] = len(nodes)
            nodes.append(Node(models[0], models[1] if len(models) > 1 else None, node in grey))
        left = [node for node in left if node not in numbers]
    return Shape(name, tuple(nodes))


def _thinned(shape: Shape, chance: random.Random) -> Shape:
    """At most `MOST` extant copies, drawn by chance, with the lost ones they need; lost ones nobody needs go."""
    extant = [place for place, node in enumerate(shape.nodes) if not node.lost]
    kept = set(chance.sample(extant, min(len(extant), chance.randrange(FEWEST + 2, MOST + 1))))
    needed = {up for place in kept for up in _ancestors(list(shape.nodes), place)} | {0}
    numbers = {old: new for new, old in enumerate(sorted(needed))}
    nodes = []
    for old in sorted(needed):
        node = shape.nodes[old]
        second = numbers.get(node.second) if node.second is not None else None
        parent = None if node.parent is None else numbers[node.parent]
        nodes.append(Node(parent, second, node.lost or old not in kept))
    return Shape(shape.name, tuple(nodes))
