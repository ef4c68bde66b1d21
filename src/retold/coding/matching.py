"""A word of a parse to the patterns of the lexicon that fit it: by its lemmas, and by what stands beside it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.patterns import Lexicon, Part, Pattern, Required
from retold.reading.parse import Reading, Word

# How far behind a verb a word stands that makes another of it.
_PARTICLES = 3
_JOINED_BEHIND = frozenset(("prt", "prep", "advmod", "acomp", "oprd", "npadvmod", "dobj"))
_JOINED_BEFORE = frozenset(("advmod", "npadvmod", "punct", "dep", "amod", "compound"))
_PREDICATIVE = frozenset(("acomp", "attr", "oprd", "ROOT", "ccomp", "conj", "advcl", "prep"))
_PAST = frozenset(("VBD", "VBN", "VBG"))
# A word of one syllable that doubles its last letter before -ed.
_ENDS_SHORT = re.compile(r"[^aeiou]*[aeiou][bdgklmnprtvz]")


def part_of(word: Word) -> Part | None:
    """What a word counts as; an adjective does behind "is" or its noun: a report critical of Greece."""
    if is_verbal(word):
        return "noun" if word.tag == "VBG" and word.dep in ("nsubj", "nsubjpass") else "verb"
    if word.pos in ("NOUN", "PROPN"):
        return "noun"
    if word.pos == "ADJ" and word.dep == "amod" and word.place > word.head:
        return "adjective"
    if word.pos in ("ADJ", "ADV", "ADP") and word.dep in _PREDICATIVE:
        return "adjective"
    return None


class Matching:
    """Finds the patterns of a sentence's words. `is_actor`: whether a word names somebody who can act."""

    def __init__(self, frames: Frames, lexicon: Lexicon, is_actor: Callable[[Word], bool]) -> None:
        self.reading: Reading = frames.reading
        self.frames = frames
        self.lexicon = lexicon
        self.is_actor = is_actor
        self._known: dict[tuple[int, ...], _Standing] = {}

    def fitting(self, word: Word, part: Part) -> Iterator[Pattern]:
        """The patterns that fit, the strongest first; those of a word with its particle before those of the word."""
        for lemma in self.lemmas(word, part):
            fitting = [one for one in self.lexicon.of(part, lemma) if self._fits(word, one)]
            if fitting:
                yield from fitting
                return
        if part == "noun" and word.lemma.lower().endswith("ing"):
            yield from self._gerund(word)

    def hidden_objects(self) -> dict[int, Word]:
        """By a verb's place, its object that hangs on a particle read as a preposition: called in [the envoy]."""
        found = ((word, self._behind_particle(word)) for word in self.reading if is_verbal(word))
        return {word.place: thing for word, thing in found if thing is not None}

    def _behind_particle(self, verb: Word) -> Word | None:
        """What stands behind the word next to a verb, if a phrase of the two asks for it as its object."""
        link = next((one for one in self.reading.children(verb) if one.place == verb.place + 1), None)
        if link is None or link.dep != "prep" or self.frames.slot(verb, "object"):
            return None
        name, lemma = link.text.lower(), self._mended(verb)
        things = self.frames.slot(verb, name)
        phrases = self.lexicon.of("verb", f"{lemma}_{name}")
        of_phrase = (one.strength for one in phrases if self._takes(verb, one, things))
        of_preposition = (
            one.strength
            for one in (*phrases, *self.lexicon.of("verb", lemma))
            if any(name == place for place, _ in one.prepositions) and self._fits(verb, one)
        )
        return things[0] if max(of_phrase, default=0.0) > max(of_preposition, default=0.0) else None

    def _takes(self, verb: Word, pattern: Pattern, things: Iterable[Word]) -> bool:
        """Whether a pattern of a verb would fit if these were the verb's objects."""
        needed = pattern.thing
        return needed is not None and self._stands(things, needed) and self._is_beside(verb, pattern)

    def lemmas(self, word: Word, part: Part) -> Iterator[str]:
        """The lemma with a word that makes another of it (call off, shoot dead, test-fire), then by itself."""
        lemma = self._mended(word)
        if part == "noun":
            yield from self._hyphened(word)
            if word.tag == "VBG":
                yield word.text.lower()
        else:
            yield from self._joined(word, lemma)
        yield lemma

    def _joined(self, word: Word, lemma: str) -> Iterator[str]:
        for child in self.reading.children(word):
            if _is_joined_behind(child, child.place - word.place):
                yield f"{lemma}_{child.text.lower()}"
            elif child.place < word.place and child.dep in _JOINED_BEFORE:
                yield f"{child.text.lower()}_{lemma}"
        if before := self._before_hyphen(word):
            yield f"{before}_{lemma}"

    def _hyphened(self, word: Word) -> Iterator[str]:
        """cease-fire: three words of the parse."""
        if before := self._before_hyphen(word):
            yield before + word.lemma.lower()

    def _before_hyphen(self, word: Word) -> str | None:
        hyphened = word.place > 1 and self.reading[word.place - 1].text == "-"
        return self.reading[word.place - 2].text.lower() if hyphened else None

    def _mended(self, word: Word) -> str:
        """The lemma; a small model makes "stag" of "staged", "readmitte" of "readmitted", "dos" of "doses".

        Spelling tells "raped" and "spared" from "rapped" and "sparred", which the model does not.
        """
        lemma, known = word.lemma.lower(), self.lexicon.words
        stem = word.text.lower().removesuffix("ing").removesuffix("ed") if word.tag in _PAST else ""
        if stem == lemma and _ENDS_SHORT.fullmatch(lemma) and f"{lemma}e" in known:
            return f"{lemma}e"
        if lemma in known or stem == lemma + lemma[-1:]:
            return lemma
        if stem:
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else lemma
            return next((one for one in (f"{lemma}e", doubled, stem) if one in known), lemma)
        singular = word.text.lower().removesuffix("s")
        return singular if word.tag == "NNS" and singular in known else lemma

    def _gerund(self, word: Word) -> Iterator[Pattern]:
        """A noun in -ing that the lexicon has as a verb: the shelling of the town."""
        stem = word.lemma.lower().removesuffix("ing")
        for lemma in (stem, f"{stem}e", stem[:-1] if stem[-1:] == stem[-2:-1] else stem):
            for pattern in self.lexicon.of("verb", lemma):
                if pattern.strength == 0:
                    yield pattern
                    return

    def _fits(self, word: Word, pattern: Pattern) -> bool:
        if pattern.thing is not None and not self._thing_fits(word, pattern.part, pattern.thing):
            return False
        return self._is_beside(word, pattern)

    def _is_beside(self, word: Word, pattern: Pattern) -> bool:
        """Whether one of the places behind the prepositions of a pattern is filled as it asks."""
        return not pattern.prepositions or any(
            self._stands(self.frames.slot(word, name), needed) for name, needed in pattern.prepositions
        )

    def _thing_fits(self, word: Word, part: Part, needed: Required) -> bool:
        if needed.nothing and not self.frames.slot(word, "object") and not self.reading.child(word, "ccomp"):
            return True
        return self._stands(self.frames.slot(word, "mod" if part == "noun" else "object"), needed)

    def _stands(self, words: Iterable[Word], needed: Required) -> bool:
        standing = self._standing(tuple(words))
        if needed.anything and standing.forms:
            return True
        return (needed.actor and standing.acts) or not needed.lemmas.isdisjoint(standing.forms)

    def _standing(self, words: tuple[Word, ...]) -> _Standing:
        """What many patterns ask of the same words, found once."""
        places = tuple(word.place for word in words)
        if places not in self._known:
            found = [one for word in words for one in self.frames.content(word)]
            forms = (
                lemma
                for one in found
                for lemma in (one.lemma.lower(), self._mended(one), *self._hyphened(one))
            )
            acts = any(self.is_actor(one) or one.entity == "PERSON" for one in found)
            self._known[places] = _Standing(frozenset(forms), acts)
        return self._known[places]


@dataclass(frozen=True, slots=True)
class _Standing:
    """The lemmas of the words in a place of a predicate, and whether one of them is an actor."""

    forms: frozenset[str]
    acts: bool


def _is_joined_behind(child: Word, distance: int) -> bool:
    """Whether a word behind a verb makes another verb of it: called off, [shot] three people [dead]."""
    nearest = 1 if child.dep == "prep" else _PARTICLES
    if 0 < distance <= nearest and child.dep in _JOINED_BEHIND:
        return True
    return distance > 0 and child.dep in ("acomp", "oprd", "ccomp") and child.pos in ("ADJ", "NOUN")
