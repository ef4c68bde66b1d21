"""Conditions of SQL that filters are made of."""

from __future__ import annotations

from datetime import UTC, date, datetime, time


def all_words(column: str, search: str) -> str:
    """That the column has all the words, in any case."""
    return "(" + " AND ".join(contains(column, word) for word in search.split()) + ")"


def contains(column: str, part: str) -> str:
    """That the column has the part, in any case."""
    return f"contains(lower({column}), lower({literal(part)}))"


def moment(day: date, at: time) -> str:
    """A time of a day in UTC."""
    return f"CAST({literal(datetime.combine(day, at, UTC).isoformat(sep=' '))} AS TIMESTAMPTZ)"


def literal(text: str) -> str:
    """The text as SQL has it."""
    return "'" + text.replace("'", "''") + "'"
