"""A name as written, in any script, to the parts that are compared."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

from anyascii import anyascii

Script = Literal["latin", "alphabet", "consonants", "syllables"]

# A name longer than this is no name: what follows is not read.
LONGEST, MOST_PARTS = 200, 12
_SYLLABLES = ("CJK", "HANGUL", "HIRAGANA", "KATAKANA")
_CONSONANTS = ("ARABIC", "HEBREW", "SYRIAC", "THAANA")
# The Arabic article, written together with the name.
_ARTICLE = re.compile(r"\bال(?=\w{3})")
# Figures that stand for letters: Ig0r.
_FIGURES = str.maketrans("01345", "oleas")


@dataclass(frozen=True, slots=True)
class NameParts:
    """The parts of a name in their order, lower-cased and in plain letters; syllables of East Asian names as written.

    What stands before a comma comes last. `script`: most of its letters'.
    """

    parts: tuple[str, ...]
    script: Script


@lru_cache(maxsize=100_000)
def name_parts(name: str, by_syllable: bool = False) -> NameParts:
    """The parts of a name without titles and particles, unless nothing else is in it.

    by_syllable: each sign of a Chinese, Japanese or Korean name is a part as written; otherwise it is romanised.
    """
    written = unicodedata.normalize("NFKC", name[:LONGEST])
    script = _script(written)
    if by_syllable and script == "syllables":
        return NameParts(tuple(sign for sign in written if sign.isalnum())[:MOST_PARTS], script)
    before, comma, after = written.partition(",")
    turned = f"{after} {before}" if comma else written
    return NameParts(tuple(_bare(turned))[:MOST_PARTS], script)


def _bare(written: str) -> list[str]:
    """Romanised parts without what is no part of a name."""
    every = list(_romanised(written))
    named = [part for part in every if part not in name_words("titles")] or every
    return [part for part in named if part not in name_words("particles")] or named


def _romanised(written: str) -> Iterator[str]:
    for chunk in re.split(r"[\s\-‐-―·・.,;/()\"“”«»_]+", _ARTICLE.sub("", written)):
        plain = anyascii(chunk).lower()
        plain = plain.translate(_FIGURES) if re.search("[a-z]", plain) else plain
        for part in re.split(r"[\s\-]+", plain):
            if found := re.sub("[^a-z0-9]", "", part):
                yield found


def _script(written: str) -> Script:
    counted: dict[Script, int] = {"latin": 0, "alphabet": 0, "consonants": 0, "syllables": 0}
    for sign in written:
        if sign.isalpha():
            counted[_script_of(sign)] += 1
    return max(counted, key=lambda script: counted[script])


@lru_cache(maxsize=10_000)
def _script_of(sign: str) -> Script:
    if sign.isascii():
        return "latin"
    called = unicodedata.name(sign, "")
    if called.startswith("LATIN"):
        return "latin"
    if called.startswith(_SYLLABLES):
        return "syllables"
    return "consonants" if called.startswith(_CONSONANTS) else "alphabet"


@cache
def name_words(name: str) -> frozenset[str]:
    """One of the lists of words in name_forms.toml."""
    found: str = _forms()[name]
    return frozenset(found.split())


@lru_cache(maxsize=100_000)
def same_name(ours: str, theirs: str) -> Literal["nickname", "spelling"] | None:
    """Whether two parts are forms of one given name, or listed spellings of one name."""
    if _lines("nicknames").get(ours, frozenset()) & _lines("nicknames").get(theirs, frozenset()):
        return "nickname"
    if _lines("spellings").get(ours, frozenset()) & _lines("spellings").get(theirs, frozenset()):
        return "spelling"
    return None


def is_given(part: str) -> bool:
    """Whether a part is a listed given name or a short form of one."""
    return part in _lines("nicknames")


@cache
def _lines(name: str) -> dict[str, frozenset[int]]:
    """Form to the numbers of the lines that have it."""
    found: dict[str, set[int]] = {}
    for number, line in enumerate(_forms()[name]):
        for form in line.split():
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


@cache
def _forms() -> dict[str, Any]:
    source = resources.files("retold.actors").joinpath("name_forms.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)
