"""Lists of numbers end to end."""

import numpy as np
import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from retold.stories.coding import HASH
from retold.stories.lists import Lists, lists_in, sets_of

HASHES = st.lists(st.lists(st.integers(0, HASH) | st.integers(0, 3), max_size=6), min_size=1, max_size=6)


def sets(values: list[list[int]]) -> Lists:
    """Handed over in any order."""
    pairs = sorted(((value, owner) for owner, found in enumerate(values) for value in found), reverse=True)
    hashes, owners = np.array(pairs, np.int64).reshape(-1, 2).T
    return sets_of(hashes, owners, len(values))


def plain(lists: Lists) -> list[list[int]]:
    return [part.tolist() for part in np.split(lists.values, lists.offsets[1:-1])]


@given(HASHES)
def test_sets_are_sorted_and_unique(values: list[list[int]]) -> None:
    made = sets(values)
    assert plain(made) == [sorted(set(found)) for found in values]
    assert len(made) == len(values)
    assert made.owners.tolist() == [owner for owner, found in enumerate(values) for _ in set(found)]


@given(HASHES, st.data())
def test_a_column_is_read_back_however_it_is_cut(values: list[list[int]], data: st.DataObject) -> None:
    made = sets(values)
    table = pa.table({"found": made.column(pa.list_(pa.int32()))})
    start, cut = (data.draw(st.integers(0, len(values))) for _ in range(2))
    parts = pa.concat_tables([table.slice(0, cut), table.slice(cut)]).slice(start)
    assert [row for row in plain(lists_in(parts, "found")) if row] == [
        row for row in plain(made)[start:] if row
    ]
    assert len(lists_in(parts, "found")) == len(values) - start


def test_no_rows_are_no_lists() -> None:
    empty = pa.schema([("found", pa.list_(pa.int32()))]).empty_table()
    assert len(lists_in(empty, "found")) == 0
    assert len(lists_in(empty.slice(0, 0), "found").values) == 0


@given(HASHES, st.data())
def test_values_below_a_limit_are_counted(values: list[list[int]], data: st.DataObject) -> None:
    limits = [data.draw(st.integers(0, HASH)) for _ in values]
    found = sets(values).below(np.array(limits), np.arange(len(values)))
    expected = [sum(value < limit for value in set(row)) for row, limit in zip(values, limits, strict=True)]
    assert found.tolist() == expected
