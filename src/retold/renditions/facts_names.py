"""Words to the names of persons, bodies and states among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from retold.renditions.fact import Fact
from retold.renditions.meaning_words import listed, states, stems
from retold.renditions.name_likeness import frequency, is_common
from retold.renditions.word import Word

# A headline in title case has at least so many content words with a capital, and at most so many without.
SHORT, LOWER_CASE = 4, 1
# Frequency (log10 per billion words) below which a word that begins a sentence is taken for a name, unless it is seen
# to be a common word.
RARE = 3.0
# A sentence ends with one of these, a headline with a question mark at most.
_ENDS = frozenset('.!"”')
# Names that are written like function words, in capitals.
_CAPITALS = frozenset(["US", "WHO", "IT"])
_BEFORE_A_SENTENCE = frozenset("\"'“”‘’«»„(.!?:;•-–—…")


def names(words: Sequence[Word]) -> list[Fact]:
    """Names in order: `place` for states, their capitals and people, otherwise `name`.

    The group of a name is "person" when nothing in it speaks of an office or body, else "body"; "doubtful" for a
    single word at the beginning of a sentence that may be any word; of a place "state".
    In a headline in title case nothing but states is found, for there every word has a capital.
    """
    headline = _is_headline(words)
    found: list[Fact] = []
    for first, last in _runs(words):
        found += _named(words, first, last, headline)
    return found


def _is_headline(words: Sequence[Word]) -> bool:
    if not words:
        return False
    content = [word for word in words if not word.is_function and not word.number]
    capitals = sum(word.text[0].isupper() for word in content)
    return words[-1].text not in _ENDS and capitals >= SHORT and len(content) - capitals <= LOWER_CASE


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised words that can be names; hyphens join them."""
    first = None
    for place in range(len(words) + 1):
        if place < len(words) and (_capital(words, place) or (first is not None and _hyphen(words, place))):
            first = place if first is None else first
        elif first is not None:
            yield first, place
            first = None


def _capital(words: Sequence[Word], place: int) -> bool:
    word = words[place]
    if word.is_mark or not word.text[0].isupper() or (word.is_function and word.text not in _CAPITALS):
        return False
    if word.text == "I" or word.form in listed("time", "weekday") | listed("time", "month"):
        return False
    return not _begins(words, place) or _name_at_the_start(words, place)


def _begins(words: Sequence[Word], place: int) -> bool:
    """Whether a word begins a sentence or a quotation, where every word has a capital."""
    if place > 1 and words[place - 1].text == "." and _abbreviation(words[place - 2]):
        return False
    return place == 0 or words[place - 1].text in _BEFORE_A_SENTENCE


def _abbreviation(word: Word) -> bool:
    """Whether a full stop after the word marks a title or an initial: Mr., J."""
    return word.form in listed("name", "titles") or (len(word.text) == 1 and word.text.isupper())


def _name_at_the_start(words: Sequence[Word], place: int) -> bool:
    """Whether a word that begins a sentence is a name: a state, a rare word, or by what follows."""
    word = words[place]
    if (word.text.isupper() and len(word.text) > 1) or (word.form,) in states():
        return True
    after = words[place + 1] if place + 1 < len(words) else word
    before_a_name = after is not word and after.text[0].isupper() and not after.is_function
    return before_a_name or not is_common(word.form)


def _sure(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a run is a name beyond doubt: not a single, not so rare word that begins a sentence."""
    if last - first > 1 or not _begins(words, first) or frequency(words[first].form) < RARE:
        return True
    return last < len(words) and words[last].stem in stems("attribution", "says")


def _hyphen(words: Sequence[Word], place: int) -> bool:
    return words[place].text == "-" and place + 1 < len(words) and words[place + 1].text[0].isupper()


def _named(words: Sequence[Word], first: int, last: int, headline: bool) -> Iterator[Fact]:
    """The states in a run of capitals, and the names between them."""
    start = place = first
    while place < last:
        length = _state_at(words, place, last)
        if not length:
            place += 1
            continue
        yield from _name(words, start, place, headline)
        forms = tuple(word.form for word in words[place : place + length])
        yield Fact("place", place, place + length, states()[forms], "state")
        start = place = place + length
    yield from _name(words, start, last, headline)


def _state_at(words: Sequence[Word], place: int, last: int) -> int:
    """How many words from a place on name a state, 0 for none."""
    for length in range(min(3, last - place), 0, -1):
        if tuple(word.form for word in words[place : place + length]) in states():
            return length
    return 0


def _name(words: Sequence[Word], first: int, last: int, headline: bool) -> Iterator[Fact]:
    while last - first > 1 and words[first].form in listed("name", "titles"):
        first += 1
    parts = [word for word in words[first:last] if not word.is_mark]
    if not parts or headline or all(len(word.form) == 1 for word in parts):
        return
    bodies = listed("name", "bodies")
    group = "body" if any(word.form in bodies for word in parts) else "person"
    group = group if _sure(words, first, last) else "doubtful"
    yield Fact("name", first, last, " ".join(word.form for word in parts), group)
