"""What stands above a verb or adjective, to what it makes of it: "if ...", "... and ...", "to sign", a quotation."""

from __future__ import annotations

from dataclasses import replace

from retold.coding.status.complements import VERBS, arisen_effect, behind, complement, made_of, of_noun
from retold.coding.status.conditions import condition_before, inverted_condition
from retold.coding.status.moods import SUBJECTS, asked, commanded, of_sentence, quoted_command
from retold.coding.status.outcomes import Judge
from retold.coding.status.own import auxiliary, denied_by, finite, first_conjunct, infinitive, past
from retold.coding.status.told import ACTUAL, DENIED, MADE, Told, governed, within
from retold.coding.status.words import keys, lemma, status_words
from retold.reading.parse import Reading, Word

_AHEAD = ("planned", "demanded", "hypothetical")


def outer_telling(reading: Reading, word: Word, told: Judge) -> Told:
    """What stands above a verb or adjective makes of it; told: how another word of the sentence is told."""
    head = reading.head(word)
    conditional = condition_before(reading, word) if word.pos in VERBS else None
    if conditional is not None:
        return replace(MADE["risked"], cues=(conditional,))
    if head.place == word.place:
        return of_sentence(reading, word)
    if word.dep == "conj":
        return _joined(reading, word, told)
    if word.dep == "prep":
        return ACTUAL
    if word.dep in ("acomp", "attr", "oprd") and head.pos in VERBS:
        return told(head)
    inverted = inverted_condition(reading, word)
    if inverted is not None:
        return Told("hypothetical", future=True).because("inversion", inverted.text.lower())
    if word.dep in ("advcl", "pcomp", "csubj", "csubjpass", "ccomp", "dep"):
        marked = _marked(reading, word, told)
        if marked is not None:
            return marked
    if word.dep == "pcomp" or head.pos == "ADP":
        return behind(reading, word, head, told)
    if word.dep in ("relcl", "acl"):
        return of_noun(reading, word, head, told)
    if word.dep in ("csubj", "csubjpass"):
        return told(head)
    if word.dep == "advcl":
        if word.place < head.place and quoted_command(reading, word, head):
            return MADE["demanded"].because("imperative", word.text.lower())
        if word.tag == "VB" and word.place < head.place and commanded(reading, word):
            return MADE["demanded"].because("imperative", word.text.lower())
        return _adverbial(reading, word, head, told)
    if head.pos in ("VERB", "AUX", "ADJ") or word.dep in ("xcomp", "ccomp"):
        return complement(reading, word, head, told)
    return ACTUAL


def _joined(reading: Reading, word: Word, told: Judge) -> Told:
    """Words joined by "and" share what is above them; without subject and tense of their own also the auxiliaries."""
    head = reading.head(word)
    if reading.child(word, *SUBJECTS) and finite(reading, word):
        first = first_conjunct(reading, word)
        if first.dep in ("ccomp", "advcl", "relcl", "acl"):
            return outer_telling(reading, first, told)
        if reading.head(first).place == first.place and asked(reading, first):
            return outer_telling(reading, first, told)
        return ACTUAL
    if finite(reading, word) and not (word.tag == "VBP" and head.tag == "VB"):
        return outer_telling(reading, head, told)
    if commanded(reading, word) and _told_before(reading, word, head):
        return MADE["demanded"].because("imperative", word.text.lower())
    if (word.pos in VERBS and infinitive(reading, word) == infinitive(reading, head)) or not infinitive(
        reading, word
    ):
        return _shared(reading, head, told)
    return outer_telling(reading, head, told)


def _told_before(reading: Reading, word: Word, head: Word) -> bool:
    """Whether a bare verb is joined to one with a tense, of which it can share no auxiliary."""
    bare = word.tag == "VB" and head.tag in ("VBZ", "VBD", "VBP", "VBN")
    return bare and auxiliary(reading, head, "MD", "TO", "VBD") is None


def _shared(reading: Reading, head: Word, told: Judge) -> Told:
    """A conjunct under the first one's auxiliaries: "will meet and discuss"; "not to X but to Y" is denied once."""
    contrast = any(child.dep == "cc" and child.text.lower() == "but" for child in reading.children(head))
    if contrast and denied_by(reading, head) is not None:
        return outer_telling(reading, head, told)
    return told(head)


def _marked(reading: Reading, word: Word, told: Judge) -> Told | None:
    """A clause behind "if", "whether" or "unless"; None where its mark leaves it as it is."""
    mark = next((c for c in reading.children(word) if c.dep == "mark"), None)
    if mark is None:
        return None
    form = mark.text.lower()
    if form == "than" and not finite(reading, word):
        return DENIED.because("mark", form)
    if status_words().effect("mark", form) == "supposed":
        return Told("hypothetical", future=form in ("if", "unless") and not past(reading, word)).because(
            "mark", form
        )
    if form in ("before", "until") and not past(reading, word):
        head = told(reading.head(word))
        return within(ACTUAL, head) if head.modality != "denied" else MADE["planned"]
    return None


def _adverbial(reading: Reading, word: Word, head: Word, told: Judge) -> Told:
    """Purposes, participles and clauses of time."""
    if infinitive(reading, word):
        return _purpose(reading, word, head, told)
    if finite(reading, word):
        return _in_time(reading, word, told(head))
    mark = reading.child(word, "mark", "advmod")
    if mark is not None or word.tag == "VBN":
        return ACTUAL
    above = told(head)
    return above if above.modality in ("planned", "hypothetical", "demanded") and above.polarity else ACTUAL


def _in_time(reading: Reading, word: Word, above: Told) -> Told:
    """A clause of time in the present shares what lies ahead: "will meet when he arrives", "call me when it ends"."""
    if past(reading, word) or not above.polarity or above.modality not in _AHEAD:
        return ACTUAL
    mark = reading.child(word, "mark", "advmod")
    form = mark.text.lower() if mark is not None else ""
    if status_words().has("reasons", form):
        return ACTUAL
    if status_words().has("times", form) and above.future:
        return MADE["risked" if above.modality == "hypothetical" else "planned"].because("mark", form)
    return replace(above, cues=()) if above.modality == "planned" else ACTUAL


def _is_subject(reading: Reading, word: Word, head: Word) -> bool:
    """ "To attack the island would be madness": the subject, which a parse may take for a purpose."""
    return word.place < head.place and lemma(head) == "be" and not reading.child(head, *SUBJECTS, "csubj")


def _purpose(reading: Reading, word: Word, head: Word, told: Judge) -> Told:
    """ "Went to Cairo to sign": intended; a meeting and a means fulfil what they are for."""
    if _is_subject(reading, word, head):
        return told(head)
    arisen = arisen_effect(reading, head)
    if arisen is not None:
        return governed(arisen, told(head)).because("noun", head.text.lower())
    passive = status_words().effect("infinitive", *keys(reading, head))
    if passive is not None and not reading.child(head, "dobj") and head.pos in VERBS:
        return made_of(reading, word, head, passive, told).because("infinitive", head.text.lower())
    if status_words().has("meeting", lemma(head)):
        return told(head)
    object_before = reading[max(0, reading.subtree(word)[0].place - 1)]
    if object_before.dep in ("dobj", "pobj") and status_words().effect("noun", lemma(object_before)):
        return of_noun(reading, word, object_before, told)
    return governed("planned", told(head)).because("purpose", "to")
