"""Where the content of a statement begins and ends: what a parse attaches beside it, and what it must give up."""

from __future__ import annotations

from retold.reading.cues import CUES, Construction
from retold.reading.parse import Reading, Word
from retold.reading.statement_clause import (
    complements,
    is_verb,
    own_subject,
    places,
)

_CLAUSE_MARKS = frozenset(
    [
        "if",
        "because",
        "unless",
        "although",
        "though",
        "while",
        "whereas",
        "since",
        "so",
        "until",
        "before",
        "after",
        "as",
        "when",
        "once",
        "lest",
        "whether",
    ]
)
_AFTER_AND: tuple[Construction, ...] = ("clause", "object", "predicate", "infinitive")
_ON_TELLING: tuple[Construction, ...] = ("clause", "quotation", "predicate", "infinitive", "preposition")
_SETTING_BESIDE = frozenset({"while", "whereas", "though", "although"})
_GOING_ON = frozenset(("conj", "ccomp", "xcomp", "acl", "relcl", "dobj", "prep", "pobj", "attr", "advcl"))
# Links down from a content in which a second cue is looked for: news has fewer, "I say I say I say ..." has no end.
_DEEPEST = 30
_QUOTATION_TAGS = frozenset({"``", "''"})


def clause_content(reading: Reading, verb: Word, heads: list[Word]) -> frozenset[int]:
    """Words of the clauses a verb governs, with what belongs to them and hangs on the verb by mistake."""
    attribution = attribution_of(reading, verb, heads)
    found: set[int] = set()
    for head in heads:
        found |= places(reading.subtree(head)) - attribution
        found -= second_cues(reading, head, verb)
    if heads[-1].place < verb.place:
        found |= going_on(reading, verb, heads[-1])
    if heads[0].place > verb.place:
        found |= _lost_subject(reading, verb, heads[0])
        found |= _beside(reading, verb, max(found, default=verb.place))
    return frozenset(found)


def attribution_of(reading: Reading, verb: Word, heads: list[Word]) -> frozenset[int]:
    """The verb and what hangs on it, without the clauses it governs."""
    below = [child for child in reading.children(verb) if child not in heads]
    told = frozenset().union(*(places(reading.subtree(head)) for head in heads))
    found = frozenset({verb.place}).union(*(places(reading.subtree(child)) for child in below))
    return found - told if verb.place not in told else found


def _beside(reading: Reading, verb: Word, end: int) -> frozenset[int]:
    """Clauses behind the content that continue it: with a subject of their own and no cue, or with a conjunction."""
    found: set[int] = set()
    below = reading.children(verb)
    if verb.dep == "advcl" and verb.tag == "VBG":
        below = [*below, *reading.children(reading.head(verb))]
    for child in below:
        if child.place <= end or child.dep not in ("conj", "advcl"):
            continue
        places_below = places(reading.subtree(child))
        if min(places_below) < end or (introduces(reading, child) and not _thinks(child)):
            break
        if _has_mark(reading, child) if child.dep == "advcl" else own_subject(reading, child) is not None:
            found |= places_below
            end = max(places_below)
    return frozenset(found)


def going_on(reading: Reading, verb: Word, head: Word) -> frozenset[int]:
    """What goes on behind an attribution set in commas: "Troops fired, he said, and fled", "..., killing two"."""
    found: set[int] = set()
    if any(word.tag in _QUOTATION_TAGS for word in reading[head.place : verb.place]):
        return frozenset()  # behind a quotation it is what the speaker does meanwhile
    for child in reading.children(verb):
        before = min(places(reading.subtree(child)))
        joined = reading[before - 1].dep == "cc"
        comma = before - 2 if joined else before - 1
        if comma <= verb.place or reading[comma].text != "," or own_subject(reading, child) is not None:
            continue
        goes_on = child.dep == "conj" and joined and child.tag == head.tag
        if (goes_on or _is_outcome(reading, child)) and not _tells(child):
            found |= places(reading.subtree(child))
    return frozenset(found)


def _is_outcome(reading: Reading, word: Word) -> bool:
    return word.dep == "advcl" and word.tag == "VBG" and reading.child(word, "mark", "aux") is None


def _tells(word: Word) -> bool:
    """Whether a verb may tell of words of the same speaker: "..., he said, calling for talks"."""
    lemma = CUES.lemma(word.lemma)
    return any(CUES.manner(lemma, one) is not None for one in _ON_TELLING)


def _thinks(word: Word) -> bool:
    return CUES.manner(CUES.lemma(word.lemma), "clause") == "attitude"


def _lost_subject(reading: Reading, verb: Word, head: Word) -> frozenset[int]:
    """The subject of the content, which a parse may take for the object of the cue: "said [brewers who ...] are"."""
    thing = reading.child(verb, "dobj")
    if thing is None or own_subject(reading, head) is not None or CUES.lemma(verb.lemma) in CUES.addressed:
        return frozenset()
    return places(reading.subtree(thing)) if verb.place < thing.place < head.place else frozenset()


def _has_mark(reading: Reading, word: Word) -> bool:
    mark = reading.child(word, "mark", "advmod")
    return mark is not None and mark.text.lower() in _CLAUSE_MARKS


def introduces(reading: Reading, word: Word) -> bool:
    """Whether a verb is itself a cue with words of someone."""
    lemma = CUES.lemma(word.lemma)
    if CUES.manner(lemma, "clause") is None or not is_verb(word):
        return False
    return bool(complements(reading, word, infinitive=False)) or _before_quotation(reading, word)


def _before_quotation(reading: Reading, word: Word) -> bool:
    following = reading[word.place + 1 : word.place + 3]
    return CUES.speaks(CUES.lemma(word.lemma)) and any(after.tag in _QUOTATION_TAGS for after in following)


def second_cues(reading: Reading, head: Word, cue: Word | None = None) -> frozenset[int]:
    """What a second cue takes from a content: "... and warned that ...", "..., adding that ..."; cue: the first."""
    lost: set[int] = set()
    waiting = [(head, 0)]
    while waiting:
        word, depth = waiting.pop()
        for child in reading.children(word):
            if child.place > word.place and (
                _goes_on_telling(reading, child) or (cue is not None and goes_on_beside(reading, cue, child))
            ):
                lost |= places(reading.subtree(child)) | _joining(reading, child)
            elif child.dep in _GOING_ON and depth < _DEEPEST:
                waiting.append((child, depth + 1))
    return frozenset(lost)


def goes_on_beside(reading: Reading, cue: Word, word: Word) -> bool:
    """Whether a cue hangs on the content but has the form of the first cue: "says it is ... and calls him"."""
    if (
        word.dep != "conj"
        or word.tag != cue.tag
        or own_subject(reading, word) is not None
        or not is_verb(word)
    ):
        return False
    if reading.head(word).tag == word.tag or reading.child(word, "aux", "auxpass") is not None:
        return False
    lemma = CUES.lemma(word.lemma)
    return any(CUES.manner(lemma, one) is not None for one in _AFTER_AND)


def _goes_on_telling(reading: Reading, word: Word) -> bool:
    """Whether a verb tells on: without a subject, of the same speaker, or with one, of another."""
    if CUES.manner(CUES.lemma(word.lemma), "clause") not in ("speech", "act") or not introduces(
        reading, word
    ):
        return False
    if own_subject(reading, word) is not None:
        mark = reading.child(word, "mark")
        if word.dep == "advcl":
            return mark is not None and mark.text.lower() in _SETTING_BESIDE
        return word.dep == "conj" and word.tag in ("VBD", "VBZ", "VBP")
    if word.dep == "conj":
        return word.tag in ("VBD", "VBZ", "VBP", "VBG") and reading.child(word, "aux") is None
    before = reading[word.place - 1] if word.place else word
    return (
        word.dep == "advcl"
        and word.tag == "VBG"
        and (before.text in {",", "—", "–", "--", "-"} or before.tag in _QUOTATION_TAGS)
    )


def _joining(reading: Reading, word: Word) -> frozenset[int]:
    """The comma and the conjunction before a clause."""
    found: set[int] = set()
    start = min(places(reading.subtree(word)))
    while start > 0 and reading[start - 1].text.lower() in {",", "and", "but", "then", "also", "while"}:
        start -= 1
        found.add(start)
    return frozenset(found)
