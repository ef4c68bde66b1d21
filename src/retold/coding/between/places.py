"""A predicate to those in its places, each with how far it acts or is acted upon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from retold.coding.between.above import Above
from retold.coding.between.nouns import LIKELY, PERHAPS, SURE, Nouns, Part
from retold.coding.between.words import is_a
from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_passive, is_verbal
from retold.reading.parse import Reading, Word

# Prepositions before those acted upon, and before where or about what it was done.
_TOWARD = ("on", "against", "upon", "at", "to", "toward", "with", "into", "from", "over")
_ABOUT = ("in", "of", "for", "inside", "near", "outside", "off", "through", "under", "around", "about", "as")
_CIRCUMSTANCES = ("in", "during", "by", "from", "after", "following", "with", "at")
_DOING = ("xcomp", "ccomp", "advcl", "conj", "acl", "pcomp", "dep")


class Places:
    """The parts in the predicates of one sentence."""

    def __init__(
        self, reading: Reading, frames: Frames, is_state: Callable[[Word], bool] | None = None
    ) -> None:
        self.reading = reading
        self.frames = frames
        self._nouns = Nouns(reading, frames, is_state)
        self._above = Above(self._nouns)
        self._in = self._nouns.standing

    def of(self, predicate: Word) -> list[Part]:
        """Everybody in a place of the predicate, its own first."""
        own = self.of_verb if is_verbal(predicate) else self.of_noun
        return list(own(predicate))

    def of_verb(self, verb: Word) -> Iterator[Part]:
        """Of a verb: its subject acts, what else it has is acted upon; of verbs like "suffer" the other way round."""
        turned = -1 if self._undergoes(verb) else 1
        yield from self._subjects(verb, turned)
        yield from self._in(verb, ("object", "dative"), -SURE * turned)
        if is_passive(self.reading, verb):
            yield from self._in(verb, ("from",), PERHAPS)
        yield from self._in(verb, _TOWARD, -LIKELY * turned)
        yield from self._in(verb, ("clause",), -LIKELY * turned)
        yield from self._in(verb, _ABOUT, -PERHAPS * turned)
        yield from self._circumstances(verb)
        yield from self._below(verb)

    def _undergoes(self, verb: Word) -> bool:
        """Whether the subject undergoes what an active verb tells; headlines leave out the "was" of a passive."""
        if is_passive(self.reading, verb):
            return False
        if is_a(verb.lemma, "undergo"):
            return True
        bare = verb.tag in ("VBD", "VBN") and self.reading.child(verb, "aux", "dobj", "ccomp") is None
        return bare and is_a(verb.lemma, "needs_object")

    def _subjects(self, verb: Word, turned: int) -> Iterator[Part]:
        """Of an event that does something, those who did it: the attack by rebels killed two."""
        for one in self._in(verb, ("subject",), SURE * turned):
            if is_a(one.word.lemma, "done_to", "done_by", "mutual"):
                yield replace(one, alone=True)
                yield from (part.times(turned) for part in self._nouns.of(one.word) if part.acts > 0)
            else:
                yield one

    def _circumstances(self, verb: Word) -> Iterator[Part]:
        """Of an event noun in whose course it was done: killed in the attack by rebels."""
        undergone = self._undergoes(verb) or (
            is_a(verb.lemma, "harm")
            and is_passive(self.reading, verb)
            and not self.frames.slot(verb, "subject")
        )
        for place in _CIRCUMSTANCES:
            for thing in self.frames.slot(verb, place):
                if undergone and is_a(thing.lemma, "mutual"):
                    yield from self._in(thing, ("with", "between"), SURE)
                elif thing.pos == "NOUN" and (undergone or is_a(thing.lemma, "done_to", "done_by", "mutual")):
                    yield from (one.times(LIKELY) for one in self._nouns.of(thing))

    def _below(self, verb: Word) -> Iterator[Part]:
        """Those to whom a verb below it is done, if its subject does that too: opened fire, killing two."""
        subjects = {one.place for one in self.frames.slot(verb, "subject")}
        for child in self.reading.children(verb):
            if child.dep in _DOING and is_verbal(child):
                theirs = {one.place for one in self.frames.slot(child, "subject")}
                if child.dep in ("xcomp", "ccomp") or (subjects & theirs):
                    for place in ("object", "dative", "on", "against", "at", "with"):
                        yield from (Part(one, -PERHAPS, place) for one in self.frames.slot(child, place))

    def of_noun(self, noun: Word) -> Iterator[Part]:
        """Those in the phrase of an event noun, and those above it."""
        yield Part(noun, LIKELY, "itself", alone=True)
        yield from self._nouns.of(noun)
        yield from self._above.of(noun)
