"""Questions, commands and headlines: what a sentence makes of its own verb."""

from __future__ import annotations

from retold.coding.status.own import auxiliary, condition, infinitive, past
from retold.coding.status.told import ACTUAL, MADE, Told
from retold.coding.status.words import lemma, status_words
from retold.reading.cues import CUES
from retold.reading.parse import Reading, Word

_BEFORE_COMMANDS = ("punct", "neg", "aux", "advmod", "intj", "cc")
QUOTES = ('"', "”", "''", "'", "’")
SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass", "expl")


def of_sentence(reading: Reading, word: Word) -> Told:
    """A question leaves open what it asks, an infinitive by itself is a headline's future, a bare verb a command."""
    if _asks_for_reasons(reading, word):
        return Told("hypothetical").because("question", "why")
    if asked(reading, word):
        ends = any(other.text == "?" for other in reading.words[-3:])
        return Told("hypothetical").because("question", "?" if ends else "quoted")
    if infinitive(reading, word) and any(c.tag == "WRB" for c in reading.children(word)):
        return MADE["risked"].because("infinitive", "how to")
    if infinitive(reading, word) and reading.child(word, *SUBJECTS):
        return MADE["planned"].because("headline infinitive", "to")
    if commanded(reading, word):
        return MADE["demanded"].because("imperative", word.text.lower())
    if condition(reading, word) is not None and not past(reading, word):
        return MADE["risked"].because("condition", "if")
    return ACTUAL


def asked(reading: Reading, word: Word) -> bool:
    """Whether a question asks for this, and not for who, why or when: those take it for granted."""
    if not _ends_with_question(reading, word):
        return False
    subject = reading.child(word, "nsubj", "nsubjpass", "expl")
    first = reading.child(word, "aux", "auxpass") or (word if word.pos == "AUX" else None)
    if subject is not None and (first is None or first.place > subject.place):
        return False
    return not any(
        other.tag in ("WP", "WRB", "WDT", "WP$") and other.place < word.place
        for other in reading.children(word)
    )


def _ends_with_question(reading: Reading, word: Word) -> bool:
    """Whether the sentence, or a quotation with the word in it, ends with a question mark."""
    if any(other.text == "?" for other in reading.words[-3:]):
        return True
    mark = next((other for other in reading.words[word.place :] if other.text == "?"), None)
    following = reading.words[mark.place + 1 : mark.place + 2] if mark is not None else ()
    return any(other.text in QUOTES for other in following)


def _asks_for_reasons(reading: Reading, word: Word) -> bool:
    """ "Why should they leave?": what may or should be is not taken for granted."""
    modal = auxiliary(reading, word, "MD")
    subject = reading.child(word, "nsubj", "nsubjpass", "expl")
    if (
        modal is None
        or subject is None
        or modal.place > subject.place
        or not _ends_with_question(reading, word)
    ):
        return False
    return any(one.tag in ("WRB", "WP") and one.place < modal.place for one in reading.children(word))


def commanded(reading: Reading, word: Word) -> bool:
    """Whether a verb without subject, tense or "to" is a command."""
    if word.tag not in ("VB", "VBP") or word.pos != "VERB" or status_words().has("elided", lemma(word)):
        return False
    if reading.child(word, *SUBJECTS) or auxiliary(reading, word, "TO", "MD", "VBD", "VBZ"):
        return False
    before = (*_BEFORE_COMMANDS, "prep", "npadvmod", "advcl") if word.tag == "VB" else _BEFORE_COMMANDS
    return all(child.dep in before for child in reading.children(word) if child.place < word.place)


def quoted_command(reading: Reading, word: Word, head: Word) -> bool:
    """Whether it is a command before the verb of saying that quotes it."""
    speaks = CUES.quotes(lemma(head)) and head.tag in ("VBD", "VBZ", "VBP")
    return speaks and commanded(reading, word) and word.tag == "VB"
