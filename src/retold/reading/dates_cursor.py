"""Reading a date phrase token by token: rules of the grammar take what they understand and move on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from retold.reading.dates_terms import Term
from retold.reading.dates_words import NUMBERS, ORDINALS, TENS, NameIndex, Token, Value, indexed

# Phrases within phrases: "the end of the first week of the second half of last year" has four.
DEEPEST = 16


class Cursor:
    """A place in the tokens of a phrase. Its methods step over what they find, and stay where they find nothing."""

    def __init__(self, tokens: Sequence[Token], at: int = 0) -> None:
        self.tokens = tokens
        self.at = at
        self.depth = 0
        self.texts = [token.text for token in tokens] + [""]
        self.tried: dict[tuple[Rule, int], tuple[Term | None, int]] = {}

    @property
    def text(self) -> str:
        """The next token, "" at the end."""
        return self.texts[self.at]

    def word(self, *texts: str) -> str:
        """The next token when it is one of these."""
        found = self.texts[self.at]
        if found and found in texts:
            self.at += 1
            return found
        return ""

    def words(self, *sequence: str) -> bool:
        """Whether these come next, all of them."""
        if self.texts[self.at] != sequence[0]:
            return False
        end = self.at + len(sequence)
        if tuple(self.texts[self.at : end]) != sequence:
            return False
        self.at = end
        return True

    def of(self, table: Mapping[str, Value]) -> Value | None:
        """What a table has for the next token."""
        found = table.get(self.texts[self.at])
        if found is not None:
            self.at += 1
        return found

    def named(self, index: NameIndex[Value]) -> Value | None:
        """What the index has for the longest name that comes next."""
        for name, found in index.get(self.text, ()):
            if self.words(*name):
                return found
        return None

    def touching(self) -> bool:
        """Whether nothing stands between the next token and the one before it."""
        return 0 < self.at < len(self.tokens) and self.tokens[self.at - 1].end == self.tokens[self.at].start

    def figure(self, lowest: int, highest: int) -> int | None:
        """A number in plain digits within these."""
        if self.text.isascii() and self.text.isdigit() and lowest <= int(self.text) <= highest:
            self.at += 1
            return int(self.tokens[self.at - 1].text)
        return None


Rule = Callable[[Cursor], Term | None]


def longest(cursor: Cursor, rules: Iterable[Rule]) -> Term | None:
    """What the rule that takes most understands; the first of several."""
    start, end, best = cursor.at, cursor.at, None
    if cursor.depth > DEEPEST:
        return None
    cursor.depth += 1
    for rule in rules:
        found, reached = tried(cursor, rule, start)
        if found is not None and reached > end:
            end, best = reached, found
    cursor.depth -= 1
    cursor.at = end
    return best


def tried(cursor: Cursor, rule: Rule, start: int) -> tuple[Term | None, int]:
    """What a rule understands from a place on and how far it comes. Each is asked once at each place."""
    known = cursor.tried.get((rule, start))
    if known is None:
        cursor.at = start
        found = rule(cursor)
        known = cursor.tried[rule, start] = (found, cursor.at)
    return known


def ordinal(cursor: Cursor) -> int | None:
    """5th, fifth, twenty-first."""
    text = cursor.text
    if text[:1].isdigit() and text[-2:] in ("st", "nd", "rd", "th"):
        cursor.at += 1
        return int(text[:-2])
    start = cursor.at
    tens = cursor.of(TENS)
    if tens:
        cursor.word("-")
    ones = cursor.of(ORDINALS)
    if ones and (not tens or ones < 10):
        return ones + (tens or 0)
    cursor.at = start
    return None


def number(cursor: Cursor) -> int | None:
    """12, twelve, twenty-five, a dozen, a couple of, a hundred; "a" is one."""
    found = cursor.figure(1, 3000)
    if found:
        return found
    phrase = cursor.named(PHRASES)
    if phrase:
        return phrase
    tens = cursor.of(TENS)
    if tens:
        start = cursor.at
        cursor.word("-")
        ones = cursor.of(NUMBERS)
        if ones and ones < 10:
            return tens + ones
        cursor.at = start
        return tens
    return cursor.of(NUMBERS) or (1 if cursor.word("a", "an") else None)


PHRASES = indexed(
    {
        "a couple of": 2,
        "a couple": 2,
        "couple of": 2,
        "a dozen": 12,
        "two dozen": 24,
        "a hundred": 100,
        "one hundred": 100,
        "a thousand": 1000,
    }
)
