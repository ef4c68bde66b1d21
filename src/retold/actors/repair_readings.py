"""The forms of one actor to the best attested reading and the others as its aliases."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache

from retold.actors.name_joined import Form
from retold.actors.name_repair import has_sense, is_word, spelled_otherwise
from retold.actors.repair_groups import Attested, Change, Group
from retold.model import NameDamage, NameKind

# What an article counts for that was transliterated or rewritten, as its names show.
UNSTEADY = 0.5
# What a reading keeps of its support when a part of it is a common word that has a name in its place elsewhere.
DAMAGED = 0.3
# How sure a shortened name is of its bearer, and a changed one at most.
SHORTENED, MOST = 0.9, 0.99


@dataclass(frozen=True, slots=True)
class NameAlias:
    """Another form of a name: why it is one, which articles have it, and how sure that is, 0 to 1."""

    text: str
    cause: NameDamage
    article_ids: tuple[str, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class RepairedName:
    """A name of a report as it is best attested.

    `support`: the articles that have it so. When no article has the whole name undamaged it is put together of parts
    that are attested, and `support` are those that have a part which was put right.
    """

    name: str
    kind: NameKind
    support: tuple[str, ...]
    aliases: tuple[NameAlias, ...]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A reading that may be the name; `article_ids`: who has it."""

    form: Form
    text: str
    article_ids: frozenset[str]


Damaging = Mapping[NameDamage, Set[str]]
"""What happened to names, to the articles that show it."""


def damaging(groups: Sequence[Group]) -> Damaging:
    """Articles that were transliterated or rewritten, as their names show.

    They write some name in two ways that sound alike, or have a common word where others have a name.
    """
    found: dict[NameDamage, set[str]] = {"transliteration": set(), "translated": set()}
    for group in groups:
        holders = _holders(group)
        for parts, change in group.changes.items():
            one, other = sorted(parts)
            if change.cause == "transliteration":
                found["transliteration"] |= holders.get(one, set()) & holders.get(other, set())
            if change.cause == "translated" and is_word(one) != is_word(other):
                found["translated"] |= holders.get(one if is_word(one) else other, set())
    return found


def repaired(group: Group, damage: Damaging) -> RepairedName:
    """The group's best attested reading, and the rest as aliases."""
    best = _best(group, damage)
    aliases = [_alias(form, best, group.changes) for form in group.forms if form.form != best.form]
    kinds = Counter[NameKind]()
    for form in group.forms:
        kinds.update(form.kinds)
    return RepairedName(
        best.text,
        min(kinds, key=lambda kind: (-kinds[kind], kind)),
        tuple(sorted(best.article_ids)),
        tuple(sorted(aliases, key=lambda alias: (alias.text, alias.cause))),
    )


def _holders(group: Group) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for form in group.forms:
        for part in form.form:
            found[part] |= form.article_ids
    return found


def _best(group: Group, damage: Damaging) -> Candidate:
    """The reading whose parts are attested best; of a name with more parts before one of its parts alone."""
    holders = _holders(group)
    full = [form for form in group.forms if len(form.form) > 1] or list(group.forms)
    candidates = [found for form in full for found in _candidates(form, group, holders)]

    @cache
    def attested(part: str) -> float:
        suspect = {article for cause in _causes(part, group) for article in damage.get(cause, frozenset())}
        return sum(UNSTEADY if article in suspect else 1.0 for article in holders[part])

    def worth(candidate: Candidate) -> float:
        replaced = any(_replaced(part, group) for part in candidate.form)
        mean = sum(map(attested, candidate.form)) / len(candidate.form)
        return mean * (DAMAGED if replaced else 1.0)

    return min(
        candidates,
        key=lambda found: (
            -worth(found),
            -len(found.article_ids),
            sum(map(is_word, found.form)),
            -len(found.form),
            found.text,
        ),
    )


def _causes(part: str, group: Group) -> set[NameDamage]:
    return {change.cause for parts, change in group.changes.items() if part in parts}


def _replaced(part: str, group: Group) -> list[str]:
    """The parts that a common word was put for."""
    if not is_word(part):
        return []
    return [
        other
        for parts, change in group.changes.items()
        if part in parts and change.cause == "translated"
        for other in parts - {part}
        if not is_word(other)
    ]


def _candidates(form: Attested, group: Group, holders: Mapping[str, set[str]]) -> Iterator[Candidate]:
    """A form as it is, and with a damaged part put right."""
    yield Candidate(form.form, form.text, frozenset(form.article_ids))
    for place, part in enumerate(form.form):
        for other in _replaced(part, group):
            if other in holders and other not in form.form:
                parts = (*form.form[:place], other, *form.form[place + 1 :])
                yield Candidate(parts, _written(parts, group), frozenset(holders[other]))


def _written(parts: Form, group: Group) -> str:
    """Parts as they are written in the forms of the group."""
    spelled = {
        part: word
        for form in group.forms
        for part, word in zip(form.form, form.text.split(), strict=False)
        if len(form.form) == len(form.text.split())
    }
    return " ".join(spelled.get(part, part.capitalize()) for part in parts)


def _alias(form: Attested, best: Candidate, changes: Mapping[frozenset[str], Change]) -> NameAlias:
    cause, certainty = _cause(form.form, best.form, changes)
    return NameAlias(form.text, cause, tuple(sorted(form.article_ids)), round(min(MOST, certainty), 3))


def _cause(form: Form, best: Form, changes: Mapping[frozenset[str], Change]) -> tuple[NameDamage, float]:
    """Why a form is an alias, by what is known of its parts, else by how they look."""
    own = [part for part in form if part not in best]
    if not own:
        shorter = len(form) != len(best)
        return ("shortened", SHORTENED) if shorter else ("order", MOST)
    known = [changes[key] for part in own for other in best if (key := frozenset((part, other))) in changes]
    if known:
        surest = max(known, key=lambda change: change.certainty)
        return surest.cause, 0.5 + surest.certainty / 2
    for part in own:
        for other in best:
            if found := spelled_otherwise(part, other, 1.0):
                return found[1], 0.7
            if has_sense(part, other):
                return "translated", 0.7
    return ("shortened" if len(form) != len(best) else "translated"), 0.5
