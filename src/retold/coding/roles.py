"""The places that a pattern or an operator names for a role to the words there that can have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from retold.coding.frames.frames import Frames
from retold.reading.parse import Word


@dataclass(frozen=True, slots=True)
class Roles:
    """Who stands where in a sentence.

    `is_actor`: whether a word names somebody who can act, `belongs`: or something of theirs.
    """

    frames: Frames
    is_actor: Callable[[Word], bool]
    belongs: Callable[[Word], bool]

    def acting(self, word: Word, slots: Iterable[str], but: Iterable[Word] = ()) -> tuple[Word, ...]:
        """The first of the places that holds an actor, or else something of an actor's."""
        taken = {one.place for one in but}
        for stands in (self.is_actor, self.belongs):
            for slot in slots:
                things = (one for thing in self.frames.slot(word, slot) for one in self.frames.content(thing))
                found = tuple(one for one in things if stands(one) and one.place not in taken)
                if found:
                    return found
        return ()

    def parties(self, word: Word, slots: Iterable[str], but: Iterable[Word] = ()) -> tuple[Word, ...]:
        """The actors in the first place that has one; where none has, what stands in the first that is filled."""
        taken = {one.place for one in but}
        things = self.frames.first(word, (slot for slot in slots if slot != "mod"))
        return self.acting(word, slots, but) or tuple(one for one in things if one.place not in taken)
