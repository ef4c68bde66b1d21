"""How an event is told, to the probability that its code is what the sentence is about: a logistic model.

The features say how and where the trigger stands and what was found around it, never which words they are, so that
what was learnt on one set of phrases holds for others.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Literal

from retold.coding.frames.voice import is_verbal
from retold.coding.meaning import Meaning
from retold.coding.status.status import Status
from retold.coding.word_classes import word_classes
from retold.model import EventArgument
from retold.reading.parse import Reading, Word

# Links upward that lead out of what the sentence says in the first place.
_OUTSIDE = frozenset(
    ("relcl", "acl", "advcl", "appos", "pcomp", "xcomp", "amod", "compound", "poss", "csubj", "nmod")
)
_ASIDE = word_classes("frames/frames.toml")["circumstances"]
_DEEPEST = 3
_CARRYING = frozenset(
    ("is", "are", "set", "due", "expected", "scheduled", "poised", "going", "ready", "supposed")
)
# Among 167 gold sentences nine tell such an event beside the annotated one that would be left out otherwise.
PLAIN = frozenset(("finite", "source named"))
TOLD = frozenset(("told actual", "told planned"))
# Of what somebody says that another must do.
OBLIGED = frozenset(("told demanded",))
OF_NO_STATE = "countries none"
ENOUGH = frozenset(("target named", "strength 2"))
PLAINLY_TOLD = 0.6

Relation = Literal["between", "within", "one", "none"]
""""one": of the sources or the targets no country is known."""


def relation(sources: Collection[str], targets: Collection[str]) -> Relation:
    """Whose affair an event is, by the countries of its sources and targets."""
    if sources and targets:
        return "within" if set(sources) == set(targets) else "between"
    return "one" if sources or targets else "none"


def confidence(
    meaning: Meaning,
    status: Status,
    arguments: Sequence[EventArgument],
    reading: Reading,
    between: Relation,
) -> float:
    """The probability, 0 to 1, that somebody who codes the sentence would give it this code.

    What a verb with tense plainly says somebody did is taken for likely, wherever it stands in the sentence, if it
    says to whom or its frame leaves no doubt, and a state's people are among them.
    """
    weights = selection_weights()
    found = features(meaning, status, arguments, reading, between)
    evidence = math.fsum(weights.get(name, 0.0) for name in found)
    likely = 1 / (1 + math.exp(-evidence - weights["bias"]))
    told = TOLD | OBLIGED if meaning.operator == "demand" else TOLD
    plainly = found >= PLAIN and found & ENOUGH and found & told and OF_NO_STATE not in found
    return max(likely, PLAINLY_TOLD) if plainly else likely


@cache
def selection_weights() -> Mapping[str, float]:
    """Log odds of each feature; written by bench/calibrate_events.py."""
    text = files("retold.coding").joinpath("selection_weights.toml").read_text("utf-8")
    weights: Mapping[str, float] = tomllib.loads(text)["weights"]
    return weights


def features(
    meaning: Meaning,
    status: Status,
    arguments: Sequence[EventArgument],
    reading: Reading,
    between: Relation,
) -> set[str]:
    """The names of what holds for an event."""
    return {
        *_of_arguments(arguments),
        f"countries {between}",
        *_of_code(meaning),
        *_of_place(meaning.head, reading),
        f"told {status.modality}" if status.polarity else "told not",
    }


def _of_arguments(arguments: Sequence[EventArgument]) -> Iterator[str]:
    for role in ("source", "target"):
        named = [one for one in arguments if one.role == role and one.actor_id is not None]
        told = [one for one in arguments if one.role == role and not one.inferred]
        if any(not one.inferred for one in named):
            yield f"{role} named"
        elif named:
            yield f"{role} inferred"
        if told and not named:
            yield f"{role} unnamed"


def _of_code(meaning: Meaning) -> Iterator[str]:
    yield f"strength {min(2.0, meaning.strength):g}"
    if meaning.operator is not None:
        yield "operator"
        yield f"operator {meaning.operator}"
        if len(meaning.rules) == 1:
            yield "of something unknown"


def _of_place(head: Word, reading: Reading) -> Iterator[str]:
    """Where the trigger stands in the sentence's tree."""
    kind = "verb" if is_verbal(head) else "noun" if head.pos in ("NOUN", "PROPN") else "adjective"
    yield kind
    if kind == "verb" and _is_finite(head, reading):
        yield "finite"
    standing = _carrier(head, reading)
    if standing.dep == "ROOT":
        yield "root"
    yield f"{kind} {standing.dep}"
    outside = 0
    for one in (standing, *reading.above(standing)):
        if one.dep in _OUTSIDE:
            outside += 1
            yield f"within {one.dep}"
        if one.dep == "prep" and one.text.lower() in _ASIDE:
            yield f"behind {one.text.lower()}"
    yield f"outside {min(outside, _DEEPEST)}"
    yield f"part {min(2, 3 * head.place // max(1, len(reading)))}"


def _carrier(verb: Word, reading: Reading) -> Word:
    """The verb that only says when or how an infinitive is meant: is about to restore, is set to meet."""
    while verb.dep == "xcomp":
        above = reading.head(verb)
        if above.dep == "acomp":
            above = reading.head(above)
        elif above.text.lower() not in _CARRYING:
            break
        verb = above
    return verb


def _is_finite(verb: Word, reading: Reading) -> bool:
    """Whether a verb has a tense or a subject of its own, or goes on with one that has: struck back, bombing Goma."""
    if verb.tag in ("VBD", "VBZ", "VBP") or reading.child(verb, "nsubj", "nsubjpass") is not None:
        return True
    head = reading.head(verb)
    if verb.tag == "VBG" and head.place != verb.place and reading.child(verb, "mark") is None:
        return (verb.dep == "advcl" or (verb.dep == "conj" and head.tag == "VBG")) and _is_finite(
            head, reading
        )
    carrier = _carrier(verb, reading)
    if carrier is not verb:
        return _is_finite(carrier, reading)
    return any(
        one.dep in ("aux", "auxpass") and one.tag in ("VBD", "VBZ", "VBP", "MD")
        for one in reading.children(verb)
    )
