"""Which words of two wordings tell each other."""

from __future__ import annotations

from retold.renditions.aligned_words import align_words
from retold.renditions.word import words_in


def pairs(left: str, right: str) -> set[tuple[str, str]]:
    ours, theirs = words_in(left), words_in(right)
    return {(ours[link.left].text, theirs[link.right].text) for link in align_words(ours, theirs)}


def test_the_same_words_are_linked_wherever_they_stand() -> None:
    found = pairs("On Friday the senate passed the bill.", "The senate passed the bill on Friday.")
    assert {("Friday", "Friday"), ("senate", "senate"), ("bill", "bill"), ("passed", "passed")} <= found


def test_inflected_irregular_and_misspelled_words_are_linked() -> None:
    found = pairs("Harutian met three envoys.", "Herutian meets 3 envoy.")
    assert found >= {("Harutian", "Herutian"), ("met", "meets"), ("three", "3"), ("envoys", "envoy")}


def test_a_word_is_linked_to_its_likeness_among_the_same_neighbours() -> None:
    left, right = (
        words_in("two ships left and two planes came"),
        words_in("two planes came and two ships left"),
    )
    links = {(link.left, link.right) for link in align_words(left, right)}
    assert {(0, 4), (4, 0), (1, 5), (5, 1)} <= links


def test_what_stands_in_one_slot_is_linked() -> None:
    assert ("thanked", "congratulated") in pairs(
        "The mayor thanked the nurses.", "The mayor congratulated the nurses."
    )


def test_contraries_are_not_taken_for_misspellings() -> None:
    ours, theirs = words_in("The gathering was legal."), words_in("The gathering was illegal.")
    assert [link.how for link in align_words(ours, theirs) if ours[link.left].form == "legal"] == ["slot"]


def test_nothing_is_linked_to_nothing() -> None:
    assert align_words([], words_in("Rain fell.")) == []
