"""The dictionary of news agencies: any way to write one to its short name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

SHORT_FORM_LETTERS = 4
"""Up to this length a form counts with its capitals as given only: TT, AP and MAP are words in other cases."""

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Agency:
    """A news agency. `country` is its seat, ISO 3166-1 alpha-3. `in_text`: whether "told X" can only mean it."""

    short: str
    name: str
    country: str
    forms: tuple[str, ...]
    in_text: bool

    @property
    def all_forms(self) -> tuple[str, ...]:
        """Every way to write it."""
        return (self.short, self.name, *self.forms)


@cache
def agencies() -> tuple[Agency, ...]:
    """All agencies of `agencies.toml`."""
    table = tomllib.loads(files("retold.sources").joinpath("agencies.toml").read_text(encoding="utf-8"))
    return tuple(
        Agency(row["short"], row["name"], row["country"], tuple(row["forms"]), row.get("in_text", True))
        for row in table["agency"]
    )


def agency_of(written: str) -> str | None:
    """The short name of the agency that `written` is in full ("The Associated Press": "AP"); None if of none."""
    plain = _ARTICLE.sub("", written.strip(" ,;/()[]"))
    return _looked_up(plain) or _looked_up(plain.strip("."))


def canonical_name(written: str) -> str:
    """The short name of a known agency; an unknown one's as it is written."""
    return agency_of(written) or written.strip()


@cache
def any_agency() -> str:
    """A regular expression for any form of any agency, as a group to be put into others."""
    return _alternatives(form for agency in agencies() for form in agency.all_forms)


@cache
def unmistakable_agency() -> str:
    """Like `any_agency`, without the short forms that in running text mean other things as well."""
    return _alternatives(
        form
        for agency in agencies()
        for form in agency.all_forms
        if agency.in_text or (" " in form and form != agency.short)
    )


def _looked_up(name: str) -> str | None:
    if len(name) <= SHORT_FORM_LETTERS:
        return _exact().get(name)
    return _in_any_case().get(name.casefold())


def _alternatives(forms: Iterable[str]) -> str:
    short: set[str] = set()
    long: set[str] = set()
    for form in forms:
        (short if len(form) <= SHORT_FORM_LETTERS else long).add(re.escape(form))
    longest_first = [sorted(group, key=lambda form: (-len(form), form)) for group in (long, short)]
    return rf"(?:(?i:{'|'.join(longest_first[0])})|{'|'.join(longest_first[1])})(?!\w)"


@cache
def _exact() -> dict[str, str]:
    return {form: agency.short for agency in agencies() for form in agency.all_forms}


@cache
def _in_any_case() -> dict[str, str]:
    return {form.casefold(): agency.short for agency in agencies() for form in agency.all_forms}
