"""What novels, films and tales tell, which nobody did: "in the novel the army shells the capital"."""

from __future__ import annotations

from retold.coding.status.told import Cue
from retold.coding.status.words import lemma, status_words
from retold.reading.parse import Reading, Word

_BELOW = frozenset({"of", "in", "from"})
_ONCE = ("once", "upon", "a", "time")


def fiction(reading: Reading, word: Word) -> Cue | None:
    """The work that a predicate is told in; None for what is told of the world.

    A work speaks as the subject of a verb of telling or before the clause, in the present: an actor who
    attacks the president in a film does.
    """
    if tuple(one.text.lower() for one in reading.words[:4]) == _ONCE:
        return Cue("fiction", "once upon a time")
    for verb in (word, *reading.above(word)):
        if verb.pos not in ("VERB", "AUX") and verb.head != verb.place:
            continue
        work = (_telling(reading, verb) if verb.place != word.place else None) or _before(reading, verb)
        if work is not None:
            return Cue("fiction", work.text.lower())
    return None


def _telling(reading: Reading, verb: Word) -> Word | None:
    """The work that is the subject of a verb of telling."""
    subject = reading.child(verb, "nsubj")
    tells = subject is not None and status_words().has("narrates", lemma(verb))
    return subject if subject is not None and tells and _is_work(reading, subject) else None


def _before(reading: Reading, verb: Word) -> Word | None:
    """ "In the film, ..." before a clause in the present."""
    if verb.tag not in ("VBZ", "VBP") and not any(c.tag in ("VBZ", "VBP") for c in reading.children(verb)):
        return None
    for preposition in reading.children(verb):
        if preposition.text.lower() != "in" or preposition.place > verb.place:
            continue
        work = reading.child(preposition, "pobj")
        if work is not None and _is_work(reading, work):
            return work
    return None


def _is_work(reading: Reading, noun: Word) -> bool:
    """Whether it is a work of fiction, or part of one: "a video game", "an episode of the drama"."""
    words = status_words()
    beside = [child for child in reading.children(noun) if child.dep in ("compound", "poss", "amod", "nmod")]
    below = [
        whole
        for preposition in reading.children(noun)
        if preposition.text.lower() in _BELOW
        for whole in reading.children(preposition)
    ]
    if words.has("works", lemma(noun)):
        return True
    if words.has("works_of_kinds", lemma(noun)):
        return any(words.has("kinds_of_works", child.text.lower()) for child in beside)
    if words.has("parts_of_works", lemma(noun)):
        return any(words.has("works", lemma(one)) or lemma(one) == "series" for one in (*beside, *below))
    return False
