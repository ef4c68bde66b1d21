"""A statement while it is put together: its pieces, its cue and the words for its speaker, in characters."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from retold.model import Span, StatementManner
from retold.reading.parse import Reading, Word
from retold.reading.statement_clause import PRONOUNS_RELATIVE, Clause

_NO_EDGE = frozenset(",;:.—–-…·•*/")
# Words at the edge of a clause that do not belong to what was said.
_NO_START = frozenset({"and", "but", "or"})


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """Who speaks, as the text has it: the words, the sentence `place` they stand in, and the noun at their head.

    The span is of the article, once it is `moved` there; the noun stays in places of its sentence.
    """

    place: int
    span: Span
    head: Word

    def moved(self, place: int, offset: int) -> Voice:
        """Of a sentence by itself that of the article's sentence `place`, which begins at `offset`."""
        return Voice(place, moved(self.span, offset), self.head)


@dataclass(frozen=True, slots=True, eq=False)
class Draft:
    """A statement found in sentence `place`; pieces in order. `attribution`: the words around the cue."""

    place: int
    manner: StatementManner
    construction: str
    lemma: str | None
    pieces: tuple[Span, ...]
    cue: Span | None
    attribution: Span | None
    voice: Voice | None
    reporter: Voice | None = None
    addressee: Span | None = None
    negated: bool = False
    quoted: bool = False
    named: str | None = None
    carried: bool = field(default=False)

    @property
    def hull(self) -> Span:
        return Span(self.pieces[0].start, self.pieces[-1].end)

    def moved(self, place: int, offset: int) -> Draft:
        """Of a sentence by itself that of the article's sentence `place`, which begins at `offset`."""
        return Draft(
            place,
            self.manner,
            self.construction,
            self.lemma,
            tuple(moved(piece, offset) for piece in self.pieces),
            self.cue and moved(self.cue, offset),
            self.attribution and moved(self.attribution, offset),
            self.voice and self.voice.moved(place, offset),
            self.reporter and self.reporter.moved(place, offset),
            self.addressee and moved(self.addressee, offset),
            self.negated,
            self.quoted,
            self.named,
            self.carried,
        )

    def with_pieces(self, pieces: Iterable[Span]) -> Draft:
        return replace(self, pieces=tuple(sorted(pieces, key=tuple)))


def moved(span: Span, offset: int) -> Span:
    """The span so many characters further on."""
    return Span(span.start + offset, span.end + offset)


def draft_of(reading: Reading, clause: Clause) -> Draft | None:
    """A clause in characters of its sentence; None when nothing but marks is left of its content."""
    pieces = tuple(pieces_of(reading, clause.content))
    if not pieces:
        return None
    attribution = [reading[one] for one in sorted(clause.attribution)]
    return Draft(
        place=0,
        manner=clause.manner,
        construction=clause.construction,
        lemma=clause.lemma,
        pieces=pieces,
        cue=Span(clause.cue[0].start, clause.cue[-1].end),
        attribution=Span(attribution[0].start, attribution[-1].end) if attribution else None,
        voice=voice_of(reading, clause.speaker.word, clause.content),
        reporter=voice_of(reading, clause.speaker.reporter, clause.content),
        addressee=_phrase(reading, clause.addressee, clause.content),
        negated=clause.negated,
    )


def pieces_of(reading: Reading, content: frozenset[int]) -> Iterable[Span]:
    """Runs of words that stand together, without the marks at their edges."""
    runs: list[list[Word]] = []
    for place in sorted(content):
        if runs and runs[-1][-1].place == place - 1:
            runs[-1].append(reading[place])
        else:
            runs.append([reading[place]])
    joined: list[list[Word]] = []
    for run in runs:
        trimmed = _trimmed(run)
        if not trimmed:
            continue
        gap = reading[joined[-1][-1].place + 1 : trimmed[0].place] if joined else ()
        if joined and all(_joins(word) for word in gap):
            joined[-1] = [*joined[-1], *trimmed]
        else:
            joined.append(trimmed)
    for run in joined:
        if any(sign.isalnum() for word in run for sign in word.text):
            yield Span(run[0].start, run[-1].end)


def _joins(word: Word) -> bool:
    return word.text.lower() in _NO_START or not any(sign.isalnum() for sign in word.text)


def _trimmed(run: Sequence[Word]) -> list[Word]:
    words = list(run)
    while words and (set(words[0].text) <= _NO_EDGE or words[0].text.lower() in _NO_START):
        words.pop(0)
    while words and (set(words[-1].text) <= _NO_EDGE or words[-1].text.lower() in _NO_START):
        words.pop()
    return words


def voice_of(reading: Reading, word: Word | None, content: frozenset[int] = frozenset()) -> Voice | None:
    """The words that hang together with a speaker's head word, without those of the content, by their sentence."""
    if word is None or not any(sign.isalnum() for sign in word.text):
        return None
    span = _phrase(reading, word, content)
    return Voice(0, span, word) if span is not None else None


def _phrase(reading: Reading, word: Word | None, content: frozenset[int]) -> Span | None:
    if word is None:
        return None
    if word.text.lower() in PRONOUNS_RELATIVE:
        return Span(word.start, word.end)
    below = {one.place for one in reading.subtree(word)} - content
    first = last = word.place
    while first - 1 in below:
        first -= 1
    while last + 1 in below:
        last += 1
    words = [reading[one] for one in range(first, last + 1)]
    while words and not words[-1].text[-1:].isalnum() and words[-1].text not in {".", ")"}:
        words.pop()
    while words and not words[0].text[:1].isalnum() and words[0].text not in {"#", "@"}:
        words.pop(0)
    if not words:
        return Span(word.start, word.end)
    return Span(words[0].start, words[-1].end)
