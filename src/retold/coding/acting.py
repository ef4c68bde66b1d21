"""Words of a sentence to the actors they stand for, by the article's mentions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.actors.dictionary import plain
from retold.actors.mentions import FoundMention
from retold.coding.named_words import NamedWords
from retold.coding.states import names_state
from retold.coding.word_classes import word_classes
from retold.reading.parse import Word

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
_WORDS = word_classes("parties.toml")
_OPPOSITE = _WORDS["opposite"]
_MISSIONS, _LOYAL = _WORDS["missions"], _WORDS["loyal"]
_LEAVING = word_classes("frames/frames.toml")["leaving"]
_DEEPEST = 2


class Acting(NamedWords):
    """Who a word of the sentence stands for, with the words that hang on it."""

    def of(self, word: Word) -> FoundMention | None:
        """The actor that a noun with its modifiers stands for: itself, or else whose it is."""
        return self._abroad(word) or self.named_by(word) or self.owner_of(word)

    def _abroad(self, word: Word) -> FoundMention | None:
        """The state whose a people is that is named after another: the Russians of Latvia."""
        if word.tag not in ("NNS", "NNPS"):
            return None
        found = self.named_by(word)
        if found is None or not names_state(found):
            return None
        return next((one for thing in self._behind(word, ("of",)) if (one := self.state_of(thing))), None)

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
            yield from self._nations_before(word, first)
            yield from self._nations_behind(word, first)
            return
        inside = next(
            (one for one in self.reading if self.named_by(one) is first and one.place != word.place), None
        )
        for one in self._joined(inside) if inside is not None else ():
            if (found := self.named_by(one)) is not None and found is not first:
                yield found

    def _nations_before(self, word: Word, first: FoundMention) -> Iterator[FoundMention]:
        """The other states of a phrase that is named as a whole: Malian and [Chadian] leaders."""
        before = [one for one in self.reading.children(word) if one.dep in _OWNING and one.place < word.place]
        before += [joined for one in before for joined in self._joined(one)]
        codes = [code for one in sorted(before) if (code := self._country(plain(one.text)))]
        own = first.actor.resolved.country if first.actor and first.actor.resolved else None
        for code in dict.fromkeys(codes if len(set(codes)) > 1 else ()):
            if code != own and (found := self.state(code)) is not None:
                yield found

    def _nations_behind(self, word: Word, first: FoundMention) -> Iterator[FoundMention]:
        """The states after the first behind "of": envoys of Qatar, [Oman] and [Egypt]."""
        for thing in self._behind(word, ("of",)):
            for one in self._joined(thing):
                found = self.named_by(one) or self.state_named(one)
                if found is not None and found is not first and names_state(found):
                    yield found

    def _joined(self, word: Word) -> Iterator[Word]:
        """Words joined by "and" to a word or to the head of its name."""
        for child in self.reading.children(word):
            if child.dep == "conj":
                yield child
                yield from self._joined(child)

    def owner_of(self, word: Word, depth: int = 0) -> FoundMention | None:
        """Whose a noun is, by the words that hang on it; depth: from how far above that is asked."""
        children = self.reading.children(word)
        for child in sorted(children, key=_by_surety):
            own = child.tag != "PRP$" or word.lemma.lower() not in _OPPOSITE
            if (
                own
                and child.dep in _OWNING
                and not self.takes_sides(child)
                and (found := self.named_by(child))
            ):
                return found
        if depth < _DEEPEST:
            for thing in self._behind(word, _OF if not self._leaves(word) else ("of",)):
                if found := self.named_by(thing) or self.owner_of(thing, depth + 1):
                    return found
        return None

    def _leaves(self, word: Word) -> bool:
        """Whether a noun stands for those whose leaving is told: the withdrawal of [forces] from Panama."""
        link = self.reading.head(word)
        return link.text.lower() == "of" and self.reading.head(link).lemma.lower() in _LEAVING

    def _behind(self, word: Word, prepositions: Sequence[str]) -> Iterator[Word]:
        for name in prepositions:
            for link in self.reading.children(word):
                if link.dep in ("prep", "agent") and link.text.lower() == name:
                    yield from (thing for thing in self.reading.children(link) if thing.dep == "pobj")

    def is_actor(self, word: Word) -> bool:
        """Whether a word names somebody who acts or is acted upon."""
        if word.entity in _NUMBERS:
            return False
        named = word.entity in _NAMING and not self.is_common(word)
        return self.named_by(word) is not None or named or word.text.lower() in _PRONOUNS

    def belongs(self, word: Word) -> bool:
        """Whether it names an actor or something of an actor's: the Iranian tanker."""
        if self.is_actor(word):
            return True
        if word.entity in _NUMBERS or word.pos not in ("NOUN", "PROPN"):
            return False
        return self.owner_of(word) is not None or (word.pos == "PROPN" and self.state_named(word) is not None)

    def state_of(self, word: Word) -> FoundMention | None:
        """The state that the phrase names as whose or where its noun is: protesters in Cairo, the town of Gorazde."""
        own = self.state_named(word)
        if own is not None:
            return own
        for child in self.reading.children(word):
            if child.dep in _OWNING and not self.takes_sides(child) and (found := self.state_named(child)):
                return found
        for thing in (*self._behind(word, (*_OF, *_WHERE)), *self._loyal_to(word)):
            if found := self.state_of(thing):
                return found
        return None

    def _loyal_to(self, word: Word) -> Iterator[Word]:
        """Whose a group is that somebody else's name is tied to: hackers linked to North Korea."""
        for tie in self.reading.children(word):
            if tie.dep in ("amod", "acl") and tie.text.lower() in _LOYAL:
                yield from self._behind(tie, ("to", "with"))

    def state_around(self, word: Word) -> FoundMention | None:
        """The state that a place is in: outside the French embassy in Niamey it is Niger."""
        if word.lemma.lower() not in _MISSIONS:
            return self.state_of(word)
        return next((found for thing in self._behind(word, _WHERE) if (found := self.state_of(thing))), None)

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


def _by_surety(word: Word) -> tuple[bool, int]:
    """How far from sure a modifier says whose a noun is: its Russian ally is Russia's."""
    return word.tag == "PRP$", _OWNING.index(word.dep) if word.dep in _OWNING else len(_OWNING)
