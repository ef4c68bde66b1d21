"""The opening of an article to its dateline: where and when it was filed, and by which agency.

"BEIJING, Sept 15 (Reuters) - ", "WASHINGTON (AP) — ", "TASHKENT, September 16. /TASS/.", "NEW DELHI: ".
"""

from __future__ import annotations

import re
import tomllib
from collections import deque
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache
from importlib.resources import files

from retold.sources.agencies import agency_of

MAX_OPENING_CHARACTERS = 140
MAX_PLACE_WORDS = 7
MAX_AGENCY_WORDS = 4

_CREDIT = re.compile(
    r"(?P<before>[^()\n]{0,100}?)\s*[(/]\s*(?P<agency>[^\W\d_][^()/\n]{1,39})(?P<rest>[^()\n]{0,20}?)\s*[)/]"
    r"(?P<separator>\s*\.?\s*(?:[–—:]|--?)|\s*\.|(?=\s))"
)
_SEPARATED = re.compile(r"(?P<before>[^\n]{2,80}?)(?:\s*—|\s+[–-]{1,2}\s|:\s)\s*(?P<after>\S.*)", re.DOTALL)
_SIGNED_AFTER = re.compile(r"(?P<agency>[^\n.,:]{2,30})\.\s")
_REGION = re.compile(r"(?:[A-Z][\w.'’-]*\.?)(?: (?:[A-Z][\w.'’-]*|of|and|the)){0,3}")
_FIRST_NAME = re.compile(r"\s*[,;&/]\s*|\s+(?:[-–]|and)\s+")
_SMALL_WORDS = frozenset(
    {"de", "del", "la", "el", "al", "of", "the", "am", "an", "der", "upon", "di", "da", "do"}
)
_TIME_WORDS = re.compile(
    r"(?<=\d)[tz](?!\w*[^\W\d])|\b(?:published|updated|posted|last|on|at|\d{0,2}[:.h]?\d{0,2}\s*[ap]\.?m\b\.?|\d{1,2}h\d{2}"
    r"|gmt|utc|est|edt|ist|cet|bst)\b",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place, day and agency of a dateline, each None when it is not there."""

    place: str | None = None
    date: date | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class _Filed:
    """What stands before the separator: the place, and the day if one is written (`day` None without its year)."""

    place: str
    dated: bool
    day: date | None


def dateline_of(line: str, published: datetime | None) -> Dateline:
    """The dateline that `line` opens with.

    A place in capitals needs a separator after it; one in mixed case also a date or a known agency. A year that is
    not written is that of the latest such day not after `published` + 1 day; without `published` the date is None.
    An agency we do not know is kept as written.
    """
    opening = line[:MAX_OPENING_CHARACTERS]
    if _labels().match(opening):
        return Dateline()
    return _credited(opening, published) or _uncredited(opening, published) or Dateline()


def is_date_line(line: str) -> bool:
    """Whether a line is nothing but a date or a time of day ("September 15, 2022", "Updated 15/09/2022 10:30")."""
    if len(line) > 80 or not re.search(r"\d", line):
        return False
    rest = _TIME_WORDS.sub("", _day_pattern().sub("", line, count=1))
    return not any(character.isalpha() for character in rest)


def _credited(opening: str, published: datetime | None) -> Dateline | None:
    """A dateline with the agency in brackets or slashes."""
    found = _CREDIT.match(opening)
    if found is None or len(found["agency"].split()) > MAX_AGENCY_WORDS:
        return None
    written = _FIRST_NAME.split(found["agency"].strip(), maxsplit=1)[0]
    known = agency_of(written)
    filed = _filed(found["before"], published)
    place = _place(filed.place, mixed_case=known is not None or filed.dated)
    if filed.place and place is None:
        return None
    separated = bool(found["separator"].strip())
    if known is not None:
        firm = separated or filed.dated or (place or "").isupper()
        return Dateline(place, filed.day, known) if firm else None
    if not (place and separated and place.split(",")[0].isupper()) or _spells_out(place, written):
        return None
    in_brackets = _filed(found["agency"] + found["rest"], published)
    if in_brackets.dated and not in_brackets.place:
        return Dateline(place, in_brackets.day, None)
    return Dateline(place, filed.day, written)


def _uncredited(opening: str, published: datetime | None) -> Dateline | None:
    """A dateline of place or place and day; "MOSCOW, Sep 15 – RIA Novosti." names the agency after it."""
    found = _SEPARATED.match(opening)
    if found is None or found["after"][:1].islower() or found["after"].isupper():
        return None
    filed = _filed(found["before"], published)
    place = _place(filed.place, mixed_case=filed.dated)
    if place is None or (not filed.dated and place in _not_places()):
        return None
    signed = _SIGNED_AFTER.match(found["after"])
    return Dateline(place, filed.day, agency_of(signed["agency"]) if signed else None)


def _filed(before: str, published: datetime | None) -> _Filed:
    found = next(iter(deque(_day_pattern().finditer(before), maxlen=1)), None)
    if found is None or before[found.end() :].strip(" ,.:"):
        return _Filed(_place_part(before), False, None)
    month = _months()[(found["month_first"] or found["month_second"]).lower()]
    number = int(found["day_second"] or found["day_first"])
    year = int(found["year"]) if found["year"] else None
    return _Filed(_place_part(before[: found.start()]), True, _day(year, month, number, published))


def _place_part(before: str) -> str:
    """Without the punctuation before day or agency; the full stop of a region ("Calif.") belongs to it."""
    bare = before.strip(" ,:")
    return bare if ", " in bare else bare.rstrip(".")


def _day(year: int | None, month: int, number: int, published: datetime | None) -> date | None:
    if year is not None:
        return _existing(year, month, number)
    if published is None:
        return None
    latest = published.date() + timedelta(days=1)
    days = (_existing(latest.year - back, month, number) for back in range(2))
    return next((day for day in days if day is not None and day <= latest), None)


def _existing(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def _place(written: str, *, mixed_case: bool) -> str | None:
    """The place, if `written` looks like one: a name in capitals (or mixed case), perhaps with its region."""
    written = re.sub(r"\s*\[[^\]]*\]", "", written).strip()
    city, *regions = written.split(", ")
    if not city or len(written.split()) > MAX_PLACE_WORDS or re.search(r"[\d?!\"“”;:]", written):
        return None
    if not all(_REGION.fullmatch(region) for region in regions) or len(regions) > 2:
        return None
    if city.isupper() and len(city) > 1:
        return written
    words = re.split(r"[\s-]+", city)
    capital = all(word[:1].isupper() or word in _SMALL_WORDS for word in words) and city[:1].isupper()
    return written if mixed_case and capital and len(words) <= 4 else None


def _spells_out(place: str, written: str) -> bool:
    """Whether the brackets explain an acronym: "WHO (World Health Organization) - "."""
    initials = "".join(word[0] for word in re.findall(r"\w+", written) if word[0].isupper())
    return len(initials) > 1 and initials.startswith(place.replace(".", ""))


@cache
def _months() -> dict[str, int]:
    table = tomllib.loads(files("retold.sources").joinpath("months.toml").read_text(encoding="utf-8"))
    return {name: int(number) for number, names in table.items() for name in names}


@cache
def _day_pattern() -> re.Pattern[str]:
    month = "|".join(sorted(_months(), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?<!\w){_WEEKDAY}(?:(?P<month_first>{month})\.?\s+(?P<day_second>\d{{1,2}})(?:st|nd|rd|th)?"
        rf"|(?P<day_first>\d{{1,2}})(?:st|nd|rd|th|\.|er|º)?\s+(?:de\s+)?(?P<month_second>{month})\.?)"
        rf"(?:,?\s+(?:de\s+)?(?P<year>\d{{4}}))?(?!\w)",
        re.IGNORECASE,
    )


@cache
def _words() -> dict[str, list[str]]:
    text = files("retold.sources").joinpath("dateline_words.toml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = tomllib.loads(text)
    return table


@cache
def _labels() -> re.Pattern[str]:
    labels = "|".join(re.escape(label) for label in _words()["labels"])
    return re.compile(rf"(?:{labels})(?: \d+)?(?!\w)\s*[-–—:|(]", re.IGNORECASE)


@cache
def _not_places() -> frozenset[str]:
    return frozenset(_words()["not_places"])
