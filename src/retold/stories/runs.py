"""Word hashes to hashes of runs of words, without making a string."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int64]

# Words in a run that is not shared by chance.
RUN = 5

MIX = np.uint64(0x9E3779B97F4A7C15)  # 2**64 / golden ratio, odd: spreads neighbouring hashes


def runs(words: Ids, chosen: NDArray[np.bool_]) -> Ids:
    """Sorted unique hashes of the runs of `RUN` consecutive words that are all chosen."""
    if len(words) < RUN:
        return words[:0]
    hashed = words.astype(np.uint64)
    length = len(words) - RUN + 1
    run = hashed[:length]
    whole = chosen[:length].copy()
    for offset in range(1, RUN):
        run = run * MIX + hashed[offset : offset + length]
        whole &= chosen[offset : offset + length]
    hashes: Ids = run[whole].view(np.int64)
    return np.unique(hashes)
