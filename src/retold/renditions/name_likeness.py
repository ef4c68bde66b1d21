"""Two forms of a name to whether they name one person or body."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib import resources

import wordfreq
from rapidfuzz.distance import Indel, JaroWinkler

from retold.renditions.meaning_words import listed
from retold.renditions.word import stem

# Jaro-Winkler likeness at which two parts of a name are one part written otherwise.
ALIKE = 0.80
# Share of the letters of two parts that stand in the same order in both from which they are one, when both have five
# letters or more: Hashkaji/Khashoggi .59. Of 4,186 pairs of different names 1.5 % reach it,
# their mean is .25.
IN_COMMON, LONG = 0.58, 5
# Zipf frequency (log10 per billion words) from which a word is known; how much rarer another form of a common word
# may be, and from which frequency it counts. Of 106 names of persons and cities 3 pass (`meaning.toml` lists some);
# of 36 words that stood for names, mostly in WMT21's machine translations, 22. Chosen while looking at these.
KNOWN, RARER, FORM_KNOWN = 3.0, 1.1, 2.8
# Names of three letters and less are one when they begin alike and differ in vowels: Li/Lee.
SHORT = 3
_ENDINGS = ("", "s", "es", "ed", "ing", "ly", "er", "est")
# Endings of words that are no names.
_WORDLY = ("tion", "ness", "ity", "able", "ible", "ment", "ship", "ous", "ive", "ly", "ing", "shine", "hood")
# Letters and groups of letters that transliterations write for one another, to one of them.
_SOUNDS = [
    ("tsch|tch|sch|sh|ch|cz|zh|ts|dj", "c"),
    ("ph", "f"),
    ("x", "ks"),
    ("kh|gh|ck|q", "k"),
    ("th", "t"),
    ("w", "v"),
    ("[aeiouyjh]", ""),
]


def same_part(ours: str, theirs: str) -> bool:
    """Whether two lower-cased parts of names are one, spelled otherwise, shortened to an initial or inflected."""
    if ours == theirs or stem(ours) == stem(theirs):
        return True
    if min(len(ours), len(theirs)) == 1:
        return ours[0] == theirs[0]
    plain = _plain(ours), _plain(theirs)
    if min(len(part) for part in plain) >= LONG and Indel.normalized_similarity(*plain) >= IN_COMMON:
        return True
    return JaroWinkler.similarity(*plain) >= ALIKE or same_sound(ours, theirs)


def same_sound(ours: str, theirs: str) -> bool:
    """Whether two parts of names are alike but for what transliterations write differently: Nikolai, Nikolay."""
    sounds = sound(ours), sound(theirs)
    return sounds[0] == sounds[1] and (len(sounds[0]) >= 2 or max(len(ours), len(theirs)) <= SHORT)


@lru_cache(maxsize=100_000)
def sound(form: str) -> str:
    """What transliterations of a name have in common: its consonants, roughly."""
    bare = _plain(form)
    for pattern, letter in _SOUNDS:
        bare = re.sub(pattern, letter, bare)
    return re.sub(r"(.)\1+", r"\1", bare)


@lru_cache(maxsize=100_000)
def _plain(form: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFKD", form) if not unicodedata.combining(mark))


def damaged(ours: str, theirs: str) -> bool:
    """Whether one part of a name is the other translated or run into a common word: Brands/Makes, Sun/Sunshine.

    Either a known pair of senses, or both are common words and at least one is no surname, or one begins the other.
    """
    if theirs in _senses(ours) or ours in _senses(theirs):
        return True
    if min(len(ours), len(theirs)) >= 3 and (ours.startswith(theirs) or theirs.startswith(ours)):
        return True
    surnames = listed("name", "surnames")
    return is_common(ours) and is_common(theirs) and not (ours in surnames and theirs in surnames)


@lru_cache(maxsize=100_000)
def is_common(form: str) -> bool:
    """Whether a part of a name is a common word, and not a surname too.

    By its ending, or because another of its forms (plural, past) is nearly as frequent as itself.
    """
    own = frequency(form)
    if not form.isascii() or own < KNOWN or form in listed("name", "surnames"):
        return False
    if form.endswith(_WORDLY) and len(form) > LONG + 1:
        return True
    return any(frequency(other) >= max(FORM_KNOWN, own - RARER) for other in _inflected(form))


def frequency(form: str) -> float:
    """How frequent a word is in English, log10 per billion words."""
    return float(wordfreq.zipf_frequency(form, "en"))


def _inflected(form: str) -> set[str]:
    """Other forms that a common word of this form would have."""
    bases = {form, *(form.removesuffix(end) for end in ("s", "es", "ed", "ing"))}
    bases |= {f"{base}e" for base in bases - {form}}
    if form.endswith("ies"):
        bases.add(form.removesuffix("ies") + "y")
    if form.endswith("y"):
        bases.add(form.removesuffix("y") + "ie")
    made = {base + end for base in bases if len(base) > 2 for end in _ENDINGS}
    return (made | {f"{base}d" for base in bases if base.endswith("e")}) - {form}


def abbreviates(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether one name is made of the first letters of the other: UN, United Nations."""
    short, long = sorted((ours, theirs), key=len)
    initials = "".join(part[0] for part in long)
    return len(long) > 1 and "".join(short) == initials


@cache
def _senses(form: str) -> frozenset[str]:
    source = resources.files("retold.renditions").joinpath("name_senses.toml").read_text(encoding="utf-8")
    lines: list[str] = tomllib.loads(source)["senses"]
    return frozenset(other for line in lines if form in line.split() for other in line.split())
