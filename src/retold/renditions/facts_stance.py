"""Words to how what is said is meant: denied, left open, still to come, said by someone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from retold.renditions.fact import Fact
from retold.renditions.meaning_words import listed, phrases, stems
from retold.renditions.word import Word, is_irregular

# Words after "not", "will" or "may" within which the word is looked for that it bears on.
REACH = 6
# Words after a negation within which "automatically" makes it a partial one.
PARTIAL_REACH = 3
# Words between a verb of saying and who says it.
SPEAKER_REACH = 6

# Words before the head of a clause within which its auxiliary is looked for.
AUXILIARY_REACH = 4
# Marks that do not end a clause.
_INSIDE = "-–'\"“”‘’"
# A contracted "will".
_WILL = ("'ll", "’ll")
# Lists of `meaning.toml` to the group of the modal words in them: of words that stand alone, and before "to".
_MODAL = {"possible": "possible", "likely": "likely", "future": "future", "demanded": "demanded"}
_INFINITIVE = {"planned": "future", "expected": "expected", "certain": "certain", "seeming": "likely"}
_TENSES = ("open", "past", "present")


def negations(words: Sequence[Word]) -> Iterator[Fact]:
    """Negations, "refused to" among them, with what they deny; group "partial" for "not necessarily" and its like."""
    for place, word in enumerate(words):
        if (word.form in listed("negation", "explicit") or word.text == "n't") and not _idle(words, place):
            if (
                place + 1 < len(words)
                and words[place + 1].form in listed("grammar", "asked")
                and word.form != "not"
            ):
                continue
            near = words[place + 1 : place + 1 + PARTIAL_REACH]
            partial = any(other.form in listed("negation", "partial") for other in near)
            yield Fact(
                "negation", place, place + 1, "not", "partial" if partial else "", head(words, place + 1)
            )
        elif (
            word.stem in stems("negation", "refusing")
            and place + 1 < len(words)
            and words[place + 1].form == "to"
        ):
            yield Fact("negation", place, place + 2, "refuse", "", head(words, place + 2))


def _idle(words: Sequence[Word], place: int) -> bool:
    """Whether the negation is part of a phrase that denies nothing ("not only")."""
    forms = [word.form for word in words[max(0, place - 1) : place + 3]]
    own = min(1, place)
    return any(
        tuple(forms[start : start + len(phrase)]) == phrase
        for phrase in phrases("negation", "idle")
        for start in range(own + 1)
        if start <= own < start + len(phrase)
    )


def implied_negations(words: Sequence[Word]) -> list[int]:
    """Words that deny by their sense: refused, failed, without, unable, non-."""
    return [
        place
        for place, word in enumerate(words)
        if word.stem in stems("negation", "implied")
        or (word.form == "free" and place and words[place - 1].text == "-")
        or (word.form == "non" and place + 1 < len(words) and words[place + 1].text == "-")
    ]


def hedges(words: Sequence[Word]) -> list[int]:
    """Words that leave a thing open."""
    return [place for place, word in enumerate(words) if word.stem in stems("modality", "hedges")]


def modalities(words: Sequence[Word]) -> Iterator[Fact]:
    """Modal words with the word they bear on.

    Groups: "possible" (may), "likely" (probably, seems to), "expected", "future" (will, is set to), "certain",
    "demanded" (must).
    """
    alone, _ = _groups()
    for place, word in enumerate(words):
        if group := _before_infinitive(words, place):
            yield Fact("modality", place, place + 2, word.form, group, head(words, place + 2))
        elif word.text.lower().endswith(_WILL):
            yield Fact("modality", place, place + 1, "will", "future", head(words, place + 1))
        elif word.text != "May" and (group := alone.get(word.form, "")):
            yield Fact("modality", place, place + 1, word.form, group, _verb(words, place + 1))


def _verb(words: Sequence[Word], place: int) -> int | None:
    """What a modal word bears on: after "be" where one follows soon ("may at this time be left")."""
    near = range(place, min(len(words), place + REACH))
    return head(words, next((beyond + 1 for beyond in near if words[beyond].form == "be"), place))


def _before_infinitive(words: Sequence[Word], place: int) -> str:
    """The group of a word that stands before "to" and a verb, "" for another."""
    if place + 1 >= len(words) or words[place + 1].form != "to":
        return ""
    group = _groups()[1].get(words[place].form, "")
    if place + 2 < len(words) and words[place + 2].form in listed("grammar", "determiners"):
        return ""
    before = words[place - 1].text.lower() if place else ""
    if words[place].form in listed("modality", "after_be") and before not in listed("grammar", "present"):
        return ""
    return "" if before in ("was", "were") and group == "future" else group


@cache
def _groups() -> tuple[dict[str, str], dict[str, str]]:
    """Word form to the group of the modal words it belongs to, standing alone and before "to"."""
    alone, before_to = (
        {form: group for name, group in reversed(lists.items()) for form in listed("modality", name)}
        for lists in (_MODAL, _INFINITIVE)
    )
    return alone, before_to


def head(words: Sequence[Word], place: int) -> int | None:
    """The first content word from a place on that is no adverb in -ly; a mark ends the search, a hyphen does not."""
    for near in range(place, min(len(words), place + REACH)):
        word = words[near]
        if word.form in listed("grammar", "clause") or (word.is_mark and word.text not in _INSIDE):
            return None
        if word.form == "longer" and words[near - 1].form == "no":
            continue
        if not word.is_function and not _is_adverb(word.form):
            return near
    return None


def _is_adverb(form: str) -> bool:
    if form in listed("negation", "partial") or form in listed("grammar", "degree"):
        return True
    return form.endswith("ly") and form not in listed("negation", "adjectives")


def stance(words: Sequence[Word], place: int, modal: Sequence[Fact]) -> str:
    """How the word at a place is meant: the group of its modal word, else "past", "open" (to meet) or "present".

    By the auxiliary before it, with nothing but function words and adverbs between; without one by its own form.
    """
    for fact in modal:
        if fact.head == place:
            return fact.group
    if _before_infinitive(words, place):
        return "open"
    infinitive = False
    for near in range(place - 1, max(-1, place - AUXILIARY_REACH - 1), -1):
        form = _auxiliary(words[near])
        infinitive = infinitive or form in ("to", "be")
        if tense := _in_tenses(form):
            return tense
        if not words[near].is_function and not _is_adverb(form):
            break
    if infinitive:
        return "open"
    form = words[place].form
    return "past" if is_irregular(form) or form.endswith("ed") else "present"


def _auxiliary(word: Word) -> str:
    """The form of a word, of "we're" that of its verb."""
    return "are" if word.text.lower().endswith(("'re", "’re")) else word.form


def _in_tenses(form: str) -> str:
    return next((tense for tense in _TENSES if form in listed("grammar", tense)), "")


def with_auxiliary(words: Sequence[Word], place: int) -> int:
    """Where the auxiliary before a negation or verb stands, its own place when there is none."""
    before = place - 1
    return before if before >= 0 and words[before].form in listed("grammar", "auxiliary") else place


def attributions(words: Sequence[Word], named: Sequence[Fact]) -> Iterator[Fact]:
    """Verbs of saying and "according to", with the person or body near that says it as value ("" when none)."""
    for place, word in enumerate(words):
        according = word.form == "according" and place + 1 < len(words) and words[place + 1].form == "to"
        if according or (word.stem in stems("attribution", "says") and not word.is_function):
            speaker = _speaker(place, named)
            yield Fact("attribution", place, place + 1, speaker.value if speaker else "", word.stem, None)


def _speaker(place: int, named: Sequence[Fact]) -> Fact | None:
    """The name nearest to a verb of saying, before it or after."""
    near = [
        (max(place - fact.last, fact.first - place - 1), fact.first, fact)
        for fact in named
        if max(place - fact.last, fact.first - place - 1) <= SPEAKER_REACH
    ]
    return min(near, key=lambda found: found[:2])[2] if near else None
