"""What is made of an event that a noun names: "the cancelled talks", "called for a ceasefire", "the risk of war"."""

from __future__ import annotations

from retold.coding.status.arrangements import is_ahead
from retold.coding.status.outcomes import Judge, brought_about, is_braved
from retold.coding.status.told import ACTUAL, DENIED, MADE, Told, governed, within
from retold.coding.status.words import keys, lemma, status_words
from retold.reading.parse import Reading, Word

NOUNS = frozenset({"NOUN", "PROPN"})
_VERBS = frozenset({"VERB", "AUX"})
# Prepositions that join a noun to what it is about.
_ABOUT = frozenset({"of", "for", "to", "on", "against", "about", "over", "from", "in", "into"})
_BEFORE = frozenset({"before", "ahead", "until"})
_AT = frozenset({"at", "during", "in"})


def noun_telling(reading: Reading, word: Word, told: Judge) -> Told:
    """How an event is told that a noun names; told: how another word of the sentence is told."""
    near = (_by_none(reading, word), _by_modifier(reading, word), _by_participle(reading, word))
    own = next((telling for telling in near if not telling.plain), ACTUAL)
    if not own.polarity:
        return own
    if own.future and _came_about(reading, word, told):
        return ACTUAL
    telling = _by_place(reading, word, told)
    if not own.plain:
        return own if telling.polarity else within(own, telling)
    return _by_any(reading, word, telling) if telling.polarity else telling


def _by_none(reading: Reading, word: Word) -> Told:
    for child in reading.children(word):
        form = child.text.lower()
        if child.dep in ("det", "neg", "advmod") and status_words().has("none", form):
            return DENIED.because("none", form)
    return ACTUAL


def _by_any(reading: Reading, word: Word, telling: Told) -> Told:
    if any(child.dep == "det" and child.text.lower() == "any" for child in reading.children(word)):
        return MADE["risked"].because("determiner", "any")
    return telling


def _by_modifier(reading: Reading, word: Word) -> Told:
    for child in reading.children(word):
        if child.dep in ("amod", "compound", "nmod"):
            effect = status_words().effect("modifier", child.text.lower())
            if effect is not None:
                return MADE[effect].because("modifier", child.text.lower())
        if (
            child.dep in ("poss", "npadvmod")
            and child.entity in ("DATE", "TIME")
            and is_ahead(reading, child)
        ):
            return MADE["planned"].because("modifier", child.text.lower())
    return ACTUAL


def _by_participle(reading: Reading, word: Word) -> Told:
    """ "Talks cancelled", "a visit planned for June"."""
    for child in reading.children(word):
        if child.dep == "acl" and child.tag in ("VBN", "VBD"):
            effect = status_words().effect("object", *keys(reading, child))
            if effect in ("planned", "denied", "refuted", "risked", "supposed", "demanded"):
                return governed(effect, ACTUAL).because("participle", child.text.lower())
        if child.dep == "acl" and child.tag == "VB" and child.lemma.lower() in ("come", "follow", "begin"):
            return MADE["planned"].because("participle", child.text.lower())
    return ACTUAL


def _by_place(reading: Reading, word: Word, told: Judge) -> Told:
    """By where the noun stands: object, subject, behind a preposition, before another noun."""
    head = reading.head(word)
    if head.place == word.place:
        return ACTUAL
    if word.dep in ("conj", "appos"):
        return noun_telling(reading, head, told) if head.pos in NOUNS else ACTUAL
    if word.dep in ("compound", "nmod", "amod") and head.pos in NOUNS:
        return _before_noun(reading, head, told)
    if word.dep == "pobj":
        return _behind(reading, word, head, told)
    if head.pos not in _VERBS:
        return ACTUAL
    if word.dep in ("dobj", "nsubjpass", "oprd"):
        return _object(reading, word, head, told)
    if word.dep == "nsubj":
        return _subject(reading, word, head, told)
    if word.dep == "attr":
        return told(head)
    return ACTUAL


def _came_about(reading: Reading, word: Word, told: Judge) -> bool:
    """ "Held the planned talks", "the threatened strike began": what was ahead has come."""
    verb = reading.head(word)
    words = status_words()
    if verb.pos not in _VERBS or verb.tag not in ("VBD", "VBN", "VBZ") or not told(verb).plain:
        return False
    if word.dep in ("dobj", "nsubjpass"):
        return any(words.has("realises", key) for key in keys(reading, verb))
    return word.dep == "nsubj" and words.effect("happening", *_with_adverb(reading, verb)) == "carries"


def _before_noun(reading: Reading, head: Word, told: Judge) -> Told:
    """ "A ceasefire proposal", "war fears"."""
    effect = status_words().effect("noun", lemma(head))
    if effect is None or effect == "fact":
        return ACTUAL
    return brought_about(reading, head, effect, told).because("noun", head.text.lower())


def _behind(reading: Reading, word: Word, preposition: Word, told: Judge) -> Told:
    form = preposition.text.lower()
    head = reading.head(preposition)
    if form == "without":
        return DENIED.because("preposition", form)
    if form in _BEFORE or (form == "of" and head.text.lower() == "ahead"):
        return (
            MADE["planned"].because("preposition", form) if not _past_above(reading, preposition) else ACTUAL
        )
    if form == "of" and head.text.lower() == "instead":
        return DENIED.because("preposition", "instead of")
    after = reading[preposition.place + 1].text.lower()
    if status_words().effect("mark", form) == "supposed" or (form, after) == ("in", "case"):
        return MADE["risked"].because("preposition", form)
    own = [f"{key}_{form}" for key in keys(reading, head)]
    effect = status_words().effect("behind", *own)
    if effect is not None:
        return governed(effect, told(head)).because("behind", own[0].replace("_", " "))
    if head.pos in NOUNS and form in _ABOUT:
        return _about(reading, head, told)
    if head.pos == "ADJ":
        by_adjective = status_words().effect("adjective", lemma(head), head.text.lower())
        if by_adjective in ("risked", "planned", "denied"):
            return governed(by_adjective, told(head)).because("adjective", head.text.lower())
    if form in _AT and head.pos in _VERBS:
        above = told(head)
        return (
            above if above.modality == "planned" and above.polarity and not _known(reading, word) else ACTUAL
        )
    if form == "of" and head.dep == "prep":
        return ACTUAL
    return ACTUAL


def _past_above(reading: Reading, preposition: Word) -> bool:
    """ "Before the attack" in a sentence about what is past for itself: the attack came."""
    return preposition.text.lower() != "ahead" and any(
        other.tag == "VBD"
        for other in [reading.head(preposition), *reading.children(reading.head(preposition))]
    )


def _about(reading: Reading, head: Word, told: Judge) -> Told:
    words = status_words()
    if words.has("conditional_nouns", lemma(head)) and reading.head(head).text.lower() == "in":
        return MADE["risked"].because("preposition", f"in the {head.text.lower()} of")
    effect = words.effect("noun", lemma(head))
    if effect is None or effect == "fact":
        return ACTUAL
    return brought_about(reading, head, effect, told).because("noun", head.text.lower())


def _object(reading: Reading, word: Word, verb: Word, told: Judge) -> Told:
    if is_braved(reading, word, verb):
        return ACTUAL
    effect = status_words().effect("object", *keys(reading, verb))
    if effect is not None and effect != "carries":
        return governed(effect, told(verb)).because("object", verb.text.lower())
    above = told(verb)
    if effect == "carries" or not _known(reading, word):
        return above
    return ACTUAL


def _known(reading: Reading, word: Word) -> bool:
    """Whether a noun is taken as known: "the attack", "Tuesday's attack"."""
    return any(
        child.dep == "poss" or (child.dep == "det" and status_words().has("known", child.text.lower()))
        for child in reading.children(word)
    )


def _subject(reading: Reading, word: Word, verb: Word, told: Judge) -> Told:
    """Of a verb that says whether it comes about, or of an adjective that does."""
    words = status_words()
    said_of = reading.child(verb, "acomp")
    if lemma(verb) in ("be", "remain", "become", "seem", "look", "appear") and said_of is not None:
        effect = words.effect("adjective", lemma(said_of), said_of.text.lower())
        if effect in ("planned", "demanded", "risked", "supposed", "denied"):
            return governed(effect, told(verb)).because("adjective", said_of.text.lower())
        return ACTUAL
    effect = words.effect("happening", *_with_adverb(reading, verb))
    if effect is None:
        return _by_would(reading, word, verb)
    return governed(effect, told(verb))


def _with_adverb(reading: Reading, verb: Word) -> tuple[str, ...]:
    """Under which a verb stands in the lists, also where the parse takes a particle for an adverb: fell through."""
    after = reading[verb.place + 1].text.lower() if verb.place + 1 < len(reading) else ""
    return (f"{lemma(verb)}_{after}", *keys(reading, verb))


def _by_would(reading: Reading, word: Word, verb: Word) -> Told:
    """ "An attack on Estonia would mean war": there is none yet; "the attack would have consequences": there is."""
    would = any(
        child.dep == "aux" and status_words().has("would", child.text.lower())
        for child in reading.children(verb)
    )
    definite = any(
        child.dep == "det" and status_words().has("known", child.text.lower())
        for child in reading.children(word)
    )
    return MADE["risked"].because("modal", "would") if would and not definite else ACTUAL
