"""A noun in a place of a frame to the nouns it stands for: joined to it, behind "a wave of", meant by "who"."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

RELATIVE = frozenset(("who", "which", "that", "whom"))
_PLACES = frozenset(("GPE", "NORP", "LOC"))
_TRANSPARENT = word_classes("frames/frames.toml")["transparent"]


def with_conjuncts(reading: Reading, word: Word | None) -> Iterator[Word]:
    """The word and those joined to it; of appositions the first stands for all."""
    waiting = [word] if word is not None else []
    while waiting:
        one = waiting.pop(0)
        if not _is_excluded(reading, one):
            yield one
        if one.pos not in ("VERB", "AUX"):
            waiting += [child for child in reading.children(one) if _is_joined(reading, one, child)]


def _is_joined(reading: Reading, word: Word, child: Word) -> bool:
    if child.dep == "conj":
        return not _has_own_clause(reading, child)
    return child.dep == "appos" and _is_listed(reading, word, child)


def _is_excluded(reading: Reading, word: Word) -> bool:
    """Whether one of several is named as who it is not: [not Egypt] but Jordan."""
    children = reading.children(word)
    joined = word.dep == "conj" or any(one.dep == "conj" for one in children)
    return joined and any(one.dep == "neg" for one in children)


def _has_own_clause(reading: Reading, word: Word) -> bool:
    """Whether names and a number stand for a clause without its verb: sent ten buses to Peru [and Chile five]."""
    following = reading.words[word.place + 1 : word.place + 2]
    if word.entity in _PLACES and any(one.dep == "nummod" and one.head == word.place for one in following):
        return True
    joined = (child for child in reading.children(word) if child.dep == "conj")
    return word.pos == "PROPN" and any(_has_own_clause(reading, child) for child in joined)


def _is_listed(reading: Reading, word: Word, apposed: Word) -> bool:
    """Whether what a parse takes for an apposition is the second name of a list: Peru, [the Congo], Fiji and Chad."""
    if word.pos != "PROPN" or apposed.pos != "PROPN" or "PERSON" in (word.entity, apposed.entity):
        return False
    later = (*reading.children(apposed), *reading.children(word))
    return any(one.dep == "conj" and one.pos == "PROPN" and one.place > apposed.place for one in later)


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
    """The noun that a relative pronoun stands for, or that "it is" picks out for it."""
    if word.text.lower() in RELATIVE:
        for above in reading.above(word):
            if above.dep == "relcl":
                return reading.head(above)
            if above.dep == "ccomp" and (chosen := _picked_out(reading, above)) is not None:
                return chosen
    if word.text.lower() == "what":
        clause, copula = reading.head(word), reading.head(reading.head(word))
        if clause.dep in ("csubj", "nsubj") and copula.lemma == "be":
            return reading.child(copula, "attr") or word  # what Rome wants is peace
    return word


def _picked_out(reading: Reading, clause: Word) -> Word | None:
    """The noun that is put before its clause: it was [Chile] that protested."""
    copula = reading.head(clause)
    subject, noun = reading.child(copula, "nsubj"), reading.child(copula, "attr")
    if copula.lemma != "be" or subject is None or noun is None or noun.place > clause.place:
        return None
    return noun if subject.text.lower() == "it" else None


def is_reciprocal(reading: Reading, word: Word) -> bool:
    """Whether a word with its article is "each other" or "one another", or something of theirs."""
    article = {"other": "each", "one": "another"}.get(word.text.lower())
    children = reading.children(word)
    if article is not None and any(one.text.lower() == article for one in children):
        return True
    return any(one.dep == "poss" and is_reciprocal(reading, one) for one in children)


def owner(reading: Reading, word: Word) -> Word | None:
    """Whose a noun is; of several the first: [Peru] and Chile's treaty."""
    own = reading.child(word, "poss")
    if own is not None:
        return own
    for first in reading.children(word):
        if first.dep in ("nmod", "compound") and first.pos == "PROPN":
            joined = with_conjuncts(reading, first)
            if any(reading.child(one, "case") is not None for one in joined if one.place != first.place):
                return first
    return None


def modifiers(reading: Reading, noun: Word) -> Iterator[Word]:
    """The words before a noun that say what kind it is or whose, and those before them."""
    for child in reading.children(noun):
        if child.dep in ("amod", "compound", "nmod") and child.place < noun.place:
            yield child
            if child.dep == "compound":
                yield from modifiers(reading, child)
