"""A predicate to the words whose arguments are counted for its event: itself, its verb, and participles on them."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.quantities.words import listed
from retold.reading.parse import Reading, Word

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_CLAUSES = frozenset(("advcl", "acl", "relcl"))
_WHEN = frozenset(("when", "after", "as", "while", "during", "in", "by", "from", "at", "following"))
_VERBS = frozenset(("VERB", "AUX"))
# Verbs that say what became of people.
_HARM = ("kill", "die", "take_lives", "injure", "vanish", "arrest")


def harms(word: Word) -> bool:
    """Whether a verb tells that people were killed, injured, missed or arrested."""
    lemma = word.lemma.lower()
    return lemma == "leave" or any(lemma in listed(name) for name in _HARM)


def clauses_of(reading: Reading, word: Word) -> list[Word]:
    """The words whose arguments tell an event's numbers, the predicate first."""
    found = [word]
    if word.pos in _VERBS:
        found += _around_verb(reading, word)
    else:
        found += _around_noun(reading, word)
    for one in tuple(found):
        found += _hanging(reading, one, event=word)
    return list(dict.fromkeys(found))


def _around_verb(reading: Reading, word: Word) -> Iterator[Word]:
    """The verb that it tells the occasion of: were killed when gunmen attacked; and what is told with it."""
    head = reading.head(word)
    if word.dep == "advcl" and harms(head) and head is not word and _occasion(reading, word):
        yield head
    if harms(word):
        yield from (child for child in reading.children(word) if child.dep == "conj" and harms(child))
        if word.dep == "conj" and harms(head):
            yield head
    # The event that a light verb's object names: carried out an attack that killed 12.
    thing = reading.child(word, "dobj")
    if thing is not None:
        yield from _clauses_on(reading, thing)


def _occasion(reading: Reading, word: Word) -> bool:
    marks = (child for child in reading.children(word) if child.dep in ("mark", "advmod"))
    return any(mark.text.lower() in _WHEN for mark in marks)


def _around_noun(reading: Reading, word: Word) -> Iterator[Word]:
    """The verb of a noun: the attack killed 12; 12 were killed in the attack; thousands joined the march."""
    word = _spell(reading, word)
    head = reading.head(word)
    if word.dep in ("dobj", "nsubj", "nsubjpass") and head.pos in _VERBS:
        yield head
        if harms(head):
            yield from (child for child in reading.children(head) if child.dep == "conj" and harms(child))
        if word.dep == "dobj":
            yield from _clauses_on(reading, word)
    elif word.dep == "pobj" and head.text.lower() == "on" and reading.head(head).lemma.lower() == "go":
        yield reading.head(head)
    elif word.dep == "pobj" and head.text.lower() in _WHEN:
        above = reading.head(head)
        if harms(above) or above.lemma.lower() in listed("attended"):
            yield above
            yield from (child for child in reading.children(above) if child.dep == "conj" and harms(child))
            if above.dep == "conj" and harms(reading.head(above)):
                yield reading.head(above)
        elif above.pos not in _VERBS and reading.head(above).lemma.lower() in listed("rises"):
            yield reading.head(above)
    if word.dep not in ("dobj",):
        yield from _clauses_on(reading, word)


def _spell(reading: Reading, word: Word) -> Word:
    """The noun that an event's name stands behind with "of": four days of fighting."""
    above = reading.head(reading.head(word))
    held = word.dep == "pobj" and reading.head(word).text.lower() == "of"
    return above if held and above.lemma.lower() in listed("spells") else word


def _clauses_on(reading: Reading, noun: Word) -> Iterator[Word]:
    """Clauses on a noun that names an event: an attack that killed 12, a rally attended by 500."""
    for child in reading.children(noun):
        if child.dep in ("acl", "relcl") and (
            harms(child) or child.lemma.lower() in listed("attended") | listed("drew")
        ):
            yield child


def _hanging(reading: Reading, one: Word, event: Word) -> Iterator[Word]:
    """Clauses without a subject that hang on a verb, and those joined to them: killing 12, wounding 20."""
    things = [thing for thing in reading.children(one) if thing.dep in ("dobj", "pobj")]
    for holder in (one, *things):
        for child in reading.children(holder):
            if child.dep in _CLAUSES and child.tag in ("VBG", "VBN") and not reading.child(child, *_SUBJECTS):
                if harms(child) and child is not event:
                    yield child
                    yield from (
                        other for other in reading.children(child) if other.dep == "conj" and harms(other)
                    )
            elif child.dep == "prep" and child.text.lower() in ("by", "in"):
                yield from (
                    inner for inner in reading.children(child) if inner.dep == "pcomp" and harms(inner)
                )
    if harms(one):
        yield from (child for child in reading.children(one) if child.dep == "conj" and harms(child))
