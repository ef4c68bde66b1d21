"""Agency, byline and dateline."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.sources.agencies import agencies, agency_of, canonical_name
from retold.sources.credits import credits_of, is_byline
from retold.sources.dateline import dateline_of, is_date_line

PUBLISHED = datetime(2022, 9, 16, 8, tzinfo=UTC)
PROSE = (
    "The ministers of the two countries met on Monday to discuss the treaty, officials of both sides said in the "
    "evening, and they agreed to meet again in a week."
)
SEPTEMBER_15 = date(2022, 9, 15)


@pytest.mark.parametrize(
    ("opening", "place", "day", "agency"),
    [
        ("MOSCOW (AP) — ", "MOSCOW", None, "AP"),
        ("BEIJING, Sept 15 (Reuters) - ", "BEIJING", SEPTEMBER_15, "Reuters"),
        ("BEIJING, Sept. 15 (Xinhua) -- ", "BEIJING", SEPTEMBER_15, "Xinhua"),
        ("TASHKENT, September 16. /TASS/. ", "TASHKENT", date(2022, 9, 16), "TASS"),
        ("MOSCOW. Sept 15 (Interfax) - ", "MOSCOW", SEPTEMBER_15, "Interfax"),
        ("Washington (AFP) - ", "Washington", None, "AFP"),
        ("Washington, 15 September 2022 (AFP) – ", "Washington", SEPTEMBER_15, "AFP"),
        ("Beijing, Sep 15 (PTI) ", "Beijing", SEPTEMBER_15, "PTI"),
        ("New Delhi [India], September 15 (ANI): ", "New Delhi", SEPTEMBER_15, "ANI"),
        ("Madrid, 15 sep (EFE).- ", "Madrid", SEPTEMBER_15, "EFE"),
        ("Lisboa, 15 set 2022 (Lusa) - ", "Lisboa", SEPTEMBER_15, "Lusa"),
        ("UNITED NATIONS, Sept 15 (Reuters) - ", "UNITED NATIONS", SEPTEMBER_15, "Reuters"),
        ("SAN FRANCISCO, Calif. (AP) — ", "SAN FRANCISCO, Calif.", None, "AP"),
        ("KYIV, Ukraine (AP) — ", "KYIV, Ukraine", None, "AP"),
        ("NEW YORK/LONDON, Sept 15 (Reuters) - ", "NEW YORK/LONDON", SEPTEMBER_15, "Reuters"),
        ("SEOUL, Sept. 15 (Yonhap) -- ", "SEOUL", SEPTEMBER_15, "Yonhap"),
        ("Berlin (dpa) - ", "Berlin", None, "dpa"),
        ("KYIV (AP/AFP) — ", "KYIV", None, "AP"),
        ("(Reuters) - ", None, None, "Reuters"),
        ("GENEVA (Northwire) - ", "GENEVA", None, "Northwire"),
        ("GENEVA, Sept 15 (Northwire News) - ", "GENEVA", SEPTEMBER_15, "Northwire News"),
        ("NEW DELHI: ", "NEW DELHI", None, None),
        ("PARIS — ", "PARIS", None, None),
        ("LONDON (Sept 15) - ", "LONDON", SEPTEMBER_15, None),
        ("Washington, Sept. 15 — ", "Washington", SEPTEMBER_15, None),
        ("MOSCOW, Sep 15 – RIA Novosti. ", "MOSCOW", SEPTEMBER_15, "RIA Novosti"),
        ("GENÈVE, 15 septembre (ATS) - ", "GENÈVE", SEPTEMBER_15, "Keystone-SDA"),
    ],
)
def test_datelines(opening: str, place: str | None, day: date | None, agency: str | None) -> None:
    credited = credits_of(opening + PROSE, None, PUBLISHED)
    assert (credited.place, credited.date, credited.agency) == (place, day, agency)


@pytest.mark.parametrize(
    "opening",
    [
        "MINISTERS MEET IN GENEVA TO DISCUSS THE TREATY. ",
        "MINISTERS MEET IN GENEVA ",
        "BREAKING: ",
        "UPDATE 2 - ",
        "NATO: ",
        "EXCLUSIVE — ",
        "Analysts say: ",
        "Police — ",
        "WHO (World Health Organization) - ",
        "Joe Roe (Labour) - ",
        "On Sept 15 (Thursday) - ",
        "COVID-19: ",
        "",
    ],
)
def test_openings_that_are_no_dateline(opening: str) -> None:
    assert credits_of(opening + PROSE, None, PUBLISHED).place is None


def test_the_year_of_a_dateline_is_the_latest_that_fits() -> None:
    line = "MOSCOW, Dec 31 (AP) — " + PROSE
    assert dateline_of(line, datetime(2023, 1, 2, tzinfo=UTC)).date == date(2022, 12, 31)
    assert dateline_of(line, datetime(2022, 12, 30, tzinfo=UTC)).date == date(2022, 12, 31)
    assert dateline_of(line, datetime(2022, 12, 29, tzinfo=UTC)).date == date(2021, 12, 31)
    assert dateline_of(line, None).date is None
    assert dateline_of("MOSCOW, Feb 31 (AP) — " + PROSE, PUBLISHED).date is None


def test_the_dateline_may_stand_below_a_byline_and_a_date() -> None:
    credited = credits_of(
        f"By Jane Roe and John Doe\nSeptember 15, 2022\n\nMOSCOW (AP) — {PROSE}", None, None
    )
    assert (credited.byline, credited.place, credited.agency) == ("Jane Roe and John Doe", "MOSCOW", "AP")


@pytest.mark.parametrize(
    ("line", "byline", "agency"),
    [
        ("By Jane Roe, Reuters", "Jane Roe", "Reuters"),
        ("By Jane Roe and John Doe", "Jane Roe and John Doe", None),
        ("BY JANE ROE | ASSOCIATED PRESS", "JANE ROE", "AP"),
        ("By Jane Roe, The Associated Press", "Jane Roe", "AP"),
        ("By Jane Roe of The Associated Press", "Jane Roe", "AP"),
        ("By Ludwig van Beethoven", "Ludwig van Beethoven", None),
        ("By our correspondent", "By our correspondent", None),
        ("By a staff reporter", "By a staff reporter", None),
        ("By Petra Novak", "Petra Novak", None),
        ("By AFP", "AFP", "AFP"),
        ("By Reuters Staff", "Reuters Staff", "Reuters"),
    ],
)
def test_bylines(line: str, byline: str, agency: str | None) -> None:
    credited = credits_of(f"{line}\n{PROSE}", None, None)
    assert (credited.byline, credited.agency) == (byline, agency)
    assert is_byline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By Monday the troops had left",
        "By land and sea",
        "By the river",
        "Bypass opens",
        "By 2030 it is over",
    ],
)
def test_lines_that_are_no_byline(line: str) -> None:
    assert credits_of(f"{line}\n{PROSE}", None, None).byline is None


def test_the_author_a_format_names_is_the_byline() -> None:
    assert credits_of(PROSE, "By Jane Roe, AFP", None).byline == "Jane Roe"
    assert credits_of(PROSE, "Reuters", None).agency == "Reuters"
    assert credits_of(f"By John Doe\n{PROSE}", "Jane Roe", None).byline == "Jane Roe"


@pytest.mark.parametrize(
    "line",
    [
        "AFP",
        "(Reuters)",
        "- Xinhua",
        "Moscow (AFP)",
        "AFP, Moscow",
        "Agence France-Presse",
        "Reuters | Beijing",
    ],
)
def test_credit_lines_at_the_start(line: str) -> None:
    assert credits_of(f"{line}\n{PROSE}", None, None).agency == agency_of(
        re.findall(r"AFP|Reuters|Xinhua|Agence.*", line)[0]
    )


@pytest.mark.parametrize(
    ("line", "agency"),
    [
        ("- AFP", "AFP"),
        ("— Reuters", "Reuters"),
        ("AFP", "AFP"),
        ("AFP/xy", "AFP"),
        ("AFP, Reuters", "AFP"),
        ("(With inputs from PTI)", "PTI"),
        ("Additional reporting by Reuters", "Reuters"),
        ("With reporting by Jane Roe of The Associated Press", "AP"),
        ("© 2022 AFP", "AFP"),
        ("Copyright 2022 The Associated Press. All rights reserved.", "AP"),
        ("Source: Xinhua", "Xinhua"),
        ("(Source: ANI)", "ANI"),
        ("The Associated Press contributed to this report.", "AP"),
        ("They agreed, he said. - AFP", "AFP"),
        ("“They agreed,” he said. (ANI)", "ANI"),
    ],
)
def test_credit_lines_at_the_end(line: str, agency: str) -> None:
    assert credits_of(f"{PROSE}\n\n{PROSE}\n\n{line}", None, None).agency == agency


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("“We do not know,” he told AFP.", "AFP"),
        ("“We do not know,” he explained to AFP on Monday.", "AFP"),
        ("He informed the Associated Press of it.", "AP"),
        ("The talks failed, AFP reported.", "AFP"),
        ("Talks failed, Xinhua reported, but he told AFP they had not.", "AFP"),
    ],
)
def test_weak_credits(sentence: str, agency: str) -> None:
    assert credits_of(f"{PROSE}\n{sentence}\n{PROSE}\n{PROSE}\n{PROSE}\n{PROSE}", None, None).agency == agency


@pytest.mark.parametrize(
    "sentence",
    [
        "The head of Reuters resigned on Monday.",
        "Xinhua said the talks had failed.",
        "According to Interfax the talks had failed.",
        "The government closed the office of AFP.",
        "She told Petra that the talks had failed.",
        "He told AFP's owners to leave.",
        "Photo: AFP",
        "Image by AFP via Getty Images",
        "The MENA region is calm.",
        "An AP test is hard.",
    ],
)
def test_an_agency_in_the_news_is_not_credited(sentence: str) -> None:
    for text in (f"{PROSE}\n{sentence}\n{PROSE}", f"{PROSE}\n{PROSE}\n{sentence}", f"{sentence}\n{PROSE}"):
        assert credits_of(text, None, None).agency is None


def test_the_strongest_credit_wins() -> None:
    told, end, dateline, byline = "he told AFP.", "Source: Xinhua", "MOSCOW (TASS) — ", "By Jane Roe, Reuters"
    assert credits_of(f"{PROSE} {told}\n{end}", None, None).agency == "Xinhua"
    assert credits_of(f"{dateline}{PROSE} {told}\n{end}", None, None).agency == "TASS"
    assert credits_of(f"{byline}\n{dateline}{PROSE} {told}\n{end}", None, None).agency == "Reuters"


@pytest.mark.parametrize(
    "line",
    [
        "September 15, 2022",
        "15 Sept 2022 10:30 GMT",
        "2022-09-15T10:30:00Z",
        "15/09/2022",
        "Updated: Sep 15, 2022 at 10:30 pm",
    ],
)
def test_date_lines(line: str) -> None:
    assert is_date_line(line)


@pytest.mark.parametrize(
    "line", ["Ministers meet", "5 dead in fire", "September 15 meeting fails", "2022 in review", ""]
)
def test_lines_that_are_more_than_a_date(line: str) -> None:
    assert not is_date_line(line)


def test_the_dictionary_is_sound() -> None:
    assert len(agencies()) >= 40
    assert all(re.fullmatch("[A-Z]{3}", agency.country) for agency in agencies())
    owners: dict[str, str] = {}
    for agency in agencies():
        for form in set(agency.all_forms):
            assert owners.setdefault(form, agency.short) == agency.short
            assert canonical_name(form) == agency.short


def test_names_of_agencies_in_full_and_unknown_ones() -> None:
    assert canonical_name("the Associated Press") == "AP"
    assert canonical_name("REUTERS") == "Reuters"
    assert canonical_name("Northwire") == "Northwire"
    assert agency_of("map") is None


@given(
    st.lists(
        st.sampled_from(
            [
                "MOSCOW",
                "(",
                ")",
                "/",
                " - ",
                "—",
                "Sept",
                "15",
                "2022",
                "AFP",
                "By ",
                "\n",
                ".",
                ",",
                "told ",
                "a",
                " ",
            ]
        ),
        max_size=40,
    )
)
def test_credits_of_anything_are_found_in_it(parts: list[str]) -> None:
    text = "".join(parts)
    credited = credits_of(text, None, PUBLISHED)
    assert credited.byline is None or credited.byline in text
    assert credited.place is None or credited.place in text
    assert credited.agency is None or credited.agency in text


@given(st.text(max_size=300))
def test_credits_of_any_text(text: str) -> None:
    credits_of(text, text[:50], PUBLISHED)
