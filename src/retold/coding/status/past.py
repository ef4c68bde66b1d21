"""What is told as history: another year, decades ago, "the 1990 war", an anniversary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from retold.coding.status.told import Cue
from retold.coding.status.words import lemma, status_words
from retold.reading.parse import Reading, Word

# Without a day of publication: what a text of the time in which news has been kept in digital form calls history.
NEWS_BEGINS = 1990
# Years before that of publication that are still told as news: "last year".
RECENT = 1
_YEAR = re.compile(r"(1[0-9]{3}|20[0-9]{2})$")
_DECADE = re.compile(r"(1[0-9]|20)?[0-9]0s$")
_CENTURIES = (
    "last",
    "previous",
    "19th",
    "18th",
    "17th",
    "16th",
    "20th",
    "nineteenth",
    "eighteenth",
    "twentieth",
)
_CHAIN = frozenset({"xcomp", "dobj", "nsubjpass", "conj", "acl", "attr"})


def history(reading: Reading, word: Word, published: date | None) -> Cue | None:
    """The words that put a predicate into history; None when none do."""
    for place in _clause(reading, word):
        for time in _times(reading, place):
            if _distant(reading, time, published, named=place.pos in ("NOUN", "PROPN")):
                return Cue("history", time.text)
    anniversary = _anniversary(reading, word)
    return Cue("anniversary", anniversary.text.lower()) if anniversary else None


def _clause(reading: Reading, word: Word) -> Iterator[Word]:
    """The predicate and the verbs above it that share its time."""
    yield word
    while word.dep in _CHAIN and word.head != word.place:
        tensed = word.tag in ("VBD", "VBZ", "VBP")
        word = reading.head(word)
        if tensed or word.pos not in ("VERB", "AUX"):
            return
        yield word


def _times(reading: Reading, word: Word) -> Iterator[Word]:
    """The words for times that depend on it, through a preposition or without."""
    for child in reading.children(word):
        if child.dep in ("npadvmod", "nummod", "amod", "compound", "nmod", "advmod", "dobj", "tmod"):
            yield child
        elif child.dep == "prep":
            for inner in reading.children(child):
                if inner.dep in ("pobj", "pcomp", "advmod"):
                    yield inner
                    yield from _part_of(reading, inner)


def _part_of(reading: Reading, time: Word) -> Iterator[Word]:
    """ "Half of the last century": the century."""
    for preposition in reading.children(time):
        if preposition.text.lower() == "of":
            yield from (whole for whole in reading.children(preposition) if whole.dep == "pobj")


def _distant(reading: Reading, time: Word, published: date | None, named: bool) -> bool:
    form = time.text.lower()
    if _YEAR.match(form):
        return _past_year(int(form), published, named and time.dep in ("nummod", "compound", "amod", "nmod"))
    if _DECADE.match(form):
        return True
    words = status_words()
    if form == "ago":
        return any(_long(reading, child) for child in reading.children(time))
    years = [c for c in reading.subtree(time) if _YEAR.match(c.text) and c.entity in ("DATE", "CARDINAL", "")]
    if years and time.entity == "DATE":
        return _past_year(int(years[-1].text), published, False)
    below = {child.text.lower() for child in reading.children(time)}
    if lemma(time) == "century":
        return bool(below.intersection(_CENTURIES))
    if words.has("eras", form):
        return True
    return form in ("war", "ii", "i") and any(
        words.has("past_periods", other.text.lower()) for other in reading.subtree(time)
    )


def _past_year(year: int, published: date | None, named: bool) -> bool:
    if published is not None:
        return year < published.year - RECENT + (1 if named else 0)
    return named or year < NEWS_BEGINS


def _long(reading: Reading, unit: Word) -> bool:
    """Whether "ago" is years, and more than one."""
    number = [child.text.lower() for child in reading.children(unit)]
    return status_words().has("past_units", lemma(unit)) and not {"a", "one"}.intersection(number)


def _anniversary(reading: Reading, word: Word) -> Word | None:
    """The anniversary or period a noun belongs to; "the Cold War" itself."""
    head = reading.head(word)
    if head.dep == "prep" and word.dep == "pobj":
        governor = reading.head(head)
        if status_words().has("anniversaries", lemma(governor)):
            return governor
    if lemma(word) == "war":
        return next(
            (c for c in reading.children(word) if status_words().has("past_periods", c.text.lower())), None
        )
    return None
