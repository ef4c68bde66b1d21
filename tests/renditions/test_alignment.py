"""Which sentences of a rendition tell which passage."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.renditions.alignment import align
from retold.renditions.likeness import sentence_vectors

REPORT = [
    "The foreign ministers of both states signed the fishing treaty in Reykjavik on Thursday.",
    "Under the treaty each side may catch forty thousand tonnes of cod a year.",
    "Trawlers from the south had been kept out of the northern grounds since 1997.",
    "Opposition leaders called the accord a surrender of the country's oldest industry.",
    "Parliament will vote on the text before the end of September.",
    "Patrol boats will exchange their positions by radio every six hours.",
]
OTHER = [
    "A violinist from Prague won the competition with a concerto by Sibelius.",
    "The jury praised her bowing and the warmth of the slow movement.",
    "Eleven musicians under thirty had reached the final round.",
]


def likeness(left: list[str], right: list[str]) -> np.ndarray[tuple[int, int], np.dtype[np.float64]]:
    vectors = sentence_vectors([*left, *right])
    return np.asarray((vectors[: len(left)] @ vectors[len(left) :].T).toarray())


def pairs(left: list[str], right: list[str]) -> set[tuple[int, int]]:
    return {(link.sentence, link.passage) for link in align(likeness(left, right))}


@given(st.permutations(range(len(REPORT))))
def test_moved_sentences_are_found_wherever_they_went(order: list[int]) -> None:
    assert pairs([REPORT[number] for number in order], REPORT) == set(enumerate(order))


@given(st.sets(st.integers(0, len(REPORT) - 1), min_size=1))
def test_a_cut_keeps_its_passages(kept: set[int]) -> None:
    order = sorted(kept)
    assert pairs([REPORT[number] for number in order], REPORT) == set(enumerate(order))


def test_nothing_is_found_between_unrelated_texts() -> None:
    assert pairs(REPORT, OTHER) == set()


def test_nothing_has_no_links() -> None:
    assert pairs([], REPORT) == pairs(REPORT, []) == set()


def test_both_halves_of_a_split_sentence_tell_its_passage() -> None:
    whole = "Trawlers from the south had been kept out of the northern grounds since 1997, when gunboats cut nets."
    halves = [
        "Trawlers from the south had been kept out of the northern grounds since 1997.",
        "In 1997 gunboats had cut the nets of the southern trawlers.",
    ]
    found = pairs([REPORT[0], *halves, REPORT[4]], [REPORT[0], whole, REPORT[4]])
    assert {(1, 1), (2, 1)} <= found
    assert {(1, 1), (1, 2)} <= pairs([REPORT[0], whole, REPORT[4]], [REPORT[0], *halves, REPORT[4]])


def test_a_rewritten_sentence_is_known_by_what_surrounds_it() -> None:
    rewritten = "Leaders outside the government said that the industry was being surrendered."
    copy = [*REPORT[:3], rewritten, *REPORT[4:]]
    assert (3, 3) in pairs(copy, REPORT)


@pytest.mark.parametrize("text", ["", "!!! ... ---", "１２３", "雪が降る。", "ж" * 10_000])
def test_odd_sentences_have_vectors(text: str) -> None:
    assert sentence_vectors([text, "words"]).shape[0] == 2
