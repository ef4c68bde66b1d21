"""Words to how they sound, roughly: what is left of a name when it is written in another language or script.

Vowels go, for Hebrew and Arabic leave them out, and consonants fall into the groups that scripts exchange:
Зеленского, Ζελένσκι and Zelenskyy are all `slnsk`. Two texts in different languages share these sounds of their
names, and their numbers, and little else that can be seen without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata

from anyascii import anyascii

# Signs below which a sound says nothing: three consonants out of ten are shared by chance.
FEWEST_SIGNS = 3

# What is not of the name, or stands for other sounds than `anyascii` takes it for, by script. Endings of case;
# articles and conjunctions written as one with the next word; Greek stops of two letters; the Indian sign for
# whichever nasal fits what follows; in Semitic scripts a letter that says a vowel begins the word, and letters that
# are consonants at the beginning or doubled, vowels elsewhere.
_READ = {
    "CYRILLIC": {"(?<=...)(?:ого|его|ому|ему|ым|им|ом|ем|ою|ею|ых|их|ові|еві)$": ""},
    "GREEK": {"^μπ": "b", "^ντ|(?<=[λρ])ντ": "d", "^γκ": "g", "τζ": "j"},
    "DEVANAGARI": {"ं(?=[पफबभम])": "म", "ं": "न"},
    "ARABIC": {"^[وبفك]?ال(?=...)|^لل(?=...)": "", "^[أإآاع]": "a", "(?<=.)[ويى]": ""},
    "HEBREW": {"^[אע]": "a", "ג['׳’]": "j", "(?<=.)וו": "b", "(?<=.)[וי]": ""},
}

_DIGRAPHS = {
    **dict.fromkeys(("shch", "tsch", "tch", "sch", "dzh", "dj", "zh", "sh", "ch", "cz"), "j"),
    **dict.fromkeys(("ts", "tz"), "s"),
    **dict.fromkeys(("ck", "kh", "gh"), "k"),
    "th": "t",
    "ph": "f",
    "qu": "kv",
}
_DIGRAPH = re.compile("|".join(_DIGRAPHS))
_SOFT = re.compile("c(?=[eiy])|^x")
_BREATHED = re.compile("(?<![^aeiouy])h(?=[aeiouy])")
_FIRST_VOWEL = re.compile("^[aeiouy]+")
_SIGNS = str.maketrans(dict(zip("bpfvwkcqgtdszjlrmnA", "pppppkkkkttsssllmna", strict=True)) | {"x": "ks"})
_NO_SIGN = re.compile("[^a-zA]|[aehiouy]")
_TWICE = re.compile(r"(.)\1+")


def sound(word: str) -> str:
    """The sounds of a lower-cased word, a sign for each consonant; `a` at the beginning stands for any vowel."""
    for written, meant in _READ.get(script_of(word), {}).items():
        word = re.sub(written, meant, word)
    plain = anyascii(word).lower()
    plain = _DIGRAPH.sub(lambda found: _DIGRAPHS[found[0]], plain)
    plain = _FIRST_VOWEL.sub("A", _BREATHED.sub("k", _SOFT.sub("s", plain)))
    return _TWICE.sub(r"\1", _NO_SIGN.sub("", plain).translate(_SIGNS))


def script_of(word: str) -> str:
    """The script of the word's first letter, as Unicode names it: LATIN, CYRILLIC, ARABIC."""
    if word[:1].isascii():
        return "LATIN"
    return unicodedata.name(word[:1], "").partition(" ")[0]
