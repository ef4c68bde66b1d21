"""Whether two names mean one person."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.actors.names import match_names

# Real and invented names in several scripts, and anything at all.
NAMES = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from(
            [
                "Ana",
                "al-Masri",
                "Петрова",
                "Kim",
                "Jae-won",
                "김",
                "O’Neill",
                "J.",
                "van",
                "山田",
                "حسن",
                "Dr.",
            ]
        ),
        max_size=5,
    ).map(" ".join),
)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Bill Clinton", "William Jefferson Clinton"),
        ("Liz Hartwell", "Elizabeth Hartwell"),
        ("Tomas B. Lindgren", "Tomas Lindgren"),
        ("T. Lindgren", "Tomas Lindgren"),
        ("Dr. Amina Rahal", "Amina Rahal"),
        ("Rahal, Amina", "Amina Rahal"),
        ("Yusuf bin Khalid al-Harthy", "Yousef ibn Khaled al Harthi"),
        ("Ruben van der Meulen", "Ruben Van der Meulen"),
        ("Sergei Orlov", "Sergey Petrovich Orlov"),
        ("Orbán Viktor", "Viktor Orban"),
        ("Xi Jinping", "Jinping Xi"),
        ("Chou En-lai", "Zhou Enlai"),
        ("Teng Hsiao-p'ing", "Deng Xiaoping"),
        ("Lee Sung-min", "Yi Seong-min"),
        ("Jean-Luc Moreau", "J.-L. Moreau"),
        ("Jean Luc Moreau", "JeanLuc Moreau"),
        ("Ingrid Solvang", "Ingrid Slovang"),
        ("Friederike Baumgartner", "Friederike Baumgartnr"),
        ("Мария Захарова", "Maria Zakharova"),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos"),
        ("محمود درويش", "Mahmoud Darwish"),
        ("דוד גרוסמן", "David Grossman"),
        ("문재인", "Moon Jae-in"),
    ],
)
def test_one_person_written_otherwise(ours: str, theirs: str) -> None:
    assert match_names(ours, theirs) > 0.5


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Bill Clinton", "Hillary Clinton"),
        ("Raúl Castro", "Fidel Castro"),
        ("Kim Jong-un", "Kim Jong-il"),
        ("Indira Gandhi", "Rahul Gandhi"),
        ("Rosalind Thackeray", "Rosalind Okonkwo"),
        ("Anton Brandauer", "Anton Brückner"),
        ("M. Lindgren", "Tomas Lindgren"),
        ("Sergei Petrovich Orlov", "Sergei Andreyevich Orlov"),
        ("Мария Захарова", "Maria Sharapova"),
        ("Putin", "Biden"),
        ("山田太郎", "山本太郎"),
        ("דוד גרוסמן", "David Avidan"),
    ],
)
def test_two_persons(ours: str, theirs: str) -> None:
    assert match_names(ours, theirs) < 0.5


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("AMINA RAHAL", "Amina Rahal"), ("Rahal, Amina", "Amina Rahal"), ("Mr. Łukasz Żak", "Lukasz Zak")],
)
def test_case_marks_titles_and_a_comma_make_no_difference(ours: str, theirs: str) -> None:
    assert match_names(ours, theirs) == 1.0


def test_a_whole_name_says_more_than_a_surname() -> None:
    assert match_names("Tomas Lindgren", "Tomas E. Lindgren") > match_names("Tomas Lindgren", "Lindgren")


@pytest.mark.parametrize("nothing", ["", " ", "…", "\u200b", "!!!"])
def test_what_has_no_letters_matches_nothing(nothing: str) -> None:
    assert match_names(nothing, "Amina Rahal") == 0.0
    assert match_names(nothing, nothing) == 0.0


def test_a_name_repeated_ten_thousand_times_is_read_in_part() -> None:
    assert 0.0 <= match_names("Amina Rahal " * 10_000, "Rahal Amina " * 10_000) <= 1.0


@settings(deadline=None)
@given(NAMES, NAMES)
def test_a_probability_that_does_not_depend_on_the_order(ours: str, theirs: str) -> None:
    found = match_names(ours, theirs)
    assert 0.0 <= found <= 1.0
    assert found == match_names(theirs, ours)


@settings(deadline=None)
@given(NAMES)
def test_a_name_is_itself(name: str) -> None:
    assert match_names(name, name) in (0.0, 1.0)
    assert match_names(f"{name} Solveig", f"{name} Solveig") == 1.0
