"""Weights of the evidence about parents, fitted on simulated genealogies.

    .venv/bin/python bench/calibrate_stemma.py

Writes src/retold/renditions/stemma_weights.toml. Among all possible parents of a telling and the lost original, the
probability of the true one: two rounds of a conditional logistic model, and a third with units (stemma_network.py).
Apart for reports with times and without. Every genealogy comes twice, with its true passages and with those of the
collation: weights fitted on true ones alone take the collation's misalignments for testimony. Takes about 25 minutes
on one core.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from retold.renditions.arborescence import arborescence
from retold.renditions.stemma_characters import Characters, characters
from retold.renditions.stemma_judgement import Evidence, first_round, next_round
from retold.renditions.stemma_scores import Weights, table_of
from retold.renditions.stemma_wordings import Wording, wordings
from simulation.base_texts import base_texts
from simulation.genealogies import Genealogy
from stemma_network import Known, fitted_network, fitted_sum
from stemma_samples import HELD_OUT, Sample, drawn, samples
from stemma_scribes import tradition

# Seeds, and how many genealogies of each; a third of them are held out.
DRAWN = ((11, 1200), (12, 900))
# How many undated traditions of scribes beside them, and their seed.
SCRIBES = (150, 11)
DIGITS = 4
WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "retold" / "renditions" / "stemma_weights.toml"

Rounds = dict[str, Weights]


@dataclass(frozen=True, slots=True)
class Case:
    """A genealogy's distinct wordings, their characters, and each one's true parent (n: the lost original).

    `half`: 0 or 1; the same for all copies of one text.
    """

    found: list[Wording]
    characters: Characters
    first: Evidence
    parents: list[int]
    half: int


def case(sample: Sample) -> Case:
    found = wordings(sample.tellings)
    places = {
        telling.article_id: place for place, wording in enumerate(found) for telling in wording.tellings
    }
    read = characters([wording.told for wording in found])
    parents = [_parent(sample, places, one) for one in found]
    return Case(found, read, first_round(found, read), parents, crc32(sample.group.encode()) % 2)


def _parent(sample: Sample, places: dict[str, int], wording: Wording) -> int:
    """The wording from which the first of its tellings comes that does not come from another of them."""
    own = places[wording.first.article_id]
    above = [sample.parents[telling.article_id] for telling in wording.tellings]
    outside = [parent for parent in above if parent is None or places[parent] != own]
    lost = len(set(places.values()))
    return lost if not outside or outside[0] is None else places[outside[0]]


def after(cases: Sequence[Case], evidence: Sequence[Evidence], weights: Weights) -> list[Evidence]:
    """The evidence of the next round, in the light of the trees that these weights make of this round's."""
    found = []
    for one, given in zip(cases, evidence, strict=True):
        odds = given.log_probabilities(weights)
        found.append(next_round(one.first, one.characters, arborescence(odds), odds))
    return found


def all_rounds(cases: Sequence[Case]) -> Rounds:
    """Weights of the three rounds. Each learns from trees made by weights fitted on the other half of the texts."""
    evidence = [one.first for one in cases]
    halves = [[place for place, one in enumerate(cases) if one.half == half] for half in (0, 1)]
    found: Rounds = {}
    for turn in ("first", "second"):
        found[turn] = fitted_sum(_known(cases, evidence, range(len(cases))))
        later: dict[int, Evidence] = {}
        for own, others in (halves, halves[::-1]):
            weights = fitted_sum(_known(cases, evidence, others))
            chosen = [cases[place] for place in own], [evidence[place] for place in own]
            later |= dict(zip(own, after(*chosen, weights), strict=True))
        evidence = [later[place] for place in range(len(cases))]
    found["third"] = fitted_network(_known(cases, evidence, range(len(cases))))
    return found


def _known(cases: Sequence[Case], evidence: Sequence[Evidence], places: Sequence[int]) -> Known:
    return [(evidence[place], cases[place].parents) for place in places]


def toml(weights: Mapping[str, Rounds]) -> str:
    """The weights as a data file."""
    header = (
        "# Who was made from whom: weights of the evidence in stemma_readings.py, stemma_stamps.py, stemma_lost.py\n"
        "# and stemma_rounds.py, written by bench/calibrate_stemma.py from simulated genealogies (numbers only).\n"
        "# A list: the weight in the sum, then in each unit (stemma_scores.py).\n"
    )
    parts = [
        "\n".join(
            [f"[{kind}.{turn}]", *(f"{name} = {value}" for name, value in table_of(row, DIGITS).items())]
        )
        for kind, rounds in weights.items()
        for turn, row in rounds.items()
    ]
    return header + "\n\n".join(parts) + "\n"


def traditions(count: int, seed: int) -> list[Sample]:
    """Scribes' copies of texts that are not held out."""
    chance = random.Random(seed)
    texts = [text for text in base_texts() if crc32(text.group.encode()) % HELD_OUT]
    found = []
    for number in range(count):
        sentences = itertools.chain(*chance.choice(texts).paragraphs)
        found.append(tradition(f"s{number}", " ".join(sentences), chance))
    return found


def cases_of(genealogies: Sequence[Genealogy], *, times: bool) -> list[Case]:
    """Every genealogy twice: with its true passages and with those that the collation finds."""
    ways = [samples(genealogies, times=times, collated=collated) for collated in (False, True)]
    return [case(one) for way in ways for one in way] + (
        [] if times else [case(one) for one in traditions(*SCRIBES)]
    )


def main() -> None:
    chosen = [one for seed, count in DRAWN for one in drawn(count, seed, held_out=False)]
    weights = {kind: all_rounds(cases_of(chosen, times=kind == "dated")) for kind in ("dated", "undated")}
    WEIGHTS.write_text(toml(weights), encoding="utf-8")


if __name__ == "__main__":
    main()
