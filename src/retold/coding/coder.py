"""A sentence to its events: who did what to whom, whether it happened, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from retold.actors.dictionary import Dictionary
from retold.actors.mentions import FoundMention
from retold.coding.acting import Acting
from retold.coding.deeds import deed_of
from retold.coding.lexicon.operators import ACTUAL, DEMANDED, DENIED, PLANNED, Code, under
from retold.coding.literal import literal_telling
from retold.coding.meaning import Meaning
from retold.coding.meanings import Meanings
from retold.coding.parties import Parties
from retold.coding.public.public import Publicity
from retold.coding.selection import confidence, relation
from retold.coding.states import countries_of, country_of, is_political
from retold.coding.status.fiction import fiction
from retold.coding.status.status import Status, status_of
from retold.coding.threats import as_meant
from retold.model import EventArgument, Modality, SentenceKind
from retold.reading.parse import Reading

PROFILE = "plover"
# Events less sure than this are left out: at .6 gold sentences tell .17 to .22 events beside the annotated one.
THRESHOLD = 0.6
# Links from a word to the root above which a sentence is no prose: news has up to 40, a list of all states 200. What
# recurses down the tree stays within Python's stack so.
DEEPEST = 100
# How much less likely what nobody does is an event: skepticism hurt them.
_BY_NOBODY = 0.5
# The same for what somebody only asks or warns of.
_LEFT_OPEN = 0.5


@dataclass(frozen=True, slots=True, eq=False)
class CodedEvent:
    """An event as one sentence tells it.

    `sources`, `targets`: the mentions behind them. `weight`: by what its confidence was multiplied because of what
    its words and parties are; 1 for most.
    """

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
    weight: float
    confidence: float

    def countries(self, role: str) -> list[str]:
        """Of its sources or its targets, as far as they are known."""
        return countries_of(self.sources if role == "source" else self.targets)


def events_of(
    reading: Reading,
    mentions: Sequence[FoundMention],
    text: str,
    profile: str = PROFILE,
    kind: SentenceKind = "body",
    known: Dictionary | None = None,
    published: date | None = None,
    of_accident: bool = False,
) -> list[CodedEvent]:
    """What one sentence tells, in order; text: the article's, in whose places the reading's words are.

    of_accident: whether the article tells of an accident and of no violence, so that its dead are nobody's deed.
    Nothing for a list without end, parsed as a tree deeper than `DEEPEST`.
    """
    if _is_too_deep(reading):
        return []
    acting = Acting(reading, mentions, known)
    meanings = Meanings(
        reading, acting.is_actor, acting.belongs, profile, lambda word: country_of(acting.of(word))
    )
    parties = Parties(acting, meanings.frames, text)
    return [
        coded_meaning(meaning, _status(meaning, reading, kind, published), parties, profile, of_accident)
        for meaning in meanings.all()
        if fiction(reading, meaning.head) is None
    ]


def _status(meaning: Meaning, reading: Reading, kind: SentenceKind, published: date | None) -> Status:
    """Whether the event happened; of what is announced, whether that is told as planned or possible."""
    own = status_of(reading, meaning.head, kind=kind, published=published)
    if meaning.operator == "announce" and own.modality == "actual":
        told = status_of(reading, meaning.core, kind=kind, published=published)
        if told.modality in ("planned", "hypothetical") and told.polarity:
            return told
    return own


def _is_too_deep(reading: Reading) -> bool:
    return any(next(islice(reading.above(word), DEEPEST, None), None) is not None for word in reading)


def coded_meaning(
    meaning: Meaning, status: Status, parties: Parties, profile: str, of_accident: bool = False
) -> CodedEvent:
    """A meaning as it is told: its code under its status, with its parties."""
    publicity = Publicity(parties, of_accident)
    meaning = publicity.rhetoric.as_said(meaning)
    meaning, status = as_meant(meaning, status, parties.frames)
    code, rule = _under(meaning, status, profile)
    modality, polarity = literal_telling(meaning, status, parties.reading)
    found = parties.of(
        meaning.head,
        parties.doers(meaning.sources, meaning.head) if meaning.operator == "announce" else meaning.sources,
        meaning.targets,
        meaning.together,
        deed_of(code, meaning.code),
    )
    arguments = parties.arguments(found)
    sources = tuple(one.found for one in found if one.role == "source" and one.found)
    targets = tuple(one.found for one in found if one.role == "target" and one.found)
    between = relation(countries_of(sources), countries_of(targets))
    weight = _weight(meaning, status, parties) * publicity.share(
        meaning, code.event_type, any(map(is_political, (*sources, *targets)))
    )
    return CodedEvent(
        code=code,
        meaning=meaning,
        reading=parties.reading,
        status=status,
        modality=modality,
        polarity=polarity,
        arguments=arguments,
        sources=sources,
        targets=targets,
        rules=(*([rule] if rule else []), *meaning.rules),
        weight=weight,
        confidence=weight * confidence(meaning, status, arguments, parties.reading, between),
    )


def _weight(meaning: Meaning, status: Status, parties: Parties) -> float:
    """How much less likely an event is that nobody does, or that somebody only asks or warns of."""
    by_nobody = _BY_NOBODY if parties.is_done_by_nobody(meaning.sources) else 1.0
    return meaning.likely * by_nobody * (_LEFT_OPEN if status.left_open else 1.0)


def _under(meaning: Meaning, status: Status, profile: str) -> tuple[Code, str | None]:
    """The type under the status of the whole: what is planned or denied is another event."""
    if status.modality == "planned" and status.polarity:
        return under(PLANNED, meaning.code, profile), "planned"
    if status.modality == "denied" or not status.polarity:
        return under(DENIED, meaning.code, profile), "denied"
    if status.modality == "demanded" and meaning.operator not in ("demand", "advise", "want"):
        return under(DEMANDED, meaning.code, profile), "demanded"
    return under(ACTUAL, meaning.code, profile), None
