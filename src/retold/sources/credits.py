"""Who an article says it is from: agency, byline, and the place and day of its dateline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from retold.sources.agencies import agency_of, any_agency, unmistakable_agency
from retold.sources.dateline import Dateline, dateline_of, is_date_line

OPENING_LINES = 6
CLOSING_LINES = 4
MAX_BYLINE_CHARACTERS = 120
MAX_CREDIT_LINE_CHARACTERS = 200
LONGEST_NAME = 60
PROSE_CHARACTERS = 120
"""A line of this length is the first paragraph: no byline or dateline stands after it."""

_BY = re.compile(r"by:?\s+(?P<who>\S.*)", re.IGNORECASE)
_REPORTED = re.compile(r"reported\b")
_NO_NAME = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|"
    r"october|november|december|contrast|the|this|that|then|now|\d)\b",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"(?:our|an?|the)\s[\w\s'-]*\b(?:correspondents?|reporters?|staff|writers?|bureau|desk|agencies|team)\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:[\w'’.-]+\s){0,3}(?:staff|agencies|correspondents?|reporters?|desk|bureau)\b", re.IGNORECASE
)
_NAME_PARTICLES = re.compile(
    r"al|and|bin|bint|da|de|del|der|di|dos|el|et|for|ibn|in|la|le|of|the|und|van|von|y"
)
# How the words of `_told` begin.
_TELLING = ("told", "tell", "explained", "confirmed", "speaking", "spoke", "informed", "interview")
# Without one of these a line holds no `_closing_credit`; to look for them first takes a tenth of the pattern's time.
_CREDITING = ("input", "report", "contribution", "material", "©", "(c)", "copyright", ":")
_NOT_A_TEXT_CREDIT = re.compile(r"(?i)\b(?:photos?|images?|pictures?|videos?|graphics?|getty|illustration)\b")
_NOT_TEXT = ("photo", "image", "picture", "video", "graphic", "getty", "illustration")


@dataclass(frozen=True, slots=True)
class Credits:
    """What the credits of an article say; None for what they do not. `agency` is its short name if we know it."""

    agency: str | None
    byline: str | None
    place: str | None
    date: date | None


def credits_of(text: str, author: str | None, published: datetime | None) -> Credits:
    """The credits of a cleaned text; `author` is what the format says beside it.

    The agency is the first found of: byline, dateline, a credit line at either end, "told X", "X reported". An
    agency that is only quoted or is itself the news is none.
    """
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    opening = _opening(lines)
    byline = _stripped_of_by(author) if author else _byline(opening)
    dateline = _dateline(opening, published)
    agency = (
        _agency_in_byline(byline)
        or dateline.agency
        or _credit_line(opening, _whole_line)
        or _credit_line(lines[: -CLOSING_LINES - 1 : -1], _at_end)
        or _in_prose(text)
    )
    return Credits(agency, _names(byline), dateline.place, dateline.date)


def is_byline(line: str) -> bool:
    """Whether a line only says who wrote the text: "By Jane Roe, Reuters", "AFP", "(Xinhua)"."""
    return _byline([line]) is not None or _whole_line(line) is not None


def _opening(lines: list[str]) -> list[str]:
    """The first lines, up to and with the first paragraph of prose."""
    opening = lines[:OPENING_LINES]
    for index, line in enumerate(opening):
        if len(line) >= PROSE_CHARACTERS:
            return opening[: index + 1]
    return opening


def _byline(lines: list[str]) -> str | None:
    for line in lines:
        found = _BY.fullmatch(line) if len(line) <= MAX_BYLINE_CHARACTERS else None
        if found is None or line.endswith((".", ":", "?", "!")):
            continue
        if _UNNAMED.match(found["who"]):
            return line
        if not _NO_NAME.match(found["who"]) and _looks_like_names(found["who"]):
            return found["who"]
    return None


def _looks_like_names(who: str) -> bool:
    if _STAFF.match(who) or _agency_in_byline(who):
        return True
    words = re.findall(r"[^\W\d_][\w'’.-]*", re.split(r"[,|(–—]", who)[0])
    return 0 < len(words) <= 12 and all(
        word[:1].isupper() or _NAME_PARTICLES.fullmatch(word) for word in words
    )


def _stripped_of_by(author: str) -> str:
    found = _BY.fullmatch(author)
    return found["who"] if found and not _UNNAMED.match(found["who"]) else author


def _agency_in_byline(byline: str | None) -> str | None:
    found = _in_byline().search(byline or "")
    return agency_of(found["agency"]) if found else None


def _names(byline: str | None) -> str | None:
    """The byline without the agency behind the names; an agency alone stays."""
    if byline is None:
        return None
    found = _in_byline().search(byline)
    names = byline[: found.start()].strip(" ,|/(–—-") if found else byline
    return names if names and names.lower() != "by" else byline


def _dateline(opening: list[str], published: datetime | None) -> Dateline:
    for line in opening:
        dateline = dateline_of(line, published)
        if dateline.place or dateline.agency:
            return dateline
    return Dateline()


def _credit_line(lines: list[str], agency_in: Callable[[str], str | None]) -> str | None:
    return next((agency for line in lines if (agency := agency_in(line))), None)


def _whole_line(line: str) -> str | None:
    """The agency of a line that is nothing but a credit: "AFP", "- Reuters", "(Xinhua)", "AFP/xy", "Moscow (AFP)"."""
    if len(line) > 60 or _is_no_text_credit(line) or is_date_line(line):
        return None
    matches = (pattern.fullmatch(line) for pattern in _alone())
    return next((agency_of(found["agency"]) for found in matches if found), None)


def _at_end(line: str) -> str | None:
    """The agency credited by a line at the end of the text."""
    found: re.Match[str] | None = None
    if len(line) <= MAX_CREDIT_LINE_CHARACTERS:
        if _is_no_text_credit(line):
            return None
        if whole := _whole_line(line):
            return whole
        lower = line.lower()
        found = _closing_credit().search(line) if any(word in lower for word in _CREDITING) else None
    end = max(0, len(line) - 2 * LONGEST_NAME)
    found = found or _after_last_sentence().search(line, end)
    if found is None and "contributed to this" in line:
        found = _contributed().match(line)
    return agency_of(found["agency"]) if found else None


def _is_no_text_credit(line: str) -> bool:
    """Whether it is a picture that is credited; to look for the words first takes a tenth of the pattern's time."""
    lower = line.lower()
    if line.isascii() and not any(word in lower for word in _NOT_TEXT):
        return False
    return _NOT_A_TEXT_CREDIT.search(line) is not None


def _in_prose(text: str) -> str | None:
    """The agency that people told things to, most often; else the one said to have reported."""
    told = Counter(_agencies_told(text))
    counts = told or Counter(_reporting_agencies(text))
    return counts.most_common(1)[0][0] if counts else None


def _agencies_told(text: str) -> Iterator[str | None]:
    """Whom people told things to; to look for the words first takes a tenth of the time of the pattern alone."""
    lower = text.lower()
    # Rarely a letter becomes two when it is made small; then the places would not be those of the text.
    searched = lower if len(lower) == len(text) else text
    for word in _TELLING:
        place = searched.find(word)
        while place >= 0:
            if found := _told().match(text, place):
                yield agency_of(found["agency"])
            place = searched.find(word, place + len(word))


def _reporting_agencies(text: str) -> Iterator[str | None]:
    """Looking back from each "reported" is ten times faster than looking for every agency everywhere."""
    for verb in _REPORTED.finditer(text):
        before = text[max(0, verb.start() - 2 * LONGEST_NAME) : verb.start()]
        name = before.rstrip()[-LONGEST_NAME:]
        if before[-1:].isspace() and (found := _before_reported().search(name)):
            yield agency_of(found["agency"])


@cache
def _in_byline() -> re.Pattern[str]:
    return re.compile(
        rf"(?:^(?:by\s+)?|[,|/(–—]\s*|\s-\s*|\s(?i:of|for|and|with|via|from|at)\s+)(?:[Tt]he\s+)?(?P<agency>{any_agency()})"
        rf"(?=\s*(?:$|[,|/)–—&]|-\s|and\b|staff\b|in\b|with\b|Staff\b|news\b|News\b))"
    )


@cache
def _alone() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A credit that begins with the agency, and one with a place or name before it."""
    before = r"[^\W\d_][\w .'’-]{1,30}?\s*(?:[,|/(]|\s[–—-])\s*"
    opening = r"(?:by\s+)?[-–—(\[/\s]*(?i:the\s+)?"
    kind = r"(?:\s+(?i:staff|news agency|agency|news))?"
    after = r"\s*(?:[,|/&+–—-]\s*[\w .,'’/-]{0,30}|\s(?i:and)\s[\w ]{0,30})?[)\]/]*\.?"
    credit = f"{opening}(?P<agency>{any_agency()}){kind}{after}"
    return re.compile(credit), re.compile(before + credit)


@cache
def _closing_credit() -> re.Pattern[str]:
    agency = rf"(?i:the\s+)?(?P<agency>{any_agency()})"
    return re.compile(
        rf"(?:(?i:\b(?:with|additional)\s+(?:\w+\s+){{0,3}}?(?:inputs?|reporting|reports?|contributions?|material)\s+"
        rf"(?:from|by|of)\s+)(?:.{{0,80}}?(?<!\w))?"
        rf"|(?i:(?:©|\(c\)|copyright)[\s©]*(?:\d{{4}})?,?\s*(?:by\s+)?)"
        rf"|(?i:^\W*(?:sources?|agenc(?:y|ies)|via|credit)\s*:\s*)){agency}"
    )


@cache
def _after_last_sentence() -> re.Pattern[str]:
    return re.compile(
        rf"(?:[.!?”\"’')]\s*(?:[-–—]{{1,2}}\s*|[(\[/]\s*)(?P<agency>{any_agency()})(?:/\w{{2,6}})*\s*[)\]/]?\.?$)"
    )


@cache
def _contributed() -> re.Pattern[str]:
    return re.compile(rf"(?i:the\s+)?(?P<agency>{any_agency()})\s.{{0,60}}?\bcontributed to this\b")


@cache
def _told() -> re.Pattern[str]:
    return re.compile(
        rf"(?i:\b(?:told|tells?|(?:explained|confirmed|speaking|spoke)\s+to|informed|interview\s+(?:with|to)))\s+"
        rf"(?i:the\s+)?(?i:(?:news\s+)?agency\s+)?(?P<agency>{unmistakable_agency()})(?!['’]s?\s)"
    )


@cache
def _before_reported() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?P<agency>{unmistakable_agency()})$")
