"""The places that a pattern or an operator names for a role to the words there that can have it."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from retold.coding.frames.frames import Frames
from retold.coding.frames.noun_phrases import is_reciprocal
from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.patterns import classes
from retold.coding.word_classes import word_classes
from retold.reading.parse import Word

_WHERE = ("in", "from")
_PLACES = frozenset(("in", "at", "near"))
_JOINTLY, _GIVEN = word_classes("frames/frames.toml")["jointly"], word_classes("frames/frames.toml")["given"]
_BODIES = word_classes("parties.toml")["bodies"]
_JOINT = ("relations", "agreement", "talks", "visit", "ceasefire", "trade")


@cache
def _joint() -> frozenset[str]:
    """What two sides have or do together."""
    return frozenset(word for name in _JOINT for word in classes().get(name, ()))


@cache
def _hit() -> frozenset[str]:
    """Whom and what it hits where only a place is named."""
    return classes()["building"] | classes()["person_word"]


@dataclass(frozen=True, slots=True)
class Roles:
    """Who stands where in a sentence.

    `is_actor`: whether a word names somebody who can act, `belongs`: or something of theirs.
    """

    frames: Frames
    is_actor: Callable[[Word], bool]
    belongs: Callable[[Word], bool]

    def acting(self, word: Word, slots: Iterable[str], but: Iterable[Word] = ()) -> tuple[Word, ...]:
        """The first of the places that holds an actor, or else something of an actor's, with what is joined to it."""
        taken = {one.place for one in but}
        for slot, stands in self._ranked(tuple(slots)):
            things = [(thing, self._free(thing, taken)) for thing in self.frames.slot(word, slot)]
            if any(stands(one) for _, words in things for one in words):
                each = ((words, slot == "subject" or self._is_joined(thing)) for thing, words in things)
                return tuple(one for words, beside in each for one in self._standing(words, stands, beside))
        return ()

    def _ranked(self, slots: Sequence[str]) -> Iterator[tuple[str, Callable[[Word], bool]]]:
        """Where to look for whom: where it was comes last, attacked [UN vehicles] in Tigray."""
        for among in (
            [slot for slot in slots if slot not in _PLACES],
            [slot for slot in slots if slot in _PLACES],
        ):
            yield from ((slot, stands) for stands in (self._is_party, self.belongs) for slot in among)

    def _is_party(self, word: Word) -> bool:
        return self.is_actor(word) or is_reciprocal(self.frames.reading, word)

    def _free(self, thing: Word, taken: Container[int]) -> tuple[Word, ...]:
        found = (self._doing(one) for one in self.frames.content(thing))
        return tuple(one for one in found if one.place not in taken)

    def _doing(self, word: Word) -> Word:
        """Who is meant by a clause behind a preposition: pulled a gun on [two officers] driving him."""
        own = self.frames.reading.child(word, "nsubj") if word.dep == "pcomp" and word.tag == "VBG" else None
        return own or word

    def _standing(
        self, words: tuple[Word, ...], stands: Callable[[Word], bool], beside: bool
    ) -> tuple[Word, ...]:
        """Of what stands for a thing the actors; beside an actor also what is another's: Togo and [Benin's army]."""
        found = tuple(filter(stands, words))
        return found or (tuple(filter(self._is_anybodys, words)) if beside else ())

    def _is_anybodys(self, word: Word) -> bool:
        """Whether a noun is an actor's, or those are meant who are there: rebels in Togo."""
        there = (one for place in _WHERE for one in self.frames.slot(word, place))
        return self.belongs(word) or any(map(self.is_actor, there))

    def _is_joined(self, thing: Word) -> bool:
        joined = (one.dep == "conj" for one in self.frames.reading.children(thing))
        return thing.dep == "conj" or any(joined)

    def joint(self, word: Word) -> tuple[Word, ...]:
        """Whose deal, talks or ties those are of which a passive tells without a doer: they were cut by both."""
        if word.lemma.lower() not in _JOINTLY or not is_verbal(word) or self.frames.slot(word, "subject"):
            return ()
        thing = next((one for one in self.frames.slot(word, "object") if one.lemma.lower() in _joint()), None)
        if thing is None:
            return ()
        between = self.acting(thing, ("between", "among"))
        owner, other = self.acting(thing, ("poss",)), self.acting(thing, ("with",))
        return between or ((*owner, *other) if owner and other else ())

    def givers(self, noun: Word) -> tuple[Word, ...]:
        """Whose support or blessing a noun tells of, where that stands behind "of": with the support of [Togo]."""
        link = self.frames.reading.head(noun)
        if noun.lemma.lower() not in _GIVEN or (noun.dep == "pobj" and link.text.lower() in ("in", "for")):
            return ()
        if self.acting(noun, ("poss", "by", "mod")):
            return ()
        return tuple(one for one in self.frames.slot(noun, "of") if self.is_somebody(one))

    def is_somebody(self, word: Word) -> bool:
        """Whether a word is one for people or a body of them, or names somebody's."""
        lemma = word.lemma.lower()
        return self.belongs(word) or lemma in classes()["person_word"] or lemma in _BODIES

    def parties(self, word: Word, slots: Iterable[str], but: Iterable[Word] = ()) -> tuple[Word, ...]:
        """The actors in the first place that has one; where none has, what stands in the first that is filled."""
        taken = {one.place for one in but}
        slots = tuple(slots)
        things = self.frames.first(word, (slot for slot in slots if slot.rpartition(".")[2] != "mod"))
        found = self.acting(word, slots, but)
        where = [
            one
            for slot in slots
            if slot.rpartition(".")[2] in _PLACES
            for one in self.frames.slot(word, slot)
        ]
        if found and all(one in where for one in found):
            hit = (one for one in self.frames.slot(word, slots[0]) if one.lemma.lower() in _hit())
            return tuple(hit) or found  # destroyed [a barracks] in Sinai
        return found or tuple(one for one in things if one.place not in taken)
