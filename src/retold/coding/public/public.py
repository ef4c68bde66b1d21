"""An event to whether it is public: PLOVER codes politics, not business, sport, art, science or private life.

Asked of the words in its roles and of what stands beside its trigger, by the classes of words in public.toml.
"""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_verbal
from retold.coding.meaning import Meaning
from retold.coding.parties import Parties
from retold.coding.public.mishaps import is_mishap
from retold.coding.public.rhetoric import Rhetoric
from retold.coding.public.standing import WORDS, Standing, Standings
from retold.reading.parse import Reading, Word

# What people and firms do every day; what hits somebody, or is done for all to see, is public whoever does it.
_WORDS_AND_DEALS = frozenset(
    ("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
)
_FRIENDLY = frozenset(("AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE"))
_MEASURES = frozenset(("RETREAT", "SANCTION", "COERCE", "MOBILIZE"))
# What those who play against each other do as if they were at war or in council.
_PLAYED = frozenset((*_FRIENDLY, "ASSAULT", "RETREAT"))
_CRIMES = frozenset(("abduct", "sexual", "firearms", "torture", "primitive", "explosives"))
# What prosecutors do where nobody is named who does it.
_LEGAL = frozenset(("allege", "investigate"))
_PRIVATE = frozenset((Standing.PRIVATE, Standing.BUSINESS))
_OF_PLAYERS = frozenset(("release", "resign", "restrict", None))
# What happened then or there is not what is done.
_ASIDE = frozenset(("after", "before", "during", "following", "near", "outside", "since", "until"))
# Without a known public party an event falls below the usual threshold, unless its sentence speaks of politics.
_FULL, _DOUBTFUL, _UNKNOWN, _NONE = 1.0, 0.7, 0.6, 0.3


class Publicity:
    """Judges the events of a sentence; of_accident: of an article that tells of an accident and of no violence."""

    def __init__(self, parties: Parties, of_accident: bool = False) -> None:
        self.of_accident = of_accident
        self.standings = Standings(parties.acting, parties.frames)
        self.rhetoric = Rhetoric(self.standings)
        self.frames = parties.frames
        self.reading = parties.reading

    def share(self, meaning: Meaning, event_type: str, known: bool) -> float:
        """How likely an event is public, 0 to 1; known: whether a state or one of its bodies is among its actors."""
        sources = [self.standings.of(word) for word in meaning.sources]
        targets = [self.standings.of(word) for word in meaning.targets]
        if not targets and not _PRIVATE.intersection(sources):
            targets = [self.standings.of(word) for word in self._around(meaning.head)]
        if sources and set(sources) == {Standing.THING}:
            return _NONE
        if self._is_routine(meaning, targets) or _is_a_state(meaning, self.reading):
            return _NONE
        if is_mishap(meaning, self.standings, self.of_accident) or self.rhetoric.is_contest(meaning):
            return _NONE
        if event_type in _PLAYED and self._is_played(meaning):
            return _NONE
        literal = meaning.literal.event_type
        if event_type in _WORDS_AND_DEALS and literal in _WORDS_AND_DEALS:
            return self._of_words(meaning, event_type, sources, targets, known)
        deed = event_type if event_type in _MEASURES else literal
        return _NONE if self._is_private_deed(meaning, deed, sources, targets) else _FULL

    def _of_words(
        self,
        meaning: Meaning,
        event_type: str,
        sources: list[Standing],
        targets: list[Standing],
        known: bool,
    ) -> float:
        """What is said, agreed or given is public if somebody public does it, or it is done to them."""
        parties = {*sources, *targets}
        if Standing.PUBLIC in parties:
            return _NONE if self._is_private_visit(meaning, event_type, sources) else _FULL
        if self._is_about_politics(meaning) or (meaning.code.mode in _LEGAL and not sources):
            return _FULL if known else _DOUBTFUL
        helped = event_type == "AID" and known and _PRIVATE.isdisjoint(sources)
        if (parties & _PRIVATE and not helped) or Standing.THING in sources:
            return _NONE
        if event_type in _FRIENDLY and sources and parties == {Standing.CIVIL}:
            return _NONE
        if self._stands_beside(meaning, "field"):
            return _NONE
        return _FULL if known else _UNKNOWN

    def _is_private_deed(
        self, meaning: Meaning, event_type: str, sources: list[Standing], targets: list[Standing]
    ) -> bool:
        if event_type == "PROTEST":
            return meaning.code.mode != "boycott" and self._is_played(meaning)
        if targets and set(targets) == {Standing.THING} and set(sources) <= {*_PRIVATE, Standing.THING}:
            return True
        if event_type in _MEASURES:
            return self._is_private_measure(meaning, sources, targets)
        if event_type != "ASSAULT":
            return False
        doing = self.frames.slot(meaning.core, "subject") if is_verbal(meaning.core) else ()
        if doing and all(map(_is_abstract, doing)):
            return True
        if any(one.lemma.lower() in WORDS["pitch"] for one in self.frames.slot(meaning.core, "object")):
            return True
        players = bool(sources) and all(map(self._is_player, meaning.sources))
        return players and meaning.code.mode not in _CRIMES

    def _is_private_visit(self, meaning: Meaning, event_type: str, sources: list[Standing]) -> bool:
        """A choir tours Japan: who is in private life and meets nobody but a country."""
        states = all(word.pos == "PROPN" for word in meaning.targets)
        return event_type in _FRIENDLY and bool(sources) and set(sources) == {Standing.PRIVATE} and states

    def _is_private_measure(self, meaning: Meaning, sources: list[Standing], targets: list[Standing]) -> bool:
        """A manager who is sacked, a founder who resigns, a striker who is let go."""
        if Standing.PUBLIC in sources:
            return False
        if meaning.code.mode in _OF_PLAYERS and self._stands_beside(meaning, "match"):
            return Standing.PUBLIC not in targets
        if meaning.code.event_type not in _MEASURES:
            return False
        among = bool(targets) and set(targets) <= _PRIVATE
        if not sources:
            return among and meaning.code.mode is None
        return among or (set(sources) <= {*_PRIVATE, Standing.THING} and Standing.PUBLIC not in targets)

    def _is_routine(self, meaning: Meaning, targets: list[Standing]) -> bool:
        """Advice to anybody; a house that debates a bill; a court that decides between private parties."""
        sources = {word.lemma.lower() for word in meaning.sources if word.entity != "ORG" or word.begins}
        if not sources or len(sources) < len(meaning.sources):
            return False
        if sources == {"you"}:
            return True
        if meaning.operator == "discuss" and not meaning.targets:
            return sources <= WORDS["house"] or self._stands_beside(meaning, "field")
        said = meaning.code.event_type in _WORDS_AND_DEALS
        if said and sources <= WORDS["court"]:
            return bool(targets) and set(targets) <= {*_PRIVATE, Standing.THING}
        kind = meaning.code.event_type in _FRIENDLY and sources <= WORDS["town_office"]
        return kind and Standing.PUBLIC not in targets

    def _is_about_politics(self, meaning: Meaning) -> bool:
        """Whether somebody public, or a matter of politics, stands in what the trigger governs."""
        governed = [
            one
            for one in self.frames.slot(meaning.head, "object")
            if meaning.operator is not None or one not in meaning.trigger
        ]
        if any(
            self.standings.is_common(one) and self.standings.of(one) is Standing.PUBLIC for one in governed
        ):
            return True
        below = (one for one in self.reading.subtree(meaning.head) if one not in meaning.trigger)
        return any(one.lemma.lower() in WORDS["matter"] for one in below)

    def _around(self, head: Word) -> Iterator[Word]:
        """Whose the talks or the deal are that the trigger is said of."""
        for place in ("subject", "object"):
            for inner in ("between", "with", "against", "by", "poss"):
                yield from self.frames.slot(head, f"{place}.{inner}")

    def _is_played(self, meaning: Meaning) -> bool:
        """Spain and Portugal meet in the final; their ministers may do so at one."""
        if meaning.code.mode in _CRIMES or not all(map(self.standings.may_play, meaning.sources)):
            return False
        return bool(meaning.sources) and self._stands_beside(meaning, "match")

    def _is_player(self, word: Word) -> bool:
        """Athletes and artists, who attack what they play; firms and families do not."""
        return word.lemma.lower() in WORDS["private"] and self.standings.of(word) is Standing.PRIVATE

    def _stands_beside(self, meaning: Meaning, field: str) -> bool:
        """Whether a word of a field is what the trigger is done to, or stands behind a preposition of it."""
        words = [*meaning.trigger, *self._beside(meaning.head), *self._beside(meaning.core)]
        return any(one.lemma.lower() in WORDS[field] for one in words)

    def _beside(self, word: Word) -> Iterator[Word]:
        things = self.frames.slot(word, "object")
        yield from (*things, *self.frames.slot(word, "acomp"))
        for one in (word, *things):
            for link in self.reading.children(one):
                if link.dep == "prep" and link.text.lower() not in _ASIDE:
                    yield from inside_of(self.frames, link)


def _is_abstract(word: Word) -> bool:
    """Whether a noun is for what is thought, felt or counted: criticism, scepticism, rents."""
    lemma = word.lemma.lower()
    ends = lemma.endswith(tuple(WORDS["abstract_ends"])) and lemma not in WORDS["somebody"]
    return word.pos == "NOUN" and (ends or lemma in WORDS["abstract"])


def _is_a_state(meaning: Meaning, reading: Reading) -> bool:
    """What is so and nobody does: what the law prohibits, power that is out, what was told behind closed doors."""
    lemma = meaning.core.lemma.lower()
    if lemma == "behind":
        return reading.head(meaning.core).lemma.lower() not in ("be", "stand")
    if lemma in WORDS["forbidding"]:
        ruled = all(one.lemma.lower() in WORDS["rules"] for one in meaning.sources)
        return ruled and (bool(meaning.sources) or meaning.core.tag == "VBN")
    nobody = not meaning.sources and not meaning.targets
    return nobody and meaning.literal.event_type == "COERCE" and meaning.literal.mode == "withhold"


def inside_of(frames: Frames, link: Word) -> Iterator[Word]:
    """What stands behind a preposition, and what that is of: in the third season of the series."""
    for thing in frames.reading.children(link):
        if thing.dep == "pobj":
            yield thing
            yield from frames.slot(thing, "of")
