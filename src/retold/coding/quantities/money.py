"""A number's surroundings to the money that it is an amount of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from retold.coding.quantities.words import before_figure, behind_figure, shared
from retold.renditions.word import Word

# Of these only the word right before tells the state: three billion dollars for Canada are American ones.
_BY_ITS_OWN_WORD = frozenset(("dollar", "pound"))
_WEIGHT = "pound"


class Money(NamedTuple):
    """Words and characters of an amount with its money. `unit`: ISO 4217, None where the state is not told."""

    first: int
    last: int
    start: int
    end: int
    unit: str | None


def money_at(text: str, words: Sequence[Word], first: int, last: int) -> Money | None:
    """The money of the number in the words from `first` to `last` (exclusive); None when it is no money."""
    return _before(text, words, first, last) or _behind(words, first, last)


def _before(text: str, words: Sequence[Word], first: int, last: int) -> Money | None:
    """A sign or code before it: $, US$, EUR, Rs."""
    at = words[first].start
    if words[first].form == "between" and first + 1 < len(words):
        at = words[first].end
        money = next((sign for sign in _signs() if text[at:].lstrip().startswith(sign)), None)
        if money:
            return Money(first, last, words[first].start, words[last - 1].end, before_figure()[money])
        return None
    ahead = text[:at].rstrip(" .")
    sign = next((sign for sign in _signs() if _ends_with(ahead, sign)), None)
    if sign is not None:
        start = len(ahead) - len(sign)
        return Money(_word_at(words, start), last, start, words[last - 1].end, before_figure()[sign])
    if _ends_with(ahead, "Rs"):
        start = len(ahead) - 2
        unit = _state_of("rs", words, "")
        return Money(_word_at(words, start), last, start, words[last - 1].end, unit)
    return None


@cache
def _signs() -> tuple[str, ...]:
    return tuple(sorted(before_figure(), key=len, reverse=True))


def _ends_with(ahead: str, sign: str) -> bool:
    """Whether the text ends with a sign that is no end of a longer word."""
    if not ahead.endswith(sign):
        return False
    return not sign[0].isalpha() or len(ahead) == len(sign) or not ahead[-len(sign) - 1].isalnum()


def _word_at(words: Sequence[Word], start: int) -> int:
    return next(place for place, word in enumerate(words) if word.end > start)


def _behind(words: Sequence[Word], first: int, last: int) -> Money | None:
    """A name of money behind it, with up to two words for whose it is: euros, Hong Kong dollars."""
    for place in range(last, min(last + 3, len(words))):
        form = words[place].form
        own, singular = behind_figure().get(form), form.removesuffix("s")
        weight = singular == _WEIGHT and place + 1 < len(words) and words[place + 1].form == "of"
        several = next((name for name in (form, singular) if name in shared()), None)
        if own or (several and not weight):
            before = words[place - 1].text if place > last else ""
            unit = own or _state_of(several or "", words, before)
            return Money(first, place + 1, words[first].start, words[place].end, unit)
        if not words[place].text[:1].isupper() and words[place].text not in ("-", "."):
            return None
    return None


def _state_of(name: str, words: Sequence[Word], before: str) -> str | None:
    """The code of money by the word before it, or elsewhere in the sentence, or what news means without one."""
    codes = shared()[name]
    near = [before] if name in _BY_ITS_OWN_WORD else [before, *(word.text for word in words)]
    return next((codes[word] for word in near if word in codes), codes.get("default"))
