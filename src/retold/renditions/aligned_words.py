"""Two wordings of one passage to which words of the one tell which words of the other.

After the monolingual aligner of Sultan, Bethard and Sumner (2014): sure pairs by form, chosen by what stands around
them. Only the commonest synonyms of news are known: a word without a counterpart by form gets what stands in its
slot.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Literal

import Stemmer
from rapidfuzz.distance import JaroWinkler

from retold.renditions.numerals import Numeral, numeral
from retold.text import tokens, words

How = Literal["same", "stem", "spelling", "synonym", "function", "slot"]

# What is worth and where a slot ends was chosen on a third of the first half of MultiMWA's MTRef pairs
# (bench/word_alignment.py); `TELLING`, `LONG`, `BAND` and `SYNONYM` were set by judgement, not calibrated.

# Words that two wordings begin or end with alike which are linked without looking for better ones.
TELLING = 4
# Words to either side that speak for a pair.
WINDOW = 3
# What two words are worth by how they are alike: the same, of one stem, synonyms, a function word for its like.
SAME, STEM, SYNONYM, FUNCTION = 1.0, 0.9, 0.7, 0.55
# A function word or mark says this much of what a content word says.
GRAMMAR = 0.4
# What a word around a pair counts for it, and what lying out of step costs.
CONTEXT, OUT_OF_STEP = 0.3, 0.4
# Jaro-Winkler likeness at which two words of four letters and more are one word spelled otherwise.
SPELLED_ALIKE = 0.85
# Prefixes that turn a word into its contrary.
CONTRARY = ("un", "in", "im", "il", "ir", "dis", "non")
# Worth below which a pair is not trusted.
TRUSTED = 0.3
# Words from which a wording is no longer a few sentences, and words before and after the place in step with a word
# among which its counterpart is then looked for.
LONG, BAND = 250, 50
# Words on either side of a slot that are taken together.
LONGEST_SLOT = 3


@dataclass(frozen=True, slots=True)
class Word:
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


@dataclass(frozen=True, slots=True)
class WordLink:
    """Word `left` of the one wording tells word `right` of the other; `how` says what speaks for it."""

    left: int
    right: int
    how: How


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


def align_words(left: Sequence[Word], right: Sequence[Word]) -> list[WordLink]:
    """Links sorted by place; a word may have several, a word without a counterpart has none.

    What the wordings have in common at either end is linked word by word.
    """
    before = _shared(left, right)
    after = _shared(left[before:][::-1], right[before:][::-1])
    ends = len(left) - after, len(right) - after
    links = [WordLink(place, place, "same") for place in range(before)]
    links += [WordLink(ends[0] + step, ends[1] + step, "same") for step in range(after)]
    for link in _by_form(left[before : ends[0]], right[before : ends[1]]):
        links.append(WordLink(before + link.left, before + link.right, link.how))
    return sorted([*links, *_by_slot(left, right, links)], key=lambda link: (link.left, link.right))


def _shared(left: Sequence[Word], right: Sequence[Word]) -> int:
    """How many words the wordings begin with alike, 0 when they are too few to say anything."""
    pairs = enumerate(zip(left, right, strict=False))
    alike = next((place for place, (a, b) in pairs if a.form != b.form), min(len(left), len(right)))
    return alike if alike >= TELLING else 0


def _by_form(left: Sequence[Word], right: Sequence[Word]) -> list[WordLink]:
    """One-to-one pairs of words alike, the best first: alike, among words alike, and in step."""
    alike = _alike(left, right)
    worth = [(_worth(i, j, alike, left, right), i, j) for i, matches in enumerate(alike) for j in matches]
    found: list[WordLink] = []
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, i, j in sorted((-value, i, j) for value, i, j in worth if value >= TRUSTED):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            found.append(WordLink(i, j, alike[i][j][1]))
    return found


_Alike = list[dict[int, tuple[float, How]]]


def _alike(left: Sequence[Word], right: Sequence[Word]) -> _Alike:
    """For each word the words of the other wording that are like it, with how much and how.

    In long wordings only those in step with it, so that the cost stays linear.
    """
    places: dict[str, list[int]] = {}
    for j, theirs in enumerate(right):
        places.setdefault(theirs.form, []).append(j)
    long = max(len(left), len(right)) > LONG
    return [
        {
            j: likeness
            for form, found in (_in_step(right, i * len(right) // len(left)) if long else places).items()
            if (likeness := _likeness(ours, right[found[0]]))
            for j in found
        }
        for i, ours in enumerate(left)
    ]


def _in_step(right: Sequence[Word], centre: int) -> dict[str, list[int]]:
    """Places by form of the words around a place."""
    places: dict[str, list[int]] = {}
    for j in range(max(0, centre - BAND), min(len(right), centre + BAND)):
        places.setdefault(right[j].form, []).append(j)
    return places


def _likeness(ours: Word, theirs: Word) -> tuple[float, How] | None:
    """How alike two words are by themselves, None when they are not."""
    if ours.form == theirs.form:
        return SAME * (GRAMMAR if ours.is_function else 1), "same"
    if ours.is_mark or theirs.is_mark:
        return None
    if ours.number and theirs.number:
        return (SAME, "same") if ours.number == theirs.number else None
    if ours.is_function or theirs.is_function:
        return (
            (FUNCTION * GRAMMAR, "function") if theirs.form in _correspondences().get(ours.form, ()) else None
        )
    if ours.stem == theirs.stem:
        return STEM, "stem"
    if theirs.stem in _synonyms().get(ours.stem, ()):
        return SYNONYM, "synonym"
    likeness = spelling_likeness(ours.form, theirs.form)
    return (likeness * STEM, "spelling") if likeness >= SPELLED_ALIKE else None


@lru_cache(maxsize=200_000)
def spelling_likeness(ours: str, theirs: str) -> float:
    """How alike two words are spelled, 0 to 1; 0 for figures, words of three letters or less, legal and illegal."""
    short, long = sorted((ours, theirs), key=len)
    if len(short) < 4 or short.isdigit() or long.isdigit() or long in {prefix + short for prefix in CONTRARY}:
        return 0.0
    return JaroWinkler.similarity(ours, theirs)


def _worth(i: int, j: int, alike: _Alike, left: Sequence[Word], right: Sequence[Word]) -> float:
    own = alike[i][j][0]
    around = sum(
        max(
            (worth / max(abs(near - i), abs(far - j)) for far, worth in _near(alike[near], i, j, near)),
            default=0.0,
        )
        for near in range(max(0, i - WINDOW), min(len(left), i + WINDOW + 1))
        if near != i
    )
    step = abs(i / len(left) - j / len(right))
    return own + CONTEXT * around - OUT_OF_STEP * step


def _near(matches: dict[int, tuple[float, How]], i: int, j: int, near: int) -> Iterator[tuple[int, float]]:
    """Words like word `near`, on the same side of word `j` as it is of word `i`."""
    for far, (worth, _) in matches.items():
        if 0 < (far - j if near > i else j - far) <= WINDOW:
            yield far, worth


def _by_slot(left: Sequence[Word], right: Sequence[Word], links: Sequence[WordLink]) -> Iterator[WordLink]:
    """Short stretches without links that stand between the same two links."""
    across = {link.left: link.right for link in links}
    taken = set(across.values())
    for start, end in _stretches(len(left), across):
        first = across[start - 1] + 1 if start else 0
        last = across[end] if end < len(left) else len(right)
        if not 0 < last - first <= LONGEST_SLOT or end - start > LONGEST_SLOT:
            continue
        if taken.isdisjoint(range(first, last)):
            yield from _slot(left, right, range(start, end), range(first, last))


def _stretches(length: int, across: dict[int, int]) -> Iterator[tuple[int, int]]:
    start = None
    for place in range(length + 1):
        if place < length and place not in across:
            start = place if start is None else start
        elif start is not None:
            yield start, place
            start = None


def _slot(left: Sequence[Word], right: Sequence[Word], ours: range, theirs: range) -> Iterator[WordLink]:
    """Every word of the one stretch tells every word of the other; marks tell nothing."""
    for i in ours:
        for j in theirs:
            if not left[i].is_mark and not right[j].is_mark:
                yield WordLink(i, j, "slot")


@cache
def _function_words() -> frozenset[str]:
    listed: str = _lists()["function"]
    return frozenset(listed.replace("'", "").split())


@cache
def _correspondences() -> dict[str, frozenset[str]]:
    """Function word to those that stand for it."""
    found: dict[str, frozenset[str]] = {}
    for line in _lists()["same"]:
        group = frozenset(line.replace("'", "").split())
        found.update({form: found.get(form, frozenset()) | group for form in group})
    return found


@cache
def _synonyms() -> dict[str, frozenset[str]]:
    """Stem to the stems that stand for it."""
    found: dict[str, frozenset[str]] = {}
    for line in _lists()["synonyms"]:
        group = frozenset(stem(form) for form in line.split())
        found.update({one: found.get(one, frozenset()) | group for one in group})
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
def _lists() -> dict[str, Any]:
    source = resources.files("retold.renditions").joinpath("correspondences.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def _stemmer() -> Stemmer.Stemmer:
    return Stemmer.Stemmer("english")
