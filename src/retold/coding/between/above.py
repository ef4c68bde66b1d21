"""An event noun to those who have a part in it by what the noun depends on: the suspect in it, who carried it out."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.between.nouns import LIKELY, PERHAPS, SURE, Nouns, Part
from retold.coding.between.words import is_a
from retold.coding.frames.voice import is_passive, is_verbal
from retold.reading.parse import Word

_ACCUSED = frozenset(("of", "for", "in", "over", "with", "after", "following", "on"))
_FURTHEST = 5


class Above:
    """The parts above the event nouns of one sentence."""

    def __init__(self, nouns: Nouns) -> None:
        self.nouns = nouns
        self.reading = nouns.reading
        self.frames = nouns.frames
        self._in = nouns.standing

    def of(self, noun: Word, links: int = 0) -> Iterator[Part]:
        """Those who have a part in an event by what its noun depends on."""
        head = self.reading.head(noun)
        if links > _FURTHEST or head.place == noun.place:
            return
        if noun.dep in ("conj", "appos") and not is_verbal(head):
            yield from self.of(head, links + 1)
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
                one.times(sure) for one in self.nouns.of(noun) if one.place not in ("of", "in", "mod")
            )
            yield from (one.times(sure) for one in self.of(noun, links + 1))

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
            yield from self._in(verb, ("against", "at", "on", "to"), -LIKELY)
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
        if noun.dep in ("dobj", "nsubjpass") and is_a(self.reading.head(noun).lemma, "accuse"):
            yield Part(noun, SURE, "accused")
        if is_a(noun.lemma, "doer", "undergoer", "link", "done_to", "done_by"):
            yield from self._through(noun, links)
        elif preposition == "behind":
            yield Part(noun, SURE, "behind")
        elif noun.lemma.lower() in ("connection", "relation", "retaliation", "response", "revenge"):
            yield from self.of(noun, links + 1)

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
