"""Grammar of whole date phrases: terms, what joins them and what bounds them. `phrase` reads any."""

from __future__ import annotations

from retold.reading.dates_compounds import Between, Deadline, Hedged, Inside, Listed, Since
from retold.reading.dates_cursor import Cursor, longest
from retold.reading.dates_grammar import simple
from retold.reading.dates_terms import Recurring, Relative, Term
from retold.reading.dates_words import HEDGES, indexed

AS_IT_WERE = indexed(
    dict.fromkeys(
        ("as recently as", "as early as", "as late as", "as soon as", "on or about", "on or around"), True
    )
)


def phrase(cursor: Cursor) -> Term | None:
    """Anything that gives a date: a term, a range or a bound."""
    return longest(cursor, (since, deadline, between, joined))


def since(cursor: Cursor) -> Term | None:
    """Since 2014."""
    cursor.word("ever")
    if not cursor.word("since"):
        return None
    start = hedged(cursor)
    return Since(start) if start else None


def deadline(cursor: Cursor) -> Term | None:
    """By the end of the year, until Friday, no later than May 5."""
    ahead = cursor.words("no", "later", "than")
    if not (
        ahead
        or cursor.word("by", "until", "till", "through")
        or cursor.words("up", "to")
        or cursor.words("up", "until")
    ):
        return None
    end = hedged(cursor)
    return Deadline(end, ahead) if end else None


def between(cursor: Cursor) -> Term | None:
    """Between May 3 and June 5, from Monday to Wednesday, from Monday."""
    opening = cursor.word("between", "from")
    left = hedged(cursor) if opening else None
    if left is None:
        return None
    start = cursor.at
    links = ("and",) if opening == "between" else ("to", "until", "till", "through", "-")
    cursor.word("up")
    right = _right(cursor) if cursor.word(*links) else None
    if right:
        return Between(left, right)
    cursor.at = start
    if opening == "from":
        cursor.word("on", "onward", "onwards")
    return left if opening == "from" or isinstance(left, Between | Listed) else None


def joined(cursor: Cursor) -> Term | None:
    """Thursday through Tuesday, Monday and Tuesday, Saturday or Sunday; otherwise the one term."""
    left = hedged(cursor)
    if left is None:
        return None
    start = cursor.at
    link = cursor.word("to", "through", "thru", "until", "till", "-", "into", "and", "or")
    right = _right(cursor) if link else None
    if right is None:
        cursor.at = start
        return left
    if link in ("and", "or"):
        if not _alike(left, right):
            cursor.at = start
            return left
        return Listed(left, right, "range" if link == "and" else "approximate")
    return Between(left, right)


def _alike(left: Term, right: Term) -> bool:
    """Whether two terms are of one kind, so that "and" joins them: not "on Friday and 2000 others"."""
    if isinstance(left, Recurring) and isinstance(right, Recurring):
        return left.cycle == right.cycle
    return (isinstance(left, Recurring | Inside) and isinstance(right, Inside)) or type(left) is type(right)


def _right(cursor: Cursor) -> Term | None:
    if (
        cursor.words("the", "present")
        or cursor.words("present")
        or cursor.words("now")
        or cursor.words("date")
    ):
        return Relative("day", 0)
    return simple(cursor)


def hedged(cursor: Cursor) -> Term | None:
    """About, on or about, as recently as something."""
    loose = bool(cursor.word(*HEDGES)) or cursor.named(AS_IT_WERE) is not None
    if loose:
        cursor.word("on", "in", "at", "of")
    found = simple(cursor)
    return Hedged(found) if found and loose else found
