"""Fingerprints laid out for comparing."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from retold.model import Fingerprint
from retold.schema import table_of
from retold.stories.fingerprints import fingerprint
from retold.stories.profile import LEAST_NARRATION, Profile, profile, profiles
from retold.text import sentences_of

LINES = [
    "Divers raised the bell of the Sankt Olaf on Friday.",
    "“Nobody had touched it since the winter storm of 1743, and I was afraid to breathe,” said Marit Lund.",
    "The bell, cast in Lübeck, weighs ninety kilograms.",
    "Officials said it will go to the Bergen museum.",
    "*** ???",
]
TEXTS = st.lists(st.sampled_from(LINES), max_size=10).map(" ".join) | st.text()


def printed(text: str, article_id: str = "a") -> Fingerprint:
    return fingerprint(article_id, sentences_of(article_id, text), "en", None)


def same(left: Profile, right: Profile) -> bool:
    arrays = ["stems", "weight", "names", "runs", "quotations", "word_pairs"]
    words = ["stems", "rarity", "sentence", "mass"]
    return all(np.array_equal(getattr(left, name), getattr(right, name)) for name in arrays) and all(
        np.array_equal(getattr(left.narration, name), getattr(right.narration, name)) for name in words
    )


@given(st.lists(TEXTS, min_size=1, max_size=5), st.data())
def test_rows_of_a_table_are_laid_out_as_single_fingerprints_are(
    texts: list[str], data: st.DataObject
) -> None:
    made = [printed(text) for text in texts]
    start = data.draw(st.integers(0, len(texts) - 1))
    table = table_of(Fingerprint, made).slice(start)
    laid_out = profiles(table)
    assert len(laid_out) == len(texts) - start
    assert all(same(one, profile(other)) for one, other in zip(laid_out, made[start:], strict=True))


@given(TEXTS)
def test_ids_are_sorted_and_unique(text: str) -> None:
    made = profile(printed(text))
    for ids in (made.stems, made.names, made.runs, made.quotations):
        assert ids.tolist() == sorted(set(ids.tolist()))
    assert set(made.names.tolist()) <= set(made.stems.tolist())
    assert len(made.weight) == len(made.stems) and (made.weight > 0).all()


@given(TEXTS)
def test_the_mass_of_a_sentence_counts_each_of_its_stems_once(text: str) -> None:
    wording = profile(printed(text)).narration
    mass = np.zeros(len(wording.mass))
    words = zip(wording.sentence.tolist(), wording.stems.tolist(), wording.rarity.tolist(), strict=True)
    for sentence, _, rarity in set(words):
        mass[sentence] += rarity**2
    assert np.allclose(wording.mass, mass)


def test_narration_leaves_quotations_out() -> None:
    told = " ".join(line for line in LINES if "“" not in line) * 2
    with_quotation, without = profile(printed(f"{told} {LINES[1]}")), profile(printed(told))
    said = {"winter", "storm", "1743", "breathe"}
    assert len(with_quotation.quotations) > 0 == len(without.quotations)
    assert set(with_quotation.narration.stems.tolist()) - set(without.narration.stems.tolist()) != set()
    quoted_only = profile(printed(" ".join(said))).stems
    assert not np.isin(quoted_only, with_quotation.narration.stems).any()
    assert np.isin(quoted_only, with_quotation.stems).all()


def test_a_text_with_hardly_any_narration_is_told_by_its_quotations() -> None:
    made = profile(printed(LINES[1]))
    assert len(LINES[1].split("”")[1].split()) < LEAST_NARRATION
    assert np.isin(profile(printed("winter storm")).stems, made.narration.stems).all()
