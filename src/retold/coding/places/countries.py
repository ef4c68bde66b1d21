"""Names of places to the states they are in, by what qualifies them and by the other names of the sentence."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from retold.actors.dictionary import Dictionary, plain
from retold.coding.places.gazetteer import KINDS
from retold.coding.places.names import UNKNOWN, PlaceSpan
from retold.reading.parse import Reading, Word

OWNING = frozenset(("poss", "amod", "nmod", "compound"))
# Behind a name these lead to what it is in; to a name that no gazetteer has also what it is near.
_IN = frozenset(("in", "of"))
_NEAR = frozenset(("in", "of", "near", "outside"))
# As what the second name of "Homs, Syria" is read.
_BEHIND = frozenset(("appos", "conj", "npadvmod", "pobj", "dobj", "nmod", "dep", "attr", "oprd", "punct"))


class PlaceCountries:
    """The states of the places of one sentence.

    at: its names of places by the words in them. near: countries known from elsewhere, for names that several have.
    """

    def __init__(
        self, reading: Reading, known: Dictionary, at: Mapping[int, PlaceSpan], near: Sequence[str] = ()
    ) -> None:
        self._reading = reading
        self._known = known
        self._at = at
        self._near = tuple(near)

    def of(self, span: PlaceSpan, owners: tuple[str, ...]) -> str | None:
        """By what qualifies the name, then by the other names of the sentence, then the likeliest."""
        several = span.known.countries
        beside = tuple(self._beside(span))
        for country in (*beside, *owners):
            if country in several or span.known.kind != "state":
                return country
        if len(several) > 1:
            for country in (*self._elsewhere(span), *self._near):
                if country in several:
                    return country
        return several[0] if several and span.known.settled else None

    def _beside(self, span: PlaceSpan) -> Iterator[str]:
        """The state in "X, Y" and "X in Y"."""
        after = span.last
        if after + 1 < len(self._reading) and self._reading[after].text in (",", "("):
            yield from self._qualifying(span, self._at.get(after + 1))
        head = self._reading[span.last - 1]
        for link in self._reading.children(head):
            if link.dep == "prep" and link.text in (_NEAR if span.known is UNKNOWN else _IN):
                for thing in self._reading.children(link):
                    yield from self.named_by(thing)
                    for owner in self._reading.children(thing):
                        yield from self.named_by(owner) if owner.dep in OWNING else ()

    def _qualifying(self, span: PlaceSpan, other: PlaceSpan | None) -> Iterator[str]:
        if other is None or KINDS.index(other.known.kind) >= KINDS.index(span.known.kind):
            return
        word = self._reading[other.last - 1]
        following = self._reading[other.last].text.lower() if other.last < len(self._reading) else ""
        if word.dep in _BEHIND and other.known.kind != "wider" and following not in ("and", "or", "'s", "’s"):
            yield from sorted(other.known.countries, key=lambda one: one not in span.known.countries)

    def owning(self, thing: Word) -> Iterator[str]:
        """The states that a noun's adjectives and possessors name."""
        for child in self._reading.children(thing):
            if child.dep in OWNING:
                yield from self.named_by(child)

    def named_by(self, word: Word) -> tuple[str, ...]:
        """The state that a word names or is an adjective of, also as the end of two words: South Korean."""
        span = self._at.get(word.place)
        if span is not None:
            return span.known.countries[:1] if span.known.settled else ()
        if not word.text[:1].isupper():
            return ()
        two = plain(self._reading[word.place - 1].text + " " + word.text) if word.place else ()
        country = self._known.nations.get(two) or self._known.nations.get(plain(word.text))
        return (country,) if country else ()

    def _elsewhere(self, span: PlaceSpan) -> Iterator[str]:
        """The states that the rest of the sentence names."""
        for word in self._reading:
            other = self._at.get(word.place)
            if other is not span and (other is None or other.known.kind in ("state", "capital")):
                yield from self.named_by(word)
