"""Phrases that name actors, to country and sector: Retold beside the bare dictionary, in one run.

    .venv/bin/python bench/actors.py [--errors]

NGEC's own expectations, both files of ../shared/data: share of the phrases for which the country, and the first
sector, is as expected (none where none is). "today" is 2022-11-01, about when they were written. The alternative
looks the longest name of the dictionary up in the phrase and takes what it says.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import dateparser

from gold import rows
from retold.actors.dictionary import dictionary, plain
from retold.actors.resolving import resolve

TODAY = date(2022, 11, 1)
Named = tuple[str | None, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Case:
    """A phrase with what is expected of it; None: nothing is said about it."""

    phrase: str
    day: date | None
    country: str | None
    sector: str | None


def cases() -> list[Case]:
    found = [
        _case(row["text"], row["date"], row["expected"]) for row in rows("events/ngec_actor_expectations")
    ]
    found += [
        _case(row["query"], row["date"], row["expect"])
        for row in rows("actors/ngec_actor_resolution_gold")
        if row["call"] in ("agent_to_code", "short_text_to_agent", "search_nat")
    ]
    return list(dict.fromkeys(case for case in found if case.country is not None or case.sector is not None))


def _case(phrase: str, day: str | None, expected: dict[str, Any]) -> Case:
    country = expected.get("country", expected.get("cc"))
    return Case(phrase, _day(day), country, expected.get("code_1"))


def _day(text: str | None) -> date | None:
    if not text:
        return None
    if text.casefold() == "today":
        return TODAY
    parsed = dateparser.parse(text, settings={"DATE_ORDER": "DMY"})
    return parsed.date() if parsed else None


def by_retold(case: Case) -> Named:
    found = resolve(case.phrase, case.day)
    return (found.country, found.sectors) if found else (None, ())


def by_dictionary(case: Case) -> Named:
    known, forms = dictionary(), plain(case.phrase)
    for length in range(len(forms), 0, -1):
        for start in range(len(forms) - length + 1):
            form = forms[start : start + length]
            if form in known.entries:
                entry = known.entries[form][0]
                return entry.country, entry.sectors
            if form in known.nations:
                return known.nations[form], ()
            if form in known.roles:
                return None, known.roles[form].sectors
    return None, ()


def right(chosen: Iterable[Case], method: Callable[[Case], Named]) -> tuple[float, float]:
    """Share of right countries and of right sectors."""
    countries, sectors = [], []
    for case in chosen:
        country, found = method(case)
        if case.country is not None:
            countries.append((country or "") == case.country)
        if case.sector is not None:
            sectors.append((found[0] if found else "") == case.sector)
    return sum(countries) / max(1, len(countries)), sum(sectors) / max(1, len(sectors))


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--errors", action="store_true")
    chosen = cases()
    print(f"{len(chosen)} phrases\n\n| NGEC's expectations | country | sector |\n|---|---|---|")
    for name, method in (("Retold", by_retold), ("longest name of the dictionary", by_dictionary)):
        countries, sectors = right(chosen, method)
        print(f"| {name} | {countries:.3f} | {sectors:.3f} |")
    if parser.parse_args().errors:
        for case in chosen:
            country, found = by_retold(case)
            if (case.country is not None and (country or "") != case.country) or (
                case.sector is not None and (found[0] if found else "") != case.sector
            ):
                print(f"{case.phrase!r} {case.day} expected {case.country} {case.sector}: {country} {found}")


if __name__ == "__main__":
    main()
