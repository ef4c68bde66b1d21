"""Words of a sentence to the actors that they name, by the article's mentions and by what names a state."""

from __future__ import annotations

from collections.abc import Iterable

from retold.actors.dictionary import Dictionary, Words, dictionary, plain
from retold.actors.mentions import FoundMention
from retold.coding.datelines import filed_in, first_word
from retold.coding.lexicon.patterns import classes
from retold.coding.states import names_state, state_mention
from retold.coding.word_classes import word_classes
from retold.reading.parse import Reading, Word

_NAMES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_OF_PLACES = frozenset(("GPE", "LOC", "NORP"))
# Behind these stands a town, not who is called like it.
_IN = frozenset(("in", "throughout", "across", "at", "near", "around", "inside", "outside"))
_SIDES = frozenset(("anti", "pro", "non"))
# Behind the hyphen of a state's name these do not say whose something is: Russian-backed, US-educated.
_BEHIND = ("ed", "led", "made", "born", "built", "speaking", "friendly")
_WORDS = word_classes("parties.toml")
_SEATS, _OWNED, _WATERS = _WORDS["seats"], _WORDS["owned"], _WORDS["waters"]


class NamedWords:
    """Which actor a word of the sentence names."""

    def __init__(
        self, reading: Reading, mentions: Iterable[FoundMention], known: Dictionary | None = None
    ) -> None:
        self.reading = reading
        self.known = known or dictionary()
        self.first = first_word(reading)
        named = _by_place(reading, mentions)
        self._at = {
            place: found
            for place, found in named.items()
            if found.mention.start >= reading[self.first].start
            and not self._is_misnamed(reading[place], found)
        }

    def named_by(self, word: Word) -> FoundMention | None:
        """The mention that the word itself is part of."""
        return self._at.get(word.place)

    def _is_misnamed(self, word: Word, found: FoundMention) -> bool:
        """Whether a mention is not of whom it seems: ethnic Turks are not Turkey's, in Lagos is not in Mr Lagos."""
        if names_state(found):
            return self._is_ethnic(word) or self._is_of_waters(word)
        if self.is_common(word) and (found.actor is None or found.actor.resolved is None):
            return True
        link, person = self.reading.head(word), found.actor is not None and found.actor.kind == "person"
        return person and link.text.lower() in _IN and plain(word.text) in self.known.cities

    def is_common(self, word: Word) -> bool:
        """Whether what a model takes for a name is none: in lower case, or of a weapon."""
        return word.entity in _NAMES and (word.text.islower() or word.lemma.lower() in _weapons())

    def _is_ethnic(self, word: Word) -> bool:
        """Whether a name of a people only says of which people somebody is, wherever they live."""
        return word.place > 0 and self.reading[word.place - 1].text.lower() == "ethnic"

    def _is_of_waters(self, word: Word) -> bool:
        """Whether a name of a state is part of that of a sea: the South China Sea, the Gulf of Oman."""
        above = self.reading.head(word)
        if above.text.lower() == "of" and above.dep == "prep":
            above = self.reading.head(above)
        elif word.dep not in ("compound", "amod", "nmod"):
            return False
        return above.pos == "PROPN" and above.text.lower() in _WATERS

    def is_part_of_name(self, word: Word) -> bool:
        """Whether a name's head is another word of it."""
        named, head = self.named_by(word), self.reading.head(word)
        return named is not None and head.place != word.place and self.named_by(head) is named

    def takes_sides(self, word: Word) -> bool:
        """Whether a name says whose side somebody is on, not whose they are: anti-Syria, Russian-backed."""
        before = [one.text.lower() for one in self.reading[max(0, word.place - 2) : word.place]]
        after = [one.text.lower() for one in self.reading[word.place + 1 : word.place + 3]]
        return (before[1:] == ["-"] and before[0] in _SIDES) or (
            after[:1] == ["-"] and after[-1].endswith(_BEHIND) and after[-1] not in _OWNED
        )

    def state_named(self, word: Word) -> FoundMention | None:
        """The state that a word names, by itself or with those before it, or by a town of its."""
        named = self.named_by(word)
        if named is not None and named.actor is not None:
            return named if named.actor.kind == "country" else None
        if word.place < self.first or self._is_ethnic(word) or self._is_of_waters(word):
            return None
        if word.pos != "PROPN" and word.entity not in _OF_PLACES and not _is_adjective_of_name(word):
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

    def filed(self) -> FoundMention | None:
        """The state of the town of the dateline, if news from there is mostly of its own country."""
        forms = [form for text in filed_in(self.reading) if (form := plain(text))]
        if any(word in _SEATS for form in forms for word in form):
            return None
        code = next((code for form in reversed(forms) if (code := self._country(form))), None)
        return self.state(code) if code else None


def _weapons() -> frozenset[str]:
    return classes()["weapons"]


def _is_adjective_of_name(word: Word) -> bool:
    return word.pos == "ADJ" and word.text[:1].isupper()


def _by_place(reading: Reading, mentions: Iterable[FoundMention]) -> dict[int, FoundMention]:
    """Mentions by the place of each word they cover; of several that cover a word the longest."""
    found: dict[int, FoundMention] = {}
    named = [one for one in mentions if one.actor is not None]
    for one in sorted(named, key=lambda one: one.mention.end - one.mention.start):
        for word in reading:
            if one.mention.start <= word.start and word.end <= one.mention.end:
                found[word.place] = one
    return found
