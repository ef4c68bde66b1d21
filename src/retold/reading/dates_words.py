"""The words of date phrases, from dates.toml and dates_periods.toml, and a phrase cut into them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeVar

from retold.reading.dates_calendar import Days, PartName, Unit, years

Value = TypeVar("Value")
PART_NAMES: tuple[PartName, ...] = ("start", "early", "middle", "late", "end")
Numbered = dict[str, int]
# Names of several tokens and what they stand for, by their first token, the longest first.
NameIndex = dict[str, list[tuple[tuple[str, ...], Value]]]
# A date or an hour in figures is one token, and so is an abbreviation with its full stop; "'s" stands alone.
TOKEN = re.compile(
    r"""
    \d{4}-\d\d-\d\d(?:[t ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:z|[+-]\d\d:?\d\d)?)?(?!\d)
    | \d{1,4}([./-])\d{1,2}\1\d{2,4}(?![\d/-])
    | \d{1,2}(?::\d\d){1,2}(?:\s?[ap](?:\.m\.|m\b))?(?!\d)
    | \d{1,2}(?:\.\d\d)?\s?[ap](?:\.m\.|m\b)
    | \d{1,2}/\d{1,4}(?!\d)
    | ['’]?\d\d(?:\d\d)?['’]?s\b
    | \d+(?:st|nd|rd|th)\b
    | \d+(?:[.,]\d+)*
    | (?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tues?|weds?|thu(?:rs?)?|fri|sat|sun|a\.d|b\.c)\.
    | \bq[1-4]\b
    | ['’]s\b
    | [^\W\d_]+
    | [^\s]
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """A piece of a phrase in lower case, and where it stands."""

    text: str
    start: int
    end: int


def cut(phrase: str) -> tuple[Token, ...]:
    """The tokens of a phrase; apostrophes and dashes become plain ones."""
    lower = phrase.lower()
    if len(lower) != len(phrase):  # a capital of two letters in lower case (İ) would move what follows
        lower = "".join(one.lower() if len(one.lower()) == 1 else one for one in phrase)
    return tuple(Token(_plain(found[0]), found.start(), found.end()) for found in TOKEN.finditer(lower))


def _plain(text: str) -> str:
    return text.replace("’", "'").replace("–", "-").replace("—", "-").replace("‑", "-")


def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("retold.reading").joinpath(name).read_text(encoding="utf-8"))


WORDS = _data("dates.toml")


def _forms(entries: list[str], first: int) -> Numbered:
    """Names and their abbreviations, these also with a full stop."""
    found: Numbered = {}
    for number, entry in enumerate(entries, first):
        name, *short = entry.split()
        found |= dict.fromkeys((name, *short, *(f"{one}." for one in short)), number)
    return found


WEEKDAYS: Numbered = _forms(WORDS["weekdays"], 0)
MONTHS: Numbered = _forms(WORDS["months"], 1)
NUMBERS: Numbered = {word: place for place, word in enumerate(WORDS["numbers"].split(), 1)}
TENS: Numbered = {word: 10 * place for place, word in enumerate(WORDS["tens"].split(), 2)}
DECADES: Numbered = {word: 10 * place for place, word in enumerate(WORDS["decades"].split(), 2)}
ORDINALS: Numbered = {word: place for place, word in enumerate(WORDS["ordinals"].split(), 1)}
LEADS, DAYPARTS, ZONES, HEDGES, QUANTITY_HEDGES, FOREIGN = (
    frozenset(WORDS[name].split())
    for name in ("leads", "dayparts", "zones", "hedges", "quantity_hedges", "foreign")
)
PARTS: dict[str, PartName] = {word: name for name in PART_NAMES for word in WORDS[name].split()}
UNITS: dict[str, Unit] = {
    f"{unit}{ending}": unit
    for unit in ("day", "week", "month", "quarter", "year", "decade")
    for ending in ("", "s")
} | {"century": "century", "centuries": "century"}


@cache
def named_days() -> NameIndex[tuple[Token, ...]]:
    """Feasts and their like, and the date each stands for, cut."""
    return indexed({name: cut(stands_for) for name, stands_for in WORDS["named_days"].items()})


@cache
def named_periods() -> NameIndex[Days]:
    """Periods of history and their days."""
    periods = _data("dates_periods.toml")
    return indexed({name: Days(_first(start), _last(end)) for name, (start, end) in periods.items()})


def indexed(entries: Mapping[str, Value]) -> NameIndex[Value]:
    """Names, cut, and what they stand for."""
    index: NameIndex[Value] = {}
    for name in sorted(entries, key=len, reverse=True):
        name_texts = _texts(name)
        index.setdefault(name_texts[0], []).append((name_texts, entries[name]))
    return index


def _texts(phrase: str) -> tuple[str, ...]:
    return tuple(token.text for token in cut(phrase))


def _first(day: str) -> date:
    return date.fromisoformat(day) if "-" in day else years(int(day)).start


def _last(day: str) -> date:
    return date.fromisoformat(day) if "-" in day else years(int(day)).end
