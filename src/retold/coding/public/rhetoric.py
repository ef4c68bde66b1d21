"""Attacks in words: who speaks against whom in politics, told with the verbs of war."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from retold.coding.lexicon.operators import Code
from retold.coding.lexicon.patterns import classes
from retold.coding.meaning import Meaning
from retold.coding.public.standing import WORDS, Standing, Standings
from retold.coding.states import names_state
from retold.reading.parse import Word

_BLAMED = Code("ACCUSE", "disapprove")
# Ways of doing harm that no speech has.
_BODILY = frozenset(
    ("abduct", "sexual", "firearms", "torture", "primitive", "explosives", "aerial", "drone", "heavy-weapons")
)
# What somebody is attacked as, for and over, which nobody is with weapons.
_REASONS = frozenset(("as", "for", "over"))
_SECTORS = frozenset(("PTY", "OPP", "LEG", "ELI", "GOV", "PRE"))
_ARMED = frozenset(("REB", "UAF", "MIL", "COP", "PRM", "SPY", "IMG", "ISM", "CRM"))


class Rhetoric:
    """Tells of a sentence's attacks which are made in words, and which contests are fought at the polls."""

    def __init__(self, standings: Standings) -> None:
        self.standings = standings
        self.frames = standings.frames
        self.reading = standings.reading

    def as_said(self, meaning: Meaning) -> Meaning:
        """An attack as the accusation that it is, where both sides are of politics and nothing tells of force."""
        if not self._is_attack_in_words(meaning):
            return meaning
        literal = meaning.literal.event_type == "ASSAULT"
        code = _BLAMED if meaning.code.event_type == "ASSAULT" else meaning.code
        return replace(meaning, code=code, literal=_BLAMED if literal else meaning.literal)

    def is_contest(self, meaning: Meaning) -> bool:
        """Whether a fight or a defeat is one of campaigns, ballots and debates."""
        if meaning.literal.event_type != "ASSAULT" or meaning.literal.mode in _BODILY:
            return False
        lemmas = self._lemmas(meaning.trigger)
        parties = (*meaning.sources, *meaning.targets)
        if self._is_forceful(meaning) or not (parties or self._is_of_campaigns(meaning)):
            return False
        if not all(map(self._speaks, meaning.sources)):
            return False
        if lemmas & WORDS["contest"]:
            against = [one for one in meaning.targets if one not in meaning.trigger]
            return all(map(self._is_attacked, against)) and (
                self._is_of_campaigns(meaning) or any(map(self._is_politician, parties))
            )
        beaten = all(one.lemma.lower() in WORDS["us"] or self._is_attacked(one) for one in meaning.targets)
        return bool(lemmas & WORDS["rout"]) and beaten and self._is_of_campaigns(meaning)

    def _is_attack_in_words(self, meaning: Meaning) -> bool:
        if meaning.literal.event_type != "ASSAULT" or meaning.literal.mode in _BODILY:
            return False
        beset = "under" in self._lemmas(self.reading.children(meaning.head))
        if not meaning.targets or not (beset or self._lemmas(meaning.trigger) & WORDS["attacked"]):
            return False
        if self._is_forceful(meaning) or not all(map(self._is_attacked, meaning.targets)):
            return False
        if not meaning.sources:
            return beset or self._has_reason(meaning)
        if not all(map(self._speaks, meaning.sources)):
            return "target" in self._lemmas(meaning.trigger) and self._is_of_campaigns(meaning)
        parties = (*meaning.sources, *meaning.targets)
        return self._is_of_campaigns(meaning) or any(map(self._is_politician, parties))

    def _is_attacked(self, word: Word) -> bool:
        """Whether it is somebody, a party or a plan that politicians speak against; not a country or a place."""
        if word.lemma.lower() in WORDS["rank"] | WORDS["spoken_of"]:
            return True
        found = self.standings.acting.named_by(word)
        if found is not None and (names_state(found) or (found.actor and found.actor.kind == "place")):
            return False
        return word.entity == "PERSON" or self._is_politician(word)

    def _speaks(self, word: Word) -> bool:
        """Whether it is a politician, a party, an advert or a critic; nobody armed."""
        if word.lemma.lower() in WORDS["rank"] | WORDS["speaking"]:
            return True
        if word.entity == "ORG" and self.standings.of(word) is Standing.UNKNOWN:
            return self._is_of_words(word)  # the parser takes Trump for one
        return word.entity == "PERSON" or self._is_politician(word)

    def _is_of_words(self, word: Word) -> bool:
        return bool(self._lemmas(one for one in self.reading if one != word) & WORDS["campaigning"])

    def _is_politician(self, word: Word) -> bool:
        found = self.standings.acting.named_by(word)
        if word.lemma.lower() in WORDS["rank"] or self._is_titled(word):
            return True
        if found is None or found.actor is None or names_state(found) or found.actor.resolved is None:
            return False
        sectors = frozenset(found.actor.resolved.sectors or ())
        named = word.entity in ("PERSON", "ORG", "NORP") or word.pos == "PROPN"
        return named and not sectors.isdisjoint(_SECTORS) and sectors.isdisjoint(_ARMED)

    def _is_titled(self, word: Word) -> bool:
        """Senator Hill, Prime Minister Hill."""
        titles = (one for one in self.reading.children(word) if one.dep in ("compound", "nmod"))
        return word.pos == "PROPN" and any(
            one.lemma.lower() in WORDS["rank"] | WORDS["title"] for one in titles
        )

    def _has_reason(self, meaning: Meaning) -> bool:
        """Whether the clause goes on with what the attacked did or are, or with what was said of it."""
        for one in self.reading.children(meaning.head):
            if one.dep == "prep" and one.text.lower() in _REASONS:
                return True
            if one.dep == "advcl" and one.lemma.lower() in WORDS["saying"] and one.tag == "VBG":
                return True
        return False

    def _is_of_campaigns(self, meaning: Meaning) -> bool:
        """Whether words of elections, debates and speeches stand in the sentence, or the clause gives a reason."""
        return self._has_reason(meaning) or bool(
            self._lemmas(one for one in self.reading if one not in meaning.trigger) & WORDS["campaigning"]
        )

    def _is_forceful(self, meaning: Meaning) -> bool:
        """Whether weapons, wounds, armed men or a house that was stormed stand in the clause."""
        around = [one for one in self.reading.subtree(meaning.head) if one not in meaning.trigger]
        return bool(self._lemmas([*around, *meaning.sources]) & force())

    def _lemmas(self, words: Iterable[Word]) -> set[str]:
        return set(_lemmas(words))


def force() -> frozenset[str]:
    """What only force is done with or by, and what it leaves."""
    known = classes()
    named = (*("weapons", "explosive", "missile", "militant", "troops"), *("military_post", "police"))
    return WORDS["force"].union(*(known[name] for name in named)) - WORDS["no_force"]


def _lemmas(words: Iterable[Word]) -> Iterator[str]:
    for one in words:
        yield one.lemma.lower()
        yield one.text.lower()
