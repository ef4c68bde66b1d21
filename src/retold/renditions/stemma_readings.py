"""Characters of wordings to what speaks for one being made from another: readings and passages kept, lost, gained.

Every matrix here has the possible parent in its rows and the possible child in its columns. Counts come as
log(1 + n): the first few differences tell most.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from retold.renditions.stemma_characters import Characters, Matrix, Vector

Evidence = dict[str, Matrix]


def change(characters: Characters) -> Matrix:
    """Weight of the readings that differ, in passages both tell; symmetrical."""
    gained = characters.gained(characters.weights)
    return np.asarray(gained + gained.T)


def readings_evidence(characters: Characters) -> Evidence:
    """What the wordings have in the passages that both tell."""
    found: Evidence = {}
    for name, weights in _by_holders(characters).items():
        gained = characters.gained(weights)
        found[f"gained_{name}"] = np.log1p(gained)
        found[f"dropped_{name}"] = np.log1p(gained.T)
    rate = change_rate(characters)
    gained_odd = characters.gained(characters.oddness)
    return found | {
        "change_rate": rate,
        "change_rate_root": np.sqrt(rate),
        "odder": (gained_odd - gained_odd.T) / np.sqrt(1 + gained_odd + gained_odd.T),
        **_nearness(change(characters), rate),
        **_exclusive(characters),
    }


def change_rate(characters: Characters) -> Matrix:
    """Share of the readings that differ, of the passages both tell."""
    gained = characters.gained(characters.weights)
    there = characters.told @ characters.sizes(characters.weights).T
    return np.asarray(np.maximum(gained, gained.T) / np.maximum(1.0, np.maximum(there, there.T)))


def passages_evidence(characters: Characters) -> Evidence:
    """Which passages the one has and the other lacks, and in how many places."""
    told = characters.told
    tellers = told.sum(axis=0)
    lacking = 1 - told
    alone, common = told * (tellers == 1), told * (tellers > 1)
    private, shared = lacking @ alone.T, lacking @ common.T
    cut_inside, cut_tail = _cuts(told)
    beyond_two = np.clip((tellers - 2) / max(len(told) - 2, 1), 0, 1)
    return {
        "cut": np.log1p((private + shared).T),
        "cut_inside": np.log1p(cut_inside),
        "cut_tail": cut_tail,
        "missing_inside": np.log1p(cut_inside.T),
        "missing_tail": cut_tail.T,
        "contained": (private + shared == 0).astype(np.float64),
        "added_private": np.log1p(private),
        "added_shared": np.log1p(shared),
        "left_private": np.log1p(private.T),
        "left_shared": np.log1p(shared.T),
        "passages_exclusive": np.log1p(told @ (told * (1 - beyond_two)).T),
    }


def parent_evidence(characters: Characters) -> Evidence:
    """How fit the row's wording is to be anyone's parent: full, near to what most have, little of its own."""
    size = characters.sizes(characters.weights).sum(axis=1)
    stand = standing(characters)
    own = {
        "full": size / max(1.0, float(size.max(initial=0.0))),
        "own_changes": np.log1p(stand.private),
        "own_change_rate": stand.private_rate,
        "agreement": stand.agreement,
        "lacking": np.log1p(stand.lacking),
    }
    count = len(size)
    found = {name: np.repeat(column[:, None], count, axis=1) for name, column in own.items()}
    found["longer"] = np.log(np.maximum(size, 1.0)[:, None] / np.maximum(size, 1.0)[None, :])
    return found


def family_evidence(characters: Characters) -> Evidence:
    """How many wordings there are: where nearly nobody else can testify, the same evidence says something else."""
    count = len(characters.told)
    numbers = {"many": np.log(count), "two": float(count == 2), "three": float(count == 3)}
    return {name: np.full((count, count), number) for name, number in numbers.items()}


def _by_holders(characters: Characters) -> dict[str, Vector]:
    """The weights of the readings that one wording has, that a minority of the others has, that most have."""
    holders, weights = characters.holders, characters.weights
    common = _share_of_others(characters) > 0.5
    several = holders > 1
    return {
        "private": weights * ~several,
        "rare": weights * (several & ~common),
        "common": weights * (several & common),
    }


def _share_of_others(characters: Characters) -> Vector:
    """Of the wordings that tell the passage, two left out, the share that has a reading that one of the two has."""
    return np.clip((characters.holders - 1) / np.maximum(characters.tellers - 2, 1), 0, 1)


def _nearness(change: Matrix, rate: Matrix) -> Evidence:
    """How much further the parent is than the nearest other."""
    apart = change + np.diag(np.full(len(change), np.inf))
    apart_rate = rate + np.diag(np.full(len(rate), np.inf))
    nearest = _finite(apart.min(axis=0))
    return {
        "further": np.log1p(np.maximum(change - nearest[None, :], 0)),
        "further_rate": rate - _finite(apart_rate.min(axis=0))[None, :],
        "nearest": (change <= nearest[None, :] + 1e-6).astype(np.float64),
        "further_back": np.log1p(np.maximum(change - _finite(apart.min(axis=1))[:, None], 0)),
    }


def _finite(values: Vector) -> Vector:
    return np.where(np.isfinite(values), values, 0.0)


def _exclusive(characters: Characters) -> Evidence:
    """What few others share with the two: shared changes prove kinship, shared text does not."""
    beyond_two = np.clip((characters.holders - 2) / np.maximum(characters.tellers - 2, 1), 0, 1)
    shared = characters.shared(characters.weights * (1 - beyond_two))
    most = (shared - np.diag(np.diag(shared))).max(axis=0)
    return {"exclusive": np.log1p(shared), "exclusive_share": shared / np.maximum(1.0, most)[None, :]}


def _cuts(told: Matrix) -> tuple[Matrix, Matrix]:
    """In how many places inside the row's text the column's lacks passages, and whether it lacks the end."""
    inside, tail = np.zeros((len(told), len(told))), np.zeros((len(told), len(told)))
    for row in range(len(told)):
        cut = 1 - told[:, told[row] > 0]
        begins = np.diff(cut, axis=1, prepend=0.0) > 0
        if cut.shape[1]:
            tail[row] = cut[:, -1]
            inside[row] = begins.sum(axis=1) - cut[:, -1]
    return inside, tail


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """What each wording is among all (vectors over wordings), in passages that two others tell too.

    private: weight of the readings it alone has; private_rate: their share of its readings. agreement: the share
    that most others have. lacking: passages it lacks, each counted by the share of the others that has it.
    """

    private: Vector
    private_rate: Vector
    agreement: Vector
    lacking: Vector


def standing(characters: Characters) -> Standing:
    """The standing of every wording."""
    told = characters.told
    tellers = told.sum(axis=0)
    parts = _by_holders(characters)
    told_thrice = (tellers > 2).astype(np.float64)
    whole = np.maximum(1.0, characters.sizes(characters.weights) @ told_thrice)
    private = characters.sizes(parts["private"]) @ told_thrice
    known_to = np.clip((tellers - 1) / max(len(told) - 2, 1), 0, 1) * (tellers > 1)
    return Standing(
        private=private,
        private_rate=private / whole,
        agreement=(characters.sizes(parts["common"]) @ told_thrice) / whole,
        lacking=(1 - told) @ known_to,
    )
