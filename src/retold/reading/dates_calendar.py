"""The calendar: what a phrase resolves to, and arithmetic with days, weeks, months and longer units."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

Unit = Literal["day", "week", "month", "quarter", "half", "year", "decade", "century"]
Granularity = Literal["day", "week", "month", "quarter", "half", "year", "decade", "century", "period"]
DateKind = Literal["exact", "approximate", "range"]
PartName = Literal["start", "early", "middle", "late", "end"]

MONTHS: dict[Unit, int] = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120, "century": 1200}
# "Early", "mid" and "late" mean a third of a month or year at most, its start and end a sixth (judgement, no data).
SHARES: dict[PartName, int] = {"start": 6, "early": 3, "middle": 3, "late": 3, "end": 6}


class Days(NamedTuple):
    """From one day to another, both included."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ResolvedDate:
    """The days that a phrase means.

    `start` to `end`, both included: the days the phrase gives. `granularity`: how coarse it speaks, "period" for
    named periods of history, which are background. `kind`: "exact" for days of the calendar, "approximate" where the
    phrase gives a point near which it lies ("about three weeks ago", "late last month": the last day), "range" where
    it gives two ends ("from Monday to Wednesday", "since 2014"). `earliest` and `latest`: the days within which it
    must lie by the phrase, so the ones to compare with other dates; those of `start` and `end` unless approximate.
    """

    start: date
    end: date
    granularity: Granularity
    kind: DateKind
    earliest: date
    latest: date

    def hedged(self) -> ResolvedDate:
        """The same days, approximate: half a unit to either side is possible."""
        if self.granularity == "period" or self.kind == "approximate":
            return replace(self, kind="approximate")
        slack = timedelta(days=SLACK[self.granularity])
        return replace(self, kind="approximate", earliest=self.earliest - slack, latest=self.latest + slack)


# Half of a unit, in days, rounded up; a day when the unit is a day.
SLACK: dict[Granularity, int] = {
    "day": 1,
    "week": 4,
    "month": 16,
    "quarter": 46,
    "half": 92,
    "year": 183,
    "decade": 1827,
    "century": 18263,
}


def resolved(
    days: Days, granularity: Granularity, kind: DateKind = "exact", within: Days | None = None
) -> ResolvedDate:
    """A resolved date; `within`: what it may lie in, itself unless given."""
    widest = within or days
    return ResolvedDate(
        days.start, days.end, granularity, kind, min(widest.start, days.start), max(widest.end, days.end)
    )


def shifted(day: date, count: int, unit: Unit) -> date:
    """The day so many units later; the last of the month where the month is shorter."""
    if unit == "day":
        return day + timedelta(days=count)
    if unit == "week":
        return day + timedelta(weeks=count)
    year, month = divmod(day.year * 12 + day.month - 1 + count * MONTHS[unit], 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def around(day: date, unit: Unit) -> Days:
    """The unit of the calendar that a day lies in. Weeks begin on Monday (ISO 8601), centuries with the year 01."""
    if unit == "day":
        return Days(day, day)
    if unit == "week":
        monday = day - timedelta(days=day.weekday())
        return Days(monday, monday + timedelta(days=6))
    if unit == "century":
        return years((day.year - 1) // 100 * 100 + 1, 100)
    if unit == "decade":
        return years(day.year // 10 * 10, 10)
    month = (day.month - 1) // MONTHS[unit] * MONTHS[unit] + 1
    start = date(day.year, month, 1)
    return Days(start, shifted(start, 1, unit) - timedelta(days=1))


def years(first: int, count: int = 1) -> Days:
    """Whole years."""
    return Days(date(first, 1, 1), date(first + count - 1, 12, 31))


def part_of(days: Days, granularity: Granularity, part: PartName) -> ResolvedDate:
    """The point that "early", "mid" or "late" gives of some days: the first, the middle or the last of them.

    The middle is the later of two middle days, Wednesday of a week, 1 July of a year.
    """
    length = (days.end - days.start).days + 1
    share = timedelta(days=-(-length // SHARES[part]) - 1)
    if part in ("start", "early"):
        return _point(days.start, Days(days.start, days.start + share), granularity)
    if part in ("late", "end"):
        return _point(days.end, Days(days.end - share, days.end), granularity)
    return _point(_middle(days, granularity), Days(days.start + share, days.end - share), granularity)


def _middle(days: Days, granularity: Granularity) -> date:
    if granularity == "year":
        return date(days.start.year, 7, 1)
    if granularity == "decade":
        return date(days.start.year + 5, 1, 1)
    days_to_middle = 2 if granularity == "week" else ((days.end - days.start).days + 1) // 2
    return days.start + timedelta(days=days_to_middle)


def _point(day: date, within: Days, granularity: Granularity) -> ResolvedDate:
    return resolved(Days(day, day), granularity, "approximate", within)
