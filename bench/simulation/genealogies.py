"""Genealogies of news copies, made by chance from a seed, with the truth of who was made from whom and how."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from retold.model import RenditionKind
from simulation.additions import contaminate
from simulation.base_texts import BaseText, Sentences, base_texts
from simulation.copying import Model, copied, drawn_kind, summed_kind
from simulation.drafts import Desk, Draft, Line, finished, lines_of
from simulation.inflection import data
from simulation.shapes import Node, Shape, a_shape
from simulation.truth import (
    Change,
    Genealogy,
    Operation,
    SimulatedParagraphs,
    SimulatedSentence,
    SimulatedTelling,
    text_of,
)

__all__ = [
    "Change",
    "Genealogy",
    "Operation",
    "SimulatedParagraphs",
    "SimulatedSentence",
    "SimulatedTelling",
    "genealogies",
    "text_of",
]

# Share of a genealogy's copies without a stamp, and of those that name the agency their model credits or is; each
# genealogy has one of these.
UNDATED, CREDITING = (0.0, 0.05, 0.2), (0.3, 0.6, 0.9)
# Chance that a stamp is before the parent's, and that a genealogy's stamps are days without hours.
MISDATED, DAYS_ONLY = 0.02, 0.1
# Chance that an original has an agency, that such an original is the agency's own telling, that a copy names the
# outlet it took the report from, and that it names an agency the report is not from.
FROM_AGENCY, SELF_PUBLISHED, NAMING_OUTLET, MISCREDITING = 0.7, 0.4, 0.12, 0.02


def genealogies(count: int, seed: int, *, times: bool = True) -> Iterator[Genealogy]:
    """So many genealogies, the same ones for a seed; without times no telling has a stamp."""
    texts = base_texts()
    collections = sorted({text.collection for text in texts})
    for number in range(count):
        chance = random.Random(f"{seed}-{number}")
        collection = chance.choice(collections)
        base = chance.choice([text for text in texts if text.collection == collection])
        yield _Tradition(f"g{seed}-{number}", base, a_shape(chance), chance, times).grown()


@dataclass(slots=True)
class _Copy:
    """A node of the shape with its text."""

    telling_id: str
    node: Node
    kind: RenditionKind
    draft: Draft
    changes: tuple[Change, ...]
    stamp: datetime
    source: str
    agency: str | None


@dataclass(slots=True)
class _Tradition:
    """One report on its way: copies are made parents first, then the extant ones are told of."""

    name: str
    base: BaseText
    shape: Shape
    chance: random.Random
    times: bool
    copies: list[_Copy] = field(default_factory=list)
    renditions: list[Sentences] = field(default_factory=list)
    undated: float = 0.0
    crediting: float = 0.0
    days_only: bool = False

    def grown(self) -> Genealogy:
        """All copies made and the extant ones told of, in an order that tells nothing."""
        self.renditions = self.chance.sample(self.base.renditions, len(self.base.renditions))
        self.undated, self.crediting = self.chance.choice(UNDATED), self.chance.choice(CREDITING)
        self.days_only = self.chance.random() < DAYS_ONLY
        ids = [f"{self.name}-{number:02d}" for number in range(len(self.shape.nodes))]
        self.chance.shuffle(ids)
        outlets = self.chance.sample(data("material")["outlets"], len(data("material")["outlets"]))
        numbers = itertools.count(-1, -1)
        spent: set[str] = set()
        for telling_id, node, source in zip(ids, self.shape.nodes, itertools.cycle(outlets), strict=False):
            desk = Desk(telling_id, self.chance, numbers, spent)
            make = self._original if node.parent is None else self._copy
            self.copies.append(make(node, desk, source))
        tellings = [self._told(place) for place, copy in enumerate(self.copies) if not copy.node.lost]
        return Genealogy(
            report=self.name,
            shape=self.shape.name,
            collection=self.base.collection,
            group=self.base.group,
            tellings=tuple(sorted(tellings, key=lambda telling: telling.telling_id)),
            lost=self.copies[0].node.lost,
            original=finished(self.copies[0].draft),
        )

    def _original(self, node: Node, desk: Desk, source: str) -> _Copy:
        origins = itertools.count()
        draft = tuple(
            tuple(Line(sentence, (next(origins),)) for sentence in paragraph)
            for paragraph in self.base.paragraphs
        )
        stamp = datetime(2014, 1, 1, tzinfo=UTC) + timedelta(
            minutes=self.chance.randrange(10 * 365 * 24 * 60)
        )
        agency = self._any_agency() if self.chance.random() < FROM_AGENCY else None
        if agency and self.chance.random() < SELF_PUBLISHED:
            source, agency = agency, self.chance.choice((agency, None))
        return _Copy(desk.telling, node, "original", draft, (), stamp, source, agency)

    def _copy(self, node: Node, desk: Desk, source: str) -> _Copy:
        parent = self.copies[node.parent or 0]
        draft = parent.draft
        kind = drawn_kind(node.maker, self.chance)
        if node.second is not None:
            draft = contaminate(draft, self.copies[node.second].draft, desk, self.chance.uniform(0.15, 0.4))
        rendition = self.renditions.pop() if kind == "translated" and self.renditions else None
        draft = copied(Model(draft, rendition), kind, node.maker, desk)
        stamp, agency = self._stamp(node), self._credit(parent)
        return _Copy(desk.telling, node, kind, draft, tuple(desk.changes), stamp, source, agency)

    def _credit(self, parent: _Copy) -> str | None:
        """Whom a copy names: mostly whom its model names or nobody, now and then the model's own outlet."""
        if self.chance.random() < MISCREDITING:
            return self._any_agency()
        if self.chance.random() < NAMING_OUTLET:
            return parent.source
        own = parent.source in data("material")["agencies"]
        named = parent.source if own else parent.agency
        return named if self.chance.random() < self.crediting else None

    def _any_agency(self) -> str:
        return str(self.chance.choice(data("material")["agencies"]))

    def _stamp(self, node: Node) -> datetime:
        """After all its models: minutes to two days, an update half a day and more; rarely before them."""
        models = [node.parent, node.second]
        after = max(self.copies[place].stamp for place in models if place is not None)
        if self.chance.random() < MISDATED:
            return after - timedelta(minutes=self.chance.randrange(20, 600))
        if node.maker == "update":
            return after + timedelta(hours=self.chance.uniform(12, 36))
        minutes = min(2 * 24 * 60, self.chance.lognormvariate(4.5, 1.2))
        return after + timedelta(minutes=round(minutes) + 1)

    def _told(self, place: int) -> SimulatedTelling:
        copy = self.copies[place]
        way = self._way(place)
        above = self.copies[way[0]].node.parent
        parent = None if above is None or self.copies[above].node.lost else self.copies[above]
        steps = [self.copies[step] for step in way]
        changes = [change for step in steps for change in step.changes]
        dated = self.times and self.chance.random() >= self.undated
        return SimulatedTelling(
            telling_id=copy.telling_id,
            parent_id=parent.telling_id if parent else None,
            second_parent_id=self._second(steps),
            kind=summed_kind([step.kind for step in steps]) if copy.node.parent is not None else "original",
            published_at=self._published(copy.stamp) if dated else None,
            misdated=dated and parent is not None and copy.stamp < parent.stamp,
            source=copy.source,
            agency=copy.agency,
            paragraphs=finished(copy.draft),
            changes=tuple(change for change in changes if _shows(copy.draft, change)),
        )

    def _published(self, stamp: datetime) -> datetime:
        return stamp.replace(hour=0, minute=0, second=0, microsecond=0) if self.days_only else stamp

    def _way(self, place: int) -> list[int]:
        """The copies from below the nearest extant ancestor down to this one."""
        way = [place]
        up = self.shape.nodes[place].parent
        while up is not None and self.shape.nodes[up].lost and self.shape.nodes[up].parent is not None:
            way.append(up)
            up = self.shape.nodes[up].parent
        return way[::-1]

    def _second(self, steps: Sequence[_Copy]) -> str | None:
        """The nearest extant one of the second models on the way from which something was taken."""
        for step in steps:
            taken = any(change.operation == "contaminated" for change in step.changes)
            up = step.node.second if taken else None
            while up is not None and self.shape.nodes[up].lost:
                up = self.shape.nodes[up].parent
            if up is not None:
                return self.copies[up].telling_id
        return None


def _shows(draft: Draft, change: Change) -> bool:
    """Whether the copy still shows the change: its words stand there, or what was cut is not."""
    touched = [line.text for line in lines_of(draft) if set(line.origins) & set(change.origins)]
    if change.operation in ("cut",):
        return not any(change.before == text for text in touched)
    if change.operation == "split":
        return bool(touched)
    if not change.after:
        return bool(touched)
    return any(_stands(change.after, text) for text in touched)


def _stands(words: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None
