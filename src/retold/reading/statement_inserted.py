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
)
from retold.reading.statement_edges import attribution_of, second_cues
from retold.reading.statement_making import made

# A sentence that begins with "According to" may have a conjunction and an adverb before it.
_FRONT = 3
_FLANKS = frozenset({",", "—", "–", "--", "-", "(", ")", '"', "”", "“", "''", "``", ".", "’", "'"})


def inserted(reading: Reading, verb: Word, lemma: str) -> Clause | None:
    """ "The plan, he said, is dead"; "As The Post noted, ..."."""
    manner = CUES.manner(lemma, "clause")
    if manner is None or verb.head == verb.place or complements(reading, verb, infinitive=False):
        return None
    as_word = reading.child(verb, "mark", "advmod", "prep")
    fronted = as_word is not None and as_word.text.lower() == "as" and verb.dep in ("advcl", "ccomp")
    if fronted and (reading.child(verb, "dobj") is not None or _leads_on(reading, verb, lemma)):
        return None
    inverted = _inverted(reading, verb)
    if not (fronted or inverted) and (
        own_subject(reading, verb) is None or reading.child(verb, "dobj") is not None
    ):
        return None
    if not fronted and (
        verb.dep not in ("parataxis", "ccomp", "advcl", "conj", "dep") or as_word is not None
    ):
        return None
    attribution = attribution_of(reading, verb, [])
    if not _is_flanked(reading, attribution, fronted):
        return None
    head = reading.head(verb)
    content = places(reading.subtree(head)) - attribution
    if not content:
        return None
    clause = made(reading, verb, "clause", manner, content, attribution)
    return replace(clause, speaker=Speaker(inverted)) if inverted is not None else clause


def _leads_on(reading: Reading, verb: Word, lemma: str) -> bool:
    """Whether a verb has its matter behind a preposition: "argue for"."""
    allowed = CUES.prepositions(lemma, "preposition")
    return any(child.dep == "prep" and child.text.lower() in allowed for child in reading.children(verb))


def _inverted(reading: Reading, verb: Word) -> Word | None:
    """The name behind the verb in "..., argued Lind", which a parse takes for its object."""
    thing = reading.child(verb, "dobj")
    if thing is None or thing.pos != "PROPN" or own_subject(reading, verb) is not None or not verb.place:
        return None
    first = reading.subtree(thing)[0].place
    return thing if first == verb.place + 1 and reading[verb.place - 1].text in _FLANKS else None


def _is_flanked(reading: Reading, attribution: frozenset[int], fronted: bool) -> bool:
    """Whether marks set an attribution off on both sides, within it or outside."""
    first, last = min(attribution), max(attribution)
    if last - first + 1 > len(attribution) + 2:
        return False
    before = fronted or first == 0 or reading[first].text in _FLANKS or reading[first - 1].text in _FLANKS
    after = last + 1 >= len(reading) or reading[last].text in _FLANKS or reading[last + 1].text in _FLANKS
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
