from __future__ import annotations

import math

import pytest

from retold import compare
from retold.views import comparison_view

WIRE = (
    "The harbour authority said on Sunday that forty ships were waiting outside the port of Tarn.\n\n"
    "Pilots refused to board them after a night of storms damaged two tugs.\n\n"
    "A spokeswoman expected the quay to open again by Tuesday evening."
)
COPY = WIRE.replace("forty", "fourteen")


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


@pytest.mark.parametrize("other", [COPY, "", "A cook in the hills has written about her lentils and beans."])
def test_the_evidence_sums_to_the_probabilities(other: str) -> None:
    view = comparison_view(WIRE, other)
    for name in ("same_story", "same_report"):
        log_odds = sum(getattr(row, name) for row in view.evidence)
        assert getattr(view, name) == pytest.approx(1 / (1 + math.exp(-log_odds)), abs=1e-9)
