"""Harm that nobody did: who is killed in a crash, hurt by a fall, or struck by a disease."""

from __future__ import annotations

from collections.abc import Iterable

from retold.coding.lexicon.patterns import classes
from retold.coding.meaning import Meaning
from retold.coding.public.standing import WORDS, Standing, Standings
from retold.reading.parse import Reading, Word

# Links of the words before "fire" that make it one that burns: a fire, the house fire; not Israeli fire.
_BEFORE = frozenset(("det", "compound"))


def is_mishap(meaning: Meaning, standings: Standings, of_accident: bool = False) -> bool:
    """Whether harm without a doer is told with an accident and with no violence, in its sentence or its article.

    of_accident: whether the article is, as `is_of_accident` has it.
    """
    if meaning.literal.event_type not in ("ASSAULT", "COERCE"):
        return False
    if meaning.literal.event_type == "COERCE" and meaning.literal.mode != "withhold":
        return False
    if not all(_is_nobody(one, standings) for one in meaning.sources):
        return False
    if not any(one.lemma.lower() in WORDS["harm"] for one in meaning.trigger):
        return False
    if of_accident:
        return True
    beside = [one for one in standings.reading if one not in meaning.trigger]
    return tells_accident(beside, standings.reading) and not tells_violence(beside)


def _is_nobody(word: Word, standings: Standings) -> bool:
    return word.lemma.lower() in WORDS["mishap"] or standings.of(word) is Standing.THING


def is_of_accident(readings: Iterable[Reading]) -> bool:
    """Whether an article tells of an accident, a disaster or a disease, and of no violence anywhere."""
    telling = False
    for reading in readings:
        if tells_violence(reading):
            return False
        telling = telling or tells_accident(reading, reading)
    return telling


def tells_accident(words: Iterable[Word], reading: Reading) -> bool:
    """Whether one of the words is for an accident, a disaster or a disease."""
    return any(
        one.lemma.lower() in WORDS["mishap"] or (one.text.lower() == "fire" and _burns(one, reading))
        for one in words
    )


def tells_violence(words: Iterable[Word]) -> bool:
    """Whether one of the words is for a weapon, an attack or somebody violent."""
    known = classes()
    things = known["weapons"] | known["explosive"] | known["missile"] | known["militant"] | known["attack"]
    things = (things | WORDS["violent"]) - WORDS["peaceful"]
    return any(
        (one.pos == "VERB" and one.lemma.lower() in WORDS["violently"])
        or (one.pos in ("NOUN", "PROPN", "ADJ") and one.lemma.lower() in things)
        for one in words
    )


def _burns(fire: Word, reading: Reading) -> bool:
    links = [one for one in reading.children(fire) if one.dep in _BEFORE]
    opened = reading.head(fire).lemma.lower() in ("open", "exchange", "return", "come")
    return bool(links) and not opened
