"""What a sentence says by itself is found once, and holds for its copies wherever they stand."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from retold.actors.mentions import mentions_in
from retold.model import Mention, Parse, Span, Statement
from retold.reading.article import ReadArticle, ReadSentence, parsed, read_text
from retold.reading.kept_readings import KeptReadings
from retold.reading.offsets import spelling
from retold.reading.parser import parser_named
from retold.reading.statement_channels import CHANNELS
from retold.reading.statements import statements_in
from retold.text import sentences_of

TOLD = """Anna Lind, head of the Oslo-based Peace Centre, said that “the talks” had failed. “They never began,” she told
Reuters in an interview. According to the Norwegian president, “it was not too late”, and Lind agreed.

The ministry denied it: "Nothing was said." “We will not comment,” a spokesman for the ministry added — “not today”."""
BEFORE = (
    "Rain fell on Monday.\n\n",
    "By our own correspondent in the north\n\n",
    "He left.\n\nIt was late.\n\n",
)


def moved(statement: Statement, offset: int, sentences: int) -> dict[str, object]:
    """What a copy of a statement says, so many characters and sentences further on."""
    places = {
        name: getattr(statement, name) + offset
        for name in ("content_start", "content_end", "speaker_start", "speaker_end")
        if getattr(statement, name) is not None
    }
    pieces = tuple(Span(piece.start + offset, piece.end + offset) for piece in statement.pieces)
    whole = replace(
        statement, **places, pieces=pieces, sentence=statement.sentence + sentences, statement_id=""
    )
    return {name: getattr(whole, name) for name in Statement.__slots__}


def told(mention: Mention, offset: int, sentences: int) -> Mention:
    start, end = mention.start + offset, mention.end + offset
    return replace(mention, start=start, end=end, sentence=mention.sentence + sentences)


@given(st.lists(st.sampled_from(BEFORE), max_size=3))
@settings(deadline=None, max_examples=15)
def test_a_copy_says_the_same_wherever_it_stands(before: list[str]) -> None:
    kept, above = KeptReadings(), "".join(before)
    first, copy = (_read(kept, text) for text in (TOLD, above + TOLD))
    more = len(copy.sentences) - len(first.sentences)
    for one, other in zip(first.sentences, copy.sentences[more:], strict=True):
        assert one.wording is other.wording
    expected = [moved(one, len(above), more) for one in statements_in(first)]
    assert len(expected) > 4
    assert [moved(one, 0, 0) for one in statements_in(copy)][-len(expected) :] == expected
    mentions = [told(one.mention, len(above), more) for one in mentions_in(first)]
    assert [one.mention for one in mentions_in(copy)][-len(mentions) :] == mentions


def test_words_stand_in_their_article() -> None:
    article = read_text(BEFORE[0] + TOLD, parser_named())
    for read in article.sentences:
        assert [word.text for word in read.reading] == [word.text for word in read.wording]
        assert all(article.text[word.start : word.end] == word.text for word in read.reading)


def test_kept_readings_are_let_go_one_after_the_other() -> None:
    kept = KeptReadings(most=2)
    article = _read(kept, TOLD)
    names = [(_NAME, spelling(read.sentence.text), read.sentence.text) for read in article.sentences]
    assert [name in kept for name in names] == [False] * (len(names) - 2) + [True, True]


@pytest.mark.parametrize(
    ("around", "channel"),
    [
        ("he posted on X late at night", "Twitter"),
        ("she wrote on her blog", "social media"),
        ("said by telephone", "phone call"),
        ("told the Knesset", "parliament"),
        ("testified in March", "court"),
        ("said in written comments", "statement"),
        ("said in an e-mail", "email"),
        ("in a keynote", "speech"),
        ("in his memoirs", "book"),
        ("on state-run TV", "state media"),
        ("TOLD REPORTERS", "reporters"),
        ("walked home", None),
    ],
)
def test_stems_lead_to_channels(around: str, channel: str | None) -> None:
    assert CHANNELS.of(around) == channel


_NAME = "pipeline"


def _read(kept: KeptReadings, text: str) -> ReadArticle:
    sentences = sentences_of("a", text)
    wordings = [(_NAME, spelling(one.text), one.text) for one in sentences]
    parses: dict[str, Parse] = parsed(sentences, parser_named())
    read: tuple[ReadSentence, ...] = kept.read(sentences, wordings, parses)
    return ReadArticle("a", text, read)
