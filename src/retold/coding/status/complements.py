"""What a verb, adjective, noun or preposition makes of a clause it governs: "refused to ...", "the plan to ..."."""

from __future__ import annotations

from dataclasses import replace

from retold.coding.status.arrangements import first_person
from retold.coding.status.moods import quoted_command
from retold.coding.status.outcomes import Judge, brought_about, nearly
from retold.coding.status.own import (
    PAST,
    auxiliaries,
    auxiliary,
    finite,
    infinitive,
    past,
    pluperfect,
)
from retold.coding.status.told import ACTUAL, DENIED, MADE, Told, governed
from retold.coding.status.words import Effect, keys, lemma, status_words
from retold.reading.parse import Reading, Word

VERBS = ("VERB", "AUX")
_OPEN = ("hypothetical", "demanded", "planned")


def complement(reading: Reading, word: Word, head: Word, told: Judge) -> Told:
    """A clause that a verb or adjective governs."""
    if word.dep == "ccomp" and quoted_command(reading, word, head):
        return MADE["demanded"].because("imperative", word.text.lower())
    construction, effect = _effect(reading, word, head)
    if construction == "be to":
        return _be_to(reading, word, head, told)
    if effect is None:
        return told(head) if construction != "clause" else ACTUAL
    telling = made_of(reading, word, head, effect, told)
    return telling if effect == "carries" else telling.because(construction, head.text.lower())


def _effect(reading: Reading, word: Word, head: Word) -> tuple[str, Effect | None]:
    """The construction a clause stands in and what its governor makes of it."""
    words = status_words()
    if head.pos == "ADJ" or head.tag == "JJ":
        return "adjective", words.effect("adjective", lemma(head), head.text.lower())
    said_of = reading.child(head, "acomp", "oprd")
    if lemma(head) == "be" and said_of is not None:
        return "adjective", words.effect("adjective", lemma(said_of), said_of.text.lower())
    if infinitive(reading, word):
        asked = reading.child(word, "advmod")
        if asked is not None and asked.tag == "WRB":
            return "infinitive", "risked"
        return _infinitive(reading, head)
    if (word.tag == "VBG" or auxiliary(reading, word, "VBG")) and not finite(reading, word):
        return "gerund", words.effect("gerund", *keys(reading, head))
    if finite(reading, word) or word.pos not in VERBS:
        arisen = arisen_effect(reading, head)
        if arisen is not None:
            return "clause", arisen
        effect = words.effect("clause", *keys(reading, head)) if word.dep == "ccomp" else None
        # "Insisted that it was so" is said, "insisted that it be so" is demanded.
        return "clause", "said" if effect == "demanded" and past(reading, word) else effect
    if words.effect("clause", *keys(reading, head)) == "demanded":
        return "clause", "demanded"
    if lemma(head) == "be":
        return "be to", None
    return "infinitive", words.effect("infinitive", *keys(reading, head))


def arisen_effect(reading: Reading, verb: Word) -> Effect | None:
    """That of a noun whose clause stands behind the verb: "fears grow that ...", "it is time for him to go"."""
    if not status_words().has("arises", lemma(verb)):
        return None
    if any(lemma(child) == "time" and is_time(reading, child) for child in reading.children(verb)):
        return "demanded"
    subject = reading.child(verb, "nsubj")
    if subject is None or subject.pos != "NOUN":
        return None
    return status_words().effect("noun", lemma(subject))


def _infinitive(reading: Reading, head: Word) -> tuple[str, Effect | None]:
    words = status_words()
    yet = reading.child(head, "advmod")
    if lemma(head) in ("be", "have", "'ve") and yet is not None and yet.text.lower() == "yet":
        return "infinitive", "denied"
    if lemma(head) == "be":
        return "be to", None
    if lemma(head) in ("have", "'ve"):
        return "infinitive", "carries" if head.tag in PAST or past(reading, head) else "demanded"
    if head.text.lower() == "used":
        return "infinitive", "carries"
    if head.text.lower() in ("going", "gon"):
        return "infinitive", "planned"
    arisen = arisen_effect(reading, head)
    if arisen is not None:
        return "infinitive", arisen
    if lemma(head) == "ask" and reading.child(head, "dobj", "nsubjpass", "dative"):
        return "infinitive", "demanded"
    effect = words.effect("infinitive", *keys(reading, head))
    # "Is flying to Beijing to meet": behind other words the infinitive of a verb that is not listed is its purpose.
    purpose = reading.child(head, "prep", "npadvmod", "dobj") is not None
    return "infinitive", effect or ("planned" if purpose else "risked")


def _be_to(reading: Reading, word: Word, head: Word, told: Judge) -> Told:
    """ "The leaders are to meet", "the aim is to meet"."""
    if _came_to_nothing(reading, word, head):
        return Told("planned", False).because("be to", head.text.lower())
    subject = reading.child(head, "nsubj")
    effect = status_words().effect("noun", lemma(subject)) if subject is not None else None
    return governed(effect or "planned", told(head)).because("be to", head.text.lower())


def made_of(reading: Reading, word: Word, head: Word, effect: Effect, told: Judge) -> Told:
    """What an effect makes of a clause, with plans that came to nothing and wishes that others act."""
    telling = governed(effect, told(head))
    if effect == "wanted" and reading.child(word, "nsubj", "nsubjpass") and telling.modality == "planned":
        return replace(telling, modality="demanded")
    if effect == "believed" and first_person(reading, head) and telling.polarity:
        return ACTUAL
    if telling.modality in ("planned", "hypothetical") and _came_to_nothing(reading, word, head):
        return Told("planned", False)
    return telling


def _came_to_nothing(reading: Reading, word: Word, head: Word) -> bool:
    """ "Had been due to", "was to have": plans told as earlier than the past."""
    if infinitive(reading, word) and "have" in auxiliaries(reading, word) and past(reading, head):
        return lemma(head) == "be" or status_words().has("unfulfilled", lemma(head))
    verb = head if head.pos in VERBS else reading.head(head)
    return status_words().has("unfulfilled", lemma(head)) and (
        pluperfect(reading, head) or pluperfect(reading, verb)
    )


def of_noun(reading: Reading, word: Word, noun: Word, told: Judge) -> Told:
    """A clause on a noun: "the plan to ...", "the first to ...", "the fact that ...", "fears are high that ..."."""
    if noun.pos == "ADJ":
        subject = reading.child(reading.head(noun), "nsubj")
        noun = subject if subject is not None and subject.pos == "NOUN" else noun
    whole = word.dep == "relcl" and not infinitive(reading, word)
    if whole or (not infinitive(reading, word) and reading.child(word, "mark") is None):
        return _of_some(reading, word, noun, told)
    effect = status_words().effect("noun", lemma(noun))
    if is_time(reading, noun) and infinitive(reading, word):
        return MADE["demanded"].because("noun", noun.text.lower())
    if effect is not None:
        return brought_about(reading, noun, effect, told).because("noun", noun.text.lower())
    if _first_of(reading, noun):
        return told(noun) if noun.pos != "PROPN" else ACTUAL
    if infinitive(reading, word):
        return MADE["planned"].because("infinitive of a noun", noun.text.lower())
    return ACTUAL


def _of_some(reading: Reading, word: Word, noun: Word, told: Judge) -> Told:
    """ "Wants a president who listens": there is none yet; "will meet a man who fled": there is."""
    if any(child.text.lower() in ("a", "an") for child in reading.children(noun)) and not past(reading, word):
        above = told(noun)
        if word.tag in ("VBZ", "VBP", "VBN") and finite(reading, word) and above.modality in _OPEN:
            return MADE["supposed"].because("noun", noun.text.lower())
    return _of_none(reading, noun, told)


def _of_none(reading: Reading, noun: Word, told: Judge) -> Told:
    """ "There were no troops crossing the border": what nobody is, nobody does."""
    none = any(status_words().has("none", child.text.lower()) for child in reading.children(noun))
    above = told(reading.head(noun)) if noun.dep == "attr" else ACTUAL
    if none or (
        above.modality == "denied"
        and lemma(reading.head(noun)) == "be"
        and reading.child(reading.head(noun), "expl")
    ):
        return DENIED.because("none", noun.text.lower())
    return ACTUAL


def is_time(reading: Reading, noun: Word) -> bool:
    """ "It is time for the king to go"."""
    head = reading.head(noun)
    return lemma(noun) == "time" and noun.dep == "attr" and lemma(head) == "be" and _is_it(reading, head)


def _is_it(reading: Reading, verb: Word) -> bool:
    subject = reading.child(verb, "nsubj")
    return subject is not None and subject.text.lower() == "it"


def _first_of(reading: Reading, noun: Word) -> bool:
    """ "The first country to ..."."""
    if status_words().has("ordinals", lemma(noun)):
        return True
    return any(
        child.dep in ("amod", "nummod") and status_words().has("ordinals", child.text.lower())
        for child in reading.children(noun)
    )


def behind(reading: Reading, word: Word, preposition: Word, told: Judge) -> Told:
    """A gerund or clause behind a preposition: "accused of bombing", "by closing", "without consulting"."""
    form = preposition.text.lower()
    head = reading.head(preposition)
    before = reading[preposition.place - 1].text.lower() if preposition.place else ""
    if (form == "of" and before == "instead") or form in ("than", "instead"):
        return DENIED.because("preposition", form)
    missed = nearly(reading, preposition)
    if missed is not None:
        return missed
    own = [f"{key}_{form}" for key in keys(reading, head)]
    effect = status_words().effect("behind", *own)
    if effect is not None:
        return made_of(reading, word, head, effect, told).because("behind", own[0].replace("_", " "))
    by_head = status_words().effect("noun" if head.pos in ("NOUN", "PROPN") else "adjective", lemma(head))
    if (
        by_head is not None
        and head.pos not in VERBS
        and form in ("of", "for", "to", "in", "on", "about", "against", "at", "from")
    ):
        if head.pos == "ADJ":
            return governed(by_head, told(head)).because("adjective", head.text.lower())
        return brought_about(reading, head, by_head, told).because("noun", head.text.lower())
    by_mark = status_words().effect("mark", form)
    if by_mark == "denied":
        return DENIED.because("preposition", form)
    if by_mark in ("carries", "planned") and head.pos in VERBS:
        above = told(head)
        return above if by_mark == "carries" or above.modality in ("planned", "demanded") else ACTUAL
    gerund = status_words().effect("gerund", *keys(reading, head))
    if (
        gerund in ("denied", "refuted", "risked")
        and head.pos in VERBS
        and form not in ("by", "after", "while")
    ):
        return governed(gerund, told(head)).because("gerund", head.text.lower())
    return ACTUAL
