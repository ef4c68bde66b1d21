"""Names to hashes by which a list is looked up, and names that several of its actors claim."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from hashlib import blake2b
from itertools import pairwise

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from retold.actors.dictionary import Words

Hashes = npt.NDArray[np.int64]

MOST_WORDS = 20
"""Words of a name that is looked for: as many beginnings of names are looked up at each word of a text."""
NOT_LOOKED_FOR = 0


def form_hash(form: Words) -> int:
    """64 bits (signed) of a name's words; never `NOT_LOOKED_FOR`. Of 1,000,000 names two meet once in 40 million."""
    digest = blake2b(" ".join(form).encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True) or 1


def claimed_names(rows: pa.Table, new: Collection[str]) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Each name that one of the new actors and another one have, with the names and origins of all who have it.

    rows: entry_id, name, aliases, forms, origin of `ListedActor`. new: ids.
    """
    forms = rows.column("forms").combine_chunks()
    starts = forms.offsets.to_numpy()
    owners = np.repeat(np.arange(len(forms)), np.diff(starts))
    fresh = pc.is_in(rows.column("entry_id"), pa.array(list(new), pa.string())).to_numpy()
    for places in _shared(forms.values.to_numpy(), owners):
        if fresh[owners[places]].any():
            actors = rows.take(np.unique(owners[places])).to_pylist()
            first = int(owners[places[0]])
            names = rows.slice(first, 1).to_pylist()[0]
            name = [names["name"], *names["aliases"]][places[0] - starts[first]]
            yield name, [(actor["name"], actor["origin"]) for actor in actors]


def _shared(forms: Hashes, owners: Hashes) -> Iterator[Hashes]:
    """The places in `forms` of each name that several owners have."""
    order = np.argsort(forms, kind="stable")
    hashes, owned = forms[order], owners[order]
    edges = np.flatnonzero(hashes[1:] != hashes[:-1]) + 1
    for start, end in pairwise([0, *edges.tolist(), len(hashes)]):
        if end - start > 1 and hashes[start] != NOT_LOOKED_FOR and len(np.unique(owned[start:end])) > 1:
            yield order[start:end]
