"""A predicate to whether a novel, a film or a game tells it."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.frames.frames import Frames
from retold.coding.frames.voice import is_verbal
from retold.coding.public.standing import WORDS
from retold.reading.parse import Word


class Fiction:
    """What of a sentence happens in works of the imagination only."""

    def __init__(self, frames: Frames) -> None:
        self.frames = frames
        self.reading = frames.reading

    def tells(self, head: Word) -> bool:
        """Whether it happens in a novel, a film or a game, or one of its characters tells it."""
        below = head
        for one in (head, *self.reading.above(head)):
            if is_verbal(one) and self._tells_fiction(one, within=one.place != head.place):
                return True
            linked = below.dep in ("relcl", "acl") or (below.dep == "prep" and below.text.lower() == "about")
            if linked and one.place != head.place and self._is_work(one):
                return True
            below = one
        return False

    def _tells_fiction(self, verb: Word, within: bool) -> bool:
        acting = self.frames.slot(verb, "subject")
        if any(one.lemma.lower() in WORDS["character"] for one in acting):
            return True
        if within and any(map(self._is_work, acting)) and verb.lemma.lower() in WORDS["telling"]:
            return True
        inside = (
            link
            for link in self.reading.children(verb)
            if link.dep == "prep" and link.text.lower() in ("in", "throughout")
        )
        return any(self._is_work(one) for link in inside for one in inside_of(self.frames, link))

    def _is_work(self, word: Word) -> bool:
        """A season of a series is; an episode of violence is not."""
        of = self.frames.slot(word, "of")
        return word.lemma.lower() in WORDS["fiction"] and all(map(self._is_work, of))


def inside_of(frames: Frames, link: Word) -> Iterator[Word]:
    """What stands behind a preposition, and what that is of: in the third season of the series."""
    for thing in frames.reading.children(link):
        if thing.dep == "pobj":
            yield thing
            yield from frames.slot(thing, "of")
