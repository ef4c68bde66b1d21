"""Translation and back: clauses turned round, attributions moved, articles and prepositions other than they were."""

from __future__ import annotations

import random
from collections.abc import Callable

from simulation.clause_turns import (
    apposition_opened,
    attribution_first,
    clause_first,
    clause_last,
    day_first,
    participle_unfolded,
    passive_turned,
    place_first,
    quotation_last,
    relative_opened,
    said_that,
    saying,
)
from simulation.drafts import Desk, Draft, Line, capitalised, each_line
from simulation.word_turns import (
    articles_changed,
    articles_definite,
    compound_unfolded,
    demonym_opened,
    genitive_folded,
    genitive_unfolded,
    modals_changed,
    perfect_flattened,
    prepositions_changed,
    written_otherwise,
)

Turn = Callable[[str, random.Random], str]
# What is tried on each sentence, in this order, with its chance at full strength.
TURNS: tuple[tuple[Turn, float], ...] = (
    (attribution_first, 0.75),
    (quotation_last, 0.6),
    (said_that, 0.7),
    (saying, 0.35),
    (participle_unfolded, 0.5),
    (passive_turned, 0.6),
    (apposition_opened, 0.5),
    (clause_last, 0.5),
    (clause_first, 0.45),
    (day_first, 0.5),
    (genitive_unfolded, 0.5),
    (genitive_folded, 0.5),
    (compound_unfolded, 0.4),
    (perfect_flattened, 0.7),
    (demonym_opened, 0.7),
    (relative_opened, 0.6),
    (place_first, 0.35),
    (modals_changed, 0.8),
    (written_otherwise, 0.8),
    (articles_definite, 0.7),
    (prepositions_changed, 0.8),
    (articles_changed, 0.8),
)


def restructure(draft: Draft, desk: Desk, strength: float) -> Draft:
    """Turns every sentence's clauses as a translator into another language and back would; 0 leaves them alone."""

    def turned(line: Line) -> Line:
        if not line.told:
            return line
        text = line.text
        for turn, chance in TURNS:
            if desk.chance.random() < chance * strength:
                text = turn(text, desk.chance)
        new = line.reworded(capitalised(text))
        if new.text != line.text:
            desk.note("restructured", new, line.text, new.text)
        return new

    return each_line(draft, turned)
