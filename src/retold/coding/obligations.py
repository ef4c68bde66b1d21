"""What somebody says must or should be done, to a demand of whose it is to do."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from retold.coding.frames.voice import is_verbal
from retold.coding.lexicon.operators import DEMANDED, composed
from retold.coding.lexicon.patterns import classes
from retold.coding.meaning import Meaning, unknown
from retold.coding.roles import Roles
from retold.reading.parse import Word

_OBLIGING = frozenset(("must", "should", "ought"))
_ASKED = frozenset(("demand", "advise"))


def obliged(word: Word, inner: Meaning | None, roles: Roles, profile: str) -> Meaning | None:
    """The demand that a verb is with its auxiliary in what somebody says; inner: what the verb means by itself.

    None where nobody says it, or it is nobody's to do.
    """
    children = roles.frames.reading.children(word)
    modal = next((one for one in children if one.dep == "aux" and one.lemma in _OBLIGING), None)
    if modal is None or (inner is not None and inner.operator in _ASKED):
        return None
    speaker = _speaker(word, roles)
    code = composed("demand", inner.code if inner else None, profile)
    asked = roles.acting(word, ("subject", "object"), speaker) or roles.frames.slot(word, "subject")
    if not speaker or code is None or not _is_to_do(word, inner, asked, roles):
        return None
    deed = inner or unknown(word, code)
    return replace(
        deed,
        code=code,
        head=word,
        trigger=(modal, *deed.trigger),
        sources=speaker,
        targets=asked,
        rules=(f"demand: {modal.text.lower()}", *deed.rules),
        operator="demand",
        modality=DEMANDED,
        together=False,
    )


def _is_to_do(word: Word, inner: Meaning | None, asked: Iterable[Word], roles: Roles) -> bool:
    """Whether what should be is somebody's to do: not what people should know, nor what should have been."""
    perfect = any(one.dep == "aux" and one.lemma == "have" for one in roles.frames.reading.children(word))
    if perfect or {one.lemma.lower() for one in asked} & classes()["anyone"]:
        return False
    idle = word.lemma.lower() in classes()["stative"]
    return inner is not None or (not idle and any(map(roles.is_somebody, asked)))


def _speaker(word: Word, roles: Roles) -> tuple[Word, ...]:
    """The subject of the verb that the clause is said in."""
    above = roles.frames.reading.head(word)
    if word.dep != "ccomp" or not is_verbal(word) or not is_verbal(above):
        return ()
    said = roles.frames.slot(above, "subject")
    return roles.acting(above, ("subject",)) or tuple(filter(roles.is_somebody, said))
