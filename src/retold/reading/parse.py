"""A sentence as its parser reads it: words, their forms and what depends on what."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, overload

from retold.model import Parse
from retold.reading.offsets import Offsets
from retold.text import tokens


class Word(NamedTuple):
    """A token of a parse. Characters are those of the text it stands in; `head` is a place among the words.

    `tag` is the Penn treebank's, `pos` the universal part of speech, `dep` spaCy's (ClearNLP) label, `entity` the
    kind of named entity (OntoNotes' names) or "", `begins`: whether it is the first word of that entity.
    """

    place: int
    start: int
    end: int
    text: str
    lemma: str
    tag: str
    pos: str
    dep: str
    head: int
    entity: str
    begins: bool


class Reading:
    """The words of one sentence, with what depends on what. Its root is its own head."""

    def __init__(self, words: Sequence[Word]) -> None:
        self.words = tuple(words)
        self._children: list[list[int]] = [[] for _ in self.words]
        self._below: dict[int, list[Word]] = {}
        for word in self.words:
            if word.head != word.place:
                self._children[word.head].append(word.place)

    def moved(self, offset: int) -> Reading:
        """The same words so many characters further on."""
        found = Reading(())
        found.words = tuple(
            word._replace(start=word.start + offset, end=word.end + offset) for word in self.words
        )
        found._children = self._children
        return found

    def __len__(self) -> int:
        return len(self.words)

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    @overload
    def __getitem__(self, place: int) -> Word: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Word, ...]: ...

    def __getitem__(self, place: int | slice) -> Word | tuple[Word, ...]:
        return self.words[place]

    def children(self, word: Word) -> list[Word]:
        """The words that depend on it, in order."""
        found = self._below.get(word.place)
        if found is None:
            found = self._below[word.place] = [self.words[place] for place in self._children[word.place]]
        return found

    def child(self, word: Word, *deps: str) -> Word | None:
        """The first of its dependents with one of these labels."""
        for place in self._children[word.place]:
            if self.words[place].dep in deps:
                return self.words[place]
        return None

    def head(self, word: Word) -> Word:
        """What it depends on; itself for a root."""
        return self.words[word.head]

    def above(self, word: Word) -> Iterator[Word]:
        """Its head, the head of that, and so on to the root."""
        while word.head != word.place:
            word = self.words[word.head]
            yield word

    def subtree(self, word: Word) -> list[Word]:
        """The word and all that depends on it, in order."""
        places, waiting = [word.place], [word.place]
        while waiting:
            below = self._children[waiting.pop()]
            places += below
            waiting += below
        return [self.words[place] for place in sorted(places)]

    def span(self, word: Word) -> tuple[int, int]:
        """Characters from the first to the last word of the subtree."""
        found = self.subtree(word)
        return found[0].start, found[-1].end

    def entities(self) -> Iterator[tuple[Word, ...]]:
        """The named entities, each as its words."""
        found: list[Word] = []
        for word in self.words:
            if found and (word.begins or not word.entity):
                yield tuple(found)
                found = []
            if word.entity:
                found.append(word)
        if found:
            yield tuple(found)


# Readings that are kept, about 60 MB, and what is made of each: copies of an article have the same sentences.
KEPT = 10_000


def reading_of(parse: Parse, text: str) -> Reading:
    """The parse's words as they stand in a spelling of its sentence, in places of that."""
    starts, ends = Offsets(parse.text, text).all_carried(parse.starts, parse.ends)
    # Column by column: a sentence has thousands of fields.
    columns = (
        range(len(starts)),
        starts,
        ends,
        [text[start:end] for start, end in zip(starts, ends, strict=True)],
        parse.lemmas,
        parse.tags,
        parse.pos,
        parse.deps,
        parse.heads,
        [entity[2:] for entity in parse.entities],
        [entity[:1] == "B" for entity in parse.entities],
    )
    return Reading([Word(*fields) for fields in zip(*columns, strict=True)])


@lru_cache(maxsize=KEPT)
def bare_reading(text: str, offset: int = 0) -> Reading:
    """The words of a sentence that nothing parses: capitals are names, and nothing depends on anything."""
    words = [
        Word(
            place=place,
            start=offset + token.start,
            end=offset + token.end,
            text=token.text,
            lemma=token.text.lower(),
            tag="",
            pos="PROPN" if token.text[0].isupper() else "X",
            dep="",
            head=place,
            entity="",
            begins=False,
        )
        for place, token in enumerate(tokens(text))
    ]
    return Reading(words)
