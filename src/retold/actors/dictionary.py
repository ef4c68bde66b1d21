"""The data files of the dictionary to records, looked up by words."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from retold.actors.entries import ActorKind, Body, Entry, Period, Role, Term
from retold.text import words

Words = tuple[str, ...]
Office = tuple[str, str]
"""A country and an office of it."""
Row = Mapping[str, str]

# Sector by office; the rest hold offices of government.
_SECTORS = {
    "speaker": ("LEG",),
    "party_leader": ("PTY",),
    "opposition": ("PTY", "OPP"),
    "defence_minister": ("GOV", "MIL"),
}
_GOVERNMENT = ("GOV",)
# Offices that tell more of whoever holds several at once stand first.
_WEIGHT = ("GOV", "MIL", "REB", "LEG", "JUD", "SPY", "COP", "REL")
_INTERNATIONAL = ("IGO", "UNO", "EUR", "NGO")
# Abbreviations that begin the titles of their offices.
_ORGANISATIONS = ((("un",), ("united", "nations")), (("eu",), ("european", "union")))


@lru_cache(maxsize=100_000)
def plain(text: str) -> Words:
    """A name as it is looked up: its words without accents, in Latin letters."""
    return tuple(words(text if text.isascii() else anyascii(text.replace("’", "'"))))


@dataclass(slots=True, eq=False)
class Dictionary:
    """Actors by the words of their names; what adjectives, roles and bodies name."""

    entries: Mapping[Words, list[Entry]]
    families: Mapping[Words, list[Entry]]
    nations: Mapping[Words, str]
    """Names, adjectives and demonyms of states and regions to a country."""
    governments: Mapping[Words, str]
    """Capitals and seats of government to a country."""
    cities: Mapping[Words, str]
    """Other cities and towns to a country."""
    roles: Mapping[Words, Role]
    bodies: Mapping[Words, Body]
    holders: Mapping[Office, list[tuple[Term, Entry]]]
    """By country and office who held it when."""
    titles: Mapping[Words, list[tuple[Term, Entry]]]
    """Offices of international organisations by their titles, with and without the organisation: who held them."""
    states: Mapping[str, Entry]
    longest: int
    """Words of the longest name."""
    lengths: Mapping[str, int] | None
    """Words of the longest name or nation by its first word; None where that is not known."""
    capitals: Mapping[Words, bool]
    """Single words that name somebody only in capitals: WHO, AP, ETA."""

    def named(self, form: Words, *, in_capitals: bool) -> list[Entry]:
        """The actors of that name, as it is written."""
        return [] if self.capitals.get(form) and not in_capitals else self.entries.get(form, [])


@dataclass(slots=True, eq=False)
class _Growing(Dictionary):
    """A dictionary that is being made."""

    entries: dict[Words, list[Entry]] = field(default_factory=dict)
    families: dict[Words, list[Entry]] = field(default_factory=dict)
    nations: dict[Words, str] = field(default_factory=dict)
    governments: dict[Words, str] = field(default_factory=dict)
    cities: dict[Words, str] = field(default_factory=dict)
    roles: dict[Words, Role] = field(default_factory=dict)
    bodies: dict[Words, Body] = field(default_factory=dict)
    holders: dict[Office, list[tuple[Term, Entry]]] = field(default_factory=dict)
    titles: dict[Words, list[tuple[Term, Entry]]] = field(default_factory=dict)
    states: dict[str, Entry] = field(default_factory=dict)
    longest: int = 1
    lengths: dict[str, int] | None = None
    capitals: dict[Words, bool] = field(default_factory=dict)

    def add(self, entry: Entry) -> None:
        """Makes an actor known under all its names."""
        for name in entry.names:
            form = plain(name)
            if len(form) == 1:
                self.capitals[form] = self.capitals.get(form, True) and name.isupper()
            if form and entry not in self.entries.setdefault(form, []):
                self.entries[form].append(entry)
                self.longest = max(self.longest, len(form))
        if entry.family:
            self.families.setdefault(plain(entry.family), []).append(entry)
        for term in entry.terms:
            self.holders.setdefault((term.country, term.office), []).append((term, entry))
            if term.country in _INTERNATIONAL:
                for form in _titles(term):
                    self.titles.setdefault(form, []).append((term, entry))


def _titles(term: Term) -> Iterator[Words]:
    """The title of an office as news gives it: UN, United Nations or neither before Special Envoy for Syria."""
    form = plain(term.title)
    yield form
    for short, long in _ORGANISATIONS:
        if form[:1] == short:
            yield (*long, *form[1:])
            if len(form) > 3:
                yield form[1:]


@cache
def dictionary() -> Dictionary:
    """The project's own dictionary, read once per process."""
    made = _Growing()
    for row in rows("states"):
        _add_state(made, row)
    for row in rows("regions"):
        _add_region(made, row)
    for row in rows("cities"):
        for form in (row["name"], *listed(row["other_names"])):
            made.cities.setdefault(plain(form), country_of(row["country"]) or "")
    for entry in [*_peoples(), *_offices(), *_organisations(), *_people(), *_persons()]:
        made.add(entry)
    for role in _roles():
        made.roles.setdefault(plain(role.form), role)
    for body in _bodies():
        for form in body.forms:
            made.bodies.setdefault(plain(form), body)
    made.lengths = _lengths((*made.entries, *made.nations))
    return made


def _lengths(names: Iterable[Words]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        if name:
            found[name[0]] = max(found.get(name[0], 0), len(name))
    return found


@cache
def divisions() -> Mapping[Words, tuple[str, ...]]:
    """First-level divisions of states by their names, each with the countries that have one of that name.

    Apart from the dictionary: no actors are resolved by them.
    """
    found: dict[Words, tuple[str, ...]] = {}
    for row in rows("divisions"):
        country = country_of(row["country"]) or ""
        for name in (row["name"], *listed(row["other_names"])):
            form = plain(name)
            found[form] = (*found.get(form, ()), country)
    return found


@cache
def _title_sectors() -> dict[str, list[str]]:
    """Sectors by words in the titles of offices that are none of the named ones; the rest are of government."""
    return tomllib.loads(files("retold.actors").joinpath("title_sectors.toml").read_text(encoding="utf-8"))


def rows(name: str) -> Iterator[Row]:
    """The rows of a data file."""
    text = files("retold.actors").joinpath("data", f"{name}.csv").read_text(encoding="utf-8")
    lines = csv.reader(io.StringIO(text, newline=""))
    names = next(lines)
    # Twice as fast as `csv.DictReader`, which allows for lines of other lengths.
    yield from (dict(zip(names, line, strict=True)) for line in lines)


def listed(cell: str) -> tuple[str, ...]:
    """The values of a cell."""
    return tuple(value.strip() for value in cell.split("|") if value.strip()) if cell else ()


@lru_cache(maxsize=20_000)
def day_of(text: str, *, last: bool = False) -> date | None:
    """A year, month or day as a date: the first of it, or the first after it. None for an empty text."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    if last and len(parts) == 1:
        return date(parts[0] + 1, 1, 1)
    if last and len(parts) == 2:
        return date(parts[0] + parts[1] // 12, parts[1] % 12 + 1, 1)
    return date(*[*parts, 1, 1][:3])


def country_of(code: str) -> str | None:
    """The code as the tables have it: Kosovo is XKX in ISO's own range for users, KOS in PLOVER."""
    return {"KOS": "XKX", "": None}.get(code, code)


@cache
def _items() -> Mapping[tuple[str, str, str | None], str]:
    """Wikidata items by kind, name and country of what they are of."""
    return {
        (row["kind"], row["name"], country_of(row["country"])): row["wikidata_id"] for row in rows("wikidata")
    }


def _add_state(made: _Growing, row: Row) -> None:
    """A state, or a dependency of one: that is a place, and stands for whoever controls it."""
    sovereign = country_of(row["sovereign"])
    code = sovereign or country_of(row["code"]) or row["code"]
    named = (*listed(row["official"]), *listed(row["other_names"]))
    kind: ActorKind = "place" if sovereign else "country"
    item = _items().get((kind, row["name"], code))
    entry = Entry(row["name"], kind, code, (), named, wikidata_id=item)
    made.add(entry)
    if not sovereign:
        made.states[code] = entry
    for form in (*entry.names, *listed(row["adjectives"]), *listed(row["demonyms"])):
        made.nations.setdefault(plain(form), code)
    for form in (*listed(row["capitals"]), *listed(row["seats"])):
        made.governments.setdefault(plain(form), code)


def _add_region(made: _Growing, row: Row) -> None:
    code = country_of(row["code"]) or ""
    entry = Entry(row["name"], "place", code, listed(row["sectors"]), listed(row["other_names"]))
    made.add(entry)
    for form in entry.names:
        made.nations.setdefault(plain(form), code)


def _peoples() -> Iterator[Entry]:
    for row in rows("peoples"):
        yield Entry(
            row["name"], "group", country_of(row["code"]), listed(row["sectors"]), listed(row["forms"])
        )


def _offices() -> Iterator[Entry]:
    for row in rows("offices"):
        yield Entry(
            row["name"],
            _kind(row["kind"]),
            country_of(row["country"]),
            listed(row["sectors"]),
            listed(row["aliases"]),
        )


def _organisations() -> Iterator[Entry]:
    for row in rows("organisations"):
        kind, country = _kind(row["kind"]), country_of(row["country"])
        yield Entry(
            row["name"],
            kind,
            country,
            listed(row["sectors"]),
            listed(row["aliases"]),
            Period(day_of(row["from"]), day_of(row["to"], last=True)),
            wikidata_id=_items().get((kind, row["name"], country)),
        )


def _kind(kind: str) -> ActorKind:
    if kind == "armed_group":
        return "armed_group"
    return "military" if kind == "military" else "organisation"


def _people() -> Iterator[Entry]:
    """A person for all rows with one name and country; offices of international bodies are held beside others.

    Who held offices in several states is one person where `homes` says whose.
    """
    homes = {row["name"]: row["country"] for row in rows("homes")}
    found: dict[str, dict[str, list[Row]]] = {}
    for name in sorted(file.name for file in files("retold.actors").joinpath("data").iterdir()):
        for row in rows(name.removesuffix(".csv")) if name.startswith("leaders_") else ():
            found.setdefault(row["name"], {}).setdefault(row["country"], []).append(row)
    for name, by_country in sorted(found.items()):
        national = [country for country in by_country if country not in _INTERNATIONAL]
        everywhere = [row for country in by_country if country not in national for row in by_country[country]]
        if len(national) == 1 or name in homes:
            every = [row for country in national for row in by_country[country]]
            yield _person(name, homes.get(name, national[0]), [*every, *everywhere])
            continue
        for country in national:
            yield _person(name, country, by_country[country])
        if everywhere:
            yield _person(name, everywhere[0]["country"], everywhere)


def _person(name: str, country: str, own: Sequence[Row]) -> Entry:
    terms = sorted((_term(row) for row in own), key=lambda term: (term.period.since or date.min, term.title))
    aliases = dict.fromkeys(alias for row in own for alias in listed(row["other_names"]))
    return Entry(
        name,
        "person",
        country_of(country),
        weighed(sector for term in terms for sector in sectors_of(term)),
        tuple(aliases),
        terms=tuple(terms),
        family=own[0]["family"] or None,
        sex=own[0]["sex"] or None,
        wikidata_id=_items().get(("person", name, country_of(country))),
    )


def _persons() -> Iterator[Entry]:
    """People known for other things than offices."""
    for row in rows("persons"):
        yield Entry(
            row["name"],
            "person",
            country_of(row["country"]),
            listed(row["sectors"]),
            listed(row["other_names"]),
            family=row["family"] or None,
            sex=row["sex"] or None,
        )


def weighed(sectors: Iterable[str]) -> tuple[str, ...]:
    """Distinct sectors, those that tell most first."""
    found = dict.fromkeys(sectors)
    return tuple(
        sorted(found, key=lambda sector: _WEIGHT.index(sector) if sector in _WEIGHT else len(_WEIGHT))
    )


def _term(row: Row) -> Term:
    period = Period(day_of(row["from"]), day_of(row["to"]))
    return Term(country_of(row["country"]) or "", row["office"], row["title"], period)


def sectors_of(term: Term) -> tuple[str, ...]:
    """PLOVER sectors of whoever holds an office."""
    if term.sectors is not None:
        return term.sectors
    if term.country == "VAT":
        return ("REL",)
    if term.office in _SECTORS:
        return _SECTORS[term.office]
    return _of_title(term.title) if term.office == "other" else _GOVERNMENT


@lru_cache(maxsize=10_000)
def _of_title(title: str) -> tuple[str, ...]:
    """Sectors of whoever holds an office by its title."""
    told = f" {' '.join(plain(title))} "
    found = (
        sector for sector, parts in _title_sectors().items() if any(f" {part} " in told for part in parts)
    )
    return (next(found, "GOV"),)


def _roles() -> Iterator[Role]:
    for row in rows("roles"):
        plural = row["plural"] or f"{row['role']}s"
        for form, several in ((row["role"], False), (plural, True)):
            yield Role(
                form,
                listed(row["sectors"]),
                row["office"] or None,
                row["former"] or None,
                row["of"].casefold() == "yes",
                several,
            )


def _bodies() -> Iterable[Body]:
    for row in rows("bodies"):
        yield Body(row["name"], listed(row["form"]), listed(row["sectors"]))
