"""Which articles are compared: found by what they share, few for each."""

import random
from collections import Counter
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories import candidates
from retold.stories.candidates import COMMONEST, MOST_CANDIDATES, Keys, candidate_pairs
from retold.stories.fingerprints import prints_of
from retold.stories.grouping import group

Found = set[tuple[int, int]]


def found_among(
    texts: Sequence[str],
    asking: Sequence[bool] | None = None,
    parts: Sequence[int] | None = None,
    languages: Sequence[str] | None = None,
) -> Found:
    """Candidates by place in the list; parts as random as those that ids give."""
    made = random.Random(len(texts))
    part = np.array(parts if parts is not None else [made.randrange(2**32) for _ in texts], np.int64)
    prints = prints_of(texts, languages or ["en"] * len(texts))
    asks = np.array([True] * len(texts) if asking is None else asking, bool)
    keys = Keys(prints.keys, prints.phrases, prints.sounds, prints.language)
    left, right = candidate_pairs(keys, part, asks)
    pairs = list(zip(left.tolist(), right.tolist(), strict=True))
    assert all(a < b for a, b in pairs)
    assert pairs == sorted(set(pairs))
    return set(pairs)


BELL = "Divers raised the bronze bell of the Sankt Olaf off Karmøy on Friday, three centuries after she foundered."
RETOLD = (
    "The Sankt Olaf's bronze bell was lifted by divers near Karmøy, three hundred years since she foundered."
)
STRIKE = (
    "Miners at Karviná walked out at dawn over unpaid wages, and two smelters in Třinec stopped by nightfall."
)


def test_tellings_of_one_happening_meet_and_others_do_not() -> None:
    assert found_among([BELL, RETOLD, STRIKE]) == {(0, 1)}


def test_a_shared_quotation_suffices() -> None:
    said = (
        "“we will not trade the river for a road nor the road for a promise that nobody here intends to keep”"
    )
    one = f"Telč's mayor, Bohumil Dvořák, was blunt with Tuesday's delegation: {said}."
    assert found_among([one, f"A councillor quit in protest. {said}, she read aloud to applause in Jihlava."])
    assert not found_among([one, "A councillor quit in protest, she read aloud to applause in Jihlava."])


def test_those_that_ask_are_answered_by_all() -> None:
    texts = [BELL, RETOLD, f"{BELL} {RETOLD}", STRIKE]
    assert found_among(texts) == {(0, 1), (0, 2), (1, 2)}
    assert found_among(texts, [True, False, False, False]) == {(0, 1), (0, 2)}
    assert found_among(texts, [False, False, False, True]) == set()
    assert found_among(texts, [False] * 4) == set()


@pytest.mark.parametrize("texts", [[], [""], ["", ""], [BELL], [BELL, ""], ["the and of", "of the and"]])
def test_those_that_have_nobody_to_meet_meet_nobody(texts: list[str]) -> None:
    assert found_among(texts) == set()


def names(count: int, seed: str) -> list[str]:
    made = random.Random(seed)
    return [
        "".join(made.choice("bdfgklmnprstvz") + made.choice("aeiou") for _ in range(4)) for _ in range(count)
    ]


def flood(count: int) -> list[str]:
    """Articles on one event: some names that all have, many that only one has."""
    common = " ".join(names(12, "flood"))
    return [f"The {common} and {' '.join(names(12, str(number)))}." for number in range(count)]


def test_the_pairs_grow_with_the_articles_in_a_flood_on_one_event() -> None:
    count = 2 * MOST_CANDIDATES + 20
    found = found_among(flood(count))
    assert len(found) <= MOST_CANDIDATES * count
    kept = Counter(article for pair in found for article in pair)
    assert min(kept[number] for number in range(count)) >= MOST_CANDIDATES


def test_an_article_names_its_best_and_of_equals_those_that_come_first() -> None:
    copies = [BELL] * (MOST_CANDIDATES + 30)
    asking = [False] * len(copies)
    asking[40] = True
    first = [number for number in range(MOST_CANDIDATES + 1) if number != 40]
    parts = [0] * (len(copies) + 10)
    assert found_among(copies, asking, parts[: len(copies)]) == {
        (min(40, other), max(40, other)) for other in first
    }
    nearer = "The bell of the Sankt Olaf went to a museum in Bergen, divers said. " + BELL
    better = {(40, len(copies) + number) for number in range(10)}
    found = found_among([*copies[:40], nearer, *copies[41:], *[nearer] * 10], [*asking, *[False] * 10], parts)
    assert better < found
    assert found - better == {(other, 40) for other in range(MOST_CANDIDATES - 10)}


TOLD = [BELL, RETOLD, STRIKE, "", *flood(6), f"{STRIKE} {BELL}", "The bell of the Sankt Olaf went to Bergen."]


@given(st.lists(st.sampled_from(TOLD), max_size=12), st.data())
def test_where_an_article_stands_does_not_matter(texts: list[str], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(texts))))
    parts = list(range(len(texts)))
    moved = found_among([texts[place] for place in order], parts=[parts[place] for place in order])
    back = {(min(order[a], order[b]), max(order[a], order[b])) for a, b in moved}
    assert back == found_among(texts, parts=parts)


@given(st.lists(st.sampled_from(TOLD), max_size=12), st.data())
def test_asking_one_by_one_finds_what_asking_together_finds(texts: list[str], data: st.DataObject) -> None:
    asking = data.draw(st.lists(st.booleans(), min_size=len(texts), max_size=len(texts)))
    alone = [found_among(texts, [place == one for place in range(len(texts))]) for one in range(len(texts))]
    assert found_among(texts, asking) == {
        pair for one, found in enumerate(alone) if asking[one] for pair in found
    }


def test_it_does_not_matter_how_many_are_asked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [*flood(40), *TOLD]
    expected = found_among(texts)
    for number in (1, 7, len(texts)):
        monkeypatch.setattr(candidates, "_AT_ONCE", number)
        assert found_among(texts) == expected


def test_the_copies_of_a_report_hang_together_however_many_there_are() -> None:
    count = 4 * COMMONEST
    found = found_among([BELL] * count)
    assert len(found) <= MOST_CANDIDATES * count
    copies = [f"{number:04d}" for number in range(count)]
    edges = [(copies[a], copies[b], 1.0) for a, b in found]
    assert group(copies, edges, dict.fromkeys(copies, 100)) == [copies]


def test_a_key_that_everybody_has_finds_few() -> None:
    """It would give a pair for every two articles."""
    count = COMMONEST + 40
    assert len(found_among(flood(count))) < count * MOST_CANDIDATES / 2
