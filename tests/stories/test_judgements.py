"""Features to probabilities: what is shared never speaks against a copy."""

import math
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.features import Features
from retold.stories.scoring import Judgement, judgements

NAMES = Features._fields
SHARE = st.floats(0.0, 1.0)
FEATURES = st.builds(Features, **dict.fromkeys(NAMES, SHARE))
DAYS = st.none() | st.integers(0, 400)


def probability(judgement: Judgement, features: Features, days: float | None = None) -> float:
    columns = {name: np.array([value]) for name, value in features._asdict().items()}
    return float(judgement.probabilities(columns, np.array([np.nan if days is None else days]))[0])


BOTH = [judgements().same_story, judgements().same_report]


@pytest.mark.parametrize("judgement", BOTH, ids=["story", "report"])
def test_no_feature_weighs_against(judgement: Judgement) -> None:
    assert judgement.weights.keys() <= set(NAMES)
    assert min(judgement.weights.values()) >= 0
    assert max(judgement.weights.values()) > 0


@given(FEATURES, st.sampled_from(NAMES), SHARE, DAYS, st.sampled_from(BOTH))
def test_more_of_a_feature_never_lowers_a_probability(
    features: Features, name: str, share: float, days: int | None, judgement: Judgement
) -> None:
    more = features._replace(**{name: max(share, getattr(features, name))})
    assert probability(judgement, more, days) >= probability(judgement, features, days)


@given(FEATURES, DAYS, st.sampled_from(BOTH))
def test_a_probability_is_one(features: Features, days: int | None, judgement: Judgement) -> None:
    assert 0.0 <= probability(judgement, features, days) <= 1.0


@given(FEATURES)
def test_contributions_and_bias_add_up_to_the_log_odds(features: Features) -> None:
    judgement = Judgement(bias=-1.0, weights={"phrasing": 2.0, "names": 0.5})
    odds = judgement.bias + sum(judgement.contributions(features).values())
    assert probability(judgement, features) == pytest.approx(1 / (1 + math.exp(-odds)))


def test_nothing_in_common_is_neither_one_story_nor_one_report() -> None:
    nothing, everything = Features(*[0.0] * len(NAMES)), Features(*[1.0] * len(NAMES))
    for judgement in BOTH:
        assert probability(judgement, nothing) < 0.1
        assert probability(judgement, everything) > 0.99


def test_days_apart_speak_against_one_story_and_not_against_one_report() -> None:
    some = Features(*[0.2] * len(NAMES))
    story = [probability(judgements().same_story, some, days) for days in (0, 1, 2, 3)]
    assert all(before > after for before, after in pairwise(story))
    report = judgements().same_report
    assert probability(report, some, 0) == probability(report, some, 30) == probability(report, some)


def test_the_last_entry_of_days_holds_for_all_later_ones() -> None:
    judgement = Judgement(bias=0.0, weights={}, days=(2.0, 0.0, -1.0))
    none = Features(*[0.0] * len(NAMES))
    assert probability(judgement, none, 1) == probability(judgement, none) == 0.5
    assert probability(judgement, none, 2) == probability(judgement, none, 2000) < 0.5


def test_weights_beyond_any_reason_do_not_overflow() -> None:
    judgement = Judgement(bias=-1e6, weights={"phrasing": 2e6})
    nothing = Features(*[0.0] * len(NAMES))
    assert probability(judgement, nothing) == pytest.approx(0.0, abs=1e-9)
    assert probability(judgement, nothing._replace(phrasing=1.0)) == pytest.approx(1.0)
