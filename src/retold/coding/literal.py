"""What is told of the event that an operator governs: tried to seize it, ordered them to leave, prevented a coup."""

from __future__ import annotations

from collections.abc import Mapping

from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.operators import DENIED
from retold.coding.meaning import Meaning
from retold.coding.status.status import Status, status_of
from retold.model import Modality
from retold.reading.parse import Reading

# Operators that leave it to the literal event's own words how it is told, and what these may say.
_OPEN: tuple[Modality, ...] = ("planned", "hypothetical")
_TELLING: Mapping[str | None, tuple[Modality, ...]] = {
    **dict.fromkeys(("plan", "promise", "offer", "vow", "invite", "ready", "willing"), _OPEN),
    **dict.fromkeys(("do", "order"), (*_OPEN, "demanded", "denied")),
    **dict.fromkeys(("prevent", "cancel"), ("denied",)),
}
# The rules of an operator right above a pattern.
_PAIR = 2


def literal_telling(meaning: Meaning, status: Status, reading: Reading) -> tuple[Modality, bool]:
    """The modality and polarity of the literal event; status: of the whole."""
    if status.modality != "actual" or meaning.operator is None:
        return status.modality, status.polarity
    core = status_of(reading, meaning.core) if _is_told_by_core(meaning) else status
    if core.modality in _TELLING.get(meaning.operator, ()):
        return core.modality, core.polarity
    if meaning.modality is None:
        return status.modality, status.polarity
    return meaning.modality, meaning.modality != DENIED


def _is_told_by_core(meaning: Meaning) -> bool:
    """Whether the literal event stands right under the operator, and is not itself what the operator does.

    Who orders an arrest has it done; a strike that is called off has been on.
    """
    if meaning.operator == "order" and not is_verbal(meaning.core):
        return False
    called_off = meaning.operator != "cancel" or meaning.code.event_type == "REJECT"
    return len(meaning.rules) == _PAIR and called_off
