"""A predicate to what is done by it and to whom, whatever its construction."""

from __future__ import annotations

from collections.abc import Callable

from retold.coding.datelines import behind
from retold.coding.frames.noun_phrases import RELATIVE, meant
from retold.coding.frames.voice import is_passive, is_verbal
from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

SUBJECTS = ("nsubj", "csubj", "nsubjpass")
_TRANSITIVE = word_classes("frames/frames.toml")["transitive"]
_BARE = word_classes("frames/frames.toml")["bare"]
_BETWEEN_VERBS = frozenset(("CCONJ", "ADV", "PUNCT"))
_STOPS = frozenset((".", "!", "?"))
_MEASURED = frozenset(("DATE", "TIME", "QUANTITY", "CARDINAL", "PERCENT", "MONEY", "ORDINAL"))


class Objects:
    """The objects of a sentence's predicates. `subject_of`: who does what a predicate says."""

    def __init__(self, reading: Reading, subject_of: Callable[[Word], Word | None]) -> None:
        self.reading = reading
        self._subject_of = subject_of

    def of(self, verb: Word) -> Word | None:
        """What the predicate is done to; the subject of a passive."""
        if not is_verbal(verb):
            return None
        own = self.reading.child(verb, "dobj")
        if is_passive(self.reading, verb):
            own = own or self.reading.child(verb, "nsubjpass", "nsubj")
            return (
                meant(self.reading, behind(self.reading, own, verb)) if own else self._done_to_another(verb)
            )
        if own is not None:
            return meant(self.reading, own)
        if verb.dep == "relcl" and self.reading.child(verb, *SUBJECTS) is not None:
            subject = self.reading.child(verb, "nsubj")
            if subject is not None and subject.text.lower() not in RELATIVE:
                return self.reading.head(verb)
        if verb.lemma.lower() in _BARE:
            return self._made_to(verb)
        shared = self._of_next(verb) if verb.lemma.lower() in _TRANSITIVE else None
        return shared or self._of_headline(verb)

    def _of_headline(self, verb: Word) -> Word | None:
        """What a parse takes for a measure where articles and the full stop are left out: Greece expels [consul]."""
        if self.reading[len(self.reading) - 1].text in _STOPS:
            return None
        behind_verb = (one for one in self.reading.children(verb) if one.place > verb.place)
        found = (one for one in behind_verb if one.dep == "npadvmod" and one.pos in ("NOUN", "PROPN"))
        return next((meant(self.reading, one) for one in found if not _measures(self.reading, one)), None)

    def _made_to(self, verb: Word) -> Word | None:
        """Who does what stands behind a verb without "to": helped [Mali] fight."""
        clause = self.reading.child(verb, "ccomp", "xcomp")
        return self.reading.child(clause, "nsubj") if clause is not None and clause.tag == "VB" else None

    def _of_next(self, verb: Word) -> Word | None:
        """The object that two verbs have in common: condemned and later sanctioned [Peru]."""
        for other in self.reading.children(verb):
            between = self.reading.words[verb.place + 1 : other.place]
            if other.dep == "conj" and is_verbal(other) and all(one.pos in _BETWEEN_VERBS for one in between):
                return self.of(other) if self.reading.child(other, "nsubj") is None else None
        return None

    def _done_to_another(self, verb: Word) -> Word | None:
        """Whom a passive without a subject is done to: the noun it hangs on, or whoever the verb above tells of."""
        head = self.reading.head(verb)
        if verb.dep in ("acl", "relcl", "amod"):
            return head
        if verb.dep == "conj" and is_verbal(head):
            return self.of(head) if is_passive(self.reading, head) else self._subject_of(head)
        return self._subject_of(head) if verb.dep in ("advcl", "xcomp") and head.place != verb.place else None

    def dative_of(self, verb: Word) -> Word | None:
        """To whom something is given or told."""
        found = self.reading.child(verb, "dative")
        if found is None and self.reading.child(verb, "dobj") is not None:
            return self.reading.child(verb, "nsubjpass")  # they were given shelter
        if found is None:
            return None
        return self.reading.child(found, "pobj") or (None if found.pos == "ADP" else found)


def _measures(reading: Reading, noun: Word) -> bool:
    """Whether it says when or how far."""
    return noun.entity in _MEASURED or reading.child(noun, "nummod", "quantmod") is not None
