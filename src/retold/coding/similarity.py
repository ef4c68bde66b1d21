"""A predicate that no pattern knows to the pattern it is likely has: by the word it is made of, or what is beside it.

Word vectors were measured and left out: of rare verbs they know the spelling (figures in bench/fallback.py).
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files

from retold.coding.frames.frames import Frames
from retold.coding.lexicon.operators import Code, operators
from retold.coding.lexicon.patterns import ALL, NO_EVENT, Part, Pattern, Required, default_roles, lexicon
from retold.reading.parse import Word

_DATA = "similarity.toml"
# A word in a place weighs less the more words the pattern allows there, and more where its preposition stands too.
_CROWDING = 0.25
_WITH_PREPOSITION = 8.0
# Weight from which the patterns are enough to go by.
_ENOUGH = 3.0
_SHORTEST_STEM = 4


@dataclass(frozen=True, slots=True)
class _Data:
    """The content of similarity.toml; `steps` with the greatest similarity first."""

    plain: frozenset[str]
    prefixes: tuple[str, ...]
    derived: Mapping[str, float]
    steps: tuple[tuple[float, float], ...]
    nominal: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Predicate:
    """A word and the heads of what stands with it: its objects (a noun's modifiers), and behind what preposition or
    place what. `acted`: whether its object is an actor."""

    lemma: str
    part: Part
    things: tuple[str, ...] = ()
    links: tuple[tuple[str, str], ...] = ()
    acted: bool = False

    @property
    def after(self) -> tuple[str, ...]:
        """Its prepositions."""
        return tuple(dict.fromkeys(name for name, _ in self.links if name != "subject"))


@dataclass(frozen=True, slots=True)
class Likeness:
    """What a predicate is like. `pattern`: as if the lexicon had it, named by what it is like. `similarity`: 1.0 for
    a word made of a known one, else the share of the patterns with the same beside them that have the type.
    `confidence`: the share of such codes that are right."""

    pattern: Pattern
    code: Code
    similarity: float
    confidence: float


@dataclass(frozen=True, slots=True)
class Alike:
    """The lexicon by what stands in its patterns. `rows`: a pattern of each row with the row's words; `beside`: the
    places in `rows` by what a pattern asks for; `words`: the patterns of each word."""

    rows: tuple[tuple[Pattern, frozenset[str]], ...]
    beside: Mapping[str, tuple[int, ...]]
    words: Mapping[tuple[str, str], tuple[Pattern, ...]]


def predicate_of(head: Word, part: Part, frames: Frames, is_actor: Callable[[Word], bool]) -> Predicate:
    """What the sentence has about a word."""
    place = "mod" if part == "noun" else "object"
    things = [one for thing in frames.slot(head, place) for one in frames.content(thing)]
    subjects = [("subject", one) for one in frames.slot(head, "subject")] if part == "verb" else []
    linked = [(name, one) for name, thing in frames.prepositions(head) for one in frames.content(thing)]
    return Predicate(
        lemma=head.lemma.lower(),
        part=part,
        things=tuple(one.lemma.lower() for one in things if not is_actor(one)),
        links=tuple((name, one.lemma.lower()) for name, one in (*subjects, *linked)),
        acted=any(map(is_actor, things)),
    )


def likely_code(predicate: Predicate, alike: Alike | None = None) -> Likeness | None:
    """The likeliest code of a predicate without a pattern.

    None for a word that the lexicon or the operators have (a use of it that no pattern fits is no event), for a verb
    that tells of no event, and where too little is like it. What stands beside a noun says nothing of it.
    """
    known = alike or likenesses()
    own = (predicate.part, predicate.lemma)
    if own in known.words or own in operators() or predicate.lemma in _data().plain:
        return None
    return derived(predicate, known) or (by_company(predicate, known) if predicate.part == "verb" else None)


def derived(predicate: Predicate, alike: Alike) -> Likeness | None:
    """By a known word that it is made of: counterattack, re-arrest, castigation."""
    for kind, part, stem in stems(predicate.lemma, predicate.part):
        patterns = alike.words.get((part, stem))
        if patterns is not None:
            best = next((one for one in patterns if _fits(one, predicate)), None)
            return _like(best, predicate, stem, 1.0, _data().derived[kind]) if best else None
    return None


def stems(lemma: str, part: Part) -> Iterator[tuple[str, Part, str]]:
    """Words that a word may be made of, each with the way and its part of speech."""
    for prefix in _data().prefixes:
        stem = lemma.removeprefix(prefix).removeprefix("-")
        if stem != lemma and len(stem) >= _SHORTEST_STEM:
            yield "prefix", part, stem
    if part == "verb":
        # Not the other way round: nouns that verbs are like and the lexicon lacks are other things (arm, court).
        yield "conversion", "noun", lemma
    else:
        for ending, endings in _data().nominal.items():
            if lemma.endswith(ending) and len(lemma) - len(ending) >= _SHORTEST_STEM - 1:
                yield from (("nominal", "verb", lemma.removesuffix(ending) + end) for end in endings)


def by_company(predicate: Predicate, alike: Alike) -> Likeness | None:
    """By the patterns of other words that have its object and its prepositions: foist sanctions on."""
    weights = company(predicate, alike)
    total = sum(weights.values())
    types: dict[str, float] = {}
    for pattern, weight in weights.items():
        kind = pattern.event_type or NO_EVENT
        types[kind] = types.get(kind, 0.0) + weight
    event_type, weight = max(types.items(), key=lambda one: (one[1], one[0]), default=(NO_EVENT, 0.0))
    if event_type == NO_EVENT:
        return None
    similarity = weight / total * min(1.0, total / _ENOUGH)
    of_type = (one for one in weights if one.event_type == event_type)
    best = max(of_type, key=lambda one: (weights[one], one.name))
    beside = " ".join(dict.fromkeys((*predicate.things[:1], *predicate.after)))
    return _like(best, predicate, beside, similarity, calibrated(similarity))


def company(predicate: Predicate, alike: Alike) -> Mapping[Pattern, float]:
    """How much each pattern says that has what the predicate has, whatever its own word is."""
    found: dict[Pattern, float] = {}
    behind = (lemma for name, lemma in predicate.links if name != "subject")
    lemmas = dict.fromkeys((*predicate.things, *behind))
    for place in dict.fromkeys(place for lemma in lemmas for place in alike.beside.get(lemma, ())):
        pattern, words = alike.rows[place]
        others = len(words - {predicate.lemma})
        if others and pattern.part == predicate.part and _fits(pattern, predicate):
            found[pattern] = math.sqrt(others) * _weight(pattern)
    return found


def _like(
    pattern: Pattern, predicate: Predicate, like: str, similarity: float, confidence: float
) -> Likeness | None:
    """The pattern with the roles that the predicate's part of speech has; those who act together still do."""
    if pattern.event_type is None or not confidence:
        return None
    sources, targets = default_roles(predicate.part)
    together = pattern.sources == (ALL,)
    own = replace(
        pattern,
        name=f"like: {predicate.lemma} as {like} {similarity:.2f}",
        part=predicate.part,
        thing=None,
        prepositions=(),
        sources=pattern.sources if together else sources,
        targets=targets,
        strength=0.0,
    )
    return Likeness(own, Code(pattern.event_type, pattern.mode), similarity, confidence)


def _weight(pattern: Pattern) -> float:
    allowed = max(1, len(_lemmas(pattern)))
    return (_WITH_PREPOSITION if pattern.prepositions else 1.0) / math.pow(allowed, _CROWDING)


def _fits(pattern: Pattern, predicate: Predicate) -> bool:
    if pattern.thing is not None and not _stands(pattern.thing, predicate.things, predicate.acted):
        return False
    return not pattern.prepositions or any(
        name == linked and _stands(needed, (lemma,), False)
        for name, needed in pattern.prepositions
        for linked, lemma in predicate.links
    )


def _stands(needed: Required, lemmas: Iterable[str], acted: bool) -> bool:
    found = frozenset(lemmas)
    if needed.nothing and not found and not acted:
        return True
    return (
        (needed.anything and bool(found or acted)) or (needed.actor and acted) or bool(found & needed.lemmas)
    )


def calibrated(similarity: float) -> float:
    """The share of codes by company of this similarity that are right; 0.0 below the least that is told at all."""
    return next((share for least, share in _data().steps if similarity >= least), 0.0)


@lru_cache(maxsize=1)
def likenesses() -> Alike:
    """The project's own lexicon by what stands in its patterns."""
    words = lexicon().patterns
    rows: dict[str, Pattern] = {}
    members: dict[str, set[str]] = {}
    for (_, lemma), patterns in words.items():
        for one in patterns:
            rows.setdefault(row_of(one), one)
            members.setdefault(row_of(one), set()).add(lemma)
    beside: dict[str, list[int]] = {}
    for place, pattern in enumerate(rows.values()):
        for lemma in _lemmas(pattern):
            beside.setdefault(lemma, []).append(place)
    return Alike(
        tuple((pattern, frozenset(members[row])) for row, pattern in rows.items()),
        {lemma: tuple(places) for lemma, places in beside.items()},
        words,
    )


def row_of(pattern: Pattern) -> str:
    """The row of the lexicon that a pattern is from, which it shares with other words."""
    return pattern.name.partition(" ")[0]


def _lemmas(pattern: Pattern) -> frozenset[str]:
    required = [pattern.thing] if pattern.thing else []
    required += [needed for _, needed in pattern.prepositions]
    return frozenset(lemma for one in required for lemma in one.lemmas)


@lru_cache(maxsize=1)
def _data() -> _Data:
    content = tomllib.loads(files("retold.coding").joinpath(_DATA).read_text("utf-8"))
    return _Data(
        plain=frozenset(content["plain"].split()),
        prefixes=tuple(content["prefixes"]),
        derived=content["derived"],
        steps=tuple(sorted(((least, share) for least, share in content["company"]["steps"]), reverse=True)),
        nominal={ending: tuple(ends) for ending, ends in content["nominal"].items()},
    )
