from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.cli.wording import is_legible, marked, stretches
from retold.renditions.wording import differences

words = st.lists(
    st.sampled_from(["the", "The", "ship", "ships", "wait", "outside,", "(forty)", "“fourteen”", "—", "."]),
    max_size=12,
).map(" ".join)


def shown(left: str, right: str) -> str:
    return marked(differences(left, right), left, right, colours=False).plain


@pytest.mark.parametrize(
    ("left", "right", "marks"),
    [
        (
            "Forty ships wait outside.",
            "Fourteen ships wait outside.",
            "[-Forty-]{+Fourteen+} ships wait outside.",
        ),
        ("Ships wait outside.", "Ships wait far outside.", "Ships wait {+far+} outside."),
        ("Ships wait far outside.", "Ships wait outside.", "Ships wait [-far-] outside."),
        ("Ships wait.", "Ships wait, he said.", "Ships wait{+, he said+}."),
        ("SHIPS wait.", "Ships wait.", "Ships wait."),
        (
            "He saw the long ships of war.",
            "They met the old boats of war.",
            "[-He saw the long ships-]{+They met the old boats+} of war.",
        ),
        ("", "Ships.", "{+Ships.+}"),
    ],
)
def test_differences_are_marked_in_the_running_text(left: str, right: str, marks: str) -> None:
    assert shown(left, right) == marks


def test_in_colours_nothing_is_added_to_the_words() -> None:
    left, right = "Forty ships wait.", "Fourteen ships wait."
    text = marked(differences(left, right), left, right, colours=True)
    assert text.plain == "Forty Fourteen ships wait."
    assert {str(span.style) for span in text.spans} == {"red strike", "green underline"}


@given(words, words)
def test_both_wordings_can_be_read_back(left: str, right: str) -> None:
    found = stretches(differences(left, right), left, right)
    assert "".join(one.left for one in found).replace(" ", "") == left.replace(" ", "")
    assert "".join(one.right for one in found).replace(" ", "") == right.replace(" ", "")


@given(words)
def test_a_wording_does_not_differ_from_itself(text: str) -> None:
    assert shown(text, text) == text
    assert is_legible(differences(text, text))


def test_what_has_hardly_a_word_in_common_is_not_marked() -> None:
    assert not is_legible(differences("Dockers stopped work at noon.", "Longshoremen halted labour."))
