"""Two bare texts compared."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import retold

SPEECH = (
    "“We have come to an understanding that neither of us would have dared to hope for in the spring, and we will "
    "keep to every line of it, whatever the newspapers of either capital may write tomorrow,” President Orlova said."
)
FIRST = f"""The presidents of Arvenia and Tosk settled their quarrel over the Lomna reservoir on Sunday night.
{SPEECH}
Arvenia will open the sluices for forty days each summer, and Tosk pays for the repair of the eastern dam.
Hydrologists from both countries are to measure the level of the lake every Monday and to publish what they find.
The dispute had kept eleven thousand families without water for their orchards since last June."""
SECOND = f"""It took nine hours, two power cuts and a tray of cold dumplings before the doors of the hunting lodge opened.
{SPEECH}
Her counterpart from Tosk smiled, nodded, and left without a word through the kitchen, his driver told reporters.
Diplomats in the hall had bet against an agreement; one of them lost a bottle of plum brandy to a cook.
Whether growers downstream will see any water before August is another question, the union of growers remarked."""
UNRELATED = """A beekeeper in the north of Jutland has bred a strain of bees that survives wet winters.
Her hives stand behind a church and have not been fed since November."""


def test_a_text_and_itself_are_one_report() -> None:
    compared = retold.compare(FIRST, FIRST)
    assert compared.same_report > 0.95
    assert compared.same_story > 0.95
    assert compared.kind == "verbatim"
    assert len(compared.passages) == 5


def test_two_reporters_who_quote_one_speech_are_one_story_and_two_reports() -> None:
    compared = retold.compare(FIRST, SECOND)
    assert compared.same_story > 0.5
    assert compared.same_report < 0.5
    assert compared.kind is None


def test_unrelated_texts_have_nothing_to_do_with_each_other() -> None:
    compared = retold.compare(FIRST, UNRELATED)
    assert max(compared.same_story, compared.same_report) < 0.2
    assert compared.passages == []


def test_spans_cut_the_sentences_out_of_the_given_texts() -> None:
    moved = "\n".join(reversed(FIRST.splitlines()))
    for ours, theirs in retold.compare(FIRST, moved).passages:
        assert [FIRST[start:end] for start, end in ours] == [moved[start:end] for start, end in theirs]


@pytest.mark.parametrize("text", ["", " \n ", "!", "Word", "“", "\u200b", "雪", "1 2 3 " * 1000])
def test_odd_texts_are_compared_without_ado(text: str) -> None:
    for pair in ((text, FIRST), (FIRST, text), (text, text)):
        compared = retold.compare(*pair)
        assert 0 <= compared.same_report <= 1
        assert 0 <= compared.same_story <= 1


@settings(max_examples=50, deadline=None)
@given(st.text(max_size=300), st.text(max_size=300))
def test_any_two_texts_can_be_compared(left: str, right: str) -> None:
    compared = retold.compare(left, right)
    for ours, theirs in compared.passages:
        assert all(0 <= span.start < span.end <= len(left) for span in ours)
        assert all(0 <= span.start < span.end <= len(right) for span in theirs)


def test_ten_words_that_share_four_are_no_copy() -> None:
    compared = retold.compare(
        "The minister said the talks in Geneva would go on for another week.",
        "Officials hope that talks in Geneva will go on next week as planned.",
    )
    assert compared.same_report < 0.5


def test_a_text_that_repeats_a_paragraph_is_its_own_verbatim_copy() -> None:
    repeated = "\n\n".join([UNRELATED] * 100)
    compared = retold.compare(repeated, repeated)
    assert compared.kind == "verbatim"
    assert all(ours == theirs for ours, theirs in compared.passages)
    assert len(compared.passages) == 200


def test_a_lost_quotation_mark_makes_no_second_report() -> None:
    assert retold.compare(FIRST, FIRST.replace("”", "")).same_report > 0.9
    assert retold.compare(FIRST, FIRST.replace("“", "")).same_report > 0.9
