"""The names of a report and those in one slot to groups of forms that mean one actor."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field

from retold.actors.name_joined import Form, Joined
from retold.actors.name_parts import same_name
from retold.actors.name_repair import OneName, PartChange, has_sense, is_word, one_name
from retold.actors.name_slots import NameUse, ReportNames, SlotPair
from retold.actors.name_sounds import sound_likeness
from retold.model import NameDamage, NameKind
from retold.renditions.name_likeness import abbreviates

Parts = frozenset[str]

# How alike two parts must sound to be one when one article has both: otherwise they are two of its names.
TOGETHER = 0.82
# What a listed sense is worth beside slots.
SENSE = 1000.0


@dataclass(slots=True)
class Attested:
    """A form of a name in a report: how it is written and by whom, and what it seems to be."""

    form: Form
    texts: Counter[str] = field(default_factory=Counter)
    article_ids: set[str] = field(default_factory=set)
    kinds: Counter[NameKind] = field(default_factory=Counter)

    @property
    def text(self) -> str:
        """As it is written most often."""
        return min(self.texts, key=lambda text: (-self.texts[text], text))

    @property
    def kind(self) -> NameKind:
        """What it seems to be most often."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


@dataclass(frozen=True, slots=True)
class Change:
    """That one part of a name stands for another; `certainty` of the surest slot, 0 to 1."""

    cause: NameDamage
    certainty: float


@dataclass(frozen=True, slots=True)
class Group:
    """The forms of one actor, and the changes that parts of them are in."""

    forms: tuple[Attested, ...]
    changes: Mapping[Parts, Change]


def groups(names: ReportNames) -> list[Group]:
    """The actors of a report, by their forms in alphabetical order."""
    attested = _attested(names.uses)
    holders = _holders(attested)
    one = [found for found in map(_judged, names.slots) if found and _apart(found[1], holders)]
    one = _of_one_word(one, holders)
    one = [found for found in one if {found[0].left.parts, found[0].right.parts} <= attested.keys()]
    one += _by_known_senses(names.slots, _same_parts(one), attested)
    joined = Joined()
    for slot, _ in one:
        if len(slot.left.parts) == len(slot.right.parts) or abbreviates(slot.left.parts, slot.right.parts):
            joined.join(slot.left.parts, slot.right.parts)
    alike = _same_parts(one)
    bare = {form: _bare(attested[form], alike) for form in sorted(attested)}
    by_parts: dict[Form, Form] = {}
    for form, parts in bare.items():
        joined.join(form, by_parts.setdefault(parts, form))
    _join_shortened(bare, joined)
    changes = _by_part(_changes(one))
    return [
        Group(
            tuple(attested[form] for form in forms),
            {key: change for form in forms for part in form for key, change in changes.get(part, ())},
        )
        for forms in joined.sets()
    ]


def _attested(uses: Iterable[NameUse]) -> dict[Form, Attested]:
    """Every form of a name that is beyond doubt somewhere."""
    found: dict[Form, Attested] = {}
    sure = {use.parts for use in uses if not use.doubtful}
    for use in uses:
        if use.parts in sure:
            form = found.setdefault(use.parts, Attested(use.parts))
            form.texts[use.text] += len(use.article_ids)
            form.article_ids.update(use.article_ids)
            form.kinds[use.kind] += len(use.article_ids)
    return found


def _holders(attested: Mapping[Form, Attested]) -> dict[str, set[str]]:
    """The articles that have a part in any name."""
    found: dict[str, set[str]] = defaultdict(set)
    for form in attested.values():
        for part in form.form:
            found[part] |= form.article_ids
    return found


def _judged(slot: SlotPair) -> tuple[SlotPair, OneName] | None:
    """The slot with what makes its names one; None when they are two."""
    judged = one_name(slot.left, slot.right, slot.certainty)
    return (slot, judged) if judged else None


def _apart(judged: OneName, holders: Mapping[str, set[str]]) -> bool:
    """Whether the articles do not use the changed parts side by side as two names."""
    return all(
        change.cause == "translated" or _inconsistent(change, holders[change.left], holders[change.right])
        for change in judged.parts
    )


def _inconsistent(change: PartChange, ours: Set[str], theirs: Set[str]) -> bool:
    """Whether articles that have both spellings, if any, can be taken for careless: they are few, the parts alike."""
    both = len(ours & theirs)
    if not both:
        return True
    if both > 1 and 2 * both >= len(ours | theirs):
        return False
    if same_name(change.left, change.right) == "spelling":
        return True
    return sound_likeness(change.left, change.right) >= TOGETHER


def _of_one_word(
    one: Sequence[tuple[SlotPair, OneName]], holders: Mapping[str, set[str]]
) -> list[tuple[SlotPair, OneName]]:
    """Without what takes a common word for a part of a name that it does not stand for.

    A word stands for one part: for one it is a sense of, otherwise for that in whose slots it stands most surely.
    When more articles have the word than the part, the word is a name itself and the part another's.
    """
    worth: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for slot, judged in one:
        for word, part in _guessed(judged):
            worth[word][part] += slot.certainty
    for word, parts in worth.items():
        for part in holders:
            if part != word and not is_word(part) and has_sense(word, part):
                parts[part] += SENSE
    best = {word: min((-value, part) for part, value in parts.items())[1] for word, parts in worth.items()}
    return [
        (slot, judged)
        for slot, judged in one
        if all(
            best[word] == part and (has_sense(word, part) or len(holders[word]) <= len(holders[part]))
            for word, part in _guessed(judged)
        )
    ]


def _by_known_senses(
    slots: Sequence[SlotPair], alike: Mapping[str, str], attested: Mapping[Form, Attested]
) -> list[tuple[SlotPair, OneName]]:
    """Slots where a word stands alone that is a sense of another spelling of the name: Solar for San, who is Sun."""
    found = []
    spellings: dict[str, list[str]] = defaultdict(list)
    for part, first in alike.items():
        spellings[first].append(part)
    for slot in slots:
        ours, theirs = slot.left.parts, slot.right.parts
        if len(ours) > 1 or len(theirs) > 1 or ours == theirs or not {ours, theirs} <= attested.keys():
            continue
        for (word,), (part,) in ((ours, theirs), (theirs, ours)):
            known = spellings.get(alike.get(part, part), ())
            if is_word(word) and any(has_sense(word, other) for other in known):
                found.append((slot, OneName("translated", (PartChange(word, part, "translated"),))))
    return found


def _guessed(judged: OneName) -> list[tuple[str, str]]:
    """The common words put for parts, each with its part."""
    return [
        (change.left, change.right) if is_word(change.left) else (change.right, change.left)
        for change in judged.parts
        if change.cause == "translated" and is_word(change.left) != is_word(change.right)
    ]


def _changes(one: Sequence[tuple[SlotPair, OneName]]) -> dict[Parts, Change]:
    """What is known of two parts that stand for each other."""
    found: dict[Parts, Change] = {}
    for slot, judged in one:
        for change in judged.parts:
            key = frozenset((change.left, change.right))
            if key not in found or found[key].certainty < slot.certainty:
                found[key] = Change(change.cause, slot.certainty)
    return found


def _by_part(changes: Mapping[Parts, Change]) -> dict[str, list[tuple[Parts, Change]]]:
    found: dict[str, list[tuple[Parts, Change]]] = {}
    for key, change in changes.items():
        for part in sorted(key):
            found.setdefault(part, []).append((key, change))
    return found


def _same_parts(one: Sequence[tuple[SlotPair, OneName]]) -> dict[str, str]:
    """Part of a person's name to the one that stands for all that are the same."""
    joined = Joined()
    for slot, judged in one:
        if "body" not in (slot.left.kind, slot.right.kind):
            for change in judged.parts:
                if change.cause != "shortened":
                    joined.join((change.left,), (change.right,))
    return {part: parts[0][0] for parts in joined.sets() for (part,) in parts}


def _bare(attested: Attested, alike: Mapping[str, str]) -> Form:
    """A form with one part for all that are the same; a body's name as it is."""
    if attested.kind == "body":
        return attested.form
    return tuple(alike.get(part, part) for part in attested.form)


def _join_shortened(bare: Mapping[Form, Form], joined: Joined) -> None:
    """Joins each form to the fuller ones whose parts it has some of, when these are one actor."""
    by_end: dict[str, list[Form]] = defaultdict(list)
    for form, parts in bare.items():
        for part in {parts[0], parts[-1]}:
            by_end[part].append(form)
    for form in sorted(bare, key=lambda form: (-len(form), form)):
        fuller = {
            joined.first(other)
            for other in by_end[bare[form][0]]
            if len(other) > len(form) and _shortens(bare[form], bare[other])
        }
        if len(fuller) == 1:
            joined.join(form, fuller.pop())


def _shortens(short: Form, full: Form) -> bool:
    """Whether a form is another without given or middle names, or an East Asian name without what follows."""
    if len(short) == 1:
        return short[0] in (full[-1], full[0])
    return short[0] == full[0] and short[-1] == full[-1]
