"""Where a counted phrase stands in the clause of a verb or an event noun."""

from __future__ import annotations

from retold.coding.quantities.clauses import harms
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
_DEPTH = 8


def path_of(reading: Reading, word: Word, clause: Word) -> list[Word] | None:
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


def slot_of(reading: Reading, path: list[Word], clause: Word) -> str:
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
