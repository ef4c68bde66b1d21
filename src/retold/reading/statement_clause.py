"""What a cue word governs: the clause it introduces and who is its subject, as the parse has them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from retold.model import StatementManner
from retold.reading.cues import CUES, Construction
from retold.reading.parse import Reading, Word

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_COMPLEMENTS = ("ccomp", "xcomp")
# Links over which a verb has the subject of the one it hangs on, and how many are followed.
_SHARING = frozenset({"conj", "xcomp", "advcl", "pcomp", "prep", "ccomp", "dep", "parataxis"})
_MAX_LINKS = 6
_QUOTING = frozenset({"quote", "cite", "report"})
PRONOUNS_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True, eq=False)
class Speaker:
    """The words that stand for the speaker, and for whoever reports the speaker's words ("Russia quoted Li")."""

    word: Word | None
    reporter: Word | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Clause:
    """A cue in a construction: places of the words of its content, and of the words that are the attribution."""

    construction: Construction
    manner: StatementManner
    lemma: str
    cue: tuple[Word, ...]
    content: frozenset[int]
    attribution: frozenset[int]
    speaker: Speaker
    addressee: Word | None = None
    negated: bool = False


def places(words: Iterable[Word]) -> frozenset[int]:
    return frozenset(word.place for word in words)


def is_verb(word: Word) -> bool:
    return word.tag.startswith("VB") or word.pos in ("VERB", "AUX")


def is_infinitive(reading: Reading, word: Word) -> bool:
    """Whether a complement is "to" with a verb, or a verb in -ing, and so has no tense."""
    children = reading.children(word)
    if any(child.dep == "aux" and child.tag == "TO" for child in children):
        return True
    return word.tag == "VBG" and not any(child.dep == "aux" for child in children)


def complements(reading: Reading, verb: Word, infinitive: bool) -> list[Word]:
    """The clauses it governs, with or without tense."""
    found = [child for child in reading.children(verb) if child.dep in _COMPLEMENTS]
    return [child for child in found if is_infinitive(reading, child) == infinitive]


def own_subject(reading: Reading, verb: Word) -> Word | None:
    """Its subject; of several, which a parse spoilt by quotations may have, the nearest."""
    found = [child for child in reading.children(verb) if child.dep in SUBJECTS or _is_misread(verb, child)]
    return min(found, key=lambda one: (abs(one.place - verb.place), one.place), default=None)


def _is_misread(verb: Word, child: Word) -> bool:
    """Whether a subject was taken for a part of a compound: "..., the army reports"."""
    return child.dep == "compound" and verb.tag == "VBZ" and child.place == verb.place - 1


def lemma_of(reading: Reading, verb: Word) -> str:
    """The lemma as the lexicon has it, with a particle ("go_on")."""
    particle = reading.child(verb, "prt")
    return CUES.joined(CUES.lemma(verb.lemma), particle.text.lower() if particle else None)


def is_negated(reading: Reading, verb: Word) -> bool:
    return reading.child(verb, "neg") is not None


def is_passive(reading: Reading, verb: Word) -> bool:
    if reading.child(verb, "auxpass", "nsubjpass") is not None:
        return True
    return (
        verb.tag == "VBN"
        and verb.dep in ("acl", "relcl", "advcl")
        and not reading.child(verb, "aux", "nsubj")
    )


def agent_of(reading: Reading, verb: Word) -> Word | None:
    """Who did it, of a passive: "by ..."."""
    by = reading.child(verb, "agent")
    return reading.child(by, "pobj") if by is not None else None


def speaker_of(reading: Reading, verb: Word) -> Speaker:
    """Whose words a verb introduces: its subject, or the subject of the verb it hangs on."""
    quoting = verb if quotes_someone(reading, verb) else _quoting(reading, verb)
    if quoting is not None:
        return _quoted_speaker(reading, quoting)
    return _by_subject(reading, verb)


def _by_subject(reading: Reading, verb: Word) -> Speaker:
    word = verb
    for _ in range(_MAX_LINKS):
        subject = own_subject(reading, word)
        if subject is not None or is_passive(reading, word):
            return _of_subject(reading, word, subject)
        if word.dep in ("acl", "relcl"):
            return Speaker(reading.head(word))
        if word.dep not in _SHARING or word.head == word.place:
            break
        word = _telling_above(reading, word) or reading.head(word)
    return Speaker(None)


def _telling_above(reading: Reading, word: Word) -> Word | None:
    """The cue whose speaker goes on in "argued that it was unfair, noting ...", where a parse hangs it on "was"."""
    head = reading.head(word)
    above = reading.head(head)
    if head.dep != "ccomp" or not CUES.speaks(CUES.lemma(above.lemma)):
        return None
    if word.dep == "conj":
        return above if word.tag == above.tag != head.tag else None
    return above if word.dep == "advcl" and CUES.speaks(CUES.lemma(word.lemma)) else None


def _of_subject(reading: Reading, verb: Word, subject: Word | None) -> Speaker:
    if is_passive(reading, verb):
        return Speaker(agent_of(reading, verb))
    if subject is not None and subject.dep.startswith("csubj"):
        return Speaker(None)
    return Speaker(subject)


def quotes_someone(reading: Reading, verb: Word) -> bool:
    """Whether a verb is that of "quoted Li as saying"."""
    if verb.lemma not in _QUOTING or verb.lemma == "report":
        return False
    link = [
        child for child in reading.children(verb) if child.text.lower() == "as" and child.place > verb.place
    ]
    return bool(link) and any(word.tag == "VBG" for word in reading.subtree(link[0]))


def _quoting(reading: Reading, verb: Word) -> Word | None:
    """The verb of "quoted Li as saying", when `verb` is "saying"."""
    head = reading.head(verb)
    if verb.dep == "pcomp" and head.text.lower() == "as":
        above = reading.head(head)
    elif reading.child(verb, "mark", "prep") is not None and verb.dep in ("advcl", "xcomp", "ccomp"):
        mark = reading.child(verb, "mark", "prep")
        above = head if mark is not None and mark.text.lower() == "as" else verb
    elif verb.dep == "xcomp" and is_passive(reading, head):
        above = head
    else:
        return None
    return above if above is not verb and above.lemma in _QUOTING else None


def quoted_as(reading: Reading, verb: Word) -> Word | None:
    """The verb of "was quoted as saying", when `verb` is "saying"."""
    quoting = _quoting(reading, verb)
    return quoting if quoting is not None and is_passive(reading, quoting) else None


def _quoted_speaker(reading: Reading, quoting: Word) -> Speaker:
    if is_passive(reading, quoting):
        agent = agent_of(reading, quoting)
        return Speaker(own_subject(reading, quoting), agent)
    quoted = reading.child(quoting, "dobj", "dative")
    return Speaker(quoted, _by_subject(reading, quoting).word)


def addressee_of(reading: Reading, verb: Word, addressed: bool) -> Word | None:
    """To whom the words were said: "told the ambassador", "explained to AFP"."""
    if is_passive(reading, verb):
        return own_subject(reading, verb) if addressed else None
    if addressed:
        direct = reading.child(verb, "dative", "dobj")
        if direct is not None:
            return reading.child(direct, "pobj") or direct
    to = [
        child
        for child in reading.children(verb)
        if child.dep in ("prep", "dative") and child.text.lower() == "to"
    ]
    return reading.child(to[0], "pobj") if to else None
