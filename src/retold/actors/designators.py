"""What the last words of a proper name say of whoever bears it: a party, a newspaper, a hospital, a warship.

A name that is in no dictionary still tells what it names: the Mongolian People's Party is a party.
"""

from __future__ import annotations

from functools import cache

from retold.actors.dictionary import Words, listed, plain, rows
from retold.actors.entries import Body


@cache
def designators() -> dict[Words, Body]:
    """By the last words of a name what kind of body bears it."""
    found: dict[Words, Body] = {}
    for row in rows("designators"):
        forms = listed(row["form"])
        body = Body(forms[0], forms, listed(row["sectors"]))
        for form in forms:
            found.setdefault(plain(form), body)
    return found


@cache
def makes() -> dict[Words, str]:
    """Prefixes of ships' names, and classes and types of arms that one state alone has, to its country."""
    return {plain(form): row["country"] for row in rows("makes") for form in listed(row["form"])}


@cache
def last_words() -> frozenset[str]:
    """The words in which a designator ends: a phrase without one has none."""
    return frozenset(form[-1] for form in designators())


@cache
def first_words() -> frozenset[str]:
    """The words with which a make begins."""
    return frozenset(form[0] for form in makes())
