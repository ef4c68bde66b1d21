"""The place of an event as the text names it, by what hangs on its predicate and on its arguments.

An article's dateline is no place of an event: it tells where the report was written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.actors.dictionary import Dictionary
from retold.coding.places.gazetteer import KINDS, words_of
from retold.coding.places.names import place_spans
from retold.coding.places.phrases import Place, PlacePhrases
from retold.reading.parse import Reading, Word

__all__ = ["Place", "place_of", "place_spans"]

_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_OBJECT = frozenset(("dobj", "nsubjpass"))
_OBJECTS = frozenset(("dobj", "nsubjpass", "attr", "dative", "oprd"))
_LINKS = frozenset(("prep", "agent", "dative"))
_CLAUSES = frozenset(("acl", "relcl"))
_VERBS = frozenset(("VERB", "AUX"))


def place_of(reading: Reading, word: Word, known: Dictionary, near: Sequence[str] = ()) -> Place | None:
    """Where the happening that a predicate names took place, or None where its clause does not say so.

    near: countries known from elsewhere (a dateline), for a name that several countries have. A narrower place on an
    argument is taken before a wider one of the same country: "In Ukraine, a missile hit a market in Kharkiv".
    """
    found: Place | None = None
    for place in _Where(PlacePhrases(reading, known, near), word).places():
        if found is None or _better(place, found):
            found = place
    return found


def _better(place: Place, found: Place) -> bool:
    """Whether a place tells more than the one found before: it is narrower, or its country is known."""
    if found.country is None:
        return found.kind != "wider" and place.country is not None
    return place.country == found.country and KINDS.index(place.kind) > KINDS.index(found.kind)


@dataclass(frozen=True, slots=True)
class _Where:
    """The places that belong to a predicate, the nearest first."""

    phrases: PlacePhrases
    word: Word

    def places(self) -> Iterator[Place]:
        yield from self._on_itself()
        if self.word.pos in _VERBS:
            yield from self._as_object()
        yield from self._on_arguments()
        if self.word.pos not in _VERBS:
            yield from self._of_its_name()
            yield from self._of_its_verb()
        else:
            yield from self._on_subject()

    @property
    def _reading(self) -> Reading:
        return self.phrases.reading

    def _on_itself(self) -> Iterator[Place]:
        yield from self.phrases.behind(self.word)
        if self.word.dep == "conj" and not self._child(_SUBJECTS):
            yield from self._before_both()

    def _before_both(self) -> Iterator[Place]:
        """A place at the beginning holds for several predicates: In Paris, they marched and sang."""
        head = self._reading.head(self.word)
        subject = self._reading.child(head, *_SUBJECTS)
        if subject is not None:
            yield from self.phrases.behind(head, before=subject.place)

    def _child(self, deps: frozenset[str]) -> Word | None:
        return self._reading.child(self.word, *deps)

    def _as_object(self) -> Iterator[Place]:
        """The object of a verb like "shell" or "visit" is where it happens."""
        lemma = self.word.lemma.lower()
        if lemma not in words_of("strikers") | words_of("enterers"):
            return
        thing = self._child(_OBJECT) or self._misread()
        place = self._place_named(thing) if thing is not None else None
        if place and (lemma in words_of("enterers") or place.kind in ("town", "division")):
            yield place

    def _place_named(self, thing: Word) -> Place | None:
        """The place that a noun names; a town that the parser takes for a person is one."""
        place = self.phrases.named(thing)
        return None if place and place.kind == "town" and thing.entity == "PERSON" else place

    def _misread(self) -> Word | None:
        """A name right behind a verb that the parser takes for an adverb is its object."""
        return next(
            (
                child
                for child in self._reading.children(self.word)
                if child.dep in ("advmod", "npadvmod")
                and child.pos == "PROPN"
                and child.place == self.word.place + 1
            ),
            None,
        )

    def _on_arguments(self) -> Iterator[Place]:
        for child in self._reading.children(self.word):
            if child.dep in _OBJECTS:
                yield from self._there(child)
            elif child.dep in _LINKS:
                for thing in self._reading.children(child):
                    if thing.dep == "pobj" and self._takes_part(child, thing):
                        yield from self._there(thing)

    def _takes_part(self, link: Word, thing: Word) -> bool:
        """Whether a preposition leads to somebody or something in the event, and not to what it is about."""
        form = link.text.lower()
        if form == "on":
            struck = self.word.lemma.lower() in words_of("blows") | words_of("strikers")
            return struck or thing.lemma.lower() in words_of("amounts")
        return form in words_of("taking_part")

    def _on_subject(self) -> Iterator[Place]:
        subject = self._child(frozenset(("nsubj",)))
        if subject is not None:
            yield from self._there(subject)

    def _there(self, thing: Word) -> Iterator[Place]:
        """Where an argument is; officials in a capital are a government, a war may be spoken of from elsewhere."""
        own = self.word.lemma.lower()
        if thing.lemma.lower() in words_of("happenings") and own not in words_of("hosts") | words_of(
            "strikers"
        ):
            return
        for one in self.phrases.counted(thing):
            for place in self.phrases.behind(one, only_where=True):
                if place.kind in ("town", "division") or one.lemma not in words_of("rulers"):
                    yield place

    def _of_its_name(self) -> Iterator[Place]:
        """A town or division that an event's name has: the Kharkiv offensive, the shelling of Aleppo."""
        for child in self._reading.children(self.word):
            things = [child] if child.dep in ("compound", "nmod") else []
            if child.dep == "prep" and child.text.lower() == "of":
                things = [thing for thing in self._reading.children(child) if thing.dep == "pobj"]
            for thing in things:
                place = self._place_named(thing)
                if place and place.kind in ("town", "division"):
                    yield place

    def _of_its_verb(self) -> Iterator[Place]:
        """Where it was held, or did what it did: talks were held in Geneva, the blast killed nine in Homs."""
        for child in self._reading.children(self.word):
            if child.dep in _CLAUSES and child.lemma.lower() in words_of("hosts"):
                yield from self.phrases.behind(child)
        head = self._reading.head(self.word)
        if self.word.dep not in ("dobj", "nsubj", "nsubjpass") or head.lemma.lower() not in words_of("hosts"):
            return
        yield from self.phrases.behind(head)
        thing = self._reading.child(head, "dobj")
        if thing is not None and thing is not self.word:
            yield from self._there(thing)
            place = self.phrases.named(thing) if head.lemma.lower() in words_of("strikers") else None
            if place and place.kind in ("town", "division"):
                yield place
