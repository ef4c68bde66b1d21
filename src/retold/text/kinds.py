"""Paragraphs and sentences to kinds: body, heading, caption or boilerplate."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from importlib.resources import files
from typing import Any, NamedTuple

from retold.model import SentenceKind
from retold.text.normalising import normal

# Appeals are short; a longer sentence that begins like one is news with an appeal run into it.
MAX_FURNITURE = 200
MAX_CAPTION = 500
# Headlines of agencies run to about 15 words and 100 characters.
MAX_HEADING_WORDS = 18
MAX_HEADING = 130

_FINAL_MARK = re.compile(r"[.!?…;:,؟۔。！？।](?:[\"')\]]|\s)*\Z")
_BULLET = re.compile(r"(?:[•▪●‣◦■*·-])\s")
_MARKDOWN = re.compile(r"#{1,6}\s+\S")
_FIRST = re.compile(r"[^\w\s]*\w*")


class Furniture:
    """The phrases and shapes of one kind, indexed by first word."""

    def __init__(self, content: dict[str, Any]) -> None:
        self.whole = frozenset(content["whole"])
        self.contains = tuple(content["contains"])
        self.shapes = re.compile("|".join(content["shapes"]))
        self.starts = _by_first_word(content["starts"])
        self.starts_open = _by_first_word(content["starts_open"])
        self.first_words = self.starts.keys() | self.starts_open.keys()

    def within(self, lower: str, first: str, found: Sequence[str]) -> bool:
        """Whether a sentence, in normal form and lower case, is furniture of this kind, also among others.

        first: its first word. found: those of `contains` that the sentence may have.
        """
        if first in self.first_words and self._begins(lower, first):
            return True
        return bool(found) and any(phrase in lower for phrase in found)

    def alone(self, normalised: str, lower: str, first: str) -> bool:
        """Whether a whole paragraph, in normal form and also in lower case, is furniture of this kind."""
        if lower.strip(" .:!?>-*[]") in self.whole:
            return True
        if first in self.first_words and self._begins(lower, first):
            return True
        return len(lower) <= MAX_FURNITURE and self.shapes.fullmatch(normalised) is not None

    def introduces(self, lower: str) -> bool:
        """Whether a text, in normal form and lower case, begins with words that begin furniture of this kind."""
        first = _first_word(lower)
        phrases = (*self.starts.get(first, ()), *self.starts_open.get(first, ()))
        return any(_begins_with(lower, phrase) for phrase in phrases)

    def contained(self, lower: str) -> list[str]:
        """Those of `contains` that a text in lower case has."""
        return [phrase for phrase in self.contains if phrase in lower]

    def _begins(self, lower: str, first: str) -> bool:
        if len(lower) > MAX_FURNITURE:
            return False
        if any(_begins_with(lower, phrase) for phrase in self.starts.get(first, ())):
            return True
        found = any(_begins_with(lower, phrase) for phrase in self.starts_open.get(first, ()))
        return found and not _FINAL_MARK.search(lower)


def _by_first_word(phrases: Iterable[str]) -> dict[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for phrase in phrases:
        first = _first_word(phrase)
        index[first] = (*index.get(first, ()), phrase)
    return index


def _first_word(lower: str) -> str:
    found = _FIRST.match(lower)
    return found[0] if found else ""


def _begins_with(lower: str, phrase: str) -> bool:
    if not lower.startswith(phrase):
        return False
    return not (phrase[-1].isalpha() and lower[len(phrase) : len(phrase) + 1].isalpha())


def _load() -> tuple[Furniture, Furniture]:
    content = tomllib.loads(files("retold.text").joinpath("furniture.toml").read_text("utf-8"))
    return Furniture(content["caption"]), Furniture(content["boilerplate"])


_CAPTION, _BOILERPLATE = _load()
_FIRST_WORDS = _CAPTION.first_words | _BOILERPLATE.first_words
# Characters in which the first word of a paragraph stands.
_FIRST_WORD = 40


class _Found(NamedTuple):
    """The phrases that captions and boilerplate contain, as far as a text has them."""

    caption: Sequence[str]
    boilerplate: Sequence[str]

    @classmethod
    def within(cls, lower: str) -> _Found:
        return cls(_CAPTION.contained(lower), _BOILERPLATE.contained(lower))


def lone_kind(normalised: str) -> SentenceKind:
    """The kind of a paragraph, or of a caption's credit, in normal form, by its wording; a heading is body."""
    return _lone_kind(normalised, _Found.within(normalised.lower()))


def _lone_kind(normalised: str, found: _Found) -> SentenceKind:
    if len(normalised) > MAX_CAPTION:
        return "body"
    lower = normalised.lower()
    first = _first_word(lower)
    if _CAPTION.alone(normalised, lower, first) or _CAPTION.within(lower, first, found.caption):
        return "caption"
    return "boilerplate" if _BOILERPLATE.alone(normalised, lower, first) else "body"


def _within(normalised: str, found: _Found) -> SentenceKind:
    """The kind of a sentence among others of its paragraph, by its wording."""
    lower = normalised.lower()
    first = _first_word(lower)
    if _CAPTION.within(lower, first, found.caption):
        return "caption"
    return "boilerplate" if _BOILERPLATE.within(lower, first, found.boilerplate) else "body"


def starts_like_furniture(text: str) -> bool:
    """Whether a paragraph begins with words that captions or appeals begin with, however long it is."""
    if _first_word(text[:_FIRST_WORD].lower()) not in _FIRST_WORDS:
        return False
    lower = normal(text).lower()
    return _CAPTION.introduces(lower) or _BOILERPLATE.introduces(lower)


def _is_heading(normalised: str) -> bool:
    """Whether a one-sentence paragraph, in normal form, has the shape of a heading: short, no mark at its end."""
    if _MARKDOWN.match(normalised):
        return True
    if len(normalised) > MAX_HEADING or normalised.count(" ") >= MAX_HEADING_WORDS:
        return False
    return not (_FINAL_MARK.search(normalised) or _BULLET.match(normalised) or normalised[:1].islower())


def paragraph_kinds(sentences: Sequence[Sequence[str]]) -> list[Sequence[SentenceKind]]:
    """The kind of each sentence of each paragraph; sentences in normal form.

    A paragraph that is furniture as a whole gives its kind to all its sentences. A heading needs text after it.
    """
    return with_headings(sentences, [kinds_in(paragraph) for paragraph in sentences])


def with_headings(
    sentences: Sequence[Sequence[str]], kinds: Sequence[Sequence[SentenceKind]]
) -> list[Sequence[SentenceKind]]:
    """The kinds of sentences by their wording, those that are headings by their place said to be."""
    found: list[Sequence[SentenceKind]] = []
    body_follows = False
    for paragraph, own in zip(reversed(sentences), reversed(kinds), strict=True):
        is_heading = body_follows and len(own) == 1 and own[0] == "body" and _is_heading(paragraph[0])
        found.append(["heading"] if is_heading else own)
        body_follows = body_follows or (not is_heading and "body" in own)
    return found[::-1]


def kinds_in(paragraph: Sequence[str]) -> Sequence[SentenceKind]:
    """The kinds of a paragraph's sentences, in normal form, by their wording alone: no heading is told."""
    text = " ".join(paragraph)
    phrases = _Found.within(text.lower())
    whole = _lone_kind(text, phrases)
    if whole == "body" and len(paragraph) > 1 and _ends_in_credit(paragraph, phrases):
        whole = "caption"
    if whole != "body":
        return [whole] * len(paragraph)
    return [_within(sentence, phrases) for sentence in paragraph]


def _ends_in_credit(paragraph: Sequence[str], phrases: _Found) -> bool:
    return sum(map(len, paragraph)) <= MAX_CAPTION and _lone_kind(paragraph[-1], phrases) == "caption"
