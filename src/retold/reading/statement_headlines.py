"""What a headline says and who says so: "Rebels shelled port: army", "Police: Gunmen seize bus", "... -sources"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from retold.model import Span
from retold.reading.cues import CUES
from retold.reading.parse import Reading, Word
from retold.reading.speakers_names import is_body, is_office
from retold.reading.statement_clause import is_verb
from retold.reading.statement_draft import Draft, Voice, pieces_of

_STOPS = frozenset(".!?…”\"'")
_LEADING = "-–—"
_QUOTATION_TAGS = frozenset({"``", "''"})
# No words of a speaker's name: figures, pronouns and marks.
_NO_NAME = frozenset({"CD", "PRP", "WP", "WRB", "WDT", ":", ",", ".", "-LRB-", "-RRB-", *_QUOTATION_TAGS})
_NAMED = frozenset({"PERSON", "ORG", "GPE", "NORP"})
_PROPER = frozenset({"NNP", "NNPS"})
# Letters of "IAEA", words in the name of a speaker, and of what is said.
_ABBREVIATED = 5
_LONGEST = 5
_SHORTEST = 2


def headline(reading: Reading) -> Draft | None:
    """The statement that a sentence without a full stop is, a colon or a dash between it and its speaker."""
    if len(reading) <= _SHORTEST + 1 or reading[-1].text[-1:] in _STOPS:
        return None
    if any(word.tag in _QUOTATION_TAGS for word in reading):
        return None  # what is quoted is found with the words around it
    return _speaker_behind(reading) or _speaker_before(reading)


def _speaker_behind(reading: Reading) -> Draft | None:
    """ "Rebels shelled port: army"; behind a dash no name but a state's, or it may be the paper's."""
    for mark in reversed(reading[-_LONGEST - 1 :]):
        if mark.text != ":" and not _is_dash(reading, mark):
            continue
        first = mark.place if _is_said(mark.text[1:]) else mark.place + 1  # "-officials"
        speaker, said = reading[first:], reading[: mark.place]
        named = _NAMED if mark.text == ":" else frozenset({"GPE", "NORP"})
        if _may_speak(speaker) or (_is_behind(speaker, named) and any(map(is_verb, said))):
            return _draft(reading, speaker, said)
        return None
    return None


def _speaker_before(reading: Reading) -> Draft | None:
    """ "Police: Gunmen seize bus"; the name of a country there is mostly that of the place."""
    mark = next((word for word in reading[: _LONGEST + 1] if word.text == ":"), None)
    if mark is None:
        return None
    speaker, said = reading[: mark.place], reading[mark.place + 1 :]
    if _may_speak(speaker) or (_is_name(speaker, frozenset({"PERSON"})) and any(map(is_verb, said))):
        return _draft(reading, speaker, said)
    return None


def _is_dash(reading: Reading, mark: Word) -> bool:
    """Whether it stands between words, not within one."""
    return mark.text[:1] in _LEADING and mark.place > 0 and reading[mark.place - 1].end < mark.start


def _is_said(text: str) -> bool:
    return any(sign.isalnum() for sign in text)


def _may_speak(words: Sequence[Word]) -> bool:
    """Whether they are a noun for somebody who tells: "state TV", "UN officials", "minister in Kabul"."""
    noun = list(takewhile(lambda word: word.tag != "IN", words))
    if not noun or not _is_short(words):
        return False
    last = noun[-1]
    forms = {last.text.lower().lstrip(_LEADING), last.lemma.lower().lstrip(_LEADING)}
    return any(is_office(one) or is_body(one) or one in CUES.telling for one in forms)


def _is_name(words: Sequence[Word], entities: frozenset[str]) -> bool:
    """Whether they are a name of one of these kinds."""
    last = words[-1] if words else None
    if last is None or not _is_short(words):
        return False
    return last.entity in entities and last.text[:1].isupper()


def _is_behind(words: Sequence[Word], entities: frozenset[str]) -> bool:
    """Whether they are a name behind what is said: an abbreviation and a name of several words are one there."""
    whole = "ORG" in entities and len(words) > 1 and all(word.tag in _PROPER for word in words)
    short = len(words) == 1 and words[0].text.isupper() and len(words[0].text) <= _ABBREVIATED
    return _is_short(words) and (whole or short or _is_name(words, entities))


def _is_short(words: Sequence[Word]) -> bool:
    return len(words) <= _LONGEST and not any(
        (is_verb(one) and one.lemma.lower() not in CUES.telling) or one.tag in _NO_NAME for one in words
    )


def _draft(reading: Reading, speaker: Sequence[Word], said: Sequence[Word]) -> Draft | None:
    pieces = tuple(pieces_of(reading, frozenset(word.place for word in said)))
    if len(said) < _SHORTEST or not pieces:
        return None
    head = speaker[-1]
    marks = len(speaker[0].text) - len(speaker[0].text.lstrip(_LEADING))
    span = Span(speaker[0].start + marks, head.end)
    return Draft(
        place=0,
        manner="speech",
        construction="headline",
        lemma=None,
        pieces=pieces,
        cue=None,
        attribution=span,
        voice=Voice(0, span, head),
    )
