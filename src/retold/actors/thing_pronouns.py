"""Pronouns and phrases for a state or an organisation (it, the country) to the word they may stand for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from retold.reading.parse import Reading, Word

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_COUNTRY = frozenset(("country", "kingdom", "nation", "republic"))
# Verbs whose "it" stands for nothing: it is clear that, it seems, it rains, it took them years.
_EMPTY = frozenset(
    (
        "appear",
        "be",
        "become",
        "emerge",
        "happen",
        "look",
        "matter",
        "rain",
        "remain",
        "seem",
        "snow",
        "take",
        "turn",
    )
)


@dataclass(frozen=True, slots=True)
class ThingPlace:
    """It, or the country, as a subject.

    `head`: its noun or pronoun. `before`: place of the subject that stands before it in its sentence; None: the main
    subject of the sentence before is meant. `state`: whether it must be a state.
    """

    start: int
    end: int
    head: int
    before: int | None
    state: bool


def thing_place(reading: Reading, word: Word) -> ThingPlace | None:
    """The place if a word stands for a state or an organisation named before, as far as its clause tells."""
    if word.dep not in _SUBJECTS:
        return None
    if word.text.casefold() == "it" and not _empty(reading, word):
        return ThingPlace(word.start, word.end, word.place, _subject_before(reading, word), state=False)
    words = [*reading.children(word), word]
    if word.text in _COUNTRY and len(words) == 2 and words[0].text.casefold() == "the":
        return ThingPlace(words[0].start, word.end, word.place, _subject_before(reading, word), state=True)
    return None


def main_subject(reading: Reading) -> int | None:
    """The place of what the sentence's main verb has as its subject."""
    root = next((word for word in reading if word.dep == "ROOT"), None)
    found = next((word for word in reading.children(root) if word.dep in _SUBJECTS), None) if root else None
    return found.place if found else None


def _empty(reading: Reading, word: Word) -> bool:
    """Whether nothing is meant: it is believed that ..."""
    verb = reading.head(word)
    clauses = {child.dep for child in reading.children(verb)}
    return verb.lemma in _EMPTY or (word.dep == "nsubjpass" and bool(clauses & {"ccomp", "xcomp"}))


def _subject_before(reading: Reading, word: Word) -> int | None:
    subjects = [place for place in _subjects(reading, word) if place < word.place]
    return subjects[-1] if subjects else None


def _subjects(reading: Reading, word: Word) -> Iterator[int]:
    """Places of the nouns that are subjects, but of relative clauses in which the word does not stand."""
    own = {above.place for above in reading.above(word)}
    for one in reading:
        aside = any(above.dep == "relcl" and above.place not in own for above in reading.above(one))
        if one.dep in _SUBJECTS and one.pos in ("NOUN", "PROPN") and not aside:
            yield one.place
