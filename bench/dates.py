"""Dates of news phrases: `resolve_date` beside plain `dateparser.parse` with the same day of publication.

    .venv/bin/python bench/dates.py [--show]

Gold: half of the expectations of NGEC's date tests, which were looked at while the grammar was written. Right: the
day (month, year) expected is where the phrase begins, and ends where an end is given; nothing where nothing is
expected. "granularity too" asks for that as well, where it is given; dateparser has none and is not asked.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from datetime import date, datetime
from time import perf_counter
from typing import Any

import dateparser

from gold import rows
from retold.reading.dates import resolve_date, understood
from retold.reading.dates_calendar import ResolvedDate

Row = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """Rows right, rows right with their granularity, and rows resolved that must not be."""

    right: int = 0
    with_granularity: int = 0
    invented: int = 0

    def line(self, name: str, count: int) -> str:
        return (
            f"| {name} | {self.right / count:.3f} | {self.with_granularity / count:.3f} | {self.invented} |"
        )


def is_right(row: Row, start: date | None, end: date | None) -> bool:
    """Expectations are days, months or years in ISO 8601."""
    if row["resolved"] is None or start is None:
        return row["resolved"] is None and start is None
    begins = start.isoformat().startswith(row["resolved"])
    return begins and (not row["date_end"] or (bool(end) and str(end).startswith(row["date_end"])))


def plain(row: Row) -> date | None:
    """What dateparser makes of the phrase."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(row["ref"]), "PREFER_DATES_FROM": "past"}
    found = dateparser.parse(row["text"], languages=["en"], settings=settings)
    return found.date() if found else None


def measured(gold: list[Row], show: bool) -> Tally:
    tally = Tally()
    for row in gold:
        found = resolve_date(row["text"], date.fromisoformat(row["ref"]))
        right = is_right(row, found.start if found else None, found.end if found else None)
        grain = row["granularity"] in (None, found.granularity if found else None)
        tally.right += right
        tally.with_granularity += right and grain
        tally.invented += row["resolved"] is None and found is not None
        if show and not (right and grain):
            print(
                row["text"],
                "expected",
                row["resolved"],
                row["date_end"],
                row["granularity"],
                "found",
                shown(found),
            )
    return tally


def shown(found: ResolvedDate | None) -> str:
    return f"{found.start}..{found.end} {found.granularity}" if found else "none"


def measured_plain(gold: list[Row]) -> Tally:
    tally = Tally()
    for row in gold:
        found = plain(row)
        tally.right += is_right(row, found, None)
        tally.invented += row["resolved"] is None and found is not None
    tally.with_granularity = tally.right  # it gives none: nothing is asked of it
    return tally


def seconds_each(gold: list[Row]) -> tuple[float, float]:
    """Time of one phrase, not seen before and seen before."""
    understood.cache_clear()
    taken = []
    for _ in range(2):
        began = perf_counter()
        for row in gold:
            resolve_date(row["text"], date.fromisoformat(row["ref"]))
        taken.append((perf_counter() - began) / len(gold))
    return taken[0], taken[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--show", action="store_true", help="print the rows that are wrong")
    arguments = parser.parse_args()
    gold = rows("events/ngec_date_expectations")
    print(
        f"{len(gold)} phrases\n\n| | right | granularity too | resolved that must not be |\n|---|---|---|---|"
    )
    print(measured(gold, arguments.show).line("Retold", len(gold)))
    print(measured_plain(gold).line("dateparser.parse", len(gold)))
    new, seen = seconds_each(gold)
    print(f"\n{new * 1e6:.0f} µs a new phrase, {seen * 1e6:.0f} µs one seen before")


if __name__ == "__main__":
    main()
