"""Numbers, dates and periods of two wordings to those that cannot both be right, or are told less exactly."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from retold.model import VariantKind
from retold.renditions.fact import Fact
from retold.renditions.facts import Wording
from retold.renditions.facts_numbers import bounded
from retold.renditions.meaning_words import listed, stems
from retold.renditions.paired import Conflict, Paired

# Set by judgement on WMT21 and simulated errors, checked together in bench/variants.py; not calibrated one by one.
# How sure it must be that two values stand in one slot.
SURE = 0.5
# How sure when these are the only two of their group.
ALONE = 0.3
# Share by which a rounded number may differ from the exact one.
ROUNDED = 0.05
# Share of content words with a counterpart from which the only years (months, weekdays) of two wordings are compared
# wherever they stand.
SHARED, HALF = 0.5, 0.5
_TELLING = frozenset(["year", "month", "weekday", "clock"])
_FIGURES = frozenset(["count", "money", "percent", "ordinal", "score", "day", "year", "clock"])


def number_conflicts(pair: Paired) -> Iterator[Conflict]:
    """Values that stand in one slot and differ; what both wordings have somewhere is no conflict."""
    ours, theirs = _facts(pair.left), _facts(pair.right)
    left, right = _left_over(pair, ours, theirs)
    for fact, other, certainty in _matched(pair, left, right):
        yield _conflict(pair, fact, other, certainty)
    yield from _opposite_bounds(pair, ours, theirs)


def _facts(wording: Wording) -> list[Fact]:
    """Without the word "one", which is as often a pronoun."""
    return [fact for fact in wording.of("number", "date") if wording.words[fact.first].form != "one"]


def _left_over(pair: Paired, ours: Sequence[Fact], theirs: Sequence[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The facts that no equal one on the other side stands for; each stands for one, first for one linked to it."""
    right = list(theirs)
    for linked in (True, False):
        left = []
        for fact in ours:
            equal = next(
                (
                    other
                    for other in right
                    if _equal(fact, other) and (not linked or _same(pair, fact, other))
                ),
                None,
            )
            if equal is None:
                left.append(fact)
            else:
                right.remove(equal)
        ours = left
    return list(ours), right


def _same(pair: Paired, ours: Fact, theirs: Fact) -> bool:
    return pair.linked((ours.first, ours.last), (theirs.first, theirs.last))


def _equal(ours: Fact, theirs: Fact) -> bool:
    if ours.group == theirs.group == "score":
        return ours.value == theirs.value
    return not _values(ours).isdisjoint(_values(theirs))


def _values(fact: Fact) -> set[tuple[str, str]]:
    """What equals the fact: figures of any group by their digits, but for thousands.

    "1990" may be a year or a count; "146.460" is 146,460 in many house styles, and "130.000" is 130 thousand. 36.7 is
    not 3.67.
    """
    if fact.group == "score":
        parts = fact.value.split("-")
        return {("score", fact.value), ("range", parts[0]), ("range", parts[1])}
    if fact.group not in _FIGURES:
        return {(fact.group, fact.value)}
    whole, _, decimals = fact.value.replace(":", ".").partition(".")
    digits = (whole + decimals).rstrip("0")
    power = len(whole) - len(digits)
    own = {("figure", fact.value), ("range", fact.value)}
    return own | ({(f"digits {power % 3}", digits)} if len(digits) > 2 else _grouped(fact))


def _grouped(fact: Fact) -> set[tuple[str, str]]:
    value = fact.value
    short = fact.group in ("count", "money") and value.endswith("000")
    return {("figure", value.removesuffix("000"))} if short and fact.last == fact.first + 1 else set()


def _matched(pair: Paired, left: Sequence[Fact], right: Sequence[Fact]) -> Iterator[tuple[Fact, Fact, float]]:
    """Facts of one group that stand in one slot, the surest first, each once."""
    scored = sorted(
        (
            "vague" in (ours.group, theirs.group),
            -_certainty(pair, ours, theirs, _alone(left, right, ours)),
            i,
            j,
        )
        for i, ours in enumerate(left)
        for j, theirs in enumerate(right)
        if _comparable(ours, theirs) and not _other_unit(pair, ours, theirs)
    )
    lefts: set[int] = set()
    rights: set[int] = set()
    for _, cost, i, j in scored:
        if cost < 0 and i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield left[i], right[j], -cost


def _comparable(ours: Fact, theirs: Fact) -> bool:
    if "vague" in (ours.group, theirs.group):
        return {ours.group, theirs.group} == {"vague", "count"}
    return ours.group == theirs.group or {ours.group, theirs.group} == {"count", "day"}


def _other_unit(pair: Paired, ours: Fact, theirs: Fact) -> bool:
    """Whether the numbers count different units: two miles, three kilometres."""
    if ours.head is None or theirs.head is None:
        return False
    units = pair.left.words[ours.head].stem, pair.right.words[theirs.head].stem
    return units[0] != units[1] and set(units) <= stems("quantity", "units")


def _alone(left: Sequence[Fact], right: Sequence[Fact], fact: Fact) -> bool:
    return all(sum(other.group == fact.group for other in side) == 1 for side in (left, right))


def _certainty(pair: Paired, ours: Fact, theirs: Fact, alone: bool) -> float:
    """How sure it is that two values stand in one slot; 0.0 when not sure enough."""
    certainty = pair.one_slot(ours, theirs)
    if alone and ours.group in _TELLING and (shared := pair.shared()) >= SHARED:
        certainty = max(certainty, shared / 2)
    if _same_noun(pair, ours, theirs):
        certainty = 0.5 + certainty / 2
    elif ours.group in ("count", "vague") or theirs.group == "vague":
        alone = alone and "vague" not in (ours.group, theirs.group) and _free(pair, ours, theirs)
        if alone and (shared := pair.shared()) >= HALF:
            certainty = max(certainty, shared / 2)
    return certainty if certainty >= (ALONE if alone else SURE) else 0.0


def _free(pair: Paired, ours: Fact, theirs: Fact) -> bool:
    """Whether what two numbers count has no counterpart elsewhere: ships, warships."""
    if ours.head is None or theirs.head is None:
        return False
    return pair.by_form(ours.head) is None and pair.turned().by_form(theirs.head) is None


def _same_noun(pair: Paired, ours: Fact, theirs: Fact) -> bool:
    if ours.head is None or theirs.head is None:
        return False
    return pair.by_form(ours.head) == theirs.head


def _conflict(pair: Paired, ours: Fact, theirs: Fact, certainty: float) -> Conflict:
    kind: VariantKind = "date" if ours.kind == "date" else "number"
    changes = "vague" not in (ours.group, theirs.group) and not (
        _rounded(ours, theirs) and _hedged(pair.left, ours) != _hedged(pair.right, theirs)
    )
    return Conflict(kind, (ours.first, ours.last), (theirs.first, theirs.last), changes, certainty)


def _rounded(ours: Fact, theirs: Fact) -> bool:
    """Whether one number is the other rounded to at most two figures."""
    if ours.group not in ("count", "money", "percent"):
        return False
    values = sorted((float(ours.value), float(theirs.value)), key=_figures)
    return _figures(values[0]) <= 2 < _figures(values[1]) and math.isclose(*values, rel_tol=ROUNDED)


def _hedged(wording: Wording, fact: Fact) -> bool:
    """Whether "about" or a bound stands before a number."""
    before = wording.words[fact.first - 1].form if fact.first else ""
    return before in listed("quantity", "about") or bool(bounded(wording.words, fact)[0])


def _figures(value: float) -> int:
    """Significant figures of a number."""
    return len(f"{value:.10g}".replace(".", "").strip("0"))


def _opposite_bounds(pair: Paired, ours: Sequence[Fact], theirs: Sequence[Fact]) -> Iterator[Conflict]:
    """The same number as a lower bound here and an upper bound there."""
    for fact in ours:
        for other in theirs:
            if (fact.kind, fact.value) != (other.kind, other.value) or fact.kind == "date":
                continue
            bounds = bounded(pair.left.words, fact), bounded(pair.right.words, other)
            if {bound for bound, _ in bounds} == {"least", "most"}:
                left, right = (bounds[0][1], fact.last), (bounds[1][1], other.last)
                yield Conflict("number", left, right, True, pair.one_slot(fact, other))
