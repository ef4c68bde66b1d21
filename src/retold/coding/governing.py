"""An operator and the event it governs to what both say: the code that the tables have, and whose deed it is."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import replace

from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.operators import DEMANDED, DENIED, PLANNED, Code, Operator
from retold.coding.matching import part_of
from retold.coding.meaning import Meaning, unknown
from retold.coding.roles import Roles
from retold.model import Modality
from retold.reading.parse import Reading, Word

# Operators that only say that what they govern is done, begins, goes on or ends.
TRANSPARENT = frozenset(("do", "announce", "cease", "plan", "order"))
# Operators of what their source chooses to do.
_OWN_CHOICE = frozenset(("do", "plan", "willing", "promise", "vow"))
# Operators that give a word, which may be kept.
GIVEN = frozenset(("promise", "offer", "vow", "threaten", "plan"))
# What an operator says of the literal event.
_LITERAL: dict[str, Modality] = {
    **dict.fromkeys(("promise", "offer", "vow", "invite", "plan", "ready", "willing", "agree_that"), PLANNED),
    **dict.fromkeys(("demand", "advise", "want"), DEMANDED),
    **dict.fromkeys(("refuse", "deny", "exclude", "disdain", "refrain"), DENIED),
    **dict.fromkeys(("threaten", "warn"), "hypothetical"),
}
# Operators whose source is told of what they govern by its own source: "demanded that Serbia withdraw".
_ABOUT_ANOTHER = frozenset(
    (
        *(
            "demand",
            "advise",
            "want",
            "allege_that",
            "criticise",
            "blame",
            "approve",
            "allow",
            "prevent",
            "force",
        ),
        *("investigate", "threaten"),
    )
)
# Operators of what the source itself does: nobody is addressed.
_OF_OWN_DEED = frozenset(("do", "announce", "cease", "plan", "stop"))
# Operators that tell what their subject has from others.
_HAVING = frozenset(("have", "get", "receive", "gain", "win", "enjoy"))
# Of a meeting that is planned or agreed on, the parties are those of the meeting.
_JOINT = frozenset(("do", "announce", "cease", "plan", "promise"))
_BY_NOUN = ("by", "poss", "mod", "of", "from", "subject")
_TO_VERB = ("dative", "object", "on", "to", "from", "against", "with")
_TO_NOUN = ("to", "on", "against", "at")
_WITH_UNKNOWN = ("poss", "by", "of", "mod", "subject", "object", "with", "on", "against", "to", "in")
_BESIDE = ("dative", "with", "on", "against", "to", "from", "for")


def refraining(operator: Operator, governed: Word, reading: Reading) -> Operator:
    """The operator, of a negated infinitive that of who does not do it: decided [not to attend]."""
    parts = reading.children(governed)
    negated = any(one.dep == "neg" for one in parts) and any(one.tag == "TO" for one in parts)
    return replace(operator, name="refrain") if negated and operator.name in _OWN_CHOICE else operator


def whole(
    roles: Roles, word: Word, operator: Operator, inner: Meaning | None, governed: Word, code: Code
) -> Meaning:
    """What a word says as an operator; inner: None where what it governs is no event we know."""
    if operator.name == "undergo":
        sources, targets = (inner.sources if inner else ()), roles.frames.slot(word, "subject")
    elif givers := roles.givers(word) or (roles.givers(governed) if operator.lemma in _HAVING else ()):
        sources, targets = givers, roles.parties(word, ("subject",), givers)
    else:
        sources = _sources(roles, word, operator, inner, governed)
        targets = _targets(roles, word, operator, inner, governed, sources)
    deed = inner or unknown(governed, code)
    trigger = sorted((word, *deed.trigger), key=lambda one: one.place)
    return replace(
        deed,
        code=code,
        head=word,
        trigger=tuple(dict.fromkeys(trigger)),
        sources=sources,
        targets=targets,
        rules=(f"{operator.name}: {operator.lemma.replace('_', ' ')}", *deed.rules),
        inside=deed.inside | {deed.head.place},
        operator=operator.name,
        modality=_LITERAL.get(operator.name) or _inner_modality(operator, deed),
        together=deed.together and operator.name in _JOINT,
    )


def _inner_modality(operator: Operator, deed: Meaning) -> Modality | None:
    """What is told of the literal event under the operator within; a plan that is given up comes to nothing."""
    return DENIED if operator.name == "stop" and deed.modality == PLANNED else deed.modality


def _sources(
    roles: Roles, word: Word, operator: Operator, inner: Meaning | None, governed: Word
) -> tuple[Word, ...]:
    """Who says it or does it; never what it is said of (an investigation of the firm), nor the deed itself."""
    about = set() if is_verbal(governed) else {one.place for one in roles.frames.content(governed)}
    if not is_verbal(word) and part_of(word) == "noun":
        own = roles.acting(word, _BY_NOUN, (governed,))
    else:
        own = roles.acting(word, ("subject",), (governed,)) or roles.frames.slot(word, "subject")
    own = tuple(one for one in own if one.place not in about)
    if operator.name in TRANSPARENT and inner is not None:
        theirs = {one.place for one in (*inner.sources, inner.head)}
        own_words = own and all(one.tag == "PRP$" for one in inner.sources)
        unknown_own = not own_words and not any(map(roles.belongs, own))
        if inner.sources and (unknown_own or all(one.place in theirs for one in own)):
            return inner.sources
        if operator.name == "announce" and any(roles.is_somebody(one) for one in inner.sources):
            return inner.sources
        if inner.together:
            return tuple(dict.fromkeys((*own, *inner.sources)))
    return own or roles.joint(word)


def _targets(
    roles: Roles,
    word: Word,
    operator: Operator,
    inner: Meaning | None,
    governed: Word,
    sources: tuple[Word, ...],
) -> tuple[Word, ...]:
    """The first of the places with somebody of an actor's in it, or else with anything."""
    taken = {one.place for one in sources}
    found = filter(None, _wanted(roles, word, operator, inner, governed, taken))
    free = [tuple(one for one in words if one.place not in taken) for words in found]
    named = (tuple(filter(roles.is_somebody, words)) for words in free)
    return next(filter(None, named), ()) or next(iter(free), ())


def _wanted(
    roles: Roles, word: Word, operator: Operator, inner: Meaning | None, governed: Word, taken: Container[int]
) -> Iterator[tuple[Word, ...]]:
    """Who may be meant: those addressed, those of the deed, those beside it."""
    if operator.name not in _OF_OWN_DEED:
        deed = (governed,) if inner is not None and inner.sources else ()
        yield roles.acting(word, _TO_VERB if is_verbal(word) else _TO_NOUN, deed)
        yield _addressed(roles, word, governed)
    if inner is None:
        yield (governed,) if not is_verbal(word) and roles.is_somebody(governed) else ()
        yield roles.acting(governed, _WITH_UNKNOWN)
    else:
        ours = tuple(one for one in inner.sources if one.place not in taken and one.tag != "PRP$")
        doers_first = operator.name in _ABOUT_ANOTHER or not inner.targets
        yield from (ours, inner.targets) if doers_first else (inner.targets, ours)
    if operator.name in _OF_OWN_DEED:
        # Where those meet who act together is none of them.
        together = inner is not None and inner.together
        yield roles.acting(word, _BESIDE if together else (*_BESIDE, "in"))


def _addressed(roles: Roles, word: Word, governed: Word) -> tuple[Word, ...]:
    """The object of a verb that governs something else: threatened [the government] with a strike."""
    things = roles.frames.slot(word, "object") if is_verbal(word) else ()
    return () if governed in things else things
