"""A clause, and a verb of asking, to whether they ask a question: nobody is asked to do anything then."""

from __future__ import annotations

from retold.coding.frames.frames import Frames
from retold.reading.parse import Reading, Word

_INQUIRING = frozenset(("ask", "inquire", "enquire", "query", "quiz"))
# Tags of the words that questions begin with.
_ASKING = frozenset(("WRB", "WP", "WDT", "WP$"))
_QUOTES = ('"', "”", "''", "'", "’")


def is_question(reading: Reading, clause: Word) -> bool:
    """Whether a clause asks: whether it was, why they fled, "can we win?"."""
    within = reading.subtree(clause)
    before = [one for one in within if one.place < clause.place]
    if any(one.text.lower() in ("if", "whether") for one in before if one.dep == "mark"):
        return True
    after = reading.words[within[-1].place : within[-1].place + 2]
    if any(one.text == "?" for one in (*within, *after)):
        return True
    return clause.dep == "ccomp" and bool(before) and before[0].tag in _ASKING


def asks(frames: Frames, word: Word) -> bool:
    """Whether a verb of asking has a question, which nobody is to do: asked the envoy why they fled."""
    clauses = [one for one in frames.reading.children(word) if one.dep in ("ccomp", "advcl")]
    if word.lemma.lower() not in _INQUIRING or frames.slot(word, "infinitive"):
        return False
    if _quotes_question(frames.reading) and not any(frames.slot(word, one) for one in ("for", "ccomp")):
        return True
    return any(
        is_question(frames.reading, one) or (one.dep == "advcl" and _asks_how(frames.reading, one))
        for one in clauses
    )


def _quotes_question(reading: Reading) -> bool:
    pairs = zip(reading.words, reading.words[1:], strict=False)
    return any(one.text == "?" and after.text in _QUOTES for one, after in pairs)


def _asks_how(reading: Reading, clause: Word) -> bool:
    return any(one.text.lower() in ("how", "why") for one in reading.children(clause))
