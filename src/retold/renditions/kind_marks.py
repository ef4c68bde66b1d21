"""A telling beside the wording it may have been made from, to the marks that its maker left."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

import wordfreq

from retold.renditions.telling import RUN, Telling
from retold.renditions.telling import telling as telling_of
from retold.stories.lexicon import FUNCTION_WORD, RAREST
from retold.text import normal, tokens, words

Pair = tuple[str, str]

# Words of a slot: so many at most stand in the place of as many others, one more or less.
SLOT = 3
# Swaps of which one says as much as what is known beforehand: two rare words prove no rewriter.
FEW_SWAPS = 4
# Zipf units between two words beyond which the difference says no more.
MOST_APART = 2.0
# Share of letters in common from which a changed name is the same one spelled otherwise: Torigian, Turrigian.
RESPELLED = 0.6
# Zipf frequency from which a word that stands for a name may be a common word taken for it: makes 5.3, pillar 3.9.
COMMON = 3.0


@dataclass(frozen=True, slots=True)
class Marks:
    """What the wording of a telling shows beside another's, over the passages both have.

    `passages`: how many these are; `words_changed`: how many of its words the other has not in that place.
    Shares, 0 to 1: `changed` of its words, so counted; `untouched` of them that stand in passages with no such word;
    `kept` of its five-word runs that the other has; `added` of its words that stand in passages the other lacks. Of
    what changed: `function`, the share of function words (articles, prepositions); `moved`, the share that the other
    has too, elsewhere in the passage. `rarer`: how much rarer a word is than the one in whose slot it stands, in Zipf
    units; below 0 it is the other text whose words are the odd ones.
    The pairs are (the other's, its own) words: swaps in slots, names taken for common words, names respelled.
    """

    passages: int
    words_changed: int
    changed: float
    untouched: float
    kept: float
    added: float
    function: float
    moved: float
    rarer: float
    swaps: tuple[Pair, ...]
    damaged_names: tuple[Pair, ...]
    respelled_names: tuple[Pair, ...]

    @property
    def is_touched_up(self) -> bool:
        """Whether hardly a word in a passage was changed.

        Beside their true parents 16 of 524 simulated tellings that were rewritten or translated changed so little.
        """
        return 0 < self.words_changed <= self.passages


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words of the other that changed into words of the telling; `inside`: neither begins a passage."""

    other: Sequence[str]
    own: Sequence[str]
    inside: bool

    @property
    def is_slip(self) -> bool:
        """Whether one figure stands for another: a slip says nothing about how the text was made."""
        return (
            len(self.other) == len(self.own) == 1 and self.other[0][0].isdigit() and self.own[0][0].isdigit()
        )

    @property
    def is_slot(self) -> bool:
        count = len(self.other)
        return 0 < count <= SLOT and len(self.own) > 0 and abs(len(self.own) - count) <= 1


def reference(telling: Telling, parent: Telling | None, siblings: Sequence[Telling]) -> Telling:
    """The wording to judge it beside: its parent's, or passage by passage that of the nearest of its siblings.

    The wording of several siblings together is nearer to the lost original than that of any of them.
    """
    if parent is not None:
        return parent
    nearest: dict[int, str] = {}
    for passage, runs in telling.runs.items():
        having = [sibling for sibling in siblings if passage in sibling.runs]
        if having:
            best = max(having, key=lambda sibling: (len(runs & sibling.runs[passage]), sibling.article_id))
            nearest[passage] = best.passages[passage]
    return telling_of("", None, None, None, nearest)


def marks(telling: Telling, beside: Telling) -> Marks:
    """The marks of a telling beside another; everything 0 where they share no passage."""
    shared = sorted(telling.passages.keys() & beside.passages.keys())
    told = {
        passage: (_cased(beside.passages[passage]), _cased(telling.passages[passage])) for passage in shared
    }
    runs = frozenset[str]().union(*beside.runs.values())
    stretches = {
        passage: [
            stretch for stretch in _stretches(*wordings) if not (stretch.is_slip or _elsewhere(stretch, runs))
        ]
        for passage, wordings in told.items()
    }
    equal = {passage for passage, found in stretches.items() if not any(stretch.own for stretch in found)}
    length = sum(len(own) for _, own in told.values())
    every = [stretch for found in stretches.values() for stretch in found]
    swaps = [pair for stretch in every if stretch.is_slot for pair in _swap(stretch)]
    damaged, respelled = _names(every)
    known = {word for other, _ in told.values() for word in other}
    changed = sum(len(stretch.own) for stretch in every)
    return Marks(
        passages=len(shared),
        words_changed=changed,
        changed=_share(changed, length),
        untouched=_share(sum(len(told[passage][1]) for passage in equal), length),
        kept=_kept_share([telling.runs[passage] for passage in shared], runs),
        added=_share(telling.length - sum(telling.words[p] for p in shared), telling.length),
        function=_function_share(every),
        moved=_moved_share(stretches.values()),
        rarer=_rarer(every),
        swaps=tuple(swaps),
        damaged_names=tuple(
            (other, own) for other, own in damaged if _zipf(own) >= COMMON and own not in known
        ),
        respelled_names=tuple(respelled),
    )


def _cased(text: str) -> list[str]:
    return [token.text for token in tokens(normal(text)) if token.text[0].isalnum()]


def _lower(found: Sequence[str]) -> list[str]:
    return [word.lower() for word in found]


def _stretches(other: Sequence[str], own: Sequence[str]) -> list[_Stretch]:
    if _lower(other) == _lower(own):
        return []
    matcher = SequenceMatcher(None, _lower(other), _lower(own), autojunk=False)
    return [
        _Stretch(other[i1:i2], own[j1:j2], i1 > 0 and j1 > 0)
        for tag, i1, i2, j1, j2 in matcher.get_opcodes()
        if tag != "equal"
    ]


def _elsewhere(stretch: _Stretch, runs: frozenset[str]) -> bool:
    """Whether the telling has these words from another passage: sentences do not always fall into the same ones."""
    own = words(" ".join(stretch.own))
    starts = range(len(own) - RUN + 1)
    return len(starts) > 0 and sum(" ".join(own[s : s + RUN]) in runs for s in starts) > len(starts) / 2


def _kept_share(told: Sequence[frozenset[str]], runs: frozenset[str]) -> float:
    return _share(sum(len(own & runs) for own in told), sum(map(len, told)))


def _share(part: float, of: float) -> float:
    return min(1.0, part / of) if of else 0.0


def _function_share(every: Sequence[_Stretch]) -> float:
    changed = [word for stretch in every for word in (*stretch.other, *stretch.own)]
    return _share(sum(_zipf(word) >= FUNCTION_WORD for word in changed), len(changed))


def _moved_share(passages: Iterable[Sequence[_Stretch]]) -> float:
    moved = changed = 0
    for stretches in passages:
        lost = Counter(word for stretch in stretches for word in _lower(stretch.other))
        new = Counter(word for stretch in stretches for word in _lower(stretch.own))
        moved += (lost & new).total()
        changed += new.total()
    return _share(moved, changed)


def _rarer(every: Sequence[_Stretch]) -> float:
    """Mean over the slots in which plain words stand for others, drawn toward 0 where there are few."""
    slots = [(_plainness(slot.other), _plainness(slot.own)) for slot in every if slot.is_slot]
    apart = [
        max(-MOST_APART, min(MOST_APART, other - own))
        for other, own in slots
        if other is not None and own is not None
    ]
    return sum(apart) / (len(apart) + FEW_SWAPS)


def _plainness(found: Sequence[str]) -> float | None:
    """Mean Zipf frequency of the words that are neither names nor function words; None where there are none."""
    plain = [_zipf(word) for word in found if word.islower() and _zipf(word) < FUNCTION_WORD]
    return sum(plain) / len(plain) if plain else None


def _swap(stretch: _Stretch) -> list[Pair]:
    return [(" ".join(_lower(stretch.other)), " ".join(_lower(stretch.own)))]


def _names(every: Sequence[_Stretch]) -> tuple[list[Pair], list[Pair]]:
    """Names that became another word, and names that are spelled otherwise; each pair once."""
    paired = [
        pair
        for slot in every
        if slot.is_slot and len(slot.other) == len(slot.own)
        for pair in list(zip(slot.other, slot.own, strict=True))[0 if slot.inside else 1 :]
    ]
    named = [
        (other, own)
        for other, own in dict.fromkeys(paired)
        if other[0].isupper() and own[0].isupper() and other.lower() != own.lower()
    ]
    alike = {(a, b) for a, b in named if SequenceMatcher(None, a.lower(), b.lower()).ratio() >= RESPELLED}
    return [pair for pair in named if pair not in alike], [pair for pair in named if pair in alike]


@cache
def _frequencies() -> dict[str, float]:
    return wordfreq.get_frequency_dict("en", "small")


def _zipf(word: str) -> float:
    """Zipf frequency in English."""
    share = _frequencies().get(word.lower(), 0.0)
    return max(RAREST, math.log10(share) + 9) if share else RAREST
