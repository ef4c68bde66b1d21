"""Texts to fingerprints: what finding and comparing articles needs, as numbers, in one pass over many texts.

The words of all texts stand end to end in arrays, so that the work for each article is that of NumPy on its words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pyarrow as pa

from retold.model import Fingerprint
from retold.schema import schema_of
from retold.stories.coding import (
    CAPITAL,
    CLOSED_BY,
    DIGIT,
    HASH,
    LINE_END,
    LOWER,
    MARK,
    QUOTATION,
    QUOTATION_MARKS,
    RARITY,
    RARITY_BITS,
    SENTENCE_END,
    SOUND_BEGINS,
    TEXT_END,
    coded,
)
from retold.stories.lexicon import HASH_BITS
from retold.stories.lists import Lists, differs, lists_in, lists_of, sets_of
from retold.stories.word_runs import TRIGRAMS, Flags, Ids, runs, skip_trigrams
from retold.text.bodies import body_of

# Keys an article is found by: its strongest stems. Of cut renditions (WMT21 ru, is) among 100,000 mixed articles .976
# and .978 are candidates with 24, .985 and .987 with 30 (bench/candidates.py).
KEYS = 30

# One in this many runs is kept as a key. Two reporters who share a quotation of ten words share six runs and miss
# each other once in eleven times; a copy of four sentences shares some 80 runs and is missed once in 170 times.
QUOTED_SAMPLE = 3
TOLD_SAMPLE = 16

# Words of narration below which quotations are counted too: a text that is one long quotation has no other.
LEAST_NARRATION = 30

# Skip-trigrams kept of a text, those with the lowest hashes: of a text of up to 100 words all are.
SKETCH = 1024

_WEIGHT_UNITS = 16
_WEIGHT_BITS = 16
_HEAVIEST = (1 << _WEIGHT_BITS) - 1


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of many texts; the fields are explained in `retold.model.Fingerprint`."""

    keys: Lists
    phrases: Lists
    stems: Lists
    weights: Lists
    names: Lists
    numbers: Lists
    quotations: Lists
    phrasing: Lists
    sounds: Lists
    phrasing_below: Ids
    language: Ids


_LISTS = ("keys", "phrases", "stems", "weights", "names", "numbers", "quotations", "phrasing", "sounds")
_NUMBERS = ("phrasing_below", "language")


def fingerprint_table(ids: pa.Array, days: pa.Array, prints: Prints) -> pa.Table:
    """Rows of `Fingerprint`. ids, days: those of the texts in order."""
    schema = schema_of(Fingerprint)
    lists = [getattr(prints, name).column(schema.field(name).type) for name in _LISTS]
    numbers = [pa.array(getattr(prints, name), pa.int32()) for name in _NUMBERS]
    return pa.Table.from_arrays([ids, days, *lists, *numbers], schema=schema)


def prints_in(table: pa.Table) -> Prints:
    """The fingerprints of a table with rows of `Fingerprint`."""
    columns: dict[str, Any] = {name: lists_in(table, name) for name in _LISTS}
    columns |= {name: table.column(name).to_numpy().astype(np.int64) for name in _NUMBERS}
    return Prints(**columns)


def prints_of(texts: Sequence[str], languages: Sequence[str | None]) -> Prints:
    """Fingerprints of texts in order; only their bodies count.

    A language that is not known is read as English: its rare words then stay rare and its names names.
    """
    codes = (coded(body_of(text), language or "en") for text, language in zip(texts, languages, strict=True))
    words = _words(np.frombuffer(b"".join(codes), np.int64))
    return _prints(words, np.array([language_number(language) for language in languages], np.int64))


def language_number(language: str | None) -> int:
    """A language's code as a number, 0 where it is not known."""
    return int.from_bytes((language or "").encode()[:3], "big")


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of all texts, end to end: their text, stem, rarity, and what they are."""

    text: Ids
    stem: Ids
    rarity: Ids
    name: Flags
    number: Flags
    quoted: Flags
    sound: Ids


def _words(stream: Ids) -> _Words:
    """The words of a stream of codes."""
    text: Ids = np.cumsum(stream == TEXT_END)
    places = np.flatnonzero(stream < MARK)
    code = stream[places]
    before = np.concatenate([[TEXT_END], stream[:-1]])[places]
    begins = _begins(stream, places)
    return _Words(
        text=text[places],
        stem=code & HASH,
        rarity=(code >> HASH_BITS) & RARITY,
        # At the beginning of a sentence or a quotation a capital says nothing.
        name=(code & CAPITAL > 0) & ~begins & (before < QUOTATION),
        number=code & DIGIT > 0,
        quoted=_quoted(stream)[places],
        # A word that has neither a capital nor a small letter may be a name wherever it stands.
        sound=(code >> SOUND_BEGINS) * ((code & CAPITAL == 0) | ~begins & (before < QUOTATION)),
    )


def _begins(stream: Ids, places: Ids) -> Flags:
    """Which words begin a sentence: after the end of a line, or after a stop unless they have a small letter."""
    lines = np.cumsum((stream == LINE_END) | (stream == TEXT_END))[places]
    stops = np.cumsum(stream == SENTENCE_END)[places]
    stopped = np.diff(stops, prepend=0) > 0
    return np.asarray((np.diff(lines, prepend=-1) > 0) | (stopped & (stream[places] & LOWER == 0)))


def _quoted(stream: Ids) -> Flags:
    """Which places of the stream lie within quotation marks. A quotation ends with its line at the latest."""
    marks = np.flatnonzero((stream >= MARK) & (stream != SENTENCE_END))
    change = np.zeros(len(stream) + 1, dtype=np.int8)
    opened = ""
    for place, code in zip(marks.tolist(), stream[marks].tolist(), strict=True):
        mark, opens_nothing = divmod(code - QUOTATION, 2)
        closes = code < QUOTATION or QUOTATION_MARKS[mark] in CLOSED_BY.get(opened, "")
        if opened and closes:
            change[place] -= 1
            opened = ""
        elif not opened and code >= QUOTATION and not opens_nothing:
            change[place] += 1
            opened = QUOTATION_MARKS[mark]
    return np.asarray(np.cumsum(change)[:-1] > 0)


def _prints(words: _Words, language: Ids) -> Prints:
    count = len(language)
    rare = words.rarity > 0
    narrated = _narrated(words, count)
    stems = _stems(words.text[rare], words.stem[rare], words.rarity[rare], count)
    told, told_text = runs(words.stem, words.text, narrated)
    said, said_text = runs(words.stem, words.text, words.quoted)
    kept_told, kept_said = told % TOLD_SAMPLE == 0, said % QUOTED_SAMPLE == 0
    unnamed = narrated & ~words.name
    told_by = words.text[unnamed]
    limit = np.minimum(SKETCH / np.maximum(1, TRIGRAMS * np.bincount(told_by, minlength=count)), 1) * HASH
    complete_below = limit.astype(np.int64)
    named, numbered, sounding = rare & words.name, rare & words.number, words.sound > 0
    return Prints(
        keys=stems.strongest(),
        phrases=sets_of(
            np.concatenate([said[kept_said], told[kept_told]]),
            np.concatenate([said_text[kept_said], told_text[kept_told]]),
            count,
        ),
        stems=lists_of(stems.stem, stems.text, count),
        weights=lists_of(stems.rarity, stems.text, count),
        names=sets_of(words.stem[named], words.text[named], count),
        numbers=sets_of(words.stem[numbered], words.text[numbered], count),
        quotations=sets_of(said, said_text, count),
        phrasing=sets_of(*skip_trigrams(words.stem[unnamed], told_by, complete_below[told_by]), count),
        sounds=sets_of(words.sound[sounding], words.text[sounding], count),
        phrasing_below=complete_below,
        language=language,
    )


def _narrated(words: _Words, count: int) -> Flags:
    """Which words are narration: those outside quotation marks, or all where there are hardly any."""
    outside = np.bincount(words.text[~words.quoted], minlength=count)
    return ~words.quoted | (outside < LEAST_NARRATION)[words.text]


@dataclass(frozen=True, slots=True)
class _Stems:
    """The distinct rare stems of all texts, sorted by text and stem, with how often each stands there."""

    text: Ids
    stem: Ids
    rarity: Ids
    number: Ids
    texts: int

    def strongest(self) -> Lists:
        """The stems that characterise each text most: by rarity and, less than in proportion, by number."""
        weight = np.rint((1 + np.log(self.number)) * self.rarity * _WEIGHT_UNITS).astype(np.int64)
        place = np.arange(len(weight))
        order = np.sort((self.text << _WEIGHT_BITS | (_HEAVIEST - weight)) << HASH_BITS | self.stem)
        text = order >> (HASH_BITS + _WEIGHT_BITS)
        chosen = place - np.searchsorted(text, text) < KEYS
        keys = order[chosen] & HASH
        return lists_of(keys | self._rarity(text[chosen], keys) << HASH_BITS, text[chosen], self.texts)

    def _rarity(self, text: Ids, stem: Ids) -> Ids:
        found = np.searchsorted(self.text << HASH_BITS | self.stem, text << HASH_BITS | stem)
        return self.rarity[found]


def _stems(text: Ids, stem: Ids, rarity: Ids, count: int) -> _Stems:
    every = np.sort((text << HASH_BITS | stem) << RARITY_BITS | rarity)
    first = np.flatnonzero(differs(every >> RARITY_BITS))
    packed = every[first]
    return _Stems(
        text=packed >> (HASH_BITS + RARITY_BITS),
        stem=(packed >> RARITY_BITS) & HASH,
        rarity=packed & RARITY,
        number=np.diff(first, append=len(every)),
        texts=count,
    )
