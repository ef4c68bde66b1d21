"""Numbers of many languages to those of one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.numerals import with_points


@pytest.mark.parametrize(
    ("form", "language", "expected"),
    [
        ("4,300.5", "en", "4,300.5"),
        ("4.300,5", "de", "4,300.5"),
        ("4.300", "es", "4,300"),
        ("3,5%", "ru", "3.5%"),
        ("4\u00a0300", "ru", "4,300"),
        ("4\u202f300", "fr", "4,300"),
        ("4’300", "de", "4,300"),
        ("٤٬٣٠٠٫٥", "ar", "4,300.5"),
        ("۱۵", "fa", "15"),
        ("१५.५", "hi", "15.5"),
        ("Covid-19", "de", "Covid-19"),
        ("haus", "de", "haus"),
    ],
)
def test_a_number_is_written_as_in_english(form: str, language: str, expected: str) -> None:
    assert with_points(form, language) == expected


@given(st.text(max_size=30), st.sampled_from(["en", "de", "ru", "ar", "zh", "xx"]))
def test_what_is_no_number_stays(form: str, language: str) -> None:
    if not any(map(str.isdigit, form)):
        assert with_points(form, language) == form
    else:
        with_points(form, language)
