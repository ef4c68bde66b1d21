"""Whether what a predicate names is told as done, planned, supposed, demanded, denied or history.

"Threatened to" and "tried to" leave open whether it comes: hypothetical. What somebody says or accuses another of is
actual, since it is told as having happened; what somebody else believes, and what is "alleged", is hypothetical.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from retold.coding.status.certainty import certainty
from retold.coding.status.clauses import outer_telling
from retold.coding.status.fiction import fiction
from retold.coding.status.nouns import NOUNS, noun_telling
from retold.coding.status.own import own_telling
from retold.coding.status.past import history
from retold.coding.status.told import ACTUAL, MADE, Cue, Told, within
from retold.model import Modality, SentenceKind
from retold.reading.article import ReadArticle
from retold.reading.parse import Reading, Word

# How the forms of verbs begin whose clause is a question, or what somebody else may do.
_LEAVING_OPEN = ("ask", "wonder", "inquir", "enquir", "query", "queri", "warn", "caution")

_OPEN_CUES = (("question", "why"), ("question", "quoted"), ("mark", "whether"))


@dataclass(frozen=True, slots=True)
class Status:
    """Whether something happened, as one sentence tells it.

    `polarity` is False for what is told not to be so. `certainty`, 0 to 1: the probability that it happened.
    `future`: it lies ahead of the telling, if it comes at all. `reason`: the words that decide, and their rules.
    `left_open`: it stands in a question that somebody is told to ask or that asks why it should be, or in a warning.
    """

    modality: Modality
    polarity: bool
    certainty: float
    future: bool
    reason: str
    left_open: bool = False


def status_of(
    reading: Reading, word: Word, *, kind: SentenceKind = "body", published: date | None = None
) -> Status:
    """The status of what a word (verb, noun, participle, adjective) names; published: the day of the article."""
    telling = Telling(reading)
    told = _in_heading(reading, word) if kind == "heading" else ACTUAL
    tale = fiction(reading, word)
    if tale is not None:
        told = replace(MADE["supposed"], cues=(tale,))
    if told.plain:
        told = telling.of(word)
    past = history(reading, word, published) if told.plain else None
    if past is not None:
        told = replace(told, modality="past_background", cues=(*told.cues, past))
    return Status(
        told.modality,
        told.polarity,
        certainty(reading, word, told, telling.above(word)),
        told.future,
        "; ".join(f"{cue.rule}: {cue.words}" for cue in told.cues),
        told.modality == "hypothetical" and any(map(_leaves_open, told.cues)),
    )


def _leaves_open(cue: Cue) -> bool:
    """Whether a cue is that of a question that is told or quoted, or of a warning."""
    told = cue.rule == "clause" and cue.words.startswith(_LEAVING_OPEN)
    return told or (cue.rule, cue.words) in _OPEN_CUES


def status_at(article: ReadArticle, start: int, end: int) -> Status | None:
    """The status of the predicate at characters `start` to `end` (exclusive); None where no word stands."""
    for sentence in article.sentences:
        words = [word for word in sentence.reading if word.start < end and word.end > start]
        if words:
            published = article.published_at
            day = published.date() if published is not None else None
            return status_of(
                sentence.reading,
                predicate(words),
                kind=sentence.sentence.kind,
                published=day,
            )
    return None


def predicate(words: Sequence[Word]) -> Word:
    """The word of a stretch that the others depend on."""
    places = {word.place for word in words}
    return next(word for word in words if word.head not in places or word.head == word.place)


class Telling:
    """The tellings of a sentence's words, each found once."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._found: dict[int, Told] = {}

    def of(self, word: Word) -> Told:
        """How a word is told."""
        found = self._found.get(word.place)
        if found is None:
            # What depends on itself in a circle is told plainly; a tree has none.
            self._found[word.place] = ACTUAL
            found = self._found[word.place] = self._make(word)
        return found

    def above(self, word: Word) -> Told | None:
        """How the nearest verb above a word is told; None where it has none."""
        verb = next((other for other in self._reading.above(word) if other.pos in ("VERB", "AUX")), None)
        return self.of(verb) if verb is not None else None

    def _make(self, word: Word) -> Told:
        if names(self._reading, word):
            return noun_telling(self._reading, word, self.of)
        own = own_telling(self._reading, word)
        return within(own, outer_telling(self._reading, word, self.of))


def names(reading: Reading, word: Word) -> bool:
    """Whether a word names what happens as a noun; one with a subject is a verb, whatever the tagger says."""
    if word.pos not in NOUNS or word.dep in ("attr", "acomp"):
        return False
    return reading.child(word, "nsubj", "nsubjpass", "mark", "aux") is None


def _in_heading(reading: Reading, word: Word) -> Told:
    """ "Putin to visit China": the infinitive of a headline, wherever the parser puts it."""
    before = reading[word.place - 1] if word.place else None
    if before is None or before.text.lower() != "to" or word.tag != "VB":
        return ACTUAL
    head = reading.head(word)
    if head.pos in NOUNS or head.place == word.place:
        return MADE["planned"].because("headline infinitive", "to")
    return ACTUAL
