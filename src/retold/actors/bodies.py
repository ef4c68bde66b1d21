"""The body that a phrase names: one that every state has, or a name that ends in what its bearer is."""

from __future__ import annotations

from collections.abc import Sequence

from retold.actors.designators import designators, first_words, last_words, makes
from retold.actors.dictionary import Dictionary
from retold.actors.entries import Body
from retold.actors.phrases import LONGEST_ROLE, Part, forms, stretches, told

# Words within proper names that have no capital.
_SMALL = frozenset(("of", "for", "and", "the", "de", "la", "del", "du", "al", "el", "ul", "e"))
_SHIP = Body("Ship", (), ("MIL",))


def made_by(parts: Sequence[Part]) -> tuple[int, int, str] | None:
    """A ship's prefix, or a class or type of arms, and whose it is."""
    if not any(part.form in first_words() for part in parts):
        return None
    for start, end in stretches(parts, LONGEST_ROLE):
        code = makes().get(forms(parts[start:end]))
        if code and (end - start > 1 or (parts[start].in_capitals and parts[end:] and parts[end].capital)):
            return start, end, code
    return None


def body_in(parts: Sequence[Part], known: Dictionary) -> tuple[int, int, Body] | None:
    """What is named like a body, or is one: the longer, if both."""
    if made_by(parts):
        return 0, len(parts), _SHIP
    named, listed = _named_body(parts, known), _longest_body(parts, known)
    if named and listed and listed[0] < named[0] and named[1] <= listed[1]:
        return listed
    return (_beginning(parts, named[0]), *named[1:]) if named else listed


def _named_body(parts: Sequence[Part], known: Dictionary) -> tuple[int, int, Body] | None:
    """The end of a proper name that is what its bearer is: the Mongolian People's Party. Of several the longest."""
    if not any(part.capital and part.form in last_words() for part in parts):
        return None
    kinds = designators()
    for start, end in stretches(parts, LONGEST_ROLE):
        body = kinds.get(forms(parts[start:end]))
        if body and all(part.capital for part in parts[start:end]):
            ended = end == len(parts) or not parts[end].capital or told(parts[end:], known)
            if ended and (_beginning(parts, start) < start or end - start > 1):
                return start, end, body
    return None


def _beginning(parts: Sequence[Part], start: int) -> int:
    """Where a name begins that goes on at `start`."""
    begun = start
    while begun and (parts[begun - 1].capital or (begun > 1 and parts[begun - 1].form in _SMALL)):
        begun -= 1
    while begun < start and not parts[begun].capital:
        begun += 1
    return begun


def _longest_body(parts: Sequence[Part], known: Dictionary) -> tuple[int, int, Body] | None:
    for start, end in stretches(parts, LONGEST_ROLE):
        body = known.bodies.get(forms(parts[start:end]))
        if body and not _attributive(parts, start, end, body):
            return start, end, body
    return None


def _attributive(parts: Sequence[Part], start: int, end: int, body: Body) -> bool:
    """Whether a word for people only qualifies what follows: the public of public works, people's of a name."""
    single = body.sectors[:1] == ("CVL",) and end - start == 1
    return single and end < len(parts) and (parts[end].capital or not parts[start].form.endswith("s"))
