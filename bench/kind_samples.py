"""Tellings whose kind is known, laid out as the pipeline sees them, to calibrate on and to measure with."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import files

from gold import helsinki, renditions
from retold.model import RenditionKind
from retold.renditions.collation import collate
from retold.renditions.kind_marks import Marks
from retold.renditions.kinds import judge
from retold.renditions.telling import Telling, telling
from retold.text import sentences_of
from simulation.genealogies import Genealogy, SimulatedTelling, genealogies


@dataclass(frozen=True, slots=True)
class KindSample:
    """The marks of a telling and how it was really made. No fold may split a group."""

    origin: str
    group: str
    kind: RenditionKind
    marks: Marks
    from_lost: bool


def collated(texts: dict[str, str]) -> dict[str, Telling]:
    """Texts as tellings of one report."""
    sentences = {name: sentences_of(name, text) for name, text in texts.items()}
    passages: dict[str, dict[int, str]] = {name: {} for name in texts}
    for cell in collate("", sentences):
        told = (sentences[cell.article_id][number].text for number in cell.sentences)
        passages[cell.article_id][cell.passage] = " ".join(told)
    return {name: telling(name, None, None, None, found) for name, found in passages.items()}


def simulated(count: int, seed: int) -> Iterator[KindSample]:
    """Every copy of simulated genealogies, beside its true parent or its siblings."""
    for genealogy in genealogies(count, seed):
        told = collated({one.telling_id: one.text for one in genealogy.tellings})
        for one in genealogy.tellings:
            if one.kind == "original":
                continue
            siblings = [told[other] for other in beside(genealogy, one)]
            parent = told[one.parent_id] if one.parent_id else None
            if parent or siblings:
                found = judge(told[one.telling_id], parent, siblings).marks
                origin = f"simulated {genealogy.collection}"
                yield KindSample(origin, genealogy.group, one.kind, found, parent is None)


def beside(genealogy: Genealogy, one: SimulatedTelling) -> list[str]:
    """The other tellings from the same parent by another way: none that share a lost copy with it."""
    makers = {change.telling for change in one.changes}
    return [
        other.telling_id
        for other in genealogy.tellings
        if other.parent_id == one.parent_id and other.telling_id != one.telling_id
        if not makers & {change.telling for change in other.changes}
    ]


def real_translations(languages: Sequence[str], pairs: int, rng: random.Random) -> Iterator[KindSample]:
    """WMT21: two renditions of one text are translations beside each other."""
    for language, pair in itertools.chain.from_iterable(
        ((language, pair) for pair in renditions(language, pairs, rng)) for language in languages
    ):
        told = collated({"left": "\n\n".join(pair.left), "right": "\n\n".join(pair.right)})
        found = judge(told["left"], None, [told["right"]]).marks
        yield KindSample(f"wmt-{language}", pair.group, "translated", found, True)


def real_reprints(count: int, rng: random.Random) -> Iterator[KindSample]:
    """Helsinki: pairs of one silver cluster. They are reprints or edited copies; which, nobody noted."""
    every = list(helsinki(same_cluster=True))
    for pair in rng.sample(every, min(count, len(every))):
        told = collated({"left": "\n\n".join(pair.left), "right": "\n\n".join(pair.right)})
        found = judge(told["left"], told["right"], []).marks
        yield KindSample("reprint", pair.group, "edited", found, False)


def demo() -> Iterator[KindSample]:
    """The demo's copies, beside their true parent or their siblings."""
    folder = files("retold") / "demo"
    truth = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    lines = (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    texts = {row["id"]: row["text"] for row in map(json.loads, lines)}
    for report in sorted({row["report"] for row in truth}):
        members = [row for row in truth if row["report"] == report]
        told = collated({row["id"]: texts[row["id"]] for row in members})
        for row in members:
            siblings = [told[o["id"]] for o in members if o["parent"] == row["parent"] and o is not row]
            parent = told[row["parent"]] if row["parent"] else None
            if row["kind"] != "original" and (parent or siblings):
                found = judge(told[row["id"]], parent, siblings).marks
                yield KindSample("demo", row["id"], row["kind"], found, parent is None)
