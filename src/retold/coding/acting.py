"""Words of a sentence to the actors they stand for, by the article's mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from retold.actors.dictionary import Dictionary, Words, dictionary, plain
from retold.actors.mentions import FoundMention
from retold.coding.datelines import first_word
from retold.coding.states import names_state, state_mention
from retold.reading.parse import Reading, Word

_NAMING = frozenset(("PERSON", "ORG", "GPE", "NORP"))
_PRONOUNS = frozenset(
    ("he", "she", "they", "it", "we", "him", "her", "them", "us", "his", "their", "its", "who")
)
# Modifiers that say whose or of where a noun is, the surest first, and prepositions that do.
_OWNING = ("poss", "compound", "amod", "nmod")
_OF = ("of", "from", "by")
_WHERE = ("in", "throughout", "across", "at", "near", "around", "inside", "outside", "on")
# What is no part of a noun phrase's name.
_APART = frozenset(("relcl", "acl", "advcl", "conj", "cc", "punct", "appos", "preconj"))
_LATER = frozenset(
    ("det", "poss", "amod", "compound", "nmod", "nummod", "quantmod", "advmod", "predet", "npadvmod")
)
_NUMBERS = frozenset(("DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"))
_SIDES = frozenset(("anti", "pro", "non"))
_BACKED = frozenset(
    (
        *("backed", "led", "aligned", "allied", "supported", "funded", "sponsored", "trained", "made"),
        *("based", "brokered"),
    )
)
_DEEPEST = 2


class Acting:
    """Who a word of the sentence stands for."""

    def __init__(
        self, reading: Reading, mentions: Iterable[FoundMention], known: Dictionary | None = None
    ) -> None:
        self.reading = reading
        self.known = known or dictionary()
        self.first = first_word(reading)
        named = _by_place(reading, mentions)
        self._at = {place: found for place, found in named.items() if place >= self.first}

    def named_by(self, word: Word) -> FoundMention | None:
        """The mention that the word itself is part of."""
        return self._at.get(word.place)

    def is_part_of_name(self, word: Word) -> bool:
        """Whether a name's head is another word of it."""
        named, head = self.named_by(word), self.reading.head(word)
        return named is not None and head.place != word.place and self.named_by(head) is named

    def of(self, word: Word) -> FoundMention | None:
        """The actor that a noun with its modifiers stands for: itself, or else whose it is."""
        return self.named_by(word) or self._owner(word)

    def all_of(self, word: Word) -> list[FoundMention]:
        """The same, and those joined to whose it is: ambassadors of France, Spain and Italy."""
        first = self.of(word)
        return [first, *self._beside(first, word)] if first is not None else []

    def states_of(self, word: Word) -> list[FoundMention]:
        """The states that `state_of` a phrase begins with: the ministers of France, Spain and Italy."""
        first = self.state_of(word)
        if first is None:
            return []
        return [first, *(one for one in self._beside(first, word) if names_state(one))]

    def _beside(self, first: FoundMention, word: Word) -> Iterator[FoundMention]:
        """Those joined to a name that stands within the phrase and is not the phrase's own."""
        if self.named_by(word) is first:
            return
        inside = next(
            (one for one in self.reading if self.named_by(one) is first and one.place != word.place), None
        )
        for one in self._joined(inside) if inside is not None else ():
            if (found := self.named_by(one)) is not None and found is not first:
                yield found

    def _joined(self, word: Word) -> Iterator[Word]:
        """Words joined by "and" to a word or to the head of its name."""
        for child in self.reading.children(word):
            if child.dep == "conj":
                yield child
                yield from self._joined(child)

    def _owner(self, word: Word, depth: int = 0) -> FoundMention | None:
        children = self.reading.children(word)
        for dep in _OWNING:
            for child in children:
                if child.dep == dep and not self.takes_sides(child) and (found := self.named_by(child)):
                    return found
        if depth < _DEEPEST:
            for thing in self._behind(word, _OF):
                if found := self.named_by(thing) or self._owner(thing, depth + 1):
                    return found
        return None

    def takes_sides(self, word: Word) -> bool:
        """Whether a name says whose side somebody is on, not whose they are: anti-Syria, Russian-backed."""
        before = [one.text.lower() for one in self.reading[max(0, word.place - 2) : word.place]]
        after = [one.text.lower() for one in self.reading[word.place + 1 : word.place + 3]]
        return (before[1:] == ["-"] and before[0] in _SIDES) or (
            after[:1] == ["-"] and after[1:] != [] and after[1] in _BACKED
        )

    def _behind(self, word: Word, prepositions: Sequence[str]) -> Iterator[Word]:
        for name in prepositions:
            for link in self.reading.children(word):
                if link.dep in ("prep", "agent") and link.text.lower() == name:
                    yield from (thing for thing in self.reading.children(link) if thing.dep == "pobj")

    def is_actor(self, word: Word) -> bool:
        """Whether a word names somebody who acts or is acted upon."""
        if word.entity in _NUMBERS:
            return False
        return self.named_by(word) is not None or word.entity in _NAMING or word.text.lower() in _PRONOUNS

    def belongs(self, word: Word) -> bool:
        """Whether it names an actor or something of an actor's: the Iranian tanker."""
        if self.is_actor(word):
            return True
        if word.entity in _NUMBERS or word.pos not in ("NOUN", "PROPN"):
            return False
        return self._owner(word) is not None or (word.pos == "PROPN" and self._state_named(word) is not None)

    def state_of(self, word: Word) -> FoundMention | None:
        """The state that the phrase names as whose or where its noun is: protesters in Cairo, the town of Gorazde."""
        own = self._state_named(word)
        if own is not None:
            return own
        for child in self.reading.children(word):
            if child.dep in _OWNING and not self.takes_sides(child) and (found := self._state_named(child)):
                return found
        for thing in self._behind(word, (*_OF, *_WHERE)):
            if found := self.state_of(thing):
                return found
        return None

    def _state_named(self, word: Word) -> FoundMention | None:
        named = self.named_by(word)
        if named is not None and named.actor is not None:
            return named if named.actor.kind == "country" else None
        if word.pos != "PROPN" and word.entity not in ("GPE", "LOC", "NORP"):
            return None
        words = [one for one in self.reading.children(word) if one.dep == "compound" and one.pos == "PROPN"]
        first = min((one.place for one in words), default=word.place)
        text = " ".join(one.text for one in self.reading[first : word.place + 1])
        form = plain(text)
        code = next((code for start in range(len(form)) if (code := self._country(form[start:]))), None)
        return state_mention(code, word.start, word.end, word.text, self.known) if code else None

    def _country(self, form: Words) -> str | None:
        return self.known.nations.get(form) or self.known.governments.get(form) or self.known.cities.get(form)

    def state(self, code: str) -> FoundMention | None:
        """A state by its code, named nowhere."""
        return state_mention(code, 0, 0, "", self.known)

    def phrase(self, word: Word) -> tuple[int, int]:
        """Characters of the noun phrase without the clauses that hang on it."""
        places = [place for place in self._phrase(word) if place >= self.first] or [word.place]
        return self.reading[min(places)].start, self.reading[max(places)].end

    def _phrase(self, word: Word) -> Iterator[int]:
        yield word.place
        for child in self.reading.children(word):
            if child.dep in _LATER or (child.dep == "prep" and child.text.lower() in ("of", "from", "in")):
                yield from (one.place for one in self.whole(child))

    def whole(self, word: Word) -> list[Word]:
        """The words of a phrase, without what is said of it in a clause or an apposition."""
        found = [word]
        for child in self.reading.children(word):
            if child.dep not in _APART:
                found += self.whole(child)
        return found


def _by_place(reading: Reading, mentions: Iterable[FoundMention]) -> dict[int, FoundMention]:
    """Mentions by the place of each word they cover; of several that cover a word the longest."""
    found: dict[int, FoundMention] = {}
    named = [one for one in mentions if one.actor is not None]
    for one in sorted(named, key=lambda one: one.mention.end - one.mention.start):
        for word in reading:
            if one.mention.start <= word.start and word.end <= one.mention.end:
                found[word.place] = one
    return found
