"""A parsed sentence to the clauses that tell of someone's words."""

from __future__ import annotations

from collections.abc import Iterator

from retold.reading.cues import CUES
from retold.reading.parse import Reading, Word
from retold.reading.speakers_names import is_office
from retold.reading.statement_clause import (
    Clause,
    complements,
    is_verb,
    lemma_of,
    places,
    speaker_of,
)
from retold.reading.statement_edges import attribution_of, clause_content, introduces
from retold.reading.statement_inserted import according, inserted, quoted
from retold.reading.statement_making import governing
from retold.reading.statement_nouns import noun_clauses
from retold.reading.statement_objects import infinitive, passive, predicate, preposition, thing_spoken_of

_PEOPLE = frozenset({"he", "she", "they", "we", "i", "you", "who", "it"})


def clauses_in(reading: Reading) -> Iterator[Clause]:
    """Every cue of a sentence with what it introduces, in order; one within the content of another is there too."""
    for word in reading:
        if word.tag == "VBG" and word.text.lower() == "according":
            yield from according(reading, word)
        elif CUES.lemma(word.lemma) not in CUES.first_words:
            continue
        elif (is_verb(word) and word.dep != "amod") or _is_misread(reading, word):
            yield from _of_verb(reading, word)
        else:
            yield from noun_clauses(reading, word)


def _is_misread(reading: Reading, word: Word) -> bool:
    """Whether a word is a verb that was tagged as a noun: "..., the correspondent reports"."""
    return word.dep == "ROOT" and word.tag == "NNS" and reading.child(word, "nsubj") is not None


def _of_verb(reading: Reading, verb: Word) -> Iterator[Clause]:
    lemma = lemma_of(reading, verb)
    for found in (_finite, inserted, quoted, predicate, infinitive, preposition, thing_spoken_of, passive):
        clause = found(reading, verb, lemma)
        if clause is not None:
            yield clause
            return


def _finite(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    manner = CUES.manner(lemma, "clause")
    if manner is None:
        return None
    heads = _heads(reading, verb)
    if not heads or (heads[-1].place < verb.place and not _may_follow(reading, verb, heads, lemma)):
        return None
    speaker = speaker_of(reading, verb)
    if _proves(lemma, speaker.word):
        manner = "attitude"
    return governing(reading, verb, "clause", manner, clause_content(reading, verb, heads), heads)


def _heads(reading: Reading, verb: Word) -> list[Word]:
    """The clauses with tense that are the content: those behind the verb, with one before it that goes on there."""
    heads = [head for head in complements(reading, verb, infinitive=False) if _is_clause(reading, head)]
    heads = sorted([*_behind_channel(reading, verb), *heads], key=lambda head: head.place)
    behind = [head for head in heads if head.place > verb.place]
    marked = [head for head in behind if reading.child(head, "mark") is not None]
    if marked and len(heads) > len(behind):
        return behind
    if not behind or (heads[0].place > verb.place and introduces(reading, behind[-1])):
        return heads[:1]
    return heads


def _may_follow(reading: Reading, verb: Word, heads: list[Word], lemma: str) -> bool:
    """Whether a cue follows its content: no colon between, and no object of its own."""
    last = max(places(reading.subtree(heads[-1])) - attribution_of(reading, verb, heads), default=verb.place)
    if last + 1 < len(reading) and reading[last + 1].text in {":", ";"}:
        return False
    thing = reading.child(verb, "dobj")
    return thing is None or thing.pos == "PROPN" or lemma in CUES.addressed


def _behind_channel(reading: Reading, verb: Word) -> list[Word]:
    """The clause that a parse hangs on the channel: "said in a statement [that ...]"."""
    found: list[Word] = []
    for link in reading.children(verb):
        thing = reading.child(link, "pobj") if link.dep == "prep" and link.place > verb.place else None
        clause = reading.child(thing, "relcl", "acl") if thing is not None else None
        mark = reading.child(clause, "mark") if clause is not None else None
        if (
            clause is not None
            and mark is not None
            and mark.text.lower() == "that"
            and CUES.speaks(lemma_of(reading, verb))
        ):
            found.append(clause)
    return found


def _is_clause(reading: Reading, head: Word) -> bool:
    """Whether a complement has a verb with tense, or is more than a word."""
    return is_verb(head) or len(reading.subtree(head)) > 1


def _proves(lemma: str, subject: Word | None) -> bool:
    """Whether a thing shows something: nobody's words, unless the subject is a person or a body."""
    if lemma not in CUES.proving or subject is None:
        return False
    return not (
        subject.text.lower() in _PEOPLE
        or is_office(subject.lemma)
        or subject.entity in ("PERSON", "ORG", "GPE", "NORP")
    )
