"""PETRARCH's unit tests as sentences with who acts on whom, and their actors as a dictionary."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from string import ascii_uppercase

from gold import rows
from retold.actors.dictionary import Dictionary, dictionary, plain
from retold.actors.lists.dictionary_with import dictionary_with
from retold.actors.lists.gathering import Gathering
from retold.actors.lists.reading import Told, read_lists
from retold.engine.parquet import write_parquet
from retold.model import ListedActor
from retold.schema import schema_of, table_of
from retold.settings import InputLimits

Codes = frozenset[str]
"""Three letters each: of a code the parts, of an actor all it may be coded as."""
Dyad = tuple[Codes, Codes]
"""Who acts on whom."""

# Names that do not begin with the letters of their codes: what Tolkien tells of who and where they are, and
# nicknames. A code for several stands for a place whose people are coded one by one.
FICTION: dict[str, dict[str, tuple[str, ...]]] = {
    "country": {
        "GON": ("Minas Tirith",),
        "MOR": ("Cirith Ungol", "Barad-dur"),
        "SHR FRO BIL SAM": ("Shire", "Michel Delving", "White Downs"),
        "ELR GAL": ("Lorien",),
        "ELF": ("Caras Galadhon",),
        "DOL": ("Dol Amroth", "Dol_Amroth"),
        "PRK": ("Hermit Kingdom",),
        "DNK": ("Zealand",),
    },
    "group": {"MRG": ("Morgul Orcs",)},
    "person": {
        "HOB": ("Frodo", "Sam Gamgee", "Hamfast Gamgee", "Gollum", "Smeagol", "Slinker", "Stinker"),
        "ELF": ("Galadriel",),
    },
    "organisation": {"USA": ("KU", "K.U."), "NGM": ("Amnesty International",), "HGW": ("Quibbler",)},
}
# Codes of the tests that are not ISO's, and those of states that have another today.
OF_TODAY = {"KWT": "KUW", "NZL": "NZE", "ZWE": "ZBW RHO", "EUR": "EEU", "DEU": "GMW"}
# Of unnamed officials.
NOBODY = "XYZ"
# Codes of countries that ISO 3166 leaves to its users; lists may leave them out as no state's.
OF_USERS = tuple(f"X{one}{other}" for one, other in product("AB", ascii_uppercase))
_CAPITAL = re.compile(r"[A-Z][\w-]*")


@dataclass(frozen=True, slots=True)
class Invented:
    """Names of a code: of a country all are one actor's, of persons each is somebody's. `country`: see `OF_USERS`."""

    codes: Codes
    kind: str
    country: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and who acts on whom in it; without any it should give nothing."""

    name: str
    text: str
    day: datetime
    dyads: tuple[Dyad, ...]


def cases() -> list[Case]:
    """The rows that should give nothing, and those that should give a pair of actors."""
    found = []
    for row in rows("events/petrarch_unit_tests"):
        dyads = tuple(
            (_parts(event["source"]), _parts(event["target"]))
            for event in row["events"]
            if _is_somebody(event["source"]) and _is_somebody(event["target"])
        )
        if dyads or row.get("no_event"):
            day = datetime.strptime(row["date"], "%Y%m%d").replace(tzinfo=UTC)
            found.append(Case(row["id"], row["text"], day, tuple(dict.fromkeys(dyads))))
    return found


def _is_somebody(code: str | None) -> bool:
    return code is not None and code[:3].isalpha() and not code.startswith(NOBODY)


def _parts(code: str) -> Codes:
    return frozenset(code[at : at + 3] for at in range(0, len(code), 3))


def fiction(chosen: Iterable[Case]) -> list[Invented]:
    """The names of the table, and words that begin as the code of their row."""
    listed = {
        (code, kind): dict.fromkeys(names) for kind, coded in FICTION.items() for code, names in coded.items()
    }
    told = {word for names in listed.values() for name in names for word in plain(name)}
    for case in chosen:
        for word, code in _begun_as_codes(case):
            if told.isdisjoint(plain(word)):
                listed.setdefault((code, "country"), {})[word] = None
    countries = dict(zip(sorted({code for code, _ in listed}), OF_USERS, strict=False))
    return [
        Invented(frozenset(code.split()), kind, countries[code], tuple(names))
        for (code, kind), names in listed.items()
    ]


def _begun_as_codes(case: Case) -> Iterator[tuple[str, str]]:
    """Words with capitals that begin with a code of the case and that the dictionary does not know."""
    for code in sorted({code for dyad in case.dyads for side in dyad for code in side}):
        for word in _CAPITAL.findall(case.text):
            if word.upper().startswith(code) and plain(word) not in dictionary().nations:
                yield word, code


def dictionary_of(invented: Iterable[Invented]) -> Dictionary:
    """The dictionary with the names of fiction before its own, as a user gives them: in a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "actors.csv"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("name", "kind", "country", "aliases"), *_lines(invented)])
        table = table_of(ListedActor, _gathered(path).actors())
        parquet = Path(folder) / "actors.parquet"
        write_parquet(parquet, [table], schema_of(ListedActor))
        return dictionary_with((str(parquet),))


def _lines(invented: Iterable[Invented]) -> Iterator[tuple[str, str, str, str]]:
    for one in invented:
        if one.kind == "person":
            yield from ((name, one.kind, one.country, "") for name in one.names)
        else:
            yield one.names[0], one.kind, one.country, ";".join(one.names[1:])


def _gathered(path: Path) -> Gathering:
    gathering = Gathering()
    for item in read_lists([str(path)], collected_at=datetime.now(UTC), limits=InputLimits()):
        if isinstance(item, Told):
            list(gathering.take(item.what, item.origin))
    return gathering
