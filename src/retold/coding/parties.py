"""The words in an event's roles to its actors; what else the clause has is taken for want of others, and marked."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from retold.actors.mentions import FoundMention
from retold.coding.acting import Acting
from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_verbal
from retold.coding.states import country_of
from retold.model import ArgumentRole, EventArgument
from retold.reading.parse import Word

_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "who", "which", "that", "him", "her", "them", "their", "his", "its")
)
_SAID = frozenset(("ccomp", "xcomp", "conj", "advcl", "parataxis", "relcl", "acl"))
# Clauses within a clause: what they name has another part in the news.
_OTHER_CLAUSES = frozenset(("relcl", "advcl", "ccomp", "parataxis", "appos"))
_WHERE = frozenset(("in", "at", "across", "near", "outside"))
# Those who act for no single state.
_MANY_STATES = frozenset(
    (
        *("alliance", "allies", "bloc", "community", "continent", "countries", "east", "europe", "europeans"),
        *("governments", "mediators", "nations", "neighbours", "neighbors", "powers", "states", "west"),
        "world",
    )
)
_TELLING = frozenset(("say", "report", "tell", "announce", "quote", "state"))


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role, and the words for it."""

    role: ArgumentRole
    word: Word
    found: FoundMention | None
    inferred: bool = False

    def is_within(self, other: Party) -> bool:
        """Whether both are the same words, or name the same actor."""
        own, theirs = (one.found.actor if one.found else None for one in (self, other))
        return self.word.place == other.word.place or (own is not None and own is theirs)


class Parties:
    """Finds the parties of a sentence's events."""

    def __init__(self, acting: Acting, frames: Frames, text: str) -> None:
        self.acting = acting
        self.frames = frames
        self.reading = acting.reading
        self.text = text

    def of(
        self,
        head: Word,
        sources: Iterable[Word],
        targets: Iterable[Word],
        together: bool,
        struck: bool = True,
        abroad: bool = False,
    ) -> list[Party]:
        """The parties of an event whose trigger is `head`.

        together: the targets are sources as well. struck: where it happened is whom it hits, if nobody else is.
        abroad: what is done is done to others, so that their state is not the state of those who do it.
        """
        ours = list(self._named("source", sources))
        theirs = [one for one in self._named("target", targets) if not any(map(one.is_within, ours))]
        if not any(one.found for one in ours):
            ours += self._missing_source(head, theirs)
        if ours and not any(country_of(one.found) for one in ours):
            home = self._domestic("source", ours[0].word, theirs) if not abroad else []
            ours += home or self._there(head, ours[0].word)
        if not any(country_of(one.found) for one in theirs) and not (together and len(ours) > 1):
            theirs += self._missing_target(head, ours, theirs, struck)
        if together:
            ours += [replace(one, role="source") for one in theirs]
        return _without_doubles([*ours, *theirs])

    def _named(self, role: ArgumentRole, words: Iterable[Word]) -> Iterator[Party]:
        for word in words:
            named = self.acting.all_of(word)
            yield from (Party(role, word, one) for one in named[1:])
            found = named[0] if named else None
            if found is None and word.text.lower() in _PRONOUNS:
                meant = self._subject_above(word)
                if meant is not None:
                    yield Party(role, meant, self.acting.of(meant), inferred=True)
                    continue
            found = found or self._deep(word)
            yield Party(role, word, found)
            states = self.acting.states_of(word)
            for state in states if country_of(found) is None else states[1:]:
                yield Party(role, word, state, inferred=True)

    def _deep(self, word: Word) -> FoundMention | None:
        """The first actor named anywhere in the phrase: crimes committed by Croat forces."""
        for one in self.reading.subtree(word):
            if one.place != word.place and (found := self.acting.named_by(one)):
                return found
        return None

    def _subject_above(self, word: Word) -> Word | None:
        """Whom "it" means in "Syria says it is willing": the subject of the clause above."""
        verb = next((one for one in self.reading.above(word) if is_verbal(one)), None)
        for one in self.reading.above(verb) if verb is not None else ():
            if is_verbal(one):
                subject = self.frames.slot(one, "subject")
                if subject and self.acting.of(subject[0]):
                    return subject[0]
        return None

    def _missing_source(self, head: Word, theirs: Sequence[Party]) -> list[Party]:
        """Whose the trigger is, or who is the subject of the clause above it."""
        taken = {country_of(one.found) for one in theirs}
        state = self.acting.state_of(head) if not is_verbal(head) else None
        if state is not None and country_of(state) not in taken:
            return [Party("source", head, state, inferred=True)]
        for one in (head, *self.reading.above(head)):
            if not is_verbal(one) or (one.lemma in _TELLING and one.place != head.place):
                continue
            for word in self.frames.slot(one, "subject"):
                found = self.acting.of(word)
                if found is not None and country_of(found) not in taken:
                    return [Party("source", word, found, inferred=True)]
        return []

    def _missing_target(
        self, head: Word, ours: Sequence[Party], theirs: Sequence[Party], struck: bool
    ) -> list[Party]:
        """Another actor of the clause, of another state if there is one; of targets without a state the source's."""
        taken = {one.found.actor.actor_id for one in ours if one.found and one.found.actor}
        states = {country_of(one.found) for one in ours}
        others = [
            (country_of(found) in states, Party("target", word, found, inferred=True))
            for word in self._clause(head)
            if word.place >= self.acting.first
            and not self.acting.takes_sides(word)
            and (struck or not self._says_where(word))
            and not self.acting.is_part_of_name(word)
            and (found := self.acting.named_by(word) or self.acting.state_of(word))
            and found.actor
            and country_of(found)
            and found.actor.actor_id not in taken
        ]
        if theirs and not any(not same for same, _ in others):
            return self._domestic("target", theirs[0].word, ours)
        return [min(others, key=lambda one: one[0])[1]] if others else []

    def _says_where(self, word: Word) -> bool:
        """Whether a place only says where something was."""
        return word.dep == "pobj" and self.reading.head(word).text.lower() in _WHERE

    def _domestic(self, role: ArgumentRole, word: Word, others: Sequence[Party]) -> list[Party]:
        """The state of the other side, where a side has none and the sentence names no second state."""
        if word.text.lower() in _MANY_STATES | _PRONOUNS:
            return []
        codes = {country for one in others if (country := country_of(one.found))}
        codes |= {country for place in self.reading if (country := country_of(self.acting.named_by(place)))}
        if len(codes) != 1:
            return []
        state = self.acting.state(codes.pop())
        return [Party(role, word, state, inferred=True)] if state else []

    def _there(self, head: Word, word: Word) -> list[Party]:
        """The state where it happened, of those who did it and have none: people blocked streets in Hong Kong."""
        if word.text.lower() in _MANY_STATES | _PRONOUNS:
            return []
        near = {head.place, *(child.place for child in self.reading.children(head))}
        for one in self._clause(head):
            if self._says_where(one) and self.reading.head(self.reading.head(one)).place in near:
                state = self.acting.state_of(one)
                if state is not None:
                    return [Party("source", word, state, inferred=True)]
        return []

    def _clause(self, head: Word) -> Iterator[Word]:
        """The words of the trigger's own clause behind it, then those before it."""
        top = head
        for one in self.reading.above(head):
            if is_verbal(top):
                break
            top = one
        words = self._own(top)
        yield from (word for word in words if word.place > head.place)
        yield from (word for word in words if word.place < head.place)
        yield from self._purpose(top)

    def _purpose(self, verb: Word) -> Iterator[Word]:
        """The words of what it was done for, or unless what: a hunger strike to protest against Sweden's decision."""
        for child in self.reading.children(verb):
            if child.dep in ("advcl", "xcomp") and any(_opens(one) for one in self.reading.children(child)):
                yield from self._own(child)
                yield from self._purpose(child)

    def _own(self, word: Word) -> list[Word]:
        """The words of a clause without those of the clauses within and beside it, in order."""
        found, waiting = [word], [word]
        while waiting:
            for child in self.reading.children(waiting.pop()):
                if child.dep not in _OTHER_CLAUSES and not (child.dep == "conj" and is_verbal(child)):
                    found.append(child)
                    waiting.append(child)
        return sorted(found, key=lambda one: one.place)

    def arguments(self, parties: Iterable[Party]) -> tuple[EventArgument, ...]:
        """The parties as the table has them."""
        found = []
        for one in parties:
            start, end = self.acting.phrase(one.word)
            actor_id = one.found.actor.actor_id if one.found and one.found.actor else None
            found.append(EventArgument(one.role, start, end, self.text[start:end], actor_id, one.inferred))
        return tuple(found)


def _opens(word: Word) -> bool:
    """Whether a word opens a clause of purpose or condition."""
    return word.tag == "TO" or (word.dep == "mark" and word.text.lower() in ("unless", "if", "until"))


def _without_doubles(parties: Iterable[Party]) -> list[Party]:
    """Each actor once in a role."""
    kept: list[Party] = []
    seen: set[tuple[str, str | int]] = set()
    for one in parties:
        own = (one.role, one.found.actor.actor_id if one.found and one.found.actor else one.word.place)
        if own not in seen:
            kept.append(one)
        seen.add(own)
    return kept
