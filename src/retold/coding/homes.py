"""Those whose state nothing names to the state that must be theirs: where it happened, or whose the others are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass

from retold.actors.mentions import FoundMention
from retold.coding.acting import Acting
from retold.coding.chains import Chains
from retold.coding.deeds import Deed
from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_verbal
from retold.coding.states import country_of
from retold.coding.word_classes import word_classes
from retold.reading.parse import Word

_WORDS = word_classes("parties.toml")
_STATELESS = _WORDS["many_states"] | _WORDS["pronouns"] | _WORDS["speakers"]
_TELLING, _LOCAL = _WORDS["telling"], _WORDS["local"]
_ELSEWHERE = _WORDS["from_afar"] | _WORDS["foreign"]
_LAID, _WIDE, _WATERS = _WORDS["laid"], _WORDS["wide"], _WORDS["waters"]


@dataclass(frozen=True, slots=True)
class Homes:
    """The states of those in a sentence who have none by name. All that is found here is inferred."""

    acting: Acting
    chains: Chains
    frames: Frames

    def of(
        self,
        word: Word,
        head: Word,
        deed: Deed,
        others: Iterable[FoundMention | None],
        apart: Iterable[FoundMention | None],
    ) -> FoundMention | None:
        """The state of who or what has a role in the event of which `head` is the trigger.

        others: who has the other role. apart: of them those whose state cannot be this one's.
        """
        if self._has_none(word):
            return None
        there = self.place(head, wide=deed.struck)
        if there is not None or word.lemma.lower() in _LAID:
            return there
        only = self._only(head, others, {country_of(one) for one in apart})
        return only or self._teller(head) or (self._filed() if deed.struck else None)

    def _has_none(self, word: Word) -> bool:
        """Whether no single state is theirs, or another than where they are."""
        before = {one.text.lower() for one in self.acting.reading.children(word) if one.place < word.place}
        wide = not _WIDE.isdisjoint(before) or word.text.lower() in _STATELESS | _WIDE | _WATERS
        return wide or word.lemma.lower() in _ELSEWHERE

    def place(self, head: Word, wide: bool) -> FoundMention | None:
        """The state where it happened; wide: whatever in the clause says so, not only beside the trigger."""
        near = {head.place, *(child.place for child in self.acting.reading.children(head))}
        for word in (*self.chains.clause(head), *self.chains.occasions(head)):
            if not self.chains.says_where(word) or word.place < self.acting.first:
                continue
            if wide or self._hangs_on(word) in near:
                state = self.acting.state_around(word)
                if state is not None:
                    return state
        return None

    def _hangs_on(self, word: Word) -> int:
        """The place of what a word behind a preposition, or behind two, belongs to."""
        link = self.acting.reading.head(word)
        if link.text.lower() == "of":
            link = self.acting.reading.head(link)
        return link.head

    def _only(
        self, head: Word, others: Iterable[FoundMention | None], apart: Set[str | None]
    ) -> FoundMention | None:
        """The state of the other side, where the clause names no second one."""
        codes = {country for one in others if (country := country_of(one))}
        codes |= {country for one in self._named(head) if (country := country_of(one))}
        codes -= apart
        return self.acting.state(codes.pop()) if len(codes) == 1 else None

    def _named(self, head: Word) -> Iterator[FoundMention]:
        for word in self.chains.clause(head):
            if (
                word.place >= self.acting.first
                and not self.acting.takes_sides(word)
                and not self.chains.is_beside(word, head)
            ):
                found = self.acting.named_by(word)
                if country_of(found) is None:
                    found = self.acting.state_named(word)
                if found is not None:
                    yield found

    def _teller(self, head: Word) -> FoundMention | None:
        """The state of whoever tells of it or is the subject above it, if they tell of their own place."""
        for one in self.acting.reading.above(head):
            if is_verbal(one):
                for word in self.frames.slot(one, "subject"):
                    if one.lemma not in _TELLING or word.lemma.lower() in _LOCAL:
                        found = self.acting.of(word)
                        state = found if country_of(found) else self.acting.state_of(word)
                        if state is not None and (code := country_of(state)):
                            return self.acting.state(code)
        return None

    def _filed(self) -> FoundMention | None:
        """The state of the town where the news was filed, where the sentence itself names none."""
        words = self.acting.reading.words[self.acting.first :]
        if any(country_of(self.acting.named_by(one)) or self.acting.state_named(one) for one in words):
            return None
        return self.acting.filed()
