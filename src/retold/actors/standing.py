"""What an actor is on a day: which of several of a name, whose, and in which sectors."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from retold.actors.dictionary import sectors_of, weighed
from retold.actors.entries import Entry

# When the dictionary was last read as a whole.
WRITTEN = date(2026, 11, 1)
# Years after the last office in which an undated phrase still counts its holder as in it: news is mostly recent.
REMEMBERED = 10


def at_day(entries: Sequence[Entry], day: date | None) -> Entry | None:
    """Of several actors of a name the one that was there on the day, in office if one was."""
    if not entries:
        return None
    return max(entries, key=lambda entry: _standing(entry, day))


def _standing(entry: Entry, day: date | None) -> tuple[bool, bool, bool, date]:
    begun = max((term.period.since or date.min for term in entry.terms), default=date.min)
    if day is None:
        return True, entry.period.until is None, bool(entry.terms), begun
    in_office = any(term.period.holds(day) for term in entry.terms)
    before = max(
        (since for term in entry.terms if (since := term.period.since or date.min) <= day), default=date.min
    )
    return entry.period.holds(day), in_office, bool(entry.terms), before


def country_on(entry: Entry, day: date | None) -> str | None:
    """Whose an actor is: of another state than home only while in office there alone."""
    if day is None or entry.country not in (homes := {term.country for term in entry.terms}):
        return entry.country
    held = {term.country for term in entry.terms if term.period.holds(day)} & homes
    return entry.country if entry.country in held or len(held) != 1 else held.pop()


def sectors_on(entry: Entry, day: date | None) -> tuple[str, ...]:
    """What somebody is on a day: by the offices held then; of the former elite when all are over."""
    if not entry.terms:
        return entry.sectors
    if day is None:
        long_over = date(WRITTEN.year - REMEMBERED, WRITTEN.month, WRITTEN.day)
        gone = all(term.period.over(long_over) for term in entry.terms)
        return ("ELI",) if gone else sectors_of(entry.terms[-1])
    held = [term for term in entry.terms if term.period.holds(day)]
    if held:
        return weighed(sector for term in held for sector in sectors_of(term))
    if all(term.period.over(day) for term in entry.terms):
        return ("ELI",)
    return sectors_of(next(term for term in entry.terms if not term.period.over(day)))
