"""Text to coded words: each form is read once and kept as numbers, so that a text is a matter of looking up.

A code is a whole number. A word's is its stem's hash, its rarity, whether it has a capital, and its sound; a mark's
says what it does: end a line, end a sentence, open or close a quotation.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from functools import cache

from retold.stories.lexicon import HASH_BITS, SOUND_BITS, lexemes
from retold.text import Token, tokens
from retold.text.abbreviations import is_abbreviation

RARITY_BITS = 7
HASH = (1 << HASH_BITS) - 1
RARITY = (1 << RARITY_BITS) - 1
CAPITAL = 1 << (HASH_BITS + RARITY_BITS)
LOWER = CAPITAL << 1
"""The word begins with a small letter: no sentence begins with it."""
DIGIT = LOWER << 1
"""It begins with a digit."""
SOUND_BEGINS = HASH_BITS + RARITY_BITS + 3
"""The bit from which on the sound stands."""
MARK = 1 << (SOUND_BEGINS + SOUND_BITS)
"""Codes from here on are marks."""
TEXT_END = MARK
LINE_END = MARK + 1
SENTENCE_END = MARK + 2
QUOTATION = MARK + 3
"""Codes from here on are quotation marks: two for each of `QUOTATION_MARKS`, the second where it opens nothing."""

# Which marks end a quotation opened by a mark; "“" closes German „quotations“, "”" opens Swedish ”quotations”.
CLOSED_BY = {
    "“": "”",
    "„": "“”",
    "”": "”",
    "«": "»",
    "»": "«",
    '"': '"',
    "‘": "’",
    "'": "'",
    "「": "」",
    "『": "』",
}
QUOTATION_MARKS = "".join(CLOSED_BY) + "’」』"
_DOUBTFUL = "‘'”"  # open a quotation only where they stand before a word
_STOPS = frozenset(".!?…۔؟‼⁇⁈⁉")
_WIDE_STOPS = frozenset("。！？｡।॥")
# Forms that are kept; their number grows with the corpus. About 100 MB.
MOST_FORMS = 400_000

# Longer forms are no words with marks around them, but addresses, rows of marks, and lines of scripts without spaces:
# they are not kept, for they hardly come again.
LONGEST_FORM = 60

# Marks whose meaning at the end of a form does not depend on what stands before them, and at its beginning.
_AFTER = frozenset(',;:)]?!"”’»')
_BEFORE = frozenset("([\"“‘'«„")


class CodedForms(dict[str, bytes]):
    """The codes of what stands between two spaces in texts of one language, made when first asked for.

    As the bytes of 64-bit numbers: joining these is what makes reading a text fast.
    """

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._forget()

    def __missing__(self, form: str) -> bytes:
        if len(form) > LONGEST_FORM:
            return _bytes(_codes(form, self._language))
        if len(self) >= MOST_FORMS:
            self._forget()
        codes = self[form] = self._read(form)
        return codes

    def _forget(self) -> None:
        self.clear()
        self.update({"": b"", "\n": _bytes([LINE_END])})

    def _read(self, form: str) -> bytes:
        """The codes of a form; marks before and after it are taken off one by one, for the rest is often known."""
        if form.isascii() and form.isalpha():
            return _bytes(_words(form, self._language))
        if form[-1] in _AFTER or _is_ascii_word_with_stop(form):
            return self[form[:-1]] + _bytes(_mark_after(form))
        if form[0] in _BEFORE and form[1:2].isalnum():
            return _bytes(_mark_before(form[0])) + self[form[1:]]
        return _bytes(_codes(form, self._language))


@cache
def coded_forms(language: str) -> CodedForms:
    """The forms of a language, one table for each process."""
    return CodedForms(language)


def coded(lines: Iterable[str], language: str) -> bytes:
    """Codes of the words and marks of a text, in order; a line ends with `LINE_END`, the text with `TEXT_END`."""
    forms = " \n ".join(lines).split(" ")
    return b"".join(map(coded_forms(language).__getitem__, forms)) + _TEXT_END


def _bytes(codes: Iterable[int]) -> bytes:
    return array("q", codes).tobytes()


_TEXT_END = _bytes([TEXT_END])


def _codes(form: str, language: str) -> Iterator[int]:
    found = tokens(form)
    last_word = max((number for number, token in enumerate(found) if token.text[0].isalnum()), default=-1)
    for number, token in enumerate(found):
        if token.text in QUOTATION_MARKS:
            yield _quotation(form, token)
        elif token.text[0] in _STOPS:
            if number > last_word and not _abbreviates(found, number):
                yield SENTENCE_END
        elif token.text in _WIDE_STOPS:
            yield SENTENCE_END
        else:
            yield from _words(token.text, language)


def _is_ascii_word_with_stop(form: str) -> bool:
    """Whether the form is a single word and a full stop; of others the last word decides what the stop means."""
    return form[-1] == "." and form.isascii() and form[:-1].isalnum()


def _mark_after(form: str) -> tuple[int, ...]:
    mark = form[-1]
    if mark in QUOTATION_MARKS:
        return (_quotation_mark(mark, opens=mark in CLOSED_BY and mark not in _DOUBTFUL),)
    if mark == ".":
        return () if is_abbreviation(form[:-1]) else (SENTENCE_END,)
    return (SENTENCE_END,) if mark in _STOPS else ()


def _mark_before(mark: str) -> tuple[int, ...]:
    return (_quotation_mark(mark, opens=True),) if mark in CLOSED_BY else ()


def _words(form: str, language: str) -> Iterator[int]:
    first = form[0]
    case = CAPITAL if first.isupper() else LOWER if first.islower() else DIGIT if first.isdigit() else 0
    for lexeme in lexemes(form, language):
        yield lexeme.stem | lexeme.rarity << HASH_BITS | case | lexeme.sound << SOUND_BEGINS


def _quotation(form: str, token: Token) -> int:
    opens = token.text in CLOSED_BY and (token.text not in _DOUBTFUL or _before_word(form, token.start))
    return _quotation_mark(token.text, opens=opens)


def _quotation_mark(mark: str, *, opens: bool) -> int:
    return QUOTATION + 2 * QUOTATION_MARKS.index(mark) + (not opens)


def _before_word(form: str, place: int) -> bool:
    """Whether the mark at `place` stands before a word and not after one, as no apostrophe does."""
    before, after = form[max(0, place - 1) : place], form[place + 1 : place + 2]
    return not before.isalnum() and after.isalnum()


def _abbreviates(found: list[Token], number: int) -> bool:
    """Whether a stop is that of an abbreviation before it."""
    return number > 0 and found[number].text == "." and is_abbreviation(found[number - 1].text)
