"""The tellings of one report to its edition: passage by passage the text as it probably stood, and what varies."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from retold.model import ConsensusPassage, Variant
from retold.renditions.apparatus import apparatus
from retold.renditions.consensus import consensus_passage
from retold.renditions.places import places
from retold.renditions.telling import Telling
from retold.renditions.variants import left_out, moved_passages, out_of_order, variants_at


@dataclass(frozen=True, slots=True)
class EditedPassage:
    """A passage as it probably stood, and its variants in the order of the fullest wording's words."""

    consensus: ConsensusPassage
    variants: tuple[Variant, ...]


def edition(
    report_id: str, tellings: Sequence[Telling], weights: Mapping[str, float]
) -> Iterator[EditedPassage]:
    """The passages of a report in order.

    weights: article id to what it counts for when a reading is chosen (the share of an independent branch it stands
    for); a wording none of whose articles has a weight counts 1, however many have it. `Variant.preferred` is the
    reading with most weight, None when two have as much; its `confidence` says how sure it is that the readings
    stand in one slot, 0 to 1. The passages of a telling count as told in the order in which its mapping has them. The
    result does not depend on the order of the tellings.
    """
    moved = moved_passages(tellings)
    for passage in sorted({passage for telling in tellings for passage in telling.passages}):
        told = {
            telling.article_id: telling.passages[passage]
            for telling in tellings
            if passage in telling.passages
        }
        laid_out = apparatus(told)
        conflicting = places(laid_out)
        found = variants_at(report_id, passage, laid_out, conflicting, weights)
        without = sorted(telling.article_id for telling in tellings if passage not in telling.passages)
        if without:
            found.append(left_out(report_id, passage, told, without))
        if passage in moved:
            found.append(out_of_order(report_id, passage, told, moved[passage]))
        yield EditedPassage(
            consensus_passage(report_id, passage, laid_out, conflicting, weights), tuple(found)
        )
