"""Verbs: whether a word is one, whether what it tells is done to its subject, and then by whom."""

from __future__ import annotations

from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

_WORDS = word_classes("frames/frames.toml")
_STATES, _MOVING, _FINDING = _WORDS["states"], _WORDS["moving"], _WORDS["finding"]
_WITH_PARTICIPLE = frozenset(("acl", "relcl", "advcl", "amod", "ROOT", "ccomp"))


def is_verbal(word: Word) -> bool:
    """Whether a word is a verb that says something by itself."""
    return word.pos in ("VERB", "AUX") and word.dep not in ("aux", "auxpass")


def is_passive(reading: Reading, verb: Word) -> bool:
    """Whether what is done to the subject is told."""
    if reading.child(verb, "auxpass", "nsubjpass") is not None:
        return verb.text.lower() not in _STATES or reading.child(verb, "agent") is not None
    if _is_found(reading, verb):
        return True
    if not _is_participle(reading, verb) or reading.child(verb, "aux", "nsubj", "dobj") is not None:
        return False
    if verb.dep == "conj" and is_verbal(reading.head(verb)):
        return is_passive(reading, reading.head(verb))
    return verb.dep in _WITH_PARTICIPLE


def _is_found(reading: Reading, verb: Word) -> bool:
    """Whether a participle that a parse takes for the past tells what its subject was found to be."""
    if verb.lemma.lower() not in _FINDING or verb.tag not in ("VBD", "VBN"):
        return False
    found = reading.child(verb, "oprd", "acomp")
    objects = reading.child(verb, "dobj", "ccomp", "aux")
    return found is not None and found.place == verb.place + 1 and objects is None


def _is_participle(reading: Reading, verb: Word) -> bool:
    """Whether it is one, or the parser takes one for the past: the loan [granted] to Peru by Chile was small."""
    reduced = verb.tag == "VBD" and verb.dep == "acl" and reading.head(verb).dep != "ROOT"
    return verb.tag == "VBN" or reduced


def agent(reading: Reading, verb: Word) -> Word | None:
    """Who does what a passive tells."""
    by = reading.child(verb, "agent")
    if by is None:
        by = next((one for one in reading.children(verb) if one.dep == "prep" and one.text == "by"), None)
    if by is None:
        return None
    moving = reading.child(by, "pcomp")
    if moving is not None and moving.lemma.lower() in _MOVING:
        return reading.child(moving, "dobj")  # blown up by retreating troops
    return reading.child(by, "pobj")
