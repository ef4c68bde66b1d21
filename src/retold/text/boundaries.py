"""A paragraph to its sentences: where a full stop, a question or an exclamation mark ends one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from retold.model import Span
from retold.text.abbreviations import KNOWN, goes_on, is_abbreviation, is_first_word, word_before

_WIDE = "。！？｡।॥።។"
_ASKING = "!?؟‼⁇⁈⁉"
# Marks, then what closes with them, then white space. Spaced dots that mark an omission go with the sentence before.
# A quotation mark that can open or close is taken to close when no letter follows.
_STOP = re.compile(
    rf"[.…۔։{_ASKING}{_WIDE}]+(?:\s(?:\.\.\.|…)(?=[\s\"”]))?"
    r"((?:[”’»›)\]}」』）》〉*]|[\"'“‘«‹](?!\w)|[ \u00a0\u202f][”»›](?!\w)|\[\d{1,3}\])*)"
    r"(\s*)"
)
_OPENING = re.compile(r"[\"'“”„‟‘’‚‛«‹»›「『（《(\[{¿¡*_]{0,6}(?:[–—-]+\s*)?")
_OPENING_QUOTES = '"“„«‘'
_CONTINUES = ",;:%)]}،؛，；："
_WORD_CHARACTER = re.compile(r"\w")
_ENUMERATOR = re.compile(r"[(\[]?(?:\d{1,2}|[A-Za-z]|[ivx]{1,4}|[IVX]{1,4})")
_LETTERED_ITEM = re.compile(r"\((?:[a-z]|[ivx]{1,4})\)\s")
_GLUED = re.compile(r"[\"“‘«(]?([^\W\d_])[^\W\d_]*(?=[\s,'’])")
_ENDS_AS_WORD = re.compile(r"(?:[^\W\d_]{2}|\d{4})\Z")
_ADDRESS = re.compile(r"[/@.]|www")


def _one_of(verbs: frozenset[str]) -> str:
    return "(?:" + "|".join(sorted(verbs)) + ")"


_SPEAKER = re.compile(
    rf"(?:[^\W\d_][\w’'.-]*\s){{1,6}}?(?:{_one_of(KNOWN.addressing_verbs)}\b|{_one_of(KNOWN.speech_verbs)}"
    r"(?=[.,;:]|\Z|\s(?:in|on|at|as|during|after|before|via|when|while|last|this|to|of|with|from)\b))"
)
_SPEAKER_CHINESE = re.compile(rf"[^{_WIDE}，、“”「」\s]{{0,10}}{_one_of(KNOWN.speech_verbs_chinese)}")
# How far back an opening straight quotation mark is looked for: longer than any paragraph of news.
_QUOTE_WINDOW = 2000


def sentences_in(text: str, paragraph: Span) -> Iterator[Span]:
    """Spans of the paragraph's sentences, in order, without the white space between them.

    Closing quotation marks and brackets stay with the sentence they close. A sentence has a word in it, unless the
    paragraph has none.
    """
    start = scanned = paragraph.start
    before: Span | None = None
    worded = False
    for stop in _STOP.finditer(text, paragraph.start, paragraph.end):
        if stop.end() >= paragraph.end:
            break
        worded = worded or _WORD_CHARACTER.search(text, scanned, stop.start()) is not None
        scanned = stop.end()
        end = _sentence_end(text, start, stop, paragraph.end) if worded else None
        if end is not None:
            if before:
                yield before
            before = Span(start, end)
            start = _after_space(text, end)
            worded = False
    if before and (worded or _WORD_CHARACTER.search(text, scanned, paragraph.end)):
        yield before
        before = None
    yield Span(before.start if before else start, paragraph.end)


def _sentence_end(text: str, start: int, stop: re.Match[str], limit: int) -> int | None:
    """Where the sentence from `start` ends, if it ends at this stop: behind the closing marks."""
    end = stop.end(1)
    if text[stop.start(1) - 1] in _WIDE:
        return None if stop[1] and _SPEAKER_CHINESE.match(text, stop.end(), limit) else end
    if not stop[2]:
        return _glued_end(text, start, stop, limit)
    following = stop.end()
    if _closes_apart(text, start, stop, limit):
        end = following + 1
        following = _after_space(text, end)
    return end if _starts_sentence(text, start, stop, following, limit) else None


def _after_space(text: str, position: int) -> int:
    while text[position].isspace():
        position += 1
    return position


def _closes_apart(text: str, start: int, stop: re.Match[str], limit: int) -> bool:
    """Whether a straight quotation mark stands alone after the stop and closes a quotation."""
    following = stop.end()
    if text[following] != '"' or following + 1 >= limit or not text[following + 1].isspace():
        return False
    return _quotation_is_open(text, start, stop.start())


def _quotation_is_open(text: str, start: int, position: int) -> bool:
    return text.count('"', max(start, position - _QUOTE_WINDOW), position) % 2 == 1


def _glued_end(text: str, start: int, stop: re.Match[str], limit: int) -> int | None:
    """The end at a stop that lost the white space after it, between a word and a capitalised one."""
    end = stop.end(1)
    after = _GLUED.match(text, end, limit)
    if after is None or not after[1].isupper():
        return None
    word = word_before(text, start, stop.start())
    if not _ENDS_AS_WORD.search(word) or _ADDRESS.search(word) or is_abbreviation(word):
        return None
    return end + 1 if text[end] == '"' and _quotation_is_open(text, start, end) else end


def _starts_sentence(text: str, start: int, stop: re.Match[str], following: int, limit: int) -> bool:
    """Whether a new sentence starts at `following`, behind the stop and white space."""
    opening = _OPENING.match(text, following, limit)
    first = opening.end() if opening else following
    if first >= limit:
        return True
    if text[first] in _CONTINUES:
        return False
    if text[first].islower():
        if _LETTERED_ITEM.match(text, following, limit):
            return True
        return text[following] in _OPENING_QUOTES and not stop[1] and _is_plain(text, start, stop)
    if text[stop.start(1) - 1] in _ASKING:
        return not (stop[1] and _SPEAKER.match(text, following, limit))
    if stop.start(1) - stop.start() > 1 or text[stop.start()] == "…":
        return stop[1] != "]" or is_first_word(text, first, limit)
    return not _is_within(text, start, stop, following, first, limit)


def _is_plain(text: str, start: int, stop: re.Match[str]) -> bool:
    """Whether the stop is one full stop, and not that of an abbreviation."""
    if text[stop.start()] != "." or stop.start(1) - stop.start() > 1:
        return False
    return not is_abbreviation(word_before(text, start, stop.start()))


def _is_within(text: str, start: int, stop: re.Match[str], following: int, first: int, limit: int) -> bool:
    """Whether a single full stop stands inside a sentence: in an enumerator, an abbreviation, an ordinal."""
    if _ENUMERATOR.fullmatch(text, start, stop.start()):
        return True
    word = word_before(text, start, stop.start())
    if text[following] in "–—-" and is_abbreviation(word):
        return True
    if stop[1] and (word in KNOWN.before_name or word in KNOWN.inner):
        return False
    return goes_on(text, word, first, limit)
