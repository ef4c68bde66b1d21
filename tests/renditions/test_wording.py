"""Two wordings of one passage, word by word."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from retold.renditions.wording import differences, slot_share, word_swaps

PHRASES = st.lists(st.sampled_from(["ministers", "met", "in", "Vienna", "on", "Monday", ",", "20", "“not”"]))


@given(PHRASES, PHRASES)
def test_the_stretches_together_are_the_texts(left: list[str], right: list[str]) -> None:
    found = differences(" ".join(left), " ".join(right))
    assert " ".join(stretch.left for stretch in found if stretch.left) == " ".join(left)
    assert " ".join(stretch.right for stretch in found if stretch.right) == " ".join(right)


@given(PHRASES)
def test_a_text_does_not_differ_from_itself(words: list[str]) -> None:
    assert {stretch.change for stretch in differences(" ".join(words), " ".join(words))} <= {"same"}


def test_a_changed_number_is_one_replacement() -> None:
    changed = [
        stretch
        for stretch in differences("At least 20 men died.", "At least 12 men died.")
        if stretch.change != "same"
    ]
    assert [(stretch.left, stretch.right) for stretch in changed] == [("20", "12")]


def test_typography_and_case_are_no_difference() -> None:
    assert [stretch.change for stretch in differences("“Talks” — on", '"talks" - On')] == ["same"]


def test_synonyms_stand_in_slots_and_a_turned_sentence_does_not() -> None:
    original = "The two ministers signed a long treaty about the border in Vienna on Monday."
    synonyms = "The two envoys inked a lengthy accord about the frontier in Vienna on Monday."
    turned = (
        "On Monday in Vienna a treaty, a long one, that concerns the border, was signed by both ministers."
    )
    assert slot_share(original, synonyms) > 0.8
    assert slot_share(original, turned) < 0.4
    assert ("border", "frontier") in word_swaps(original, synonyms)
