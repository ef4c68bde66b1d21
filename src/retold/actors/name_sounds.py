"""Two parts of names to how alike they sound, over the habits by which scripts are written in one another."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Costs(NamedTuple):
    """What differences of sound cost, a consonant that differs altogether 1.

    `vowel`: one vowel for another; `silent`: a vowel, or a letter that many scripts leave out, against nothing;
    `kindred`: one consonant for another of its group.
    """

    vowel: float
    silent: float
    kindred: float


# Names in one script, and names in two: Hebrew and Arabic leave vowels out, Japanese and Korean put some between
# consonants and have one sound for l and r or p and f. Set by judgement; the weights of name_weights.toml are learnt.
ONE_SCRIPT = Costs(0.25, 0.3, 0.35)
TWO_SCRIPTS = Costs(0.1, 0.06, 0.12)
# What a vowel weighs in the length of a name beside a consonant.
VOWEL = 0.4

_VOWELS, _SILENT = frozenset("aeiouy"), frozenset("aeiouyhw")
_KINDRED = [
    frozenset(group) for group in ("bpfvw", "dt", "gkh", "szcjx3", "lr", "mn", "jyi", "gj", "kc", "hj", "vu")
]
# Groups of letters that write one sound, to one sign: c for ch and sh, j for zh, 3 for ts.
_DIGRAPHS = [
    ("c(?=[aourlntkmbdgpv]|$)", "k"),
    ("c(?=[eiy])", "s"),
    ("shch|tsch|tch|sch|sh|ch|cz|cs", "c"),
    ("dzh|dj|zh|dz", "j"),
    ("ts|tz", "3"),
    ("^hs|^x", "s"),
    ("ph", "f"),
    ("qu", "kv"),
    ("kh|gh|ck|q", "k"),
    ("th", "t"),
    ("x", "ks"),
    ("[^a-z3]", ""),
]


def sound_likeness(ours: str, theirs: str, costs: Costs = ONE_SCRIPT) -> float:
    """How alike two lower-cased parts of names in plain letters sound, from 0 (not at all) to 1."""
    lengths = _length(spoken(ours)), _length(spoken(theirs))
    return max(0.0, 1 - sound_distance(ours, theirs, costs) / max(lengths)) if min(lengths) else 0.0


def sound_distance(ours: str, theirs: str, costs: Costs = ONE_SCRIPT) -> float:
    """What it costs to turn the sounds of one part into the other's: 1 for a consonant that differs altogether."""
    left, right = sorted((spoken(ours), spoken(theirs)))
    return _distance(left, right, costs)


@lru_cache(maxsize=100_000)
def spoken(part: str) -> str:
    """A part of a name with one sign for one sound, and none twice in a row."""
    for pattern, sign in _DIGRAPHS:
        part = re.sub(pattern, sign, part)
    return re.sub(r"(.)\1+", r"\1", part)


def _length(signs: str) -> float:
    return sum(VOWEL if sign in _VOWELS else 1.0 for sign in signs)


@lru_cache(maxsize=200_000)
def _distance(left: str, right: str, costs: Costs) -> float:
    """The cheapest way from one to the other by leaving out, putting in and exchanging signs."""
    above = [0.0]
    for sign in right:
        above.append(above[-1] + _alone(sign, costs))
    for ours in left:
        row = [above[0] + _alone(ours, costs)]
        for place, theirs in enumerate(right, 1):
            row.append(
                min(
                    above[place] + _alone(ours, costs),
                    row[-1] + _alone(theirs, costs),
                    above[place - 1] + _exchanged(ours, theirs, costs),
                )
            )
        above = row
    return above[-1]


def _alone(sign: str, costs: Costs) -> float:
    return costs.silent if sign in _SILENT else 1.0


def _exchanged(ours: str, theirs: str, costs: Costs) -> float:
    if ours == theirs:
        return 0.0
    if ours in _VOWELS and theirs in _VOWELS:
        return costs.vowel
    if any(ours in group and theirs in group for group in _KINDRED):
        return costs.kindred
    return 1.0
