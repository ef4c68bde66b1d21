"""A wording to its words and to what in it can change its meaning.

English is read. Of a text in another language only figures are taken: its capitals, negations and modal words are
not known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from retold.renditions.fact import Fact, FactKind
from retold.renditions.facts_names import names
from retold.renditions.facts_numbers import numbers
from retold.renditions.facts_stance import attributions, hedges, implied_negations, modalities, negations
from retold.renditions.word import Word, words_in

# Share of function words from which a wording is English: 98 % of WMT21's English segments of eight words and
# more have .19 to .75 of them; 1.4 % of Textberg's German sentences and 2.3 % of the French reach .15, of WMT21's
# Russian and Icelandic sources hardly any. A few words in plain letters are taken for English.
ENGLISH, FEW = 0.15, 10


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """One wording of a passage: its words, its facts in order, and the places of words that deny or leave open."""

    text: str
    words: tuple[Word, ...]
    facts: tuple[Fact, ...]
    implied_negations: frozenset[int]
    hedges: frozenset[int]

    def of(self, *kinds: FactKind) -> list[Fact]:
        """The facts of these kinds."""
        return [fact for fact in self.facts if fact.kind in kinds]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Characters of the words `first` to `last` (exclusive)."""
        return self.words[first].start, self.words[last - 1].end


@lru_cache(maxsize=20_000)
def read(text: str) -> Wording:
    """The wording of a text; the same object for the same text, as most copies have it."""
    words = tuple(words_in(text))
    found = numbers(words)
    if not _is_english(words):
        return Wording(text, words, tuple(found), frozenset(), frozenset())
    named = names(words)
    found += [*named, *negations(words), *modalities(words), *attributions(words, named)]
    found.sort(key=lambda fact: (fact.first, fact.last, fact.kind))
    return Wording(text, words, tuple(found), frozenset(implied_negations(words)), frozenset(hedges(words)))


def _is_english(words: tuple[Word, ...]) -> bool:
    real = [word for word in words if not word.is_mark]
    if len(real) <= FEW and all(word.text.replace("’", "'").isascii() for word in real):
        return True
    return sum(word.is_function for word in real) >= ENGLISH * len(real)
