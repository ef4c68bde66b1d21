"""What holds of variants and consensus for any texts."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from retold.renditions.aligned_words import align_words
from retold.renditions.edition import edition
from retold.renditions.telling import Telling, telling
from retold.renditions.variants import passage_variants
from retold.renditions.word import words_in

PARTS = (
    "The council", "of Varna", "did not", "may", "will", "approve", "approved", "three", "12 million", "on Tuesday",
    "in May 2020", "Ivan Petrov", "the plan", ",", ".", "“", "”", "said", "a few", "months", "5-10", "不", "7 p.m.",
)  # fmt: skip
texts = st.lists(st.sampled_from(PARTS), min_size=1, max_size=12).map(" ".join)
anything = st.text(max_size=60)


def report(wordings: list[list[str]]) -> list[Telling]:
    return [
        telling(f"t{number}", None, None, None, dict(enumerate(passages)))
        for number, passages in enumerate(wordings)
    ]


tellings = st.lists(st.lists(texts, min_size=1, max_size=3), min_size=1, max_size=5).map(report)


@settings(max_examples=60, deadline=None)
@given(tellings, st.randoms(use_true_random=False))
def test_the_order_of_the_tellings_does_not_matter(found: list[Telling], chance: random.Random) -> None:
    shuffled = chance.sample(found, len(found))
    assert list(edition("r", shuffled, {})) == list(edition("r", found, {}))


@settings(max_examples=60, deadline=None)
@given(texts, texts)
def test_readings_stand_in_the_texts_of_those_who_have_them(left: str, right: str) -> None:
    by_article = {"a": left, "b": right}
    for variant in passage_variants(by_article):
        assert len({reading.text for reading in variant.readings}) == len(variant.readings)
        assert 0 <= variant.confidence <= 1
        for reading in variant.readings:
            assert any(reading.text in by_article[article_id] for article_id in reading.article_ids)


@settings(max_examples=80, deadline=None)
@given(st.one_of(texts, anything))
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert passage_variants({"a": text, "b": text}) == []


@settings(max_examples=80, deadline=None)
@given(anything, anything)
def test_any_text_is_compared(left: str, right: str) -> None:
    passage_variants({"a": left, "b": right})


@settings(max_examples=60, deadline=None)
@given(tellings)
def test_choices_stand_where_they_say(found: list[Telling]) -> None:
    for passage in (edited.consensus for edited in edition("r", found, {})):
        for choice in passage.choices:
            assert passage.text[choice.start : choice.end] == choice.text


@settings(max_examples=60, deadline=None)
@given(st.one_of(texts, anything), st.one_of(texts, anything))
def test_links_lie_within_the_wordings(left: str, right: str) -> None:
    ours, theirs = words_in(left), words_in(right)
    links = align_words(ours, theirs)
    assert all(0 <= link.left < len(ours) and 0 <= link.right < len(theirs) for link in links)
    assert len({(link.left, link.right) for link in links}) == len(links)
