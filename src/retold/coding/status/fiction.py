"""What novels, films, games and dreams tell, which nobody did: "in the novel the army shells the capital"."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.status.told import Cue
from retold.coding.status.words import lemma, status_words
from retold.reading.parse import Reading, Word

_BELOW = frozenset({"of", "in", "from"})
_INSIDE = frozenset({"in", "throughout"})
_VERBS = ("VERB", "AUX")
_SUBJECTS = ("nsubj", "nsubjpass")
_BESIDE = ("compound", "poss", "amod", "nmod")
_PRESENT = ("VBZ", "VBP")
_ONCE = ("once", "upon", "a", "time")


def fiction(reading: Reading, word: Word) -> Cue | None:
    """The work or dream that a predicate is told in; None for what is told of the world.

    A work speaks as the subject of a verb of telling, before a clause, in a clause on it ("in which"), through its
    characters; its author speaks of the world, who accuses the government in a novel.
    """
    if tuple(one.text.lower() for one in reading.words[:4]) == _ONCE:
        return Cue("fiction", "once upon a time")
    below = word
    for one in (word, *reading.above(word)):
        work = _told_in(reading, one, within=one.place != word.place) or _linked(reading, one, below)
        if work is not None:
            return Cue("fiction", work.text.lower())
        below = one
    return None


def _told_in(reading: Reading, verb: Word, within: bool) -> Word | None:
    """The work that a clause is told in; within: whether what is asked about stands in a clause of that clause's."""
    if verb.pos not in _VERBS and verb.head != verb.place:
        return None
    subject = reading.child(verb, *_SUBJECTS)
    asleep = _asleep(reading, verb)
    if asleep is not None:
        return asleep
    if subject is not None and _is_character(reading, subject):
        return subject
    if within and status_words().has("dreams_of", lemma(verb)):
        return verb
    if within and subject is not None and status_words().has("narrates", lemma(verb)):
        return subject if _is_work(reading, subject) else None
    return _around(reading, verb, subject)


def _around(reading: Reading, verb: Word, subject: Word | None) -> Word | None:
    """ "In the film, ..."; behind the clause only where that is in the present: he attacked her in the film."""
    present = verb.tag in _PRESENT or any(one.tag in _PRESENT for one in reading.children(verb))
    for preposition in reading.children(verb):
        if preposition.text.lower() not in _INSIDE or not (present or preposition.place < verb.place):
            continue
        work = reading.child(preposition, "pobj")
        if work is not None and _is_work(reading, work):
            return None if _is_by(reading, work, subject) else work
    return None


def _asleep(reading: Reading, verb: Word) -> Word | None:
    """ "In his dream, ..."."""
    things = (reading.child(one, "pobj") for one in reading.children(verb) if one.text.lower() in _INSIDE)
    return next((one for one in things if one is not None and _is_dream(reading, one)), None)


def _linked(reading: Reading, above: Word, below: Word) -> Word | None:
    """The work, or the part somebody plays, that a clause or "about" hangs on: a film in which spies are killed."""
    if below.dep == "prep" and below.text.lower() == "about":
        return above if _is_work(reading, above) else None
    if below.dep != "relcl":
        return None
    if _is_part(reading, above):
        return above
    inside = any(one.text.lower() in ("which", "where") for one in _relatives(reading, below))
    return above if inside and _is_work(reading, above) else None


def _relatives(reading: Reading, clause: Word) -> Iterator[Word]:
    """ "Where", and "which" behind "in"."""
    for one in reading.children(clause):
        if one.dep == "advmod":
            yield one
        elif one.dep == "prep" and one.text.lower() in _INSIDE:
            yield from reading.children(one)


def _is_part(reading: Reading, noun: Word) -> bool:
    """Whether it is what an actor plays: plays a general who seizes power."""
    verb = reading.head(reading.head(noun)) if noun.dep == "pobj" else reading.head(noun)
    played = noun.dep == "dobj" or (noun.dep == "pobj" and reading.head(noun).text.lower() == "as")
    a = any(one.text.lower() in ("a", "an") for one in reading.children(noun))
    return played and a and status_words().has("plays", lemma(verb))


def _is_by(reading: Reading, work: Word, subject: Word | None) -> bool:
    """Whether the subject of the clause is who made the work: in her film, she accuses the army."""
    whose = reading.child(work, "poss")
    if subject is None:
        return False
    own = whose is not None and whose.tag == "PRP$" and subject.tag == "PRP"
    return own or status_words().has("authors", lemma(subject))


def _is_dream(reading: Reading, noun: Word) -> bool:
    """Whether it is one in sleep or on a computer, and none that is said of something: a dream of peace."""
    said_of = any(one.dep in ("prep", "relcl", "acl") for one in reading.children(noun))
    return status_words().has("dreams", lemma(noun)) and not said_of


def _is_character(reading: Reading, noun: Word) -> bool:
    """A narrator; heroes and villains where they are a work's."""
    if status_words().has("characters", lemma(noun)):
        return True
    return status_words().has("heroes", lemma(noun)) and any(
        _is_work(reading, one) for one in (*_beside(reading, noun), *_below(reading, noun))
    )


def _is_work(reading: Reading, noun: Word) -> bool:
    """Whether it is a work of fiction, or part of one: "a video game", "an episode of the drama"."""
    words = status_words()
    beside, below = tuple(_beside(reading, noun)), tuple(_below(reading, noun))
    if words.has("works", lemma(noun)):
        lived = any(words.has("lived", one.text.lower()) for one in beside)
        return not lived and not any(one.text.lower() == "for" for one in reading.children(noun))
    if words.has("works_of_kinds", lemma(noun)):
        return any(words.has("kinds_of_works", one.text.lower()) for one in beside)
    if words.has("parts_of_works", lemma(noun)):
        return any(words.has("works", lemma(one)) or lemma(one) == "series" for one in (*beside, *below))
    return False


def _beside(reading: Reading, noun: Word) -> Iterator[Word]:
    return (one for one in reading.children(noun) if one.dep in _BESIDE)


def _below(reading: Reading, noun: Word) -> Iterator[Word]:
    """What a part is of."""
    for preposition in reading.children(noun):
        if preposition.text.lower() in _BELOW:
            yield from reading.children(preposition)
