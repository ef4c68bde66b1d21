"""Sentences are parsed once, as one sentence each, and their words stand where the article has them."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from retold.errors import InputError
from retold.reading.article import ReadArticle, parsed, read_text
from retold.reading.parser import Parser, parser_named
from retold.reading.stage import parse_rows
from retold.text import sentences_of

TEXT = (
    "The mayor said she would resign. “I have done enough”—that was all—“and more,” Ana Ruiz told Northwire."
)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return parser_named()


def test_words_stand_where_the_text_has_them(parser: Parser) -> None:
    article = read_text(TEXT, parser)
    for sentence in article.sentences:
        assert len(sentence.reading) > 3
        for word in sentence.reading:
            assert article.text[word.start : word.end] == word.text


def test_each_sentence_has_one_root_whatever_the_parser_thinks(parser: Parser) -> None:
    for sentence in read_text(TEXT, parser).sentences:
        assert sum(word.head == word.place for word in sentence.reading) == 1


def test_what_depends_on_a_word_lies_below_it(parser: Parser) -> None:
    [first, *_] = read_text(TEXT, parser).sentences
    said = next(word for word in first.reading if word.lemma == "say")
    clause = first.reading.child(said, "ccomp")
    assert clause is not None and clause.lemma == "resign"
    assert said in first.reading.above(clause)
    assert {word.text for word in first.reading.subtree(clause)} >= {"she", "would", "resign"}


def test_a_wording_that_stands_twice_is_parsed_once(parser: Parser) -> None:
    sentences = sentences_of(
        "a", 'Rain fell on Brno. “Rain fell,” he said.\n\nRain fell on Brno.\n\n"Rain fell," he said.'
    )
    assert len(sentences) == 4
    assert len(parsed(sentences, parser)) == 2


def test_names_are_entities(parser: Parser) -> None:
    [read] = read_text("Ana Ruiz told Joseph Brand of Germany that she would leave.", parser).sentences
    names = [" ".join(word.text for word in words) for words in read.reading.entities()]
    assert {"Joseph Brand", "Germany"} <= set(names)


@pytest.mark.parametrize(
    "text", ["word " * 10_000, '"' * 5_000, "NOTHING BUT CAPITALS " * 200, "\u200b\u200b", "א" * 500]
)
def test_odd_sentences_are_parsed_in_bounded_time(text: str, parser: Parser) -> None:
    article = read_text(text, parser)
    assert all(article.text[word.start : word.end] for read in article.sentences for word in read.reading)


def test_a_pipeline_that_is_not_there_is_named() -> None:
    with pytest.raises(InputError, match="no_such_pipeline"):
        parser_named("no_such_pipeline")


def test_parses_as_a_table() -> None:
    made = parse_rows(pa.record_batch({"sentence_key": ["k"], "text": ["Rain fell."]}))
    assert made.column("lemmas").to_pylist() == [["rain", "fall", "."]]
    assert made.column("heads").to_pylist() == [[1, 1, 1]]


def test_an_article_counts_days_from_its_dateline() -> None:
    published = datetime(2022, 3, 4, 2, tzinfo=UTC)
    assert ReadArticle("", "", (), published).day == date(2022, 3, 4)
    assert ReadArticle("", "", (), published, dateline_date=date(2022, 3, 3)).day == date(2022, 3, 3)
    assert ReadArticle("", "", (), published, dateline_date=date(2021, 3, 3)).day == date(2022, 3, 4)
    assert ReadArticle("", "", (), published, dateline_date=date(2022, 3, 5)).day == date(2022, 3, 4)
    assert ReadArticle("", "", (), None, dateline_date=date(2022, 3, 3)).day == date(2022, 3, 3)
    assert ReadArticle("", "", ()).day is None
