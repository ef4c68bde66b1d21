"""The words in an event's roles to its actors; what else the clause has is taken for want of others, and marked."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import replace

from retold.actors.mentions import FoundMention
from retold.coding.acting import Acting
from retold.coding.chains import Chains
from retold.coding.deeds import Deed
from retold.coding.frames.frames import Frames
from retold.coding.frames.noun_phrases import is_reciprocal
from retold.coding.frames.voice import is_verbal
from retold.coding.homes import Homes
from retold.coding.lexicon.patterns import classes
from retold.coding.party import Party, actor_of, has_place, own_place, without_doubles, without_nobodies
from retold.coding.standing_for import is_fought, is_no_doer, is_of_telling, only_tells
from retold.coding.states import country_of, names_state
from retold.coding.word_classes import word_classes
from retold.model import ArgumentRole, EventArgument
from retold.reading.parse import Word

_WORDS = word_classes("parties.toml")
_PRONOUNS, _TELLING, _FOREIGN = _WORDS["pronouns"], _WORDS["telling"], _WORDS["foreign"]
_SPEAKERS, _WIDE = _WORDS["speakers"], _WORDS["wide"]


class Parties:
    """Finds the parties of a sentence's events."""

    def __init__(self, acting: Acting, frames: Frames, text: str) -> None:
        self.acting = acting
        self.frames = frames
        self.reading = acting.reading
        self.chains = Chains(acting.reading)
        self.homes = Homes(acting, self.chains, frames)
        self.text = text

    def of(
        self, head: Word, sources: Iterable[Word], targets: Iterable[Word], together: bool, deed: Deed
    ) -> list[Party]:
        """The parties of an event whose trigger is `head`; together: the targets are sources as well."""
        told = tuple(sources)
        ours = list(self._named("source", told))
        theirs = self._others("target", targets, ours)
        met = list(theirs)
        if not any(one.found for one in ours) and not any(word.text.lower() in _WIDE for word in told):
            ours += self._missing_source(head, theirs)
        ours += self._home("source", head, ours, theirs, deed)
        if not any(country_of(one.found) for one in theirs) and not (together and len(ours) > 1):
            theirs += self._missing_target(head, ours, theirs, deed)
        ours += self._home("source", head, ours, theirs, deed)
        ours += self._unseen(head, ours, deed)
        if together:
            ours += [replace(one, role="source") for one in met]
        return without_doubles(without_nobodies([*ours, *theirs], deed))

    def doers(self, words: Iterable[Word], verb: Word) -> tuple[Word, ...]:
        """Of the subjects of a verb of announcing those who may have a part in what it announces."""
        return tuple(word for word in words if not only_tells(verb, word, self.acting.of(word)))

    def is_done_by_nobody(self, words: Sequence[Word]) -> bool:
        """Whether all that is told as a source is no actor and could be none."""
        return bool(words) and all(is_no_doer(word) and self.acting.of(word) is None for word in words)

    def _others(self, role: ArgumentRole, words: Iterable[Word], ours: Sequence[Party]) -> list[Party]:
        """Those in the words who are not on our side, or all of us to each other."""
        told = tuple(words)
        if any(is_reciprocal(self.reading, word) for word in told):
            return [replace(one, role=role) for one in ours]
        own = {one.word.place for one in ours}
        found = [
            replace(one, found=None) if one.found and self._is_from_clause(one, own) else one
            for one in self._named(role, told)
        ]
        return [one for one in found if not any(self._is_same(one, other) for other in ours)]

    def _is_from_clause(self, one: Party, own: Container[int]) -> bool:
        """Whether a phrase has its actor from a clause on it that tells of this very deed: the base [Iran bombed]."""
        named = self.acting.of(one.word) is not None
        return not named and any(word.place in own for word in self.reading.subtree(one.word))

    def _is_same(self, one: Party, other: Party) -> bool:
        """Whether two parties are the same words, or words that name the same actor: not a state and its students."""
        own, theirs = (party.found.actor if party.found else None for party in (one, other))
        named = all(self.acting.named_by(party.word) is party.found for party in (one, other))
        return one.word.place == other.word.place or (own is not None and own is theirs and named)

    def _named(self, role: ArgumentRole, words: Iterable[Word]) -> Iterator[Party]:
        for word in self._fought(words) if role == "target" else words:
            named = self.acting.all_of(word)
            yield from (Party(role, word, one, joined=has_place(one)) for one in named[1:])
            found = named[0] if named else None
            if found is None and (meant := self._named_before(word)) is not None:
                if word.text.lower() not in _PRONOUNS:
                    yield Party(role, word, None)
                yield from (replace(one, inferred=True) for one in self._named(role, (meant,)))
                continue
            if found is None and (inner := self._deep(word)) is not None:
                found = self.acting.named_by(inner)
                word = inner if is_verbal(word) else word
            yield Party(role, word, found)
            states = self.acting.states_of(word) or self._those_of(word, found)
            if states and country_of(found) is None:
                yield Party(role, word, states[0], inferred=True)
            for state in states[1:]:
                yield Party(role, word, state, inferred=not has_place(state), joined=has_place(state))

    def _fought(self, words: Iterable[Word]) -> Iterator[Word]:
        """Of wars and battles those they are fought against."""
        for word in words:
            against = self.frames.first(word, ("against", "with", "on")) if is_fought(word) else ()
            yield from against or (word,)

    def _those_of(self, word: Word, found: FoundMention | None) -> list[FoundMention]:
        """Whose a group is that has no state: Red Cross workers."""
        owner = self.acting.owner_of(word) if found is not None else None
        return [owner] if owner is not None and country_of(owner) else []

    def _named_before(self, word: Word) -> Word | None:
        """Whom a pronoun means, or whose something is by one: Mali said [its army] had taken the town."""
        owner = self.reading.child(word, "poss")
        back = word.text.lower() in _PRONOUNS | _SPEAKERS or (owner is not None and owner.tag == "PRP$")
        return self._subject_above(word) if back else None

    def _deep(self, word: Word) -> Word | None:
        """The first word for an actor anywhere in the phrase: crimes committed by Croat forces."""
        inside = (one for one in self.reading.subtree(word) if one.place != word.place)
        return next((one for one in inside if self.acting.named_by(one)), None)

    def _subject_above(self, word: Word) -> Word | None:
        """Whom "it" means in "Syria says it is willing": the subject of the clause above."""
        verb = next((one for one in self.reading.above(word) if is_verbal(one)), None)
        told = word.text.lower() in _SPEAKERS or any(
            one.text.lower() in _SPEAKERS for one in self.reading.children(word)
        )
        for one in self.reading.above(verb) if verb is not None else ():
            if is_verbal(one) and (not told or one.lemma in _TELLING):
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
                if found is not None and country_of(found) not in taken and not only_tells(one, word, found):
                    return [Party("source", word, found, inferred=True)]
            if one.dep == "conj" and self.frames.slot(one, "subject"):
                break
        return []

    def _home(
        self, role: ArgumentRole, head: Word, ours: Sequence[Party], theirs: Sequence[Party], deed: Deed
    ) -> list[Party]:
        """The state of those in a role who have none."""
        known = any(country_of(one.found) for one in ours)
        if not ours or known or is_no_doer(ours[0].word) or (deed.abroad and role == "source"):
            return []
        apart = [one for one in theirs if self._tells_nothing(one, deed)]
        others = [one.found for one in theirs if one not in apart]
        person = ours[0].word.lemma.lower() in classes()["person_word"]
        if role == "target" and deed.attack and not person and any(map(self._is_state, theirs)):
            return []
        state = self.homes.of(ours[0].word, head, deed, others, [one.found for one in apart])
        return [Party(role, ours[0].word, state, inferred=True)] if state else []

    def _is_state(self, one: Party) -> bool:
        """Whether a state itself is told of, not its people."""
        found = self.acting.named_by(one.word)
        return not one.inferred and found is not None and found is one.found and names_state(found)

    def _tells_nothing(self, one: Party, deed: Deed) -> bool:
        """Whether a party's state is not that of the other side: an ambassador's, or one that words are about."""
        return one.word.lemma.lower() in _FOREIGN or (not deed.struck and self._is_state(one))

    def _unseen(self, head: Word, ours: Sequence[Party], deed: Deed) -> list[Party]:
        """Of what nobody is named to have done, the state where it was done: two men were arrested in Cairo."""
        if ours or not deed.at_home or not is_verbal(head):
            return []
        state = self.homes.place(head, wide=True)
        named = state is not None and has_place(state)
        return [Party("source", head, state, inferred=True, joined=named)] if state else []

    def _missing_target(
        self, head: Word, ours: Sequence[Party], theirs: Sequence[Party], deed: Deed
    ) -> list[Party]:
        """Another actor of the clause, of another state if there is one; of targets without a state the source's."""
        named = [one for one in ours if not one.inferred]
        taken = {one.found.actor.actor_id for one in named if one.found and one.found.actor}
        states = {country_of(one.found) for one in ours}
        others = [
            (country_of(found) in states, Party("target", word, found, inferred=True))
            for word in self._candidates(head, deed)
            if (found := self.acting.named_by(word) or self.acting.state_of(word))
            and found.actor
            and country_of(found)
            and found.actor.actor_id not in taken
            and all(word.place != one.word.place for one in ours)
        ]
        if theirs and not any(not same for same, _ in others):
            return self._home("target", head, theirs, ours, deed)
        if deed.inward and not theirs:
            return [replace(one, role="target", inferred=True) for one in ours if country_of(one.found)][:1]
        return [min(others, key=lambda one: one[0])[1]] if others else []

    def _candidates(self, head: Word, deed: Deed) -> Iterator[Word]:
        """The words that may name whom it was done to, where no place for that is filled."""
        yield from (
            word
            for word in (*self.chains.clause(head), *self.chains.purposes(head))
            if word.place >= self.acting.first
            and not is_verbal(word)
            and not is_of_telling(self.reading, word)
            and not self._tells(word)
            and not self.acting.takes_sides(word)
            and (deed.struck or not self.chains.says_where(word))
            and not self.acting.is_part_of_name(word)
            and not self.chains.is_beside(word, head)
        )
        if deed.struck:
            yield from (word for word in self.chains.occasions(head) if self.chains.says_where(word))
        if deed.answering:
            yield from self.chains.reasons(head)

    def _tells(self, word: Word) -> bool:
        """Whether a word is the subject of a verb that only tells of the event."""
        verb, found = self.reading.head(word), self.acting.named_by(word)
        return word.dep == "nsubj" and verb.lemma in _TELLING and only_tells(verb, word, found)

    def arguments(self, parties: Iterable[Party]) -> tuple[EventArgument, ...]:
        """The parties as the table has them."""
        found = []
        for one in parties:
            start, end = own_place(one) or self.acting.phrase(one.word)
            found.append(
                EventArgument(one.role, start, end, self.text[start:end], actor_of(one), one.inferred)
            )
        return tuple(found)
