"""What a present tense tells of what is to come: "is visiting next week", "arrives on Monday"."""

from __future__ import annotations

from retold.coding.status.told import ACTUAL, MADE, Told
from retold.coding.status.words import lemma, status_words
from retold.reading.parse import Reading, Word

_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


def by_arrangement(reading: Reading, word: Word) -> Told:
    """How a verb in the present is told by the words for times beside it."""
    helpers = [c for c in reading.children(word) if c.dep in ("aux", "auxpass") and c.tag in ("VBZ", "VBP")]
    progressive = word.tag == "VBG" and bool(helpers)
    if word.tag not in ("VBZ", "VBP") and not progressive:
        return ACTUAL
    if word.text.lower() in ("going", "gon") and reading.child(word, "xcomp"):
        return MADE["planned"].because("arranged", "going to")
    if progressive and status_words().has("moving", lemma(word)) and first_person(reading, word):
        return MADE["planned"].because("arranged", word.text.lower())
    for time in reading.children(word):
        ahead = time.dep in ("npadvmod", "advmod") and is_ahead(reading, time)
        timetable = status_words().has("timetabled", lemma(word)) and _day(reading, time) in _DAYS
        on_day = timetable or (progressive and _day(reading, time) is not None)
        if ahead or on_day:
            return MADE["planned"].because("arranged", time.text.lower())
    return ACTUAL


def first_person(reading: Reading, verb: Word) -> bool:
    """Whether the writer or speaker is its subject."""
    subject = reading.child(verb, "nsubj")
    return subject is not None and status_words().has("first_person", subject.text.lower())


def is_ahead(reading: Reading, time: Word) -> bool:
    """Whether words for a time lie ahead: "next month", "tomorrow"."""
    words = [time, *reading.children(time)]
    return any(status_words().has("ahead", word.text.lower()) for word in words)


def _day(reading: Reading, preposition: Word) -> str | None:
    """ "On Monday": a day that a present names is still to come; not "on Mondays", nor "on 4 May 2019"."""
    day = reading.child(preposition, "pobj")
    if preposition.text.lower() != "on" or day is None or day.entity != "DATE":
        return None
    return day.text.lower()
