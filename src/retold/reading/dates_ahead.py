"""Whether what a predicate tells lies ahead by the grammar of its clause, which turns "on Friday" forward."""

from __future__ import annotations

from retold.reading.dates_words import WORDS
from retold.reading.parse import Reading, Word

MODALS, OPEN_MODALS, GOVERNORS, AHEAD_FOR, ARRANGED, LIGHT, PRESENT = (
    frozenset(WORDS["sentence"][name].split())
    for name in (
        "future_modals",
        "open_modals",
        "future_governors",
        "ahead_for",
        "arranged",
        "light",
        "present",
    )
)
VERBAL = ("VERB", "AUX")
ARGUMENT = ("dobj", "nsubj", "nsubjpass", "attr", "pobj")


def is_ahead(reading: Reading, word: Word) -> bool:
    """Will meet, is to meet, plans to meet, is meeting on Monday; a noun is ahead with the verb that carries it."""
    verb = word if word.pos in VERBAL else carrier_of(reading, word)
    if verb is None:
        return False
    auxiliaries = [child for child in reading.children(verb) if child.dep in ("aux", "auxpass")]
    modals = {child.text.lower() for child in auxiliaries}
    if modals & MODALS or (modals & OPEN_MODALS and "have" not in modals):
        return True
    head = reading.head(verb)
    if verb.dep == "conj" and verb.tag in ("VB", head.tag):
        return is_ahead(reading, head)
    if verb.tag == "VB" and any(child.tag == "TO" for child in auxiliaries):
        return _governed_ahead(reading, verb)
    if verb.tag in ("VBZ", "VBP"):
        return verb.lemma.lower() in ARRANGED
    return verb.tag == "VBG" and bool(modals & PRESENT)


def _governed_ahead(reading: Reading, infinitive: Word) -> bool:
    """Plans to meet, is expected to meet, is to meet, agreed to begin to meet."""
    head = reading.head(infinitive)
    return head.lemma.lower() in GOVERNORS or (head.lemma == "be" and head.place != infinitive.place)


def carrier_of(reading: Reading, noun: Word) -> Word | None:
    """The verb that has the noun as its subject or object, also behind a preposition or joined to another noun."""
    first = reading.head(noun) if noun.dep == "conj" else noun
    head = reading.head(first)
    if first.dep not in ARGUMENT:
        return None
    verb = reading.head(head) if first.dep == "pobj" else head
    return verb if verb.pos in VERBAL else None


def set_for(reading: Reading, top: Word) -> Word | None:
    """What sets something for a date ahead: scheduled for Nov. 15, postponed until Friday, due on Monday."""
    head = reading.head(top)
    if head.text.lower() in ("for", "until", "till", "to", "on", "in", "by"):
        head = reading.head(head)
    return head if head.lemma.lower() in AHEAD_FOR else None
