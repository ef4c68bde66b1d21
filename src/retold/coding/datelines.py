"""Where a sentence begins behind its dateline: the parser takes the town for the subject of what follows."""

from __future__ import annotations

from retold.reading.parse import Reading, Word

_DASHES = frozenset(("-", "--", "–", "—"))
_LONGEST = 16
_SHORTEST_TOWN = 3


def first_word(reading: Reading) -> int:
    """The place of the first word behind "BEIJING, March 3 (AFP) -"; 0 where there is no dateline."""
    words = reading.words[:_LONGEST]
    if not words or not words[0].text.isupper() or len(words[0].text) < _SHORTEST_TOWN:
        return 0
    for word in words[1:]:
        if word.text in _DASHES and _stands_apart(word, reading):
            return word.place + 1 if word.place + 1 < len(reading) else 0
        if word.text[:1].islower():
            return 0
    return 0


def filed_in(reading: Reading) -> list[str]:
    """The stretches of a dateline between its marks: "TIKRIT", "Iraq"; none where there is no dateline."""
    found: list[list[str]] = [[]]
    for word in reading.words[: first_word(reading)]:
        if word.text.isalpha() or word.text[:1].isalpha():
            found[-1].append(word.text)
        else:
            found.append([])
    return [" ".join(words) for words in found if words]


def _stands_apart(dash: Word, reading: Reading) -> bool:
    """Whether the dash separates: it stands between spaces."""
    following = reading.words[dash.place + 1 : dash.place + 2]
    return reading[dash.place - 1].end < dash.start and all(dash.end < word.start for word in following)


def behind(reading: Reading, subject: Word, verb: Word) -> Word:
    """The subject that a parse hangs on the town of a dateline, where it takes that for the verb's subject."""
    first = first_word(reading) if subject.place < verb.place else 0
    if subject.place >= first:
        return subject
    nouns = (word for word in reading.words[first : verb.place] if word.pos in ("NOUN", "PROPN", "PRON"))
    return next(
        (word for word in nouns if reading.head(word).place < first or word.head == verb.place), subject
    )
