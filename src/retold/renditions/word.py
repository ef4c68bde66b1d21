"""A wording to its words, each with its form, stem and number."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib import resources
from typing import Any, NamedTuple

import Stemmer

from retold.renditions.numerals import Numeral, numeral
from retold.text import tokens, words


class Word(NamedTuple):
    """A word, figure or mark of a wording; `text` is the wording's `[start:end]`.

    `form`: lower-cased and made alike over house styles, a mark as it is. `number`: what it is worth.
    """

    start: int
    end: int
    text: str
    form: str
    stem: str
    number: Numeral | None
    is_mark: bool
    is_function: bool


def words_in(text: str) -> list[Word]:
    """The words and marks of a wording, in order."""
    return [word(token.text, token.start) for token in tokens(text)]


def word(text: str, start: int = 0) -> Word:
    """The word of that spelling, standing at `start`."""
    return Word(start, start + len(text), text, *_read(text))


@lru_cache(maxsize=200_000)
def _read(text: str) -> tuple[str, str, Numeral | None, bool, bool]:
    form = "".join(words(text))
    function = not form or form in _function_words()
    return form or text, stem(form) if form else text, numeral(form), not form, function


@lru_cache(maxsize=200_000)
def stem(form: str) -> str:
    """The English stem of a lower-cased word form, of irregular forms that of the word they belong to."""
    found: str = _stemmer().stemWord(_regular().get(form, form))
    return found


@cache
def _regular() -> dict[str, str]:
    """Irregular form to the word it is a form of."""
    source = resources.files("retold.renditions").joinpath("irregular_verbs.toml").read_text(encoding="utf-8")
    forms: dict[str, str] = tomllib.loads(source)["forms"]
    return {form: base for base, others in forms.items() for form in others.split()}


def is_irregular(form: str) -> bool:
    """Whether the form is an irregular past or plural ("met", "people")."""
    return form in _regular()


@cache
def _function_words() -> frozenset[str]:
    listed: str = correspondences()["function"]
    return frozenset(listed.replace("'", "").split())


@cache
def correspondences() -> dict[str, Any]:
    """Words that stand for each other, and the function words (`correspondences.toml`)."""
    source = resources.files("retold.renditions").joinpath("correspondences.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
