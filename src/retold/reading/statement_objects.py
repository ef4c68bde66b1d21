"""What is done by speaking: promises to do, calls for, names and descriptions, things spoken of."""

from __future__ import annotations

from retold.reading.cues import CUES
from retold.reading.parse import Reading, Word
from retold.reading.statement_clause import (
    Clause,
    agent_of,
    complements,
    is_infinitive,
    is_passive,
    places,
    quotes_someone,
    speaker_of,
)
from retold.reading.statement_making import governing

# What may stand behind an object and belongs to what is said of it: "accused him of ...", "criticised it for ...".
_OF_OBJECT = frozenset({"of", "for", "as", "against", "over"})
# What "said" may have for an object that stands for words: "said yes".
_SAYING_SO = frozenset({"say", "tell"})
_SO = frozenset(
    {"yes", "no", "so", "same", "opposite", "nothing", "something", "much", "little", "truth", "lie", "story"}
)


def infinitive(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    manner = CUES.manner(lemma, "infinitive")
    heads = complements(reading, verb, infinitive=True) or _called_for(reading, verb, lemma)
    if manner is None or not heads:
        return None
    if is_passive(reading, verb) and agent_of(reading, verb) is None and manner != "act":
        return None
    subject = speaker_of(reading, verb).word
    if subject is None and not is_passive(reading, verb):
        return None
    content = places(reading.subtree(heads[0]))
    moved = reading.child(verb, "dobj")
    if moved is not None and verb.place < moved.place < min(content):
        content |= places(reading.subtree(moved))
    return governing(reading, verb, "infinitive", manner, content, heads[:1])


def _called_for(reading: Reading, verb: Word, lemma: str) -> list[Word]:
    """ "called for [the sides to talk]", which a parse hangs on the verb as an adverbial."""
    if "for" not in CUES.prepositions(lemma, "preposition"):
        return []
    clauses = [child for child in reading.children(verb) if child.dep == "advcl" and child.place > verb.place]
    marks = [(child, reading.child(child, "mark")) for child in clauses]
    return [
        child
        for child, mark in marks
        if mark is not None and mark.text.lower() == "for" and is_infinitive(reading, child)
    ]


def preposition(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    allowed = CUES.prepositions(lemma, "preposition")
    manner = CUES.manner(lemma, "preposition")
    if manner is None or not allowed or speaker_of(reading, verb).word is None:
        return None
    for child in reading.children(verb):
        if child.dep == "prep" and child.text.lower() in allowed and child.place > verb.place:
            inner = [one for one in reading.children(child) if one.dep in ("pobj", "pcomp")]
            inner = [one for one in inner if one.entity not in ("DATE", "TIME")]
            if inner:
                content = places(reading.subtree(child)) - {child.place}
                return governing(reading, verb, "preposition", manner, content, [child])
    return None


def predicate(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    manner = CUES.manner(lemma, "predicate")
    if manner is None or is_passive(reading, verb):
        return None
    after = [child for child in reading.children(verb) if child.place > verb.place]
    parts = [child for child in after if child.dep in ("dobj", "oprd", "ccomp", "xcomp", "attr")]
    as_part = [child for child in after if child.dep == "prep" and child.text.lower() == "as"]
    if not (as_part or any(part.dep in ("oprd", "ccomp", "xcomp") for part in parts) or len(parts) > 1):
        return None
    if speaker_of(reading, verb).word is None:
        return None
    content = frozenset().union(*(places(reading.subtree(part)) for part in [*parts, *as_part]))
    return governing(reading, verb, "predicate", manner, content, [*parts, *as_part])


def thing_spoken_of(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    manner = CUES.manner(lemma, "object")
    if (
        manner is None
        or is_passive(reading, verb)
        or quotes_someone(reading, verb)
        or (verb.tag == "VB" and verb.dep == "ROOT")
    ):
        return None
    thing = reading.child(verb, "dobj", "intj") if lemma in _SAYING_SO else reading.child(verb, "dobj")
    if lemma in _SAYING_SO and (thing is None or thing.text.lower() not in _SO):
        return None
    if (
        thing is None
        or thing.place < verb.place
        or (thing.tag in ("PRP", "WP", "WDT") and lemma in CUES.addressed)
    ):
        return None
    speaker = speaker_of(reading, verb)
    if speaker.word is None or speaker.word.place == thing.place:
        return None
    parts = [thing]
    parts += [
        child
        for child in reading.children(verb)
        if child.place > thing.place
        and ((child.dep == "prep" and child.text.lower() in _OF_OBJECT) or child.dep in ("ccomp", "xcomp"))
    ]
    content = frozenset().union(*(places(reading.subtree(part)) for part in parts))
    return governing(reading, verb, "object", manner, content, parts)


def passive(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    """ "The plan was condemned by ...": the subject is what is spoken of."""
    manner = CUES.manner(lemma, "object")
    subject = reading.child(verb, "nsubjpass")
    if manner != "act" or subject is None or lemma in CUES.addressed or quotes_someone(reading, verb):
        return None
    behind = [
        child
        for child in reading.children(verb)
        if child.dep == "prep" and child.place > verb.place and child.text.lower() in _OF_OBJECT
    ]
    if agent_of(reading, verb) is None and not behind:
        return None
    if any(word.tag == "``" for part in behind for word in reading.subtree(part)):
        return None  # the words themselves are there: they are a quotation with this verb beside it
    content = frozenset().union(*(places(reading.subtree(part)) for part in [subject, *behind]))
    return governing(reading, verb, "passive", manner, content, [subject, *behind])
