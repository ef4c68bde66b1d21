"""The gold sentences for events, and which of their trigger families were kept aside while the coder was made.

A family is what the sentence says happened, without who: the word that governs the annotated source and target, and
its object where that is not one of the two ("impose sanctions"). One family in five was kept aside before the first
pattern was written: nobody read their sentences, and no error of theirs was mended.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gold import rows
from retold.reading.article import read_text
from retold.reading.parse import Reading, Word
from retold.reading.parser import Parser, parser_named

RESERVED = 5
# Names of older PLOVER versions, as design.md and the data's README have them.
RENAMED = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}
YIELD = {"CONCEDE": "YIELD", "RETREAT": "YIELD"}
"""The two types that ZSP has as one."""

_SPAN = re.compile(r"</?[st]>")
_AUXILIARY = frozenset({"aux", "auxpass"})


@dataclass(frozen=True, slots=True)
class GoldActor:
    """An actor as annotated; `country` in three letters, `sector` as PLOVER has it."""

    text: str
    country: str | None
    sector: str | None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """A sentence with its one annotated event. `family`: of its trigger; `reserved`: kept aside while tuning."""

    name: str
    text: str
    event_type: str
    sources: tuple[GoldActor, ...]
    targets: tuple[GoldActor, ...]
    source_span: tuple[int, int] | None
    target_span: tuple[int, int] | None
    family: str
    reserved: bool


def gsr() -> list[GoldEvent]:
    """PLOVER's gold records, with the types' names of today."""
    parser = parser_named()
    found = []
    for row in rows("events/plover_gsr_cameo"):
        event = row["events"][0]
        words = list(re.findall(r"\(EVT[^:()]*: ([^()]*)\)", row["markup"]))
        family = _family_of_words(words or [event["event_text"] or ""], parser)
        found.append(
            GoldEvent(
                row["id"],
                row["text"],
                RENAMED.get(event["type"], event["type"]),
                _actors(event["source"]),
                _actors(event["target"]),
                None,
                None,
                family,
                _kept_aside(family),
            )
        )
    return found


def _actors(annotated: Iterable[dict[str, Any]]) -> tuple[GoldActor, ...]:
    return tuple(GoldActor(one["text"], one["code"], one["sector"]) for one in annotated)


def _family_of_words(words: Sequence[str], parser: Parser) -> str:
    """The lemmas of the first and the last marked word."""
    parse = parser.parse(["family"], [" ".join(words)])[0]
    lemmas = [lemma.lower() for lemma, pos in zip(parse.lemmas, parse.pos, strict=True) if pos != "PUNCT"]
    return " ".join(dict.fromkeys((lemmas[0], lemmas[-1]))) if lemmas else ""


def zsp() -> list[GoldEvent]:
    """ZSP's sentences; the spans are in places of the sentence without its marks."""
    parser = parser_named()
    return [_zsp_event(row, parser) for row in rows("events/plv_zsp_train")]


def _zsp_event(row: dict[str, Any], parser: Parser) -> GoldEvent:
    text, spans = _without_marks(row["marked"])
    event = row["events"][0]
    family = _family(text, spans.get("s"), spans.get("t"), parser)
    return GoldEvent(
        row["id"],
        text,
        event["type"],
        (GoldActor(event["source"], None, None),),
        (GoldActor(event["target"], None, None),),
        spans.get("s"),
        spans.get("t"),
        family,
        _kept_aside(family),
    )


def _without_marks(marked: str) -> tuple[str, dict[str, tuple[int, int]]]:
    parts: list[str] = []
    spans: dict[str, tuple[int, int]] = {}
    begun: dict[str, int] = {}
    length = place = 0
    for mark in _SPAN.finditer(marked):
        parts.append(marked[place : mark.start()])
        length += len(parts[-1])
        place = mark.end()
        name = mark[0].strip("</>")
        if "/" in mark[0]:
            spans.setdefault(name, (begun.pop(name, length), length))
        else:
            begun[name] = length
    parts.append(marked[place:])
    return "".join(parts), spans


def _kept_aside(family: str) -> bool:
    return int(sha256(family.encode()).hexdigest(), 16) % RESERVED == 0


def _family(text: str, source: tuple[int, int] | None, target: tuple[int, int] | None, parser: Parser) -> str:
    """The lemma of the word that governs both spans, and of its object where that is neither."""
    best: Reading | None = None
    for reading in readings(text, parser):
        if any(_within(word, source) for word in reading):
            best = reading
    if best is None:
        return ""
    verb = _governing(best, _head_of(best, source), _head_of(best, target))
    thing = best.child(verb, "dobj", "obj", "nsubjpass")
    if thing is None or _within(thing, source) or _within(thing, target):
        return verb.lemma.lower()
    return f"{verb.lemma.lower()} {thing.lemma.lower()}"


def readings(text: str, parser: Parser) -> Iterator[Reading]:
    """The sentences of a text, parsed."""
    return (read.reading for read in read_text(text, parser).sentences)


def _within(word: Word, span: tuple[int, int] | None) -> bool:
    return span is not None and span[0] <= word.start < span[1]


def _head_of(reading: Reading, span: tuple[int, int] | None) -> Word | None:
    """The word of the span that hangs on none of its others."""
    inside = [word for word in reading if _within(word, span)]
    return next(
        (word for word in inside if not _within(reading.head(word), span) or word.head == word.place), None
    )


def _governing(reading: Reading, source: Word | None, target: Word | None) -> Word:
    """The nearest word above both that is a verb, or the root."""
    ours = [source, *reading.above(source)] if source else []
    theirs = {word.place for word in ([target, *reading.above(target)] if target else ours)}
    for word in ours:
        if (
            word is not source
            and word.place in theirs
            and word.pos in ("VERB", "AUX")
            and word.dep not in _AUXILIARY
        ):
            return word
    return ours[-1] if ours else next(iter(reading))
