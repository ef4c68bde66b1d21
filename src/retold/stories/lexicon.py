"""Word forms to stems and how rare they are, the same in every corpus.

Rarity comes from a fixed table of word frequencies (the `wordfreq` package), not from the articles at hand: what
two articles have in common then depends on these two alone, so a pair keeps its score however the archive grows
and whichever engine computes it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import blake2b

import Stemmer
import wordfreq

from retold.stories.numerals import with_points
from retold.stories.sounds import FEWEST_SIGNS, sound
from retold.text import words

# Of two texts of 600 hashes each, one in 3,000 pairs share one by chance.
HASH_BITS = 30

STEMMERS = {
    "ar": "arabic",
    "da": "danish",
    "de": "german",
    "el": "greek",
    "en": "english",
    "es": "spanish",
    "fi": "finnish",
    "fr": "french",
    "hu": "hungarian",
    "it": "italian",
    "nb": "norwegian",
    "nl": "dutch",
    "pt": "portuguese",
    "ro": "romanian",
    "ru": "russian",
    "sv": "swedish",
    "tr": "turkish",
}

# Languages that share a table and a stemmer with another: the written forms of Norwegian, Croatian and Bosnian in
# wordfreq's Serbo-Croatian, Tagalog in its Filipino.
_READ_AS = {"no": "nb", "nn": "nb", "hr": "sh", "bs": "sh", "tl": "fil"}

# Zipf frequency (log10 of occurrences per billion words) from which a stem says nothing about its text: "first",
# "also" and "people" lie above 6.0, "president" at 5.5, "uranium" at 3.9.
FUNCTION_WORD = 6.0
# Rarer than this is as telling as this: below 1.5 the frequencies are of single texts.
RAREST = 1.5
# Zipf frequency of words by their letters, for a language without a table: means over running text in twelve
# languages of the table (en, tr, fi, id, hu, pl, fa, ms, bn, ta, sh, uk), which differ by .3 around them; up to three
# letters function words prevail, from ten on little changes.
_ZIPF_BY_LENGTH = {4: 5.7, 5: 5.2, 6: 4.9, 7: 4.7, 8: 4.5, 9: 4.3}
_ZIPF_OF_LONG = 4.1
# A number is as telling as a rather rare word, whichever number it is.
NUMBER = 2.5

SOUND_BITS = 22
"""Those of a sound: a hash of 20, and below it how much it says, 0 to `MOST_SAID`."""
SAID_BITS = 2
MOST_SAID = (1 << SAID_BITS) - 1
# A number says as much as a sound of six signs.
_NUMBER_SAYS = MOST_SAID
# Rarity from which a word without capital and small letters is taken for a name: what its script does not show.
_NAME_WITHOUT_CASE = 15


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A stem as a hash of `HASH_BITS`; its rarity in tenths of a Zipf unit below `FUNCTION_WORD`: 0 says nothing.

    `sound`: that of a number or of what may be a name, `SOUND_BITS` that are the same in every language; else 0.
    """

    stem: int
    rarity: int
    sound: int


@lru_cache(maxsize=400_000)
def lexemes(form: str, language: str) -> tuple[Lexeme, ...]:
    """The lexemes of a word form as it stands in a text; usually one, none for a punctuation mark."""
    told = _READ_AS.get(language, language)
    small = form[:1].islower()
    return tuple(_lexeme(word, told, small=small) for word in words(with_points(form, told)))


def _lexeme(word: str, language: str, *, small: bool) -> Lexeme:
    """small: whether the form begins with a small letter."""
    stem = _stemmer(language).stemWord(word) if language in STEMMERS else word
    zipf = NUMBER if word[0].isdigit() else _zipf(stem, language)
    rarity = round(10 * (FUNCTION_WORD - max(zipf, RAREST)))
    return Lexeme(_hash(stem, HASH_BITS), max(0, rarity), 0 if small else _sound(word, rarity))


def _sound(word: str, rarity: int) -> int:
    if word[0].isdigit():
        return _hash(word, SOUND_BITS - SAID_BITS) << SAID_BITS | _NUMBER_SAYS
    without_case = word[0].upper() == word[0]
    signs = sound(word) if rarity >= (_NAME_WITHOUT_CASE if without_case else 1) else ""
    if len(signs) < FEWEST_SIGNS:
        return 0
    return _hash(signs, SOUND_BITS - SAID_BITS) << SAID_BITS | min(MOST_SAID, len(signs) - FEWEST_SIGNS)


def _zipf(stem: str, language: str) -> float:
    table = _zipf_by_stem(language)
    if table:
        return table.get(stem, RAREST)
    return (
        FUNCTION_WORD if len(stem) < min(_ZIPF_BY_LENGTH) else _ZIPF_BY_LENGTH.get(len(stem), _ZIPF_OF_LONG)
    )


@cache
def _stemmer(language: str) -> Stemmer.Stemmer:
    return Stemmer.Stemmer(STEMMERS[language])


@cache
def _zipf_by_stem(language: str) -> dict[str, float]:
    """Zipf frequency of each stem: that of all its forms together. Empty for a language without a table."""
    if language not in wordfreq.available_languages("small"):
        return {}
    frequency: dict[str, float] = {}
    for form, share in wordfreq.get_frequency_dict(language, "small").items():
        stem = _stemmer(language).stemWord(form) if language in STEMMERS else form
        frequency[stem] = frequency.get(stem, 0.0) + share
    return {stem: math.log10(share) + 9 for stem, share in frequency.items()}


def _hash(text: str, bits: int) -> int:
    return int.from_bytes(blake2b(text.encode(), digest_size=4).digest(), "big") >> (32 - bits)
