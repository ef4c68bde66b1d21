"""An event noun to those in its own phrase, each with how far it acts or is acted upon."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from retold.coding.between.words import is_a
from retold.coding.frames.frames import Frames
from retold.reading.parse import Reading, Word

_NAMES = frozenset(("PERSON", "ORG", "NORP"))

# How sure a place tells its part: one is what the grammar says outright.
SURE, LIKELY, PERHAPS = 1.0, 0.7, 0.4


@dataclass(frozen=True, slots=True)
class Part:
    """Who stands in a place of a predicate. `acts`: 1 who surely does it, -1 to whom it is surely done.

    `alone`: only the word itself does, not what its phrase names besides.
    """

    word: Word
    acts: float
    place: str
    alone: bool = False

    def times(self, factor: float) -> Part:
        """The same, less sure."""
        return replace(self, acts=self.acts * factor)


class Nouns:
    """The parts in the phrases of one sentence's event nouns.

    `is_state`: whether a word names a state or its people.
    """

    def __init__(
        self, reading: Reading, frames: Frames, is_state: Callable[[Word], bool] | None = None
    ) -> None:
        self.reading = reading
        self.frames = frames
        self._is_state = is_state or (lambda word: word.entity == "NORP")

    def standing(self, word: Word, places: tuple[str, ...], acts: float) -> Iterator[Part]:
        """Whoever stands in these places of a word, each with the same part."""
        for place in places:
            for one in self.frames.slot(word, place):
                yield Part(one, acts, place)

    def of(self, noun: Word) -> Iterator[Part]:
        """Those who stand in the phrase of an event noun."""
        lemma = noun.lemma.lower()
        to_whom = is_a(lemma, "done_to") or (lemma.endswith("ing") and not is_a(lemma, "done_by"))
        yield from self.standing(noun, ("by",), SURE)
        told = any(self.frames.slot(noun, place) for place in ("of", "on", "against"))
        yield from self.standing(noun, ("poss",), SURE if told or not to_whom else -LIKELY)
        yield from self.standing(
            noun, ("of",), LIKELY if is_a(lemma, "done_by") and not self._carried(noun) else -SURE
        )
        yield from self.standing(noun, ("on", "against", "upon", "at", "to", "into", "toward"), -SURE)
        yield from self.standing(
            noun, ("with", "for", "over"), -PERHAPS if is_a(lemma, "mutual") else -LIKELY
        )
        yield from self.standing(noun, ("from",), LIKELY)
        yield from self.standing(noun, ("in", "near", "outside", "inside", "as", "about"), -PERHAPS)
        for one in self.frames.slot(noun, "mod"):
            yield Part(one, self._of_modifier(one, to_whom or is_a(lemma, "inquiry"), told), "mod")

    def _carried(self, noun: Word) -> bool:
        """Whether a verb says who does what the noun tells: voiced support of the president."""
        verb = self.reading.head(noun)
        return (
            noun.dep == "dobj"
            and bool(self.frames.slot(verb, "subject"))
            and not is_a(verb.lemma, "regard", "undergo")
        )

    def _of_modifier(self, word: Word, to_whom: bool, told: bool) -> float:
        """The Israeli attack, rebel bombings; the pub bombings, the Manchester attack, a terrorist investigation."""
        if is_a(word.lemma, "doer"):
            return -LIKELY if to_whom else LIKELY
        if word.entity in _NAMES or self._is_state(word) or is_a(word.lemma, "armed"):
            return -PERHAPS if to_whom and not told and word.entity == "PERSON" else LIKELY
        return -PERHAPS
