"""A sentence by itself to the places where an actor may be named: what all its copies have in common.

Places are those of the sentence. Whom they name is told by the article around it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from retold.actors.descriptions import descriptions, head_of, noun_phrase, roles_beside
from retold.actors.dictionary import Dictionary, plain
from retold.actors.name_spans import is_where, name_spans
from retold.actors.thing_pronouns import ThingPlace, thing_place
from retold.reading.parse import KEPT, Reading, Word

_HE, _SHE = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "csubj"))
_DEFINITE = frozenset(("the", "his", "her", "its", "their"))
_INDEFINITE = frozenset(
    ("a", "an", "no", "any", "some", "every", "each", "another", "several", "many", "few", "one")
)
_OF = frozenset(("of", "from", "in"))


class NamePlace:
    """A name: its kind and text, the word before it as a title is looked up, and what stands around it."""

    def __init__(self, reading: Reading, text: str, first: int, last: int, kind: str) -> None:
        self._reading, self._sentence = reading, text
        self._words = reading[first:last]
        self.start, self.end = self._words[0].start, self._words[-1].end
        self.kind = kind
        self.several = last - first > 1
        self.text = text[self.start : self.end]
        self.title = reading[first - 1].text.casefold().strip(".") if first else ""
        self.subject = self._words[-1].dep in _SUBJECTS

    @cached_property
    def head(self) -> int:
        """Place of the word on which its others depend."""
        return head_of(self._words).place

    @cached_property
    def says_where(self) -> bool:
        """Whether it says where something is."""
        return is_where(self._reading, self._words)

    @cached_property
    def roles(self) -> frozenset[str]:
        """Lemmas of the nouns that say what its bearer is."""
        return frozenset(roles_beside(self._reading, self._words))

    @cached_property
    def phrases(self) -> tuple[str, ...]:
        """The phrases that describe its bearer."""
        found = descriptions(self._reading, self._words)
        return tuple(self._sentence[words[0].start : words[-1].end] for words in found if words)


@dataclass(frozen=True, slots=True)
class PronounPlace:
    """A pronoun for one person of a sex, m or f.

    `sent`: places of the words for whom somebody sent to where the pronoun stands: sent Li to Moscow, where he ...
    """

    start: int
    end: int
    sex: str
    sent: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class RolePlace:
    """A noun phrase that describes somebody by a role.

    `beside`: places of words of which one may be the head of the name that it describes. `definite`: it may lead back
    to somebody. `phrase`: its words, the last of them its noun. `where`: the name behind it that says of where they
    are: protesters in Cairo.
    """

    start: int
    end: int
    text: str
    role: str
    definite: bool
    subject: bool
    beside: int | None
    phrase: tuple[Word, ...]
    where: str | None


@dataclass(frozen=True, slots=True)
class CounterpartPlace:
    """His Russian counterpart; `owner`: the sex of whose counterpart it is, as far as a pronoun tells."""

    start: int
    end: int
    text: str
    owner: str | None


Place = NamePlace | PronounPlace | ThingPlace | RolePlace | CounterpartPlace


@lru_cache(maxsize=KEPT)
def places_in(reading: Reading, text: str, known: Dictionary) -> tuple[Place, ...]:
    """Names, descriptions and pronouns in the order in which they stand; text: the sentence of the reading."""
    return tuple(_places(reading, text, known))


def _places(reading: Reading, text: str, known: Dictionary) -> Iterator[Place]:
    spans = name_spans(reading, known)
    reached = 0
    for word in reading:
        if word.place in spans:
            reached, kind = spans[word.place]
            yield NamePlace(reading, text, word.place, reached, kind)
        elif word.place >= reached:
            yield from _described(reading, text, word, known)


def _described(reading: Reading, text: str, word: Word, known: Dictionary) -> Iterator[Place]:
    """A description by role, or a pronoun."""
    if thing := thing_place(reading, word):
        yield thing
    elif word.tag in ("PRP", "PRP$"):
        if sex := _sex(word):
            yield PronounPlace(word.start, word.end, sex, tuple(_sent(reading, word)))
    elif word.lemma == "counterpart":
        span = noun_phrase(reading, word)
        owner = _sex(span[0]) if span[0].tag == "PRP$" else None
        yield CounterpartPlace(span[0].start, word.end, text[span[0].start : word.end], owner)
    elif (
        word.pos in ("NOUN", "PROPN")
        and not word.entity
        and plain(word.text) in known.roles
        and not _stands_before_a_name(reading, word)
    ):
        yield _role(reading, text, word)


def _role(reading: Reading, text: str, word: Word) -> RolePlace:
    span = noun_phrase(reading, word)
    start = span[0].start
    return RolePlace(
        start,
        word.end,
        text[start : word.end],
        word.lemma.casefold(),
        _leads_back(span),
        word.dep in _SUBJECTS,
        _beside(reading, word),
        span,
        _where(reading, text, word),
    )


def _leads_back(span: tuple[Word, ...]) -> bool:
    """Whether a phrase may be of somebody named before: the minister, not ministers, no minister, a minister."""
    first = span[0].text.casefold()
    if span[-1].tag in ("NNS", "NNPS") or first in _INDEFINITE:
        return False
    return first in _DEFINITE or len(span) > 1


def _where(reading: Reading, text: str, word: Word) -> str | None:
    for link in reading.children(word):
        if link.dep == "prep" and link.text.casefold() in _OF:
            name = reading.child(link, "pobj")
            if name is not None and name.pos == "PROPN":
                words = [
                    one for one in reading.children(name) if one.dep == "compound" and one.pos == "PROPN"
                ]
                return text[min([name.start, *(one.start for one in words)]) : name.end]
    return None


def _sent(reading: Reading, pronoun: Word) -> Iterator[int]:
    clause = reading.head(pronoun)
    if pronoun.dep != "nsubj" or clause.dep != "relcl":
        return
    if not any(word.text.casefold() in ("where", "which") for word in reading.subtree(clause)):
        return
    verb = next((word for word in reading.above(clause) if word.pos == "VERB"), None)
    thing = reading.child(verb, "dobj") if verb is not None else None
    if thing is not None:
        yield thing.place
        yield from (word.place for word in reading.children(thing) if word.dep == "appos")


def _sex(word: Word) -> str | None:
    form = word.text.casefold()
    return "m" if form in _HE else "f" if form in _SHE else None


def _beside(reading: Reading, word: Word) -> int | None:
    """Where the name stands that a noun describes in apposition to it, or after it and "is"."""
    above = reading.head(word)
    if word.dep == "appos":
        return above.place
    subject = reading.child(above, "nsubj") if word.dep == "attr" and above.lemma == "be" else None
    return subject.place if subject else None


def _stands_before_a_name(reading: Reading, word: Word) -> bool:
    """Whether the noun belongs to the name that follows: Finnish researcher Aino Laaksonen."""
    if any(part.pos == "PROPN" and part.place > word.place for part in reading.children(word)):
        return True
    above = reading.head(word)
    return word.dep in ("compound", "nmod") and above.place > word.place and above.entity == "PERSON"
