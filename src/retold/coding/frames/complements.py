"""An operator and the word it stands for to what it governs: objects, infinitives, clauses."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.frames.frames import Frames
from retold.coding.frames.questions import is_question
from retold.coding.frames.voice import is_verbal
from retold.reading.parse import Reading, Word

# Where those stand who are addressed.
_ADDRESSED = ("object", "on", "to", "for", "from")
_CLAUSES = frozenset(("ccomp", "acl", "relcl"))
_INFINITIVES = _CLAUSES | {"xcomp"}


def complements(frames: Frames, word: Word, name: str) -> Iterator[Word]:
    """The words that an operator governs in one of its constructions.

    name: subject, object, ing, subjunctive, to, that, or a place of its frame with ":" behind it.
    """
    reading = frames.reading
    if name == "subject":
        yield from frames.slot(word, "subject") if not frames.slot(word, "object") else ()
        yield from (one for one in reading.children(word) if one.dep == "csubj")
    elif name == "object":
        yield from frames.slot(word, "object") if is_verbal(word) else ()
    elif name.endswith(":"):
        yield from frames.slot(word, name[:-1])
    elif name == "to":
        yield from _clauses(reading, word, _INFINITIVES, infinitive=True)
        yield from _of_addressed(frames, word)
    elif name == "that":
        yield from (
            one
            for one in _clauses(reading, word, _CLAUSES, infinitive=False)
            if not is_question(reading, one)
        )
    else:
        yield from _verbs(reading, word, name)


def _verbs(reading: Reading, word: Word, name: str) -> Iterator[Word]:
    """Clauses told by the form of their verb: stopped [shelling] it, demanded that troops [be withdrawn]."""
    children = reading.children(word)
    if name == "ing":
        yield from (one for one in children if one.dep in ("xcomp", "ccomp", "pcomp") and one.tag == "VBG")
    elif name == "subjunctive":
        yield from (one for one in children if one.dep == "ccomp" and _is_subjunctive(reading, one))
    elif name == "whether":
        yield from (one for one in children if one.dep == "ccomp" and is_question(reading, one))
    elif name == "modal":
        yield from (one for one in children if one.dep == "ccomp" and _is_to_be(reading, one))
    elif name == "other":
        yield from (one for one in children if one.dep in _INFINITIVES and _is_anothers(reading, one))


def _is_to_be(reading: Reading, clause: Word) -> bool:
    """Whether it tells what shall be, and not what is."""
    modal = any(one.tag == "MD" for one in reading.children(clause))
    return (modal or _is_subjunctive(reading, clause)) and not is_question(reading, clause)


def _is_anothers(reading: Reading, clause: Word) -> bool:
    """Whether somebody else is its subject: wants [Peru to leave]."""
    parts = reading.children(clause)
    subject = reading.child(clause, "nsubj", "nsubjpass")
    return subject is not None and any(one.tag == "TO" and one.dep == "aux" for one in parts)


def _is_subjunctive(reading: Reading, verb: Word) -> bool:
    auxiliary = reading.child(verb, "auxpass")
    return verb.tag == "VB" or (auxiliary is not None and auxiliary.text.lower() == "be")


def _clauses(reading: Reading, word: Word, links: frozenset[str], infinitive: bool) -> Iterator[Word]:
    for child in reading.children(word):
        if child.dep in links:
            marked = any(one.tag == "TO" and one.dep == "aux" for one in reading.children(child))
            if marked == infinitive:
                yield child
        elif infinitive and _has_own_subject(reading, child):
            yield child


def _has_own_subject(reading: Reading, clause: Word) -> bool:
    """Whether an infinitive has its subject behind "for": called again [for Peru to withdraw]."""
    parts = reading.children(clause)
    marked = any(one.dep == "mark" and one.text.lower() == "for" for one in parts)
    return clause.dep == "advcl" and marked and any(one.dep == "nsubj" for one in parts)


def _of_addressed(frames: Frames, word: Word) -> Iterator[Word]:
    """The infinitive that a parse hangs on whom somebody is asked: called on [Serbia to withdraw]."""
    for slot in _ADDRESSED:
        for thing in frames.slot(word, slot):
            for child in frames.reading.children(thing):
                infinitive = any(one.tag == "TO" for one in frames.reading.children(child))
                if child.dep in ("acl", "relcl") and infinitive:
                    yield child
