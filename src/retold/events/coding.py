"""An article to its event mentions: who did what to whom, whether it happened, when and where."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retold.actors.dictionary import Dictionary
from retold.actors.mentions import FoundMention
from retold.events.acting import Acting
from retold.events.meanings import Meaning, Meanings
from retold.events.operators import ACTUAL, DEMANDED, DENIED, PLANNED, Code, under
from retold.events.parties import Parties
from retold.events.selection import confidence
from retold.events.status import Status, status_of
from retold.model import EventArgument, Modality, SentenceKind
from retold.reading.parse import Reading

PROFILE = "plover"
# Types that hit, or help, whoever is where they happen.
_STRIKING = frozenset(("AID", "RETREAT", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"))
THRESHOLD = 0.5
_THREATENED = frozenset(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "REJECT"))


@dataclass(frozen=True, slots=True, eq=False)
class CodedEvent:
    """An event as one sentence tells it. `actors`: the mentions behind its sources and targets."""

    code: Code
    meaning: Meaning
    reading: Reading
    status: Status
    modality: Modality
    polarity: bool
    arguments: tuple[EventArgument, ...]
    sources: tuple[FoundMention, ...]
    targets: tuple[FoundMention, ...]
    rules: tuple[str, ...]
    confidence: float

    def countries(self, role: str) -> list[str]:
        """Of its sources or its targets, as far as they are known."""
        found = self.sources if role == "source" else self.targets
        return [
            one.actor.resolved.country
            for one in found
            if one.actor and one.actor.resolved and one.actor.resolved.country
        ]


def events_of(
    reading: Reading,
    mentions: Sequence[FoundMention],
    text: str,
    profile: str = PROFILE,
    kind: SentenceKind = "body",
    known: Dictionary | None = None,
    published: date | None = None,
) -> list[CodedEvent]:
    """What one sentence tells, in order; text: the article's, in whose places the reading's words are."""
    acting = Acting(reading, mentions, known)
    meanings = Meanings(reading, acting.is_actor, acting.belongs, profile)
    parties = Parties(acting, meanings.frames, text)
    return [
        coded_meaning(
            meaning, status_of(reading, meaning.head, kind=kind, published=published), parties, profile
        )
        for meaning in meanings.all()
    ]


def coded_meaning(meaning: Meaning, status: Status, parties: Parties, profile: str) -> CodedEvent:
    """A meaning as it is told: its code under its status, with its parties."""
    if status.modality == "hypothetical" and _is_threat(meaning, parties.reading):
        status = replace(status, modality="planned")
    code, rule = _under(meaning, status, profile)
    modality, polarity = _literal(meaning, status)
    found = parties.of(
        meaning.head, meaning.sources, meaning.targets, meaning.together, code.event_type in _STRIKING
    )
    arguments = parties.arguments(found)
    return CodedEvent(
        code=code,
        meaning=meaning,
        reading=parties.reading,
        status=status,
        modality=modality,
        polarity=polarity,
        arguments=arguments,
        sources=tuple(one.found for one in found if one.role == "source" and one.found),
        targets=tuple(one.found for one in found if one.role == "target" and one.found),
        rules=(*([rule] if rule else []), *meaning.rules),
        confidence=confidence(meaning, status, arguments, parties.reading) * meaning.likely,
    )


def _under(meaning: Meaning, status: Status, profile: str) -> tuple[Code, str | None]:
    """The type under the status of the whole: what is planned or denied is another event."""
    if status.modality == "planned" and status.polarity:
        return under(PLANNED, meaning.code, profile), "planned"
    if status.modality == "denied" or not status.polarity:
        return under(DENIED, meaning.code, profile), "denied"
    if status.modality == "demanded" and meaning.operator not in ("demand", "advise"):
        return under(DEMANDED, meaning.code, profile), "demanded"
    return under(ACTUAL, meaning.code, profile), None


def _is_threat(meaning: Meaning, reading: Reading) -> bool:
    """Whether it is to happen unless something else does: they would strike unless wages rise."""
    if meaning.code.event_type not in _THREATENED:
        return False
    clauses = [one for one in reading.children(meaning.head) if one.dep == "advcl"]
    return any(one.text.lower() == "unless" for clause in clauses for one in reading.children(clause))


def _literal(meaning: Meaning, status: Status) -> tuple[Modality, bool]:
    """What is told of the literal event: by its own status, or by the operator above it."""
    if status.modality != "actual" or meaning.modality is None:
        return status.modality, status.polarity
    return meaning.modality, meaning.modality != DENIED
