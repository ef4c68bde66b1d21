"""A predicate and a preposition to what stands behind it, wherever a parse has hung that."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.frames.noun_phrases import meant, with_conjuncts
from retold.coding.frames.voice import agent, is_verbal
from retold.coding.lexicon.patterns import PREPOSITIONS
from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

# Prepositions that may belong to the noun two phrases before them, and those of the phrase between.
_HUNG_LOW = frozenset(("by", "against"))
_LEAVING = word_classes("frames/frames.toml")["leaving"]
_AMONG = frozenset(("between", "among"))
_BEFORE = frozenset(("of", "by", "against", "on"))
_LINKING = frozenset(("prep", "agent", "dative", "prt", "advmod"))
_LINKING_POS = frozenset(("ADP", "SCONJ", "ADV", "PART"))
_THINGS = ("pobj", "pcomp")
# Prepositions before those who do something too, and words of which one must be among theirs.
_WITH = frozenset(("with", "along", "together", "alongside"))
_BESIDE = frozenset(("along", "together", "jointly", "alongside"))


def prepositions(reading: Reading, word: Word) -> Iterator[tuple[str, Word]]:
    """Every preposition that hangs on the word, with what stands behind it."""
    for link in reading.children(word):
        name = link.text.lower()
        if link.dep in ("prep", "agent", "dative") and name in PREPOSITIONS:
            yield from ((name, thing) for thing in reading.children(link) if thing.dep in _THINGS)


def behind(reading: Reading, word: Word, preposition: str) -> Iterator[Word]:
    """What stands behind a preposition of the word's, with those joined to it; behind "by" also who does it."""
    yield from linked(reading, word, preposition)
    if preposition == "by" and is_verbal(word):
        yield from with_conjuncts(reading, agent(reading, word))
    elif preposition in _HUNG_LOW or (preposition == "from" and word.lemma.lower() in _LEAVING):
        yield from _hung_low(reading, word, preposition)
    elif preposition in _AMONG and word.dep in ("nsubj", "nsubjpass") and word.pos == "NOUN":
        yield from linked(reading, reading.head(word), preposition)  # talks began between Peru and Chile


def linked(reading: Reading, word: Word, preposition: str) -> Iterator[Word]:
    """What stands behind a preposition that hangs on the word, or on one before it: out of, away from."""
    for link in reading.children(word):
        if link.dep not in _LINKING or link.pos not in _LINKING_POS:
            continue
        name = link.text.lower()
        if name == preposition or (preposition == "toward" and name == "towards"):
            for thing in reading.children(link):
                if thing.dep in _THINGS and thing.entity not in ("DATE", "TIME"):
                    yield from with_conjuncts(reading, meant(reading, thing))
        for further in reading.children(link):
            if further.dep == "prep" and further.text.lower() == preposition:
                for thing in reading.children(further):
                    if thing.dep in _THINGS:
                        yield from with_conjuncts(reading, thing)


def accompanying(reading: Reading, word: Word) -> Iterator[Word]:
    """Who does something besides its subject: [together with Peru], alongside Peru."""
    for link in reading.children(word):
        if link.dep != "prep" or link.text.lower() not in _WITH:
            continue
        before = reading.words[max(0, link.place - 1) : link.place]
        own = {one.text.lower() for one in (link, *before, *reading.children(link))}
        if own & _BESIDE:
            yield from linked(reading, word, link.text.lower())
            yield from linked(reading, word, "with") if link.text.lower() in ("along", "together") else ()


def _hung_low(reading: Reading, word: Word, preposition: str) -> Iterator[Word]:
    """What a parse hangs on the first of two: the beating of students by guards."""
    for link in reading.children(word):
        before = link.dep == "agent" if is_verbal(word) else link.text.lower() in _BEFORE
        if before and link.text.lower() != preposition:
            for thing in reading.children(link):
                if thing.dep == "pobj":
                    yield from linked(reading, thing, preposition)
