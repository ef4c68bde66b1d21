"""A predicate's own auxiliaries, negation and adverbs: how it is told apart from what governs it."""

from __future__ import annotations

from collections.abc import Iterator

from retold.coding.status.arrangements import by_arrangement
from retold.coding.status.told import ACTUAL, DENIED, Cue, Told, within
from retold.coding.status.words import lemma, status_words
from retold.reading.parse import Reading, Word

PAST = frozenset({"VBD", "VBN"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "advmod", "npadvmod", "dative"})
_MADE = {
    "planned": Told("planned", future=True),
    "risked": Told("hypothetical", future=True),
    "demanded": Told("demanded", future=True),
}


def own_telling(reading: Reading, word: Word) -> Told:
    """How a verb, adjective or noun is told by the words that depend on it."""
    if _requested(reading, word):
        return _MADE["demanded"].because("imperative", "please")
    told = within(_by_adverbs(reading, word), within(_by_modal(reading, word), by_arrangement(reading, word)))
    denial = denied_by(reading, word)
    if denial is None:
        return told
    cue = Cue("negation", denial.text.lower())
    return _negated(reading, word, told, cue)


def _requested(reading: Reading, word: Word) -> bool:
    before = reading[word.place - 1].text.lower() if word.place else ""
    return before in ("please", "kindly") and reading.child(word, "nsubj", "nsubjpass") is None


def _negated(reading: Reading, word: Word, told: Told, cue: Cue) -> Told:
    """A negation under a modal: what should not or may not be is no denial, what will not or cannot be is."""
    modal = auxiliary(reading, word, "MD")
    form = modal.text.lower() if modal else ""
    cues = (*told.cues, cue)
    if told.modality == "demanded":
        return Told("demanded", False, True, cues)
    if form in ("may", "might"):
        return Told("hypothetical", True, True, cues)
    if told.modality == "denied":
        return Told(cues=cues)
    return Told("denied", False, told.future, cues)


def auxiliary(reading: Reading, word: Word, *tags: str) -> Word | None:
    """The first of its auxiliaries with one of these tags."""
    return next(
        (child for child in reading.children(word) if child.dep in ("aux", "auxpass") and child.tag in tags),
        None,
    )


def auxiliaries(reading: Reading, word: Word) -> frozenset[str]:
    """Lemmas of its auxiliaries."""
    return frozenset(lemma(child) for child in reading.children(word) if child.dep in ("aux", "auxpass"))


def infinitive(reading: Reading, word: Word) -> bool:
    """Whether it stands behind "to"."""
    return auxiliary(reading, word, "TO") is not None


def finite(reading: Reading, word: Word) -> bool:
    """Whether it has a tense of its own."""
    if word.tag in ("VBD", "VBP", "VBZ", "MD"):
        return True
    return auxiliary(reading, word, "VBD", "VBP", "VBZ", "MD") is not None


def pluperfect(reading: Reading, word: Word) -> bool:
    """Whether it is told as earlier than something past: "had been", "had planned"."""
    had = auxiliary(reading, word, "VBD")
    return word.tag == "VBN" and had is not None and had.lemma.lower() in ("have", "had", "'d")


def _by_modal(reading: Reading, word: Word) -> Told:
    modal = auxiliary(reading, word, "MD")
    form = modal.text.lower() if modal else ""
    if modal is None:
        return ACTUAL
    perfect = "have" in auxiliaries(reading, word)
    effect = status_words().effect("modal", form)
    if status_words().has("would", form):
        return _by_would(reading, word, perfect).because("modal", form)
    if effect is None:
        return ACTUAL
    told = _MADE[effect]
    if perfect:
        told = Told(told.modality, form not in ("should", "ought"), False)
    return told.because("modal", form)


def _by_would(reading: Reading, word: Word, perfect: bool) -> Told:
    """ "Would" is what was to come in reported speech, else what a condition brings; with "have" it did not come."""
    if perfect:
        return Told("hypothetical", False)
    if reported(reading, word) and condition(reading, word) is None:
        return _MADE["planned"]
    return _MADE["risked"]


def reported(reading: Reading, word: Word) -> bool:
    """Whether a clause is what somebody said, in the past."""
    first = first_conjunct(reading, word)
    head = reading.head(first)
    if first.dep != "ccomp" or head.pos not in ("VERB", "AUX"):
        return False
    return head.tag in PAST and status_words().effect("clause", lemma(head)) in (
        None,
        "said",
        "planned",
        "fact",
    )


def first_conjunct(reading: Reading, word: Word) -> Word:
    """The first of the words it is joined to by "and"."""
    while word.dep == "conj" and word.head != word.place:
        word = reading.head(word)
    return word


def condition(reading: Reading, word: Word) -> Word | None:
    """The "if" or "unless" on which a clause depends."""
    for clause in reading.children(word):
        if clause.dep == "advcl":
            mark = reading.child(clause, "mark")
            if mark is not None and mark.text.lower() in ("if", "unless") and not _even_as(reading, mark):
                return mark
    return None


def _even_as(reading: Reading, mark: Word) -> bool:
    return mark.place > 0 and reading[mark.place - 1].text.lower() in ("as", "even", "only")


def _by_adverbs(reading: Reading, word: Word) -> Told:
    told = ACTUAL
    for adverb in _adverbs(reading, word):
        effect = status_words().effect("adverb", adverb.text.lower())
        if effect == "supposed":
            told = within(told, Told("hypothetical").because("adverb", adverb.text.lower()))
        elif effect == "denied" and told.plain and not _of_another(word, adverb):
            told = DENIED.because("adverb", adverb.text.lower())
    return told


def _of_another(word: Word, adverb: Word) -> bool:
    """ "Nearly 300 left": the adverb stands by another word than the predicate."""
    near = adverb.text.lower() in ("almost", "nearly", "hardly", "barely")
    return near and (adverb.place > word.place or word.tag not in ("VBD", "VBN", "JJ"))


def _adverbs(reading: Reading, word: Word) -> Iterator[Word]:
    for child in reading.children(word):
        if child.dep in ("advmod", "preconj", "neg", "cc:preconj"):
            yield child


def denied_by(reading: Reading, word: Word) -> Word | None:
    """The word that negates a predicate: "not", "no longer", "no talks were held", "nobody"."""
    for child in reading.children(word):
        if child.dep == "neg" and not _idle(reading, child):
            return child
        if child.dep in _ARGUMENTS and (child.dep != "advmod" or child.text.lower() == "longer"):
            none = _none(reading, child)
            if none is not None:
                return none
    return None


def _idle(reading: Reading, negation: Word) -> bool:
    """Whether the negation is that of "not only"; or an adverb that is looked at elsewhere."""
    following = reading[negation.place + 1].text.lower() if negation.place + 1 < len(reading) else ""
    if status_words().has("idle_negation", following) or negation.text.lower() in ("never",):
        return True
    return following == "until" or _ended(reading, negation)


def _ended(reading: Reading, negation: Word) -> bool:
    """ "Did not leave until dawn": they left then."""
    verb = reading.head(negation)
    if not past(reading, verb) or "have" in auxiliaries(reading, verb):
        return False
    return any(
        one.text.lower() == "until"
        for child in reading.children(verb)
        for one in (child, *reading.children(child))
        if child.place > verb.place and child.dep in ("prep", "advcl")
    )


def _none(reading: Reading, argument: Word) -> Word | None:
    """The word that says there is none of an argument."""
    words = status_words()
    after = reading[argument.place + 1].text.lower() if argument.place + 1 < len(reading) else ""
    if words.has("none", argument.text.lower()):
        return argument if after != "but" else None
    for child in reading.children(argument):
        if child.dep in ("det", "neg", "advmod") and words.has("none", child.text.lower()):
            return child
        following = reading[child.place + 1].text.lower() if child.place < argument.place else ""
        if child.text.lower() == "not" and following in ("a", "one", "even", "any"):
            return child
        if child.text.lower() == "little" and child.tag == "JJ":
            before = reading[child.place - 1].text.lower() if child.place else ""
            return child if before not in ("a", "the", "this", "that") else None
    return None


def past(reading: Reading, word: Word) -> bool:
    """Whether a clause stands in a past tense."""
    return word.tag == "VBD" or auxiliary(reading, word, "VBD") is not None
