"""Times of publication in all the ways inputs write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.errors import InputError
from retold.sources.dates import EARLIEST, parse_published

NOW = datetime(2022, 9, 20, 12, tzinfo=UTC)
TEN = datetime(2022, 9, 15, 10, tzinfo=UTC)
MIDNIGHT = datetime(2022, 9, 15, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2022-09-15T10:00:00Z", TEN),
        ("2022-09-15T12:00:00+02:00", TEN),
        ("2022-09-15 10:00", TEN),
        (" 2022-09-15T10:00:00.000 ", TEN),
        ("2022-09-15", MIDNIGHT),
        ("20220915", MIDNIGHT),
        ("Thu, 15 Sep 2022 10:00:00 GMT", TEN),
        ("Thu, 15 Sep 2022 06:00:00 -0400", TEN),
        ("15 Sep 2022 10:00:00 -0000", TEN),
        ("September 15, 2022", MIDNIGHT),
        ("15 September 2022 10:00 UTC", TEN),
        ("15/09/2022", MIDNIGHT),
        (1663236000, TEN),
        (1663236000.0, TEN),
        (1663236000000, TEN),
        ("1663236000", TEN),
        ("1663236000000", TEN),
        (datetime(2022, 9, 15, 10), TEN),
        (datetime(2022, 9, 15, 12, tzinfo=timezone(timedelta(hours=2))), TEN),
        (date(2022, 9, 15), MIDNIGHT),
        (None, None),
        ("", None),
        ("  ", None),
    ],
)
def test_dates_are_read(written: object, meant: datetime | None) -> None:
    assert parse_published(written, NOW) == meant


@pytest.mark.parametrize(
    "written",
    ["2023-02-31", "0000-01-01", "9999-12-31", "2022-09-22T12:00:01Z", "1799-12-31", "soon", "yesterday",
     "September", "2022", "12:30",
     "03/04/2022", "15", 1e300, float("nan"), float("inf"), 10**40, -(10**13), True,
     [2022], {"a": 1}, b"2022-09-15", "9" * 5000, "1" * 11, "\0"],
)  # fmt: skip
def test_what_is_no_date_is_refused(written: object) -> None:
    with pytest.raises(InputError, match="bad_date"):
        parse_published(written, NOW)


def test_clocks_up_to_two_days_ahead_are_allowed() -> None:
    assert parse_published("2022-09-22T11:00:00Z", NOW) is not None


@settings(deadline=None)
@given(
    st.one_of(
        st.text(max_size=30), st.integers(), st.floats(), st.binary(max_size=5), st.datetimes(), st.booleans()
    )
)
def test_anything_is_a_time_in_range_or_refused(value: object) -> None:
    try:
        moment = parse_published(value, NOW)
    except InputError as error:
        assert error.reason == "bad_date"
    else:
        assert moment is None or EARLIEST <= moment <= NOW + timedelta(days=2)
        assert moment is None or moment.utcoffset() == timedelta(0)
