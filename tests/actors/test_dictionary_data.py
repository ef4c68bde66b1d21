"""The dictionary's files are well-formed, and hold what they are said to hold."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from datetime import date
from importlib.resources import files
from pathlib import Path

import pytest

from retold import Archive
from retold.actors.dictionary import Row, country_of, day_of, dictionary, listed, plain, rows
from retold.actors.resolving import resolve

DATA = files("retold.actors").joinpath("data")
FILES = sorted(file.name.removesuffix(".csv") for file in DATA.iterdir() if file.name.endswith(".csv"))
LEADERS = [name for name in FILES if name.startswith("leaders_")]
SECTORS = {
    "AGR", "BUS", "COP", "CRM", "CVL", "EDU", "ELI", "GOV", "JRN", "JUD", "LAB", "LEG", "MED", "MIL", "OPP", "PRE",
    "PRM", "PTY", "REB", "REF", "REL", "SOC", "SPY", "UAF", "UNK",
}  # fmt: skip
INTERNATIONAL = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}
OFFICES = {
    "head_of_state", "head_of_government", "foreign_minister", "defence_minister", "speaker", "party_leader",
    "central_bank", "opposition", "other",
}  # fmt: skip


def codes() -> set[str]:
    return {row["code"] for row in rows("states")} | INTERNATIONAL


@pytest.mark.parametrize("name", FILES)
def test_every_row_has_every_cell_and_a_name(name: str) -> None:
    for row in rows(name):
        assert None not in row and None not in row.values(), row
        assert all(cell == cell.strip() for cell in row.values()), row
        named = next(row[column] for column in ("name", "form", "role") if column in row)
        assert plain(named), row


@pytest.mark.parametrize("name", FILES)
def test_no_row_stands_twice(name: str) -> None:
    counted = Counter(tuple(row.values()) for row in rows(name))
    assert not [row for row, count in counted.items() if count > 1]


@pytest.mark.parametrize("name", FILES)
def test_codes_are_known(name: str) -> None:
    known = codes()
    for row in rows(name):
        for column in ("country", "code", "sovereign"):
            assert row.get(column, "") in known | {""}, row
        assert set(listed(row.get("sectors", ""))) <= SECTORS, row


@pytest.mark.parametrize("name", [*LEADERS, "organisations"])
def test_periods_begin_before_they_end(name: str) -> None:
    for row in rows(name):
        since, until = day_of(row["from"]), day_of(row["to"], last=True)
        assert since is None or until is None or since < until, row
        assert since is None or since <= date(2026, 12, 31), row


def leaders() -> list[Row]:
    return [row for name in LEADERS for row in rows(name)]


def test_offices_are_known_ones() -> None:
    assert {row["office"] for row in leaders()} <= OFFICES


def test_sixty_states_have_their_four_great_offices() -> None:
    held = defaultdict(set)
    for row in leaders():
        held[row["country"]].add(row["office"])
    needed = {"foreign_minister", "defence_minister"}
    complete = [
        code
        for code, offices in held.items()
        if needed <= offices and offices & {"head_of_state", "head_of_government"}
    ]
    assert len(complete) >= 60


def test_nobody_leads_a_state_before_the_one_before_has_left() -> None:
    """One head of government at a time, but for days of handing over and shared offices."""
    terms = defaultdict(list)
    for row in leaders():
        if row["office"] == "head_of_government" and row["from"]:
            terms[row["country"]].append((day_of(row["from"]), day_of(row["to"]) or date.max, row["name"]))
    overlaps = []
    for country, found in terms.items():
        for (_, until, name), (since, _, following) in zip(sorted(found), sorted(found)[1:], strict=False):
            if since and (until - since).days > 40:
                overlaps.append((country, name, following))
    assert len(overlaps) <= 0.03 * sum(map(len, terms.values())), overlaps


def test_there_are_as_many_as_were_asked_for() -> None:
    assert sum(not row["sovereign"] for row in rows("states")) >= 195
    assert len(list(rows("organisations"))) >= 300
    assert len(list(rows("roles"))) >= 400


@pytest.mark.parametrize("row", list(rows("states")), ids=lambda row: row["code"])
def test_a_state_is_found_by_all_its_names(row: Row) -> None:
    for name in (row["name"], *listed(row["adjectives"])):
        found = resolve(name)
        assert found is not None and found.country, name


def test_every_name_is_looked_up_by_its_words() -> None:
    assert dictionary().longest < 20


def test_nobody_is_both_in_office_and_known_for_other_things() -> None:
    held = {plain(row["name"]) for row in leaders()}
    assert not [row["name"] for row in rows("persons") if plain(row["name"]) in held]


def test_who_has_a_home_held_offices_in_several_states() -> None:
    states = defaultdict(set)
    for row in leaders():
        states[row["name"]].add(row["country"])
    for row in rows("homes"):
        assert row["country"] in states[row["name"]] and len(states[row["name"]] - INTERNATIONAL) > 1, row


def test_a_wikidata_item_is_of_one_actor_and_well_formed() -> None:
    items = [row["wikidata_id"] for row in rows("wikidata")]
    assert all(re.fullmatch(r"Q[1-9]\d*", item) for item in items)
    assert not [item for item, count in Counter(items).items() if count > 1]


def test_every_wikidata_item_has_its_entry() -> None:
    entries = {entry for named in dictionary().entries.values() for entry in named}
    found = sorted(
        (entry.kind, entry.name, entry.country, entry.wikidata_id) for entry in entries if entry.wikidata_id
    )
    listed_items = sorted(
        (row["kind"], row["name"], country_of(row["country"]), row["wikidata_id"]) for row in rows("wikidata")
    )
    assert found == listed_items


def test_every_state_has_a_wikidata_item() -> None:
    assert [entry.name for entry in dictionary().states.values() if not entry.wikidata_id] == []


def test_a_run_gives_the_wikidata_items_of_who_is_named(tmp_path: Path) -> None:
    (tmp_path / "planes.txt").write_text(
        "France will send more planes to NATO, Emmanuel Macron said on Monday.\n"
    )
    archive = Archive(tmp_path / "archive")
    archive.add(tmp_path / "planes.txt")
    archive.run()
    items = {row["name"]: row["wikidata_id"] for row in archive.table("actors").to_pylist()}
    assert items["France"] == "Q142"
    assert items["North Atlantic Treaty Organization"] == "Q7184"
    assert items["Emmanuel Macron"] == "Q3052772"
