"""Lists in every format say who somebody is; what cannot be used is refused with its place, and nothing else is."""

from __future__ import annotations

import gzip
import io
import json
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.actors.lists.codes import KINDS, codes, country_of, kind_of
from retold.actors.lists.dictionary_with import dictionary_with
from retold.actors.lists.drafts import period_of
from retold.actors.lists.gathering import Gathering, looked_up_anew, office_of
from retold.actors.lists.names import claimed_names
from retold.actors.lists.phoenix import decoded, written
from retold.actors.lists.reading import Told, read_lists
from retold.actors.resolving import resolve
from retold.engine.parquet import write_parquet
from retold.errors import InputError
from retold.model import ListedActor, Rejection
from retold.schema import schema_of, table_of
from retold.settings import InputLimits
from retold.sources import Note

NOW = datetime(2026, 1, 1, tzinfo=UTC)

CSV = """name,kind,country,sectors,aliases,role,start,end,colour
Mirela Dosh,person,Ukraine,GOV,M. Dosh; Mirela Dosch,Foreign Minister,2020-03,2023,red
Karvel Hydro,company,NL,BUS,,,,,
"""
PHOENIX = """# dams
KARVEL_HYDRO_ [NLDBUS] ; a company
+KARVEL_DAMS_
MIRELA_DOSH_
+M._DOSH_
\t[UKRGOV 200301-231231]
\t[UKROPP]
"""
ENTITIES = [
    {
        "id": "Q77",
        "schema": "Person",
        "properties": {"name": ["Mirela Dosh"], "alias": ["Mirela Dosch"], "weakAlias": ["Mira", "M. Dosh"]},
    },
    {"id": "post", "schema": "Position", "properties": {"name": ["Foreign Minister"], "country": ["ua"]}},
    {
        "id": "held",
        "schema": "Occupancy",
        "properties": {"holder": ["Q77"], "post": ["post"], "startDate": ["2020-03"], "endDate": ["2023"]},
    },
    {"id": "c", "schema": "Company", "properties": {"name": ["Karvel Hydro"], "jurisdiction": ["nl"]}},
    {"id": "street", "schema": "Address", "properties": {"full": ["1 Dam Road"]}},
]


def gathered(*contents: bytes | str) -> tuple[list[ListedActor], list[tuple[str, str]], list[str]]:
    """Actors, refusals (place and reason) and notes of lists read one after the other from standard input."""
    gathering, refused, notes = Gathering(), [], []
    for content in contents:
        stream = io.BytesIO(content.encode() if isinstance(content, str) else content)
        for item in read_lists(["-"], collected_at=NOW, limits=InputLimits(), stdin=stream):
            match item:
                case Told():
                    try:
                        problems = list(gathering.take(item.what, item.origin))
                    except InputError as error:
                        problems = [error]
                    refused += [(item.origin, problem.reason) for problem in problems]
                case Rejection():
                    refused.append((item.origin, item.reason))
                case Note():
                    notes.append(item.message)
    return list(gathering.actors()), refused, notes


def lines(records: list[object]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("content", [CSV, PHOENIX, lines([*ENTITIES]), json.dumps(ENTITIES, indent=1)])
def test_every_format_tells_the_same(content: str, packed: bool) -> None:
    given = content.encode()
    actors, refused, _ = gathered(gzip.compress(given) if packed else given)
    assert refused == []
    found = {actor.name: actor for actor in actors}
    assert set(found) == {"Mirela Dosh", "Karvel Hydro"}
    dosh, hydro = found["Mirela Dosh"], found["Karvel Hydro"]
    assert (dosh.kind, hydro.kind) == ("person", "organisation")
    assert "M. Dosh" in dosh.aliases and (hydro.country, hydro.sectors) == ("NLD", ("BUS",))
    [term] = [term for term in dosh.terms if term.sectors == ("GOV",)]
    assert (term.country, term.since, term.until) == ("UKR", date(2020, 3, 1), date(2024, 1, 1))


def test_a_code_without_days_holds_when_no_other_does() -> None:
    [actor] = [actor for actor in gathered(PHOENIX)[0] if actor.kind == "person"]
    told = [(term.since, term.until) for term in actor.terms if term.sectors == ("OPP",)]
    assert told == [(None, date(2020, 3, 1)), (date(2024, 1, 1), None)]


def test_what_is_passed_over_is_said() -> None:
    assert gathered(CSV)[2] == ["fields ignored: colour"]
    assert gathered(lines([*ENTITIES]))[2] == ["entities that are no actors, passed over: Address 1"]


def test_a_single_weak_alias_is_no_name() -> None:
    [person] = [actor for actor in gathered(lines([*ENTITIES]))[0] if actor.kind == "person"]
    assert "Mira" not in person.aliases and person.wikidata_id == "Q77"


@pytest.mark.parametrize(
    ("content", "place", "reason", "kept"),
    [
        ("", "stdin", "empty", 0),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\0\0\0\0\0\0\0\0\0", "stdin", "unknown_format", 0),
        ("Once upon a time there was no list.", "stdin", "unknown_format", 0),
        ("title,country\nMinister,UKR\n", "stdin", "no_name_column", 0),
        ("name,country\n,UKR\nAna Brandt,DEU\n", "stdin#row=1", "no_name", 1),
        ("name,country\nAna Brandt,Narnia\n", "stdin#row=1", "bad_field", 1),
        ("name,sectors\nAna Brandt,GOV KNIGHT\n", "stdin#row=1", "bad_field", 1),
        ("name,start,end\nAna Brandt,2020,2019\n", "stdin#row=1", "bad_date", 0),
        ("name,start\nAna Brandt,next year\n", "stdin#row=1", "bad_date", 0),
        ("name,country\nAna Brandt\nBo Lind,SWE\n", "stdin#row=1", "ragged_row", 1),
        ('{"name": "Ana Brandt"}\n{broken\n', "stdin#line=2", "bad_json", 1),
        ('{"name": "Ana Brandt"}\n[1]\n', "stdin#line=2", "bad_json", 1),
        ('[{"name": "Ana Brandt"}, {"name": 5.5}]', "stdin#item=2", "no_name", 1),
        ('{"schema": "Person", "id": "x", "properties": {}}', "stdin#line=1", "no_name", 0),
        ("ANA_BRANDT_ [DEUGOV 210101-200101]\nBO_LIND_ [SWE]\n", "stdin#line=1", "bad_date", 1),
        ("ANA_BRANDT_ [DEUGOV 211399]\nBO_LIND_ [SWE]\n", "stdin#line=1", "bad_date", 1),
        ("ANA_BRANDT_ [QQQGOV]\n", "stdin#line=1", "bad_field", 1),
        ("ANA_BRANDT_\nBO_LIND_ [SWE]\n", "stdin#line=1", "bad_line", 1),
        ("+ANA_BRANDT_\nBO_LIND_ [SWE]\n", "stdin#line=1", "bad_line", 1),
    ],
)
def test_bad_input_is_refused_with_its_place_and_costs_no_more(
    content: bytes | str, place: str, reason: str, kept: int
) -> None:
    actors, refused, _ = gathered(content)
    assert (place, reason) in refused
    assert len(actors) == kept


def test_what_is_not_there_is_refused(tmp_path: Path) -> None:
    items = list(
        read_lists(
            [str(tmp_path / "no.csv"), "https://example.org/list.csv", "-"],
            collected_at=NOW,
            limits=InputLimits(),
        )
    )
    assert [item.reason for item in items if isinstance(item, Rejection)] == [
        "not_found",
        "unreadable",
        "unreadable",
    ]


STARTS = [
    b"",
    b"name,country\n",
    b'{"name": "',
    b"[{",
    b"A_B_ [USA",
    b'{"schema":"Person","properties":{',
    b"\x1f\x8b",
]


@given(start=st.sampled_from(STARTS), rest=st.binary(max_size=200))
def test_no_bytes_break_the_reading(start: bytes, rest: bytes) -> None:
    gathered(start + rest)


@given(text=st.text(max_size=12), other=st.text(max_size=12))
def test_a_period_never_ends_before_it_begins(text: str, other: str) -> None:
    try:
        period = period_of(text, other)
    except InputError as error:
        assert error.reason == "bad_date"
    else:
        assert period.since is None or period.until is None or period.since < period.until


def test_days_count_to_the_end_of_what_is_told() -> None:
    assert period_of("2020", "2020").until == date(2021, 1, 1)
    assert period_of("2020-12", "2020-12").until == date(2021, 1, 1)
    assert period_of("2020-12-31", "2020-12-31").until == date(2021, 1, 1)
    with pytest.raises(InputError):
        period_of("", "2020-13")


def test_rows_of_one_name_kind_and_country_are_one_actor() -> None:
    [actor], refused, _ = gathered(
        "name,country,role,sectors,start,end\n"
        "Ana Brandt,DEU,Defence Minister,GOV,2019,2020\n"
        "Ana Brandt,DEU,judge,JUD,2021,\n"
    )
    assert refused == [] and [term.title for term in actor.terms] == ["Defence Minister", "judge"]


def test_namesakes_stay_two_and_are_said_to_share_a_name() -> None:
    actors, _, _ = gathered("name,kind,country\nAna Brandt,person,DEU\nAna Brandt,person,AUT\n")
    assert len({actor.entry_id for actor in actors}) == 2
    rows = table_of(ListedActor, actors)
    [(name, claiming)] = claimed_names(rows, {actors[0].entry_id})
    assert name == "Ana Brandt" and [origin for _, origin in claiming] == ["stdin#row=1", "stdin#row=2"]
    assert list(claimed_names(rows, set())) == []


def test_an_actor_is_known_again_by_id_or_by_name() -> None:
    ids = ["id,name\n7,Ana Brandt\n", "id,name\n7,Ana B. Brandt\n"]
    names = ["name,country\nAna Brandt,\n", "name,country\nAna Brandt,DEU\n"]
    for older, newer in (ids, names):
        [[before], [after]] = gathered(older)[0], gathered(newer)[0]
        assert before.entry_id == after.entry_id and before.content != after.content


@pytest.mark.parametrize(
    ("code", "country", "sectors"),
    [
        ("CHN", "CHN", ()),
        ("ROMGOV", "ROU", ("GOV",)),
        ("ZARREB", "COD", ("REB",)),
        ("TMPMED", "TLS", ("JRN",)),
        ("NGOHLH", "NGO", ("MED",)),
        ("IGOUNO", "UNO", ()),
        ("MNCUSAMED", "USA", ("BUS", "JRN")),
        ("OPP", None, ("OPP",)),
        ("MEAREB", None, ("REB",)),
    ],
)
def test_codes_of_cameo(code: str, country: str | None, sectors: tuple[str, ...]) -> None:
    assert decoded(code) == (country, sectors, "")


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("MIRELA_DOSH_", "Mirela Dosh"),
        ("HOUSE_OF_THE_DAM_", "House of the Dam"),
        ("NATO_", "NATO"),
        ("BBC_", "BBC"),
        ("O'NEIL'S_DAM", "O'Neil's Dam"),
        ("Ana_Brandt", "Ana Brandt"),
    ],
)
def test_names_in_capitals_are_written_as_news_does(phrase: str, name: str) -> None:
    assert written(phrase) == name


def test_the_file_of_codes_holds_codes_of_the_record() -> None:
    sectors = set(codes()["sectors"])
    told = [
        *codes()["topics"].values(),
        *codes()["wide_topics"].values(),
        *codes()["cameo"]["sectors"].values(),
    ]
    assert set(told) <= sectors
    assert set(codes()["kinds"]) == set(KINDS)
    for schema in codes()["schemata"].values():
        assert "kind" not in schema or kind_of(schema["kind"]) is not None
    countries = set(codes()["alpha_2"].values()) | set(codes()["international"])
    assert {*codes()["countries"].values(), *codes()["cameo"]["international"].values()} <= countries
    assert len(codes()["alpha_2"]) > 249


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("ua", "UKR"),
        ("UKR", "UKR"),
        ("Ukraine", "UKR"),
        ("KOS", "XKX"),
        ("UK", "GBR"),
        ("Narnia", None),
        ("", None),
    ],
)
def test_countries_by_code_and_name(text: str, code: str | None) -> None:
    assert country_of(text) == code


def test_titles_tell_offices() -> None:
    assert office_of("Minister of Foreign Affairs of Ukraine")[:2] == ("foreign_minister", "UKR")
    assert office_of("keeper of the seals of nowhere") == ("", None, ())


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    """A list as the archive keeps it: namesakes and holders of offices that the dictionary has too, and others."""
    actors, refused, _ = gathered(
        "name,kind,country,sectors,aliases,role,start,family\n"
        "Mirela Dosh,person,FRA,GOV,the Dam Lady,President,1990,Dosh\n"
        "Margaret Thatcher,person,NZL,EDU,,,,\n"
        "OSTEN,armed_group,NLD,REB,,,,\n"
        "Freedonia,country,USA,,Republic of Freedonia,,,\n"
    )
    assert refused == []
    write_parquet(tmp_path / "list.parquet", [table_of(ListedActor, actors)], schema_of(ListedActor))
    return (str(tmp_path / "list.parquet"),)


@pytest.mark.parametrize(
    ("phrase", "name", "country"),
    [
        ("Mirela Dosh", "Mirela Dosh", "FRA"),
        ("the Dam Lady", "Mirela Dosh", "FRA"),
        ("President Dosh", "Mirela Dosh", "FRA"),
        ("the French president", "Mirela Dosh", "FRA"),
        ("Margaret Thatcher", "Margaret Thatcher", "NZL"),
        ("OSTEN", "OSTEN", "NLD"),
        ("Freedonia's army", "Freedonia's army", "USA"),
        ("John Major", "John Major", "GBR"),
    ],
)
def test_a_list_stands_before_the_dictionary(
    files: tuple[str, ...], phrase: str, name: str, country: str
) -> None:
    found = resolve(phrase, date(1992, 5, 1), dictionary_with(files))
    assert found is not None and (found.name, found.country) == (name, country)


def test_what_a_list_does_not_know_is_as_without_it(files: tuple[str, ...]) -> None:
    known = dictionary_with(files)
    for phrase in ("the Danish army", "Osten", "nobody we know", "Xi Jinping", "the Kremlin"):
        assert resolve(phrase, date(2020, 5, 1), known) == resolve(phrase, date(2020, 5, 1))


def test_the_names_of_a_list_can_be_gone_through(files: tuple[str, ...]) -> None:
    known = dictionary_with(files)
    assert ("mirela", "dosh") in set(known.entries) and len(known.entries) > len(dictionary_with(()).entries)
    assert ("dosh",) in set(known.families) and ("nobody", "at", "all") not in known.entries


def test_the_example_in_the_documentation_does_what_it_says(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "actors.md").read_text(encoding="utf-8")
    actors, refused, _ = gathered(page.partition("```csv\n")[2].partition("```")[0])
    assert refused == [] and len(actors) == 3
    write_parquet(tmp_path / "list.parquet", [table_of(ListedActor, actors)], schema_of(ListedActor))
    known = dictionary_with((str(tmp_path / "list.parquet"),))
    for phrase in ("M. Dosh", "the Ukrainian foreign minister"):
        found = resolve(phrase, date(2021, 5, 1), known)
        assert found is not None and (found.name, found.sectors) == ("Mirela Dosh", ("GOV",))
    later = resolve("Mirela Dosh", date(2024, 5, 1), known)
    assert later is not None and later.sectors == ("OPP",)


def test_names_looked_up_anew_are_the_same() -> None:
    rows = table_of(ListedActor, gathered(CSV)[0])
    assert looked_up_anew(rows.to_batches()[0]) == rows
