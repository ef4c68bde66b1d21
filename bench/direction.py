"""Who did it to whom: Retold's direction of given pairs beside the order of words, in one run.

    .venv/bin/python bench/direction.py [--errors]

Pairs of WikiEvents that stand in the relation annotated, with the word that tells it. *Right*: there is an event
from the source to the target and none back; *reversed*: the other way round; *mutual*: in both directions; the rest
is undecided. *Actors*: neither is a device, a thing or a place. Repeated words are taken where source, target and
trigger stand nearest to each other. *Read*: every second pair, whose errors were looked at while the method was made;
of the others only figures were seen.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from gold import rows
from retold.coding.article import found_events, sentence_events
from retold.coding.between.between import Between
from retold.model import EventMention, Mention, Span
from retold.reading.article import read_text
from retold.reading.parser import parser_named

Stretch = tuple[int, int]
"""From a character to one (exclusive)."""
Outcome = Literal["right", "mutual", "reversed", "undecided"]
Method = Callable[[str, Stretch, Stretch, Stretch], Outcome]
"""Text, source, target and trigger to the direction found."""

OUTCOMES: tuple[Outcome, ...] = ("right", "mutual", "reversed", "undecided")
# Roles whose bearers act in no event of PLOVER's.
NO_ACTORS = frozenset(
    ("Artifact", "Destination", "ExplosiveDevice", "Instrument", "Origin", "Place", "Vehicle")
)
# Words before the trigger among which a form of "be" makes it passive.
AUXILIARIES_REACH = 4
_BE = frozenset(("is", "are", "was", "were", "be", "been", "being"))


@dataclass(frozen=True, slots=True)
class Case:
    """A pair that stands in a relation, and whether both are actors."""

    name: str
    text: str
    source: Stretch
    target: Stretch
    trigger: Stretch
    roles: tuple[str, str]

    @property
    def actors(self) -> bool:
        return NO_ACTORS.isdisjoint(self.roles)


def cases() -> list[Case]:
    """The pairs that hold, of those whose words are found in the text."""
    found = []
    for row in rows("events/aw_wikievents_train"):
        for event in row["events"]:
            roles, words = zip(*(event[side].split(":", 1) for side in ("source", "target")), strict=True)
            spans = _nearest(row["text"], (*words, event["trigger"])) if event["holds"] == "1" else None
            if spans is not None:
                found.append(Case(row["id"], row["text"], *spans, (roles[0], roles[1])))
    return found


def _nearest(text: str, phrases: Sequence[str]) -> tuple[Stretch, Stretch, Stretch] | None:
    """The places of source, target and trigger that lie closest together; source and target do not overlap."""
    source, target, trigger = (_places(text, phrase) for phrase in phrases)
    every = [
        (max(one[1], other[1], word[1]) - min(one[0], other[0], word[0]), (one, other, word))
        for one, other, word in itertools.product(source, target, trigger)
        if not _touch(one, other)
    ]
    return min(every)[1] if every else None


def _places(text: str, phrase: str) -> list[Stretch]:
    """Where a phrase stands, as whole words if it does so anywhere."""
    sought = re.escape(phrase)
    whole = [found.span() for found in re.finditer(rf"(?<!\w){sought}(?!\w)", text)]
    return whole or [found.span() for found in re.finditer(sought, text)]


def _touch(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


@cache
def told(text: str) -> Between:
    """What a text tells of its pairs."""
    article = read_text(text, parser_named())
    return Between(article, sentence_events(article))


def by_trigger(text: str, source: Stretch, target: Stretch, trigger: Stretch) -> Outcome:
    """By what the trigger tells."""
    return _outcome(text, source, target, trigger)


def untold(text: str, source: Stretch, target: Stretch, _trigger: Stretch) -> Outcome:
    """By what anything in the text tells."""
    return _outcome(text, source, target, None)


def _outcome(text: str, source: Stretch, target: Stretch, trigger: Stretch | None) -> Outcome:
    """Whether there is an event from the source to the target, and the other way round."""
    word = Span(*trigger) if trigger else None
    forward = told(text).event(Span(*source), Span(*target), word) is not None
    backward = told(text).event(Span(*target), Span(*source), word) is not None
    if forward and backward:
        return "mutual"
    return "right" if forward else "reversed" if backward else "undecided"


def coded(text: str, source: Stretch, target: Stretch, trigger: Stretch) -> Outcome:
    """Of the events that the coder has, told by the trigger or nearest to it, the first that decides."""
    mentions = [one.mention for one in told(text).told.mentions]
    ordered = sorted(
        _rows(text), key=lambda event: _distance((event.trigger_start, event.trigger_end), trigger)
    )
    for event in ordered:
        ours, theirs = (_roles(event, span, mentions) for span in (source, target))
        forward = "source" in ours and "target" in theirs
        backward = "target" in ours and "source" in theirs
        if forward != backward:
            return "right" if forward else "reversed"
        if forward or ("source" in ours and "source" in theirs):
            return "mutual"
    return "undecided"


@cache
def _rows(text: str) -> tuple[EventMention, ...]:
    return found_events(told(text).article).events


def _distance(one: Stretch, other: Stretch) -> int:
    """Characters between two stretches, 0 where they touch."""
    return max(0, one[0] - other[1], other[0] - one[1])


def _roles(event: EventMention, span: Stretch, mentions: Iterable[Mention]) -> set[str]:
    """What a stretch is in an event: by the shortest argument there, else by the actor named there."""
    played = [one for one in event.arguments if one.role in ("source", "target")]
    there = [one for one in played if _touch((one.start, one.end), span)]
    if there:
        shortest = min(one.end - one.start for one in there)
        return {one.role for one in there if one.end - one.start == shortest}
    ids = {one.actor_id for one in mentions if _touch((one.start, one.end), span) and one.actor_id}
    return {one.role for one in played if one.actor_id in ids}


def by_first(_text: str, source: Stretch, target: Stretch, _trigger: Stretch) -> Outcome:
    """Whoever is named first."""
    return "right" if source < target else "reversed"


def by_order(_text: str, source: Stretch, target: Stretch, trigger: Stretch) -> Outcome:
    """Whoever stands before the trigger, if the other stands behind it."""
    if source[1] <= trigger[0] and trigger[1] <= target[0]:
        return "right"
    return "reversed" if target[1] <= trigger[0] and trigger[1] <= source[0] else "undecided"


def by_order_and_voice(text: str, source: Stretch, target: Stretch, trigger: Stretch) -> Outcome:
    """The same, turned where the trigger has a form of "be" before it and "by" behind it."""
    found = by_order(text, source, target, trigger)
    before = text[: trigger[0]].lower().split()[-AUXILIARIES_REACH:]
    between = text[trigger[1] : max(source[0], target[0])].lower().split()
    if found == "undecided" or _BE.isdisjoint(before) or "by" not in between:
        return found
    return "reversed" if found == "right" else "right"


METHODS: dict[str, Method] = {
    "Retold, trigger given": by_trigger,
    "Retold, trigger not given": untold,
    "events of Retold's coder alone": coded,
    "whoever is named first": by_first,
    "order of words about the trigger": by_order,
    "the same, passives turned": by_order_and_voice,
}


def lines(chosen: Sequence[Case]) -> Iterator[str]:
    """Shares of outcomes by method, and of the right ones among those decided."""
    yield f"| | {' | '.join(OUTCOMES)} | right of right and reversed |"
    yield "|---|---|---|---|---|---|"
    for name, method in METHODS.items():
        found = Counter(method(case.text, case.source, case.target, case.trigger) for case in chosen)
        shares = " | ".join(f"{found[outcome] / len(chosen):.3f}" for outcome in OUTCOMES)
        decided = found["right"] + found["reversed"]
        yield f"| {name} | {shares} | {found['right'] / max(1, decided):.3f} |"


def errors(chosen: Iterable[Case]) -> Iterator[str]:
    """The pairs that are not right with the trigger given."""
    for case in chosen:
        found = by_trigger(case.text, case.source, case.target, case.trigger)
        if found != "right":
            source, trigger, target = (
                case.text[slice(*span)] for span in (case.source, case.trigger, case.target)
            )
            yield f"{case.name} {found}: {source!r} {trigger!r} {target!r} in: {case.text}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    every = cases()
    actors = [case for case in every if case.actors]
    parts = {
        "actor to actor": actors,
        "actor to actor, read": [case for case in every[1::2] if case.actors],
        "actor to actor, not read": [case for case in every[::2] if case.actors],
        "all that hold": every,
    }
    for name, chosen in parts.items():
        print(f"\n**{name}** ({len(chosen)} pairs)\n")
        print("\n".join(lines(chosen)))
    if parser.parse_args().errors:
        print()
        print("\n".join(errors(parts["actor to actor, read"])))


if __name__ == "__main__":
    main()
