"""The words for a speaker to name, role and affiliation: "Anna Lind, head of the Oslo-based Peace Centre"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from retold.model import Span
from retold.reading.parse import KEPT, Reading, Word
from retold.reading.speakers_names import KNOWN, is_office, plain

_AT = ("at", "for", "with", "from", "in", "of")
_NAMED = ("ORG", "GPE", "NORP", "FAC", "LOC")
_NAME_PARTS = frozenset(
    {"van", "von", "de", "del", "der", "bin", "al", "el", "ben", "da", "di", "le", "la", "-", "."}
)


@dataclass(frozen=True, slots=True)
class Description:
    """What a noun phrase says of a speaker; the name is None for "a spokesman for the ministry"."""

    name: Span | None
    role: Span | None
    affiliation: Span | None

    def moved(self, offset: int) -> Description:
        """The same so many characters further on."""
        parts = (self.name, self.role, self.affiliation)
        return Description(*(part and Span(part.start + offset, part.end + offset) for part in parts))


@lru_cache(maxsize=KEPT)
def described(reading: Reading, span: Span, head: Word) -> Description:
    """The parts of a speaker's noun phrase; head: its main word."""
    words = [word for word in reading if span.start <= word.start and word.end <= span.end]
    name = name_words(words, head)
    if not name:
        role, affiliation = _parts(reading, words, head)
        return Description(None, role if is_office(head.lemma) else None, affiliation)
    behind = reading.child(head, "appos")
    if behind is not None and behind.pos in ("NOUN", "PROPN") and behind.place > name[-1].place:
        below = [word for word in reading.subtree(behind) if word.end <= span.end]
        role, affiliation = _parts(reading, below, behind)
        if role is not None and behind.pos == "NOUN":
            return Description(_span(name), role, affiliation)
    before = [word for word in words if word.end <= name[0].start and word.dep not in ("det", "punct")]
    body = [word for word in before if word.entity in _NAMED]
    rest = [word for word in before if word not in body and word.pos in ("NOUN", "PROPN", "ADJ")]
    return Description(_span(name), _span(rest), _span(body))


def name_words(words: Sequence[Word], head: Word) -> list[Word]:
    """The run of words around the head that is a proper name, titles before it left out."""
    number = next((number for number, word in enumerate(words) if word.place == head.place), None)
    if number is None or head.pos != "PROPN" or head.text.islower() or _is_title(head):
        return []
    first = last = number
    while first > 0 and _is_name(words[first - 1], head):
        first -= 1
    while last + 1 < len(words) and _is_name(words[last + 1], head) and words[last + 1].head == head.place:
        last += 1
    run = list(words[first : last + 1])
    while len(run) > 1 and plain(run[0].text) in KNOWN.titles:
        run.pop(0)
    return run


def _is_title(head: Word) -> bool:
    """Whether a word is no name although it is written as one: "the Prime Minister"."""
    return head.entity != "PERSON" and plain(head.text) in KNOWN.offices


def _is_name(word: Word, head: Word) -> bool:
    if head.entity == "PERSON" and word.entity and word.entity != "PERSON":
        return False
    if word.pos == "PROPN":
        return word.text[:1].isupper() or word.text.lower() in _NAME_PARTS
    return word.text.lower() in _NAME_PARTS and word.entity == "PERSON"


def _parts(reading: Reading, words: Sequence[Word], head: Word) -> tuple[Span | None, Span | None]:
    """Role and affiliation in "director of the China program at the Stimson Center"."""
    links = [
        word for word in words if word.dep == "prep" and word.text.lower() in _AT and word.place > head.place
    ]
    for link in sorted(links, key=lambda one: (one.text.lower() == "of", one.place)):
        thing = reading.child(link, "pobj")
        if thing is None or not _is_named(reading, thing, link.text.lower() == "of"):
            continue
        body = [word for word in reading.subtree(thing) if word in words]
        comma = next((number for number, word in enumerate(body) if word.text == "," and number), len(body))
        role = [word for word in words if word.place < link.place]
        return _span(_bare(role)), _span(body[:comma])
    named = [word for word in words if word.entity in _NAMED and word.place < head.place]
    end = next(
        (number for number, word in enumerate(words) if word.text == "," and word.place > head.place), None
    )
    return _span(_bare([word for word in words[:end] if word not in named])), _span(named)


def _is_named(reading: Reading, thing: Word, of: bool) -> bool:
    """Whether a noun is the name of a body, or has one before it: "the Stimson Center think tank"."""
    if thing.pos == "PROPN" or thing.entity in _NAMED:
        return True
    return not of and any(word.entity == "ORG" for word in reading.subtree(thing))


def _bare(words: Sequence[Word]) -> list[Word]:
    """Without article and comma before it."""
    found = list(words)
    while found and (found[0].dep in ("det", "punct", "case", "poss") or not found[0].text[:1].isalnum()):
        found.pop(0)
    while found and not found[-1].text[-1:].isalnum():
        found.pop()
    return found


def _span(words: Sequence[Word]) -> Span | None:
    return Span(words[0].start, words[-1].end) if words else None
