"""Two wordings of one passage to the places where they say different things."""

from __future__ import annotations

from retold.renditions.conflicts_names import name_conflicts
from retold.renditions.conflicts_numbers import number_conflicts
from retold.renditions.conflicts_stance import modality_conflicts, polarity_conflicts
from retold.renditions.paired import Conflict, Paired

# Words from which a wording is no passage but a text without sentences (a list, a table): it is not searched.
LONGEST = 500


def conflicts(pair: Paired) -> list[Conflict]:
    """The conflicts, sorted by place on the left; those that change the meaning and those that do not."""
    if max(len(pair.left.words), len(pair.right.words)) > LONGEST:
        return []
    found = [
        *number_conflicts(pair),
        *name_conflicts(pair),
        *polarity_conflicts(pair),
        *modality_conflicts(pair),
    ]
    return sorted(set(found), key=lambda conflict: (conflict.left, conflict.right, conflict.kind))
