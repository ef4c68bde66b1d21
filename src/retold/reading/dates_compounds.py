"""Terms made of other terms: parts, ordinals, ranges and bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import timedelta

from retold.reading.dates_calendar import (
    DateKind,
    Days,
    PartName,
    ResolvedDate,
    Unit,
    around,
    part_of,
    resolved,
    shifted,
)
from retold.reading.dates_terms import Moment, Recurring, Term

LAST = -1


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, middle or end of a term: the point it gives. A part of a day is that day."""

    whole: Term
    part: PartName

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        whole = self.whole.resolve(moment)
        if whole is None or whole.granularity == "day":
            return whole
        return part_of(Days(whole.start, whole.end), whole.granularity, self.part)


@dataclass(frozen=True, slots=True)
class Ordinal:
    """The n-th day, week, month, quarter, half or decade of a term; LAST for the last, -2 for the one before it.

    A month's first week is its first seven days: what "the third week of April" means when nobody looks it up.
    """

    number: int
    unit: Unit
    whole: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        whole = self.whole.resolve(moment)
        if whole is None:
            return None
        days = self._halved(whole) if self.unit == "half" else self._counted(whole)
        inside = whole.start <= days.start and days.end <= whole.end
        kind: DateKind = "approximate" if self.unit == "week" else "exact"
        return resolved(days, self.unit, kind) if inside else None

    def _counted(self, whole: ResolvedDate) -> Days:
        if self.number < 0:
            start = shifted(whole.end + timedelta(days=1), self.number, self.unit)
        else:
            start = shifted(whole.start, self.number - 1, self.unit)
        return Days(start, shifted(start, 1, self.unit) - timedelta(days=1))

    def _halved(self, whole: ResolvedDate) -> Days:
        middle = whole.start + timedelta(days=((whole.end - whole.start).days + 1) // 2)
        if whole.granularity == "year":
            middle = whole.start.replace(month=7)
        first = Days(whole.start, middle - timedelta(days=1))
        return first if self.number == 1 else Days(middle, whole.end)


@dataclass(frozen=True, slots=True)
class OrdinalOf:
    """The n-th of recurring days within a term: the first Monday of September."""

    number: int
    recurring: Recurring
    whole: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        whole = self.whole.resolve(moment)
        if whole is None:
            return None
        day = whole.end if self.number == LAST else whole.start - timedelta(days=1)
        found = self.recurring.before(day) if self.number == LAST else None
        for _ in range(self.number):
            found = self.recurring.after(found.start if found else day)
        inside = found and whole.start <= found.start <= whole.end
        return self.recurring.found(found) if inside else None


@dataclass(frozen=True, slots=True)
class Inside:
    """Recurring days within a term: August last year, Monday of this week."""

    recurring: Recurring
    outer: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        outer = self.outer.resolve(moment)
        return self.recurring.found(self.recurring.inside(Days(outer.start, outer.end))) if outer else None


@dataclass(frozen=True, slots=True)
class Between:
    """From one term to another. The one with less said follows the other: March to April 2024, Thursday to Monday."""

    left: Term
    right: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        left, right = self._ends(moment)
        if left is None or right is None or left.end > right.end:
            return None
        within = Days(left.earliest, right.latest)
        return resolved(Days(left.start, right.end), left.granularity, "range", within)

    def _ends(self, moment: Moment) -> tuple[ResolvedDate | None, ResolvedDate | None]:
        if isinstance(self.right, Recurring) and self.right.choice == "plain":
            left = self.left.resolve(moment)
            return left, self.right.found(self.right.after(left.start)) if left else None
        right = self.right.resolve(moment)
        if right and isinstance(self.left, Recurring) and self.left.choice == "plain":
            return self.left.found(self.left.before(right.start)), right
        return self.left.resolve(moment), right


@dataclass(frozen=True, slots=True)
class Listed:
    """Two terms that follow each other, or a choice of two: Monday and Tuesday, June or July. None with a gap."""

    left: Term
    right: Term
    kind: DateKind

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        ends = Between(self.left, self.right)
        left, right = ends._ends(moment)
        found = ends.resolve(moment)
        if found and left and right and right.start - left.end == timedelta(days=1):
            return replace(found, kind=self.kind)
        return None


@dataclass(frozen=True, slots=True)
class Since:
    """From a term to the day of publication; from the end of a period of history."""

    start: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        start = self.start.resolve(moment._replace(future=False))
        if start is None or start.start > moment.today:
            return None
        if start.granularity == "period":
            return resolved(Days(start.end, moment.today), "period", "range")
        within = Days(start.earliest, moment.today)
        return resolved(Days(start.start, moment.today), start.granularity, "range", within)


@dataclass(frozen=True, slots=True)
class Deadline:
    """By or until a term: the term, but what lies between the day of publication and it is possible.

    `ahead`: the words themselves say that it is still to come ("no later than")."""

    end: Term
    ahead: bool = False

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        end = self.end.resolve(moment._replace(future=moment.future or self.ahead))
        if end is None:
            return None
        return replace(end, kind="approximate", earliest=min(end.earliest, moment.today))


@dataclass(frozen=True, slots=True)
class WeekOf:
    """The calendar week that a day lies in."""

    day: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        day = self.day.resolve(moment)
        return resolved(around(day.start, "week"), "week") if day else None


@dataclass(frozen=True, slots=True)
class Hedged:
    """A term with "about", "as recently as", "sometime" before it."""

    term: Term

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        found = self.term.resolve(moment)
        return found.hedged() if found else None


@dataclass(frozen=True, slots=True)
class Rest:
    """What has passed of a term ("earlier this week"), or what is left of it ("later this year"). Days stay days."""

    whole: Term
    passed: bool

    def resolve(self, moment: Moment) -> ResolvedDate | None:
        whole = self.whole.resolve(moment)
        if whole is None or whole.granularity == "day" or not whole.start <= moment.today <= whole.end:
            return whole
        days = Days(whole.start, moment.today) if self.passed else Days(moment.today, whole.end)
        return resolved(days, whole.granularity, "range")
