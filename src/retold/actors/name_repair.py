"""Two names in one slot to whether they are one name, and what happened to it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from anyascii import anyascii
from rapidfuzz.distance import OSA

from retold.actors.name_parts import is_given, same_name
from retold.actors.name_slots import NameUse, repair_words, word_list
from retold.actors.name_sounds import sound_distance, sound_likeness
from retold.model import NameDamage
from retold.renditions.meaning_words import listed, states
from retold.renditions.name_likeness import abbreviates, is_common
from retold.renditions.word import stem

# How sure of the slot one must be, by what speaks for one name besides: words that differ altogether but for being
# common words; parts that sound or look alike. Set while looking at simulated genealogies of seed 101
# (bench/name_repair.py) and at two tellings of a real report.
SURE, ALIKE = 0.55, 0.3
# Likeness of sound from which two parts are one written otherwise, and from which so in a sure slot.
SOUND, SOUND_IN_SLOT = 0.8, 0.66
# Letters in which a slip of the pen may differ, and letters a part must have for one and for two.
SLIPS = ((1, 4), (2, 8))
# How alike parts count that are listed senses of one word, and of which one merely is a common word.
LISTED, WORD = 0.9, 0.5
# Letters of a part that another may begin with.
SHORTEST = 3


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part of a name and what stands for it elsewhere."""

    left: str
    right: str
    cause: NameDamage


@dataclass(frozen=True, slots=True)
class OneName:
    """That two names are one: why, and the parts that differ."""

    cause: NameDamage
    parts: tuple[PartChange, ...] = ()


def one_name(left: NameUse, right: NameUse, certainty: float) -> OneName | None:
    """Whether two names in one slot are one, None when they are two or nothing can be said.

    certainty: how sure the slot is, 0 to 1. Names that share a part and differ in another that is not alike are two:
    Bill and Hillary Clinton.
    """
    ours, theirs = left.parts, right.parts
    if sorted(ours) == sorted(theirs):
        return OneName("order") if ours != theirs else OneName("shortened")
    if abbreviates(ours, theirs):
        return OneName("shortened")
    # A word that stands for a part that it is no sense of stands in its place, in a person's name.
    guessed = len(ours) == len(theirs) and left.kind == right.kind == "person"
    shared, pairs, rest = _laid_out(ours, theirs, certainty if guessed else min(certainty, ALIKE))
    if (left.doubtful or right.doubtful) and not pairs:
        return None
    if "body" in (left.kind, right.kind):
        return _one_body(pairs, rest)
    if not shared and len(pairs) > 1 and not any(map(_is_evident, pairs)):
        return None
    if not all(rest):  # one has no part that the other has not, alike or the same
        cause = pairs[0].cause if pairs else "shortened"
        return OneName(cause, tuple(pairs))
    damaged = any(has_sense(pair.left, pair.right) for pair in pairs)
    if damaged and not shared and certainty >= SURE and max(map(len, rest)) == 1:
        return OneName("translated", tuple(pairs))
    return None


def _is_evident(change: PartChange) -> bool:
    """Whether the parts themselves say that one stands for the other, not the slot alone."""
    return change.cause != "translated" or has_sense(change.left, change.right)


def _one_body(pairs: Sequence[PartChange], rest: tuple[list[str], list[str]]) -> OneName | None:
    """Bodies are one when every word has its like: Foreign and Defence Ministry share all but what matters."""
    if rest[0] or rest[1] or not pairs:
        return None
    return OneName(pairs[0].cause, tuple(pairs))


def _laid_out(
    ours: Sequence[str], theirs: Sequence[str], certainty: float
) -> tuple[list[str], list[PartChange], tuple[list[str], list[str]]]:
    """The parts two names share, those that are alike, and the rest of either."""
    shared = [part for part in ours if part in theirs]
    if any(map(is_word, shared)):  # names of papers and bodies: Morning Star, Evening Star
        certainty = min(certainty, ALIKE)
    left = [part for part in ours if part not in shared]
    right = [part for part in theirs if part not in shared]
    scored = sorted(
        (-value, abs(i - j), i, j, cause)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        for value, cause in _alike(a, b, certainty)
    )
    pairs: list[PartChange] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, _, i, j, cause in scored:
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            pairs.append(PartChange(left[i], right[j], cause))
    rest = (
        [part for place, part in enumerate(left) if place not in lefts],
        [part for place, part in enumerate(right) if place not in rights],
    )
    return shared, pairs, rest


def _alike(ours: str, theirs: str, certainty: float) -> Iterator[tuple[float, NameDamage]]:
    """Why two parts of names may be one, and how much so."""
    if has_sense(ours, theirs):
        yield LISTED, "translated"
    if (likeness := spelled_otherwise(ours, theirs, certainty)) is not None:
        yield likeness
    if certainty >= SURE and is_word(ours) != is_word(theirs):
        yield WORD, "translated"


def spelled_otherwise(ours: str, theirs: str, certainty: float) -> tuple[float, NameDamage] | None:
    """Whether two parts are one in another spelling or by a slip, and how alike they are."""
    return _spelled_otherwise(ours, theirs, SOUND_IN_SLOT if certainty >= SURE else SOUND)


@lru_cache(maxsize=100_000)
def _spelled_otherwise(ours: str, theirs: str, sounding: float) -> tuple[float, NameDamage] | None:
    """`sounding`: from which likeness of sound on they are one."""
    if min(len(ours), len(theirs)) == 1:
        return (SOUND, "shortened") if ours[0] == theirs[0] else None
    plain = anyascii(ours).lower(), anyascii(theirs).lower()
    sound = sound_likeness(*plain)
    apart = OSA.distance(*plain)
    slip = any(apart <= slips and min(map(len, plain)) >= length for slips, length in SLIPS)
    if slip and sound_distance(*plain) >= 1:
        return max(sound, 1 - apart / max(map(len, plain))), "typo"
    known = same_name(ours, theirs)
    if known == "spelling" or sound >= sounding:
        return max(sound, SOUND), "transliteration"
    if known:
        return SOUND, "shortened"
    return (1 - apart / max(map(len, plain)), "typo") if slip else None


@lru_cache(maxsize=100_000)
def has_sense(ours: str, theirs: str) -> bool:
    """Whether one part is the other taken for a common word: a listed sense, another form of it, or run into one.

    Steele and Sharpe have the senses of steel and sharp.
    """
    words = _senses().get(ours, _senses().get(ours.removesuffix("e"), frozenset()))
    if theirs in words or theirs.removesuffix("e") in words:
        return True
    if stem(ours) == stem(theirs) and (is_word(ours) or is_word(theirs)):
        return True
    short, long = sorted((ours, theirs), key=len)
    return len(short) >= SHORTEST and long.startswith(short) and is_word(long)


@lru_cache(maxsize=100_000)
def is_word(part: str) -> bool:
    """Whether a part of a name can only be a common word: no surname, no given name, no state."""
    if part in word_list("surnames") | listed("name", "surnames") | _name_words() or is_given(part):
        return False
    if (part,) in states():
        return False
    return is_common(part) or part in _replacements()


@cache
def _name_words() -> frozenset[str]:
    """Names that have senses as words."""
    return frozenset(line.split()[0] for line in _renditions_senses())


@cache
def _replacements() -> frozenset[str]:
    """The words that are put for name words."""
    return frozenset(form for line in _sense_lines() for form in line.split()[1:])


@cache
def _senses() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for line in _sense_lines():
        for form in line.split():
            found.setdefault(form, set()).update(line.split())
    return {form: frozenset(others) for form, others in found.items()}


@cache
def _sense_lines() -> list[str]:
    """Own lines, and those of the renditions."""
    return [*repair_words()["senses"], *_renditions_senses()]


@cache
def _renditions_senses() -> list[str]:
    """Lines that begin with a name."""
    source = resources.files("retold.renditions").joinpath("name_senses.toml").read_text(encoding="utf-8")
    lines: list[str] = tomllib.loads(source)["senses"]
    return lines
