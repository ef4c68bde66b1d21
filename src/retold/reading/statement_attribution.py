"""A quotation that no clause holds, to the cue beside it: by place and word, for parses that quotations spoil."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from retold.model import Span, StatementManner
from retold.reading.article import ReadSentence
from retold.reading.cues import CUES
from retold.reading.parse import KEPT, Reading, Word
from retold.reading.quotations import Quotation
from retold.reading.statement_clause import (
    addressee_of,
    is_negated,
    is_passive,
    is_verb,
    lemma_of,
    own_subject,
    speaker_of,
)
from retold.reading.statement_draft import Draft, Voice, voice_of
from retold.reading.statement_edges import attribution_of
from retold.reading.statement_quotations import touching

# Words between a quotation and its cue: "..., the head of the agency's office in Geneva told ...".
_NEAR = 9
# How far a cue may stand when its clause reaches the quotation.
_FAR = 45
# Words looked through, quoted ones too.
_LOOKED_THROUGH = 200
# The same for quotations that are no sentence, and for verbs that tell of speaking only beside one ("smiled").
_REACH_TERM = 2
_REACH_WEAK = 5
_SENTENCE = 5
_PRONOUNS = frozenset({"he", "she", "they", "it", "i", "we", "who"})
_NOT_SPEAKING = frozenset({"$", "'s"})


def beside(
    place: int, sentence: ReadSentence, quotation: Quotation, quotations: Sequence[Quotation]
) -> Draft | None:
    """The quotation as a draft with the nearest cue of the sentence outside of quotations, if there is one."""
    start, end = sentence.sentence.start, sentence.sentence.end
    within = tuple(one.moved(-start) for one in touching(quotations, start, end))
    found = _beside(sentence.wording, quotation.moved(-start), within)
    return found.moved(place, start) if found is not None else None


@lru_cache(maxsize=KEPT)
def _beside(reading: Reading, quotation: Quotation, quotations: tuple[Quotation, ...]) -> Draft | None:
    """The same of the sentence by itself."""
    outside = _outside(reading, quotation, quotations)
    best: tuple[int, Word] | None = None
    for verb in outside:
        if not is_verb(verb) or verb.dep in ("amod", "compound") or not CUES.quotes(lemma_of(reading, verb)):
            continue
        distance = _distance(verb, quotation, outside)
        if distance is None or distance > _reach(lemma_of(reading, verb), quotation, verb):
            continue
        if best is None or distance < best[0]:
            best = distance, verb
    according = _according(outside, quotation)
    if according is not None and (best is None or according[0] <= best[0] + 2):
        return _draft_according(reading, quotation, according[1])
    return _draft(reading, quotation, best[1], outside) if best is not None else None


def of_words(reading: Reading, quotation: Quotation, before: Sequence[Word]) -> Draft | None:
    """The quotation with the cue that ends the words before it and has a name for its subject, by their sentence."""
    for verb in reversed(before):
        subject = own_subject(reading, verb)
        if is_verb(verb) and CUES.speaks(CUES.lemma(verb.lemma)) and subject is not None:
            if subject in before and subject.pos in ("PROPN", "NOUN"):
                return _draft(reading, quotation, verb, before)
            return None
    return None


def _reach(lemma: str, quotation: Quotation, verb: Word) -> int:
    """Words over which a cue reaches a quotation: few where the quotation may be a term or the verb tell nothing."""
    if quotation.words < _SENTENCE and not (quotation.final and quotation.end <= verb.start):
        telling = CUES.speaks(lemma) or CUES.manner(lemma, "predicate") is not None
        if quotation.start < verb.start:
            return -1
        if telling:
            return _REACH_WEAK if quotation.final else _REACH_TERM
        return 0 if quotation.final else -1
    if not CUES.speaks(lemma):
        return _REACH_WEAK
    return _FAR if quotation.final else _REACH_WEAK


def _outside(reading: Reading, quotation: Quotation, quotations: Sequence[Quotation]) -> list[Word]:
    """The words before and behind a quotation that are in none, as far as a cue may stand from it."""
    first = bisect_left(reading.words, quotation.start, key=lambda word: word.start)
    last = bisect_left(reading.words, quotation.end, key=lambda word: word.start)
    before: list[Word] = []
    for word in reversed(reading.words[max(0, first - _LOOKED_THROUGH) : first]):
        if len(before) <= _FAR and not _quoted(word, quotations):
            before.append(word)
    behind: list[Word] = []
    for word in reading.words[last : last + _LOOKED_THROUGH]:
        if len(behind) <= _FAR and not _quoted(word, quotations):
            behind.append(word)
    return before[::-1] + behind


def _quoted(word: Word, quotations: Sequence[Quotation]) -> bool:
    return any(
        one.start <= word.start and word.end <= one.end for one in touching(quotations, word.start, word.end)
    )


def _distance(word: Word, quotation: Quotation, outside: Sequence[Word]) -> int | None:
    """Words of the sentence between, those behind a quotation counted dearer beyond a clause's end; None if far."""
    if word.start >= quotation.end:
        between = [one for one in outside if quotation.end <= one.start < word.start]
    else:
        between = [one for one in outside if word.end <= one.start < quotation.start]
    cost = len(between) + 3 * sum(one.text in {".", ";", "?", "!"} for one in between)
    limit = _FAR if _is_apposition(between) else _NEAR
    return cost if cost <= limit else None


def _is_apposition(between: Sequence[Word]) -> bool:
    """Whether what lies between may be one noun with what describes it: no other verb with a subject."""
    return not any(one.dep in ("ROOT", "ccomp", "conj") and is_verb(one) for one in between)


def _according(outside: Sequence[Word], quotation: Quotation) -> tuple[int, Word] | None:
    for word in outside:
        if word.text.lower() == "according":
            distance = _distance(word, quotation, outside)
            if distance is not None:
                return distance, word
    return None


def _draft_according(reading: Reading, quotation: Quotation, word: Word) -> Draft | None:
    to = next((child for child in reading.children(word) if child.text.lower() == "to"), None)
    source = reading.child(to, "pobj") if to is not None else None
    voice = voice_of(reading, source)
    cue = Span(word.start, to.end if to is not None else word.end)
    end = voice.span.end if voice else cue.end
    return Draft(
        0,
        "speech",
        "quotation",
        "according",
        (quotation.span,),
        cue,
        Span(word.start, end),
        voice,
        quoted=True,
    )


def _draft(reading: Reading, quotation: Quotation, verb: Word, outside: Sequence[Word]) -> Draft:
    speaker = speaker_of(reading, verb)
    voice = voice_of(reading, speaker.word)
    if voice is None or _inside(voice.span, quotation):
        voice = _neighbour(reading, verb, outside, quotation)
    lemma = CUES.lemma(verb.lemma)
    attribution = [
        reading[one] for one in sorted(attribution_of(reading, verb, [])) if reading[one] in outside
    ]
    addressee = addressee_of(reading, verb, lemma in CUES.addressed)
    held = voice_of(reading, addressee)
    manner: StatementManner = "act" if is_negated(reading, verb) else "speech"
    return Draft(
        place=0,
        manner=manner,
        construction="quotation",
        lemma=lemma,
        pieces=(quotation.span,),
        cue=Span(verb.start, verb.end),
        attribution=Span(attribution[0].start, attribution[-1].end)
        if attribution
        else Span(verb.start, verb.end),
        voice=voice,
        reporter=voice_of(reading, speaker.reporter),
        addressee=held.span if held is not None and not _inside(held.span, quotation) else None,
        quoted=True,
    )


def _inside(span: Span, quotation: Quotation) -> bool:
    return span.start < quotation.end and quotation.start < span.end


def _neighbour(reading: Reading, verb: Word, outside: Sequence[Word], quotation: Quotation) -> Voice | None:
    """A name or a pronoun beside the verb, outside the quotation."""
    if is_passive(reading, verb):
        return None
    for word in _near(verb, outside, quotation):
        if word.text.lower() in _PRONOUNS:
            return Voice(0, Span(word.start, word.end), word)
        if (
            word.pos in ("PROPN", "NOUN")
            and word.dep not in ("npadvmod", "compound")
            and word.text not in _NOT_SPEAKING
        ):
            return voice_of(reading, word, frozenset({verb.place}))
    return None


def _near(verb: Word, outside: Sequence[Word], quotation: Quotation) -> Iterator[Word]:
    number = next(number for number, word in enumerate(outside) if word.place == verb.place)
    before = list(outside[max(0, number - 4) : number])[::-1]
    after = list(outside[number + 1 : number + 5])
    first = quotation.end <= verb.start and bool(before) and before[0].start < quotation.start
    yield from (after + before if first or not before else before + after)
