"""A word for somebody to what they are in public life: by the kind of noun, the actor it names, and whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum

from retold.coding.acting import Acting
from retold.coding.frames.frames import Frames
from retold.coding.states import is_political
from retold.coding.word_classes import word_classes
from retold.reading.parse import Word

WORDS = word_classes("public/public.toml")
# Of former suppliers and husbands as of former ministers.
_FORMER = frozenset(("ELI",))
_ABROAD = frozenset(("NGO", "ISM", "IMG"))
_BODIES = frozenset(("council", "committee"))
_BESIDE_BODIES = WORDS["town"] | WORDS["national"] | WORDS["trade"]
_MAKERS = tuple(WORDS["makers"])
_COUNTED = WORDS["public"] | WORDS["arms"]


class Standing(Enum):
    """What a party is: a state or of one, one of the people, a firm, somebody in private life, or nobody at all."""

    PUBLIC = "public"
    CIVIL = "civil"
    BUSINESS = "business"
    PRIVATE = "private"
    THING = "thing"
    UNKNOWN = "unknown"


class Standings:
    """Of the words of a sentence."""

    def __init__(self, acting: Acting, frames: Frames) -> None:
        self.acting = acting
        self.frames = frames
        self.reading = acting.reading

    def of(self, word: Word) -> Standing:
        """Of a party: by what kind of noun it is, by the actor it names, or by whose it is."""
        link = self.reading.head(word)
        if word.dep == "pobj" and link.text.lower() in ("in", "at") and self.reading.head(link).pos == "NOUN":
            return self.of(self.reading.head(link))
        if not self.is_common(word):
            return self._standing_of_name(word)
        lemmas = self._lemmas(word)
        if self._counts_public(word):
            return Standing.PUBLIC
        if lemmas & WORDS["thing"]:
            return Standing.THING
        if private := self._privately(word, lemmas):
            return private
        if lemmas & WORDS["public"]:
            return Standing.PUBLIC
        found = self._standing_of_name(word)
        return Standing.CIVIL if lemmas & WORDS["civil"] and self._is_of_place(word) else found

    def may_play(self, word: Word) -> bool:
        """Whether it names a country, a town, or nobody who holds or seeks power."""
        found = self.acting.named_by(word)
        if found is not None and found.actor is not None and found.actor.kind in ("country", "place"):
            return True
        return self.of(word) is not Standing.PUBLIC

    def is_common(self, word: Word) -> bool:
        return word.text.islower() or (word.pos == "NOUN" and not word.text.isupper())

    def _counts_public(self, word: Word) -> bool:
        """Whether it says how many of whom: a band of rebels, a company of soldiers, a hail of missiles."""
        return any(
            one.tag == "NNS" and self._lemmas(one, *self.reading.children(one)) & _COUNTED
            for one in self.frames.slot(word, "of")
        )

    def _lemmas(self, word: Word, *others: Word) -> set[str]:
        """The lemma, and with what stands before its hyphen: start-up; and those of other words."""
        lemma = word.lemma.lower()
        found = {lemma} | {one.lemma.lower() for one in others}
        if word.place > 1 and self.reading[word.place - 1].text == "-":
            found.add(self.reading[word.place - 2].text.lower() + lemma)
        return found

    def _is_of_place(self, word: Word) -> bool:
        """Whether people are those of a country or a town, or of nobody named; not a party's or a militia's."""
        owner = self.acting.of(word)
        if owner is None or owner.actor is None or owner is self.acting.named_by(word):
            return True
        return owner.actor.kind in ("country", "place") or not is_political(owner)

    def _privately(self, word: Word, lemmas: set[str]) -> Standing | None:
        """What somebody is by a noun of business or private life, their own or that of whose they are."""
        owners = list(self._owners(word))
        names = {one.lemma.lower() for one in owners} | {
            child.lemma.lower() for one in owners for child in self.reading.children(one)
        }
        if names & WORDS["played"]:
            return Standing.PRIVATE
        if lemmas & WORDS["concern"] and names & WORDS["trade"]:
            return Standing.BUSINESS
        if _is_of_business(lemmas) or lemmas & (WORDS["private"] | WORDS["local"]):
            firm = _is_of_business(lemmas)
            if names & WORDS["public"] or (firm and names & WORDS["national"]):
                return None
            return Standing.BUSINESS if firm else Standing.PRIVATE
        if lemmas & _BODIES:
            small = names & WORDS["town"] or ("council" in lemmas and not owners)
            return Standing.PRIVATE if small else None
        if lemmas & WORDS["public"] and not lemmas & WORDS["office"]:
            return None
        known = (self._privately(one, self._lemmas(one)) for one in owners if self.is_common(one))
        return next((one for one in known if one), None)

    def _owners(self, word: Word) -> Iterator[Word]:
        """Whose somebody is: the club's president, the council's leader."""
        for child in self.reading.children(word):
            if child.dep in ("poss", "compound") or child.lemma.lower() in _BESIDE_BODIES:
                yield child
        yield from self.frames.slot(word, "of")

    def _standing_of_name(self, word: Word) -> Standing:
        found = self.acting.named_by(word)
        if found is None or found.actor is None:
            owner = self.acting.of(word)
            return Standing.PUBLIC if owner is not None and is_political(owner) else Standing.UNKNOWN
        resolved = found.actor.resolved
        sectors = frozenset(resolved.sectors or ()) if resolved is not None else frozenset()
        if is_political(found) and not (word.pos == "NOUN" and sectors == _FORMER):
            return Standing.PUBLIC
        if resolved is not None and resolved.country in _ABROAD:
            return Standing.PUBLIC
        if "BUS" in sectors:
            return Standing.BUSINESS
        if self._is_titled_private(word):
            return Standing.PRIVATE
        return Standing.CIVIL if sectors and word.pos == "NOUN" else Standing.UNKNOWN

    def _is_titled_private(self, word: Word) -> bool:
        """Midfielder Tom Hill; Tom Hill, an actor."""
        titles = (one for one in self.reading.children(word) if one.dep in ("compound", "appos", "nmod"))
        return any(one.lemma.lower() in WORDS["private"] for one in titles)


def _is_of_business(lemmas: set[str]) -> bool:
    """By its own name, or by what they make: shipbuilder, watchmaker."""
    made = (lemma for lemma in lemmas if lemma not in WORDS["public"])
    return bool(lemmas & WORDS["business"]) or any(lemma.endswith(_MAKERS) for lemma in made)
