"""Date phrases in a sentence, found by the grammar of dates and checked against the parse."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from retold.reading.dates import days_of
from retold.reading.dates_calendar import ResolvedDate
from retold.reading.dates_cursor import Cursor
from retold.reading.dates_ranges import phrase
from retold.reading.dates_terms import Fixed, Term
from retold.reading.dates_words import (
    DAYPARTS,
    DECADES,
    HEDGES,
    MONTHS,
    NUMBERS,
    ORDINALS,
    PARTS,
    QUANTITY_HEDGES,
    TENS,
    UNITS,
    WEEKDAYS,
    WORDS,
    Token,
    cut,
    named_days,
    named_periods,
)
from retold.reading.parse import Reading, Word

# A sentence with none of these, and no figure of a day or year, has no date.
TRIGGERS = (
    frozenset(WEEKDAYS)
    | frozenset(MONTHS)
    | frozenset(UNITS)
    | frozenset(DECADES)
    | frozenset(WORDS["hints"].split())
    | frozenset(named_days())
    | frozenset(named_periods())
)
# What a phrase may begin with besides hints and figures, and how many tokens before its hint at most.
OPENINGS = (
    frozenset(WORDS["openings"].split())
    | HEDGES
    | QUANTITY_HEDGES
    | DAYPARTS
    | frozenset((*NUMBERS, *TENS, *ORDINALS, *PARTS))
)
REACH = 8
NO_DATE = frozenset(WORDS["sentence"]["before_no_date"].split())
BEFORE_YEAR = frozenset(WORDS["sentence"]["before_year"].split())


class DateSpan(NamedTuple):
    """A date phrase in a sentence: its characters, and its words as a range of places in the reading."""

    start: int
    end: int
    words: range
    term: Term

    def resolve(self, published: date, future: bool = False) -> ResolvedDate | None:
        """Its days, as `resolve_date`."""
        return days_of(self.term, published, future)


@lru_cache(maxsize=1000)
def date_spans(reading: Reading) -> tuple[DateSpan, ...]:
    """The date phrases of a sentence in order, none within another. Which days they mean is not asked."""
    if not any(_hints(word.text.lower()) for word in reading):
        return ()
    offset = reading.words[0].start
    tokens = cut(_text(reading))
    places = _places(reading, tokens, offset)
    found, over = [], 0
    cursor = Cursor(tokens)
    for at in _beginnings(tokens):
        cursor.at = at
        term = phrase(cursor) if at >= over else None
        if term:
            span = _span(tokens, at, cursor.at, places, offset, term)
            if _stands(reading, span, tokens[at : cursor.at], tokens[at - 1].text if at else ""):
                found.append(span)
                over = cursor.at
    return tuple(found)


def _hints(lower: str) -> bool:
    """Whether a word may be what makes a phrase a date."""
    return (
        lower in TRIGGERS
        or (lower[0].isdigit() and (len(lower) > 3 or not lower.isdigit()))
        or (lower[0] in "'’‘" and len(lower) > 2 and lower[-1] == "s")
    )


def _beginnings(tokens: tuple[Token, ...]) -> list[int]:
    """Where a date phrase may begin: at a word that begins some, with a hint near behind it."""
    hints = [place for place, token in enumerate(tokens) if _hints(token.text)]
    near = {place for hint in hints for place in range(max(0, hint - REACH), hint + 1)}
    return [
        place for place in sorted(near) if tokens[place].text in OPENINGS or _hints_at(tokens[place].text)
    ]


def _hints_at(text: str) -> bool:
    return text[:1].isdigit() or _hints(text)


def _text(reading: Reading) -> str:
    """The sentence as far as the words give it, each where it stands."""
    text, position = "", reading.words[0].start
    for word in reading:
        text += " " * (word.start - position) + word.text
        position = word.end
    return text


def _places(reading: Reading, tokens: tuple[Token, ...], offset: int) -> list[int]:
    """For each token the place of the word it begins in."""
    places, place = [], 0
    for token in tokens:
        while place + 1 < len(reading) and reading.words[place].end <= token.start + offset:
            place += 1
        places.append(place)
    return places


def _span(
    tokens: tuple[Token, ...], first: int, end: int, places: list[int], offset: int, term: Term
) -> DateSpan:
    if tokens[end - 1].text in (",", "'s"):
        end -= 1
    words = range(places[first], places[end - 1] + 1)
    return DateSpan(tokens[first].start + offset, tokens[end - 1].end + offset, words, term)


def _stands(reading: Reading, span: DateSpan, tokens: tuple[Token, ...], before: str) -> bool:
    """Whether it is a date in this sentence, and not a number, a name or a verb that looks like one."""
    words = [reading.words[place] for place in span.words]
    if len(tokens) == 1 or (
        len(tokens) == 2 and tokens[0].text in HEDGES | {"by", "through", "from", "since"}
    ):
        return _word_is_date(reading, words[-1], tokens, before)
    if isinstance(span.term, Fixed) and span.term.granularity == "period":
        return _is_time(reading, words, before)
    return not _counts(reading, words[-1])


def _word_is_date(reading: Reading, word: Word, tokens: tuple[Token, ...], before: str) -> bool:
    text = tokens[-1].text
    a_friday = (
        text in WEEKDAYS and before in ("a", "an", "one", "some") and reading.head(word).place < word.place
    )
    if word.entity == "ORG" or before in NO_DATE or a_friday:
        return False
    if text.isdigit():
        return _is_year(reading, word, tokens[0].text if len(tokens) > 1 else before)
    if text in MONTHS or text in WEEKDAYS:
        named = word.entity not in ("", "DATE", "TIME")
        short = len(text) <= 5 and text not in ("may", "june", "july", "march", "april") and text[-1] != "."
        return word.text[:1].isupper() and word.tag != "MD" and not named and not short
    if (text,) in {name for entries in named_periods().values() for name, _ in entries}:
        return before in ("during", "in", "since", "throughout", "until")
    return True


def _is_year(reading: Reading, word: Word, before: str) -> bool:
    """A bare number as a year: in 2014, the 2014 invasion; not 2014 soldiers."""
    if len(word.text) != 4 or not "1500" <= word.text <= "2099":
        return False
    if _counts(reading, word):
        return any(
            child.dep in ("det", "poss") and child.place < word.place
            for child in reading.children(reading.head(word))
        )
    return before in BEFORE_YEAR


def _counts(reading: Reading, word: Word) -> bool:
    """Whether the number counts what follows it."""
    head = reading.head(word)
    return (
        word.tag == "CD" and word.dep == "nummod" and head.place > word.place and not head.text[:1].isdigit()
    )


def _is_time(reading: Reading, words: list[Word], before: str) -> bool:
    """A period of history as a time ("during the Cold War"), not as a thing ("a Cold War mentality")."""
    last = words[-1]
    modifies = last.dep in ("compound", "amod", "nmod") and reading.head(last).place > last.place
    return before in ("during", "in", "since", "throughout", "until", "of", "from") and not modifies
