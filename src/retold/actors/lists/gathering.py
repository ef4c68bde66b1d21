"""What lists say, place by place, to one entry for each actor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

import pyarrow as pa

from retold.actors.dictionary import dictionary, plain, weighed
from retold.actors.entries import ALWAYS, ActorKind
from retold.actors.lists.codes import likely_kind
from retold.actors.lists.drafts import MOST_NAME, MOST_NAMES, Found, Held, Listed, ListedOffice, Post
from retold.actors.lists.names import MOST_WORDS, NOT_LOOKED_FOR, form_hash
from retold.errors import InputError
from retold.identity import content_id
from retold.model import ListedActor, ListedTerm
from retold.schema import rows_of, table_of
from retold.sources.cleaning import clean

_Known = tuple[str, ...]


@dataclass(slots=True)
class _Gathered:
    """An actor so far."""

    listed: Listed
    kind: ActorKind
    origin: str


@dataclass(slots=True)
class Gathering:
    """The actors of one import. Rows of one id, or of one name, kind and country, are one actor."""

    _actors: dict[_Known, _Gathered] = field(default_factory=dict)
    _posts: dict[str, Post] = field(default_factory=dict)
    _held: dict[str, list[Held]] = field(default_factory=dict)

    def take(self, what: Found, origin: str) -> Iterator[InputError]:
        """Takes in what stands at a place; what is wrong with it follows. Raises InputError when nothing is left."""
        match what:
            case Post():
                self._posts[what.key] = what
            case Held():
                self._held.setdefault(what.person, []).append(what)
            case Listed():
                yield from what.problems
                yield from self._listed(what, origin)

    def __len__(self) -> int:
        return len(self._actors)

    def unclaimed(self) -> int:
        """Offices held (FollowTheMoney's occupancies) whose person or post no list had."""
        persons = {known[1] for known in self._actors if known[0] == "id"}
        return sum(
            person not in persons or held.post not in self._posts
            for person, every in self._held.items()
            for held in every
        )

    def actors(self) -> Iterator[ListedActor]:
        """The entries, in the order in which their names first stood."""
        met: dict[_Known, int] = {}
        for gathered in self._actors.values():
            listed = self._with_posts(gathered.listed)
            if listed.key:
                entry_id = content_id("listed actor", "id", listed.key)
            else:
                name = (" ".join(plain(listed.name)) or listed.name, gathered.kind)
                met[name] = met.get(name, 0) + 1
                entry_id = content_id("listed actor", "name", *name, str(met[name]))
            yield _entry(entry_id, listed, gathered)

    def _listed(self, given: Listed, origin: str) -> Iterator[InputError]:
        listed, problems = _cleaned(given)
        yield from problems
        told = [sector for office in listed.offices for sector in office.sectors]
        kind = listed.kind or likely_kind(listed.name, [*listed.sectors, *told], person=listed.person)
        known = (
            ("id", listed.key)
            if listed.key
            else ("name", " ".join(plain(listed.name)), kind, listed.country or "")
        )
        if before := self._actors.get(known):
            before.listed = _merged(before.listed, listed)
        else:
            self._actors[known] = _Gathered(listed, kind, origin)

    def _with_posts(self, listed: Listed) -> Listed:
        """With the offices that FollowTheMoney tells apart from persons."""
        found = [
            ListedOffice(post.title, post.country, post.sectors, held.period)
            for held in self._held.get(listed.key or "", ())
            if (post := self._posts.get(held.post))
        ]
        return replace(listed, offices=(*listed.offices, *found)) if found else listed


def _cleaned(listed: Listed) -> tuple[Listed, list[InputError]]:
    """With names on one line and of bearable length. Raises InputError when that leaves no name."""
    name = _one_line(listed.name)
    if not name or len(name) > MOST_NAME:
        raise InputError("no_name", f"a name of {len(listed.name):,} characters: expected 1 to {MOST_NAME}")
    names = dict.fromkeys(alias for given in listed.aliases if (alias := _one_line(given)))
    aliases = [alias for alias in names if len(alias) <= MOST_NAME and alias != name][: MOST_NAMES - 1]
    lost = len(names.keys() - {name}) - len(aliases)
    problems = (
        [InputError("bad_field", f"field aliases: {lost} too long or too many; left out")] if lost else []
    )
    return replace(listed, name=name, aliases=tuple(aliases)), problems


def _one_line(name: str) -> str:
    short = name[: 2 * MOST_NAME]
    # Most names need no cleaning, and a list has a million of them.
    return " ".join((short if short.isascii() and short.isprintable() else clean(short)).split())


def _merged(first: Listed, second: Listed) -> Listed:
    """One actor of two rows; where they differ the first one stands."""
    names = dict.fromkeys((first.name, *first.aliases, second.name, *second.aliases))
    offices = dict.fromkeys((*first.offices, *second.offices))
    return replace(
        first,
        country=first.country or second.country,
        sectors=tuple(dict.fromkeys((*first.sectors, *second.sectors))),
        aliases=tuple(names)[1:MOST_NAMES],
        period=first.period or second.period,
        offices=tuple(offices),
        family=first.family or second.family,
        sex=first.sex or second.sex,
        wikidata_id=first.wikidata_id or second.wikidata_id,
    )


def _entry(entry_id: str, listed: Listed, gathered: _Gathered) -> ListedActor:
    period = listed.period or ALWAYS
    terms = tuple(sorted((_term(office, listed) for office in listed.offices), key=_begun))
    country, family, sex, wikidata_id = listed.country, listed.family, listed.sex, listed.wikidata_id
    sectors = weighed((*listed.sectors, *(sector for term in terms for sector in term.sectors)))
    said = (
        listed.name,
        gathered.kind,
        country,
        sectors,
        listed.aliases,
        period,
        terms,
        family,
        sex,
        wikidata_id,
    )
    return ListedActor(
        entry_id,
        content_id("listed", repr(said)),
        listed.name,
        gathered.kind,
        country,
        sectors,
        listed.aliases,
        period.since,
        period.until,
        terms,
        family,
        sex,
        wikidata_id,
        *_looked_up((listed.name, *listed.aliases), family),
        gathered.origin,
    )


def _looked_up(names: Iterable[str], family: str | None) -> tuple[tuple[int, ...], int, int]:
    """Hashes of names and of the family name as they are looked up, and the words of the longest."""
    plains = (form[1:] if form[:1] == ("the",) and len(form) > 1 else form for form in map(plain, names))
    forms = [form if len(form) <= MOST_WORDS else () for form in plains]
    hashes = tuple(form_hash(form) if form else NOT_LOOKED_FOR for form in forms)
    return hashes, form_hash(plain(family)) if family else NOT_LOOKED_FOR, max(1, *map(len, forms))


def looked_up_anew(rows: pa.RecordBatch) -> pa.Table:
    """The same actors (rows of `ListedActor`), their names as this version of Retold looks them up."""
    return table_of(ListedActor, map(_anew, rows_of(ListedActor, rows)))


def _anew(actor: ListedActor) -> ListedActor:
    forms, family_form, words = _looked_up((actor.name, *actor.aliases), actor.family)
    return replace(actor, forms=forms, family_form=family_form, words=words)


def _term(office: ListedOffice, listed: Listed) -> ListedTerm:
    name, country, sectors = office_of(office.title)
    return ListedTerm(
        office.country or listed.country or country,
        name,
        office.title,
        office.period.since,
        office.period.until,
        office.sectors or listed.sectors or sectors,
    )


def _begun(term: ListedTerm) -> tuple[date, str]:
    return term.since or date.min, term.title


@lru_cache(maxsize=10_000)
def office_of(title: str) -> tuple[str, str | None, tuple[str, ...]]:
    """Of a title ("Foreign Minister of Peru") the office that the dictionary's roles know, the state and the sectors.

    "", None and no sectors where they tell nothing.
    """
    known, form = dictionary(), plain(title)
    for length in range(len(form), 0, -1):
        role, rest = (
            known.roles.get(form[:length]),
            tuple(word for word in form[length:] if word not in ("of", "the")),
        )
        if role and (not rest or rest in known.nations):
            return role.office or "", known.nations.get(rest), role.sectors
        ending, before = known.roles.get(form[-length:]), form[:-length]
        if ending and before in known.nations:
            return ending.office or "", known.nations[before], ending.sectors
    return "", None, ()
