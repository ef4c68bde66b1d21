"""Simple terms of date phrases: days once the day of publication is known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Literal, NamedTuple, Protocol

from retold.reading.dates_calendar import (
    DateKind,
    Days,
    Granularity,
    ResolvedDate,
    Unit,
    around,
    resolved,
    shifted,
)

Choice = Literal["plain", "last", "this", "next"]
# Cycles looked at to either side of a day, and where some lack the day: 29 February is up to eight years away, Friday
# the 13th up to fourteen months.
NEAR, FAR = 2, 15


class Moment(NamedTuple):
    """When the phrase was published, and whether it speaks of what lies ahead. `clock`: where the hour is known."""

    today: date
    future: bool = False
    clock: datetime | None = None


class Term(Protocol):
    """A part of a phrase, understood."""

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        """The days it means; None where there are none."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """Days that are named in full."""

    days: Days
    granularity: Granularity
    kind: DateKind = "exact"

    def resolve(self, _: Moment) -> ResolvedDate:
        return resolved(self.days, self.granularity, self.kind)


@dataclass(frozen=True, slots=True)
class Recurring:
    """Days that come back in every week, month or year: Friday, the 5th, August, Christmas, the third quarter.

    `place` gives them for the first day of a cycle, None where that cycle has none. Plain, the last that began by the
    day of publication is meant (the first not yet over, when the future is); "last" and "next" leave out that day,
    and the next weekend is that of the next week.
    """

    granularity: Granularity
    cycle: Unit
    place: Callable[[date], Days | None]
    choice: Choice = "plain"
    kind: DateKind = "exact"

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        return self.found(self._chosen(moment))

    def _chosen(self, moment: Moment) -> Days | None:
        today = moment.today
        if self.choice == "next":
            return self.after(around(today, "week").end if self.granularity == "week" else today)
        if self.choice == "last":
            return max((days for days in self.near(today) if days.end < today), default=None)
        if self.choice == "this":
            days = self.place(around(today, self.cycle).start)
            return self._ahead(today) if moment.future and days and days.end < today else days
        return self._ahead(today) if moment.future else self.before(today)

    def near(self, day: date) -> list[Days]:
        """Its days in the cycles around a day, in order; more of them where not every cycle has any."""
        start = around(day, self.cycle).start
        found = [self.place(shifted(start, count, self.cycle)) for count in range(-NEAR, NEAR + 1)]
        if None in found:
            found = [self.place(shifted(start, count, self.cycle)) for count in range(-FAR, FAR + 1)]
        return [days for days in found if days]

    def _ahead(self, today: date) -> Days | None:
        return next((days for days in self.near(today) if days.end >= today), None)

    def before(self, day: date) -> Days | None:
        """The last that begin by a day."""
        return max((days for days in self.near(day) if days.start <= day), default=None)

    def after(self, day: date) -> Days | None:
        """The first that begin after a day."""
        return next((days for days in self.near(day) if days.start > day), None)

    def inside(self, outer: Days) -> Days | None:
        """The first that begin within some days."""
        return next((days for days in self.near(outer.start) if outer.start <= days.start <= outer.end), None)

    def found(self, days: Days | None) -> ResolvedDate | None:
        """Days of its own as a resolved date."""
        return resolved(days, self.granularity, self.kind) if days else None


@dataclass(frozen=True, slots=True)
class Relative:
    """A unit of the calendar counted from the one of publication: yesterday (-1), this week (0), next year (1)."""

    unit: Unit
    count: int

    def resolve(self, moment: Moment) -> ResolvedDate:
        return resolved(around(shifted(moment.today, self.count, self.unit), self.unit), self.unit)


@dataclass(frozen=True, slots=True)
class Stretch:
    """So many units up to the day of publication ("the past six months"); from it on where the count is positive."""

    unit: Unit
    count: int

    def resolve(self, moment: Moment) -> ResolvedDate:
        start, end = sorted((moment.today, shifted(moment.today, self.count, self.unit)))
        return resolved(Days(start, end), self.unit, "range")


@dataclass(frozen=True, slots=True)
class Distance:
    """So many units from the day of publication ("two weeks ago"). Days are exact, the rest approximate.

    `granularity` is the unit's own name where the count is in another: "half a century ago" is told in centuries.
    """

    unit: Unit
    count: int
    granularity: Granularity

    def resolve(self, moment: Moment) -> ResolvedDate:
        day = shifted(moment.today, self.count, self.unit)
        point = resolved(Days(day, day), self.granularity)
        return point if self.granularity == "day" else point.hedged()


@dataclass(frozen=True, slots=True)
class Hours:
    """So many hours ago: on the day, or the day before it when the hour of publication is not known."""

    count: int

    def resolve(self, moment: Moment) -> ResolvedDate:
        passed = timedelta(hours=self.count)
        if moment.clock:
            day = (moment.clock - passed).date()
            return resolved(Days(day, day), "day")
        today = moment.today
        return resolved(Days(today, today), "day", "approximate", Days(today - passed - timedelta(1), today))


@dataclass(frozen=True, slots=True)
class Shifted:
    """So many units before or after another term: "a week before last Friday", "the year after 1990"."""

    anchor: Term
    unit: Unit
    count: int

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        anchor = self.anchor.resolve(moment)
        if anchor is None or anchor.granularity == "period":
            return None
        ends = (anchor.start, anchor.end, anchor.earliest, anchor.latest)
        start, end, earliest, latest = (shifted(day, self.count, self.unit) for day in ends)
        return ResolvedDate(start, end, anchor.granularity, anchor.kind, earliest, latest)
