"""Characters of wordings to what speaks for one being made from another: readings and passages kept, lost, gained.

Every matrix here has the possible parent in its rows and the possible child in its columns. Counts come as log(1 + n):
the first few differences tell most.
"""

from __future__ import annotations

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
        found[f"lost_{name}"] = np.log1p(gained.T)
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
    """How fit the row's wording is to be anyone's parent: full, near to what most have, without changes of its own."""
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


class standing:  # noqa: N801
    """placeholder"""
