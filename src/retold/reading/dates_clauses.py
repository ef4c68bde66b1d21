"""When a predicate happened: the date phrase of its own clause."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from retold.reading.dates_ahead import AHEAD_FOR, GOVERNORS, LIGHT, VERBAL, carrier_of, is_ahead, set_for
from retold.reading.dates_calendar import ResolvedDate
from retold.reading.dates_compounds import Hedged
from retold.reading.dates_spans import DateSpan, date_spans
from retold.reading.dates_terms import Distance
from retold.reading.dates_words import WORDS
from retold.reading.parse import Reading, Word

JUDGING, SUBORDINATING, DAY_AS_OBJECT, MODIFYING, PASSING, NOT_THEN = (
    frozenset(WORDS["sentence"][name].split())
    for name in ("judging", "subordinating", "day_as_object", "modifying", "passing", "not_then")
)
CARRYING = LIGHT | AHEAD_FOR


class Dated(NamedTuple):
    """A date phrase and the days it means."""

    span: DateSpan
    date: ResolvedDate


def date_of(reading: Reading, word: Word, published: date) -> Dated | None:
    """The date of the predicate `word` in a sentence published that day; None when its clause gives none.

    A verb has the phrases that hang on it or on its arguments ("held talks in Beijing on Friday"); a noun those that
    hang on it ("the August exercise", "the attack in 2014"), or on a verb that only carries it ("talks were held on
    Friday", "a visit scheduled for May"). A fronted phrase holds for the verbs joined behind it ("On Friday he came
    and met her"), and that of a verb for its clause with "when". Not those of relative clauses, of what is said, or
    of other verbs. Of several, the nearest.
    """
    spans = date_spans(reading)
    for holder in _holders(reading, word) if spans else ():
        hanging = [span for span in spans if _hangs_on(reading, span, holder)]
        for span in sorted(hanging, key=lambda span: abs(span.start - holder.start)):
            found = _resolved(reading, span, word, published)
            if found and _is_its_own(reading, word, holder, Dated(span, found)):
                return Dated(span, found)
    return None


def _holders(reading: Reading, word: Word) -> Iterator[Word]:
    """The predicate, then the verbs whose date may be its own."""
    yield word
    head = reading.head(word)
    if word.pos in VERBAL:
        if (
            _is_when(reading, word)
            or word.dep == "conj"
            or (word.dep == "xcomp" and head.lemma.lower() in GOVERNORS | LIGHT)
        ):
            yield head
        return
    for child in reading.children(word):
        if child.dep in ("acl", "relcl") and child.lemma.lower() in CARRYING:
            yield child
    carrier = carrier_of(reading, word)
    if carrier and carrier.lemma.lower() in CARRYING | JUDGING:
        yield carrier


def _is_its_own(reading: Reading, word: Word, holder: Word, dated: Dated) -> bool:
    if holder is word and set_for(reading, _top(reading, dated.span)) == word:
        return False  # postponed until October: that is when the summit is, not when it was postponed
    if word.dep == "xcomp" and holder.tag == "VBD" and holder.start < dated.span.start < word.start:
        return False  # promised on Monday to withdraw: that is when it was promised
    if holder is not word and word.pos in VERBAL:
        return _is_when(reading, word) or word.dep != "conj" or dated.span.end <= holder.start
    judges = _is_of_what_is_judged(reading, holder, dated)
    return judges == (holder is not word) or holder.lemma.lower() in CARRYING


def _is_of_what_is_judged(reading: Reading, verb: Word, dated: Dated) -> bool:
    """Condemned the invasion in 1968: nobody dates a judgement by the year, in the week it is told."""
    if verb.lemma.lower() not in JUDGING or dated.date.granularity in ("day", "week"):
        return False
    objects = (child for child in reading.children(verb) if child.dep in ("dobj", "nsubjpass"))
    return any(one.end <= dated.span.start for one in objects)


def _hangs_on(reading: Reading, span: DateSpan, holder: Word) -> bool:
    """Whether a phrase hangs on the predicate, straight or over its arguments."""
    if holder.place in span.words:
        return False
    if holder.head in span.words and _is_when(reading, holder):
        return True
    top = _top(reading, span)
    if top.dep == "dobj" and reading.head(top).lemma.lower() in DAY_AS_OBJECT:
        return False
    saying = _said_on(reading, span, top)
    if saying:
        return saying == holder
    if top.dep in MODIFYING:
        return top.head == holder.place and holder.pos not in VERBAL
    return _reaches(reading, top, holder)


def _is_when(reading: Reading, verb: Word) -> bool:
    """Whether its clause tells what happened then: "a low in August, when she visited the island"."""
    told = (child.text.lower() == "when" for child in reading.children(verb))
    return verb.dep in ("relcl", "advcl") and any(told)


def _said_on(reading: Reading, span: DateSpan, top: Word) -> Word | None:
    """The verb right before a phrase that the parser hung on what is said: "said on Friday it had left"."""
    before = span.words.start - 1
    if before > 0 and reading.words[before].pos == "ADP":
        before -= 1
    verb = reading.words[max(before, 0)]
    above = [word for word in reading.above(top) if word.dep == "ccomp" and word.start > span.end]
    return verb if verb.pos == "VERB" and any(word.head == verb.place for word in above) else None


def _top(reading: Reading, span: DateSpan) -> Word:
    """The word of the phrase that hangs on something outside it."""
    words = [reading.words[place] for place in span.words]
    return next((word for word in words if word.head not in span.words), words[-1])


def _reaches(reading: Reading, top: Word, holder: Word) -> bool:
    """Whether the way up from a phrase comes to the holder before it comes to another clause."""
    own = reading.head(top)
    if own.text.lower() in NOT_THEN:
        return False
    for head in reading.above(top):
        if head.place == holder.place:
            return True
        passes = _passes(head, holder) or (head is own and head.pos == "ADP")
        if head.dep not in PASSING or head.pos in VERBAL or not passes:
            return False
    return False


def _passes(head: Word, holder: Word) -> bool:
    if holder.pos in VERBAL:
        return head.text.lower() not in SUBORDINATING
    return head.pos in ("ADP", "ADV", "SCONJ") or (head.pos == "PROPN" and head.dep == "pobj")


def _resolved(reading: Reading, span: DateSpan, word: Word, published: date) -> ResolvedDate | None:
    future = is_ahead(reading, word) or set_for(reading, _top(reading, span)) is not None
    return None if _is_duration(span) and not future else span.resolve(published, future)


def _is_duration(span: DateSpan) -> bool:
    """In three years: behind a past tense that is how long it took, or since when it was the first."""
    term = span.term.term if isinstance(span.term, Hedged) else span.term
    return isinstance(term, Distance) and term.count > 0
