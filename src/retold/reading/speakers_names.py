"""Words of a person's name: titles apart, the surname, and what a name says of the person's sex."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Literal

Sex = Literal["male", "female"]


class _Known:
    """The lists of speakers.toml."""

    def __init__(self) -> None:
        content = tomllib.loads(files("retold.reading").joinpath("speakers.toml").read_text("utf-8"))
        self.titles = frozenset(content["roles"]["titles"].split())
        self.bodies = frozenset(content["bodies"]["nouns"].split())
        self.offices = frozenset(content["roles"]["nouns"].split())
        self.endings = tuple(content["roles"]["endings"].split())
        self.sexes: dict[str, Sex] = {}
        self.title_sexes: dict[str, Sex] = {}
        sexes: tuple[Sex, ...] = ("male", "female")
        for sex in sexes:
            self.sexes.update(dict.fromkeys(content[sex]["names"].split(), sex))
            self.sexes.update(dict.fromkeys(content[sex]["nouns"].split(), sex))
            self.title_sexes.update(dict.fromkeys(content[sex]["titles"].split(), sex))


KNOWN = _Known()

PRONOUNS: dict[str, Sex] = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


@lru_cache(maxsize=20_000)
def plain(word: str) -> str:
    """A word of a name as it is compared: lower case, no marks at its edges, no possessive."""
    return word.casefold().removesuffix("'s").removesuffix("’s").strip(".,'’\"“”()")


def untitled(words: list[str]) -> list[str]:
    """The words of a name without the titles before it; all of them where nothing is left."""
    first = 0
    while first < len(words) - 1 and plain(words[first]) in KNOWN.titles:
        first += 1
    return words[first:]


def sex_of_name(name: str) -> Sex | None:
    """What a title or the given name says: "Mrs. Lind", "Anna Lind"."""
    words = [plain(word) for word in name.split()]
    for word in words[:2]:
        if word in KNOWN.title_sexes:
            return KNOWN.title_sexes[word]
    given = untitled(words)
    return KNOWN.sexes.get(given[0]) if len(given) > 1 else None


def is_office(noun: str) -> bool:
    """Whether a noun says what someone is or does: "spokesman", "ambassador"."""
    lower = noun.lower()
    return lower in KNOWN.offices or (lower.endswith(KNOWN.endings) and lower not in KNOWN.bodies)


def is_body(noun: str) -> bool:
    return noun.lower() in KNOWN.bodies
