"""Dates in sentences are found where they stand, and belong to the predicate of their own clause."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.reading.article import read_text
from retold.reading.dates_clauses import date_of
from retold.reading.dates_spans import date_spans
from retold.reading.parse import Reading, bare_reading
from retold.reading.parser import Parser, parser_named

# A Friday.
PUBLISHED = date(2022, 9, 16)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return parser_named()


def read(sentence: str, parser: Parser) -> Reading:
    [only] = read_text(sentence, parser).sentences
    return only.reading


def spans(sentence: str, reading: Reading) -> list[str]:
    return [sentence[span.start : span.end] for span in date_spans(reading)]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The envoy landed in Astana on Thursday.", ["Thursday"]),
        ("Over the past six months, exports fell.", ["the past six months"]),
        ("The ceasefire has held since mid-August.", ["since mid-August"]),
        ("They met from May 3 to 5 and again in early June 2021.", ["from May 3 to 5", "early June 2021"]),
        ("Talks will be held by the end of the year.", ["by the end of the year"]),
        ("The border was closed two weeks ago.", ["two weeks ago"]),
        ("He lived there in the 1990s.", ["the 1990s"]),
        ("During the Cold War, the two backed rival parties.", ["the Cold War"]),
        ("The war ended in 1945.", ["1945"]),
        ("The 2014 annexation was condemned.", ["2014"]),
        ("Yesterday’s shelling killed three people.", ["Yesterday"]),
    ],
)
def test_date_phrases_are_found_whole(sentence: str, expected: list[str], parser: Parser) -> None:
    assert spans(sentence, read(sentence, parser)) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministers shook hands and left.",
        "The minister may resign.",
        "Some 2000 soldiers took part.",
        "The troops march toward the border.",
        "He was held for three days.",
        "Officials condemned a Cold War mentality.",
        "Every Friday, people gather in the square.",
        "The team lost the second half.",
        "The 14-year-old was freed three days later.",
        "USA Today reported the story.",
        "He went back the day before.",
    ],
)
def test_what_only_looks_like_a_date_is_none(sentence: str, parser: Parser) -> None:
    assert spans(sentence, read(sentence, parser)) == []


# sentence | predicate | days, - for none
DATED = """
The president met his counterpart in Tashkent on Thursday. | met | 2022-09-15
The exercise held last week was the largest since 2014. | held | 2022-09-05 2022-09-11
Russia, which attacked the port in February, withdrew its ships last week. | attacked | 2022-02-01 2022-02-28
Russia, which attacked the port in February, withdrew its ships last week. | withdrew | 2022-09-05 2022-09-11
The army held the August exercise two weeks ago. | exercise | 2022-08-01 2022-08-31
The army held the August exercise two weeks ago. | held | 2022-09-02
He condemned last year's attack on the embassy. | attack | 2021-01-01 2021-12-31
He condemned last year's attack on the embassy. | condemned | -
Monday's attack killed 12 people. | attack | 2022-09-12
The leaders will meet on Monday, officials said Friday. | meet | 2022-09-19
The leaders will meet on Monday, officials said Friday. | said | 2022-09-16
The minister plans to visit Ankara in October. | visit | 2022-10-01 2022-10-31
The minister plans to visit Ankara in October. | plans | -
The envoy is expected to arrive next week. | arrive | 2022-09-19 2022-09-25
The king is meeting the premier on Tuesday. | meeting | 2022-09-20
The council is to vote on the draft on Tuesday. | vote | 2022-09-20
The summit, scheduled for November, was cancelled on Thursday. | summit | 2022-11-01 2022-11-30
The summit, scheduled for November, was cancelled on Thursday. | cancelled | 2022-09-15
The summit was postponed until October. | postponed | -
The ban takes effect on Jan. 1. | ban | 2023-01-01
On Tuesday, the envoy arrived in Rome and met the premier. | met | 2022-09-13
The envoy arrived in Rome and met the premier on Tuesday. | arrived | -
Ukraine said on Wednesday it had retaken the town last week. | said | 2022-09-14
Ukraine said on Wednesday it had retaken the town last week. | retaken | 2022-09-05 2022-09-11
The ministry said that rebels had attacked the town on Tuesday night. | said | -
The ministry said that rebels had attacked the town on Tuesday night. | attacked | 2022-09-13
Talks were held in Geneva on Sept. 5-7. | Talks | 2022-09-05 2022-09-07
The visit took place yesterday. | visit | 2022-09-15
He condemned the invasion of the island in 1968. | condemned | -
He condemned the invasion of the island in 1968. | invasion | 1968-01-01 1968-12-31
He condemned the attack on Monday. | condemned | 2022-09-12
The army launched missiles after the visit to the island in early August. | launched | -
It was the first visit in three years. | visit | -
He was arrested three days later. | arrested | -
During the Cold War, Moscow backed the island. | backed | 1947-01-01 1991-12-31
The capital fell a year after the war began. | fell | -
The envoy arrived after Friday. | arrived | -
Before 2014, the two states traded freely. | traded | -
Iran signed the deal in 2015 but Washington withdrew in May 2018. | withdrew | 2018-05-01 2018-05-31
He could have met the envoy on Monday. | met | 2022-09-12
The two may meet on Monday. | meet | 2022-09-19
Ties were at their worst in August, when she visited the island. | visited | 2022-08-01 2022-08-31
The island bought more oil in the three months from May to July. | bought | 2022-05-01 2022-07-31
She announced the charges during a Friday briefing. | briefing | 2022-09-16
"""


@pytest.mark.parametrize("line", DATED.strip().splitlines())
def test_a_predicate_has_the_date_of_its_own_clause(line: str, parser: Parser) -> None:
    sentence, predicate, expected = line.split(" | ")
    reading = read(sentence, parser)
    word = next(word for word in reading if word.text == predicate)
    found = date_of(reading, word, PUBLISHED)
    if expected == "-":
        assert found is None
    else:
        first, last = expected.split()[0], expected.split()[-1]
        assert found is not None
        assert (str(found.date.start), str(found.date.end)) == (first, last)


def test_a_period_of_history_is_marked_as_background(parser: Parser) -> None:
    reading = read("During the Cold War, Moscow backed the island.", parser)
    backed = next(word for word in reading if word.lemma == "back")
    found = date_of(reading, backed, PUBLISHED)
    assert found is not None
    assert found.date.granularity == "period"


@given(st.text(max_size=80), st.integers(0, 50))
def test_spans_lie_in_the_sentence_in_order_whatever_it_is(text: str, offset: int) -> None:
    reading = bare_reading(text, offset)
    end = offset
    for span in date_spans(reading):
        assert end <= span.start < span.end <= offset + len(text)
        assert reading.words[span.words.start].start <= span.start
        assert span.end <= reading.words[span.words.stop - 1].end
        end = span.end


@pytest.mark.parametrize(
    "words", ["early", "the end of", "a week before", "the first day of", "in", "12 May", "2014 -", "from"]
)
def test_long_sentences_of_date_words_are_read(words: str) -> None:
    assert len(date_spans(bare_reading(f"{words} " * 400))) <= 800


SOME_WORDS = "İ on Friday 5 May , 2014 the last week ' s of to and ago two 12-14"


@given(
    st.lists(
        st.sampled_from(SOME_WORDS.split()),
        max_size=12,
    )
)
def test_spans_cover_words_of_the_sentence(words: list[str]) -> None:
    text = " ".join(words)
    reading = bare_reading(text)
    for span in date_spans(reading):
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert reading.words[span.words.start].start <= span.start
        assert span.end <= reading.words[span.words.stop - 1].end
