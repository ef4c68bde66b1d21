"""Slips and errors that change what is said, planted one to a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from simulation.drafts import Desk, Draft, Line, lines_of, with_line
from simulation.fact_slips import date_slips, name_slips, number_slips, place_slips
from simulation.slips import Slip
from simulation.stance_slips import attribution_slips, modality_slips, polarity_slips
from simulation.truth import Operation

Finder = Callable[[Line, Draft, Desk], Sequence[Slip]]

# How often each kind is tried first; where it finds no place the next is tried.
WEIGHTS: dict[Operation, float] = {
    "number": 0.18,
    "date": 0.12,
    "name_changed": 0.14,
    "place": 0.15,
    "polarity": 0.09,
    "modality": 0.13,
    "attribution": 0.14,
}
SLIPS: dict[Operation, Finder] = {
    "number": number_slips,
    "date": date_slips,
    "name_changed": name_slips,
    "place": place_slips,
    "polarity": polarity_slips,
    "modality": modality_slips,
    "attribution": attribution_slips,
}


def plant(draft: Draft, desk: Desk, count: int) -> Draft:
    """Changes the meaning at so many places, each in a sentence whose meaning nobody changed before."""
    for _ in range(count):
        draft = _planted(draft, desk)
    return draft


def _planted(draft: Draft, desk: Desk) -> Draft:
    """Tries kinds and sentences in random order until a change fits; none may."""
    for kind in sorted(WEIGHTS, key=lambda kind: desk.chance.random() ** (1 / WEIGHTS[kind]), reverse=True):
        lines = [line for line in lines_of(draft) if line.told and not line.altered]
        desk.chance.shuffle(lines)
        for line in lines:
            slips = SLIPS[kind](line, draft, desk)
            if slips:
                return with_line(draft, line, _slipped(line, desk.chance.choice(slips), kind, desk))
    return draft


def _slipped(line: Line, slip: Slip, kind: Operation, desk: Desk) -> Line:
    text = line.text[: slip.start] + slip.after + line.text[slip.end :]
    new = replace(line.reworded(text), altered=True)
    before = line.text[slip.start : slip.end].strip()
    desk.note(kind, new, before, slip.after.strip(), changes_meaning=True)
    return new
