"""A phrase that names somebody to who that is: an actor of the dictionary, or a description with country and sectors.

The phrase is taken apart at its prepositions. What stands before the first one names or describes the actor (the
French president, two Chinese warplanes, Defence Secretary Ben Wallace); what follows says of whom or where (of the
army, in France).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from retold.actors.dictionary import Dictionary, dictionary, sectors_of
from retold.actors.entries import Body, Entry, Role, Term
from retold.actors.finding import Found, entries_named, found_in
from retold.actors.phrases import FORMER, Part, cut, forms, parts_of
from retold.actors.standing import at_day, country_on, sectors_on

# Prepositions after which stands whose member or officer somebody is.
_OF = frozenset(("of", "for", "at", "with"))
# Letters of a surname that by itself names somebody.
SHORTEST_SURNAME = 5
# Roles in these sectors are told of somebody whatever body stands before: a government critic, an army deserter.
_AGAINST = frozenset(("OPP", "REB", "CRM", "ELI", "CVL", "PTY", "UAF"))
_STATE = frozenset((("GOV",), ("LEG",), ("JUD",), ("MIL",), ("COP",), ("SPY",)))
# Last words of the names of a state's bodies; "Chile's Ministry of Mines" needs not be listed.
_MINISTRIES = frozenset(("ministry", "ministries", "department", "secretariat"))
# Offices that English news names without their state.
_OF_ONE_STATE = {
    "speaker of the house": "USA",
    "house speaker": "USA",
    "speaker of the house of commons": "GBR",
}
# How sure a way of resolving is: judged on the dictionary's own names, not calibrated.
_SURE = {
    "name": 0.95,
    "title and name": 0.9,
    "office": 0.85,
    "body": 0.8,
    "seat": 0.8,
    "nation": 0.9,
    "role": 0.6,
}


@dataclass(frozen=True, slots=True)
class ResolvedActor:
    """Who a phrase names. `entry`: the dictionary's, None for a description.

    `name`: the actor's, or the phrase. `method`: what it was resolved by. `score`, 0 to 1: how sure that is.
    `role`: what the phrase calls it, None where it gives no role.
    """

    name: str
    kind: str
    country: str | None
    sectors: tuple[str, ...]
    method: str
    score: float
    role: str | None = None
    entry: Entry | None = None


@lru_cache(maxsize=20_000)
def resolve(phrase: str, day: date | None = None, known: Dictionary | None = None) -> ResolvedActor | None:
    """The actor a phrase names on a day; None when nothing in it is known.

    day: None when it is not known: then an office counts as held that was held last.
    """
    known = known or dictionary()
    parts = parts_of(phrase)
    if not parts:
        return None
    return (
        _named(parts, day, known)
        or _seat(phrase, parts, known)
        or _by_title(phrase, parts, day, known)
        or _described(phrase, parts, day, known)
    )


def _named(parts: Sequence[Part], day: date | None, known: Dictionary) -> ResolvedActor | None:
    """The whole phrase is a name of the dictionary."""
    if not any(part.capital for part in parts):
        return None
    entry = at_day(entries_named(parts, known) or _of_a_family(parts, day, known), day)
    return _resolved(entry, day, "name") if entry else None


def _of_a_family(parts: Sequence[Part], day: date | None, known: Dictionary) -> list[Entry]:
    """The one person of the dictionary, or in office on the day, with a surname that means nothing else."""
    form = forms(parts)
    if len(form) != 1 or len(form[0]) < SHORTEST_SURNAME or form in known.roles or form in known.nations:
        return []
    found = known.families.get(form, [])
    if len(found) > 1 and day is not None:
        found = [entry for entry in found if any(term.period.holds(day) for term in entry.terms)]
    return found if len(found) == 1 else []


def _resolved(entry: Entry, day: date | None, method: str, role: str | None = None) -> ResolvedActor:
    return ResolvedActor(
        entry.name,
        entry.kind,
        country_on(entry, day),
        sectors_on(entry, day),
        method,
        _SURE.get(method, 0.6),
        role,
        entry,
    )


def _seat(phrase: str, parts: Sequence[Part], known: Dictionary) -> ResolvedActor | None:
    """The whole phrase is a capital or a seat of government, standing for the government."""
    code = known.governments.get(forms(parts)) if parts[0].capital else None
    if code is None:
        return None
    state = known.states.get(code)
    return ResolvedActor(
        state.name if state else phrase, "country", code, ("GOV",), "seat", _SURE["seat"], None, state
    )


def _by_title(
    phrase: str, parts: Sequence[Part], day: date | None, known: Dictionary
) -> ResolvedActor | None:
    """The whole phrase is an office of an international organisation: the High Commissioner for Refugees."""
    held = known.titles.get(forms(parts), [])
    if not held:
        return None
    holders = [entry for term, entry in held if day is not None and term.period.holds(day)]
    if len(holders) == 1:
        return _resolved(holders[0], day, "office", _text(parts))
    term = held[0][0]
    return ResolvedActor(
        phrase, "person", term.country, sectors_of(term), "role", _SURE["role"], _text(parts)
    )


def _described(
    phrase: str, parts: Sequence[Part], day: date | None, known: Dictionary
) -> ResolvedActor | None:
    """The phrase taken apart."""
    head, rest, joint = cut(parts, known)
    former = any(part.form in FORMER for part in head)
    ours, theirs = found_in(head, day, known), found_in(rest, day, known)
    country = _country(ours, theirs)
    if ours.entry and ours.entry[2].kind == "person":
        return _person(ours, day, former, head)
    if titled := _titled(head, ours, country, day, known):
        return titled
    of = theirs if joint in _OF else Found(None, None, None, None)
    if ours.role and not _within(ours.role, ours.body):
        return _in_role(phrase, ours, of, country, former, day, known)
    if ours.body:
        return _body(phrase, ours.body[2], country)
    if ours.entry and ours.entry[2].kind != "country":
        found = _resolved(ours.entry[2], day, "name")
        return _changed(found, sectors=("ELI",)) if former else found
    if of.body or (of.entry and of.entry[2].kind not in ("country", "place")):
        return _of_another(phrase, of, country, day)
    if country and head[-1].form in _MINISTRIES:
        return ResolvedActor(phrase, "organisation", country, ("GOV",), "body", _SURE["body"])
    if country:
        town = (ours.nation and forms(head) in known.cities) or (
            not ours.nation and theirs.nation and forms(rest[slice(*theirs.nation[:2])]) not in known.nations
        )
        return _nation(phrase, head, country, bool(town), known)
    return None


def _country(ours: Found, theirs: Found) -> str | None:
    """Of the phrase's head first (Russia's ambassador to Poland), then of what follows."""
    if ours.nation:
        return ours.nation[2]
    for found in (ours, theirs):
        if found.entry and found.entry[2].country:
            return found.entry[2].country
    return theirs.nation[2] if theirs.nation else None


def _within(role: tuple[int, int, Role], body: tuple[int, int, Body] | None) -> bool:
    """Whether the role is a word of the body's name: the guard of the National Guard."""
    return body is not None and body[0] <= role[0] and role[1] <= body[1] and body[1] - body[0] > 1


def _person(ours: Found, day: date | None, former: bool, head: Sequence[Part]) -> ResolvedActor:
    assert ours.entry
    start, _, entry = ours.entry
    found = _resolved(entry, day, "name", _text(head[:start]))
    if former:
        return _changed(found, sectors=("ELI",))
    return found


def _titled(
    head: Sequence[Part], ours: Found, country: str | None, day: date | None, known: Dictionary
) -> ResolvedActor | None:
    """A title before a family name: Deputy Secretary Hicks."""
    if not ours.role or ours.role[1] >= len(head):
        return None
    family = forms(head[ours.role[1] :])
    found = [entry for entry in known.families.get(family, ()) if country in (None, entry.country)]
    entry = at_day(found, day)
    return _resolved(entry, day, "title and name", _text(head[: ours.role[1]])) if entry else None


def _in_role(
    phrase: str,
    ours: Found,
    of: Found,
    country: str | None,
    former: bool,
    day: date | None,
    known: Dictionary,
) -> ResolvedActor:
    assert ours.role
    role = ours.role[2]
    country = country or _OF_ONE_STATE.get(role.form)
    holder = _holder(role, country, former, ours, of, day, known)
    if holder:
        return _resolved(holder, day, "office", role.form)
    sectors, land = role.sectors, country
    whose = _whose(ours, of)
    if whose and _is_told_of(role, whose):
        sectors = whose.sectors or sectors
    if isinstance(whose, Entry):
        land = land or whose.country
    if role.of and not sectors and ours.before:
        sectors = ours.before.sectors
    if former:
        sectors = (role.former,) if role.former else ("ELI",)
    kind = "group" if role.plural else "person"
    return ResolvedActor(phrase, kind, land, sectors, "role", _SURE["role"], role.form)


def _is_told_of(role: Role, whose: Entry | Body) -> bool:
    """Whether somebody in the role is what their body is: not a minister of industry, not an army deserter."""
    if role.of:
        return True
    of_the_state = role.sectors[:1] in _STATE and whose.sectors[:1] not in _STATE
    return not set(role.sectors) & _AGAINST and not of_the_state


def _whose(ours: Found, of: Found) -> Entry | Body | None:
    """The body or organisation whose officer, member or spokesman it is: before the role, or after "of"."""
    assert ours.role
    start = ours.role[0]
    for found in (ours, of):
        if found.entry and found.entry[2].kind not in ("person", "country", "place", "group"):
            return found.entry[2]
        if found.body and (found is of or found.body[1] <= start):
            return found.body[2]
    return None


def _holder(
    role: Role,
    country: str | None,
    former: bool,
    ours: Found,
    of: Found,
    day: date | None,
    known: Dictionary,
) -> Entry | None:
    """Who held the office a role names in a country on a known day; of another body only the speaker is known."""
    bodies = [found.entry[2] for found in (ours, of) if found.entry]
    elsewhere = of.body or any("LEG" not in body.sectors or role.office != "speaker" for body in bodies)
    if former or role.plural or not role.office or not country or day is None or elsewhere:
        return None
    held = [entry for term, entry in known.holders.get((country, role.office), ()) if _suits(term, role, day)]
    return held[0] if len(held) == 1 else None


def _suits(term: Term, role: Role, day: date) -> bool:
    held = role.form.partition(" of ")[0].split()[-1]
    return term.period.holds(day) and held in term.title.casefold()


def _body(phrase: str, body: Body, country: str | None) -> ResolvedActor:
    kind = "military" if body.sectors[:1] == ("MIL",) else "organisation"
    return ResolvedActor(phrase, kind, country, body.sectors, "body", _SURE["body"])


def _of_another(phrase: str, of: Found, country: str | None, day: date | None) -> ResolvedActor:
    """Something unknown of a known body: members of SANDF."""
    if of.entry:
        return _changed(_resolved(of.entry[2], day, "name"), name=phrase, kind="group")
    assert of.body
    return _changed(_body(phrase, of.body[2], country), kind="group")


def _nation(phrase: str, head: Sequence[Part], country: str, town: bool, known: Dictionary) -> ResolvedActor:
    """Only a country is known of it. A town, or something in one, stands for those who live there."""
    state = known.states.get(country)
    if known.nations.get(forms(head)) == country and state:
        return ResolvedActor(state.name, "country", country, (), "nation", _SURE["nation"], None, state)
    return ResolvedActor(phrase, "group", country, ("CVL",) if town else (), "nation", _SURE["role"])


def _text(parts: Sequence[Part]) -> str | None:
    return " ".join(forms(parts)) or None


def _changed(found: ResolvedActor, **fields: object) -> ResolvedActor:
    values = {name: getattr(found, name) for name in ResolvedActor.__slots__}
    return ResolvedActor(**{**values, **fields})
