"""Phrases are resolved to who they name: by name, by office on a day, by country and role."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.actors.resolving import resolve

Sectors = tuple[str, ...]


@pytest.mark.parametrize(
    ("phrase", "country", "sectors"),
    [
        ("Norway", "NOR", ()),
        ("the United Kingdom", "GBR", ()),
        ("Swedes", "SWE", ()),
        ("the Kremlin", "RUS", ("GOV",)),
        ("Ankara", "TUR", ("GOV",)),
        ("Danish soldiers", "DNK", ("MIL",)),
        ("a Polish lawmaker", "POL", ("LEG",)),
        ("Peru's foreign ministry", "PER", ("GOV",)),
        ("the foreign ministry of Peru", "PER", ("GOV",)),
        ("two Belgian police officers", "BEL", ("COP",)),
        ("gunmen", None, ("UAF",)),
        ("Greece's ambassador to Turkey", "GRC", ("GOV",)),
        ("a former Mossad official", "ISR", ("ELI",)),
        ("members of the Bundestag", "DEU", ("LEG",)),
        ("Abkhazia", "GEO", ("PRE",)),
        ("Hezbollah", None, None),
        ("farmers in Chile", "CHL", ("AGR",)),
    ],
)
def test_country_and_sectors(phrase: str, country: str | None, sectors: Sectors | None) -> None:
    found = resolve(phrase, date(2020, 5, 1))
    assert found is not None
    if country is not None:
        assert found.country == country
    if sectors is not None:
        assert found.sectors[: len(sectors)] == sectors and bool(found.sectors) == bool(sectors)


@pytest.mark.parametrize(
    ("phrase", "day", "sector"),
    [
        ("Margaret Thatcher", date(1990, 5, 1), "GOV"),
        ("Margaret Thatcher", date(1995, 5, 1), "ELI"),
        ("former Prime Minister Margaret Thatcher", date(1990, 5, 1), "ELI"),
    ],
)
def test_what_somebody_is_depends_on_the_day(phrase: str, day: date, sector: str) -> None:
    found = resolve(phrase, day)
    assert found is not None and found.name == "Margaret Thatcher"
    assert found.country == "GBR" and found.sectors[0] == sector


@pytest.mark.parametrize(
    ("phrase", "day", "name"),
    [
        ("the French president", date(1998, 6, 1), "Jacques Chirac"),
        ("the French president", date(2015, 6, 1), "Francois Hollande"),
        ("the German chancellor", date(1999, 6, 1), "Gerhard Schroeder"),
        ("the president of Russia", date(1995, 6, 1), "Boris Yeltsin"),
        ("President Chirac", date(1998, 6, 1), "Jacques Chirac"),
        ("Secretary of State Hillary Clinton", date(2010, 6, 1), "Hillary Clinton"),
        ("Clinton", date(1995, 6, 1), "Bill Clinton"),
        ("Clinton", date(2010, 6, 1), "Hillary Clinton"),
    ],
)
def test_an_office_names_who_held_it(phrase: str, day: date, name: str) -> None:
    found = resolve(phrase, day)
    assert found is not None
    assert found.entry is not None and name in found.entry.names


def test_without_a_day_an_office_names_nobody() -> None:
    found = resolve("the French president")
    assert found is not None and found.entry is None
    assert found.country == "FRA" and found.sectors == ("GOV",)


def test_a_name_within_a_longer_one_is_not_taken() -> None:
    found = resolve("Juan Carlos Etxeberri", date(1990, 1, 1))
    assert found is None or found.entry is None


def test_whose_side_somebody_is_on_is_not_where_from() -> None:
    found = resolve("French-backed rebels")
    assert found is not None and (found.country, found.sectors) == (None, ("REB",))


def test_a_role_has_the_country_of_its_institute_not_of_its_subject() -> None:
    found = resolve("director of the Brazil programme at the Brookings Institution")
    assert found is not None and found.country == "USA"


def test_what_is_not_known_is_not_guessed() -> None:
    assert resolve("a purple bicycle") is None
    assert resolve("") is None
    assert resolve("Zzyzx Qwfp") is None


@given(st.text(max_size=60))
def test_any_phrase_is_taken(phrase: str) -> None:
    found = resolve(phrase, date(2020, 1, 1))
    assert found is None or (0 <= found.score <= 1 and found.name)
