"""Date phrases of the news mean the days they mean, and what gives no day is not given one."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.reading.dates import resolve_date

# A Wednesday: the phrases below are read as published that day.
PUBLISHED = date(2022, 9, 14)

# phrase = first day, last day where it is another, granularity, kind
RESOLVED = """
today = 2022-09-14 day exact
yesterday = 2022-09-13 day exact
tomorrow = 2022-09-15 day exact
tonight = 2022-09-14 day exact
this morning = 2022-09-14 day exact
yesterday evening = 2022-09-13 day exact
last night = 2022-09-13 day exact
overnight = 2022-09-13 day exact
tomorrow night = 2022-09-15 day exact
the day before yesterday = 2022-09-12 day exact
the day after tomorrow = 2022-09-16 day exact
Wednesday = 2022-09-14 day exact
on Wednesday = 2022-09-14 day exact
Tuesday = 2022-09-13 day exact
Thursday = 2022-09-08 day exact
on Thursday night = 2022-09-08 day exact
late Monday = 2022-09-12 day exact
early on Sunday = 2022-09-11 day exact
Mon. = 2022-09-12 day exact
Sept. 5 = 2022-09-05 day exact
last Tuesday = 2022-09-13 day exact
last Wednesday = 2022-09-07 day exact
next Wednesday = 2022-09-21 day exact
next Monday = 2022-09-19 day exact
this Friday = 2022-09-16 day exact
this past Sunday = 2022-09-11 day exact
this coming Monday = 2022-09-19 day exact
the coming Friday = 2022-09-16 day exact
Monday morning = 2022-09-12 day exact
the night of Sept. 9 = 2022-09-09 day exact
Friday at 3 p.m. = 2022-09-09 day exact
at 10:30 a.m. local time on Monday = 2022-09-12 day exact
2 pm Monday = 2022-09-12 day exact
noon on Monday = 2022-09-12 day exact
Tuesday, Sept. 13 = 2022-09-13 day exact
Tuesday, 13 September 2022 = 2022-09-13 day exact
Friday the 13th = 2022-05-13 day exact
Monday of last week = 2022-09-05 day exact
last week on Thursday = 2022-09-08 day exact
Tuesday next week = 2022-09-20 day exact
on the 5th = 2022-09-05 day exact
the 12th of this month = 2022-09-12 day exact
September 14 = 2022-09-14 day exact
September 15 = 2021-09-15 day exact
8 July = 2022-07-08 day exact
July 8th = 2022-07-08 day exact
the 8th of July = 2022-07-08 day exact
the eighth of July, 2020 = 2020-07-08 day exact
May 12, 2022 = 2022-05-12 day exact
12 May 2022, = 2022-05-12 day exact
12-14 May = 2022-05-12 2022-05-14 day range
May 12-14, 2022 = 2022-05-12 2022-05-14 day range
between May 12 and 14 = 2022-05-12 2022-05-14 day range
May 30 to June 2 = 2022-05-30 2022-06-02 day range
Dec. 30, 2019 - Jan. 2, 2020 = 2019-12-30 2020-01-02 day range
from 3 to 5 March 2021 = 2021-03-03 2021-03-05 day range
Feb. 29 = 2020-02-29 day exact
August = 2022-08-01 2022-08-31 month exact
in August = 2022-08-01 2022-08-31 month exact
in September = 2022-09-01 2022-09-30 month exact
in October = 2021-10-01 2021-10-31 month exact
last August = 2022-08-01 2022-08-31 month exact
next October = 2022-10-01 2022-10-31 month exact
this December = 2022-12-01 2022-12-31 month exact
August 2019 = 2019-08-01 2019-08-31 month exact
August of 2019 = 2019-08-01 2019-08-31 month exact
August last year = 2021-08-01 2021-08-31 month exact
in August of this year = 2022-08-01 2022-08-31 month exact
last year in October = 2021-10-01 2021-10-31 month exact
Sept 2021 = 2021-09-01 2021-09-30 month exact
July and August = 2022-07-01 2022-08-31 month range
June or July = 2022-06-01 2022-07-31 month approximate
March to May = 2022-03-01 2022-05-31 month range
from November to January = 2021-11-01 2022-01-31 month range
from January 2020 to March 2021 = 2020-01-01 2021-03-31 month range
March to April 2020 = 2020-03-01 2020-04-30 month range
2014 = 2014-01-01 2014-12-31 year exact
in 2014 = 2014-01-01 2014-12-31 year exact
the year 2014 = 2014-01-01 2014-12-31 year exact
2014-16 = 2014-01-01 2016-12-31 year range
2014-2016 = 2014-01-01 2016-12-31 year range
from 2014 to 2016 = 2014-01-01 2016-12-31 year range
between 2014 and 2016 = 2014-01-01 2016-12-31 year range
2010-12 = 2010-01-01 2012-12-31 year range
2019-08 = 2019-08-01 2019-08-31 month exact
08/2019 = 2019-08-01 2019-08-31 month exact
the 1990s = 1990-01-01 1999-12-31 decade approximate
the mid-1990s = 1995-01-01 decade approximate
the late 1980s = 1989-12-31 decade approximate
the '90s = 1990-01-01 1999-12-31 decade approximate
the nineties = 1990-01-01 1999-12-31 decade approximate
the 1800s = 1800-01-01 1899-12-31 century approximate
the 19th century = 1801-01-01 1900-12-31 century approximate
the early 20th century = 1901-01-01 century approximate
this century = 2001-01-01 2100-12-31 century exact
last century = 1901-01-01 2000-12-31 century exact
last week = 2022-09-05 2022-09-11 week exact
this week = 2022-09-12 2022-09-18 week exact
next week = 2022-09-19 2022-09-25 week exact
the previous week = 2022-09-05 2022-09-11 week exact
the week before last = 2022-08-29 2022-09-04 week exact
the week after next = 2022-09-26 2022-10-02 week exact
last month = 2022-08-01 2022-08-31 month exact
next month = 2022-10-01 2022-10-31 month exact
this month = 2022-09-01 2022-09-30 month exact
the month before last = 2022-07-01 2022-07-31 month exact
last year = 2021-01-01 2021-12-31 year exact
the previous year = 2021-01-01 2021-12-31 year exact
the year before last = 2020-01-01 2020-12-31 year exact
next year = 2023-01-01 2023-12-31 year exact
this year = 2022-01-01 2022-12-31 year exact
last quarter = 2022-04-01 2022-06-30 quarter exact
the past week = 2022-09-07 2022-09-14 week range
the past six months = 2022-03-14 2022-09-14 month range
over the last three years = 2019-09-14 2022-09-14 year range
in the past 24 hours = 2022-09-13 2022-09-14 day range
during the past decade = 2012-09-14 2022-09-14 decade range
the next two weeks = 2022-09-14 2022-09-28 week range
over the coming month = 2022-09-14 2022-10-14 month range
two days ago = 2022-09-12 day exact
two weeks ago = 2022-08-31 week approximate
about three weeks ago = 2022-08-24 week approximate
a month ago = 2022-08-14 month approximate
two months ago = 2022-07-14 month approximate
a year ago = 2021-09-14 year approximate
nearly two years ago = 2020-09-14 year approximate
more than a decade ago = 2012-09-14 decade approximate
a couple of days ago = 2022-09-12 day approximate
half a century ago = 1972-09-14 decade approximate
a year and a half ago = 2021-03-14 year approximate
twenty-five years ago = 1997-09-14 year approximate
a week ago today = 2022-09-07 day exact
three hours ago = 2022-09-14 day approximate
in two weeks = 2022-09-28 week approximate
three days from now = 2022-09-17 day exact
a week before March 10 = 2022-03-03 day exact
two days after Christmas = 2021-12-27 day exact
a week before last Friday = 2022-09-02 day exact
the day before Christmas = 2021-12-24 day exact
the eve of May 9 = 2022-05-08 day exact
early next month = 2022-10-01 month approximate
late last month = 2022-08-31 month approximate
mid-August = 2022-08-16 month approximate
in mid-2021 = 2021-07-01 year approximate
early 2023 = 2023-01-01 year approximate
late 2021 = 2021-12-31 year approximate
the end of the year = 2022-12-31 year approximate
the beginning of the month = 2022-09-01 month approximate
the end of last year = 2021-12-31 year approximate
the middle of next week = 2022-09-21 week approximate
year-end = 2022-12-31 year approximate
the end of 2021 = 2021-12-31 year approximate
the first days of March = 2022-03-01 month approximate
the final weeks of 2021 = 2021-12-31 year approximate
earlier this week = 2022-09-12 2022-09-14 week range
earlier this year = 2022-01-01 2022-09-14 year range
later this month = 2022-09-14 2022-09-30 month range
later in the year = 2022-09-14 2022-12-31 year range
so far this year = 2022-01-01 2022-09-14 year range
the rest of the month = 2022-09-14 2022-09-30 month range
earlier on Monday = 2022-09-12 day exact
the third week of April = 2022-04-15 2022-04-21 week approximate
the first week of 2022 = 2022-01-01 2022-01-07 week approximate
the last week of August = 2022-08-25 2022-08-31 week approximate
the first half of 2022 = 2022-01-01 2022-06-30 half exact
the second half of the year = 2022-07-01 2022-12-31 half exact
the first half of August = 2022-08-01 2022-08-15 half exact
the third quarter = 2022-07-01 2022-09-30 quarter exact
the second quarter of 2021 = 2021-04-01 2021-06-30 quarter exact
Q3 2021 = 2021-07-01 2021-09-30 quarter exact
third quarter of last year = 2021-07-01 2021-09-30 quarter exact
the first Monday of October = 2021-10-04 day exact
the last Friday of August = 2022-08-26 day exact
the last day of May = 2022-05-31 day exact
the first three months of 2022 = 2022-01-01 2022-03-31 month range
the last three months of last year = 2021-10-01 2021-12-31 month range
the first decade of the 21st century = 2001-01-01 2010-12-31 decade exact
the weekend = 2022-09-10 2022-09-11 week approximate
over the weekend = 2022-09-10 2022-09-11 week approximate
last weekend = 2022-09-10 2022-09-11 week approximate
this weekend = 2022-09-17 2022-09-18 week approximate
next weekend = 2022-09-24 2022-09-25 week approximate
this time last year = 2021-09-14 month approximate
since 2014 = 2014-01-01 2022-09-14 year range
since Monday = 2022-09-12 2022-09-14 day range
since last week = 2022-09-05 2022-09-14 week range
since the end of 2021 = 2021-12-31 2022-09-14 year range
since early August = 2022-08-01 2022-09-14 month range
by Friday = 2022-09-09 day approximate
by the end of the year = 2022-12-31 year approximate
until 2030 = 2030-01-01 2030-12-31 year approximate
no later than October 15 = 2022-10-15 day approximate
as recently as Monday = 2022-09-12 day approximate
as early as next week = 2022-09-19 2022-09-25 week approximate
about 2014 = 2014-01-01 2014-12-31 year approximate
sometime in August = 2022-08-01 2022-08-31 month exact
Thursday through Tuesday = 2022-09-08 2022-09-13 day range
from Monday to Wednesday = 2022-09-12 2022-09-14 day range
Monday and Tuesday = 2022-09-12 2022-09-13 day range
Saturday or Sunday = 2022-09-10 2022-09-11 day approximate
from Monday = 2022-09-12 day exact
2022-09-13 = 2022-09-13 day exact
2022-09-13T14:30:00Z = 2022-09-13 day exact
13/05/2021 = 2021-05-13 day exact
05/13/2021 = 2021-05-13 day exact
13.05.2021 = 2021-05-13 day exact
3.4.2021 = 2021-04-03 day exact
5/5/2021 = 2021-05-05 day exact
20210513 = 2021-05-13 day exact
New Year's Eve = 2021-12-31 day exact
Christmas = 2021-12-25 day exact
Christmas 2020 = 2020-12-25 day exact
last Christmas = 2021-12-25 day exact
Christmas Eve = 2021-12-24 day exact
July Fourth = 2022-07-04 day exact
Labor Day = 2022-09-05 day exact
Halloween 2021 = 2021-10-31 day exact
May Day = 2022-05-01 day exact
9/11 = 2001-09-11 day exact
the Cold War = 1947-01-01 1991-12-31 period range
World War II = 1939-09-01 1945-09-02 period range
since World War II = 1945-09-02 2022-09-14 period range
during the Soviet era = 1922-12-30 1991-12-26 period range
the end of the Cold War = 1991-12-31 period approximate
Monday to discuss the deal = 2022-09-12 day exact
Monday for talks = 2022-09-12 day exact
as soon as Friday = 2022-09-09 day approximate
third-quarter = 2022-07-01 2022-09-30 quarter exact
the week of Sept. 5 = 2022-09-05 2022-09-11 week exact
the month of August = 2022-08-01 2022-08-31 month exact
Thursday (Sept. 8) = 2022-09-08 day exact
late August or early September = 2022-08-31 2022-09-01 month approximate
the 20th of last month = 2022-08-20 day exact
the past two and a half years = 2020-03-14 2022-09-14 month range
two weeks ago on Monday = 2022-08-29 day exact
Sept. 8-9 = 2022-09-08 2022-09-09 day range
the morning of Aug. 24 = 2022-08-24 day exact
last year's third quarter = 2021-07-01 2021-09-30 quarter exact
the beginning of the previous year = 2021-01-01 year approximate
May 5 at noon = 2022-05-05 day exact
the 21st century = 2001-01-01 2100-12-31 century approximate
until the end of next week = 2022-09-25 week approximate
Juneteenth = 2022-06-19 day exact
by early next year = 2023-01-01 year approximate
approximately two months ago = 2022-07-14 month approximate
through Friday = 2022-09-09 day approximate
up to Sept. 10 = 2022-09-10 day approximate
12-Sep-2022 = 2022-09-12 day exact
"""

NOT_RESOLVED = """
03/04/2022
for three days
three days
two weeks later
three days later
a day earlier
the next day
the following week
the day before
the day after
the previous day
that day
the same year
recently
soon
in the future
in recent weeks
in the coming days
a few days ago
several years ago
decades ago
years ago
at 3 p.m.
14:30
noon
50-year-old
aged 50
the war
a year after the war began
the day before the election
last summer
the summer of 2020
this winter
spring
Ramadan
Easter
the Lunar New Year
Eid al-Fitr
1443 AH
44 BC
Muharram 5
the Bronze Age
Wednesday, officials said
according to police
2000 soldiers
Monday and Friday the talks
May 32
13/13/2021
two
the
at
99999 years ago
the last day
quarterly
yearly
a month
five-day visit
week
month
the year
now
once
on the eve of the vote
until further notice
in three to five years
since the war
by then
Feb. 29, 2023
February 30
a year before the summer
Good Friday
every Monday
the '20s
fiscal 2022
13/13
the turn of the century
Tuesdays
"""

AHEAD = """
Friday = 2022-09-16
Wednesday = 2022-09-14
this Monday = 2022-09-19
September 15 = 2022-09-15
August 1 = 2023-08-01
by Friday = 2022-09-16
Christmas = 2022-12-25
last Friday = 2022-09-09
yesterday = 2022-09-13
two weeks ago = 2022-08-31
since Monday = 2022-09-12
"""


def lines(block: str) -> list[str]:
    return block.strip().splitlines()


@pytest.mark.parametrize("line", lines(RESOLVED))
def test_a_phrase_means_its_days(line: str) -> None:
    phrase, _, expected = line.partition(" = ")
    *days, granularity, kind = expected.split()
    found = resolve_date(phrase, PUBLISHED)
    assert found is not None
    assert [str(found.start), str(found.end)] == [days[0], days[-1]]
    assert (found.granularity, found.kind) == (granularity, kind)


@pytest.mark.parametrize("phrase", lines(NOT_RESOLVED))
def test_what_gives_no_day_is_not_resolved(phrase: str) -> None:
    assert resolve_date(phrase, PUBLISHED) is None
    assert resolve_date(phrase, PUBLISHED, future=True) is None


@pytest.mark.parametrize("line", lines(AHEAD))
def test_what_lies_ahead_is_looked_for_ahead(line: str) -> None:
    phrase, _, expected = line.partition(" = ")
    found = resolve_date(phrase, PUBLISHED, future=True)
    assert found is not None
    assert str(found.start) == expected


@pytest.mark.parametrize(
    ("phrase", "earliest", "latest"),
    [
        ("late last month", "2022-08-21", "2022-08-31"),
        ("early 2023", "2023-01-01", "2023-05-02"),
        ("the end of the month", "2022-09-26", "2022-09-30"),
        ("about three weeks ago", "2022-08-20", "2022-08-28"),
        ("by the end of the year", "2022-09-14", "2022-12-31"),
        ("last week", "2022-09-05", "2022-09-11"),
    ],
)
def test_an_approximate_phrase_tells_within_what_it_must_lie(phrase: str, earliest: str, latest: str) -> None:
    found = resolve_date(phrase, PUBLISHED)
    assert found is not None
    assert (str(found.earliest), str(found.latest)) == (earliest, latest)


def test_hours_are_counted_back_over_midnight_where_the_hour_of_publication_is_known() -> None:
    known = resolve_date("three hours ago", datetime(2022, 9, 14, 1, 30))
    unknown = resolve_date("three hours ago", PUBLISHED)
    assert known and unknown
    assert (known.start, known.kind) == (date(2022, 9, 13), "exact")
    assert (unknown.earliest, unknown.latest) == (date(2022, 9, 13), date(2022, 9, 14))


def test_case_dashes_and_apostrophes_do_not_matter() -> None:
    assert resolve_date("MAY 12–14, 2022", PUBLISHED) == resolve_date("May 12-14, 2022", PUBLISHED)
    assert resolve_date("New Year’s Eve", PUBLISHED) == resolve_date("new year's eve", PUBLISHED)


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
PHRASES = st.sampled_from([line.partition(" = ")[0] for line in lines(RESOLVED)])


@given(phrase=PHRASES, published=DAYS, future=st.booleans())
def test_days_are_in_order_whatever_the_day_of_publication(
    phrase: str, published: date, future: bool
) -> None:
    found = resolve_date(phrase, published, future)
    if found:
        assert found.earliest <= found.start <= found.end <= found.latest


@given(
    phrase=st.sampled_from(
        ["Monday", "Friday", "August 15", "the 5th", "August", "Christmas", "the third quarter"]
    ),
    published=DAYS,
)
def test_plain_days_began_by_the_day_of_publication_and_those_ahead_are_not_over(
    phrase: str, published: date
) -> None:
    past, ahead = resolve_date(phrase, published), resolve_date(phrase, published, future=True)
    last, following = resolve_date(f"last {phrase}", published), resolve_date(f"next {phrase}", published)
    assert past and ahead
    assert past.start <= published <= ahead.end
    assert past.start <= ahead.start
    if last and following:
        assert last.end < published < following.start


@given(
    phrase=st.sampled_from(["yesterday", "Friday", "last week", "August 15", "two weeks ago", "next month"]),
    published=DAYS,
    days=st.integers(0, 400),
)
def test_the_later_it_is_published_the_later_it_was(phrase: str, published: date, days: int) -> None:
    sooner, later = resolve_date(phrase, published), resolve_date(phrase, published + timedelta(days=days))
    assert sooner and later
    assert sooner.start <= later.start


@given(day=st.dates(date(1000, 1, 1)), published=DAYS, future=st.booleans())
def test_a_day_in_full_is_that_day_whenever_it_is_read(day: date, published: date, future: bool) -> None:
    found = resolve_date(day.isoformat(), published, future)
    assert found is not None
    assert (found.start, found.end, found.granularity, found.kind) == (day, day, "day", "exact")


@given(day=st.dates(date(1900, 1, 1), date(2099, 12, 31)), published=DAYS)
def test_a_date_is_the_same_in_words_and_in_figures(day: date, published: date) -> None:
    spellings = [
        f"{day:%B} {day.day}, {day.year}",
        f"{day.day} {day:%b}. {day.year}",
        f"{day:%A}, {day:%d %B %Y}",
    ]
    assert {found.start for spelling in spellings if (found := resolve_date(spelling, published))} == {day}


@given(phrase=st.text(max_size=60), published=st.dates())
def test_any_text_is_read_without_an_error(phrase: str, published: date) -> None:
    resolve_date(phrase, published)


SOME_WORDS = "the last next first two of May 5 2014 week Friday year to - and ago in early"


@given(
    words=st.lists(
        st.sampled_from(SOME_WORDS.split()),
        max_size=8,
    ),
    published=st.dates(),
)
def test_words_of_dates_in_any_order_are_read_without_an_error(words: list[str], published: date) -> None:
    resolve_date(" ".join(words), published)
