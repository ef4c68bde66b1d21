"""A meaning under its status to what is meant by it: what they would do if ... threatens, what should be is asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.operators import Code
from retold.coding.lexicon.patterns import classes
from retold.coding.meaning import Meaning
from retold.coding.status.status import Status
from retold.reading.parse import Word

_THREATENED = frozenset(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "REJECT"))
_FIRM = frozenset(("will", "'ll", "’ll", "shall", "would", "'d", "’d"))
_SPEAKERS = frozenset(("it", "they", "he", "she", "we", "i"))
_FORCE = Code("THREATEN", "violence")
_DEMANDING = frozenset(("demand", "advise", "want", "order", "announce"))
# How likely it is an event that something is not ruled out, or somebody willing, where nobody knows what it is.
_VAGUE = 0.3


def as_meant(meaning: Meaning, status: Status, frames: Frames) -> tuple[Meaning, Status]:
    """The meaning and the status, of a threat the ones that it has as one, of a demand with who asks whom."""
    coming = replace(status, modality="planned", polarity=True)
    if meaning.operator == "exclude" and not status.polarity:
        return _not_excluded(meaning, frames), coming
    if meaning.operator == "willing" and len(meaning.rules) == 1 and status.polarity:
        return replace(meaning, likely=_VAGUE), status
    if _is_threat(meaning, status, frames):
        return meaning, coming
    if status.modality == "demanded" and meaning.operator not in _DEMANDING and is_verbal(meaning.head):
        return _asked(meaning, frames), status
    return meaning, status


def _not_excluded(meaning: Meaning, frames: Frames) -> Meaning:
    """What may come by its own type, force as a threat."""
    if len(meaning.rules) > 1:
        return replace(meaning, code=meaning.literal)
    named = {one.lemma.lower() for one in (meaning.core, *frames.slot(meaning.core, "of"))}
    named |= {one.lemma.lower() for one in frames.slot(meaning.core, "mod")}
    if named & classes()["forceful"]:
        return replace(meaning, code=_FORCE, literal=_FORCE)
    return replace(meaning, likely=_VAGUE)


def _is_threat(meaning: Meaning, status: Status, frames: Frames) -> bool:
    """Whether they will do it unless something else is done, or say they will not hesitate."""
    if meaning.operator == "hesitate":
        return not status.polarity
    if status.modality != "hypothetical" or meaning.code.event_type not in _THREATENED:
        return False
    conditions = set(_conditions(meaning.head, frames))
    if "unless" in conditions:
        return True
    children = frames.reading.children(meaning.head)
    firm = any(one.tag == "MD" and one.text.lower() in _FIRM for one in children)
    return "if" in conditions and firm and _is_speakers(meaning, frames)


def _conditions(head: Word, frames: Frames) -> Iterator[str]:
    for clause in frames.reading.children(head):
        if clause.dep == "advcl":
            yield from (one.text.lower() for one in frames.reading.children(clause) if one.dep == "mark")


def _is_speakers(meaning: Meaning, frames: Frames) -> bool:
    """Whether who says it says it of themselves, or it is said by nobody."""
    above = _saying(meaning.head, frames)
    if above is None:
        return meaning.head.dep in ("ROOT", "conj")
    return bool(meaning.sources) and all(
        one.text.lower() in _SPEAKERS or one in frames.slot(above, "subject") or frames.slot(one, "poss")
        for one in meaning.sources
    )


def _asked(meaning: Meaning, frames: Frames) -> Meaning:
    """What somebody is told to do: they are asked, by who says or wants it."""
    above = _saying(meaning.head, frames)
    asking = frames.slot(above, "subject") if above is not None else ()
    if not meaning.sources or set(asking) & set(meaning.sources):
        return meaning
    return replace(meaning, sources=asking, targets=meaning.sources)


def _saying(head: Word, frames: Frames) -> Word | None:
    """The verb that a clause hangs on as what is said or wanted."""
    above = frames.reading.head(head)
    return above if head.dep in ("ccomp", "xcomp") and is_verbal(above) else None
