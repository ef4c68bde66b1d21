"""Attributions that stand within or beside what was said: "..., he said, ...", "as she noted", "according to"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold.reading.cues import CUES
from retold.reading.parse import Reading, Word
from retold.reading.statement_clause import (
    Clause,
    Speaker,
    complements,
    is_verb,
    own_subject,
    places,
    quoted_as,
)
from retold.reading.statement_edges import attribution_of, clause_content, going_on, second_cues
from retold.reading.statement_making import made

# A sentence that begins with "According to" may have a conjunction and an adverb before it.
_FRONT = 3
_HANGING = frozenset(("parataxis", "ccomp", "advcl", "conj", "dep"))
_ENDING = frozenset((";", "—", "–", "--"))
_FLANKS = frozenset({",", "—", "–", "--", "-", "(", ")", '"', "”", "“", "''", "``", ".", "’", "'"})
_BEHIND = _FLANKS | _ENDING


def inserted(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    """ "The plan, he said, is dead"; "As The Post noted, ..."."""
    manner = CUES.manner(lemma, "clause")
    hanging = quoted_as(reading, verb) or verb
    if manner is None or hanging.head == hanging.place or complements(reading, verb, infinitive=False):
        return None
    as_word = _before(verb, reading.child(verb, "mark", "advmod", "prep"))
    fronted = as_word is not None and as_word.text.lower() == "as" and verb.dep in ("advcl", "ccomp")
    if fronted and (reading.child(verb, "dobj") is not None or _leads_on(reading, verb, lemma)):
        return None
    inverted = _inverted(reading, verb)
    if not (fronted or inverted) and (
        own_subject(reading, hanging) is None or reading.child(verb, "dobj") is not None
    ):
        return None
    if not fronted and (hanging.dep not in _HANGING or as_word is not None):
        return None
    attribution = _without_conjunction(reading, attribution_of(reading, hanging, []))
    if reading.head(hanging).place < hanging.place:
        behind = min(going_on(reading, hanging, reading.head(hanging)), default=len(reading))
        attribution = frozenset(one for one in attribution if one < behind)
    if not _is_flanked(reading, attribution, fronted) or _is_told_itself(reading, hanging, attribution):
        return None
    content = _told_before(reading, hanging, attribution)
    content = content or places(reading.subtree(reading.head(hanging))) - attribution
    if not content:
        return None
    clause = made(reading, verb, "clause", manner, content, attribution)
    return replace(clause, speaker=Speaker(inverted)) if inverted is not None else clause


def quoted(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    """ "Troops fled, the general was quoted as saying"."""
    quoting, manner = quoted_as(reading, verb), CUES.manner(lemma, "clause")
    if quoting is None or manner is None:
        return None
    heads = [one for one in complements(reading, quoting, infinitive=False) if one.place < quoting.place]
    if not heads:
        return None
    content = clause_content(reading, quoting, heads)
    return made(reading, verb, "clause", manner, content, attribution_of(reading, quoting, heads))


def _before(verb: Word, word: Word | None) -> Word | None:
    return word if word is not None and word.place < verb.place else None


def _without_conjunction(reading: Reading, attribution: frozenset[int]) -> frozenset[int]:
    """An attribution without the "and" behind it, which joins the words around: "..., he said, and left"."""
    last = reading[max(attribution)]
    return attribution - {last.place} if last.dep == "cc" else attribution


def _is_told_itself(reading: Reading, verb: Word, attribution: frozenset[int]) -> bool:
    """Whether a sentence that begins with a cue is what another tells: "Chad promised to go, its envoy said"."""
    head = reading.head(verb)
    if verb.dep != "ccomp" or verb.place > head.place or not CUES.speaks(CUES.lemma(head.lemma)):
        return False
    return min(attribution) == min(places(reading.subtree(head)))


def _told_before(reading: Reading, verb: Word, attribution: frozenset[int]) -> frozenset[int]:
    """The clause that ends at an attribution behind which another sentence begins: "..., he says; they deny it"."""
    following = max(attribution) + 1
    if following >= len(reading) or reading[following].text not in _ENDING:
        return frozenset()
    for child in reading.children(reading.head(verb)):
        told = places(reading.subtree(child))
        if child.dep in ("ccomp", "parataxis") and max(told) < min(attribution) <= max(told) + 2:
            return told
    return frozenset()


def _leads_on(reading: Reading, verb: Word, lemma: str) -> bool:
    """Whether a verb has its matter behind a preposition: "argue for"."""
    allowed = CUES.prepositions(lemma, "preposition")
    return any(child.dep == "prep" and child.text.lower() in allowed for child in reading.children(verb))


def _inverted(reading: Reading, verb: Word) -> Word | None:
    """The name behind the verb in "..., argued Lind", which a parse takes for its object."""
    thing = reading.child(verb, "dobj")
    if thing is None or thing.pos != "PROPN" or verb.tag == "VBG" or not verb.place:
        return None
    if own_subject(reading, verb) is not None:
        return None
    first = reading.subtree(thing)[0].place
    return thing if first == verb.place + 1 and reading[verb.place - 1].text in _FLANKS else None


def _is_flanked(reading: Reading, attribution: frozenset[int], fronted: bool) -> bool:
    """Whether marks set an attribution off on both sides, within it or outside."""
    first, last = min(attribution), max(attribution)
    if last - first + 1 > len(attribution) + 2:
        return False
    before = fronted or first == 0 or reading[first].text in _FLANKS or reading[first - 1].text in _FLANKS
    after = last + 1 >= len(reading) or reading[last].text in _FLANKS or reading[last + 1].text in _BEHIND
    return before and after


def according(reading: Reading, word: Word) -> Iterator[Clause]:
    to = next((child for child in reading.children(word) if child.text.lower() == "to"), None)
    source = reading.child(to, "pobj", "pcomp") if to is not None else None
    if to is None or source is None:
        return
    attribution = frozenset({word.place}) | places(reading.subtree(word))
    head = reading.head(word)
    for above in [head, *reading.above(head)]:
        if is_verb(above) and above.dep in ("ROOT", "conj", "ccomp", "relcl", "parataxis"):
            head = above
            break
    if word.place < _FRONT and own_subject(reading, head) is None:
        commas = [one.place for one in reading[word.place : head.place] if one.text == ","]
        attribution = frozenset(range(word.place, commas[-1] + 1)) if commas else attribution
    content = places(reading.subtree(head)) - attribution - second_cues(reading, head)
    if head.place == word.place or not content:
        content = places(reading) - attribution
    yield Clause(
        "clause", "speech", "according", (word, to), content, attribution, Speaker(source), None, False
    )
