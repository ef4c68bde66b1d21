"""Features to probabilities: what is shared never speaks against a copy."""

import math
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.features import Features
from retold.stories.scoring import Judgement, judgements

NAMES = Features._fields
SHARE = st.floats(0.0, 1.0)
FEATURES = st.builds(Features, **dict.fromkeys(NAMES, SHARE))
DAYS = st.none() | st.integers(0, 400)
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
    assert judgement.probability(more, days) >= judgement.probability(features, days)


@given(FEATURES, DAYS, st.sampled_from(BOTH))
def test_a_probability_is_one(features: Features, days: int | None, judgement: Judgement) -> None:
    assert 0.0 <= judgement.probability(features, days) <= 1.0


@given(FEATURES)
def test_contributions_and_bias_add_up_to_the_log_odds(features: Features) -> None:
    judgement = Judgement(bias=-1.0, weights={"runs": 2.0, "names": 0.5})
    odds = judgement.bias + sum(judgement.contributions(features).values())
    assert judgement.probability(features) == pytest.approx(1 / (1 + math.exp(-odds)))


def test_nothing_in_common_is_neither_one_story_nor_one_report() -> None:
    nothing, everything = Features(*[0.0] * len(NAMES)), Features(*[1.0] * len(NAMES))
    for judgement in BOTH:
        assert judgement.probability(nothing) < 0.1
        assert judgement.probability(everything) > 0.99


def test_days_apart_speak_against_one_story_and_not_against_one_report() -> None:
    some = Features(*[0.2] * len(NAMES))
    story = [judgements().same_story.probability(some, days) for days in (0, 1, 2, 3)]
    assert all(before > after for before, after in pairwise(story))
    report = judgements().same_report
    assert report.probability(some, 0) == report.probability(some, 30) == report.probability(some)


def test_the_last_entry_of_days_holds_for_all_later_ones() -> None:
    judgement = Judgement(bias=0.0, weights={}, days=(2.0, 0.0, -1.0))
    none = Features(*[0.0] * len(NAMES))
    assert judgement.probability(none, 1) == judgement.probability(none) == 0.5
    assert judgement.probability(none, 2) == judgement.probability(none, 2000) < 0.5


def test_weights_beyond_any_reason_do_not_overflow() -> None:
    judgement = Judgement(bias=-1e6, weights={"runs": 2e6})
    nothing = Features(*[0.0] * len(NAMES))
    assert judgement.probability(nothing) == pytest.approx(0.0, abs=1e-9)
    assert judgement.probability(nothing._replace(runs=1.0)) == pytest.approx(1.0)
