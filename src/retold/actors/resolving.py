"""A phrase that names somebody to who that is: an actor of the dictionary, or a description with country and sectors.

The phrase is taken apart at its prepositions. What stands before the first one names or describes the actor (the
French president, two Chinese warplanes, Defence Secretary Ben Wallace); what follows says of whom or where (of the
army, in France).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from retold.actors.dictionary import Dictionary, Words, dictionary, plain, sectors_of, weighed
from retold.actors.entries import Body, Entry, Role, Term
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
_FORMER = frozenset(["former", "ex", "retired", "ousted", "onetime", "erstwhile", "deposed", "late"])
_OF = "of"
# Letters of a surname that by itself names somebody.
SHORTEST_SURNAME = 5
# Words in a role or body.
LONGEST_ROLE = 8
# Roles in these sectors are told of somebody whatever body stands before: a government critic, an army deserter.
_AGAINST = frozenset(("OPP", "REB", "CRM", "ELI", "CVL", "PTY", "UAF"))
# Last words of the names of a state's bodies; "Chile's Ministry of Mines" needs not be listed.
_MINISTRIES = frozenset(("ministry", "ministries", "department", "secretariat"))
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


@dataclass(frozen=True, slots=True)
class _Part:
    """A word of the phrase: as it is looked up, and whether it has a capital, or nothing but capitals."""

    form: str
    capital: bool
    in_capitals: bool


def resolve(phrase: str, day: date | None = None, known: Dictionary | None = None) -> ResolvedActor | None:
    """The actor a phrase names on a day; None when nothing in it is known.

    day: None when it is not known: then an office counts as held that was held last.
    """
    known = known or dictionary()
    parts = _parts(phrase)
    if not parts:
        return None
    return _named(parts, day, known) or _seat(phrase, parts, known) or _described(phrase, parts, day, known)


def _parts(phrase: str) -> list[_Part]:
    found: list[_Part] = []
    for token in tokens(phrase):
        found += [
            _Part(form, token.text[0].isupper() or not token.text[0].isalpha(), token.text.isupper())
            for form in plain(token.text)
        ]
    while found and found[0].form in _DETERMINERS and len(found) > 1:
        found = found[1:]
    return found


def _forms(parts: Sequence[_Part]) -> Words:
    return tuple(part.form for part in parts)


def _named(parts: Sequence[_Part], day: date | None, known: Dictionary) -> ResolvedActor | None:
    """The whole phrase is a name of the dictionary."""
    if not any(part.capital for part in parts):
        return None
    entry = _at(_entries(parts, known) or _only_one_of_a_family(parts, known), day)
    return _resolved(entry, day, "name") if entry else None


def _only_one_of_a_family(parts: Sequence[_Part], known: Dictionary) -> list[Entry]:
    """The one person of the dictionary with a surname that means nothing else."""
    form = _forms(parts)
    if len(form) != 1 or len(form[0]) < SHORTEST_SURNAME or form in known.roles or form in known.nations:
        return []
    found = known.families.get(form, [])
    return found if len(found) == 1 else []


def _entries(parts: Sequence[_Part], known: Dictionary) -> list[Entry]:
    return known.named(_forms(parts), in_capitals=all(part.in_capitals for part in parts))


def _at(entries: Sequence[Entry], day: date | None) -> Entry | None:
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


def _resolved(entry: Entry, day: date | None, method: str, role: str | None = None) -> ResolvedActor:
    return ResolvedActor(
        entry.name,
        entry.kind,
        entry.country,
        _sectors(entry, day),
        method,
        _SURE.get(method, 0.6),
        role,
        entry,
    )


def _sectors(entry: Entry, day: date | None) -> tuple[str, ...]:
    """What somebody is on a day: by the offices held then; of the former elite when all are over."""
    if not entry.terms:
        return entry.sectors
    if day is None:
        return sectors_of(entry.terms[-1])
    held = [term for term in entry.terms if term.period.holds(day)]
    if held:
        return weighed(sector for term in held for sector in sectors_of(term))
    if all(term.period.over(day) for term in entry.terms):
        return ("ELI",)
    return sectors_of(next(term for term in entry.terms if not term.period.over(day)))


def _seat(phrase: str, parts: Sequence[_Part], known: Dictionary) -> ResolvedActor | None:
    """The whole phrase is a capital or a seat of government, standing for the government."""
    code = known.governments.get(_forms(parts)) if parts[0].capital else None
    if code is None:
        return None
    state = known.states.get(code)
    return ResolvedActor(
        state.name if state else phrase, "country", code, ("GOV",), "seat", _SURE["seat"], None, state
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What stands in a stretch of the phrase, with where it begins and ends."""

    entry: tuple[int, int, Entry] | None
    nation: tuple[int, int, str] | None
    role: tuple[int, int, Role] | None
    body: tuple[int, int, Body] | None
    before: Role | None = None
    """The role before that: the governor's of the governor's spokesman."""


def _described(
    phrase: str, parts: Sequence[_Part], day: date | None, known: Dictionary
) -> ResolvedActor | None:
    """The phrase taken apart."""
    head, rest, joint = _cut(parts, known)
    former = any(part.form in _FORMER for part in head)
    ours, theirs = _found(head, day, known), _found(rest, day, known)
    country = _country(ours, theirs)
    if ours.entry and ours.entry[2].kind == "person":
        return _person(ours, day, former, head)
    if titled := _titled(head, ours, country, day, known):
        return titled
    of = theirs if joint == _OF else _Found(None, None, None, None)
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
        return _nation(phrase, head, country, known)
    return None


def _cut(parts: Sequence[_Part], known: Dictionary) -> tuple[Sequence[_Part], Sequence[_Part], str]:
    """What stands before the first preposition, what after it, and the preposition.

    One within a known name or role (ministry of defence, leader of the opposition) divides nothing.
    """
    inside = set[int]()
    for start, end in _stretches(parts, LONGEST_ROLE):
        form = _forms(parts[start:end])
        if end - start > 2 and (form in known.roles or form in known.bodies or form in known.entries):
            inside |= set(range(start + 1, end - 1))
    for place, part in enumerate(parts):
        if place and part.form in _PREPOSITIONS and not part.capital and place not in inside:
            return parts[:place], parts[place + 1 :], part.form
    return parts, (), ""


def _found(parts: Sequence[_Part], day: date | None, known: Dictionary) -> _Found:
    role = _last_role(parts, known)
    before = _last_role(parts[: role[0]], known) if role and role[2].of else None
    return _Found(
        _longest_entry(parts, day, known),
        _first_nation(parts, known),
        role,
        _longest_body(parts, known),
        before[2] if before else None,
    )


def _stretches(parts: Sequence[_Part], longest: int) -> list[tuple[int, int]]:
    """All stretches of the words, the longest first, those further right before others."""
    lengths = range(min(longest, len(parts)), 0, -1)
    return [(start, start + length) for length in lengths for start in range(len(parts) - length, -1, -1)]


def _longest_entry(
    parts: Sequence[_Part], day: date | None, known: Dictionary
) -> tuple[int, int, Entry] | None:
    for start, end in _stretches(parts, known.longest):
        if not any(part.capital for part in parts[start:end]):
            continue
        named = _entries(parts[start:end], known)
        entry = _at([entry for entry in named if entry.kind not in ("country", "place")], day)
        if entry and not _part_of_a_name(parts, start, end, known):
            return start, end, entry
    return None


def _part_of_a_name(parts: Sequence[_Part], start: int, end: int, known: Dictionary) -> bool:
    """Whether a name goes on beyond the stretch: Juan Carlos in Juan Carlos Ortega."""
    if end < len(parts) and parts[end].capital and not _told(parts[end:], known):
        return True
    before = start
    while before and parts[before - 1].capital:
        before -= 1
    return before < start and not _covered(parts[before:start], known)


def _told(parts: Sequence[_Part], known: Dictionary) -> bool:
    """Whether the words begin with a role, a body or a nation."""
    forms = [_forms(parts[:length]) for length in range(1, min(len(parts), LONGEST_ROLE) + 1)]
    return any(form in known.roles or form in known.bodies or form in known.nations for form in forms)


def _covered(parts: Sequence[_Part], known: Dictionary) -> bool:
    """Whether the words are roles, bodies, nations and titles, one after the other."""
    place = 0
    while place < len(parts):
        lengths = range(min(len(parts) - place, LONGEST_ROLE), 0, -1)
        step = next(
            (
                length
                for length in lengths
                for form in [_forms(parts[place : place + length])]
                if form in known.roles
                or form in known.bodies
                or form in known.nations
                or form in known.governments
            ),
            1 if parts[place].form in _FORMER | _TITLES else 0,
        )
        if not step:
            return False
        place += step
    return True


def _first_nation(parts: Sequence[_Part], known: Dictionary) -> tuple[int, int, str] | None:
    for start in range(len(parts)):
        for end in range(min(len(parts), start + 5), start, -1):
            form = _forms(parts[start:end])
            code = known.nations.get(form) or known.governments.get(form)
            if code and parts[start].capital:
                return start, end, code
    return None


def _last_role(parts: Sequence[_Part], known: Dictionary) -> tuple[int, int, Role] | None:
    """The role that ends last, and of those the longest: the head of the phrase. Before a name the first one."""
    found: tuple[int, int, Role] | None = None
    for end in range(len(parts), 0, -1):
        for start in range(max(0, end - LONGEST_ROLE), end):
            role = known.roles.get(_forms(parts[start:end]))
            if role:
                if end == len(parts) or not parts[end].capital:
                    return found or (start, end, role)
                found = start, end, role
                break
    return found


def _longest_body(parts: Sequence[_Part], known: Dictionary) -> tuple[int, int, Body] | None:
    for start, end in _stretches(parts, LONGEST_ROLE):
        body = known.bodies.get(_forms(parts[start:end]))
        if body:
            return start, end, body
    return None


def _country(ours: _Found, theirs: _Found) -> str | None:
    """Of the phrase's head first (Russia's ambassador to Poland), then of what follows."""
    for found in (ours, theirs):
        if found.nation:
            return found.nation[2]
        if found.entry and found.entry[2].country:
            return found.entry[2].country
    return None


def _within(role: tuple[int, int, Role], body: tuple[int, int, Body] | None) -> bool:
    """Whether the role is a word of the body's name: the guard of the National Guard."""
    return body is not None and body[0] <= role[0] and role[1] <= body[1] and body[1] - body[0] > 1


def _person(ours: _Found, day: date | None, former: bool, head: Sequence[_Part]) -> ResolvedActor:
    assert ours.entry
    start, _, entry = ours.entry
    found = _resolved(entry, day, "name", _text(head[:start]))
    if former:
        return _changed(found, sectors=("ELI",))
    return found


def _titled(
    head: Sequence[_Part], ours: _Found, country: str | None, day: date | None, known: Dictionary
) -> ResolvedActor | None:
    """A title before a family name: Deputy Secretary Hicks."""
    if not ours.role or ours.role[1] >= len(head):
        return None
    family = _forms(head[ours.role[1] :])
    found = [entry for entry in known.families.get(family, ()) if country in (None, entry.country)]
    entry = _at(found, day)
    return _resolved(entry, day, "title and name", _text(head[: ours.role[1]])) if entry else None


def _in_role(
    phrase: str,
    ours: _Found,
    of: _Found,
    country: str | None,
    former: bool,
    day: date | None,
    known: Dictionary,
) -> ResolvedActor:
    assert ours.role
    role = ours.role[2]
    holder = _holder(role, country, former, ours, of, day, known)
    if holder:
        return _resolved(holder, day, "office", role.form)
    sectors, land = role.sectors, country
    whose = _whose(ours, of)
    if whose and (role.of or not set(sectors) & _AGAINST):
        sectors = whose.sectors or sectors
    if isinstance(whose, Entry):
        land = land or whose.country
    if role.of and not sectors and ours.before:
        sectors = ours.before.sectors
    if former:
        sectors = (role.former,) if role.former else ("ELI",)
    kind = "group" if role.plural else "person"
    return ResolvedActor(phrase, kind, land, sectors, "role", _SURE["role"], role.form)


def _whose(ours: _Found, of: _Found) -> Entry | Body | None:
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
    ours: _Found,
    of: _Found,
    day: date | None,
    known: Dictionary,
) -> Entry | None:
    """Who held the office a role names in a country on a known day."""
    if (
        former
        or role.plural
        or not role.office
        or not country
        or day is None
        or of.body
        or of.entry
        or ours.entry
    ):
        return None
    held = [entry for term, entry in known.holders.get((country, role.office), ()) if _suits(term, role, day)]
    return held[0] if len(held) == 1 else None


def _suits(term: Term, role: Role, day: date) -> bool:
    return term.period.holds(day) and role.form.split()[-1] in term.title.casefold()


def _body(phrase: str, body: Body, country: str | None) -> ResolvedActor:
    kind = "military" if body.sectors[:1] == ("MIL",) else "organisation"
    return ResolvedActor(phrase, kind, country, body.sectors, "body", _SURE["body"])


def _of_another(phrase: str, of: _Found, country: str | None, day: date | None) -> ResolvedActor:
    """Something unknown of a known body: members of SANDF."""
    if of.entry:
        return _changed(_resolved(of.entry[2], day, "name"), name=phrase, kind="group")
    assert of.body
    return _changed(_body(phrase, of.body[2], country), kind="group")


def _nation(phrase: str, head: Sequence[_Part], country: str, known: Dictionary) -> ResolvedActor:
    """Only a country is known of it."""
    state = known.states.get(country)
    if known.nations.get(_forms(head)) == country and state:
        return ResolvedActor(state.name, "country", country, (), "nation", _SURE["nation"], None, state)
    return ResolvedActor(phrase, "group", country, (), "nation", _SURE["role"])


def _text(parts: Sequence[_Part]) -> str | None:
    return " ".join(_forms(parts)) or None


def _changed(found: ResolvedActor, **fields: object) -> ResolvedActor:
    values = {name: getattr(found, name) for name in ResolvedActor.__slots__}
    return ResolvedActor(**{**values, **fields})
