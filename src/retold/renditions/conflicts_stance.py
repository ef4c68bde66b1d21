"""Negations, modal words and attributions of two wordings to where they make the wordings say different things.

Two translations of a sentence deny and hedge by different words. So a conflict is found only where the word that
is denied or hedged stands in both, and the other wording has nothing left over that could deny or hedge it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache

from retold.renditions.fact import Fact
from retold.renditions.facts import Wording
from retold.renditions.facts_stance import stance, with_auxiliary
from retold.renditions.meaning_words import antonyms, listed
from retold.renditions.name_likeness import frequency
from retold.renditions.paired import Conflict, Paired, Range
from retold.renditions.word_likeness import CONTRARY, contrary

# Set by judgement on WMT21 and simulated errors, checked together in bench/variants.py; not calibrated one by one.
# Share of the content words that must have a counterpart before a missing word says anything.
SHARED = 0.5
# How sure it must be that a word and its counterpart stand in one slot.
SURE = 0.4
# What a clause counts for when what stands right around the verb is worded otherwise.
LOOSE = 0.8
# How sure when the word itself is worded otherwise.
SURE_OF_SLOT = 0.8
# Words between a negation and what it may bear on; between a word denied by its prefix and what that may make up for.
NEGATION_REACH, PREFIX_REACH = 10, 3
# Shortest word that a prefix turning it into its contrary is looked for on.
SHORTEST = 4
# Frequency (log10 per billion words) from which what is left without the prefix is a word: published, not terview.
KNOWN = 3.3

# Stances of one verb that exclude each other.
_EXCLUDED = {
    frozenset(pair.split())
    for pair in (
        "possible future",
        "possible past",
        "possible present",
        "possible certain",
        "possible demanded",
        "likely future",
        "likely past",
        "likely present",
        "expected past",
        "expected certain",
        "future past",
        "demanded past",
    )
}


def polarity_conflicts(pair: Paired) -> Iterator[Conflict]:
    """What one wording denies and the other says; and words in one slot that are each other's contrary."""
    if pair.shared() < SHARED:
        return
    turned = pair.turned()
    ours, theirs = _denying(pair), _denying(turned)
    yield from _denied(pair, theirs)
    yield from (found.turned() for found in _denied(turned, ours))
    yield from _contraries(pair, ours, theirs)


def _denying(pair: Paired) -> list[int]:
    """Words of the left wording that deny, in whatever way, and have no counterpart."""
    return pair.alone(
        place
        for place, word in enumerate(pair.left.words)
        if place in pair.left.implied_negations
        or word.form in listed("negation", "explicit")
        or _has_prefix(word.form)
    )


@lru_cache(maxsize=50_000)
def _has_prefix(form: str) -> bool:
    """Whether a word may be another with a prefix that denies it."""
    return form not in listed("negation", "unprefixed") and any(
        form.startswith(prefix)
        and len(form) >= len(prefix) + SHORTEST
        and frequency(form.removeprefix(prefix)) >= KNOWN
        for prefix in CONTRARY
    )


def _denied(pair: Paired, denying: Collection[int]) -> Iterator[Conflict]:
    """Negations of the left wording without counterpart whose denied word stands undenied on the right.

    denying: words of the right wording that deny and have no counterpart; near the word they may make up for it.
    """
    for fact in pair.left.of("negation"):
        if fact.head is None or fact.group == "partial" or pair.by_form(fact.first) is not None:
            continue
        if pair.left.words[fact.first].form in ("neither", "nor"):
            continue  # what follows may be one of the persons of whom something is denied
        found = _undenied(pair, fact, fact.head)
        if found is None or any(_near(pair, place, found[0]) for place in denying):
            continue
        left = with_auxiliary(pair.left.words, fact.first), fact.head + 1
        right = with_auxiliary(pair.right.words, found[0]), found[0] + 1
        yield Conflict("polarity", left, right, True, found[1])


def _near(pair: Paired, place: int, told: int) -> bool:
    """Whether a word that denies is near enough to bear on another; a prefix denies only what stands close."""
    word = pair.right.words[place]
    prefixed = place not in pair.right.implied_negations and _has_prefix(word.form)
    return abs(place - told) <= (PREFIX_REACH if prefixed else NEGATION_REACH)


def _undenied(pair: Paired, fact: Fact, head: int) -> tuple[int, float] | None:
    """The right word that tells a denied word, by its form or, all around being the same, by its slot; how sure."""
    told = pair.by_form(head)
    if told is not None:
        left = with_auxiliary(pair.left.words, fact.first), head + 1
        certainty = _certainty(pair, left, (with_auxiliary(pair.right.words, told), told + 1))
        return (told, certainty) if certainty >= SURE else None
    if head in pair.left.implied_negations or _has_prefix(pair.left.words[head].form):
        return None
    slot = [
        link.right for link in pair.rightward.get(head, []) if not pair.right.words[link.right].is_function
    ]
    if len(slot) != 1 or pair.right.words[slot[0]].is_mark:
        return None
    left = with_auxiliary(pair.left.words, fact.first), head + 1
    certainty = pair.support(left, (with_auxiliary(pair.right.words, slot[0]), slot[0] + 1))
    return (slot[0], certainty) if certainty >= SURE_OF_SLOT else None


def _certainty(pair: Paired, left: Range, right: Range) -> float:
    """How sure it is that two verbs (the last words of the spans) tell the same act."""
    return max(pair.support(left, right), pair.clause(left[1] - 1, right[1] - 1) * LOOSE)


def _contraries(pair: Paired, ours: Collection[int], theirs: Collection[int]) -> Iterator[Conflict]:
    """Words in one slot that are each other's contrary, when nothing else denies: ours and theirs are what does."""
    for link in pair.links:
        one, other = pair.left.words[link.left], pair.right.words[link.right]
        if not (_prefixed(one.form, other.form) or other.stem in antonyms(one.stem)):
            continue
        if {*ours} - {link.left} or {*theirs} - {link.right}:
            continue
        if _has_stem(pair.right, one.stem) or _has_stem(pair.left, other.stem):
            continue
        left, right = (link.left, link.left + 1), (link.right, link.right + 1)
        certainty = pair.support(left, right)
        if certainty >= SURE:
            yield Conflict("polarity", left, right, True, certainty)


def _prefixed(ours: str, theirs: str) -> bool:
    """Whether one word is the other with a prefix that turns it into its contrary."""
    long = max(ours, theirs, key=len)
    if min(len(ours), len(theirs)) < SHORTEST or long in listed("negation", "unprefixed"):
        return False
    return contrary(ours, theirs)


def _has_stem(wording: Wording, stem: str) -> bool:
    return any(word.stem == stem for word in wording.words)


def modality_conflicts(pair: Paired) -> Iterator[Conflict]:
    """Verbs that one wording leaves open, plans or demands and the other does not; partial negations made whole."""
    turned = pair.turned()
    yield from _stances(pair)
    yield from (found.turned() for found in _stances(turned))
    yield from _partial(pair)
    yield from (found.turned() for found in _partial(turned))


def _stances(pair: Paired) -> Iterator[Conflict]:
    """Modal words on the left whose verb is meant otherwise on the right."""
    turned = pair.turned()
    modal = pair.right.of("modality")
    open_words = [fact.first for fact in modal] + list(pair.right.hedges)
    for fact in pair.left.of("modality"):
        told = None if fact.head is None else pair.by_form(fact.head)
        if told is None or fact.head is None:
            continue
        if pair.by_form(fact.first) is not None and fact.group != "future":
            continue
        meant = stance(pair.right.words, told, modal)
        if frozenset([fact.group, meant]) not in _EXCLUDED or (fact.value == "could" and meant == "past"):
            continue
        own = next((other.first for other in modal if other.head == told), told)
        if own != told and turned.by_form(own) is not None:
            continue
        if any(place != own for place in turned.alone(open_words)):
            continue
        certainty = _certainty(pair, (fact.first, fact.head + 1), (own, told + 1))
        if certainty >= SURE:
            yield Conflict("modality", (fact.first, fact.head + 1), (own, told + 1), True, certainty)


def _partial(pair: Paired) -> Iterator[Conflict]:
    """ "Not necessarily" on the left where the right denies outright."""
    partial = listed("negation", "partial")
    if any(word.form in partial | listed("negation", "softening") for word in pair.right.words):
        return
    for fact in pair.left.of("negation"):
        other = _negation_at(pair.right, pair.by_form(fact.first))
        if fact.group != "partial" or other is None:
            continue
        last = (
            max(
                place for place in range(fact.first, fact.first + 4) if pair.left.words[place].form in partial
            )
            + 1
        )
        left, right = (fact.first, last), (other.first, other.last)
        yield Conflict("modality", left, right, True, 0.5 + pair.support(left, right) / 2)


def _negation_at(wording: Wording, place: int | None) -> Fact | None:
    return next((fact for fact in wording.of("negation") if fact.first == place), None)
