"""Nouns and adjectives as cues: "his claim that ...", "confident that ...", "criticism of ..."."""

from __future__ import annotations

from collections.abc import Iterator

from retold.reading.cues import CUES, Construction
from retold.reading.parse import Reading, Word
from retold.reading.statement_clause import (
    Clause,
    Speaker,
    is_infinitive,
    is_negated,
    is_verb,
    places,
    speaker_of,
)

_CLAUSES = ("acl", "ccomp", "relcl", "advcl", "xcomp", "appos")
_SOURCES = frozenset({"by", "from", "of", "among"})


def noun_clauses(reading: Reading, word: Word) -> Iterator[Clause]:
    """What a noun or an adjective introduces."""
    if word.pos in ("NOUN", "PROPN"):
        found = _noun(reading, word)
    elif word.pos == "ADJ" and word.dep in (
        "acomp",
        "ROOT",
        "conj",
        "ccomp",
        "oprd",
        "amod",
        "advcl",
        "attr",
    ):
        found = _adjective(reading, word)
    else:
        found = None
    if found is not None:
        yield found


def _noun(reading: Reading, noun: Word) -> Clause | None:
    lemma = CUES.lemma(noun.lemma)
    clause = next((child for child in reading.children(noun) if _is_content(reading, child)), None)
    if clause is not None:
        construction: Construction = "noun_infinitive" if is_infinitive(reading, clause) else "noun_clause"
        return _made(reading, noun, lemma, construction, places(reading.subtree(clause)))
    for child in reading.children(noun):
        if child.dep == "prep" and child.text.lower() in CUES.prepositions(lemma, "noun_preposition"):
            content = places(reading.subtree(child)) - {child.place}
            return _made(reading, noun, lemma, "noun_preposition", content) if content else None
    return None


def _is_content(reading: Reading, child: Word) -> bool:
    if child.dep not in _CLAUSES or not is_verb(child):
        return False
    mark = reading.child(child, "mark")
    return (is_infinitive(reading, child) and child.tag == "VB") or (
        mark is not None and mark.text.lower() in ("that", "whether")
    )


def _made(
    reading: Reading, noun: Word, lemma: str, construction: Construction, content: frozenset[int]
) -> Clause | None:
    manner = CUES.manner(lemma, construction)
    if manner is None or not content:
        return None
    speaker, cue = _speaker_of_noun(reading, noun)
    if speaker is None and construction == "noun_preposition":
        return None
    if manner == "speech":
        manner = "act"
    attribution = places(reading.subtree(noun)) - content
    return Clause(construction, manner, lemma, cue, content, attribution, Speaker(speaker))


def _speaker_of_noun(reading: Reading, noun: Word) -> tuple[Word | None, tuple[Word, ...]]:
    """Whose claim it is, and the words of the cue: "his claim", "made the claim", "a claim by ..."."""
    owner = reading.child(noun, "poss")
    if owner is not None:
        return owner, (noun,)
    for child in reading.children(noun):
        if child.dep == "prep" and child.text.lower() in _SOURCES and child.place == noun.place + 1:
            source = reading.child(child, "pobj")
            if source is not None and (child.text.lower() != "of" or source.entity):
                return source, (noun,)
    verb = reading.head(noun)
    if noun.dep == "dobj" and is_verb(verb) and verb.lemma in CUES.light:
        return speaker_of(reading, verb).word, (verb, noun)
    return None, (noun,)


def _adjective(reading: Reading, word: Word) -> Clause | None:
    lemma = CUES.lemma(word.lemma)
    verb = reading.head(word)
    speaker = speaker_of(reading, verb if word.dep in ("acomp", "conj", "oprd", "attr") else word).word
    if speaker is None or speaker.place == word.place:
        return None
    clause = next(
        (child for child in reading.children(word) if child.dep in ("ccomp", "xcomp", "acl", "advcl")), None
    )
    content: frozenset[int] = frozenset()
    construction: Construction = "adjective_clause"
    if clause is not None and clause.place > word.place and is_verb(clause):
        content = places(reading.subtree(clause))
    else:
        construction = "adjective_preposition"
        allowed = CUES.prepositions(lemma, construction)
        behind = [
            child for child in reading.children(word) if child.dep == "prep" and child.text.lower() in allowed
        ]
        content = places(reading.subtree(behind[0])) - {behind[0].place} if behind else content
    manner = CUES.manner(lemma, construction)
    if manner is None or not content or (manner == "speech" and verb.lemma != "make"):
        return None
    attribution = places(reading.subtree(word)) - content
    return Clause(
        construction,
        manner,
        lemma,
        (word,),
        content,
        attribution,
        Speaker(speaker),
        None,
        is_negated(reading, verb),
    )
