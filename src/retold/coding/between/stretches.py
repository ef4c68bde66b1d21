"""A stretch of a text to the words of a sentence that mean it: its own, its name, what it is said to be, pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from retold.model import Span
from retold.reading.parse import Reading, Word

# How surely a word means the stretch.
_OWN, _NAME, _SAME, _PRONOUN, _FAR_PRONOUN = 1.0, 0.95, 0.9, 0.6, 0.45
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_MANY = frozenset(("they", "them", "their", "theirs"))
_ONE = frozenset(("he", "she", "him", "her", "his"))
_THING = frozenset(("it", "its"))
_PRONOUNS = _MANY | _ONE | _THING
_BODIES = frozenset(
    (
        *(
            "army",
            "couple",
            "court",
            "crew",
            "family",
            "force",
            "gang",
            "government",
            "group",
            "jury",
            "people",
        ),
        *("police", "squad", "staff", "team"),
    )
)


class Stretch:
    """Words of one sentence that mean a stretch, with how surely each does."""

    def __init__(self, reading: Reading, span: Span, name: str | None, kind: frozenset[str]) -> None:
        self.reading = reading
        self.span = span
        self.sure: dict[int, float] = {}
        own = [
            word
            for word in reading
            if word.start < span.end and span.start < word.end and word.pos != "PUNCT"
        ]
        self.here = bool(own)
        self._note(own, _OWN)
        if name is not None:
            self._note((word for word in reading if word.pos == "PROPN" and word.text == name), _NAME)
        for word in list(self._words()):
            self._note(self._said_of(word), _SAME)
        self._note_pronouns(kind)

    def _words(self) -> Iterator[Word]:
        return (self.reading[place] for place in list(self.sure))

    def _note(self, words: Iterable[Word], sure: float) -> None:
        for word in words:
            self.sure.setdefault(word.place, sure)

    def _said_of(self, word: Word) -> Iterator[Word]:
        """Appositions of the word, what it is in apposition to, and what it is said to be."""
        yield from (child for child in self.reading.children(word) if child.dep == "appos")
        head = self.reading.head(word)
        if word.dep == "appos":
            yield head
        if word.dep in _SUBJECTS and head.lemma == "be":
            yield from (child for child in self.reading.children(head) if child.dep == "attr")
        if word.dep == "attr":
            yield from (child for child in self.reading.children(head) if child.dep in _SUBJECTS)

    def _note_pronouns(self, kind: frozenset[str]) -> None:
        first = min((place for place, sure in self.sure.items() if sure >= _SAME), default=None)
        subject = any(self.reading[place].dep in _SUBJECTS for place in self.sure)
        if first is None and self.reading[0].start < self.span.start:
            return
        for word in self.reading:
            if word.text.lower() in kind and (first is None or word.place > first):
                self._note([word], _PRONOUN if subject and first is not None else _FAR_PRONOUN)


def pronouns_for(word: Word) -> frozenset[str]:
    """The pronouns that may stand for a noun."""
    if word.text.lower() in _PRONOUNS:
        return next(kind for kind in (_MANY, _ONE, _THING) if word.text.lower() in kind)
    if word.tag in ("NNS", "NNPS") or word.entity == "NORP":
        return _MANY
    if word.entity == "PERSON":
        return _ONE
    if word.lemma.lower() in _BODIES or word.entity == "GPE":
        return _MANY | _THING
    if word.entity == "ORG":  # which a small model takes many a person for
        return _PRONOUNS
    return _ONE | _THING


def head_of(reading: Reading, span: Span) -> Word | None:
    """The word of a stretch that the others hang on."""
    own = [
        word for word in reading if word.start < span.end and span.start < word.end and word.pos != "PUNCT"
    ]
    places = {word.place for word in own}
    return next((word for word in own if word.head not in places or word.head == word.place), None)
