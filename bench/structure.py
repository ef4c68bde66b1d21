"""Actors in the right roles, told apart by the sentence alone: Retold beside plain alternatives, in one run.

    .venv/bin/python bench/structure.py [--errors]

PETRARCH's unit tests, whose actors are mostly from fiction; a list of them, made from the tests while this runs, goes
before Retold's own dictionary. Of a code the country counts, in three letters. Left out are pairs without an actor on
either side. An argument is who its actor is, or whoever is named in its words. *Swapped*: none of a row's pairs is
found, and one is the other way round; *other pairs*: found and not annotated; *nothing, rightly*: no pair in a row
that should give none. The alternatives have all names given: the subject of any verb acts on what else depends on it;
whoever is named first acts on the others.
"""

from __future__ import annotations

import argparse
import itertools
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.actors.dictionary import Dictionary, dictionary
from retold.actors.mentions import FoundMention
from retold.coding.article import found_events
from retold.coding.states import states_by_id
from retold.model import EventArgument, EventMention
from retold.reading.article import ReadArticle, read_text
from retold.reading.parse import Reading, Word
from retold.reading.parser import parser_named
from structure_gold import OF_TODAY, Case, Codes, Dyad, cases, dictionary_of, fiction

Place = tuple[int, int, Codes]
"""From a character to one (exclusive) stands the name of somebody with these codes."""

# What depends on a verb and tells of something else than what it does.
_APART = frozenset(("advcl", "ccomp", "parataxis", "aux", "auxpass", "punct", "mark"))
_SUBJECTS = ("nsubj", "nsubjpass")
# Types of talks and visits, held or agreed on: the tests code them from both sides.
_MUTUAL = frozenset(("CONSULT", "AGREE"))


@dataclass(frozen=True, slots=True)
class Coded:
    """A case with its text read, the places where names of known codes stand, and its events."""

    case: Case
    article: ReadArticle
    named: tuple[Place, ...]
    by_actor: Mapping[str, Codes]
    events: Sequence[EventMention]

    def within(self, start: int, end: int) -> Iterator[Codes]:
        """The codes of the names in a stretch."""
        return (codes for first, last, codes in self.named if start <= first and last <= end)


Method = Callable[[Coded], list[Dyad]]


def coded(case: Case, known: Dictionary, codes: Mapping[str, Codes]) -> Coded:
    """codes: by names of fiction, and by the countries they have."""
    article = read_text(case.text, parser_named(), published_at=case.day)
    told = found_events(article, known)
    invented = {one.mention: found for one in told.mentions if (found := _invented(one, codes))}
    real = {one.mention: found for one in told.mentions if (found := _real(one))}
    places = ((one.start, one.end, found) for one, found in real.items() if one not in invented)
    return Coded(
        case,
        article,
        tuple(_apart([*_names_of(codes, case.text), *places])),
        _states() | {one.actor_id: found for one, found in (real | invented).items() if one.actor_id},
        told.events,
    )


def _names_of(codes: Mapping[str, Codes], text: str) -> Iterator[Place]:
    """Where names of fiction stand, whether or not Retold finds them there."""
    names = "|".join(re.escape(name) for name in sorted(codes, key=len, reverse=True))
    return ((*found.span(), codes[found[0]]) for found in re.finditer(rf"(?<!\w)(?:{names})(?!\w)", text))


def _apart(named: Iterable[Place]) -> Iterator[Place]:
    """Of places that overlap the longest one, in order."""
    kept: list[Place] = []
    for place in sorted(named, key=lambda place: place[0] - place[1]):
        if all(place[1] <= other[0] or other[1] <= place[0] for other in kept):
            kept.append(place)
    return iter(sorted(kept, key=lambda place: place[0]))


def _invented(found: FoundMention, codes: Mapping[str, Codes]) -> Codes | None:
    """Of a name of fiction, or of somebody of a country of fiction."""
    keys = (found.mention.text, found.actor.name if found.actor else "", _country(found))
    return next((codes[key] for key in keys if key in codes), None)


def _real(found: FoundMention) -> Codes:
    """Of another actor's country, none where that is unknown."""
    return frozenset((_country(found), *OF_TODAY.get(_country(found), "").split())) - {""}


def _states() -> dict[str, Codes]:
    """The states that Retold infers, by their ids: South Korea's where shells fall on Seoul."""
    return {key: _real(one) for key, one in states_by_id(dictionary()).items()}


def _country(found: FoundMention) -> str:
    resolved = found.actor.resolved if found.actor else None
    return (resolved.country if resolved else None) or ""


def by_events(found: Coded) -> list[Dyad]:
    """The pairs of Retold's events; those who do something together, meet or visit act on each other."""
    dyads: list[Dyad] = []
    for event in found.events:
        sources, targets = (
            [codes for one in event.arguments if one.role == role for codes in _codes(found, one)]
            for role in ("source", "target")
        )
        together = all(one in sources for one in targets)
        dyads += itertools.permutations(sources, 2) if together else itertools.product(sources, targets)
        if event.literal_type == "CONSULT" and event.event_type in _MUTUAL and not together:
            dyads += itertools.product(targets, sources)
    return [(source, target) for source, target in dyads if source != target]


def _codes(found: Coded, argument: EventArgument) -> list[Codes]:
    """Of the actor an argument names, or of the names within it."""
    own = found.by_actor.get(argument.actor_id or "")
    return [own] if own else list(found.within(argument.start, argument.end))


def by_any_verb(found: Coded) -> list[Dyad]:
    """Of every verb: the names in its subject, or in the passive after "by", act on those in what else it has."""
    dyads: list[Dyad] = []
    for read in found.article.sentences:
        for verb in read.reading:
            if verb.pos == "VERB":
                subject, others = _about(verb, read.reading)
                sources, targets = (
                    [codes for word in side for codes in found.within(*read.reading.span(word))]
                    for side in (subject, others)
                )
                dyads += itertools.product(sources, targets)
    return dyads


def _about(verb: Word, reading: Reading) -> tuple[list[Word], list[Word]]:
    """What does, and what it is done to; of an infinitive the verb above has the subject."""
    below = [word for word in reading.children(verb) if word.dep not in _APART]
    subject = [word for word in below if word.dep == "agent"]
    bearer = verb
    while not subject and bearer.dep in ("xcomp", "acomp", "conj") and not reading.child(bearer, *_SUBJECTS):
        bearer = reading.head(bearer)
    subject = subject or [word for word in reading.children(bearer) if word.dep in _SUBJECTS]
    return subject, [word for word in below if word not in subject]


def with_any_verb(found: Coded) -> list[Dyad]:
    """Retold's events, and any verb where they give no pair."""
    return by_events(found) or by_any_verb(found)


def by_first(found: Coded) -> list[Dyad]:
    """Whoever is named first acts on all others."""
    codes = [one for _, _, one in found.named]
    return list(itertools.product(codes[:1], codes[1:]))


def by_names(found: Coded) -> list[Dyad]:
    """Each name on each other one: of the annotated pairs those that are named at all."""
    return list(itertools.permutations([codes for _, _, codes in found.named], 2))


METHODS: dict[str, Method] = {
    "Retold": by_events,
    "Retold, any verb where it codes nothing": with_any_verb,
    "subject of any verb": by_any_verb,
    "whoever is named first": by_first,
    "every name on every other": by_names,
}


def _is(found: Dyad, gold: Dyad) -> bool:
    return not found[0].isdisjoint(gold[0]) and not found[1].isdisjoint(gold[1])


def right(found: Iterable[Dyad], gold: Iterable[Dyad]) -> list[Dyad]:
    """The annotated pairs among those found."""
    dyads = list(found)
    return [pair for pair in gold if any(_is(dyad, pair) for dyad in dyads)]


def is_swapped(found: Iterable[Dyad], gold: Sequence[Dyad]) -> bool:
    """Whether no pair is right, and one is the other way round."""
    dyads = list(found)
    return not right(dyads, gold) and bool(right(((target, source) for source, target in dyads), gold))


def line(name: str, method: Method, every: Sequence[Coded]) -> str:
    told = [(method(one), one.case.dyads) for one in every if one.case.dyads]
    empty = [method(one) for one in every if not one.case.dyads]
    pairs = sum(len(gold) for _, gold in told)
    hits = [len(right(found, gold)) for found, gold in told]
    beside = sum(not right([one], gold) for found, gold in told for one in set(found))
    swapped = sum(is_swapped(found, gold) for found, gold in told)
    return (
        f"| {name} | {sum(hits) / pairs:.3f} | {sum(map(bool, hits)) / len(told):.3f} "
        f"| {sum(hit == len(gold) for hit, (_, gold) in zip(hits, told, strict=True)) / len(told):.3f} "
        f"| {swapped} | {beside / len(told):.2f} | {sum(not found for found in empty)} of {len(empty)} |"
    )


def _shown(dyads: Iterable[Dyad]) -> str:
    return ", ".join(f"{'/'.join(sorted(one))} > {'/'.join(sorted(other))}" for one, other in dyads) or "none"


def errors(every: Iterable[Coded]) -> Iterator[str]:
    """The rows of which a pair is missing, or which should give nothing."""
    for one in every:
        found, gold = by_events(one), one.case.dyads
        if len(right(found, gold)) < len(gold) or (found and not gold):
            swapped = "SWAPPED " if is_swapped(found, gold) else ""
            yield f"{one.case.name} {swapped}expected {_shown(gold)}; found {_shown(found)}: {one.case.text}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    chosen = cases()
    invented = fiction(chosen)
    known = dictionary_of(invented)
    codes = {key: one.codes for one in invented for key in (*one.names, one.country)}
    every = [coded(case, known, codes) for case in chosen]
    print(f"{len(chosen)} sentences, {sum(len(case.dyads) for case in chosen)} pairs of actors\n")
    print(
        "| | pairs right | rows: one right | rows: all right | swapped | other pairs a row | nothing, rightly |"
    )
    print("|---|---|---|---|---|---|---|")
    for name, method in METHODS.items():
        print(line(name, method, every))
    if parser.parse_args().errors:
        print()
        print("\n".join(errors(every)))


if __name__ == "__main__":
    main()
