"""Words that no actor stands for to whether they can be a party: not a time, an adjective, a weapon or a text."""

from __future__ import annotations

from retold.actors.mentions import FoundMention
from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.patterns import classes
from retold.coding.states import is_political
from retold.coding.word_classes import word_classes
from retold.model import ArgumentRole
from retold.reading.parse import Reading, Word

_WORDS = word_classes("parties.toml")
_TOLD_IN, _USED, _NOBODY = _WORDS["told_in"], _WORDS["used"], _WORDS["nobody"]
_STATES, _BODIES = _WORDS["many_states"], _WORDS["bodies"]
_FOUGHT, _REPORTING, _MEDIA = _WORDS["fought"], _WORDS["reporting"], _WORDS["media"]
_TIMES = frozenset(("DATE", "TIME", "MONEY", "PERCENT", "QUANTITY"))
# Links of words that only describe another one.
_DESCRIBING = frozenset(("amod", "compound", "nmod", "npadvmod", "advmod", "acomp", "nummod", "quantmod"))
_JOURNALISTS = "JRN"


def is_nobody(word: Word, role: ArgumentRole) -> bool:
    """Whether a word cannot be what has a role: of those who do something also no thing that is used for it."""
    if word.entity in _TIMES or word.dep in _DESCRIBING or (is_verbal(word) and word.tag != "VBN"):
        return True
    if role == "target":
        return is_fought(word)
    lemma = word.lemma.lower()
    weapon = any(lemma in classes()[name] for name in ("weapons", "explosive", "ammunition"))
    return weapon or lemma in _TOLD_IN or lemma in _USED or is_no_doer(word)


def is_no_doer(word: Word) -> bool:
    """Whether a word stands for nobody at all: skepticism, something."""
    lemma = word.lemma.lower()
    if lemma in _NOBODY:
        return True
    body = word.text.lower() in _STATES or lemma in _BODIES  # world powers
    return word.pos == "NOUN" and not body and lemma in classes()["abstract"]


def is_fought(word: Word) -> bool:
    """Whether a word stands for what is fought, not for whom it is fought against."""
    return word.lemma.lower() in _FOUGHT


def is_of_telling(reading: Reading, word: Word) -> bool:
    """Whether a word is one for a text, or only says whose text it is: in Chinese reports on the meeting."""
    above = reading.head(word)
    describing = word.dep in ("amod", "compound", "nmod", "poss") and above.lemma.lower() in _TOLD_IN
    return describing or (word.pos == "NOUN" and word.lemma.lower() in _TOLD_IN)


def only_tells(verb: Word, word: Word, found: FoundMention | None) -> bool:
    """Whether the subject of a verb of announcing has no part in what it announces: Politico reported the meeting."""
    resolved = found.actor.resolved if found is not None and found.actor is not None else None
    if word.lemma.lower() in _MEDIA or (resolved is not None and _JOURNALISTS in resolved.sectors):
        return True
    return verb.lemma.lower() in _REPORTING and (found is None or not is_political(found))
