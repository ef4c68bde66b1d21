"""An article to its cast: the persons and bodies it names, under the fullest form of each name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from retold.model import Span
from retold.reading.article import ReadArticle
from retold.reading.parse import KEPT, Reading, Word
from retold.reading.speakers import described, name_words
from retold.reading.speakers_names import PRONOUNS, Sex, plain, sex_of_name, untitled

_SUBJECTS = ("nsubj", "nsubjpass")
_BODIES = ("ORG", "GPE", "NORP")
# Mentions looked through for one that fits: some paragraphs.
_LOOK_BACK = 60
# Where a name stands that is a person's when nothing says what it is.
_NAMING = frozenset({"nsubj", "nsubjpass", "appos", "pobj", "dobj"})
_LONGEST_NAME = 5


@dataclass(slots=True, eq=False)
class Member:
    """Someone or some body named in the article: the fullest name with its place, and what is said of it."""

    name: str
    span: Span
    person: bool
    sex: Sex | None = None
    role: Span | None = None
    affiliation: Span | None = None
    words: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Named:
    """A place where a member is named; subject: as a subject of a sentence."""

    start: int
    member: Member
    subject: bool


@dataclass(slots=True)
class Cast:
    """The members in the order they are named."""

    text: str
    mentions: list[Named] = field(default_factory=list)
    _persons: dict[tuple[str, str], Member] = field(default_factory=dict)
    _surnames: dict[str, list[Member]] = field(default_factory=dict)
    _first: dict[str, list[Member]] = field(default_factory=dict)
    _bodies: dict[str, Member] = field(default_factory=dict)

    def named(self, words: Sequence[str], sex: Sex | None = None) -> Member | None:
        """The person of these words without titles; of several with one surname the last that fits."""
        if not words:
            return None
        whole = self._persons.get((plain(words[0]), plain(words[-1])))
        if whole is not None and len(words) > 1:
            return whole
        for index in (self._surnames, self._first):
            fitting = index.get(plain(words[-1]), ())
            found = next((one for one in reversed(fitting) if _fits(one, sex) and _is_form(words, one)), None)
            if found is not None:
                return found
        return None

    def _note(self, index: dict[str, list[Member]], word: str, member: Member) -> None:
        index[plain(word)] = [*index.get(plain(word), ())[-_LOOK_BACK:], member]

    def body(self, name: str) -> Member | None:
        return self._bodies.get(_body_key(name))

    def before(self, position: int) -> Iterator[Named]:
        """Mentions before a place of the text, the nearest first, not further back than some paragraphs."""
        last = bisect_left(self.mentions, position, key=lambda one: one.start)
        return reversed(self.mentions[max(0, last - _LOOK_BACK) : last])

    def add_person(self, span: Span, subject: bool) -> Member | None:
        """Notes a name of a person; a surname alone leads to who bears it."""
        words, sex = _parts(self.text[span.start : span.end])
        member = self.named(words, sex)
        if member is None:
            member = Member(" ".join(words), _without_titles(span, self.text, words), True, sex)
            self._persons[(plain(words[0]), plain(words[-1]))] = member
            self._note(self._surnames, words[-1], member)
            self._note(self._first, words[0], member)
        elif len(words) > len(member.name.split()):
            self._persons[(plain(words[0]), plain(words[-1]))] = member
            member.name, member.span = " ".join(words), _without_titles(span, self.text, words)
        member.sex = member.sex or sex
        self.mentions.append(Named(span.start, member, subject))
        return member

    def add_body(self, span: Span, subject: bool) -> None:
        name = self.text[span.start : span.end]
        member = self._bodies.setdefault(_body_key(name), Member(_without_article(name), span, False))
        self.mentions.append(Named(span.start, member, subject))


@lru_cache(maxsize=KEPT)
def _parts(name: str) -> tuple[list[str], Sex | None]:
    """The words of a person's name without titles, and the person's sex as far as the name tells."""
    written = name.split()
    return untitled(written), sex_of_name(" ".join(written))


def _is_form(words: Sequence[str], member: Member) -> bool:
    """Whether words may be a form of a member's name: one word of it, or all of a name that is one word."""
    return len(words) == 1 or member.name == words[-1]


def _fits(member: Member, sex: Sex | None) -> bool:
    return sex is None or member.sex is None or member.sex == sex


def _without_titles(span: Span, text: str, words: Sequence[str]) -> Span:
    return Span(span.start + text[span.start : span.end].index(words[0]), span.end)


def _without_article(name: str) -> str:
    first, _, rest = name.partition(" ")
    return rest if first.lower() in ("the", "a", "an") and rest else name


def _body_key(name: str) -> str:
    return " ".join(plain(word) for word in _without_article(name).split())


def cast_of(article: ReadArticle) -> Cast:
    """Everyone named in an article's sentences, with role and affiliation where a mention gives them."""
    cast = Cast(article.text)
    for read in article.sentences:
        offset = read.sentence.start
        for name in _named_in(read.wording):
            span = Span(name.start + offset, name.end + offset)
            if name.person:
                _describe(cast.add_person(span, name.subject), read.wording, name.head, offset)
            else:
                cast.add_body(span, name.subject)
    return cast


class _Name(NamedTuple):
    """A name in places of its sentence, with the word on which its others hang."""

    start: int
    end: int
    person: bool
    subject: bool
    head: Word


@lru_cache(maxsize=KEPT)
def _named_in(reading: Reading) -> tuple[_Name, ...]:
    """The names of a sentence by itself, in order: they are the same in all its copies."""
    found = sorted(_names(reading), key=lambda one: one[1][0].start)
    heads = [(kind, words, _head(words)) for kind, words in found]
    return tuple(
        _Name(words[0].start, words[-1].end, kind == "PERSON", head.dep in _SUBJECTS, head)
        for kind, words, head in heads
    )


def _names(reading: Reading) -> Iterator[tuple[str, list[Word]]]:
    """The names of a sentence with their kind: entities, and proper names that are subjects and no entity."""
    for entity in reading.entities():
        words = _tidy(entity)
        if words and entity[0].entity in ("PERSON", *_BODIES):
            yield entity[0].entity, words
    for word in reading:
        if word.pos == "PROPN" and not word.entity and word.dep in _NAMING:
            run = name_words(reading.subtree(word), word)
            if 1 < len(run) < _LONGEST_NAME and not any(one.entity for one in run):
                yield "PERSON", run


def _tidy(entity: Sequence[Word]) -> list[Word]:
    words = list(entity)
    while words and (words[-1].tag == "POS" or not words[-1].text[-1:].isalnum()):
        words.pop()
    while words and not words[0].text[:1].isalnum():
        words.pop(0)
    return words


def _head(words: Sequence[Word]) -> Word:
    """The word of a name on which the others hang."""
    inside = {word.place for word in words}
    return next(
        (word for word in reversed(words) if word.head not in inside or word.head == word.place), words[-1]
    )


def _describe(member: Member | None, reading: Reading, head: Word, offset: int) -> None:
    if member is None or (member.role is not None and member.affiliation is not None):
        return
    found = described(reading, Span(*reading.span(head)), head).moved(offset)
    if member.role is None and found.role is not None:
        member.role, member.affiliation = found.role, found.affiliation or member.affiliation
        member.words = frozenset(word.lemma.lower() for word in reading.subtree(head) if word.pos == "NOUN")
    member.affiliation = member.affiliation or found.affiliation


def pronoun_sex(word: str) -> Sex | None:
    return PRONOUNS.get(word.lower())
