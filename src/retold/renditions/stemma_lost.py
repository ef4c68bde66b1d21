"""Wordings to what speaks for each being made from the lost original and from no telling that is here."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from retold.renditions.stemma_characters import Characters, Matrix, Vector
from retold.renditions.stemma_readings import change, change_rate, standing
from retold.renditions.stemma_stamps import Stamps, earliest, not_later
from retold.renditions.stemma_wordings import Wording


def lost_evidence(
    wordings: Sequence[Wording], characters: Characters, stamps: Stamps, pairs: Mapping[str, Matrix]
) -> dict[str, Vector]:
    """One number per wording for each kind of evidence. pairs: the evidence about pairs, some of which is used."""
    count = len(wordings)
    return {
        "lost": np.ones(count),
        "lost_many": np.full(count, np.log(count)),
        "lost_two": np.full(count, float(count == 2)),
        "lost_three": np.full(count, float(count == 3)),
        **_own(characters),
        **_times(stamps),
        **_others(characters, stamps, pairs),
        "lost_credits": np.array([float(bool(wording.agencies)) for wording in wordings]),
        "lost_wire_is_there": np.array(
            [float(any(wording.agencies & other.sources for other in wordings)) for wording in wordings]
        ),
        "lost_any_credits": np.full(count, float(any(wording.agencies for wording in wordings))),
    }


def _own(characters: Characters) -> dict[str, Vector]:
    """How full it is, how near to what most have, how much it alone has."""
    weights = characters.weights
    private = weights * (characters.holders == 1)
    sizes = characters.sizes(weights).sum(axis=1)
    alone = characters.sizes(private).sum(axis=1)
    odd = characters.sizes(characters.oddness * (characters.holders == 1)).sum(axis=1)
    stand = standing(characters)
    return {
        "lost_full": sizes / max(1.0, float(sizes.max(initial=0.0))),
        "lost_private": np.log1p(alone),
        "lost_private_rate": alone / np.maximum(1.0, sizes),
        "lost_private_odd": odd / np.maximum(1.0, alone),
        "lost_private_passages": np.log1p(characters.told @ (characters.told.sum(axis=0) == 1)),
        "lost_agreement": stand.agreement,
        "lost_lacking": np.log1p(stand.lacking),
        "lost_own_changes": np.log1p(stand.private),
    }


def _times(stamps: Stamps) -> dict[str, Vector]:
    """Whether it is the earliest, or undated among dated ones."""
    before = stamps.before.sum(axis=0)
    return {
        "lost_earliest": earliest(stamps),
        "lost_earlier_ones": np.log1p(before),
        "lost_undated": (~stamps.known & stamps.known.any()).astype(np.float64),
        "lost_first_but_undated": earliest(stamps) * float((~stamps.known).any()),
    }


def _others(characters: Characters, stamps: Stamps, pairs: Mapping[str, Matrix]) -> dict[str, Vector]:
    """How well the best of the others that are not later would do as parent."""
    stand = standing(characters)
    count = len(characters.told)

    def least(values: Vector) -> Vector:
        return not_later(np.repeat(values[:, None], count, axis=1), stamps)

    against = pairs["older_missed"] + pairs["news_dropped"] + pairs["older_passages_missed"]
    rates = change_rate(characters) + np.diag(np.full(count, np.inf))
    nearest = rates.min(axis=0, initial=np.inf)
    changes = change(characters) + np.diag(np.full(count, np.inf))
    apart = changes.min(axis=0, initial=np.inf)
    return {
        "lost_alone": np.where(np.isfinite(apart), np.log1p(apart), 0.0),
        "lost_nearest_rate": np.where(np.isfinite(nearest), nearest, 0.0),
        "lost_best_own_changes": least(np.log1p(stand.private)),
        "lost_best_own_rate": least(stand.private_rate),
        "lost_best_lacking": least(np.log1p(stand.lacking)),
        "lost_best_missed": not_later(pairs["older_missed"], stamps),
        "lost_best_passages_missed": not_later(pairs["older_passages_missed"], stamps),
        "lost_best_dropped": not_later(pairs["news_dropped"], stamps),
        "lost_best_against": not_later(against, stamps),
    }
