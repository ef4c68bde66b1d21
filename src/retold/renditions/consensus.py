"""The readings of one passage to its text as it probably stood."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from retold.model import Choice, ConsensusPassage
from retold.renditions.apparatus import Apparatus
from retold.renditions.places import Place
from retold.renditions.support import Supported, preferred, readings, text_at, weight_of


def consensus_passage(
    report_id: str,
    passage: int,
    laid_out: Apparatus,
    varying: Sequence[Place],
    weights: Mapping[str, float],
) -> ConsensusPassage:
    """The passage in the wording with most weight and the best supported readings.

    weights: as for `edition.edition`. Between wordings of equal weight the fuller one is the base. A reading of the
    base is replaced only where another has more weight, or the base's is damaged.
    """
    heaviest = [-weight_of(witness, weights) for witness in laid_out.witnesses]
    base = heaviest.index(min(heaviest))
    text, choices = _put_in(laid_out, base, varying, weights)
    told_by = sorted(name for witness in laid_out.witnesses for name in witness.article_ids)
    return ConsensusPassage(
        report_id, passage, text, laid_out.witnesses[base].article_ids, tuple(told_by), choices
    )


def _put_in(
    laid_out: Apparatus, base: int, varying: Sequence[Place], weights: Mapping[str, float]
) -> tuple[str, tuple[Choice, ...]]:
    """The base's text with the preferred readings in their places."""
    witness = laid_out.witnesses[base]
    made: list[str] = []
    choices: list[Choice] = []
    end = length = 0
    for place in sorted(
        (place for place in varying if base in place.spans), key=lambda place: place.spans[base]
    ):
        start, after = witness.wording.span(*place.spans[base])
        if start < end:
            continue  # inside a place already chosen
        own = text_at(witness, place.spans[base])
        chosen = _chosen(readings(laid_out, place, weights), place, base)
        put = own if chosen is None or base in chosen.witnesses else chosen.text
        made += [witness.wording.text[end:start], put]
        length += start - end
        if chosen is not None:
            replaced = own if put != own else None
            choices.append(Choice(length, length + len(put), put, replaced, place.kind, chosen.article_ids))
        length += len(put)
        end = after
    return "".join([*made, witness.wording.text[end:]]), tuple(choices)


def _chosen(found: Sequence[Supported], place: Place, base: int) -> Supported | None:
    """The preferred reading, without one that of the base; None when all read alike."""
    if len(found) < 2:
        return None
    return preferred(place.kind, found) or next(reading for reading in found if base in reading.witnesses)
