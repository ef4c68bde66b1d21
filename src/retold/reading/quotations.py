"""A text to its quotations: outermost stretches within quotation marks, whatever the marks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.model import Span
from retold.reading.quotations_marks import Mark, has_lost_marks, marks_of

# A quotation whose closing mark is missing is not followed further than this.
MAX_UNCLOSED = 1_200
_WORD = re.compile(r"\w+(?:['’]\w+)?")
_FINAL = re.compile(r"[.!?…,—–-]['\"’”»›]*\Z")
# Where the words of another begin again behind a quotation that was not closed: ", he said", "." said Mr. Lee.
_ATTRIBUTION = re.compile(
    r"[,.!?…]\s?(?=\s(?:(?:[A-Z][\w.'’-]*|he|she|they|it|the|a|an|his|her|its)\s){1,6}?"
    r"(?:said|says|told|added|adds|wrote|stated|noted|explained|tweeted|argued|warned|insisted|asked|replied)\b"
    r"|\s(?:said|says|added|adds|wrote|according to|stated|noted|explained|asked|replied)\s)"
)
_STOPS = frozenset(".!?…")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|\Z)")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Characters from the opening to the closing mark, both included.

    `whole`: both marks are there. `continues`: the next paragraph goes on with it. `paragraph`: its place among those
    given. `final`: it ends in a mark of punctuation, `capital`: begins with a capital letter, `opens_sentence`: a
    full stop stands before it.
    """

    start: int
    end: int
    paragraph: int
    whole: bool
    continues: bool
    words: int
    final: bool
    capital: bool
    opens_sentence: bool

    @property
    def span(self) -> Span:
        return Span(self.start, self.end)

    def moved(self, offset: int) -> Quotation:
        """The same so many characters further on, in no paragraph: copies have other paragraphs around it."""
        return Quotation(
            self.start + offset,
            self.end + offset,
            0,
            self.whole,
            self.continues,
            self.words,
            self.final,
            self.capital,
            self.opens_sentence,
        )


def quotations_in(text: str, paragraphs: Sequence[Span]) -> list[Quotation]:
    """Quotations in order, none within another, none across paragraphs. Linear in the length of the text.

    A quotation that goes on over paragraphs is one for each. What a missing mark leaves open is ended before an
    attribution, or with its paragraph.
    """
    lost = has_lost_marks(text)
    marks = [list(marks_of(text, paragraph.start, paragraph.end, lost)) for paragraph in paragraphs]
    found: list[Quotation] = []
    for place, paragraph in enumerate(paragraphs):
        following = marks[place + 1] if place + 1 < len(marks) else []
        reopened = (
            bool(following) and following[0].opens and following[0].start == paragraphs[place + 1].start
        )
        opened = bool(found) and found[-1].continues and found[-1].paragraph == place - 1
        found.extend(_quotations(text, paragraph, place, marks[place], reopened, opened))
    return found


def _quotations(
    text: str, paragraph: Span, place: int, marks: Sequence[Mark], reopened: bool, opened: bool
) -> Iterator[Quotation]:
    opening: Mark | None = None
    free = paragraph.start
    closers = _closers(marks)
    for number, mark in enumerate(marks):
        if opening is None:
            if mark.opens and (mark.family == "double" or _is_closed(marks, closers, number)):
                opening = mark
            elif mark.closes and mark.family == "double" and (mark.after_stop or opened):
                start = _lost_opening(text, free, mark.start)
                yield _quotation(text, start, mark.end, place, whole=False)
                free = mark.end
        elif mark.family == opening.family and mark.closes and _closes_here(text, marks, number):
            yield _quotation(text, opening.start, mark.end, place, whole=True)
            opening, free = None, mark.end
        elif mark.family == opening.family == "double" and _opens_anew(text, mark, opening):
            yield _unclosed(text, opening.start, mark.start, place)
            opening = mark
    if opening is not None:
        if reopened:
            yield _quotation(text, opening.start, paragraph.end, place, whole=True, continues=True)
        elif opening.family == "double":
            yield _unclosed(text, opening.start, paragraph.end, place)


def _closers(marks: Sequence[Mark]) -> dict[str, list[int]]:
    """For each family the places of marks that may close, ascending."""
    found: dict[str, list[int]] = {"single": [], "lost": [], "double": []}
    for number, mark in enumerate(marks):
        if mark.closes:
            found[mark.family].append(number)
    return found


def _is_closed(marks: Sequence[Mark], closers: dict[str, list[int]], number: int) -> bool:
    """Whether a mark that could be an apostrophe or a question mark has one after it that closes."""
    following = closers[marks[number].family]
    return bool(following) and following[-1] > number


def _closes_here(text: str, marks: Sequence[Mark], number: int) -> bool:
    """Whether a mark closes: a single one behind an s or a lost one behind a word may be none."""
    mark = marks[number]
    if mark.family == "double" or mark.after_stop:
        return True
    later = next((one for one in marks[number + 1 :][:12] if one.family == mark.family), None)
    if later is None or (later.opens and not later.closes):
        return True
    if mark.family == "lost":
        return not text[mark.end : mark.end + 2].strip()[:1].isupper()
    return text[mark.start - 1] not in "sSzn"


def _opens_anew(text: str, mark: Mark, opening: Mark) -> bool:
    """Whether a mark within a quotation shows that its closing mark was lost."""
    sign = text[mark.start : mark.end]
    same = sign == text[opening.start : opening.end] or sign in ("“", "„", "«", "``")
    return same and mark.opens and not mark.closes


def _lost_opening(text: str, free: int, closing: int) -> int:
    """Where a quotation began whose opening mark is missing: with the sentence."""
    ends = [
        stop.end() for stop in _SENTENCE_END.finditer(text, max(free, closing - MAX_UNCLOSED), closing - 1)
    ]
    start = ends[-1] if ends else free
    while start < closing and text[start].isspace():
        start += 1
    return start


def _unclosed(text: str, start: int, limit: int, place: int) -> Quotation:
    limit = min(limit, start + MAX_UNCLOSED)
    found = _ATTRIBUTION.search(text, start + 1, limit)
    end = found.end() if found else limit
    return _quotation(text, start, start + len(text[start:end].rstrip()), place, whole=False)


def _quotation(
    text: str, start: int, end: int, place: int, whole: bool, continues: bool = False
) -> Quotation:
    inner = text[start:end]
    words = sum(1 for _ in _WORD.finditer(inner))
    first = _WORD.search(inner)
    capital = first is not None and first[0][:1].isupper()
    before = text[max(0, start - 3) : start].rstrip()[-1:]
    final = _FINAL.search(inner) is not None
    return Quotation(start, end, place, whole, continues, words, final, capital, before in _STOPS)
