"""Names of two wordings to those that stand in one slot and differ: spelled otherwise, damaged, or of another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.renditions.fact import Fact
from retold.renditions.facts import Wording
from retold.renditions.meaning_words import listed, stems
from retold.renditions.name_likeness import abbreviates, damaged, is_common, same_part, same_sound
from retold.renditions.paired import Conflict, Paired

# Set by judgement on WMT21 and simulated errors, checked together in bench/variants.py; not calibrated one by one.
# How sure it must be that two names stand in one slot: names that differ altogether, and names that share a part.
SURE, SHARING = 0.6, 0.35
# Parts of a surname: Orlov-Finch.
SURNAME = 2
# How sure when one of them may be no name.
DOUBTFUL = 0.75
# Longest name that is taken for a person's.
LONGEST = 3
# Words between a name and the verb of saying that makes a swap of names a swap of speakers.
BY_SPEECH = 3


def name_conflicts(pair: Paired) -> Iterator[Conflict]:
    """Names and states that stand in one slot and differ."""
    turned = pair.turned()
    ours = [fact for fact in pair.left.of("name", "place") if _left_over(pair, fact)]
    theirs = [fact for fact in pair.right.of("name", "place") if _left_over(turned, fact)]
    for certainty, fact, other in _matched(pair, ours, theirs):
        one, two = _as_written(pair.left, fact, other), _as_written(pair.right, other, fact)
        if found := _judged(pair, one, two, certainty):
            yield found


def _as_written(wording: Wording, fact: Fact, other: Fact) -> Fact:
    """The fact; a state that the other names with damaged words is a name like that: White House, Pale House."""
    parts = [word.form for word in wording.words[fact.first : fact.last] if not word.is_mark]
    if fact.kind != "place" or other.kind != "name" or not 1 < len(parts) == len(_parts(other)):
        return fact
    if not all(a == b or damaged(a, b) for a, b in zip(parts, _parts(other), strict=True)):
        return fact
    return Fact("name", fact.first, fact.last, " ".join(parts), "body")


def _left_over(pair: Paired, fact: Fact) -> bool:
    """Whether a word of a left name stands there more often than on the right, and here without counterpart."""
    return any(
        pair.the_same(place) is None and _count(pair.left, word.form) > _count(pair.right, word.form)
        for place, word in enumerate(pair.left.words[fact.first : fact.last], fact.first)
        if not word.is_mark
    )


def _count(wording: Wording, form: str) -> int:
    return sum(word.form == form for word in wording.words)


def _parts(fact: Fact) -> list[str]:
    return fact.value.split()


def _matched(pair: Paired, left: Sequence[Fact], right: Sequence[Fact]) -> Iterator[tuple[float, Fact, Fact]]:
    scored = [
        (certainty, i, j)
        for i, ours in enumerate(left)
        for j, theirs in enumerate(right)
        if (certainty := _certainty(pair, ours, theirs)) > 0
    ]
    lefts: set[int] = set()
    rights: set[int] = set()
    for certainty, i, j in sorted(scored, key=lambda found: (-found[0], found[1:])):
        if i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield certainty, left[i], right[j]


def _certainty(pair: Paired, ours: Fact, theirs: Fact) -> float:
    """How sure it is that two names stand in one slot; 0.0 when not sure enough."""
    certainty = pair.one_slot(ours, theirs)
    groups = [ours.group, theirs.group]
    if "doubtful" in groups:
        least = (
            DOUBTFUL if groups != ["doubtful"] * 2 and len(_parts(ours)) == len(_parts(theirs)) == 1 else 1.1
        )
    else:
        least = SHARING if _shared_parts(ours, theirs) else SURE
    return certainty if certainty >= least else 0.0


def _shared_parts(ours: Fact, theirs: Fact) -> list[tuple[str, str]]:
    return [(a, b) for a in _parts(ours) for b in _parts(theirs) if same_part(a, b)]


def _judged(pair: Paired, ours: Fact, theirs: Fact, certainty: float) -> Conflict | None:
    """What two names in one slot are to each other; None when nothing can be said."""
    if abbreviates(_parts(ours), _parts(theirs)):
        return None
    if ours.kind == theirs.kind == "place" and ours.value == theirs.value:
        return None
    rest = _unshared(ours, theirs)
    left, right = (ours.first, ours.last), (theirs.first, theirs.last)
    if not any(rest):
        return None if ours.value == theirs.value else Conflict("name", left, right, False, certainty)
    if len(rest[0]) == len(_parts(ours)) and _placed(pair, ours, theirs):
        return Conflict("place", left, right, True, certainty)
    if ours.kind != theirs.kind or not all(rest):
        return None
    if _is_damage(*rest) or _of_one_family(_parts(ours), _parts(theirs)):
        return Conflict("name", left, right, False, certainty)
    sharing = len(rest[0]) < len(_parts(ours))
    if sharing and not any(a == b or same_sound(a, b) for a, b in _shared_parts(ours, theirs)):
        return Conflict("name", left, right, False, certainty)  # what they share is damaged already
    if sharing:
        rest = _uncommon(rest[0]), _uncommon(rest[1])
    if not _persons(*rest) or (sharing and max(len(parts) for parts in rest) > SURNAME):
        return None
    speaks = _speaks(pair.left, left) and _speaks(pair.right, right)
    return Conflict("attribution" if speaks else "name", left, right, True, certainty)


def _uncommon(parts: Sequence[str]) -> Sequence[str]:
    """The parts that are no common words, all when there are no others: State Mike Pompeo."""
    return [part for part in parts if not is_common(part)] or parts


def _of_one_family(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether given names differ before one surname, as transliterations and translations of a given name do."""
    ours, theirs = _uncommon(ours), _uncommon(theirs)
    if max(len(ours), len(theirs)) != 2 or is_common(ours[-1]):
        return False
    return same_part(ours[-1], theirs[-1])


def _placed(pair: Paired, ours: Fact, theirs: Fact) -> bool:
    """Whether both name places: two states, or a state or another name after the same preposition of place."""
    if ours.kind == theirs.kind == "place":
        return True
    before = [
        side.words[fact.first - 1].form
        for side, fact in ((pair.left, ours), (pair.right, theirs))
        if fact.first
    ]
    if len(before) < 2 or before[0] != before[1] or before[0] not in listed("grammar", "in_place"):
        return False
    return all(
        fact.kind == "place" or (_persons(_parts(fact)) and not _is_damage(_parts(fact)))
        for fact in (ours, theirs)
    )


def _is_damage(*names: Sequence[str]) -> bool:
    """Whether of two names' parts the one is the other made a common word; of one, whether it is one."""
    paired = len(names) == 2 and len(names[0]) == len(names[1])
    if paired and all(damaged(a, b) for a, b in zip(*names, strict=True)):
        return True
    return any(is_common(parts[-1]) and parts[-1] not in listed("name", "surnames") for parts in names)


def _unshared(ours: Fact, theirs: Fact) -> tuple[Sequence[str], Sequence[str]]:
    """The parts of either name that the other has not."""
    shared = _shared_parts(ours, theirs)
    firsts, seconds = {a for a, _ in shared}, {b for _, b in shared}
    return (
        [part for part in _parts(ours) if part not in firsts],
        [part for part in _parts(theirs) if part not in seconds],
    )


def _persons(*names: Sequence[str]) -> bool:
    """Whether these can be parts of persons' names, or of places'; words of offices and bodies cannot."""
    bodies = listed("name", "bodies")
    return all(len(parts) <= LONGEST and bodies.isdisjoint(parts) for parts in names)


def _speaks(wording: Wording, span: tuple[int, int]) -> bool:
    """Whether a verb of saying stands by a name."""
    near = wording.words[max(0, span[0] - BY_SPEECH) : span[1] + BY_SPEECH]
    return any(word.stem in stems("attribution", "says") or word.form == "according" for word in near)
