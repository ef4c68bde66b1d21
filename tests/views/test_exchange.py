"""Events as PLOVER's records, as rows of GDELT's table and as flat rows say what the record says, and no more."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
import re
from datetime import UTC, date, datetime
from importlib.resources import files
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.archive.values import cell, json_text
from retold.coding.codebook.codebook import codebook
from retold.model import EventArgument, Modality, Quantity, QuantityKind, Run
from retold.views import EventActor, EventRow
from retold.views.exchange import EventDays, days_of, took_place
from retold.views.exchange_codes import actor_codes, fips_of, place_type
from retold.views.exchange_flat import FLAT_COLUMNS, flat_row
from retold.views.exchange_gdelt import GDELT_COLUMNS, gdelt_rows
from retold.views.exchange_plover import auxiliary_modes, plover_record

RUN = Run(
    version=7,
    started_at=datetime(2021, 5, 4, 9, tzinfo=UTC),
    finished_at=datetime(2021, 5, 4, 10, tzinfo=UTC),
    code_version="9.9",
    settings="{}",
    tables=(),
    stages=(),
)
PUBLISHED = datetime(2021, 5, 2, 8, tzinfo=UTC)
NORWAY = EventActor("a" * 32, "Norway", "country", "NOR", ("GOV", "MIL", "LEG", "SPY"), "Q20")
CHILE = EventActor("b" * 32, "Chile", "country", "CHL", (), None)
PAPER = EventActor("c" * 32, "The Quay", "organisation", "NOR", ("JRN", "BUS"), None)
UNITED_NATIONS = EventActor("d" * 32, "United Nations", "organisation", "UNO", (), "Q1065")
CLINIC = EventActor("e" * 32, "A relief\tgroup", "organisation", "NGO", ("MED",), None)
SENTENCE = "Norway arrested at least 12 sailors of Chile in Bergen."


def event(**changes: Any) -> EventRow:
    """Norway's arrest of Chile's sailors, with changes."""
    row = EventRow(
        event_mention_id="1" * 32,
        article_id="2" * 32,
        story_id="3" * 32,
        outlet="Morning Tide",
        url="https://tide.example/arrest",
        title="Sailors held",
        published_at=PUBLISHED,
        sentence=0,
        text=SENTENCE,
        text_start=40,
        event_type="COERCE",
        mode="arrest",
        literal_type="COERCE",
        modality="actual",
        polarity=True,
        quad=4,
        score=-7.0,
        contexts=("legal", "crime"),
        sources=(NORWAY,),
        targets=(CHILE,),
        trigger="arrested",
        trigger_start=47,
        trigger_end=55,
        date_start=date(2021, 4, 30),
        date_end=date(2021, 4, 30),
        date_granularity="day",
        place="Bergen",
        place_country="NOR",
        arguments=(
            EventArgument("source", 40, 46, "Norway", NORWAY.actor_id, False),
            EventArgument("target", 79, 84, "Chile", CHILE.actor_id, True),
            EventArgument("place", 88, 94, "Bergen", None, False),
        ),
        quantities=(Quantity("arrested", 12.0, None, None, ("at least",), 56, 67, "at least 12"),),
        said_by=None,
        statement_id=None,
        rule="conflict:1 arrest",
        confidence=0.9,
    )
    return dataclasses.replace(row, **changes)


def fields(row: tuple[str, ...]) -> dict[str, str]:
    return dict(zip(GDELT_COLUMNS, row, strict=True))


def filled(row: tuple[str, ...]) -> dict[str, str]:
    return {name: value for name, value in fields(row).items() if value}


# whether it took place


@pytest.mark.parametrize(
    ("event_type", "literal_type", "modality", "polarity", "wanted", "modes"),
    [
        ("COERCE", "COERCE", "actual", True, True, ()),
        ("COERCE", "COERCE", "actual", False, False, ("negation",)),
        ("COERCE", "COERCE", "denied", False, False, ("negation",)),
        ("COERCE", "COERCE", "past_background", True, False, ("historical",)),
        ("COERCE", "COERCE", "past_background", False, False, ("historical", "negation")),
        ("COERCE", "COERCE", "hypothetical", True, False, ("hypothetical",)),
        ("COOPERATE", "COOPERATE", "planned", True, False, ("future",)),
        # The promise, the demand, the refusal and the threat took place, though not what they are about.
        ("AGREE", "AID", "planned", True, True, ()),
        ("CONCEDE", "RETREAT", "planned", True, True, ()),
        ("REQUEST", "RETREAT", "demanded", True, True, ()),
        ("REJECT", "CONSULT", "denied", False, True, ()),
        ("THREATEN", "ASSAULT", "hypothetical", True, True, ()),
        # They did not when they themselves are planned, supposed or denied.
        ("AGREE", "AGREE", "planned", True, False, ("future",)),
        ("REQUEST", "RETREAT", "planned", True, False, ("future",)),
        ("AGREE", "AID", "hypothetical", True, False, ("hypothetical",)),
        ("REQUEST", "RETREAT", "denied", False, False, ("negation",)),
        ("THREATEN", "THREATEN", "hypothetical", True, False, ("hypothetical",)),
    ],
)
def test_what_took_place_has_no_auxiliary_mode_and_all_else_has(
    event_type: str, literal_type: str, modality: str, polarity: bool, wanted: bool, modes: tuple[str, ...]
) -> None:
    row = event(
        event_type=event_type, mode=None, literal_type=literal_type, modality=modality, polarity=polarity
    )
    assert took_place(row) is wanted
    assert auxiliary_modes(row) == modes
    assert plover_record(row, RUN)["mode"] == list(modes)
    assert bool(gdelt_rows(row, RUN)) is wanted


# when it was


def test_the_text_tells_the_days() -> None:
    told = event(date_start=date(2021, 4, 1), date_end=date(2021, 4, 30), date_granularity="month")
    assert days_of(told) == EventDays(date(2021, 4, 1), date(2021, 4, 30), "text")


def test_the_day_of_publication_stands_in_for_what_took_place() -> None:
    undated = event(date_start=None, date_end=None)
    assert days_of(undated) == EventDays(date(2021, 5, 2), date(2021, 5, 2), "published")
    assert days_of(dataclasses.replace(undated, published_at=None)) is None


def test_a_promise_was_not_made_on_the_day_it_is_to_be_kept() -> None:
    ahead = date(2021, 6, 1)
    promise = event(
        event_type="AGREE",
        mode=None,
        literal_type="CONSULT",
        modality="planned",
        date_start=ahead,
        date_end=ahead,
    )
    assert days_of(promise) == EventDays(date(2021, 5, 2), date(2021, 5, 2), "published")
    assert plover_record(promise, RUN)["retold"]["date_start"] == ahead


def test_history_is_not_dated_by_its_article() -> None:
    history = event(modality="past_background", date_start=None, date_end=None)
    assert days_of(history) is None
    assert plover_record(history, RUN)["date"] is None
    plan = event(modality="planned", date_start=date(2021, 6, 1), date_end=date(2021, 6, 1))
    assert days_of(plan) == EventDays(date(2021, 6, 1), date(2021, 6, 1), "text")


# PLOVER


def test_a_record_has_the_manuals_fields() -> None:
    record = json.loads(json_text(plover_record(event(), RUN)))
    beside = record.pop("retold")
    assert record == {
        "id": "1" * 32,
        "has_event": True,
        "date": "2021-04-30",
        "enddate": "2021-04-30",
        "actor": [
            {
                "code": "NOR",
                "sector": "GOVMIL",
                "entity_text": "Norway",
                "identifier_id": "Q20",
                "identifier_text": "Norway",
                "actor_id": "a" * 32,
                "inferred": False,
            }
        ],
        "recipient": [
            {
                "code": "CHL",
                "sector": None,
                "entity_text": "Chile",
                "identifier_id": None,
                "identifier_text": "Chile",
                "actor_id": "b" * 32,
                "inferred": True,
            }
        ],
        "event": ["COERCE"],
        "mode": ["arrest"],
        "context": ["legal", "crime"],
        "event_loc": {"extracted_place": "Bergen", "country_code": "NOR"},
        "event_text": ["arrested"],
        "quad_code": 4,
        "event_scale": -7.0,
        "size": {"dead": None, "injured": None, "arrested": 12},
        "link": "3" * 32,
        "text": SENTENCE,
        "text_info": {"sequence": 0, "start": 40, "end": 40 + len(SENTENCE)},
        "cite_info": {
            "citation": "2" * 32,
            "url": "https://tide.example/arrest",
            "title": "Sailors held",
            "publication": "Morning Tide",
            "coder": "retold 9.9",
            "codebook": "PLOVER 0.8",
            "version": "7",
        },
        "coder": "retold 9.9",
        "coded_date": "2021-05-04",
    }
    assert beside["quantities"] == [
        {
            "kind": "arrested",
            "low": 12,
            "high": None,
            "unit": None,
            "hedges": ["at least"],
            "text": "at least 12",
        }
    ]
    assert (beside["modality"], beside["polarity"], beside["literal_type"]) == ("actual", True, "COERCE")


def test_several_actors_are_one_record() -> None:
    record = plover_record(event(sources=(NORWAY, CHILE), targets=(), arguments=()), RUN)
    assert [one["code"] for one in record["actor"]] == ["NOR", "CHL"]
    assert record["recipient"] == []


def test_words_that_name_nobody_known_are_an_actor_without_a_code() -> None:
    told = (EventArgument("source", 0, 12, "the villagers", None, False),)
    [villagers] = plover_record(event(sources=(), arguments=told), RUN)["actor"]
    assert (villagers["entity_text"], villagers["code"], villagers["actor_id"]) == (
        "the villagers",
        None,
        None,
    )


def test_words_that_name_somebody_known_are_not_written_twice() -> None:
    told = (
        EventArgument("source", 40, 46, "Norway", NORWAY.actor_id, False),
        EventArgument("source", 40, 46, "Norway", "f" * 32, True),
    )
    assert [one["code"] for one in plover_record(event(arguments=told), RUN)["actor"]] == ["NOR"]


def test_sizes_are_the_largest_number_that_holds_at_least() -> None:
    def killed(low: float | None, high: float | None) -> Quantity:
        return Quantity("killed", low, high, None, (), 0, 1, "x")

    sizes = [
        plover_record(event(quantities=tuple(killed(*one) for one in several)), RUN)["size"]["dead"]
        for several in ([(3.0, 3.0), (12.0, None)], [(None, 40.0)], [])
    ]
    assert sizes == [12, None, None]


def test_kosovo_has_one_code_in_plover() -> None:
    row = event(place="Pristina", place_country="XKX")
    assert plover_record(row, RUN)["event_loc"]["country_code"] == "KOS"
    assert filled(gdelt_rows(row, RUN)[0])["ActionGeo_CountryCode"] == "KV"


# GDELT


def test_the_table_has_gdelts_58_columns_in_its_order() -> None:
    assert len(GDELT_COLUMNS) == len(set(GDELT_COLUMNS)) == 58
    places = {
        0: "GLOBALEVENTID",
        1: "SQLDATE",
        4: "FractionDate",
        5: "Actor1Code",
        7: "Actor1CountryCode",
        14: "Actor1Type3Code",
        15: "Actor2Code",
        25: "IsRootEvent",
        26: "EventCode",
        29: "QuadClass",
        30: "GoldsteinScale",
        34: "AvgTone",
        35: "Actor1Geo_Type",
        42: "Actor2Geo_Type",
        49: "ActionGeo_Type",
        51: "ActionGeo_CountryCode",
        55: "ActionGeo_FeatureID",
        56: "DATEADDED",
        57: "SOURCEURL",
    }
    assert {place: GDELT_COLUMNS[place] for place in places} == places


def test_a_row_says_who_did_what_to_whom_in_cameo() -> None:
    [row] = gdelt_rows(event(), RUN)
    found = filled(row)
    assert int(found.pop("GLOBALEVENTID")) < 2**53
    assert found == {
        "SQLDATE": "20210430",
        "MonthYear": "202104",
        "Year": "2021",
        "FractionDate": "2021.3288",
        "Actor1Code": "NORGOVMILLEG",
        "Actor1Name": "NORWAY",
        "Actor1CountryCode": "NOR",
        "Actor1Type1Code": "GOV",
        "Actor1Type2Code": "MIL",
        "Actor1Type3Code": "LEG",
        "Actor2Code": "CHL",
        "Actor2Name": "CHILE",
        "Actor2CountryCode": "CHL",
        "IsRootEvent": "1",
        "EventCode": "173",
        "EventBaseCode": "173",
        "EventRootCode": "17",
        "QuadClass": "4",
        "GoldsteinScale": "-5",
        "NumMentions": "1",
        "NumSources": "1",
        "NumArticles": "1",
        "ActionGeo_Type": "4",
        "ActionGeo_FullName": "Bergen",
        "ActionGeo_CountryCode": "NO",
        "DATEADDED": "20210504",
        "SOURCEURL": "https://tide.example/arrest",
    }


def test_the_fraction_of_a_year_is_that_of_gdelts_own_files() -> None:
    """GDELT has 2019.0685 for 25 January 2019."""
    [row] = gdelt_rows(event(date_start=date(2019, 1, 25), date_end=None), RUN)
    assert fields(row)["FractionDate"] == "2019.0685"


def pairs(row: EventRow) -> list[tuple[str, str]]:
    return [(one["Actor1Name"], one["Actor2Name"]) for one in map(fields, gdelt_rows(row, RUN))]


def test_each_source_has_a_row_with_each_target() -> None:
    several = event(sources=(NORWAY, UNITED_NATIONS), targets=(CHILE, PAPER))
    assert pairs(several) == [
        ("NORWAY", "CHILE"),
        ("NORWAY", "THE QUAY"),
        ("UNITED NATIONS", "CHILE"),
        ("UNITED NATIONS", "THE QUAY"),
    ]
    assert len({row[0] for row in gdelt_rows(several, RUN)}) == 4


def test_who_meet_meet_each_other_but_who_act_side_by_side_do_not() -> None:
    both = event(sources=(NORWAY, CHILE), targets=())
    assert pairs(both) == [("NORWAY", ""), ("CHILE", "")]
    meeting = dataclasses.replace(
        both, event_type="CONSULT", mode=None, literal_type="CONSULT", trigger="met"
    )
    assert pairs(meeting) == [("NORWAY", "CHILE"), ("CHILE", "NORWAY")]


def test_nobody_acts_toward_himself() -> None:
    assert pairs(event(sources=(NORWAY, CHILE), targets=(CHILE, PAPER))) == [
        ("NORWAY", "THE QUAY"),
        ("CHILE", "THE QUAY"),
    ]
    assert pairs(event(sources=(NORWAY,), targets=(NORWAY,))) == [("NORWAY", "")]


def test_an_event_of_nobody_has_no_row() -> None:
    assert pairs(event(sources=(), targets=())) == []
    assert pairs(event(sources=())) == [("", "CHILE")]


def test_actors_have_cameos_codes() -> None:
    assert actor_codes(PAPER).code == "NORMEDBUS"
    assert (actor_codes(CLINIC).code, actor_codes(CLINIC).country) == ("NGOHLH", "")
    assert (actor_codes(UNITED_NATIONS).group, actor_codes(UNITED_NATIONS).types) == ("UNO", ("UNO",))
    nobody = dataclasses.replace(CHILE, country=None)
    assert actor_codes(nobody).code == ""


def test_without_an_address_the_outlet_and_title_are_cited() -> None:
    [row] = gdelt_rows(event(url=None), RUN)
    assert fields(row)["SOURCEURL"] == "Morning Tide, Sailors held"


@pytest.mark.parametrize(
    ("name", "country", "wanted"),
    [
        ("Norway", "NOR", 1),
        ("Texas", "USA", 2),
        ("Chicago", "USA", 3),
        ("Kharkiv", "UKR", 4),
        ("Bavaria", "DEU", 5),
        ("Nowhere at All", "NOR", None),
        ("Chicago", "NOR", None),
        ("Atlantic", None, None),
    ],
)
def test_types_of_places(name: str, country: str | None, wanted: int | None) -> None:
    assert place_type(name, country) == wanted


def test_every_country_of_the_dictionary_has_a_fips_code_of_its_own_or_none() -> None:
    states = files("retold.actors").joinpath("data", "states.csv").read_text(encoding="utf-8")
    codes = {row["code"]: fips_of(row["code"]) for row in csv.DictReader(states.splitlines())}
    assert {country for country, code in codes.items() if code is None} == {"PSE", "ALA", "BES"}
    given = [code for code in codes.values() if code]
    assert len(given) == len(set(given))
    assert all(re.fullmatch("[A-Z]{2}", code) for code in given)
    assert [fips_of(one) for one in ("AUS", "AUT", "CHN", "CHE", "RUS", "SRB", "UKR", "GBR")] == [
        "AS",
        "AU",
        "CH",
        "SZ",
        "RS",
        "RI",
        "UP",
        "UK",
    ]


GROUPS = {"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"}


# CSV


def test_flat_rows_name_actors_and_keep_what_is_nested_as_json() -> None:
    row = dict(
        zip(
            FLAT_COLUMNS,
            flat_row(event(sources=(NORWAY, CLINIC, dataclasses.replace(CHILE, country=None)))),
            strict=True,
        )
    )
    assert row["sources"] == "Norway; A relief\tgroup; Chile"
    assert row["sources_countries"] == "NOR; NGO; -"
    assert row["targets_ids"] == "b" * 32
    assert row["contexts"] == "legal; crime"
    assert json.loads(str(row["quantities"]))[0]["hedges"] == ["at least"]
    assert json.loads(str(row["arguments"]))[2]["text"] == "Bergen"


# what must hold for every event

names = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
actors = st.builds(
    EventActor,
    actor_id=st.sampled_from([letter * 32 for letter in "abcdef"]),
    name=names,
    kind=st.sampled_from(["person", "country"]),
    country=st.sampled_from([None, "NOR", "KOS", "PSE", *sorted(GROUPS)]),
    sectors=st.lists(st.sampled_from(["GOV", "JRN", "MED", "REL", "PRM"]), max_size=5).map(tuple),
    wikidata_id=st.none() | names,
)
types = st.sampled_from(sorted(codebook().types))
days = st.none() | st.dates()
numbers = st.none() | st.integers(0, 10**12).map(float) | st.floats(0, 1e9)
quantities = st.builds(
    Quantity,
    kind=st.sampled_from(get_args(QuantityKind)),
    low=numbers,
    high=numbers,
    unit=st.none() | names,
    hedges=st.lists(names, max_size=2).map(tuple),
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    text=names,
)
arguments = st.builds(
    EventArgument,
    role=st.sampled_from(["source", "target", "date", "place"]),
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    text=names,
    actor_id=st.none() | st.sampled_from(["a" * 32, "b" * 32]),
    inferred=st.booleans(),
)


@st.composite
def events(draw: st.DrawFn) -> EventRow:
    """Any event of the codebook, by anybody, in any words."""
    event_type = draw(types)
    return event(
        event_type=event_type,
        mode=draw(st.sampled_from([None, *codebook().types[event_type].modes])),
        literal_type=draw(types),
        modality=draw(st.sampled_from(get_args(Modality))),
        polarity=draw(st.booleans()),
        contexts=tuple(draw(st.lists(st.sampled_from(sorted(codebook().contexts)), max_size=3))),
        sources=tuple(draw(st.lists(actors, max_size=3, unique_by=lambda one: one.actor_id))),
        targets=tuple(draw(st.lists(actors, max_size=3, unique_by=lambda one: one.actor_id))),
        arguments=tuple(draw(st.lists(arguments, max_size=3))),
        quantities=tuple(draw(st.lists(quantities, max_size=3))),
        published_at=draw(st.none() | st.datetimes(timezones=st.just(UTC))),
        date_start=draw(days),
        date_end=draw(days),
        place=draw(st.none() | names),
        place_country=draw(st.sampled_from([None, "NOR", "USA", "XKX", "PSE"])),
        trigger=draw(names),
        text=draw(names),
        url=draw(st.none() | names),
        outlet=draw(st.none() | names),
        title=draw(st.none() | names),
    )


@given(events())
def test_rows_of_gdelt_have_58_fields_on_one_line(row: EventRow) -> None:
    for found in gdelt_rows(row, RUN):
        line = "\t".join(found)
        assert line.count("\t") == 57
        assert len(line.splitlines()) == 1
        day = fields(found)["SQLDATE"]
        assert day == "" or datetime.strptime(day, "%Y%m%d")
        assert re.fullmatch(r"\d{3,4}", fields(found)["EventCode"])
        assert fields(found)["EventCode"].startswith(fields(found)["EventRootCode"])


@given(events())
def test_only_what_took_place_has_rows_and_the_rest_is_marked_in_plover(row: EventRow) -> None:
    named = bool(row.sources or row.targets)
    assert bool(gdelt_rows(row, RUN)) is (took_place(row) and named)
    assert took_place(row) is not bool(auxiliary_modes(row))


@given(events())
def test_records_of_plover_are_json_with_days_and_one_object_an_actor(row: EventRow) -> None:
    line = json_text(plover_record(row, RUN))
    assert "\n" not in line
    record = json.loads(line)
    assert record["date"] is None or date.fromisoformat(record["date"])
    assert len([one for one in record["actor"] if one["actor_id"]]) == len(row.sources)
    assert record["event"] == [row.event_type]


@given(events())
def test_flat_rows_survive_csv(row: EventRow) -> None:
    out = io.StringIO(newline="")
    written = [cell(value) for value in flat_row(row)]
    csv.writer(out).writerow(written)
    [read] = csv.reader(io.StringIO(out.getvalue(), newline=""))
    assert read == written and len(read) == len(FLAT_COLUMNS)
    assert len(json.loads(read[FLAT_COLUMNS.index("quantities")])) == len(row.quantities)
