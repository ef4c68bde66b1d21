"""Codes of predicates that no pattern knows: each word of the lexicon hidden in turn; false alarms.

    .venv/bin/python bench/fallback.py

"word": a word is asked for in one of its frames while the lexicon has none of its patterns. "row": none of the words
of that frame's row either, so that no synonym is left to help. Right is a code with the frame's type, of all codes,
also of those of frames that are no event. Beside it the plain alternative: the type whose definition and rules share
most with the predicate's words, by inverse frequency. "gold": the same with the words and objects of gold sentences
(none that were kept aside), where the coder is right by a pattern and that word is hidden. Last, codes by likeness in
sentences without an event, and how long one takes.

Word vectors, measured on 2026-11-22 in the same way ("word") by nearest neighbours with objects and prepositions
weighed in, right among the 200 surest: objects and prepositions alone .64; wordllama 0.4 (16 MB) .54; GloVe 50
(80 MB) .66; WordNet's synonyms and what is above them (31 MB) .71. Of a rare verb, wordllama knows the pieces of its
spelling. None pays for its size: of 372 unknown verbs with two actors in 168 news articles about one in thirty is an
event.
"""

from __future__ import annotations

import math
import random
import time
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from Stemmer import Stemmer

from event_gold import gsr, zsp
from events import events_in
from retold.coding.codebook.codebook import codebook
from retold.coding.lexicon.patterns import Pattern
from retold.coding.meaning import Meaning
from retold.coding.similarity import Alike, Predicate, likely_code, likenesses, row_of
from retold.reading.article import read_text
from retold.reading.parser import parser_named
from retold.text import tokens

SEED = 7
WORDS_OF_A_ROW = 3
STEPS = (0.6, 0.8)
SENTENCES = Path(__file__).parents[1] / "tests" / "coding" / "event_sentences.toml"


@dataclass(frozen=True, slots=True)
class Asked:
    """A predicate in a frame of the lexicon, and the type it has there; None: no event."""

    predicate: Predicate
    row: str
    event_type: str | None


def asked() -> list[Asked]:
    """Some words of each row, with one of the words that its frame allows."""
    rng = random.Random(SEED)
    found = []
    for pattern, words in likenesses().rows:
        if pattern.part != "adjective":
            chosen = rng.sample(sorted(words), min(WORDS_OF_A_ROW, len(words)))
            found += [
                Asked(_framed(word, pattern, rng), row_of(pattern), pattern.event_type) for word in chosen
            ]
    return found


def _framed(word: str, pattern: Pattern, rng: random.Random) -> Predicate:
    thing = pattern.thing
    things = (rng.choice(sorted(thing.lemmas)),) if thing and thing.lemmas else ()
    links = [
        (name, rng.choice(sorted(needed.lemmas)) if needed.lemmas else "")
        for name, needed in pattern.prepositions[:1]
    ]
    acted = not things and not (thing and thing.nothing)
    return Predicate(word, "noun" if pattern.part == "noun" else "verb", things, tuple(links), acted)


def hidden(word: str, row: str | None) -> Alike:
    """The lexicon without a word, or without a whole row as well."""
    known = likenesses()
    gone = {word} | {one for pattern, words in known.rows if row == row_of(pattern) for one in words}
    rows = tuple(
        (pattern, frozenset[str]() if row_of(pattern) == row else words) for pattern, words in known.rows
    )
    return replace(
        known,
        rows=rows if row else known.rows,
        words={key: patterns for key, patterns in known.words.items() if key[1] not in gone},
    )


class Definitions:
    """The plain alternative: words that a type's definition shares with a predicate."""

    def __init__(self) -> None:
        self._stem = Stemmer("english").stemWord
        texts = {name: " ".join((kind.definition, *kind.includes)) for name, kind in codebook().types.items()}
        self._words = {name: set(self._stems(text)) for name, text in texts.items()}
        self._in = Counter(word for words in self._words.values() for word in words)

    def _stems(self, text: str) -> Iterator[str]:
        yield from (self._stem(token.text.lower()) for token in tokens(text))

    def nearest(self, predicate: Predicate) -> tuple[str, float] | None:
        asked_for = {self._stem(word) for word in (predicate.lemma, *predicate.things)}
        scores = {
            name: sum(math.log(1 + len(self._words) / self._in[word]) for word in asked_for & words)
            for name, words in self._words.items()
        }
        best = max(scores, key=lambda name: scores[name])
        return (best, scores[best]) if scores[best] else None


Row = tuple[str | None, float, str | None]
"""What was told, how surely, and what is right."""


def show(name: str, rows: Iterable[Row]) -> None:
    every = list(rows)
    events = [one for one in every if one[2] is not None]
    for step in STEPS:
        told = [one for one in every if one[0] is not None and one[1] >= step]
        right = sum(one[0] == one[2] for one in told)
        alarms = sum(one[2] is None for one in told)
        print(
            f"| {name} | {step:.1f} | {len(told)} | {right / max(1, len(told)):.3f}"
            f" | {right / max(1, len(events)):.3f} | {alarms / max(1, len(every) - len(events)):.3f} |"
        )


def left_out(every: Iterable[Asked], with_row: bool) -> Iterator[tuple[str, Row]]:
    """Each way of likeness and what it told."""
    for one in every:
        found = likely_code(one.predicate, hidden(one.predicate.lemma, one.row if with_row else None))
        if found is None:
            yield "", (None, 0.0, one.event_type)
        else:
            way = f"made of a word, {one.predicate.part}" if found.similarity == 1.0 else "by company"
            yield way, (found.code.event_type, found.similarity, one.event_type)


def in_gold() -> Iterator[Row]:
    for gold in (*gsr(), *zsp()):
        if gold.reserved:
            continue
        found = events_in(read_text(gold.text, parser_named()), "plover")
        top = max(found, key=lambda one: one.confidence, default=None)
        if top is None or top.meaning.operator or top.code.event_type != gold.event_type:
            continue
        predicate = _of_meaning(top.meaning)
        like = likely_code(predicate, hidden(predicate.lemma, None))
        yield (
            (like.code.event_type, like.similarity, gold.event_type) if like else (None, 0.0, gold.event_type)
        )


def _of_meaning(meaning: Meaning) -> Predicate:
    """Its words; what the coder took for its object stands in the trigger."""
    part = "verb" if meaning.head.pos in ("VERB", "AUX") else "noun"
    things = tuple(word.lemma.lower() for word in meaning.trigger if word.place != meaning.head.place)
    return Predicate(meaning.head.lemma.lower(), "verb" if part == "verb" else "noun", things, (), not things)


def false_alarms() -> None:
    content = tomllib.loads(SENTENCES.read_text(encoding="utf-8"))
    texts = [text for part in content["none"].values() for text in part]
    found = [
        rule
        for text in texts
        for event in events_in(read_text(text, parser_named()), "plover")
        for rule in event.rules
        if rule.startswith("like:")
    ]
    print(f"\ncodes by likeness in {len(texts)} sentences without an event: {len(found)} {found}")


def speed(every: list[Asked]) -> None:
    likenesses.cache_clear()
    began = time.perf_counter()
    likenesses()
    loaded = time.perf_counter()
    for one in every:
        likely_code(replace(one.predicate, lemma=f"{one.predicate.lemma}x"))
    took = time.perf_counter() - loaded
    print(
        f"loaded in {1000 * (loaded - began):.0f} ms, {1e6 * took / len(every):.0f} microseconds a predicate"
    )


def main() -> None:
    every = asked()
    print(
        "| hidden | similarity at least | codes | right | of all events | codes of no events |\n"
        "|---|---|---|---|---|---|"
    )
    for name, with_row in (("word", False), ("row", True)):
        found = list(left_out(every, with_row))
        show(f"{name}, all", (row for _, row in found))
        for way in ("by company", "made of a word, verb", "made of a word, noun"):
            show(f"{name}, {way}", (row for one, row in found if one in (way, "")))
    definitions = Definitions()
    nearest = [(definitions.nearest(one.predicate), one.event_type) for one in every]
    show(
        "nearest definition",
        ((near[0] if near else None, near[1] if near else 0.0, right) for near, right in nearest),
    )
    show("gold, word", in_gold())
    false_alarms()
    speed(every)


if __name__ == "__main__":
    main()
