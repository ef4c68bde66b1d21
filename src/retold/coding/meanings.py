"""A parsed sentence to what its predicates mean: by patterns, and what operators make of them, from inside out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from retold.coding.frames.complements import complements
from retold.coding.frames.frames import Frames
from retold.coding.frames.questions import asks
from retold.coding.governing import GIVEN, TRANSPARENT, refraining, whole
from retold.coding.lexicon.operators import Code, Operator, composed, operators
from retold.coding.lexicon.patterns import ALL, Part, Pattern, classes, lexicon
from retold.coding.matching import Matching, part_of
from retold.coding.meaning import Meaning
from retold.coding.obligations import obliged
from retold.coding.own_deeds import OF_OWN, is_own
from retold.coding.roles import Roles
from retold.coding.similarity import likely_code, predicate_of
from retold.coding.status.outcomes import is_fulfilled
from retold.reading.parse import Reading, Word

# A pattern with this strength says enough to stand before an operator.
_STRONG = 2.0
# With this one it says all: verb, object and what stands behind a preposition.
_WHOLE = 3.0
_TROOPS, _AID = Code("MOBILIZE", "troops"), Code("AID")
_TOGETHER: dict[Part, tuple[str, ...]] = {
    "verb": ("subject",),
    "adjective": ("subject",),
    "noun": ("between", "among", "poss", "mod", "by", "of", "subject"),
}
_CHARGED_BY = frozenset(("on", "under", "with", "of"))
_WITH = ("object", "with", "to", "and", "for.with")


def _nowhere(_: Word) -> str | None:
    return None


class Meanings:
    """The meanings of a sentence's words.

    `is_actor`: whether a word names somebody who can act, `belongs`: or something of theirs, `country`: of which
    state.
    """

    def __init__(
        self,
        reading: Reading,
        is_actor: Callable[[Word], bool],
        belongs: Callable[[Word], bool],
        profile: str,
        country: Callable[[Word], str | None] = _nowhere,
    ) -> None:
        self.reading = reading
        self.is_actor = is_actor
        self.belongs = belongs
        self.profile = profile
        self._country = country
        self.lexicon = lexicon()
        hidden = Matching(Frames(reading, is_actor), self.lexicon, is_actor).hidden_objects()
        self.frames = Frames(reading, is_actor, hidden)
        self._roles = Roles(self.frames, is_actor, belongs)
        self._matching = Matching(self.frames, self.lexicon, is_actor)
        self._known: dict[int, Meaning | None] = {}

    def all(self) -> list[Meaning]:
        """What the sentence says happened, without what is only a part of another event."""
        found = [meaning for word in self.reading if (meaning := self.of(word))]
        found = [self._relieving(meaning, found) for meaning in found]
        inside = {place for meaning in found for place in meaning.inside}
        return [meaning for meaning in found if meaning.head.place not in inside]

    def of(self, word: Word) -> Meaning | None:
        """What a word means as a predicate; None when it tells of no event."""
        if word.place not in self._known:
            self._known[word.place] = None  # a circle ends here
            inner = self._plain(word)
            self._known[word.place] = obliged(word, inner, self._roles, self.profile) or inner
        return self._known[word.place]

    def is_other_sense(self, word: Word) -> bool:
        """Whether a pattern asks for what is beside the word and says it is no event there: fired 200 traders."""
        part = part_of(word)
        best = next(self._matching.fitting(word, part), None) if part is not None else None
        return best is not None and best.event_type is None and best.strength > 0

    def _relieving(self, meaning: Meaning, others: Iterable[Meaning]) -> Meaning:
        """Troops that are sent to keep the peace are aid; PLOVER's manual has it so."""
        if meaning.code != _TROOPS:
            return meaning
        for other in others:
            if "peacekeeping" in other.contexts and meaning.head in self.reading.above(other.head):
                inside = meaning.inside | {other.head.place}
                return replace(meaning, code=_AID, literal=_AID, contexts=("peacekeeping",), inside=inside)
        return meaning

    def _plain(self, word: Word) -> Meaning | None:
        """By a pattern that says enough, an operator, a weaker pattern or likeness, in this order."""
        part = part_of(word)
        if part is None or _is_attributive(word) or _is_name(word) or self._is_part(word):
            return None
        best = next(self._matching.fitting(word, part), None)
        governing = self._by_operator(word, part, unknown=False)
        if best and best.strength >= _STRONG and not _more_telling(governing, best):
            return self._by_pattern(word, part, best)
        return (
            governing
            or self._by_operator(word, part, unknown=True)
            or (self._by_pattern(word, part, best) if best else self._by_likeness(word, part))
        )

    def _is_part(self, word: Word) -> bool:
        """Whether it is what a question is asked with, or the charges that somebody is indicted on."""
        link, known = self.reading.head(word), classes()
        grounds = word.lemma.lower() in known["grounds"] and link.text.lower() in _CHARGED_BY
        return asks(self.frames, word) or (
            grounds and self.reading.head(link).lemma.lower() in known["charged"]
        )

    def _by_likeness(self, word: Word, part: Part) -> Meaning | None:
        """What a predicate that nothing knows is like, where an actor stands on both sides."""
        if part == "adjective" or word.pos == "PROPN" or self.is_actor(word):
            return None
        if any(self.lexicon.of(part, lemma) for lemma in self._matching.lemmas(word, part)):
            return None
        like = likely_code(predicate_of(word, part, self.frames, self.is_actor))
        meaning = self._by_pattern(word, part, like.pattern) if like else None
        if like is None or meaning is None or any(map(self.of, self.frames.slot(word, "object"))):
            return None
        named = all(any(map(self.belongs, words)) for words in (meaning.sources, meaning.targets))
        return replace(meaning, likely=like.confidence) if named else None

    def _by_pattern(self, word: Word, part: Part, pattern: Pattern) -> Meaning | None:
        if pattern.event_type is None:
            return None
        sources, targets = self._parties(word, part, pattern)
        joint = () if sources else self._roles.joint(word)
        if joint:
            sources, targets = joint, ()
        telling = [meaning for one in sources if (meaning := self._deed(one))]
        if telling and part == "verb":
            sources = tuple(dict.fromkeys(one for meaning in telling for one in meaning.sources))
        alike = (one.code.mode for one in telling if one.code.event_type == pattern.event_type)
        code = Code(pattern.event_type, pattern.mode or next(alike, None))
        told = part == "verb" and pattern.thing is not None and pattern.thing.lemmas
        things = self.frames.slot(word, "object") if told else ()
        return Meaning(
            code=code,
            literal=code,
            head=word,
            core=word,
            trigger=(word, *(thing for thing in things if not self.is_actor(thing))),
            sources=sources,
            targets=targets,
            rules=(pattern.name,),
            strength=pattern.strength,
            contexts=pattern.contexts,
            inside=frozenset(one.place for thing in things for one in self.frames.content(thing)),
            together=bool(joint) or (pattern.sources == (ALL,) and part == pattern.part),
        )

    def _parties(self, word: Word, part: Part, pattern: Pattern) -> tuple[tuple[Word, ...], tuple[Word, ...]]:
        """The sources and the targets, where the pattern says that they stand."""
        if part == "noun" and (givers := self._roles.givers(word)):
            return givers, self._roles.parties(word, ("subject",), givers)
        slots = pattern if part == pattern.part else _as_noun(pattern)
        together = slots.sources == (ALL,)
        sources = self._roles.parties(word, _TOGETHER[part] if together else slots.sources)
        targets = self._roles.parties(word, _WITH if together else slots.targets, sources)
        return sources, targets or self._roles.acting(word, ("clause",), sources)

    def _deed(self, word: Word) -> Meaning | None:
        """What a subject tells that is itself something done: the shelling of Goma by rebels killed six."""
        return self.of(word) if word.pos == "NOUN" and not self.is_actor(word) else None

    def _by_operator(self, word: Word, part: Part, unknown: bool) -> Meaning | None:
        """What the word says of an event that it governs; unknown: of a word that tells of none."""
        particle = self.reading.child(word, "prt") is not None
        for lemma in self._matching.lemmas(word, part):
            for operator in operators().get((part, lemma), ()):
                if particle and "_" not in lemma and operator.name == "do":
                    continue
                kept = part == "noun" and operator.name in GIVEN and is_fulfilled(self.reading, word)
                made = replace(operator, name="do") if kept else operator
                if meaning := self._governing(word, made, unknown):
                    return meaning
        return None

    def _governing(self, word: Word, operator: Operator, unknown: bool) -> Meaning | None:
        for one in operator.complements:
            for thing in complements(self.frames, word, one.name):
                for governed in (thing, *self.frames.content(thing)):
                    inner = self.of(governed)
                    if (inner is None) != unknown or governed.place == word.place:
                        continue
                    told = refraining(operator, governed, self.reading)
                    code = composed(told.name, inner.code if inner else None, self.profile)
                    if code is None or not one.admits(self._lemmas(governed)):
                        continue
                    made = whole(self._roles, word, told, inner, governed, code)
                    if told.name not in OF_OWN or self._is_own(word, inner, made):
                        return made
        return None

    def _lemmas(self, word: Word) -> set[str]:
        """Of a word and its object: responds, faces consequences."""
        return {one.lemma.lower() for one in (word, *self.frames.slot(word, "object"))}

    def _is_own(self, word: Word, inner: Meaning | None, made: Meaning) -> bool:
        return inner is None or is_own(self.frames, word, inner, self._country, made.sources)


def _more_telling(meaning: Meaning | None, pattern: Pattern) -> bool:
    """Whether an operator says the same as a pattern, and of what, or its noun has words beside it that say more."""
    if meaning is None:
        return False
    if meaning.code.event_type == pattern.event_type:
        return pattern.mode is None or meaning.operator not in TRANSPARENT
    if meaning.code.event_type == "REQUEST":  # who approves a bid asks for nothing
        return False
    return meaning.operator in TRANSPARENT and meaning.strength >= _STRONG and pattern.strength < _WHOLE


def _as_noun(pattern: Pattern) -> Pattern:
    """A verb's pattern with the places that a noun made of it has."""
    return replace(
        pattern,
        part="noun",
        sources=("by", "poss", "mod"),
        targets=("of", "on", "against", "with", "to", "at"),
    )


def _is_attributive(word: Word) -> bool:
    """A participle that only describes a noun: Iran-backed militias, suspected militants."""
    return word.dep == "amod" and word.pos == "VERB"


def _is_name(word: Word) -> bool:
    """Part of a date or of an organisation: in March, the Government of National Accord."""
    named = word.entity == "DATE" or (word.entity == "ORG" and not word.begins)
    return word.pos == "PROPN" and named
