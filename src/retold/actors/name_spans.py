"""A sentence to the places where names stand: those the parse found and those the dictionary knows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wordfreq import zipf_frequency

from retold.actors.dictionary import Dictionary, Words, plain
from retold.reading.parse import Reading, Word

# Kinds of OntoNotes' entities that can be actors.
_KINDS = {
    "PERSON": "person",
    "ORG": "organisation",
    "NORP": "group",
    "GPE": "country",
    "LOC": "place",
    "FAC": "place",
}
# Zipf frequency below which a word with a capital is rather a name, whatever its parse (judgement, not calibrated).
RARE = 1.5
_NO_NAME = frozenset(("VERB", "AUX", "PRON", "SCONJ"))
_WHERE = frozenset(("in", "at", "near", "around", "outside", "inside", "across", "downtown", "central"))


def name_spans(reading: Reading, known: Dictionary) -> dict[int, tuple[int, str]]:
    """Where names begin, with where they end and their kinds; of overlapping ones the earliest and longest."""
    found: dict[int, tuple[int, str]] = {}
    reached = 0
    every = [*entity_spans(reading), *_listed_spans(reading, known)]
    for start, end, kind in sorted(every, key=lambda span: (span[0], -span[1])):
        if start >= reached and not _ends_a_title(reading, start, end, known):
            found[start] = end, kind
            reached = end
    return found


def _ends_a_title(reading: Reading, start: int, end: int, known: Dictionary) -> bool:
    """Whether a word that passes for a body's name ends an office's: Secretary of State, Minister of Defence."""
    if start < 2 or end - start > 1 or reading[start - 1].text.casefold() != "of":
        return False
    office = reading[start - 2].text
    return office[:1].isupper() and plain(office) in known.roles


def _listed_spans(reading: Reading, known: Dictionary) -> Iterator[tuple[int, int, str]]:
    """Runs of words with capitals that the dictionary knows and the parse may not."""
    words = reading.words
    for start, word in enumerate(words):
        if not word.text[:1].isupper():
            continue
        if start and words[start - 1].text[:1].isupper() and words[start - 1].pos == "PROPN":
            continue
        for end, form in _forms_from(reading, start, known):
            entries = known.named(form, in_capitals=all(part.text.isupper() for part in words[start:end]))
            if entries and (end - start > 1 or word.text.isupper() or _is_name(word)):
                yield start, end, entries[0].kind
                break
            if form in known.nations and (word.pos == "ADJ" or start or _is_name(word)):
                yield start, end, "country"
                break


def _is_name(word: Word) -> bool:
    """Whether a word with a capital is a name: by its parse, or because it is hardly a word of English."""
    return word.pos == "PROPN" or zipf_frequency(word.text.lower(), "en") < RARE


def _forms_from(reading: Reading, start: int, known: Dictionary) -> Iterator[tuple[int, Words]]:
    """Where names that begin at a place may end, with their words as they are looked up, the longest first."""
    first = plain(reading[start].text)
    most = known.longest if known.lengths is None or not first else known.lengths.get(first[0], 0)
    found: list[tuple[int, Words]] = []
    form: Words = ()
    if most:
        for end in range(start + 1, _reach(reading, start, known.longest) + 1):
            added = plain(reading[end - 1].text)
            form = (*form, *added)
            if len(form) > most:
                break
            if added:
                found.append((end, form))
    return reversed(found)


def _reach(reading: Reading, start: int, longest: int) -> int:
    """Where a name that begins at a place ends at the latest: no name has a verb or a pronoun in small letters."""
    most = min(len(reading), start + longest)
    return next(
        (
            place
            for place in range(start + 1, most)
            if reading[place].pos in _NO_NAME and reading[place].text[:1].islower()
        ),
        most,
    )


def entity_spans(reading: Reading) -> Iterator[tuple[int, int, str]]:
    """Named entities, without determiners, possessives and titles at their edges."""
    for words in reading.entities():
        kind = _KINDS.get(words[0].entity)
        if kind is None:
            continue
        first, last = words[0].place, words[-1].place + 1
        while first < last and (
            reading[first].pos == "DET"
            or plain(reading[first].text)[:1] in (("mr",), ("mrs",), ("ms",), ("dr",))
        ):
            first += 1
        while last > first and (reading[last - 1].tag == "POS" or not reading[last - 1].text[-1:].isalnum()):
            last -= 1
        if first < last:
            yield first, last, kind


def is_where(reading: Reading, words: Sequence[Word]) -> bool:
    """Whether a capital says where something is, and stands for nobody: in a dateline, after "in"."""
    head = reading.head(words[-1])
    if head.text.casefold() in _WHERE or words[-1].dep in ("npadvmod", "ROOT"):
        return True
    before = reading[words[0].place - 1].text.casefold() if words[0].place else ""
    after = reading[words[-1].place + 1].text if words[-1].place + 1 < len(reading) else ""
    return before in _WHERE or (words[0].place == 0 and after in ("(", ",", "-", "\u2013", "\u2014", ":"))
