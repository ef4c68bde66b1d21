"""A predicate to those in its places, each with how far it acts or is acted upon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from retold.events.between_words import is_a
from retold.events.frames import Frames, is_passive, is_verbal
from retold.reading.parse import Reading, Word

# Prepositions before those acted upon, and before where or about what it was done.
_TOWARD = ("on", "against", "upon", "at", "to", "toward", "with", "into", "from", "over")
_ABOUT = ("in", "of", "for", "inside", "near", "outside", "off", "through", "under", "around", "about", "as")
_CIRCUMSTANCES = ("in", "during", "by", "from", "after", "following", "with", "at")
_ACCUSED = frozenset(("of", "for", "in", "over", "with", "after", "following", "on"))
_DOING = ("xcomp", "ccomp", "advcl", "conj", "acl", "pcomp", "dep")
_NAMES = frozenset(("PERSON", "ORG", "NORP"))

# How sure a place tells its part: one is what the grammar says outright.
SURE, LIKELY, PERHAPS = 1.0, 0.7, 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """Who stands in a place of a predicate. `acts`: 1 who surely does it, -1 to whom it is surely done.

    `alone`: only the word itself does, not what its phrase names besides.
    """

    word: Word
    acts: float
    place: str
    alone: bool = False

    def times(self, factor: float) -> Part:
        """The same, less sure."""
        return replace(self, acts=self.acts * factor)


class Places:
    """The parts in the predicates of one sentence."""

    def __init__(
        self, reading: Reading, frames: Frames, is_state: Callable[[Word], bool] | None = None
    ) -> None:
        self.reading = reading
        self.frames = frames
        self._is_state = is_state or (lambda word: word.entity == "NORP")

    def of(self, predicate: Word) -> list[Part]:
        """Everybody in a place of the predicate, its own first."""
        own = self.of_verb if is_verbal(predicate) else self.of_noun
        return list(own(predicate))

    def _in(self, word: Word, places: tuple[str, ...], acts: float) -> Iterator[Part]:
        for place in places:
            for one in self.frames.slot(word, place):
                yield Part(one, acts, place)

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
                yield from (part.times(turned) for part in self.own_of_noun(one.word) if part.acts > 0)
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
                    yield from (one.times(LIKELY) for one in self.own_of_noun(thing))

    def _below(self, verb: Word) -> Iterator[Part]:
        """Those to whom a verb below it is done, if its subject does that too: opened fire, killing two."""
        subjects = {one.place for one in self.frames.slot(verb, "subject")}
        for child in self.reading.children(verb):
            if child.dep in _DOING and is_verbal(child):
                theirs = {one.place for one in self.frames.slot(child, "subject")}
                if child.dep in ("xcomp", "ccomp") or (subjects & theirs):
                    for place in ("object", "dative", "on", "against", "at", "with"):
                        yield from (Part(one, -PERHAPS, place) for one in self.frames.slot(child, place))

    def own_of_noun(self, noun: Word) -> Iterator[Part]:
        """Those who stand in the phrase of an event noun."""
        lemma = noun.lemma.lower()
        to_whom = is_a(lemma, "done_to") or (lemma.endswith("ing") and not is_a(lemma, "done_by"))
        yield from self._in(noun, ("by",), SURE)
        told = any(self.frames.slot(noun, place) for place in ("of", "on", "against"))
        yield from self._in(noun, ("poss",), SURE if told or not to_whom else -LIKELY)
        yield from self._in(
            noun, ("of",), LIKELY if is_a(lemma, "done_by") and not self._carried(noun) else -SURE
        )
        yield from self._in(noun, ("on", "against", "upon", "at", "to", "into", "toward"), -SURE)
        yield from self._in(noun, ("with", "for", "over"), -PERHAPS if is_a(lemma, "mutual") else -LIKELY)
        yield from self._in(noun, ("from",), LIKELY)
        yield from self._in(noun, ("in", "near", "outside", "inside", "as", "about"), -PERHAPS)
        for one in self.frames.slot(noun, "mod"):
            yield Part(one, self._of_modifier(one, to_whom or is_a(lemma, "inquiry"), told), "mod")

    def _carried(self, noun: Word) -> bool:
        """Whether a verb says who does what the noun tells: voiced support of the president."""
        verb = self.reading.head(noun)
        return (
            noun.dep == "dobj"
            and bool(self.frames.slot(verb, "subject"))
            and not is_a(verb.lemma, "regard", "undergo")
        )

    def _of_modifier(self, word: Word, to_whom: bool, told: bool) -> float:
        """The Israeli attack, rebel bombings; the pub bombings, the Manchester attack, a terrorist investigation."""
        if is_a(word.lemma, "doer"):
            return -LIKELY if to_whom else LIKELY
        if word.entity in _NAMES or self._is_state(word) or is_a(word.lemma, "armed"):
            return -PERHAPS if to_whom and not told and word.entity == "PERSON" else LIKELY
        return -PERHAPS

    def of_noun(self, noun: Word) -> Iterator[Part]:
        """Those in the phrase of an event noun, and those above it."""
        yield from self.own_of_noun(noun)
        yield from self.above(noun)

    def above(self, noun: Word, links: int = 0) -> Iterator[Part]:
        """Those who have a part in an event by what its noun depends on."""
        head = self.reading.head(noun)
        if links > 5 or head.place == noun.place:
            return
        if noun.dep in ("conj", "appos") and not is_verbal(head):
            yield from self.above(head, links + 1)
        elif noun.dep in ("compound", "amod", "nmod", "poss"):
            yield from self._through(head, links)
        elif noun.dep in ("nsubj", "nsubjpass"):
            yield from self._as_subject(noun, head)
        elif noun.dep in ("dobj", "attr", "oprd"):
            yield from self._as_object(noun, head)
        elif noun.dep in ("pobj", "pcomp"):
            yield from self._behind(noun, head, links)

    def _through(self, noun: Word, links: int) -> Iterator[Part]:
        """The event stands in the phrase of another noun: the bombing suspect, his role in the bombing."""
        if is_a(noun.lemma, "doer"):
            yield Part(noun, SURE, "doer")
            yield from self._same(noun, SURE)
        elif is_a(noun.lemma, "undergoer"):
            yield Part(noun, -SURE, "undergoer")
            yield from self._same(noun, -SURE)
        else:
            sure = SURE if is_a(noun.lemma, "link", "done_to", "done_by") else LIKELY
            yield from (
                one.times(sure) for one in self.own_of_noun(noun) if one.place not in ("of", "in", "mod")
            )
            yield from (one.times(sure) for one in self.above(noun, links + 1))

    def _same(self, noun: Word, acts: float) -> Iterator[Part]:
        """Whoever is said to be what a noun names: the suspect is Ahmed, they named him as the killer."""
        head = self.reading.head(noun)
        if noun.dep == "attr":
            yield from self._in(head, ("subject",), acts)
        elif noun.dep == "pobj" and head.text.lower() == "as":
            yield from self._in(self.reading.head(head), ("object",), acts)
        elif noun.dep == "oprd":
            yield from self._in(head, ("object",), acts)

    def _as_subject(self, noun: Word, verb: Word) -> Iterator[Part]:
        if not is_verbal(verb):
            return
        if noun.dep == "nsubjpass" or is_passive(self.reading, verb):
            if not is_a(verb.lemma, "regard"):
                yield from self._in(verb, ("subject",), SURE)
            if verb.lemma == "blame":
                yield from self._in(verb, ("on",), SURE)
            yield from self._in(verb, ("against", "at", "on"), -LIKELY)
            return
        yield from self._in(verb, ("object", "dative"), -SURE)
        yield from self._in(verb, ("on", "against", "at", "to"), -LIKELY)
        for one in self.reading.children(verb):
            if one.dep == "attr" and is_a(one.lemma, "link"):
                yield from self._in(one, ("of", "by", "poss"), SURE)

    def _as_object(self, noun: Word, verb: Word) -> Iterator[Part]:
        if not is_verbal(verb):
            return
        if is_a(verb.lemma, "undergo"):
            if is_a(noun.lemma, "mutual"):
                yield from self._in(noun, ("with",), SURE)
            yield from self._in(verb, ("subject",), -SURE)
            yield from self._in(verb, ("from", "by", "at"), SURE)
            return
        if verb.lemma == "blame":
            yield from self._in(verb, ("on",), SURE)
        elif not is_a(verb.lemma, "regard"):
            yield from self._in(verb, ("subject",), SURE)
            yield from self._in(verb, ("on", "against", "at", "dative", "to"), -SURE)
            yield from self._in(verb, ("in", "inside", "near", "outside", "with"), -PERHAPS)

    def _behind(self, noun: Word, link: Word, links: int) -> Iterator[Part]:
        """The event stands behind a preposition: of a verb, an adjective or another noun."""
        preposition, head = link.text.lower(), self.reading.head(link)
        if head.place == link.place:
            return
        if head.dep == "prep" and head.pos == "ADP":  # in connection with, because of
            preposition, head = head.text.lower(), self.reading.head(head)
        if is_verbal(head):
            yield from self._behind_verb(preposition, noun, head)
        elif head.pos in ("ADJ", "ADV") or is_a(head.lemma, "blamed"):
            if is_a(head.lemma, "blamed"):
                yield from self._in(head, ("subject",), SURE)
                if head.dep in ("amod", "acl", "relcl") or self.reading.head(head).pos in ("NOUN", "PROPN"):
                    yield Part(self.reading.head(head), SURE, "blamed")
        elif head.pos in ("NOUN", "PROPN", "PRON"):
            yield from self._behind_noun(preposition, head, links)

    def _behind_noun(self, preposition: str, noun: Word, links: int) -> Iterator[Part]:
        if is_a(noun.lemma, "doer", "undergoer", "link", "done_to", "done_by"):
            yield from self._through(noun, links)
        elif preposition == "behind":
            yield Part(noun, SURE, "behind")
        elif noun.lemma.lower() in ("connection", "relation", "retaliation", "response", "revenge"):
            yield from self.above(noun, links + 1)

    def _behind_verb(self, preposition: str, noun: Word, verb: Word) -> Iterator[Part]:
        lemma = verb.lemma.lower()
        if preposition == "behind" and lemma == "be":
            yield from self._in(verb, ("subject",), SURE)
        elif is_a(lemma, "accuse") and preposition in _ACCUSED:
            accused = "object" if self.frames.slot(verb, "object") else "subject"
            if accused == "object" or verb.tag == "VBN":
                yield from self._in(verb, (accused,), SURE)
        elif is_a(noun.lemma, "done_to") and preposition in ("into", "to", "under", "in", "on"):
            yield from self._in(verb, ("subject",), SURE)
            yield from self._in(verb, ("object",), -SURE)
        elif is_a(lemma, "undergo") or (is_a(lemma, "harm") and is_passive(self.reading, verb)):
            yield from self._in(verb, ("subject" if is_a(lemma, "undergo") else "object",), -SURE)
            if is_a(noun.lemma, "mutual"):
                yield from self._in(noun, ("with", "between"), SURE)
        elif preposition == "by":
            yield from self._in(verb, ("object",), -SURE)
        elif is_passive(self.reading, verb):
            if preposition in ("in", "during", "with", "to", "for", "of"):
                yield from self._in(verb, ("subject",), PERHAPS)
                yield from self._in(verb, ("object",), LIKELY)
        elif preposition in ("in", "during", "with", "to", "for", "of", "from", "on"):
            yield from self._in(verb, ("subject",), LIKELY)
            yield from self._in(verb, ("object", "dative"), -LIKELY)
