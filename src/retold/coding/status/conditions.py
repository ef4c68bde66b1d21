"""Clauses that only say on what something depends: "as long as ...", "provided that ...", "were the bank to fail"."""

from __future__ import annotations

from retold.coding.status.own import infinitive
from retold.coding.status.told import Cue
from retold.reading.parse import Reading, Word

# What stands before a clause that is a condition, "that" left out.
_BEFORE = (
    ("in", "case"),
    ("in", "the", "event"),
    ("as", "long", "as"),
    ("so", "long", "as"),
    ("on", "condition"),
    ("on", "the", "condition"),
    ("on", "the", "understanding"),
    ("provided",),
    ("providing",),
    ("assuming",),
    ("supposing",),
)
# These are also verbs with a subject of their own.
_VERBAL = frozenset({"provided", "providing", "assuming", "supposing"})
_INVERTED = frozenset({"were", "should", "had"})
_STOPS = (",", ";", ":", "“", '"')
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


def condition_before(reading: Reading, word: Word) -> Cue | None:
    """The words that make a condition of the clause of a verb; None where there are none."""
    subject = reading.child(word, *_SUBJECTS)
    if subject is None:
        return None
    before = [one.text.lower() for one in reading.words[: reading.subtree(subject)[0].place]]
    if before[-1:] == ["that"]:
        before.pop()
    for words in _BEFORE:
        if tuple(before[-len(words) :]) == words and not _is_verb(reading, len(before) - 1, words):
            return Cue("mark", " ".join(words))
    return None


def _is_verb(reading: Reading, place: int, words: tuple[str, ...]) -> bool:
    """Whether what stands at a place says what its subject did: "the treaty provided that ...", "is assuming"."""
    if words[-1] not in _VERBAL:
        return False
    children = reading.children(reading[place])
    return any(child.dep in ("nsubj", "nsubjpass", "aux", "auxpass") for child in children)


def inverted_condition(reading: Reading, word: Word) -> Word | None:
    """The "were", "should" or "had" before its subject: "were the bank to collapse", "had they known"."""
    above = reading.head(word)
    bare = (
        reading.child(above, "nsubj") if above.text.lower() == "were" and infinitive(reading, word) else None
    )
    subject = reading.child(word, "nsubj", "nsubjpass") or bare
    if subject is None or reading.words[-1].text == "?":
        return None
    start = reading.subtree(subject)[0].place
    first = reading[start - 1] if start else None
    if first is None or first.text.lower() not in _INVERTED or first.place > word.place:
        return None
    begins = first.place == 0 or reading[first.place - 1].text in _STOPS
    follows = first.head == word.place or word.head == first.place
    return first if begins and follows else None
