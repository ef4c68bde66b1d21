"""Evidence to scores: sums, and units in which one kind of evidence bears on another."""

from __future__ import annotations

import numpy as np
import pytest

from retold.renditions.stemma_characters import characters
from retold.renditions.stemma_judgement import first_round
from retold.renditions.stemma_rounds import LOST, PAIR
from retold.renditions.stemma_scores import stemma_weights, table_of, weights_of
from retold.renditions.stemma_wordings import wordings
from retold.renditions.telling import telling


def test_a_sum_counts_each_kind_of_evidence_by_its_weight() -> None:
    weights = weights_of({"cut": 2.0, "own": -1.0})
    scores = weights.scores({"cut": np.array([1.0, 0.0]), "own": np.array([0.0, 3.0]), "new": np.ones(2)})
    assert scores.tolist() == [2.0, -3.0]


def test_units_let_one_kind_of_evidence_turn_what_another_says() -> None:
    both = {
        "cut": [0.0, 9.0, 9.0],
        "own": [0.0, 9.0, 9.0],
        "units_start": [-4.5, -13.5],
        "units": [0.5, -0.5],
    }
    scores = weights_of(both).scores({"cut": np.array([0.0, 0, 1, 1]), "own": np.array([0.0, 1, 0, 1])})
    assert scores == pytest.approx([0, 1, 1, 0], abs=1e-3)


def test_weights_come_back_from_their_table() -> None:
    table = {"cut": [0.5, 0.25], "own": [0.0, -2.0], "units_start": [1.0], "units": [-0.75]}
    assert table_of(weights_of(table), 2) == table


def test_every_weight_is_of_evidence_that_there_is() -> None:
    found = wordings([telling(name, None, None, None, {0: f"one {name} text"}) for name in "ab"])
    first = first_round(found, characters([wording.told for wording in found]))
    assert not first.pairs.keys() & first.lost.keys()
    known = {*first.pairs, *first.lost, *PAIR, *LOST}
    for rounds in stemma_weights().values():
        assert [*rounds] == ["first", "second", "third"]
        assert all(set(weights.names) <= known for weights in rounds.values())
