"""A counted phrase and a clause to the kind of the quantity, if it belongs there at all."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.quantities.clauses import harms
from retold.coding.quantities.counted import Counted
from retold.coding.quantities.words import listed
from retold.model import QuantityKind
from retold.reading.parse import Reading, Word

_VERBS = frozenset(("VERB", "AUX"))
_LINKS = frozenset(("prep", "agent", "dative"))
_INNER = frozenset(
    (
        "nummod",
        "quantmod",
        "amod",
        "compound",
        "nmod",
        "npadvmod",
        "advmod",
        "appos",
        "conj",
        "poss",
        "prep",
        "pobj",
        "agent",
        "dative",
    )
)
# How far behind a number "dead" or "injured" may stand: "12 people from the village dead".
_REACH = 4
_DEPTH = 8


def kinds_of(reading: Reading, clause: Word, one: Counted) -> Iterator[QuantityKind]:
    """What a number may be the number of, by its place in the clause of a verb or event noun, the likeliest first.

    Nothing where it does not belong to the clause.
    """
    path = _path(reading, one.head, clause)
    if path is None:
        return
    if one.number.money:
        if _spent(path):
            yield "money"
        return
    if not _people(one):
        return
    slot = _slot(reading, path, clause)
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
    path = _path(reading, thing, clause)
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
        slot = _slot(reading, path, clause)
        if suffered := _suffered(reading, clause, slot):
            yield suffered


def _path(reading: Reading, word: Word, clause: Word) -> list[Word] | None:
    """The words from a phrase up to the clause's word, without another clause between; None: it is not in it."""
    found = [word]
    while found[-1] is not clause:
        last = found[-1]
        if last.dep in ("nsubj", "nsubjpass") and last.head in _sharing(reading, clause):
            return [*found, clause]
        if clause.head == last.place and clause.dep in ("acl", "relcl") and last is word:
            return [word, clause]
        ended = len(found) > _DEPTH or last.head == last.place or (last.pos in _VERBS and last.dep == "conj")
        if ended or not (last.dep in _INNER or _belongs(reading, last, clause)):
            return None
        found.append(reading.head(last))
    return found


def _sharing(reading: Reading, clause: Word) -> list[int]:
    """The places of the verbs whose subject is a verb's own too: were reported killed, gathered and marched."""
    found = []
    while (
        clause.dep in ("xcomp", "conj")
        and clause.pos in _VERBS
        and not reading.child(clause, "nsubj", "nsubjpass")
    ):
        clause = reading.head(clause)
        found.append(clause.place)
    return found


def _belongs(reading: Reading, word: Word, clause: Word) -> bool:
    """Whether a word hangs on the clause's, or is the subject of what "leave" has behind it: left ten wounded."""
    head = reading.head(word)
    if head is clause:
        return word.dep != "relcl"
    return (
        clause.lemma.lower() == "leave"
        and word.dep == "nsubj"
        and head.head == clause.place
        and head.dep != "relcl"
    )


def _slot(reading: Reading, path: list[Word], clause: Word) -> str:
    """What the phrase is of the clause's word: "subject", "object", a preposition, "within", or "itself"."""
    head = path[0]
    if clause.head == head.place and clause.dep in ("acl", "relcl"):
        passive = clause.tag == "VBN" and not reading.child(clause, "nsubj", "aux")
        return "object" if passive or reading.child(clause, "nsubjpass") else "subject"
    outer = [word for word in path if word is not clause]
    while len(outer) > 1 and outer[0].dep == "conj":
        outer = outer[1:]
    if not outer:
        return "itself"
    last = outer[-1]
    if len(outer) == 1 and last.head != clause.place and last.dep in ("nsubj", "nsubjpass"):
        return "object" if clause.tag == "VBN" and not reading.child(clause, "aux") else "subject"
    if len(outer) == 1 and last.dep == "nsubj" and _shortened(reading, clause):
        return "object"
    if len(outer) == 1 and last.dep in ("nsubj", "csubj"):
        return "subject"
    if len(outer) == 1 and last.dep in ("dobj", "nsubjpass", "dative", "attr", "oprd", "ccomp"):
        return "object"
    if len(outer) == 2 and last.dep in _LINKS and outer[0].dep == "pobj":
        return last.text.lower()
    return "within"


def _shortened(reading: Reading, clause: Word) -> bool:
    """Whether a verb is a passive that has left out its auxiliary: "and 20 wounded"."""
    return clause.tag == "VBN" and harms(clause) and not reading.child(clause, "aux", "dobj")


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
