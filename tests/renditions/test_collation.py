"""The passages of a report, side by side."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.model import CollationCell
from retold.renditions.collation import collate
from retold.text import sentences_of

FIRST = (
    "The queen opened the new harbour bridge on Friday morning. Engineers had worked on it for eleven years.\n"
    "Two ferry lines that crossed the water since 1902 were closed on the same day. The toll is three crowns."
)
SECOND = (
    "Engineers had worked on the bridge for eleven years.\n"
    "The new harbour bridge was opened by the queen on Friday morning. A choir of schoolchildren sang."
)
THIRD = "The toll is three crowns. The queen opened the new harbour bridge on Friday morning."
TEXTS = {"a": FIRST, "b": SECOND, "c": THIRD}
SENTENCES = {name: sentences_of(name, text) for name, text in TEXTS.items()}
WORDS = st.lists(
    st.sampled_from(["treaty", "queen", "toll", "bridge", "ferry", "in", "1902", "choir"]),
    min_size=3,
    max_size=9,
)
ARTICLES = st.lists(st.lists(WORDS, min_size=1, max_size=5), min_size=1, max_size=4)


def told(cells: list[CollationCell]) -> dict[int, dict[str, tuple[int, ...]]]:
    passages: dict[int, dict[str, tuple[int, ...]]] = {}
    for cell in cells:
        passages.setdefault(cell.passage, {})[cell.article_id] = cell.sentences
    return passages


def test_moved_passages_come_together() -> None:
    passages = list(told(collate("r", SENTENCES)).values())
    assert {"a": (0,), "b": (1,), "c": (1,)} in passages
    assert {"a": (1,), "b": (0,)} in passages
    assert {"a": (3,), "c": (0,)} in passages
    assert {"b": (2,)} in passages


def test_the_order_of_the_articles_does_not_matter() -> None:
    results = [collate("r", {name: SENTENCES[name] for name in order}) for order in permutations(SENTENCES)]
    assert all(result == results[0] for result in results)


@given(ARTICLES)
def test_every_body_sentence_stands_in_the_collation(articles: list[list[list[str]]]) -> None:
    texts = {
        str(number): "\n\n".join(" ".join(words).capitalize() + "." for words in article)
        for number, article in enumerate(articles)
    }
    sentences = {name: sentences_of(name, text) for name, text in texts.items()}
    cells = collate("r", sentences)
    covered = {(cell.article_id, number) for cell in cells for number in cell.sentences}
    body = {(s.article_id, s.sentence) for found in sentences.values() for s in found if s.kind == "body"}
    assert covered == body
    assert len({(cell.passage, cell.article_id) for cell in cells}) == len(cells)
    assert {cell.passage for cell in cells} == set(range(len({cell.passage for cell in cells})))
    assert all(0 <= cell.score <= 1.0001 for cell in cells)


def test_a_passage_of_one_article_has_no_likeness() -> None:
    alone = [cell for cell in collate("r", SENTENCES) if cell.article_id == "b" and cell.sentences == (2,)]
    assert [cell.score for cell in alone] == [0.0]


def test_a_thousand_equal_articles_have_the_passages_of_one() -> None:
    many = {f"{number:04d}": sentences_of(f"{number:04d}", FIRST) for number in range(1000)}
    passages = told(collate("r", many))
    assert len(passages) == len(SENTENCES["a"])
    assert all(len(cells) == 1000 for cells in passages.values())


@given(ARTICLES, st.integers(1, 12))
def test_how_many_sentences_are_multiplied_at_once_does_not_matter(
    articles: list[list[list[str]]], together: int
) -> None:
    texts = {
        str(number): "\n\n".join(" ".join(words).capitalize() + "." for words in article)
        for number, article in enumerate(articles)
    }
    sentences = {name: sentences_of(name, text) for name, text in texts.items()}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("retold.renditions.collation.TOGETHER", together)
        in_parts = collate("r", sentences)
    assert in_parts == collate("r", sentences)
