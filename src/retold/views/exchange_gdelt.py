"""Event mentions to rows in the order of GDELT's event table 1.0, coded in CAMEO: one row for each pair of actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from itertools import permutations, product

from retold.coding.codebook.cameo import CameoCode, cameo_of
from retold.identity import content_id
from retold.model import Run
from retold.views.event_list import EventActor, EventRow
from retold.views.exchange import days_of, took_place
from retold.views.exchange_codes import actor_codes, fips_of, place_type

_DATES = ("GLOBALEVENTID", "SQLDATE", "MonthYear", "Year", "FractionDate")
_ACTOR = (
    "Code",
    "Name",
    "CountryCode",
    "KnownGroupCode",
    "EthnicCode",
    "Religion1Code",
    "Religion2Code",
    "Type1Code",
    "Type2Code",
    "Type3Code",
)
_ACTION = (
    "IsRootEvent",
    "EventCode",
    "EventBaseCode",
    "EventRootCode",
    "QuadClass",
    "GoldsteinScale",
    "NumMentions",
    "NumSources",
    "NumArticles",
    "AvgTone",
)
_PLACE = ("Type", "FullName", "CountryCode", "ADM1Code", "Lat", "Long", "FeatureID")

GDELT_COLUMNS: tuple[str, ...] = (
    *_DATES,
    *(f"Actor{number}{name}" for number in (1, 2) for name in _ACTOR),
    *_ACTION,
    *(f"{what}Geo_{name}" for what in ("Actor1", "Actor2", "Action") for name in _PLACE),
    "DATEADDED",
    "SOURCEURL",
)
"""The 58 columns of the daily files, as GDELT's codebook 1.03 has them; the files have no header."""

# Categories whose parties do the same toward each other: CAMEO writes them once in each direction.
_MUTUAL = ("030", "031", "036", "040", "041", "046", "057", "06")
# Thirteen hexadecimal digits are 52 bits, which programs that keep numbers as doubles (R) hold exactly.
_DIGITS = 13
_BLANK = re.compile(r"[\x00-\x1f\x7f-\x9f\s]+")

Fields = dict[str, object]
Pair = tuple[EventActor | None, EventActor | None]


def gdelt_rows(event: EventRow, run: Run) -> list[tuple[str, ...]]:
    """The rows of an event mention, each of 58 fields; `run`: the version of the record it was read from.

    None for what is not told as having taken place, since the table cannot say so, and for events without an actor
    that is known. A field we have nothing for is empty; none holds a tab or a line break.
    """
    if not took_place(event):
        return []
    code = cameo_of(
        event.event_type,
        event.mode,
        event.contexts,
        literal_type=event.literal_type,
        trigger=event.trigger,
    )
    shared = {**_day(event), **_action(event, code), **_where(event), **_source(event, run)}
    return [_row({**shared, **_parties(event, pair)}) for pair in _pairs(event, code)]


def _row(fields: Fields) -> tuple[str, ...]:
    return tuple(_plain(fields.get(name)) for name in GDELT_COLUMNS)


def _plain(value: object) -> str:
    return "" if value is None else _BLANK.sub(" ", str(value)).strip()


def _pairs(event: EventRow, code: CameoCode) -> Iterator[Pair]:
    """Sources with targets; nobody acts toward himself."""
    acting = {one.actor_id for one in event.sources}
    others = tuple(one for one in event.targets if one.actor_id not in acting)
    if not event.sources and not others:
        return
    if not others and len(event.sources) > 1 and code.code.startswith(_MUTUAL):
        yield from permutations(event.sources, 2)
    else:
        yield from product(event.sources or (None,), others or (None,))


def _parties(event: EventRow, pair: Pair) -> Fields:
    ids = [one.actor_id if one else None for one in pair]
    digits = content_id("gdelt", event.event_mention_id, *ids)[:_DIGITS]
    found: Fields = {"GLOBALEVENTID": int(digits, 16)}
    for number, actor in enumerate(pair, start=1):
        if actor is not None:
            found |= {f"Actor{number}{name}": value for name, value in _actor(actor).items()}
    return found


def _actor(actor: EventActor) -> Fields:
    codes = actor_codes(actor)
    return {
        "Code": codes.code,
        "Name": actor.name.upper(),
        "CountryCode": codes.country,
        "KnownGroupCode": codes.group,
        **{f"Type{number}Code": code for number, code in enumerate(codes.types, start=1)},
    }


def _day(event: EventRow) -> Fields:
    days = days_of(event)
    if days is None:
        return {}
    first = days.start
    month = f"{first.year:04}{first.month:02}"
    return {
        "SQLDATE": f"{month}{first.day:02}",
        "MonthYear": month,
        "Year": f"{first.year:04}",
        "FractionDate": _fraction(first),
    }


def _fraction(day: date) -> str:
    """The year and the share of it that had passed, with months of thirty days, as GDELT counts."""
    share = ((day.month - 1) * 30 + day.day) / 365
    return f"{day.year + share:.4f}"


def _action(event: EventRow, code: CameoCode) -> Fields:
    return {
        "IsRootEvent": int(event.sentence == 0),
        "EventCode": code.code,
        "EventBaseCode": code.base,
        "EventRootCode": code.root,
        "QuadClass": code.quad,
        "GoldsteinScale": f"{code.goldstein:g}",
        "NumMentions": 1,
        "NumSources": 1,
        "NumArticles": 1,
    }


def _where(event: EventRow) -> Fields:
    if event.place is None:
        return {}
    return {
        "ActionGeo_Type": place_type(event.place, event.place_country),
        "ActionGeo_FullName": event.place,
        "ActionGeo_CountryCode": fips_of(event.place_country),
    }


def _source(event: EventRow, run: Run) -> Fields:
    added = run.finished_at
    return {
        "DATEADDED": f"{added:%Y%m%d}",
        "SOURCEURL": event.url or ", ".join(part for part in (event.outlet, event.title) if part),
    }
