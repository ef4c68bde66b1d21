"""Event types, countries and extra events: the coder beside plain methods, in one run.

    .venv/bin/python bench/events.py [--errors N] [--profile NAME]

The gold records of PLOVER (16 types) and ZSP's training sentences (15: CONCEDE and RETREAT are one), a sentence in
and no spans given: right is a sentence whose surest event has the annotated type. "kept aside" are the trigger
families that nobody looked at while the coder was made (event_gold.py). Countries are right where one of the event's
sources and one of its targets have an annotated country; extra events are those above the default threshold beside
the gold one, of one type and source counted once. The alternative takes the type of the nearest training sentence by
its words (TF-IDF, five folds by sentence, and by trigger family, where it cannot remember the phrase).
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from event_gold import YIELD, GoldEvent, gsr, zsp
from event_words import right_by_words
from retold.actors.mentions import mentions_in
from retold.coding.coder import THRESHOLD, CodedEvent, events_of
from retold.reading.article import ReadArticle, read_text
from retold.reading.parser import parser_named

PROFILES = ("plover", "gold-cameo")
NO_EVENT = "none"
# The gold has one code for all organisations of states.
_ORGANISATIONS = {"UNO": "IGO", "EUR": "IGO"}


@dataclass(frozen=True, slots=True)
class Coded:
    """A gold event and what the coder finds in its sentence, the surest first."""

    gold: GoldEvent
    found: tuple[CodedEvent, ...]

    @property
    def top(self) -> CodedEvent | None:
        return self.found[0] if self.found else None


def coded(gold: GoldEvent, profile: str) -> Coded:
    found = events_in(read_text(gold.text, parser_named()), profile)
    return Coded(gold, tuple(sorted(found, key=lambda one: -one.confidence)))


def events_in(article: ReadArticle, profile: str) -> list[CodedEvent]:
    mentions = mentions_in(article)
    return [
        event
        for read in article.sentences
        for event in events_of(
            read.reading,
            [one for one in mentions if one.mention.sentence == read.sentence.sentence],
            article.text,
            profile,
        )
    ]


def type_of(one: Coded, roots: int) -> str:
    if one.top is None:
        return NO_EVENT
    return (
        YIELD.get(one.top.code.event_type, one.top.code.event_type)
        if roots == 15
        else one.top.code.event_type
    )


def accuracy(rows: Sequence[Coded], roots: int) -> float:
    return sum(type_of(one, roots) == one.gold.event_type for one in rows) / max(1, len(rows))


def macro(rows: Sequence[Coded], roots: int) -> float:
    """Mean of F1 over the types of the gold."""
    return sum(by_type(rows, roots).values()) / max(1, len({one.gold.event_type for one in rows}))


def by_type(rows: Sequence[Coded], roots: int) -> dict[str, float]:
    right = Counter(one.gold.event_type for one in rows if type_of(one, roots) == one.gold.event_type)
    told = Counter(type_of(one, roots) for one in rows)
    gold = Counter(one.gold.event_type for one in rows)
    return {name: 2 * right[name] / (told[name] + gold[name]) for name in sorted(gold)}


def interval(rows: Sequence[Coded], score: Callable[[Sequence[Coded]], float]) -> tuple[float, float]:
    """Where the score lies in 95 of 100 samples of the rows with replacement."""
    rng = random.Random(7)
    found = sorted(score([rng.choice(rows) for _ in rows]) for _ in range(300))
    return found[7], found[-8]


def countries(event: CodedEvent | None, role: str) -> set[str]:
    if event is None:
        return set()
    return {_ORGANISATIONS.get(country, country) for country in event.countries(role)}


@dataclass(frozen=True, slots=True)
class Roles:
    """Shares of the records: each country right, both, these and the type, and the two the wrong way round."""

    source: float
    target: float
    both: float
    with_type: float
    swapped: float


def roles(rows: Sequence[Coded]) -> Roles:
    def share(test: Callable[[Coded], bool]) -> float:
        return sum(map(test, rows)) / max(1, len(rows))

    return Roles(
        share(_source_right),
        share(_target_right),
        share(lambda one: _source_right(one) and _target_right(one)),
        share(
            lambda one: type_of(one, 16) == one.gold.event_type and _source_right(one) and _target_right(one)
        ),
        share(_swapped),
    )


def _gold(one: Coded, role: str) -> set[str]:
    actors = one.gold.sources if role == "source" else one.gold.targets
    return {actor.country for actor in actors if actor.country}


def _source_right(one: Coded) -> bool:
    gold = _gold(one, "source")
    return not gold or bool(gold & countries(one.top, "source"))


def _target_right(one: Coded) -> bool:
    gold = _gold(one, "target")
    return not gold or bool(gold & countries(one.top, "target"))


def _swapped(one: Coded) -> bool:
    sources, targets = _gold(one, "source"), _gold(one, "target")
    if not sources or not targets or sources & targets:
        return False
    ours, theirs = countries(one.top, "source"), countries(one.top, "target")
    return bool(sources & theirs and targets & ours) and not (sources & ours)


def extras(rows: Sequence[Coded]) -> tuple[float, float]:
    """Events that are not in the gold per gold event, and the share of gold types among those told."""
    extra = hits = 0
    for one in rows:
        told = {
            (event.code.event_type, tuple(sorted(actor.mention.text for actor in event.sources)))
            for event in one.found
            if event.confidence >= THRESHOLD
        }
        hit = any(event_type == one.gold.event_type for event_type, _ in told)
        hits += hit
        extra += len(told) - hit
    return extra / len(rows), hits / len(rows)


def report(name: str, gold: Sequence[GoldEvent], roots: int, profile: str, errors: int) -> None:
    rows = [coded(one, profile) for one in gold]
    parts = {
        "all": rows,
        "looked at": [one for one in rows if not one.gold.reserved],
        "kept aside": [one for one in rows if one.gold.reserved],
    }
    for part, chosen in parts.items():
        low, high = interval(chosen, lambda some: macro(some, roots))
        print(
            f"| {name}, {profile} | {part} ({len(chosen)}) | {macro(chosen, roots):.3f} ({low:.2f}-{high:.2f})"
            f" | {accuracy(chosen, roots):.3f} |"
        )
    print(
        f"  by words alone: {right_by_words(gold, lambda one: one.text):.3f} of the sentences,"
        f" {right_by_words(gold, lambda one: one.family):.3f} by trigger family"
    )
    print(f"  by type: {' '.join(f'{key} {value:.2f}' for key, value in by_type(rows, roots).items())}")
    if roots == 16:
        found = roles(rows)
        extra, hits = extras(rows)
        print(
            f"  source {found.source:.3f} target {found.target:.3f} both {found.both:.3f}"
            f" with type {found.with_type:.3f} swapped {found.swapped:.3f}; extra {extra:.3f} at hits {hits:.3f}"
        )
    show_errors([one for one in parts["looked at"] if type_of(one, roots) != one.gold.event_type][:errors])


def show_errors(rows: Iterable[Coded]) -> None:
    for one in rows:
        print(f"\n{one.gold.event_type} expected: {one.gold.text}")
        for event in one.found:
            told = "; ".join(f"{part.role} {part.text!r}" for part in event.arguments)
            print(f"   {event.confidence:.2f} {event.code.event_type} {event.modality} {event.rules} {told}")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument(
        "--errors", type=int, default=0, help="print so many errors of the rows that may be read"
    )
    parser.add_argument("--profile", choices=PROFILES)
    options = parser.parse_args()
    print("| gold | part | macro F1 (95 %) | accuracy |\n|---|---|---|---|")
    for profile in [options.profile] if options.profile else PROFILES:
        report("PLOVER records", gsr(), 16, profile, options.errors)
        report("ZSP train", zsp(), 15, profile, options.errors)


if __name__ == "__main__":
    main()
