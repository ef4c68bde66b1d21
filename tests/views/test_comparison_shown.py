from __future__ import annotations

import math
from collections.abc import Iterable

import pytest

from retold import compare
from retold.model import Variant
from retold.views import VariantView, comparison_view

WIRE = (
    "The harbour authority said on Sunday that forty ships were waiting outside the port of Tarn.\n\n"
    "Pilots refused to board them after a night of storms damaged two tugs.\n\n"
    "A spokeswoman expected the quay to open again by Tuesday evening."
)
COPY = WIRE.replace("forty", "fourteen")
RETOLD = WIRE.replace("Tuesday", "Thursday").replace("Pilots", "The pilots").replace("Tarn", "Tarne")


def test_the_view_says_what_compare_says() -> None:
    view, found = comparison_view(WIRE, COPY), compare(WIRE, COPY)
    assert (view.same_story, view.same_report, view.kind) == (
        found.same_story,
        found.same_report,
        found.kind,
    )
    assert [(list(one.spans_a), list(one.spans_b)) for one in view.passages] == found.passages


def test_shared_passages_carry_their_words_and_differences() -> None:
    first, *rest = comparison_view(WIRE, COPY).passages
    changes = [(one.left, one.right) for one in first.differences if one.change != "same"]
    assert changes == [("forty", "fourteen")]
    assert [one.text_a for one in rest] == [one.text_b for one in rest] != []


def of_note(
    variants: Iterable[Variant | VariantView],
) -> list[tuple[str, bool, list[tuple[str, tuple[str, ...]]]]]:
    return sorted(
        (
            one.kind,
            one.changes_meaning,
            sorted((reading.text, reading.article_ids) for reading in one.readings),
        )
        for one in variants
        if one.kind not in ("wording", "omission", "addition", "order")
    )


def test_the_view_has_the_variants_of_the_comparison_in_the_passages_of_both() -> None:
    for left, right in ((WIRE, COPY), (f"Nothing of this is known elsewhere.\n\n{WIRE}", RETOLD)):
        view = comparison_view(left, right)
        assert of_note(view.variants) == of_note(compare(left, right).variants) != []
        for variant in view.variants:
            passage = view.passages[variant.passage]
            assert [reading.article_ids for reading in variant.readings] == [("a",), ("b",)]
            assert variant.readings[0].text in passage.text_a
            assert variant.readings[1].text in passage.text_b


def test_variants_that_change_the_meaning_come_first() -> None:
    found = [variant.changes_meaning for variant in comparison_view(WIRE, RETOLD).variants]
    assert found == sorted(found, reverse=True)
    assert found[0] is True


@pytest.mark.parametrize("other", [COPY, "", "A cook in the hills has written about her lentils and beans."])
def test_the_evidence_sums_to_the_probabilities(other: str) -> None:
    view = comparison_view(WIRE, other)
    for name in ("same_story", "same_report"):
        log_odds = sum(getattr(row, name) for row in view.evidence)
        assert getattr(view, name) == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-9)
