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


@pytest.mark.parametrize(
    ("phrase", "country", "sector"),
    [
        ("the Lusatian People's Party", None, "PTY"),
        ("the Norwegian Farmers' Herald", "NOR", "JRN"),
        ("the Windhoek Teaching Hospital", "NAM", "MED"),
        ("the Kumasi Technical University", "GHA", "EDU"),
        ("Popular Liberation Front of Arcadia", None, "REB"),
        ("USS Imaginary", "USA", "MIL"),
        ("a Type 052D destroyer", "CHN", "MIL"),
        ("Seljord", None, None),
    ],
)
def test_an_unknown_name_says_what_bears_it(phrase: str, country: str | None, sector: str | None) -> None:
    found = resolve(phrase)
    assert (found.country if found else None) == country
    assert (found.sectors[0] if found else None) == sector


def test_words_of_a_name_are_no_roles_and_no_other_actor() -> None:
    people = resolve("a spokesman for the Icelandic People's Party")
    council = resolve("the Liberian National Security Council")
    assert people is not None and (people.country, people.sectors) == ("ISL", ("PTY",))
    assert council is not None and council.country == "LBR" and council.entry is None


def test_a_minister_is_of_the_government_whatever_the_department() -> None:
    for department in ("National Education", "Youth and Sports", "Industry", "Women's Affairs"):
        found = resolve(f"the Minister of {department}")
        assert found is not None and found.sectors[0] == "GOV", department


def test_an_office_of_an_international_organisation_is_known_by_its_title() -> None:
    undated, dated = resolve("Special Envoy for Syria"), resolve("special envoy for Syria", date(2016, 5, 1))
    assert undated is not None and undated.country == "UNO" and undated.entry is None
    assert dated is not None and dated.name == "Staffan de Mistura"


@pytest.mark.parametrize(
    ("name", "day", "country"),
    [
        ("Mikheil Saakashvili", date(2010, 1, 1), "GEO"),
        ("Anca Dragu", date(2024, 6, 1), "MDA"),
        ("Mark Carney", date(2016, 1, 1), "GBR"),
        ("Charles III", date(2024, 1, 1), "GBR"),
    ],
)
def test_who_held_offices_in_two_states_is_one_person(name: str, day: date, country: str) -> None:
    found = resolve(name, day)
    assert found is not None and found.entry is not None and found.country == country
    assert found.entry == (resolve(name) or found).entry


def test_without_a_day_who_left_office_long_ago_is_of_the_former_elite() -> None:
    long_ago, lately = resolve("Francois Mitterrand"), resolve("Justin Trudeau")
    assert long_ago is not None and long_ago.sectors == ("ELI",)
    assert lately is not None and lately.sectors[0] == "GOV"


def test_a_town_stands_for_its_people_and_a_capital_for_the_government() -> None:
    town, capital, inside = resolve("Bergen"), resolve("Oslo"), resolve("a playground in Oslo")
    assert town is not None and (town.country, town.sectors) == ("NOR", ("CVL",))
    assert capital is not None and capital.sectors == ("GOV",)
    assert inside is not None and inside.sectors == ("CVL",)


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
