"""Which articles are compared: found by what they share, within the window, few for each."""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pyarrow as pa
import pytest

from retold.engine.local import LocalEngine
from retold.model import Fingerprint
from retold.schema import table_of
from retold.stories.candidates import (
    CANDIDATES_SCHEMA,
    COMMONEST,
    KEYS_SCHEMA,
    MOST_CANDIDATES,
    candidate_pairs,
    keys_of,
)
from retold.stories.fingerprints import fingerprint
from retold.stories.grouping import group
from retold.text import sentences_of

WINDOW = 7
Found = dict[tuple[str, str], int]


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalEngine]:
    folder: Path = tmp_path_factory.mktemp("candidates")
    with LocalEngine(folder / "scratch", workers=1) as made:
        yield made


def article(article_id: str, text: str, day: int | None = 0) -> Fingerprint:
    return replace(fingerprint(article_id, sentences_of(article_id, text), "en", None), day=day)


def candidates(engine: LocalEngine, articles: list[Fingerprint], window: int = WINDOW) -> Found:
    keys = engine.map(engine.frame(table_of(Fingerprint, articles)), partial(keys_of, window), KEYS_SCHEMA)
    found = engine.collect(engine.query(candidate_pairs(window), {"keys": keys}, CANDIDATES_SCHEMA))
    rows = found.to_pylist()
    assert all(row["article_a"] < row["article_b"] for row in rows)
    pairs = {(row["article_a"], row["article_b"]): row["shared"] for row in rows}
    assert len(pairs) == len(rows)
    return pairs


BELL = "Divers raised the bronze bell of the Sankt Olaf off Karmøy on Friday, three centuries after she foundered."
RETOLD = (
    "The Sankt Olaf's bronze bell was lifted by divers near Karmøy, three hundred years since she foundered."
)
STRIKE = (
    "Miners at Karviná walked out at dawn over unpaid wages, and two smelters in Třinec stopped by nightfall."
)


def test_tellings_of_one_happening_meet_and_others_do_not(engine: LocalEngine) -> None:
    articles = [article("bell", BELL), article("retold", RETOLD), article("strike", STRIKE)]
    assert candidates(engine, articles).keys() == {("bell", "retold")}


def test_a_shared_quotation_suffices(engine: LocalEngine) -> None:
    said = (
        "“we will not trade the river for a road nor the road for a promise that nobody here intends to keep”"
    )
    one = article("one", f"Telč's mayor, Bohumil Dvořák, was blunt with Tuesday's delegation: {said}.")
    other = article("other", f"A councillor quit in protest. {said}, she read aloud to applause in Jihlava.")
    assert candidates(engine, [one, other]).keys() == {("one", "other")}
    unsaid = article("other", "A councillor quit in protest, she read aloud to applause in Jihlava.")
    assert candidates(engine, [one, unsaid]) == {}


@pytest.mark.parametrize("first", [0, 3, 6, -4, 20000])
@pytest.mark.parametrize(
    ("apart", "met"), [(0, True), (1, True), (WINDOW, True), (WINDOW + 1, False), (60, False)]
)
def test_articles_further_apart_than_the_window_do_not_meet(
    engine: LocalEngine, first: int, apart: int, met: bool
) -> None:
    articles = [article("bell", BELL, first), article("retold", RETOLD, first + apart)]
    assert bool(candidates(engine, articles)) is met
    articles = [article("bell", BELL, first + apart), article("retold", RETOLD, first)]
    assert bool(candidates(engine, articles)) is met


def test_an_article_without_a_date_meets_all(engine: LocalEngine) -> None:
    articles = [
        article("a", BELL, None),
        article("b", RETOLD, 0),
        article("c", BELL, 900),
        article("d", BELL, None),
    ]
    assert candidates(engine, articles).keys() == {("a", "b"), ("a", "c"), ("a", "d"), ("b", "d"), ("c", "d")}


def test_what_is_shared_counts_the_same_whenever_the_two_were_published(engine: LocalEngine) -> None:
    worth = [
        candidates(engine, [article("a", BELL, first), article("b", RETOLD, second)])[("a", "b")]
        for first, second in [(0, 0), (0, WINDOW), (WINDOW - 1, WINDOW), (3, 8), (-2, 2)]
    ]
    assert set(worth) == {worth[0]}


def names(count: int, seed: str) -> list[str]:
    made = random.Random(seed)
    return [
        "".join(made.choice("bdfgklmnprstvz") + made.choice("aeiou") for _ in range(4)) for _ in range(count)
    ]


def flood(count: int) -> list[Fingerprint]:
    """Articles on one event: some names that all have, many that only one has."""
    common = " ".join(names(12, "flood"))
    return [
        article(f"{number:04d}", f"The {common} and {' '.join(names(12, str(number)))}.")
        for number in range(count)
    ]


def test_the_pairs_grow_with_the_articles_in_a_flood_on_one_event(engine: LocalEngine) -> None:
    count = 2 * MOST_CANDIDATES + 20
    found = candidates(engine, flood(count))
    assert len(found) <= MOST_CANDIDATES * count
    kept = Counter(article for pair in found for article in pair)
    assert min(kept[f"{number:04d}"] for number in range(count)) >= MOST_CANDIDATES


def test_the_result_does_not_depend_on_the_order_of_rows(engine: LocalEngine) -> None:
    articles = [*flood(MOST_CANDIDATES + 30), article("bell", BELL, None), article("retold", RETOLD, 3)]
    expected = candidates(engine, articles)
    for seed in range(3):
        shuffled = random.Random(seed).sample(articles, len(articles))
        assert candidates(engine, shuffled) == expected


def test_no_articles_give_no_candidates(engine: LocalEngine) -> None:
    assert candidates(engine, []) == {}
    assert candidates(engine, [article("a", ""), article("b", "")]) == {}


def test_keys_of_no_rows_have_the_schema() -> None:
    empty: pa.RecordBatch = table_of(Fingerprint, [article("a", "")]).to_batches()[0]
    assert keys_of(WINDOW, empty).schema == KEYS_SCHEMA
    assert keys_of(WINDOW, empty).num_rows == 0


@pytest.mark.parametrize("day", [0, None])
def test_the_copies_of_a_report_hang_together_however_many_there_are(
    engine: LocalEngine, day: int | None
) -> None:
    copies = [f"{number:032x}" for number in range(2 * COMMONEST)]
    printed = article("", BELL, day)
    found = candidates(engine, [replace(printed, article_id=copy) for copy in copies])
    assert len(found) <= MOST_CANDIDATES * len(copies)
    assert group(copies, [(a, b, 1.0) for a, b in found], dict.fromkeys(copies, 100)) == [copies]


def test_a_key_that_everybody_has_finds_few(engine: LocalEngine) -> None:
    """It would give a pair for every two articles."""
    count = COMMONEST + 40
    found = candidates(engine, flood(count))
    assert len(found) < count * MOST_CANDIDATES / 2
