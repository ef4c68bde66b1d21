"""Phrases of a sentence to the places they name, each with its country: in a village of eastern Ukraine."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from retold.actors.dictionary import Dictionary
from retold.coding.places.countries import OWNING, PlaceCountries
from retold.coding.places.gazetteer import PlaceKind, words_of
from retold.coding.places.names import PlaceSpan, place_spans
from retold.coding.spellings import spelled
from retold.reading.parse import Reading, Word

# Links followed from a phrase down to a name: "at a rally on the outskirts of the town of ...".
_DEPTH = 4
_NARROWING = frozenset(("amod", "compound", "nmod", "advmod"))
_TOWNS = frozenset(("capital", "city", "town", "village", "port", "resort", "hamlet", "suburb", "settlement"))


@dataclass(frozen=True, slots=True)
class Place:
    """A place as the text names it: `name` is its `[start:end]`, with blanks for any gaps.

    `country`: ISO 3166-1 alpha-3, XKX for Kosovo; None when it is not known, or in no one state.
    """

    name: str
    country: str | None
    start: int
    end: int
    kind: PlaceKind


class PlacePhrases:
    """The places that phrases of one sentence name.

    near: countries known from elsewhere, for names that several have.
    """

    def __init__(self, reading: Reading, known: Dictionary, near: Sequence[str] = ()) -> None:
        self.reading = reading
        spans = place_spans(reading, known)
        self._at = {place: span for span in spans for place in range(span.first, span.last)}
        self._states = PlaceCountries(reading, known, self._at, near)

    def behind(self, word: Word, *, before: int | None = None, only_where: bool = False) -> Iterator[Place]:
        """The places that prepositions on a word lead to.

        before: only those that stand before this place. only_where: not those that need a town behind them, nor
        where somebody goes.
        """
        for child in self.reading.children(word):
            if child.dep == "prep" and (before is None or child.place < before):
                place = self._linked(word, child, 0, only_where=only_where)
                if place is not None:
                    yield place

    def named(self, thing: Word) -> Place | None:
        """The place that a noun with its modifiers names; None for other nouns."""
        return self._named(thing, (), 0)

    def counted(self, thing: Word, depth: int = 0) -> Iterator[Word]:
        """A noun, what is joined to it, and what stands behind its "of" when it only counts or is held by that.

        Dozens of people; the sidelines of a summit of the bloc.
        """
        yield thing
        follows = thing.lemma.lower() in words_of("amounts") | words_of("gatherings")
        for child in self.reading.children(thing):
            if child.dep == "conj":
                yield child
            elif child.dep == "prep" and child.text.lower() == "of" and follows and depth < _DEPTH:
                for inner in self.reading.children(child):
                    if inner.dep == "pobj":
                        yield from self.counted(inner, depth + 1)

    def _linked(self, word: Word, link: Word, depth: int, *, only_where: bool = False) -> Place | None:
        where, town = self._leads(word, link, only_where=only_where)
        if depth > _DEPTH or not (where or town):
            return None
        for child in self.reading.children(link):
            if child.dep == "prep":
                return self._linked(word, child, depth + 1)
            if child.dep == "pobj":
                place = self._named(child, (), depth)
                if place is None:
                    return self._where(child, depth) if link.text.lower() in words_of("leading") else None
                return place if where or place.kind in ("town", "division") else None
        return None

    def _leads(self, word: Word, link: Word, *, only_where: bool) -> tuple[bool, bool]:
        """Whether a preposition on a word leads to where it happens, and whether it does so to a town or division."""
        form, lemma = link.text.lower(), word.lemma.lower()
        if form in words_of("where"):
            return form != "in" or lemma not in words_of("elsewhere"), False
        if form == "on" and lemma in words_of("sites"):
            return True, False
        if form == "on" and any(
            thing.lemma.lower() in words_of("lands") for thing in self.reading.children(link)
        ):
            return True, False
        goes = any(
            form == one and lemma in words_of(moving)
            for one, moving in (("to", "goers"), ("from", "leavers"), ("through", "passers"))
        )
        upon = form in words_of("upon") and lemma in words_of("blows") | words_of("strikers")
        return goes and not only_where, upon

    def _where(self, thing: Word, depth: int) -> Place | None:
        """Where a thing is that is no place itself."""
        for one in self.counted(thing):
            if (
                thing.lemma.lower() in words_of("amounts")
                and one is not thing
                and (place := self._named(one, (), depth + 1))
            ):
                return place
            for child in self.reading.children(one):
                place = self._linked(one, child, depth + 1) if child.dep == "prep" else None
                if place and (
                    place.kind in ("town", "division") or one.lemma.lower() not in words_of("rulers")
                ):
                    return place
        return None

    def _named(self, thing: Word, owners: tuple[str, ...], depth: int) -> Place | None:
        span = self._at.get(thing.place)
        if span is not None:
            return self._place(span, span.first, span.last, owners)
        lemma = thing.lemma.lower()
        if lemma not in words_of("lands") and lemma not in words_of("sites"):
            return None
        owners = (*owners, *self._states.owning(thing))
        return (
            (self._of(thing, owners, depth) if depth < _DEPTH else None)
            or self._compound(thing, owners)
            or self._apposed(thing, owners)
            or self._owned(thing, owners)
        )

    def _of(self, thing: Word, owners: tuple[str, ...], depth: int) -> Place | None:
        """The city of X, the north of X; the border with X."""
        lemma = thing.lemma.lower()
        if lemma not in words_of("lands"):
            return None
        for link in self.reading[thing.place + 1 : thing.place + 2]:
            for child in self.reading.children(link) if link.text in ("of", "with") else ():
                if child.dep == "pobj" and (place := self._named(child, owners, depth + 1)):
                    if link.text == "with":
                        return self._bordering(thing, owners, place)
                    return self._part(thing, place) if lemma in words_of("parts") else place
        return None

    def _bordering(self, thing: Word, owners: tuple[str, ...], place: Place) -> Place | None:
        """A border with X is that of whoever it is said to be of, and of no one state otherwise."""
        if thing.lemma.lower() not in ("border", "frontier"):
            return None
        return self._spanned(thing.start, place.end, owners[0] if owners else None, "division")

    def _part(self, thing: Word, place: Place) -> Place:
        """Part of a state is no more than a division, of a town still a town."""
        kind: PlaceKind = "division" if place.kind in ("state", "wider") else "town"
        return self._spanned(thing.start, place.end, place.country, kind)

    def _compound(self, thing: Word, owners: tuple[str, ...]) -> Place | None:
        """Kharkiv region, Kabul airport."""
        for child in self.reading.children(thing):
            if child.dep in ("compound", "nmod", "amod") and (span := self._at.get(child.place)):
                if span.known.kind == "state" and thing.lemma.lower() in words_of("lands"):
                    continue
                wide = thing.lemma.lower() in words_of("lands") - _TOWNS
                return self._place(
                    span, span.first, thing.place + 1, owners, kind="division" if wide else "town"
                )
        return None

    def _apposed(self, thing: Word, owners: tuple[str, ...]) -> Place | None:
        """The town, Y; the border town Y."""
        for child in self.reading.children(thing):
            if child.dep == "appos" and (span := self._at.get(child.place)):
                return self._place(span, span.first, span.last, owners)
        return None

    def _owned(self, thing: Word, owners: tuple[str, ...]) -> Place | None:
        """The Syrian capital, Turkey's border: a place without a name, in a state with one."""
        if not owners or thing.lemma.lower() not in words_of("lands"):
            return None
        owner = next(
            (
                child
                for child in self.reading.children(thing)
                if child.dep in OWNING and self._states.named_by(child)
            ),
            None,
        )
        if owner is None:
            return None
        kind: PlaceKind = "town" if thing.lemma.lower() in _TOWNS else "division"
        country = owners[0] if len(set(owners)) == 1 else None
        first = self._at[owner.place].first if owner.place in self._at else owner.place
        return self._spanned(self.reading[first].start, thing.end, country, kind)

    def _place(
        self, span: PlaceSpan, first: int, last: int, owners: tuple[str, ...], kind: PlaceKind | None = None
    ) -> Place:
        """The place with what narrows it, which makes a division of a state, and the country that is meant."""
        begins = self._narrowed(first)
        country = self._states.of(span, owners)
        plainly = kind or span.known.kind
        if begins < first and plainly in ("state", "wider"):
            plainly = "division"
        return self._spanned(self.reading[begins].start, self.reading[last - 1].end, country, plainly)

    def _narrowed(self, first: int) -> int:
        """Where the words that narrow a name begin: eastern, north-eastern, occupied."""
        while first:
            before = self.reading[first - 1]
            hyphen = before.text in ("-", "‐") and first > 1
            adjective = self.reading[first - 2] if hyphen else before
            if adjective.text.lower() not in words_of("narrowing") or not (
                hyphen or adjective.dep in _NARROWING
            ):
                break
            first = adjective.place
        return first

    def _spanned(self, start: int, end: int, country: str | None, kind: PlaceKind) -> Place:
        return Place(spelled(self.reading, start, end), country, start, end, kind)
