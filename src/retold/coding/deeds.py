"""An event's code to what it says of the parties: whether it hits who is there, and whether it is done at home."""

from __future__ import annotations

from dataclasses import dataclass

from retold.coding.lexicon.operators import Code

# Types of what states do toward others.
_ABROAD = frozenset(("CONSULT", "AGREE", "COOPERATE", "AID"))
# Types that hit, or help, whoever is where they happen.
_STRIKING = frozenset(("AID", "RETREAT", "SANCTION", "PROTEST", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN"))
# Types that answer what somebody did.
_ANSWERING = frozenset(("ACCUSE", "REJECT", "THREATEN", "PROTEST"))
# Ways to attack a place from outside it.
_FROM_OUTSIDE = frozenset(("aerial", "drone", "heavy-weapons", "unconventional"))
# What two sides do where neither of them need be.
_BETWEEN = frozenset(("ceasefire",))
# Ways to rule that only the rulers of a country have.
_INWARD = frozenset(("curfew", "martial-law"))


@dataclass(frozen=True, slots=True)
class Deed:
    """What its code says of an event's parties.

    struck: where it happened is whom it hits, if nobody else is. attack: it is done with weapons. abroad: what is
    done is done to others, so that their state is not the state of those who do it. at_home: whoever does it is where
    it is done. answering: it may answer what somebody did, who is told of in a clause of reason. inward: it is always
    done to those at home.
    """

    struck: bool
    attack: bool
    abroad: bool
    at_home: bool
    answering: bool
    inward: bool


def deed_of(code: Code, literal: Code) -> Deed:
    """By the event's code, and by that of what it is before its status is looked at: a planned retreat is AGREE."""
    types = {code.event_type, literal.event_type}
    inside = literal.event_type == "ASSAULT" and literal.mode not in _FROM_OUTSIDE
    return Deed(
        struck=not types.isdisjoint(_STRIKING) and literal.mode not in _BETWEEN,
        attack=literal.event_type == "ASSAULT",
        abroad=literal.event_type in _ABROAD,
        at_home=literal.event_type == "COERCE" or inside,
        answering=code.event_type in _ANSWERING,
        inward=literal.mode in _INWARD,
    )
