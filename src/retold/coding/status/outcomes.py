"""What became of plans, promises, threats and attempts: "kept its promise to", "failed in its bid to"."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from retold.coding.status.own import own_telling
from retold.coding.status.told import DENIED, MADE, Told, about, governed
from retold.coding.status.words import Effect, keys, lemma, status_words
from retold.reading.parse import Reading, Word

Judge = Callable[[Word], Told]
"""How another word of the sentence is told."""
_OPEN = ("planned", "demanded", "risked")
_OBJECTS = ("dobj", "nsubjpass")
_SAID_OF = ("prt", "oprd", "acomp", "advmod")


def brought_about(reading: Reading, noun: Word, effect: Effect, told: Judge) -> Told:
    """What a noun makes of what it is about, with what the verb that it depends on says of how it came out."""
    if effect in _OPEN:
        for verb, way in _ways(reading, noun):
            made = status_words().effect(way, *_names(reading, verb, noun))
            if made is not None and not _is_idle(noun, verb):
                return governed(made, told(verb))
    return about(effect, told(noun))


def is_fulfilled(reading: Reading, noun: Word) -> bool:
    """Whether somebody did what a noun promises or threatens: "made good on its threat to expel him"."""
    return any(
        status_words().effect(way, *_names(reading, verb, noun)) == "carries"
        and not _is_idle(noun, verb)
        and verb.tag in ("VBD", "VBN", "VBZ")
        and own_telling(reading, verb).plain
        for verb, way in _ways(reading, noun)
    )


def _ways(reading: Reading, noun: Word) -> Iterator[tuple[Word, str]]:
    """The verbs and adjectives that say what became of it, with the list that has them."""
    head = reading.head(noun)
    if noun.dep in _OBJECTS or noun.dep == "pobj":
        verb = reading.head(head) if noun.dep == "pobj" else head
        yield from ((one, "outcome") for one in (verb, *_joined(reading, verb, noun)))
    elif noun.dep == "nsubj":
        said_of = reading.child(head, "acomp")
        yield from ((one, "success") for one in (said_of or head, *_joined(reading, head, noun)))


def _joined(reading: Reading, verb: Word, noun: Word) -> Iterator[Word]:
    """Verbs joined to that of a subject: was uncovered and foiled."""
    if noun.dep in ("nsubj", "nsubjpass"):
        yield from (child for child in reading.children(verb) if child.dep == "conj")


def _names(reading: Reading, verb: Word, noun: Word) -> Iterator[str]:
    """Under which a verb stands in the lists: make_good_on, act_on, foil."""
    preposition = reading.head(noun).text.lower() if noun.dep == "pobj" else None
    names = [
        *(f"{lemma(verb)}_{one.text.lower()}" for one in reading.children(verb) if one.dep in _SAID_OF),
        *keys(reading, verb),
    ]
    if preposition is not None:
        yield from (f"{name}_{preposition}" for name in names)
    else:
        yield from names


def _is_idle(noun: Word, verb: Word) -> bool:
    """Only words that are given are kept: "kept its plans to sell secret"."""
    return lemma(verb) == "keep" and not status_words().has("given_words", lemma(noun))


def is_braved(reading: Reading, noun: Word, verb: Word) -> bool:
    """Whether a threat is made light of, which makes it none the less one."""
    words = status_words()
    light = any(words.has("makes_light", key) for key in keys(reading, verb))
    return light and words.has("threats", lemma(noun))


def nearly(reading: Reading, preposition: Word) -> Told | None:
    """ "Came close to", "came within hours of", "stopped short of", "is close to"; None for other prepositions."""
    form = preposition.text.lower()
    head = reading.head(preposition)
    place = head.text.lower()
    if (place, form) in (("short", "of"), ("far", "from")):
        return DENIED.because("preposition", f"{place} {form}")
    verb = next((one for one in reading.above(preposition) if one.pos in ("VERB", "AUX")), None)
    close = place in ("close", "near", "closer", "nearer") and form == "to"
    within = form == "of" and head.dep == "pobj" and reading.head(head).text.lower() == "within"
    if verb is None or not (close or within):
        return None
    if verb.lemma.lower() in ("come", "get") and verb.tag in ("VBD", "VBN"):
        return DENIED.because("preposition", f"{verb.text.lower()} {place} {form}")
    return MADE["planned"].because("preposition", f"{place} {form}") if close else None
