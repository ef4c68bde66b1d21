"""Lists of numbers of many texts, end to end in one array."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from retold.stories.lexicon import HASH_BITS
from retold.stories.word_runs import Flags, Ids

_HASH = (1 << HASH_BITS) - 1


@dataclass(frozen=True, slots=True)
class Lists:
    """A list for each text: that of text i is `values[offsets[i]:offsets[i + 1]]`."""

    offsets: Ids
    values: Ids

    def __len__(self) -> int:
        return len(self.offsets) - 1

    @property
    def owners(self) -> Ids:
        """For each value the text it belongs to."""
        return np.repeat(np.arange(len(self)), np.diff(self.offsets))

    def below(self, limit: Ids, texts: Ids) -> Ids:
        """How many values of each of the texts' lists lie below a limit of its own; values sorted."""
        packed = self.owners << HASH_BITS | self.values
        return np.searchsorted(packed, (texts << HASH_BITS) + limit) - self.offsets[texts]

    def column(self, kind: pa.DataType) -> pa.ListArray:
        """The lists as a column of a table."""
        values = pa.array(self.values.astype(kind.value_type.to_pandas_dtype()))
        return pa.ListArray.from_arrays(pa.array(self.offsets, pa.int32()), values, type=kind)

    def matrix(self, weights: NDArray[np.float64] | None = None) -> csr_matrix:
        """A row for each text, with ones (or the weights) in the columns of its hashes; values sorted and unique."""
        data = np.ones(len(self.values), np.float32) if weights is None else weights
        indices, offsets = self.values.astype(np.int32), self.offsets.astype(np.int32)
        return csr_matrix((data, indices, offsets), shape=(len(self), 1 << HASH_BITS))


def lists_of(values: Ids, owners: Ids, count: int) -> Lists:
    """Lists from values that stand in the order of the `count` texts they belong to."""
    return Lists(np.searchsorted(owners, np.arange(count + 1)), values)


def sets_of(hashes: Ids, owners: Ids, count: int) -> Lists:
    """Sorted unique hashes of each text."""
    every = np.sort(owners << HASH_BITS | hashes)
    packed = every[differs(every)]
    return lists_of(packed & _HASH, packed >> HASH_BITS, count)


def differs(values: Ids) -> Flags:
    """Which of the values differ from the one before. (`numpy.unique` hashes first: five times the time.)"""
    return np.asarray(np.diff(values, prepend=-1) != 0)


def lists_in(table: pa.Table, name: str) -> Lists:
    """A column of lists."""
    column = table.column(name).combine_chunks()
    offsets = column.offsets.to_numpy()
    values = column.values.to_numpy()[offsets[0] : offsets[-1]] if len(offsets) else column.values.to_numpy()
    return Lists(offsets.astype(np.int64) - offsets[:1].sum(), values.astype(np.int64))
