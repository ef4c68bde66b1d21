"""The event from one stretch of a text to another: who of the two did it to whom.

The structure of the sentence decides the direction, whatever is done; the coder says what it is where it has a
pattern.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from retold.coding.acting import Acting
from retold.coding.article import ToldEvents, event_row
from retold.coding.between.coded import CODED, Coded, Decided, said_of
from retold.coding.between.direction import Direction, direction, joined
from retold.coding.between.places import Places
from retold.coding.between.rows import structural_event, with_stretches
from retold.coding.between.stretches import Stretch, head_of, pronouns_for
from retold.coding.between.words import is_a
from retold.coding.coder import PROFILE, CodedEvent
from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.patterns import Part
from retold.coding.meanings import Meanings
from retold.coding.parties import Parties
from retold.model import EventMention, Span
from retold.reading.article import ReadArticle, ReadSentence
from retold.reading.parse import Word

# The least difference between what two do that tells who acts, from 0 to 2: where both stand in places of the
# predicate, and where one does (bench/direction.py: 0.2 to 0.9 for the first change two pairs of 321; below 0.45 the
# second decides 2 % more of them and turns 1 % more around).
BOTH, ONE = 0.45, 0.45
# The same where one stands in a place and nobody says which predicate is meant.
ALONE = 1.0
# What those who do it together do to each other.
_JOINT = frozenset(("CONSULT", "COOPERATE"))


class Between:
    """What an article tells of any two of its stretches."""

    def __init__(self, article: ReadArticle, told: ToldEvents) -> None:
        self.article = article
        self.told = told
        self._coded = Coded(told)

    def event(self, source: Span, target: Span, trigger: Span | None = None) -> EventMention | None:
        """The event in which the source acts on the target; None where there is none, or it is the other way round.

        trigger: the word that tells it, if that is known. Of what two do to each other, in places that do not set
        them apart (they met, they clashed), the event is there in both directions.
        """
        decided = self.decided(source, target, trigger)
        if decided is None or not (decided.forward or decided.together):
            return None
        event = decided.event or self._structural(decided)
        event = with_stretches(event, self.article.text, source, target, self.told.mentions)
        one = replace(self.told, events=(event,), sentences=(decided.read,))
        return event_row(self.article, one, event)

    def decided(self, source: Span, target: Span, trigger: Span | None = None) -> Decided | None:
        """Who of the two acts, by the predicate that says it most surely; None where nothing does."""
        if trigger is None:
            surest = max(self._anywhere(source, target), key=lambda one: one.strength, default=None)
            return surest or _agreed(list(self._by_one_place(source, target)))
        return next(iter(self._told_by(trigger, source, target)), None)

    def _structural(self, decided: Decided) -> CodedEvent:
        _, meanings, parties = self._sentences[decided.read.sentence.sentence]
        return structural_event(decided.read, decided.found.predicate, meanings, parties, decided.found)

    @cached_property
    def _sentences(self) -> dict[int, tuple[Places, Meanings, Parties]]:
        found = {}
        for read in self.article.sentences:
            mentions = [one for one in self.told.mentions if one.mention.sentence == read.sentence.sentence]
            acting = Acting(read.reading, mentions, self.told.known)
            meanings = Meanings(read.reading, acting.is_actor, acting.belongs, PROFILE)
            parties = Parties(acting, meanings.frames, self.article.text)
            found[read.sentence.sentence] = (
                Places(read.reading, meanings.frames, is_state(acting)),
                meanings,
                parties,
            )
        return found

    def _told_by(self, trigger: Span, source: Span, target: Span) -> Iterator[Decided]:
        """By the predicate that the trigger names: one place that is known is enough."""
        for read in self.article.sentences:
            head = _predicate(read, trigger)
            if head is None:
                continue
            yield from self._turned(head, read, source, target)
            found = self._direction(read, head, self._stretches(read, source, target))
            if abs(found.strength) >= (BOTH if found.both else ONE):
                yield self._by_structure(read, found)
            yield from self._together(read, head, self._stretches(read, source, target))
            for event in self._coded.triggered(read, trigger):
                yield from said_of(event, read, head, source, target)

    def _anywhere(self, source: Span, target: Span) -> Iterator[Decided]:
        """By any predicate of a sentence that has both in its places, and by the coder's events."""
        for read in self.article.sentences:
            stretches = self._stretches(read, source, target)
            if all(one.sure for one in stretches):
                for word in read.reading:
                    if self._tells(read, word):
                        found = self._direction(read, word, stretches)
                        if found.both and found.places != ("mod", "mod") and abs(found.strength) >= BOTH:
                            yield self._by_structure(read, found)
                        yield from self._together(read, word, stretches)
        for event, read in self._coded.events:
            yield from said_of(event, read, event.meaning.head, source, target)
            yield from self._turned(event.meaning.head, read, source, target)

    def _by_one_place(self, source: Span, target: Span) -> Iterator[Decided]:
        """By a predicate with an event in the lexicon and a place for one of the two, in a sentence that has both."""
        for read in self.article.sentences:
            stretches = self._stretches(read, source, target)
            if all(one.sure for one in stretches):
                for word in read.reading:
                    if self._tells(read, word) and self._is_of_events(read, word):
                        found = self._direction(read, word, stretches)
                        if found.places != ("mod", "mod") and abs(found.strength) >= ALONE:
                            yield self._by_structure(read, found)

    def _is_of_events(self, read: ReadSentence, word: Word) -> bool:
        known = self._sentences[read.sentence.sentence][1].lexicon
        part: Part = "verb" if is_verbal(word) else "noun"
        rows = known.of(part, word.lemma.lower())
        # the verb of a phrase tells of nothing by itself: see somebody's hand in it
        return any(one.event_type and not one.name.startswith("collocations:") for one in rows)

    def _together(
        self, read: ReadSentence, predicate: Word, stretches: tuple[Stretch, Stretch]
    ) -> Iterator[Decided]:
        """By what those joined in one place do with each other: the talks between them, they met."""
        frames = self._sentences[read.sentence.sentence][0].frames
        event = self._coded.at(read, predicate)
        if not is_verbal(predicate):
            words = (*frames.slot(predicate, "between"), *frames.slot(predicate, "among"))
        elif is_a(predicate.lemma, "joint") or (event is not None and event.code.event_type in _JOINT):
            words = frames.slot(predicate, "subject")
        else:
            words = ()
        sure = joined(read.reading, words, *stretches) if len(words) > 1 else 0.0
        if sure:
            found = Direction(predicate, None, None, ("together", "together"))
            yield Decided(True, True, sure * CODED, read, found, event)

    def _direction(
        self, read: ReadSentence, predicate: Word, stretches: tuple[Stretch, Stretch]
    ) -> Direction:
        return direction(read.reading, self._sentences[read.sentence.sentence][0], predicate, *stretches)

    def _by_structure(self, read: ReadSentence, found: Direction) -> Decided:
        event = self._coded.at(read, found.predicate)
        return Decided(found.strength > 0, False, abs(found.strength), read, found, event)

    def _turned(self, predicate: Word, read: ReadSentence, source: Span, target: Span) -> Iterator[Decided]:
        found = self._direction(read, predicate, self._stretches(read, source, target))
        return self._coded.turned(read, predicate, found, source, target)

    def _stretches(self, read: ReadSentence, source: Span, target: Span) -> tuple[Stretch, Stretch]:
        first, second = (self._stretch(read, span) for span in (source, target))
        return first, second

    def _stretch(self, read: ReadSentence, span: Span) -> Stretch:
        head = next((one for other in self.article.sentences if (one := head_of(other.reading, span))), None)
        if head is None:
            return Stretch(read.reading, span, None, frozenset())
        return Stretch(read.reading, span, head.text if head.pos == "PROPN" else None, pronouns_for(head))

    def _tells(self, read: ReadSentence, word: Word) -> bool:
        """Whether a word tells something that one does to another."""
        meanings = self._sentences[read.sentence.sentence][1]
        if meanings.is_other_sense(word):
            return False
        if is_verbal(word):
            return not is_a(word.lemma, "state")
        if word.pos != "NOUN" or is_a(word.lemma, "link"):
            return False
        patterns = meanings.lexicon.of("noun", word.lemma.lower())
        return is_a(word.lemma, "done_to", "done_by", "mutual") or any(one.event_type for one in patterns)


def _agreed(found: Sequence[Decided]) -> Decided | None:
    """The surest of decisions that all go one way."""
    one_way = len({one.forward for one in found}) == 1
    return max(found, key=lambda one: one.strength) if one_way else None


def _predicate(read: ReadSentence, trigger: Span) -> Word | None:
    """The verb or noun of a trigger's words, or what an adjective among them hangs on."""
    head = head_of(read.reading, trigger)
    while head is not None and not is_verbal(head) and head.pos not in ("NOUN", "PROPN"):
        if head.head == head.place:
            return head
        head = read.reading.head(head)
    return head


def is_state(acting: Acting) -> Callable[[Word], bool]:
    """Whether a word names a state or its people, not a town."""

    def names_state(word: Word) -> bool:
        named = acting.named_by(word)
        actor = named.actor if named is not None else None
        return word.entity == "NORP" or (actor is not None and actor.kind == "country")

    return names_state
