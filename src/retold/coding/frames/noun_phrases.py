"""A noun in a place of a frame to the nouns it stands for: joined to it, behind "a wave of", meant by "who"."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

RELATIVE = frozenset(("who", "which", "that", "whom"))
_TRANSPARENT = word_classes("frames/frames.toml")["transparent"]


def with_conjuncts(reading: Reading, word: Word | None) -> Iterator[Word]:
    """The word and those joined to it; of appositions the first stands for all."""
    waiting = [word] if word is not None else []
    while waiting:
        one = waiting.pop(0)
        yield one
        if one.pos not in ("VERB", "AUX"):
            waiting += [child for child in reading.children(one) if child.dep == "conj"]


def content(reading: Reading, word: Word) -> Iterator[Word]:
    """The noun, and what a noun of quantity or kind is of: a wave of attacks."""
    yield word
    transparent = word.lemma.lower() in _TRANSPARENT
    if transparent or word.pos == "NUM":
        for link in reading.children(word):
            if link.dep == "prep" and link.text.lower() in ("of", "in", "by"):
                for thing in reading.children(link):
                    if thing.dep == "pobj":
                        yield from with_conjuncts(reading, thing)
    if transparent:
        yield from (child for child in reading.children(word) if child.dep in ("compound", "nmod"))


def meant(reading: Reading, word: Word) -> Word:
    """The noun that a relative pronoun stands for."""
    if word.text.lower() in RELATIVE:
        for above in reading.above(word):
            if above.dep == "relcl":
                return reading.head(above)
    return word


def modifiers(reading: Reading, noun: Word) -> Iterator[Word]:
    """The words before a noun that say what kind it is or whose, and those before them."""
    for child in reading.children(noun):
        if child.dep in ("amod", "compound", "nmod") and child.place < noun.place:
            yield child
            if child.dep == "compound":
                yield from modifiers(reading, child)
