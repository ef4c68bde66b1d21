"""How a predicate is told, to the probability that it happened: a logistic model over what the rules found.

The features say how and where a predicate stands, never which word it is, so that what was learnt from e-mail and
reviews holds for news. Weights: weights.toml.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from retold.coding.status.own import auxiliaries, auxiliary, denied_by, finite, infinitive
from retold.coding.status.told import Told
from retold.coding.status.words import lemma, status_words
from retold.reading.parse import Reading, Word

# Of what is told not to be. Set by judgement, for want of data: on UDS-IH2, dev, every second predicate under "not"
# is annotated as having happened ("did not change"), which no reader of news would follow.
DENIED_CERTAINTY = 0.1
RULE = "rule"
"""Begins the names of features of rules that leave open whether something happened."""
# Rules that web text hardly has, weighted as what is nearest to them.
_SEEN_AS = {
    "headline infinitive": "infinitive",
    "inversion": "mark",
    "determiner": "mark",
    "participle": "noun",
    "modifier": "noun",
    "object": "noun",
}
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "csubjpass")
_NOUNS = ("NOUN", "PROPN")


def certainty(reading: Reading, word: Word, told: Told, above: Told | None) -> float:
    """The probability that what a word names happened; above: how the nearest verb above it is told."""
    if not told.polarity:
        return DENIED_CERTAINTY
    weights = status_weights()
    evidence = weights["bias"] + math.fsum(
        weights.get(name, 0.0) for name in features(reading, word, told, above)
    )
    return 1 / (1 + math.exp(-evidence))


@cache
def status_weights() -> Mapping[str, float]:
    """Log odds of each feature; written by bench/calibrate_status.py."""
    text = files("retold.coding.status").joinpath("weights.toml").read_text(encoding="utf-8")
    weights: Mapping[str, float] = tomllib.loads(text)["weights"]
    return weights


def features(reading: Reading, word: Word, told: Told, above: Told | None) -> set[str]:
    """Names of the features that a predicate has: where the rules speak, what they say; else also how it stands."""
    found = {*_of_telling(told), *_of_subject(reading, word, told)}
    if told.plain or told.modality == "past_background":
        found |= {*_of_form(reading, word), *_of_place(reading, word), *_of_sentence(reading, word)}
        if above is not None:
            found.add(f"above {above.modality}")
    return found


def _of_telling(told: Told) -> Iterator[str]:
    """What the rules made of it, and the first and last of the rules."""
    plain = told.plain or told.modality == "past_background"
    yield "told actual" if plain else f"told {told.modality}"
    for cue in told.cues:
        yield f"{'by' if plain else RULE} {_SEEN_AS.get(cue.rule, cue.rule)}"
        if cue.rule == "modal":
            yield f"modal {_modal(cue.words)}"
    if len(told.cues) > 1:
        yield "several rules"


def _modal(form: str) -> str:
    """Modals of one meaning are one feature; "can" is also ability and "would" also politeness."""
    if status_words().has("would", form):
        return "would"
    if form in ("can", "ca"):
        return "can"
    return form if form == "could" else status_words().effect("modal", form) or "other"


def _of_form(reading: Reading, word: Word) -> Iterator[str]:
    """Its tense and aspect."""
    tag = word.tag if word.pos in ("VERB", "AUX") else word.pos.lower()
    yield f"tag {tag}"
    helpers = auxiliaries(reading, word)
    if "have" in helpers:
        yield "perfect"
    if word.tag == "VBG" and "be" in helpers:
        yield "progressive present" if auxiliary(reading, word, "VBZ", "VBP") else "progressive past"
    if reading.child(word, "auxpass", "nsubjpass"):
        yield "passive"
    if infinitive(reading, word):
        yield "to"
    if denied_by(reading, word):
        yield "negated"
    if not finite(reading, word) and not reading.child(word, *_SUBJECTS) and word.tag in ("VB", "VBP"):
        yield "bare"


def _of_place(reading: Reading, word: Word) -> Iterator[str]:
    """What it depends on, and how that is formed."""
    yield f"dep {word.dep}"
    head = reading.head(word)
    if head.place == word.place:
        return
    if head.pos in ("VERB", "AUX"):
        yield f"under {head.tag}"
    elif head.pos in _NOUNS:
        yield "under noun"
    else:
        yield f"under {head.pos.lower()}"
    if word.dep == "conj":
        yield f"conj {head.dep}"
    modals = [other for other in reading.above(word) if auxiliary(reading, other, "MD")]
    if modals:
        yield "modal above"
    if any(infinitive(reading, other) for other in reading.above(word)):
        yield "to above"


def _of_subject(reading: Reading, word: Word, told: Told) -> Iterator[str]:
    """Who it is said of; "I would say" says it."""
    subject = reading.child(word, *_SUBJECTS)
    if subject is None:
        yield "subject none"
    elif subject.text.lower() in ("i", "we"):
        yield "subject first"
        yield from (f"first {_modal(cue.words)}" for cue in told.cues if cue.rule == "modal")
    elif subject.text.lower() == "you":
        yield "subject second"
    elif subject.pos == "PROPN":
        yield "subject name"
    elif subject.tag in ("NNS", "NNPS"):
        yield "subject plural"


def _of_sentence(reading: Reading, word: Word) -> Iterator[str]:
    """What kind of sentence it stands in and what stands by it."""
    if reading.words[-1].text == "?":
        yield "asks"
    if any(lemma(other) in ("please", "if") for other in reading):
        yield "polite or if"
    children = reading.children(word)
    if any(child.dep == "dobj" for child in children):
        yield "object"
    if any(child.text.lower() == "you" for child in children):
        yield "you"
    if any(child.entity == "DATE" for child in children):
        yield "dated"
