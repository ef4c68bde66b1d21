"""The functions on a bare phrase."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

import retold
from retold.errors import InputError


@pytest.mark.parametrize(
    "day", [date(1998, 6, 3), datetime(1998, 6, 3, 12, tzinfo=UTC), "1998-06-03", "1998-06-03T12:00Z"]
)
def test_a_day_is_taken_in_any_form(day: date | str) -> None:
    found = retold.resolve_actor("the French president", day)
    assert found is not None and (found.name, found.kind) == ("Jacques Chirac", "person")


def test_a_day_that_is_none_is_refused() -> None:
    with pytest.raises(InputError, match="last Tuesday"):
        retold.resolve_actor("the French president", "last Tuesday")


def test_nobody_is_none() -> None:
    assert retold.resolve_actor("a purple bicycle") is None
