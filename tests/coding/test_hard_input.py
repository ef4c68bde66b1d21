"""What is no news, or no prose at all: few or no events, and never an error."""

from __future__ import annotations

import math
from typing import get_args

import pytest
from coded_events import coded, found_in, kinds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from retold.coding.article import found_events
from retold.coding.codebook.codebook import codebook
from retold.coding.coder import DEEPEST
from retold.coding.lexicon.operators import profiles
from retold.model import EventMention, Modality
from retold.reading.article import read_text
from retold.reading.parser import parser_named

SETTINGS = settings(deadline=None, max_examples=100, suppress_health_check=[HealthCheck.too_slow])

SPORTS = """
Chile 2, Peru 1; Norway 0, Kenya 0; Portugal 3, Jamaica 1.
The striker fired a shot over the bar after ten minutes, and the defence held until the break.
Kenya's captain was sent off for a late tackle and will miss the second leg in Oslo.
Portugal attacked down both wings, and their keeper saved twice before the whistle.
The coach was sacked on Monday after a run of six defeats.
"""
RECIPE = """
Serves four. Preheat the oven to 180 degrees.
Beat three eggs, fold in the flour and leave the dough to rest.
Chop the onions, crush the garlic and fry both in Spanish oil.
Add a cup of Turkish yoghurt, stir, and release the steam before you serve.
"""
WEATHER = """
Monday: sunny, 24 degrees. Tuesday: showers in the west. Wednesday: strong winds off Norway.
A front from Iceland moves over Scotland and leaves snow in the hills.
"""
RESULTS = "\n".join(f"{place}. Kenya {place * 7}.{place} +{place}.4 Norway" for place in range(1, 40))
INDEX = """
More on this story
Photograph: our own correspondent
Chile, Peru, Bolivia
Page 4: weather, television, crossword
Oslo, 9 May
"""
FICTION = """
"Draw your sword," cried the captain of the moon ship, and the stars grew pale.
"I never loved the sea," said the old queen of the reeds, "and it never loved me."
"""


def with_punctuation(name: str, times: int) -> str:
    return " ".join([name] * times)


@pytest.mark.parametrize("text", [SPORTS, RECIPE, WEATHER, RESULTS, INDEX, FICTION])
def test_what_is_no_political_news_has_no_events(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u00a0",
        "?! ... --- ,,, ;;; ((( ))) \u201c\u201d",
        "!" * 5000,
        "\u200b\u200d\ufeff",
        "1 2 3 4 " * 300,
        "a" * 20_000,
        with_punctuation("Norway", 10_000),
        "Norway, " * 10_000,
        "\n\n".join(["Norway", "Chile", "attack", "sanctions"] * 100),
        "\U0001f1f3\U0001f1f4 \U0001f4a5 \U0001f1e8\U0001f1f1",
        "\ud800 lone surrogate".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
    ],
)
def test_what_is_no_sentence_has_no_events(text: str) -> None:
    assert found_in(text).events == ()


@pytest.mark.parametrize(
    "text",
    [
        "NORWAY ARRESTED THREE SPIES ON MONDAY.",
        "Norway arre\u200bsted three spies on Monday.",
        "Norway arrested \u062b\u0644\u0627\u062b\u0629 spies on Monday.",
        "\u202aNorway\u202c arrested three spies on Monday.",
        "Norway \U0001f6a8 arrested three spies on Monday.",
        "  Norway\u00a0arrested\tthree  spies on\u2009Monday. ",
        "\u0627\u0639\u062a\u0642\u0644\u062a \u0627\u0644\u0634\u0631\u0637\u0629 \u062b\u0644\u0627\u062b\u0629.\n\n"
        "Norway arrested three spies on Monday.",
    ],
)
def test_an_arrest_is_found_through_odd_characters(text: str) -> None:
    [row] = found_in(text).events
    assert row.event_type == "COERCE"
    assert_whole(text, [row])


def test_a_sentence_of_four_hundred_words_is_coded_by_its_clauses() -> None:
    clause = (
        "the minister of Norway told the envoy of Chile that troops from Peru had attacked the harbour, and "
    )
    text = f"On Monday {clause * 22}it rained."
    assert 380 <= len(text.split()) <= 440
    rows = found_in(text).events
    assert {row.event_type for row in rows} == {"ASSAULT"} and len(rows) <= 22
    assert_whole(text, rows)


def test_of_a_sentence_of_five_thousand_words_the_beginning_is_read() -> None:
    clause = "troops from Peru attacked the harbour of Chile, and "
    text = f"On Monday {clause * 550}it rained."
    assert len(text.split()) > 4_900
    rows = found_in(text).events
    assert len(rows) <= 80
    assert_whole(text, rows)


@pytest.mark.parametrize(
    "text",
    [
        "Police arrested " + "X, " * 990 + "and Y.",
        "Norway agreed to " + "refuse to " * 290 + "go.",
        "attack " * 420,
        "attack of the army " * 150,
        "Norway said that " * 170,
        "The man who hit " * 180,
        "U.S. " * 590,
    ],
)
def test_a_tree_without_bottom_has_few_events_and_no_error(text: str) -> None:
    """Each is parsed into one chain; what recurses down it would leave Python's stack or take minutes."""
    rows = found_in(text).events
    assert len(rows) <= 3
    assert_whole(text, rows)


def test_a_flat_row_of_words_without_end_is_no_error() -> None:
    text = "war in Chile in " * 180
    assert_whole(text, found_in(text).events)


def test_a_list_of_all_states_of_a_continent_is_no_chain_without_bottom() -> None:
    names = ("Norway", "Chile", "Kenya", "Mongolia", "Portugal", "Jamaica", "Peru", "Oman", "Mali", "Nepal")
    text = f"A treaty was signed on Monday by {', '.join(names * 5)} and Fiji."
    assert len(names) * 5 < DEEPEST
    assert coded(text)


words = st.sampled_from(
    [
        *(
            "Norway",
            "Chile",
            "Kyiv",
            "the West",
            "police",
            "troops",
            "Xi",
            "we",
            "who",
            "it",
            "its",
            "Oslo's",
            "X",
        ),
        *(
            "attacked",
            "to attack",
            "arrested",
            "visit",
            "talks",
            "sanctions",
            "agreed",
            "refused to",
            "denied that",
        ),
        *(
            "promised",
            "will",
            "not",
            "if",
            "said",
            "called on",
            "called",
            "struck",
            "was",
            "by",
            "of",
            "on",
            "with",
        ),
        *(
            "and",
            ",",
            ";",
            "-",
            '"',
            "\u201c",
            "\u201d",
            ".",
            "?",
            "\n\n",
            "Monday",
            "in March",
            "12",
            "$3 million",
        ),
        *(
            "\u200b",
            "\u0645",
            "ATTACK",
            "killing",
            "killed",
            "\u2019s",
            "between",
            "must",
            "end",
            "stop",
            "an",
        ),
    ]
)


@SETTINGS
@given(text=st.lists(words, min_size=3, max_size=60).map(" ".join), profile=st.sampled_from(profiles()))
def test_of_words_in_any_order_the_rows_are_whole(text: str, profile: str) -> None:
    assert_whole(text, found_in(text, profile, threshold=0.0).events)


@SETTINGS
@given(text=st.text(max_size=300))
def test_of_any_characters_the_rows_are_whole(text: str) -> None:
    assert_whole(text, found_in(text, threshold=0.0).events)


@SETTINGS
@given(text=st.lists(words, max_size=40).map(" ".join))
def test_the_threshold_only_leaves_out(text: str) -> None:
    every = found_in(text, threshold=0.0).events
    assert found_in(text, threshold=0.5).events == tuple(one for one in every if one.confidence >= 0.5)


@SETTINGS
@given(text=st.lists(words, max_size=40).map(" ".join))
def test_twice_the_same_text_has_the_same_events(text: str) -> None:
    article = read_text(text, parser_named(), "b" * 32)
    assert found_events(article).events == found_events(article).events


def assert_whole(text: str, rows: list[EventMention] | tuple[EventMention, ...]) -> None:
    """Spans are those of the text, ids are one each, codes are the codebook's, and nothing stands in two sentences."""
    assert len({row.event_mention_id for row in rows}) == len(rows)
    for row in rows:
        assert 0 <= row.trigger_start < row.trigger_end <= len(text)
        assert text[row.trigger_start : row.trigger_end] == row.trigger
        spans = [(one.start, one.end, one.text) for one in row.arguments]
        for start, end, told in (*spans, *((one.start, one.end, one.text) for one in row.quantities)):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == told
        for role, ids in (("source", row.sources), ("target", row.targets)):
            of_role = {one.actor_id for one in row.arguments if one.role == role and one.actor_id}
            assert len(set(ids)) == len(ids) and set(ids) == of_role
        assert 0.0 <= row.confidence <= 1.0 and math.isfinite(row.score)
        assert row.modality in get_args(Modality) and row.event_type in codebook().types
        assert row.mode is None or row.mode in codebook().types[row.event_type].modes
        assert row.modality != "denied" or not row.polarity
        assert (row.date_start is None) == (row.date_end is None) == (row.date_granularity is None)
        assert row.date_start is None or row.date_end is None or row.date_start <= row.date_end
