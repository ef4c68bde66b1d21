"""Which reading of a place is best supported, by witnesses that do not merely repeat each other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from retold.model import VariantKind
from retold.renditions.apparatus import Apparatus, Witness
from retold.renditions.facts import read
from retold.renditions.name_likeness import is_common
from retold.renditions.places import Place, reading_key

# Supports that differ by less are equal.
_EQUAL = 1e-9


# What a telling counts for beside the one it was made from: a copy adds nothing to what its source says, but where no
# source has a passage the copies decide.
COPY = 0.1


def branch_weights(parents: Mapping[str, str | None]) -> dict[str, float]:
    """What each telling of a report counts for: 1 when it comes from the lost original, less for each copying since.

    parents: each telling's parent, None for the lost original. Readings are then weighed by independent branches.
    """
    weights: dict[str, float] = {}

    def weigh(article: str) -> float:
        line = [article]
        while line[-1] not in weights and (parent := parents.get(line[-1])) is not None:
            line.append(parent)
        for telling in reversed(line):
            above = parents.get(telling)
            weights.setdefault(telling, 1.0 if above is None else COPY * weights[above])
        return weights[article]

    return {article: weigh(article) for article in sorted(parents)}


@dataclass(frozen=True, slots=True)
class Supported:
    """A reading of a place: its words, how most write them, the witnesses and articles that have it, their weight."""

    text: str
    witnesses: tuple[int, ...]
    article_ids: tuple[str, ...]
    weight: float


def weight_of(witness: Witness, weights: Mapping[str, float]) -> float:
    """What a wording counts for: the weights of its articles together, 1 when none of them has one."""
    known = [weights[article_id] for article_id in witness.article_ids if article_id in weights]
    return sum(known) if known else 1.0


def readings(found: Apparatus, place: Place, weights: Mapping[str, float]) -> list[Supported]:
    """The readings of a place, the best supported first; witnesses that mean the same there have one reading."""
    by_key: dict[str, list[int]] = {}
    for number in sorted(place.spans):
        key = reading_key(found.witnesses[number].wording, place.kind, place.spans[number])
        by_key.setdefault(key, []).append(number)
    made = [_supported(found, place, numbers, weights) for numbers in by_key.values()]
    return sorted(made, key=lambda reading: (-reading.weight, reading.text))


def _supported(
    found: Apparatus, place: Place, numbers: Sequence[int], weights: Mapping[str, float]
) -> Supported:
    written: dict[str, float] = {}
    for number in numbers:
        text = text_at(found.witnesses[number], place.spans[number])
        written[text] = written.get(text, 0.0) + weight_of(found.witnesses[number], weights)
    return Supported(
        text=min(written, key=lambda text: (-written[text], text)),
        witnesses=tuple(numbers),
        article_ids=tuple(sorted(name for number in numbers for name in found.witnesses[number].article_ids)),
        weight=sum(written.values()),
    )


def text_at(witness: Witness, span: tuple[int, int]) -> str:
    """The words of a span as the wording has them, "" for an empty span."""
    if span[0] == span[1]:
        return ""
    start, end = witness.wording.span(*span)
    return witness.wording.text[start:end]


def preferred(kind: VariantKind, found: Sequence[Supported]) -> Supported | None:
    """The reading with most weight behind it, None when another has as much and nothing else decides.

    Between equals a number is preferred to a vague quantity, and a name that is no common word to one that is: a
    rewriting tool or translator makes names into words, and exact numbers vague, not the other way round.
    """
    best = [reading for reading in found if found[0].weight - reading.weight < _EQUAL]
    if len(best) == 1:
        return best[0]
    telling = [reading for reading in best if _undamaged(kind, reading.text)]
    return telling[0] if len(telling) == 1 else None


def _undamaged(kind: VariantKind, text: str) -> bool:
    if kind == "number":
        return any(mark.isdigit() for mark in text) or not _is_vague(text)
    return kind == "name" and not any(is_common(word.lower()) for word in text.split())


def _is_vague(text: str) -> bool:
    return any(fact.group == "vague" for fact in read(text).of("number"))
