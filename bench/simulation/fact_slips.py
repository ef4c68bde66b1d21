"""Slips in what is named and counted: numbers, dates, names, places."""

from __future__ import annotations

import re
from collections.abc import Sequence

from simulation.drafts import Desk, Draft, Line
from simulation.inflection import data
from simulation.names import surnames
from simulation.slips import SPOKE, Slip

_SMALL = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_DAY = rf"\b({'|'.join(_MONTHS)}|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.) (\d{{1,2}})\b(?!,?\d)"


def number_slips(line: Line, _draft: Draft, desk: Desk) -> list[Slip]:
    """Figures and small number words, other than years, days of months and parts of names."""
    slips = []
    dates = [(found.start(), found.end()) for found in re.finditer(_DAY, line.text)]
    for found in re.finditer(r"(?<![\w.,/-])\d[\d,]*(?:\.\d+)?(?![\w/-])", line.text):
        figure = found[0].rstrip(",")
        year = re.fullmatch(r"(1[89]|20)\d\d", figure)
        if not year and not any(start <= found.start() < end for start, end in dates):
            slips.append(Slip(found.start(), found.start() + len(figure), _other_figure(figure, desk)))
    small = re.finditer(rf"\b({'|'.join(_SMALL)})\b(?= [a-z])", line.text)
    slips += [Slip(*found.span(), _another(_SMALL, found[0], desk)) for found in small]
    swapped = {"million": "billion", "billion": "million"}
    scales = re.finditer(r"(?<=\d )(million|billion)\b", line.text)
    return [*slips, *(Slip(*found.span(), swapped[found[0]]) for found in scales)]


def _other_figure(figure: str, desk: Desk) -> str:
    """One digit wrong, two digits exchanged or a nought too many: as slips are."""
    places = [place for place, mark in enumerate(figure) if mark.isdigit()]
    for _ in range(8):
        digits = list(figure)
        place = desk.chance.choice(places)
        if len(places) > 1 and desk.chance.random() < 0.25:
            other = places[(places.index(place) + 1) % len(places)]
            digits[place], digits[other] = digits[other], digits[place]
        else:
            digits[place] = desk.chance.choice("123456789")
        if (changed := "".join(digits)) != figure and not changed.startswith("0"):
            return changed
    return f"{figure}0" if "." not in figure and "," not in figure else f"1{figure}"


def date_slips(line: Line, _draft: Draft, desk: Desk) -> list[Slip]:
    """Weekdays, days of a month, years, months."""
    slips = [
        Slip(found.start(), found.end(), _another(_WEEKDAYS, found[0], desk))
        for found in re.finditer(rf"\b(?:{'|'.join(_WEEKDAYS)})\b(?! (?:Night|Times|Post))", line.text)
    ]
    for found in re.finditer(_DAY, line.text):
        day = desk.chance.choice([day for day in range(1, 29) if day != int(found[2])])
        slips.append(Slip(found.start(2), found.end(2), str(day)))
    return [*slips, *_years_and_months(line, desk)]


def _years_and_months(line: Line, desk: Desk) -> list[Slip]:
    years = re.finditer(r"(?<=[Ii]n )(?:19|20)\d\d\b", line.text)
    months = re.finditer(rf"(?<=[Ii]n )(?:{'|'.join(_MONTHS)})\b", line.text)
    other_years = [
        Slip(*found.span(), str(int(found[0]) + desk.chance.choice((-2, -1, 1, 10)))) for found in years
    ]
    return other_years + [Slip(*found.span(), _another(_MONTHS, found[0], desk)) for found in months]


def _another(names: Sequence[str], name: str, desk: Desk) -> str:
    return desk.chance.choice([other for other in names if other != name])


def name_slips(line: Line, draft: Draft, desk: Desk) -> list[Slip]:
    """A person's surname, not a speaker's: another person's stands there."""
    known = surnames(draft)
    slips = []
    for name in known:
        for found in re.finditer(rf"\b{name}\b(?!['’]s? [A-Z])(?! {SPOKE}\b)", line.text):
            if not re.search(rf"{SPOKE} [\w. ]*$", line.text[: found.start()]):
                invented = desk.chance.sample(data("names")["invented"]["surnames"], 2)
                others = [*(other for other in known if other != name), *invented]
                slips.append(Slip(*found.span(), desk.chance.choice(others)))
    return slips


def place_slips(line: Line, _draft: Draft, desk: Desk) -> list[Slip]:
    """A city, country or state after a preposition of place: another of its kind."""
    slips = []
    for group in data("names")["places"].values():
        names = "|".join(map(re.escape, group))
        pattern = (
            rf"\b(?:in|at|to|of|from|near|outside|across|into|through|around) ({names})\b(?!['’]|-| [A-Z])"
        )
        for found in re.finditer(pattern, line.text):
            others = [name for name in group if name != found[1]]
            slips.append(Slip(*found.span(1), desk.chance.choice(others)))
    return slips
