"""A counted phrase and a clause to the kind of the quantity, if it belongs there at all."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.quantities.counted import Counted
from retold.coding.quantities.slots import path_of, slot_of
from retold.coding.quantities.words import listed
from retold.model import QuantityKind
from retold.reading.parse import Reading, Word

_VERBS = frozenset(("VERB", "AUX"))
# How far behind a number "dead" or "injured" may stand: "12 people from the village dead".
_REACH = 4


def kinds_of(reading: Reading, clause: Word, one: Counted) -> Iterator[QuantityKind]:
    """What a number may be the number of, by its place in the clause of a verb or event noun, the likeliest first.

    Nothing where it does not belong to the clause.
    """
    path = path_of(reading, one.head, clause)
    if path is None:
        return
    if one.number.money:
        if _spent(path):
            yield "money"
        return
    if not _people(one):
        return
    slot = slot_of(reading, path, clause)
    found = (
        _toll(reading, one),
        _outright(reading, clause, one, slot),
        _suffered(reading, clause, slot),
        _crowd(reading, clause, one, slot),
        _troops(one),
    )
    yield from (kind for kind in found if kind)


def kinds_of_none(reading: Reading, clause: Word, thing: Word) -> Iterator[QuantityKind]:
    """Of what there are none: no casualties, no deaths, no one was hurt."""
    path = path_of(reading, thing, clause)
    if path is None:
        return
    lemma = thing.lemma.lower()
    if lemma in listed("casualties"):
        yield from ("killed", "injured")
    elif lemma in listed("deaths") and lemma != "dead":
        yield "killed"
    elif lemma in listed("injuries"):
        yield "injured"
    elif lemma in listed("arrests"):
        yield "arrested"
    elif thing.text.lower() in ("one", "nobody", "none"):
        slot = slot_of(reading, path, clause)
        if suffered := _suffered(reading, clause, slot):
            yield suffered


def _people(one: Counted) -> bool:
    """Whether what is counted may be people."""
    return one.noun is None or (one.noun.lemma.lower() not in listed("things") and one.noun.entity != "DATE")


def _toll(reading: Reading, one: Counted) -> QuantityKind | None:
    """A death toll of 40; the toll rose to 52."""
    above = reading.head(one.head)
    if one.head.dep != "pobj":
        return None
    noun = reading.head(above)
    if above.text.lower() in ("to", "at") and noun.lemma.lower() in listed("rises"):
        noun = reading.child(noun, "nsubj", "nsubjpass") or noun
    if noun.lemma.lower() not in listed("toll"):
        return None
    of = {child.lemma.lower() for child in reading.children(noun)}
    return "injured" if of & (listed("injuries") | listed("injured")) else "killed"


def _outright(reading: Reading, clause: Word, one: Counted, slot: str) -> QuantityKind | None:
    """By words that say it themselves: 12 deaths, 30 arrests, three dead, 20 people injured."""
    lemma = one.noun.lemma.lower() if one.noun else ""
    if lemma in listed("deaths") or (lemma == "life" and clause.lemma.lower() in listed("take_lives")):
        return "killed"
    if lemma in listed("injuries"):
        return "injured"
    if lemma in listed("arrests"):
        return "arrested"
    for word in _following(reading, one):
        form = word.text.lower()
        if form in listed("missing"):
            return "missing"
        if form in listed("dead"):
            return "killed"
        if form in listed("injured") and slot != "subject":
            return "injured"
    return None


def _following(reading: Reading, one: Counted) -> Iterator[Word]:
    """The words right behind a number and what it counts, up to a mark, a verb or another number."""
    behind = [word for word in reading if word.start >= one.number.end][:_REACH]
    for word in behind:
        if word.text.lower() in listed("missing"):
            yield word
        if word.pos in ("PUNCT", "CCONJ", "ADP", "AUX") or word.tag in ("VBD", "VBZ", "VBP", "VBG", "CD"):
            ended = word.tag in ("VBD", "VBN") and word.text.lower() in listed("injured") and one.noun is None
            if ended:
                yield word
            return
        yield word


def _suffered(reading: Reading, clause: Word, slot: str) -> QuantityKind | None:
    """By the verb or noun that says what was done to them."""
    lemma = clause.lemma.lower()
    if clause.pos in _VERBS:
        if slot == "object" and lemma in listed("kill"):
            return "killed"
        if slot == "object" and any(child.text.lower() == "dead" for child in reading.children(clause)):
            return "killed"
        if slot == "subject" and lemma in listed("die"):
            return "killed"
        if slot == "object" and lemma in listed("injure"):
            return "injured"
        if slot == "subject" and lemma in listed("vanish"):
            return "missing"
        return "arrested" if slot == "object" and lemma in listed("arrest") else None
    if slot == "of" and lemma in listed("deaths"):
        return "killed"
    return "arrested" if slot == "of" and lemma in listed("arrests") else None


def _crowd(reading: Reading, clause: Word, one: Counted, slot: str) -> QuantityKind | None:
    """Those who take part: thousands marched, a crowd of 500, a rally that drew 10,000, a march by 300 workers."""
    holder = one.head
    above = reading.head(reading.head(holder)) if holder.dep == "pobj" else holder
    if above.lemma.lower() in listed("crowds"):
        return "crowd"
    lemma = clause.lemma.lower()
    verb = clause.pos in _VERBS
    if lemma in listed("drew"):
        return "crowd" if slot in ("object", "subject") else None
    if verb and slot == "subject" and not _harmful(lemma):
        return None if _known(reading, one) else "crowd"
    if verb and slot == "by" and lemma in listed("attended"):
        return "crowd"
    return "crowd" if not verb and slot in ("by", "of", "poss") else None


def _known(reading: Reading, one: Counted) -> bool:
    """Whether the text has spoken of them before: "the two leaders" are no crowd."""
    first = reading.child(one.head, "det", "poss")
    return first is not None and first.text.lower() not in ("a", "an", "some", "no")


def _harmful(lemma: str) -> bool:
    return any(lemma in listed(name) for name in ("kill", "die", "injure", "vanish", "arrest", "rises"))


def _troops(one: Counted) -> QuantityKind | None:
    """Soldiers, or a force by its strength."""
    lemma = one.noun.lemma.lower() if one.noun else ""
    return "troops" if lemma in listed("troops") | listed("forces") else None


def _spent(path: list[Word]) -> bool:
    """Whether an amount stands in the clause's own arguments: as one of them, or on one."""
    return all(word.dep not in ("relcl", "ccomp") for word in path[:-1])
