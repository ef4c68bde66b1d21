"""Quotations are found whatever the marks, and apostrophes are none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Span
from retold.reading.quotations import quotations_in


def quoted(*paragraphs: str) -> list[str]:
    text = "\n".join(paragraphs)
    spans, position = [], 0
    for paragraph in paragraphs:
        spans.append(Span(position, position + len(paragraph)))
        position += len(paragraph) + 1
    return [text[one.start : one.end] for one in quotations_in(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“The harbour is open,” she said. “Ships may come.”",
            ["“The harbour is open,”", "“Ships may come.”"],
        ),
        ('"The harbour is open," she said.', ['"The harbour is open,"']),
        ("«The harbour is open», she said.", ["«The harbour is open»"]),
        ("„The harbour is open“, she said.", ["„The harbour is open“"]),
        ("``The harbour is open,'' she said.", ["``The harbour is open,''"]),
        ("''The harbour is open,'' she said.", ["''The harbour is open,''"]),
        ("‘The harbour is open,’ she said.", ["‘The harbour is open,’"]),
        ("'The harbour is open,' she said.", ["'The harbour is open,'"]),
        (
            "?The harbour is open,? she said. ?Ships may come.?",
            ["?The harbour is open,?", "?Ships may come.?"],
        ),
    ],
)
def test_every_kind_of_mark_is_one(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_an_apostrophe_is_no_mark() -> None:
    assert quoted("The sailors' boats aren't ready, and it's the '90s fleet's last trip.") == []


def test_apostrophes_within_single_marks_do_not_close_them() -> None:
    assert quoted("'We don't see the crew's papers,' he said.") == ["'We don't see the crew's papers,'"]


def test_a_question_mark_is_no_quotation_mark_in_a_sound_text() -> None:
    assert quoted("Who came? Nobody did. What then? The ship left.") == []


def test_a_quotation_within_another_belongs_to_it() -> None:
    assert quoted("“He told me ‘stay’ and left,” she said.") == ["“He told me ‘stay’ and left,”"]


def test_a_missing_closing_mark_is_made_good_before_the_attribution() -> None:
    assert quoted("“The harbour is open, he said on Monday.") == ["“The harbour is open,"]


def test_a_missing_opening_mark_is_made_good_at_the_sentence() -> None:
    assert quoted("It rained. The harbour is open,” he said.") == ["The harbour is open,”"]


def test_a_quotation_goes_on_over_paragraphs_that_open_anew() -> None:
    assert quoted("He said: “It is over.", "“We go home.”") == ["“It is over.", "“We go home.”"]


@given(st.text(alphabet="ab S.,?!'\"“”‘’«»`—\n", max_size=80))
def test_quotations_lie_in_order_apart_and_within_their_paragraph(text: str) -> None:
    spans, position = [], 0
    for line in text.split("\n"):
        spans.append(Span(position, position + len(line)))
        position += len(line) + 1
    found = quotations_in(text, spans)
    for one in found:
        paragraph = spans[one.paragraph]
        assert paragraph.start <= one.start < one.end <= paragraph.end
    assert all(a.end <= b.start for a, b in pairwise(found))


def test_a_text_of_nothing_but_marks_ends_soon() -> None:
    text = "\"'“”‘’" * 4_000
    assert all(one.end - one.start <= len(text) for one in quotations_in(text, [Span(0, len(text))]))
