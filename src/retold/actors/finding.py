"""What the dictionary knows in a stretch of a phrase: an actor, a nation, a role, a body."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retold.actors.bodies import body_in, made_by
from retold.actors.dictionary import Dictionary
from retold.actors.entries import Body, Entry, Role
from retold.actors.phrases import FORMER, LONGEST_ROLE, Part, forms, stretches, told
from retold.actors.standing import at_day

# Bodies and names whose state the town in them gives: the Harare Times, but not the Jackson Group.
_LOCAL = frozenset(("COP", "EDU", "GOV", "JRN", "JUD", "MED", "PRM", "REL"))
# After the name of a state these say whose side somebody is on, not where from: Russian-backed separatists.
_BACKED = frozenset(
    (
        *("aligned", "allied", "armed", "backed", "friendly", "funded", "led", "sponsored", "supported"),
        *("born", "educated", "speaking", "trained"),
    )
)
# Before it these do: pro-Russian, ethnic Albanian.
_SIDES = frozenset(("anti", "pro", "non", "ethnic"))
# Before "American" these name a part of the continent.
_CONTINENTS = frozenset(("latin", "south", "central", "north"))
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


def entries_named(parts: Sequence[Part], known: Dictionary) -> list[Entry]:
    """The actors that have just these words for a name."""
    return known.named(forms(parts), in_capitals=all(part.in_capitals for part in parts))


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
    body = body_in(parts, known)
    role = _last_role(parts, known, body)
    before = _last_role(parts[: role[0]], known) if role and role[2].of else None
    entry = _longest_entry(parts, day, known)
    return Found(
        None if entry and body and _ends(body, entry) else entry,
        made_by(parts) or _first_nation(parts, known, body),
        role,
        body,
        before[2] if before else None,
    )


def _ends(body: tuple[int, int, Body], entry: tuple[int, int, Entry]) -> bool:
    """Whether the actor's name is but the end of a body's: the Security Council of a National Security Council."""
    return body[0] < entry[0] and body[1] == entry[1] and entry[2].kind != "person"


def _longest_entry(
    parts: Sequence[Part], day: date | None, known: Dictionary
) -> tuple[int, int, Entry] | None:
    for start, end in stretches(parts, known.longest):
        if not any(part.capital for part in parts[start:end]):
            continue
        named = entries_named(parts[start:end], known)
        entry = at_day([entry for entry in named if entry.kind not in ("country", "place")], day)
        if entry and not _part_of_a_name(parts, start, end, known):
            return start, end, entry
    return None


def _part_of_a_name(parts: Sequence[Part], start: int, end: int, known: Dictionary) -> bool:
    """Whether a name goes on beyond the stretch: Juan Carlos in Juan Carlos Ortega."""
    if end < len(parts) and parts[end].capital and not told(parts[end:], known):
        return True
    if any(forms(parts[at:start]) in known.roles for at in range(max(0, start - LONGEST_ROLE), start)):
        return False
    before = start
    while before and parts[before - 1].capital:
        before -= 1
    return before < start and not _covered(parts[before:start], known)


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


def _first_nation(
    parts: Sequence[Part], known: Dictionary, body: tuple[int, int, Body] | None
) -> tuple[int, int, str] | None:
    local = body[:2] if body and set(body[2].sectors) & _LOCAL else (0, 0)
    for start in range(len(parts)):
        for end in range(min(len(parts), start + 5), start, -1):
            form = forms(parts[start:end])
            code = known.nations.get(form) or known.governments.get(form)
            whole = (local[0] <= start and end <= local[1]) or not _part_of_a_name(parts, start, end, known)
            if not code and form in known.cities and whole:
                code = known.cities[form]
            backed = end < len(parts) and parts[end].form in _BACKED
            before = parts[start - 1].form if start > 0 else ""
            sided = before in _SIDES or (before in _CONTINENTS and form[0] in ("american", "americans"))
            if code and parts[start].capital and not backed and not sided:
                return start, end, code
    return None


def _last_role(
    parts: Sequence[Part], known: Dictionary, body: tuple[int, int, Body] | None = None
) -> tuple[int, int, Role] | None:
    """The role that ends last, and of those the longest: the head of the phrase. Before a name the first one.

    A word of a body's name is none: the people of the People's Party.
    """
    found: tuple[int, int, Role] | None = None
    for end in range(len(parts), 0, -1):
        for start in range(max(0, end - LONGEST_ROLE), end):
            role = known.roles.get(forms(parts[start:end]))
            if role and not (
                body and body[0] <= start and end <= body[1] and end - start < body[1] - body[0]
            ):
                if end == len(parts) or not parts[end].capital:
                    return found or (start, end, role)
                if found is None or start < found[0]:
                    found = start, end, role
                break
    return found
