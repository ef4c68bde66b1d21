"""The words of status.toml: what they make of what they govern."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from retold.reading.cues import CUES
from retold.reading.parse import Reading, Word

Effect = Literal[
    "carries",
    "fact",
    "said",
    "believed",
    "planned",
    "wanted",
    "demanded",
    "risked",
    "supposed",
    "refuted",
    "denied",
]
EFFECTS: tuple[Effect, ...] = get_args(Effect)


class StatusWords:
    """The lexicon: effects by construction and word, and the short lists of `details`."""

    def __init__(self, content: Mapping[str, Mapping[str, str]]) -> None:
        self._effects: dict[str, dict[str, Effect]] = {
            name: {word: effect for effect in EFFECTS for word in group.get(effect, "").split()}
            for name, group in content.items()
            if name != "details"
        }
        self._details = {name: frozenset(words.split()) for name, words in content["details"].items()}

    def effect(self, construction: str, *words: str) -> Effect | None:
        """The effect of the first of the words that the construction's lists have."""
        effects = self._effects[construction]
        return next((effects[word] for word in words if word in effects), None)

    def has(self, detail: str, word: str) -> bool:
        """Whether a list of `details` has the word."""
        return word in self._details[detail]


@cache
def status_words() -> StatusWords:
    """The lexicon, read once."""
    text = files("retold.coding.status").joinpath("status.toml").read_text(encoding="utf-8")
    return StatusWords(tomllib.loads(text))


def lemma(word: Word) -> str:
    """A word's lemma in lower case, mended where the parser is known to cut it wrongly."""
    return CUES.lemma(word.lemma)


def keys(reading: Reading, word: Word) -> tuple[str, ...]:
    """Under which a governing word stands in the lists: with its particle, by itself."""
    particle = reading.child(word, "prt")
    own = lemma(word)
    return (f"{own}_{particle.text.lower()}", own) if particle else (own,)
