"""Actor dictionaries of TABARI and PETRARCH (Phoenix, CAMEO's codes) to actors.

A block is a name, synonyms on lines that begin with +, and codes in brackets behind a name or on lines of their own:

    KARVEL_HYDRO_ [NLDBUS]
    +KARVEL_DAMS_
    MIRELA_DOSH_ ; comment
        [NLDGOV 190301-230415]
        [NLDELI >230415]

A code is a country and roles, three letters each; days are YYMMDD (from 31 on of the last century) or YYYYMMDD, the
last one still holds. A code without days holds when no other does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from retold.actors.dictionary import dictionary, plain, weighed
from retold.actors.entries import ALWAYS, Period
from retold.actors.lists.codes import codes, country_of
from retold.actors.lists.drafts import Listed, ListedOffice
from retold.errors import InputError

_CODED = re.compile(r"\[([^\[\]]*)\]?")
_DAYS = re.compile(r"(?P<sign>[<>])\s*(?P<only>\d{6,8})|(?P<since>\d{6,8})\s*-\s*(?P<until>\d{6,8})")
_CODE = re.compile(r"(?:[A-Z]{3})+")
_HEAD = re.compile(r"^[^\[\];#+]*\w[^\[\];#]*\[[~A-Z-]{3,}[^\]]*\]", re.MULTILINE)
# Two-digit years up to this one are of this century, as TABARI has it.
_LAST_SHORT_YEAR = 30
_SMALL_WORDS = frozenset(("of", "the", "and", "for", "in", "on", "to", "at", "de", "la", "al", "del", "du"))
_NO_VOWEL = re.compile(r"[^AEIOUYaeiouy]+")


def looks_like_phoenix(opening: str) -> bool:
    """Whether one of the first lines is a name with a code in brackets."""
    return _HEAD.search(opening) is not None


def blocks(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Listed | InputError]]:
    """The actors of numbered lines, each with the line of its name, and what is wrong with lines of their own."""
    block: _Block | None = None
    for number, given in lines:
        line = re.split(r"[;#]", given, maxsplit=1)[0].rstrip()
        if not line.strip() or line.startswith("<!"):
            continue
        if line.strip() == "---STOP---":
            break
        if line[0] not in "+ \t[":
            yield from block.listed() if block else ()
            block = _Block(number)
        if block is None:
            yield number, InputError("bad_line", f"a synonym or code before any name: {line.strip()[:60]!r}")
        else:
            block.take(line)
    yield from block.listed() if block else ()


@dataclass(slots=True)
class _Block:
    """A block as it is read."""

    number: int
    names: list[str] = field(default_factory=list)
    codes: list[tuple[str, Period]] = field(default_factory=list)
    problems: list[InputError] = field(default_factory=list)

    def take(self, line: str) -> None:
        """A line of the block: a name, a synonym, codes."""
        told, _, _ = line.partition("[")
        if name := written(told.strip().removeprefix("+")):
            self.names.append(name)
        for found in _CODED.finditer(line):
            try:
                self._coded(found[1].strip())
            except InputError as error:
                self.problems.append(error)

    def _coded(self, told: str) -> None:
        code, _, days = told.partition(" ")
        if code.startswith("-") or not code:
            return  # "---": names nobody
        if not _CODE.fullmatch(code):
            raise InputError(
                "bad_field", f"the code {code[:40]!r} is not made of three letters each; left out"
            )
        self.codes.append((code, _period(days.strip())))

    def listed(self) -> Iterator[tuple[int, Listed | InputError]]:
        if not self.names:
            self.problems.append(InputError("no_name", "a block without a name"))
        elif not self.codes and not self.problems:
            self.problems.append(InputError("bad_line", f"{self.names[0][:60]!r} has no code; left out"))
        if not self.names or not self.codes:
            yield from ((self.number, problem) for problem in self.problems)
            return
        offices = tuple(self._offices())
        dated = any(office.period != ALWAYS for office in offices)
        sectors = weighed(sector for office in offices for sector in office.sectors)
        countries = [office.country for office in offices if office.country]
        national = [code for code in countries if code not in codes()["international"]]
        yield (
            self.number,
            Listed(
                self.names[0],
                country=next(iter(national or countries), None),
                sectors=() if dated else sectors,
                aliases=tuple(self.names[1:]),
                offices=offices if dated else (),
                # These dictionaries date what persons are; what has a role for ever is a body.
                person=dated or (False if sectors or not national else None),
                problems=tuple(self.problems),
            ),
        )

    def _offices(self) -> Iterator[ListedOffice]:
        """What the codes say; one without days holds in the gaps between the others."""
        dated = [(code, period) for code, period in self.codes if period != ALWAYS]
        always = [code for code, period in self.codes if period == ALWAYS]
        gaps = list(_gaps([period for _, period in dated]))
        for code, period in [*dated, *((code, gap) for code in always for gap in gaps)]:
            country, sectors, unknown = decoded(code)
            if unknown:
                self._say_once(f"the code {code!r} begins with {unknown!r}, which is no country")
            yield ListedOffice("", country, sectors, period)

    def _say_once(self, detail: str) -> None:
        if all(problem.detail != detail for problem in self.problems):
            self.problems.append(InputError("bad_field", detail))


def decoded(code: str) -> tuple[str | None, tuple[str, ...], str]:
    """Country and sectors of a CAMEO code, and the country it begins with where that is none we know."""
    cameo = codes()["cameo"]
    first, *rest = (code[at : at + 3] for at in range(0, len(code), 3))
    country, unknown = cameo["international"].get(first), ""
    if country is None and first not in cameo["sectors"] and first not in cameo["regions"]:
        country = country_of(first)
        unknown = "" if country else first
    if first == "IGO":
        country = next((cameo["bodies"][part] for part in rest if part in cameo["bodies"]), country)
    if first == "MNC":
        country = next((home for part in rest if (home := _home(part))), country)
    parts = (first, *rest) if country is None else rest
    sectors = [cameo["sectors"][part] for part in parts if part in cameo["sectors"]]
    if first == "MNC" and "BUS" not in sectors:
        sectors.insert(0, "BUS")
    return country, weighed(sectors), unknown


def _home(part: str) -> str | None:
    """The state of a company, if the part of a code is one."""
    return None if part in codes()["cameo"]["sectors"] else country_of(part)


def _period(told: str) -> Period:
    """The days behind a code. Raises InputError `bad_date`."""
    if not told:
        return ALWAYS
    found = _DAYS.fullmatch(told)
    if found is None:
        raise InputError("bad_date", f"expected <day, >day or day-day behind a code, found {told[:40]!r}")
    if found["sign"] == ">":
        return Period(_day(found["only"]), None)
    if found["sign"] == "<":
        return Period(None, _day(found["only"]) + timedelta(days=1))
    since, last = _day(found["since"]), _day(found["until"])
    if last < since:
        raise InputError("bad_date", f"ends before it begins: {told[:40]!r}; the code is left out")
    return Period(since, last + timedelta(days=1))


def _day(digits: str) -> date:
    """YYMMDD or YYYYMMDD; a day 00 or beyond the end of its month is an error."""
    try:
        if len(digits) == 8:
            return date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        if len(digits) == 6:
            year = int(digits[:2])
            return date(
                year + (2000 if year <= _LAST_SHORT_YEAR else 1900), int(digits[2:4]), int(digits[4:])
            )
    except ValueError:
        pass
    raise InputError("bad_date", f"{digits!r} is no day as YYMMDD or YYYYMMDD; the code is left out")


def _gaps(periods: Iterable[Period]) -> Iterator[Period]:
    """The time that no period covers."""
    reached: date | None = date.min
    for period in sorted(periods, key=lambda period: period.since or date.min):
        if reached is None:
            return
        since = period.since or date.min
        if since > reached:
            yield Period(None if reached == date.min else reached, since)
        reached = None if period.until is None else max(reached, period.until)
    if reached is not None:
        yield Period(None if reached == date.min else reached, None)


def written(phrase: str) -> str:
    """A name of a dictionary in capitals with underscores as news writes it: LI_ZHANSHU_ as Li Zhanshu.

    A name in small letters stays; a single word that reads as an abbreviation stays in capitals.
    """
    name = " ".join(phrase.replace("_", " ").split())
    if not name.isupper():
        return name
    words = name.split(" ")
    if len(words) == 1 and (_known_in_capitals(name) or _NO_VOWEL.fullmatch(name)):
        return name
    return " ".join(
        word.lower() if place and word.lower() in _SMALL_WORDS else _capitalised(word)
        for place, word in enumerate(words)
    )


def _known_in_capitals(name: str) -> bool:
    return any(name in entry.names for entry in dictionary().entries.get(plain(name), ()))


def _capitalised(word: str) -> str:
    """AL-ASSAD as Al-Assad, O'NEIL'S as O'Neil's, ASHA'A as Asha'a, U.N. as it is."""
    if "." in word:
        return word
    parts = re.split(r"([-'’])", word)
    last = parts.pop().lower() if len(parts[-1]) == 1 < len(parts) else ""
    return "".join(part.capitalize() for part in parts) + last
