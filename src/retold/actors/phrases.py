"""A phrase taken apart: its words, where it divides, and what the dictionary knows in either part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retold.actors.dictionary import Dictionary, Words, plain
from retold.actors.entries import Body, Entry, Role
from retold.text import tokens

_PREPOSITIONS = frozenset(
    [
        "of",
        "in",
        "to",
        "for",
        "from",
        "at",
        "with",
        "across",
        "near",
        "within",
        "inside",
        "outside",
        "against",
        "on",
        "under",
        "who",
        "which",
        "that",
        "by",
        "over",
    ]
)
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "some",
        "several",
        "many",
        "most",
        "all",
        "both",
        "other",
        "another",
    ]
)
# Words in a role or body.
LONGEST_ROLE = 8
# After the name of a state these say whose side somebody is on, not where from: Russian-backed separatists.
_BACKED = frozenset(
    ("aligned", "allied", "armed", "backed", "friendly", "funded", "led", "sponsored", "supported")
)
_TITLES = frozenset(
    (
        *(
            "mr",
            "mrs",
            "ms",
            "dr",
            "sir",
            "dame",
            "lord",
            "lady",
            "prof",
            "gen",
            "col",
            "capt",
            "lt",
            "maj",
            "adm",
        ),
        *("sen", "rep", "gov", "st", "deputy", "vice", "acting"),
    )
)
FORMER = frozenset(["former", "ex", "retired", "ousted", "onetime", "erstwhile", "deposed", "late"])


@dataclass(frozen=True, slots=True)
class Part:
    """A word of the phrase: as it is looked up, and whether it has a capital, or nothing but capitals."""

    form: str
    capital: bool
    in_capitals: bool


def parts_of(phrase: str) -> list[Part]:
    """The words of a phrase, without determiners before them."""
    found: list[Part] = []
    for token in tokens(phrase):
        found += [
            Part(form, token.text[0].isupper() or not token.text[0].isalpha(), token.text.isupper())
            for form in plain(token.text)
        ]
    while found and found[0].form in _DETERMINERS and len(found) > 1:
        found = found[1:]
    return found


def forms(parts: Sequence[Part]) -> Words:
    """The words as they are looked up."""
    return tuple(part.form for part in parts)


def entries_named(parts: Sequence[Part], known: Dictionary) -> list[Entry]:
    """The actors that have just these words for a name."""
    return known.named(forms(parts), in_capitals=all(part.in_capitals for part in parts))


def cut(parts: Sequence[Part], known: Dictionary) -> tuple[Sequence[Part], Sequence[Part], str]:
    """What stands before the first preposition, what after it, and the preposition.

    One within a known name or role (ministry of defence, leader of the opposition) divides nothing.
    """
    inside = set[int]()
    for start, end in _stretches(parts, LONGEST_ROLE):
        form = forms(parts[start:end])
        if end - start > 2 and (form in known.roles or form in known.bodies or form in known.entries):
            inside |= set(range(start + 1, end - 1))
    for place, part in enumerate(parts):
        if place and part.form in _PREPOSITIONS and not part.capital and place not in inside:
            return parts[:place], parts[place + 1 :], part.form
    return parts, (), ""


@dataclass(frozen=True, slots=True)
class Found:
    """What stands in a stretch of the phrase, with where it begins and ends."""

    entry: tuple[int, int, Entry] | None
    nation: tuple[int, int, str] | None
    role: tuple[int, int, Role] | None
    body: tuple[int, int, Body] | None
    before: Role | None = None
    """The role before that: the governor's of the governor's spokesman."""


def found_in(parts: Sequence[Part], day: date | None, known: Dictionary) -> Found:
    """What the dictionary knows in these words."""
    role = _last_role(parts, known)
    before = _last_role(parts[: role[0]], known) if role and role[2].of else None
    return Found(
        _longest_entry(parts, day, known),
        _first_nation(parts, known),
        role,
        _longest_body(parts, known),
        before[2] if before else None,
    )


def _stretches(parts: Sequence[Part], longest: int) -> list[tuple[int, int]]:
    """All stretches of the words, the longest first, those further right before others."""
    lengths = range(min(longest, len(parts)), 0, -1)
    return [(start, start + length) for length in lengths for start in range(len(parts) - length, -1, -1)]


def _longest_entry(
    parts: Sequence[Part], day: date | None, known: Dictionary
) -> tuple[int, int, Entry] | None:
    for start, end in _stretches(parts, known.longest):
        if not any(part.capital for part in parts[start:end]):
            continue
        named = entries_named(parts[start:end], known)
        entry = at_day([entry for entry in named if entry.kind not in ("country", "place")], day)
        if entry and not _part_of_a_name(parts, start, end, known):
            return start, end, entry
    return None


def _part_of_a_name(parts: Sequence[Part], start: int, end: int, known: Dictionary) -> bool:
    """Whether a name goes on beyond the stretch: Juan Carlos in Juan Carlos Ortega."""
    if end < len(parts) and parts[end].capital and not _told(parts[end:], known):
        return True
    if any(forms(parts[at:start]) in known.roles for at in range(max(0, start - LONGEST_ROLE), start)):
        return False
    before = start
    while before and parts[before - 1].capital:
        before -= 1
    return before < start and not _covered(parts[before:start], known)


def _told(parts: Sequence[Part], known: Dictionary) -> bool:
    """Whether the words begin with a role, a body or a nation."""
    begun = [forms(parts[:length]) for length in range(1, min(len(parts), LONGEST_ROLE) + 1)]
    return any(form in known.roles or form in known.bodies or form in known.nations for form in begun)


def _covered(parts: Sequence[Part], known: Dictionary) -> bool:
    """Whether the words are roles, bodies, nations and titles, one after the other."""
    place = 0
    while place < len(parts):
        lengths = range(min(len(parts) - place, LONGEST_ROLE), 0, -1)
        step = next(
            (
                length
                for length in lengths
                for form in [forms(parts[place : place + length])]
                if form in known.roles
                or form in known.bodies
                or form in known.nations
                or form in known.governments
            ),
            1 if parts[place].form in FORMER | _TITLES else 0,
        )
        if not step:
            return False
        place += step
    return True


def _first_nation(parts: Sequence[Part], known: Dictionary) -> tuple[int, int, str] | None:
    for start in range(len(parts)):
        for end in range(min(len(parts), start + 5), start, -1):
            form = forms(parts[start:end])
            code = known.nations.get(form) or known.governments.get(form)
            if not code and form in known.cities and not _part_of_a_name(parts, start, end, known):
                code = known.cities[form]
            backed = end < len(parts) and parts[end].form in _BACKED
            if code and parts[start].capital and not backed:
                return start, end, code
    return None


def _last_role(parts: Sequence[Part], known: Dictionary) -> tuple[int, int, Role] | None:
    """The role that ends last, and of those the longest: the head of the phrase. Before a name the first one."""
    found: tuple[int, int, Role] | None = None
    for end in range(len(parts), 0, -1):
        for start in range(max(0, end - LONGEST_ROLE), end):
            role = known.roles.get(forms(parts[start:end]))
            if role:
                if end == len(parts) or not parts[end].capital:
                    return found or (start, end, role)
                if found is None or start < found[0]:
                    found = start, end, role
                break
    return found


def _longest_body(parts: Sequence[Part], known: Dictionary) -> tuple[int, int, Body] | None:
    for start, end in _stretches(parts, LONGEST_ROLE):
        body = known.bodies.get(forms(parts[start:end]))
        if body:
            return start, end, body
    return None


def at_day(entries: Sequence[Entry], day: date | None) -> Entry | None:
    """Of several actors of a name the one that was there on the day, in office if one was."""
    if not entries:
        return None
    return max(entries, key=lambda entry: _standing(entry, day))


def _standing(entry: Entry, day: date | None) -> tuple[bool, bool, bool, date]:
    begun = max((term.period.since or date.min for term in entry.terms), default=date.min)
    if day is None:
        return True, entry.period.until is None, bool(entry.terms), begun
    in_office = any(term.period.holds(day) for term in entry.terms)
    before = max(
        (since for term in entry.terms if (since := term.period.since or date.min) <= day), default=date.min
    )
    return entry.period.holds(day), in_office, bool(entry.terms), before
