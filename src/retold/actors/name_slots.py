"""The tellings of a report to the names in them, and to which of these stand in one slot of a passage."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import combinations
from typing import Any

from retold.actors.name_joined import Joined
from retold.model import NameKind
from retold.renditions.apparatus import Edge, apparatus
from retold.renditions.fact import Fact
from retold.renditions.facts import Wording
from retold.renditions.meaning_words import listed, stems
from retold.renditions.paired import Paired
from retold.renditions.telling import Telling
from retold.renditions.word import Word
from retold.text import words

# How sure it must be that two names stand in one slot to look at them at all.
LEAST = 0.3
# What the content words of the clause that tell each other (role, affiliation) add to a slot, at most.
CLAUSE = 0.5
# How sure it is at most that names of wordings that are no neighbours stand in one slot: too little for a mere guess.
FARTHER = 0.5
# Forms in one slot that are laid beside each other.
MOST_FORMS = 60
# How sure it is that two speakers of a passage are one when nothing else is left, and words to the verb of saying.
SPEAKING, BY_SPEECH = 0.5, 3
_POSSESSIVE = re.compile("['’]s?$")


@dataclass(frozen=True, slots=True)
class NameUse:
    """A name as some articles have it in a passage; `parts` are its word forms, without office words before it."""

    text: str
    parts: tuple[str, ...]
    kind: NameKind
    article_ids: tuple[str, ...]
    doubtful: bool


@dataclass(frozen=True, slots=True)
class SlotPair:
    """Two names that stand in one slot of a passage; `certainty`, 0 to 1: how sure it is."""

    passage: int
    left: NameUse
    right: NameUse
    certainty: float


@dataclass(frozen=True, slots=True)
class ReportNames:
    """All names of a report, and those in one slot."""

    uses: tuple[NameUse, ...]
    slots: tuple[SlotPair, ...]


def report_names(tellings: Sequence[Telling]) -> ReportNames:
    """The names of a report's tellings; their order does not matter."""
    uses: list[NameUse] = []
    slots: list[SlotPair] = []
    for passage in sorted({passage for telling in tellings for passage in telling.passages}):
        told = {
            telling.article_id: telling.passages[passage]
            for telling in tellings
            if passage in telling.passages
        }
        laid_out = apparatus(told)
        named = [_uses(witness.wording, witness.article_ids) for witness in laid_out.witnesses]
        uses += [use for found in named for _, use in found]
        beside = [
            slot
            for edge in laid_out.edges
            for slot in _slots(passage, edge, named[edge.parent], named[edge.child])
        ]
        slots += [*beside, *_farther(beside)]
    return ReportNames(tuple(uses), tuple(slots))


Named = list[tuple[Fact, NameUse]]


def _uses(wording: Wording, article_ids: tuple[str, ...]) -> Named:
    return [(fact, use) for fact in _whole(wording) if (use := _use(wording, fact, article_ids)) is not None]


def _whole(wording: Wording) -> Iterator[Fact]:
    """The names, a state before a body's name taken with it: American University."""
    before: Fact | None = None
    for fact in wording.of("name", "place"):
        joins = before is not None and before.last == fact.first and fact.kind == "name"
        if before is not None and joins and fact.group == "body" and _is_body(wording, fact):
            yield Fact("name", before.first, fact.last, "", "body")
        elif fact.kind == "name":
            yield from _owners(wording, fact)
        before = fact if fact.kind == "place" else None


def _owners(wording: Wording, fact: Fact) -> Iterator[Fact]:
    """A name, or its owner's and its own: Wu's Ministry."""
    first = fact.first
    for place in range(fact.first, fact.last):
        if place == fact.last - 1 or _POSSESSIVE.search(wording.words[place].text):
            yield Fact("name", first, place + 1, "", fact.group)
            first = place + 1


def _is_body(wording: Wording, fact: Fact) -> bool:
    """Whether a name ends in the word for a body rather than in a person's name: University, not Minister Wu."""
    last = wording.words[fact.last - 1].form
    return last in listed("name", "bodies") and last not in word_list("offices")


def _use(wording: Wording, fact: Fact, article_ids: tuple[str, ...]) -> NameUse | None:
    first, last = _bearer(wording, fact)
    parts = tuple(_bare(word) for word in wording.words[first:last] if not word.is_mark)
    if not parts or word_list("offices").issuperset(parts):
        return None
    body = not listed("name", "bodies").isdisjoint(parts)
    start, end = wording.span(first, last)
    text = _POSSESSIVE.sub("", wording.text[start:end])
    return NameUse(text, parts, "body" if body else "person", article_ids, fact.group == "doubtful")


def _bearer(wording: Wording, fact: Fact) -> tuple[int, int]:
    """A name without marks at its ends, and without the office before it unless a body follows."""
    forms = [word.form for word in wording.words[fact.first : fact.last]]
    marks = [word.is_mark for word in wording.words[fact.first : fact.last]]
    offices = [place for place, form in enumerate(forms[:-1]) if form in word_list("offices")]
    first, last = (offices[-1] + 1 if offices else 0), len(forms)
    if not listed("name", "bodies").isdisjoint(forms[first:]):
        first = 0
    while first < last - 1 and marks[first]:
        first += 1
    while last > first + 1 and marks[last - 1]:
        last -= 1
    return fact.first + first, fact.first + last


def _bare(word: Word) -> str:
    return "".join(words(_POSSESSIVE.sub("", word.text))) or word.form


def _slots(passage: int, edge: Edge, left: Named, right: Named) -> Iterator[SlotPair]:
    """Names of two neighbouring wordings one to one, the surest first; then the two that are left and speak."""
    scored = sorted(
        (-certainty, i, j)
        for i, (ours, _) in enumerate(left)
        for j, (theirs, _) in enumerate(right)
        if (certainty := _certainty(edge.pair, ours, theirs)) >= LEAST
    )
    lefts: set[int] = set()
    rights: set[int] = set()
    for certainty, i, j in scored:
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield SlotPair(passage, left[i][1], right[j][1], -certainty)
    ours = _speakers(edge.pair.left, [named for place, named in enumerate(left) if place not in lefts])
    theirs = _speakers(edge.pair.right, [named for place, named in enumerate(right) if place not in rights])
    if len(ours) == len(theirs) == 1:
        yield SlotPair(passage, ours[0], theirs[0], SPEAKING)


def _farther(slots: Sequence[SlotPair]) -> Iterator[SlotPair]:
    """Names in one slot of wordings that are no neighbours: another name may stand between two forms of one."""
    uses: dict[tuple[str, ...], NameUse] = {}
    for slot in slots:
        for use in (slot.left, slot.right):
            uses.setdefault(use.parts, use)
    joined = Joined()
    beside = set()
    for slot in slots:
        joined.join(slot.left.parts, slot.right.parts)
        beside |= {(slot.left.parts, slot.right.parts), (slot.right.parts, slot.left.parts)}
    for forms in joined.sets():
        certainty = min([FARTHER, *(slot.certainty for slot in slots if slot.left.parts in forms)])
        for one, other in combinations(forms[:MOST_FORMS], 2):
            if (one, other) not in beside:
                yield SlotPair(slots[0].passage, uses[one], uses[other], certainty)


def _certainty(pair: Paired, ours: Fact, theirs: Fact) -> float:
    """How sure it is that two names stand in one slot: by the words beside them, and by their roles and bodies."""
    slot = pair.one_slot(ours, theirs)
    return slot + (1 - slot) * CLAUSE * pair.clause(ours.first, theirs.first) if slot >= LEAST else 0.0


def _speakers(wording: Wording, named: Named) -> list[NameUse]:
    """The names that stand beside a verb of saying."""
    said = stems("attribution", "says")
    found = []
    for fact, use in named:
        near = wording.words[max(0, fact.first - BY_SPEECH) : fact.last + BY_SPEECH]
        if any(word.stem in said or word.form == "according" for word in near):
            found.append(use)
    return found


@cache
def word_list(name: str) -> frozenset[str]:
    """One of the lists of words in name_repair.toml."""
    found: str = repair_words()[name]
    return frozenset(found.split())


@cache
def repair_words() -> dict[str, Any]:
    """The lists of name_repair.toml."""
    source = resources.files("retold.actors").joinpath("name_repair.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
