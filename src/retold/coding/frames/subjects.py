"""A predicate to who does what it says, whatever its construction.

Passives, relative clauses, shared subjects, control and participles are undone here.
"""

from __future__ import annotations

from collections.abc import Callable

from retold.coding.datelines import behind
from retold.coding.frames.noun_phrases import meant
from retold.coding.frames.objects import SUBJECTS, Objects
from retold.coding.frames.prepositions import linked
from retold.coding.frames.voice import agent, is_passive, is_verbal
from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

_WORDS = word_classes("frames/frames.toml")
_ASKING, _ACCUSING, _CHARGES = _WORDS["asking"], _WORDS["accusing"], _WORDS["charges"]
_MEASURES, _PLANS, _RECEIVING = _WORDS["measures"], _WORDS["plans"], _WORDS["receiving"]
_ASIDE, _AFFECTING = _WORDS["aside"], _WORDS["affecting"]
_WIDE, _TELLING = word_classes("parties.toml")["wide"], word_classes("parties.toml")["telling"]
_PLACES = frozenset(("GPE", "NORP"))
# Links by which a predicate has the subject of the one it hangs on.
_SHARING = frozenset(
    ("xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis", "acomp", "attr", "oprd", "conj")
)
# Prepositions before whoever is asked.
_BEFORE_ASKED = ("on", "upon", "to", "for")
_SHARING_OF_NOUN = frozenset(("attr", "acomp", "dobj", "oprd", "conj", "appos", "pobj", "prep"))
_MAX_LINKS = 8


class Subjects:
    """The subjects of a sentence's predicates. `acts`: whether a word names somebody who can act."""

    def __init__(self, reading: Reading, acts: Callable[[Word], bool]) -> None:
        self.reading = reading
        self._acts = acts
        self.objects = Objects(reading, self.of)

    def of(self, word: Word, links: int = 0) -> Word | None:
        """Who does what the predicate says; links: from how far below in the tree that is asked."""
        if links > _MAX_LINKS:
            return None
        if not is_verbal(word):
            return self._of_noun(word, links)
        if is_passive(self.reading, word):
            return agent(self.reading, word)
        own = [child for child in self.reading.children(word) if child.dep in SUBJECTS]
        if not own and (doer := self._before_measure(word)) is not None:
            return doer
        if own:
            nearest = min(own, key=lambda child: (child.place > word.place, abs(child.place - word.place)))
            return self._own(behind(self.reading, nearest, word))
        return self._of_another(word, links)

    def _before_measure(self, verb: Word) -> Word | None:
        """Whose measure a participle without a subject tells of: Peru lost ships, imposing [Western] sanctions."""
        thing = self.reading.child(verb, "dobj") if verb.tag == "VBG" else None
        if thing is None or thing.lemma.lower() not in _MEASURES:
            return None
        before = (one for one in self.reading.children(thing) if one.dep in ("amod", "compound", "nmod"))
        return next((one for one in before if one.entity in _PLACES or one.text.lower() in _WIDE), None)

    def _own(self, subject: Word) -> Word | None:
        """Whom the verb's own subject means; a clause is nobody."""
        if subject.dep == "nsubj" and subject.tag == "VBG":
            subject = self.reading.child(subject, "nsubj") or subject  # [workers striking in Goma] said
        return meant(self.reading, subject) if subject.dep != "csubj" else None

    def _of_another(self, word: Word, links: int) -> Word | None:
        """The subject of a verb that has none by itself."""
        head = self.reading.head(word)
        if word.head == word.place:
            return None
        if word.dep == "conj" and (own := self._hung_before(word)) is not None:
            return own
        if word.dep in ("acl", "relcl"):
            return self._of_modified(word, head, links)
        if word.dep == "amod":
            return head if word.tag == "VBG" else None
        return self._shared(word, head, links) if word.dep in _SHARING else None

    def _hung_before(self, verb: Word) -> Word | None:
        """A subject that a parse joins to the noun before it: ran for mayor and [six members] have left."""
        auxiliaries = [one for one in self.reading.children(verb) if one.dep in ("aux", "auxpass", "neg")]
        if not auxiliaries or not is_verbal(self.reading.head(verb)):
            return None
        before = self.reading[max(0, min(auxiliaries).place - 1)]
        return before if before.dep == "conj" and before.pos in ("NOUN", "PROPN") else None

    def _shared(self, word: Word, head: Word, links: int) -> Word | None:
        """The subject of what the predicate hangs on, or its object where that is asked to do something."""
        if (owner := self._of_plan(word, head)) is not None:
            return owner
        if (shown := self._of_shown(word, head)) is not None:
            return shown
        if word.dep == "xcomp" and head.lemma.lower() in _ASKING:
            return self._asked(head) or self.of(head, links + 1)
        if head.dep == "prep" or head.pos == "ADP":
            link, head = head, self.reading.head(head)
            if _is_charge(link, head):
                return self.objects.of(head)
            if link.text.lower() == "of" and self._is_accused(head):
                return head  # accused the captain of leaving
        if word.dep in ("advcl", "xcomp", "conj") and is_verbal(head) and is_passive(self.reading, head):
            return self.objects.of(head)
        return self.of(head, links + 1)

    def _of_plan(self, word: Word, head: Word) -> Word | None:
        """Whose plan or call an infinitive is that a parse hangs on the verb: decried [Peru's] calls to ban it."""
        thing = self.reading.child(head, "dobj") if word.dep == "advcl" and is_verbal(head) else None
        if thing is None or thing.lemma.lower() not in _PLANS:
            return None
        following = self.reading.words[thing.place + 1 : thing.place + 2]
        marks = {one.place for one in self.reading.children(word) if one.tag == "TO"}
        return self.reading.child(thing, "poss") if any(one.place in marks for one in following) else None

    def _of_shown(self, word: Word, head: Word) -> Word | None:
        """Who does what a participle right behind them says: played a tape of [the judge] threatening them."""
        if word.dep != "advcl" or word.tag != "VBG" or head.lemma.lower() not in _RECEIVING:
            return None
        thing = self.reading.child(head, "dobj")
        whose = next(linked(self.reading, thing, "of"), None) if thing is not None else None
        return whose if whose is not None and whose.place == word.place - 1 else None

    def _asked(self, verb: Word) -> Word | None:
        """Who is asked to do something: called on [Serbia] to withdraw."""
        thing = self.objects.of(verb) or self.objects.dative_of(verb)
        behind = (one for link in _BEFORE_ASKED for one in linked(self.reading, verb, link))
        return thing or next(behind, None)

    def _is_accused(self, noun: Word) -> bool:
        return noun.dep in ("dobj", "nsubjpass") and self.reading.head(noun).lemma.lower() in _ACCUSING

    def _of_modified(self, word: Word, head: Word, links: int) -> Word | None:
        """Of a clause that hangs on a noun: the noun, or whose it is (Russia's decision to withdraw)."""
        if word.dep == "relcl" and self.reading.child(word, "dobj") is None and self._has_subject(word):
            return None
        if word.tag == "VBG" and not self._acts(head) and self._is_received(head):
            return self._told_of(word, head)
        infinitive = any(child.tag == "TO" for child in self.reading.children(word))
        if not (infinitive and head.pos == "NOUN") and (word.tag != "VBG" or self._acts(head)):
            return head
        owner = self.reading.child(head, "poss")
        if owner is not None and self._acts(owner):
            return owner
        if head.dep not in ("dobj", "pobj", "attr", "nsubjpass"):
            return head
        above = self.reading.head(head)
        return self.of(above if is_verbal(above) else self.reading.head(above), links + 1)

    def _is_received(self, noun: Word) -> bool:
        """Whether somebody reads, sees or speaks of something, or it is only beside what they do."""
        above = self.reading.head(noun)
        if noun.dep == "pobj":
            return not is_verbal(self.reading.head(above))
        return noun.dep == "dobj" and above.lemma.lower() in _RECEIVING

    def _told_of(self, word: Word, head: Word) -> Word | None:
        """Who is behind "of" before a participle on a noun of telling: videos of [Peru's chief] insulting them."""
        whose = next(linked(self.reading, head, "of"), None)
        return whose if whose is not None and whose.place < word.place else None

    def _of_noun(self, word: Word, links: int) -> Word | None:
        """Of a noun or an adjective behind "is": the subject of that; of an object, the verb's."""
        head = self.reading.head(word)
        if word.head == word.place:
            return None
        if word.dep == "pobj" and _is_charge(head, verb := self.reading.head(head)):
            return self.objects.of(verb)
        if word.dep == "nsubjpass":
            return agent(self.reading, head)
        if word.dep in ("attr", "acomp", "oprd") and is_verbal(head) and is_passive(self.reading, head):
            return self.objects.of(head)  # found guilty of it
        if word.dep == "amod" and word.place > head.place:
            return head
        if word.dep in ("pobj", "dobj") and self._is_not_done(head):
            return None
        return self.of(head, links + 1) if word.dep in _SHARING_OF_NOUN else None

    def _is_not_done(self, link: Word) -> bool:
        """Whether the subject does not do what stands behind a preposition or a verb: affected the inquiry."""
        name, above = link.text.lower(), self.reading.head(link)
        if is_verbal(link):
            return link.lemma.lower() in _AFFECTING
        return name in _ASIDE or (name == "on" and is_verbal(above) and above.lemma.lower() in _TELLING)

    def _has_subject(self, verb: Word) -> bool:
        return self.reading.child(verb, *SUBJECTS) is not None


def _is_charge(link: Word, verb: Word) -> bool:
    """Whether what stands behind a preposition is what a verb's object is said to have done."""
    return is_verbal(verb) and verb.lemma.lower() in _ACCUSING and link.text.lower() in _CHARGES
