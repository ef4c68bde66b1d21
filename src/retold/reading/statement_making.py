"""A cue, its construction and its content to a clause: speaker, addressee, negation, manner."""

from __future__ import annotations

from retold.model import StatementManner
from retold.reading.cues import CUES, Construction
from retold.reading.parse import Reading, Word
from retold.reading.statement_clause import (
    Clause,
    addressee_of,
    is_infinitive,
    is_negated,
    is_passive,
    lemma_of,
    speaker_of,
)
from retold.reading.statement_edges import attribution_of


def governing(
    reading: Reading,
    verb: Word,
    construction: Construction,
    manner: StatementManner,
    content: frozenset[int],
    heads: list[Word],
) -> Clause:
    return made(reading, verb, construction, manner, content, attribution_of(reading, verb, heads))


def made(
    reading: Reading,
    verb: Word,
    construction: Construction,
    manner: StatementManner,
    content: frozenset[int],
    attribution: frozenset[int],
) -> Clause:
    lemma = lemma_of(reading, verb)
    negated = is_negated(reading, verb)
    if negated and manner == "speech":
        manner = "act"
    if manner == "speech" and (_is_refused(reading, verb) or _is_nobodys(reading, verb)):
        manner = "act"
    particle = reading.child(verb, "prt")
    cue = (verb, particle) if particle is not None and particle.place == verb.place + 1 else (verb,)
    addressee = addressee_of(reading, verb, lemma in CUES.addressed)
    if addressee is not None and addressee.place in content:
        addressee = None
    return Clause(
        construction,
        manner,
        lemma,
        cue,
        content,
        attribution - content,
        speaker_of(reading, verb),
        addressee,
        negated,
    )


def _is_nobodys(reading: Reading, verb: Word) -> bool:
    """ "when asked whether ...": a passive that does not say who spoke."""
    speaker = speaker_of(reading, verb)
    return CUES.lemma(verb.lemma) == "ask" and is_passive(reading, verb) and speaker.word is None


def _is_refused(reading: Reading, verb: Word) -> bool:
    head = reading.head(verb)
    return verb.dep == "xcomp" and is_infinitive(reading, verb) and head.lemma in CUES.refusing
