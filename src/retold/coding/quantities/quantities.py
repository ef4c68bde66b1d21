"""The numbers that belong to an event: killed, injured, missing, arrested, crowd, troops, money.

A number belongs to a predicate when it stands in its clause: on its subject, object or their modifiers, in a clause
without a finite verb that hangs on it ("killing at least 12"), or, where the predicate is a noun, with the verb that
says what it did ("12 were killed in the attack"). What is not counted there has no number; none is inferred.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from retold.coding.quantities.clauses import clauses_of
from retold.coding.quantities.counted import counted_in, none_in
from retold.coding.quantities.kinds import kinds_of, kinds_of_none
from retold.coding.quantities.numbers import NumberFound
from retold.coding.quantities.words import types_with
from retold.coding.spellings import spelled
from retold.model import Quantity, QuantityKind
from retold.reading.parse import Reading, Word

KINDS: tuple[QuantityKind, ...] = get_args(QuantityKind)


def quantities_of(reading: Reading, word: Word, event_type: str) -> tuple[Quantity, ...]:
    """The quantities of the event that a predicate names, in order of the text.

    event_type: PLOVER's; it tells which kinds of numbers such events have (`quantities.toml`, "kinds"). Where there
    are no casualties 0 were killed and 0 injured.
    """
    found = _found(reading, word, frozenset(kind for kind in KINDS if event_type in types_with(kind)))
    distinct = {(one.kind, one.start, one.end): one for one in found}
    return tuple(sorted(distinct.values(), key=lambda one: (one.start, one.end, one.kind)))


def _found(reading: Reading, word: Word, wanted: frozenset[QuantityKind]) -> Iterator[Quantity]:
    none = list(none_in(reading))
    clauses = clauses_of(reading, word) if wanted and (none or counted_in(reading)) else []
    for one in counted_in(reading):
        if any(start <= one.number.start < end for start, end, _ in none):
            continue
        for clause in clauses:
            kind = next((kind for kind in kinds_of(reading, clause, one) if kind in wanted), None)
            if kind is not None:
                yield _quantity(reading, kind, one.number)
                break
    for start, end, thing in none:
        for clause in clauses:
            for kind in wanted.intersection(kinds_of_none(reading, clause, thing)):
                yield _quantity(reading, kind, NumberFound(0.0, 0.0, (), start, end, False, None))


def _quantity(reading: Reading, kind: QuantityKind, number: NumberFound) -> Quantity:
    text = spelled(reading, number.start, number.end)
    unit = number.unit if kind == "money" else None
    return Quantity(kind, number.low, number.high, unit, number.hedges, number.start, number.end, text)
