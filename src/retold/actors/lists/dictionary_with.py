"""A user's list, as the archive keeps it, before the project's own dictionary.

A list may have many times the names of the dictionary. So its rows stay in Arrow, sorted hashes lead from a name to
them, and an entry is made when its name is met.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset as ds

from retold.actors.dictionary import Dictionary, Office, Words, dictionary, plain
from retold.actors.entries import Entry, Period, Term
from retold.actors.lists.names import Hashes, form_hash
from retold.model import ListedActor
from retold.schema import schema_of

_Held = list[tuple[Term, Entry]]


@lru_cache(maxsize=2)
def dictionary_with(files: tuple[str, ...]) -> Dictionary:
    """The dictionary with the actors of a list before its own, read once per process.

    files: Parquet files with rows of `ListedActor`, never changed under their names; without any it is the
    dictionary alone. An actor of the list hides those of the dictionary that have one of its names.
    """
    if not files:
        return dictionary()
    return _before(_List(ds.dataset(list(files), schema=schema_of(ListedActor), format="parquet").to_table()))


class _List:
    """The rows of a list, found by name."""

    def __init__(self, rows: pa.Table) -> None:
        self.rows = rows.combine_chunks().sort_by("entry_id")
        forms = self.rows.column("forms").combine_chunks()
        owners = np.repeat(np.arange(len(forms)), np.diff(forms.offsets.to_numpy()))
        self._names = _Places(forms.values.to_numpy(), owners)
        self._families = _Places(self.rows.column("family_form").to_numpy(), np.arange(len(forms)))
        self._entries: dict[int, Entry] = {}

    def named(self, form: Words) -> list[Entry]:
        """The actors of a name."""
        return [self.entry(row) for row in self._names.of(form)]

    def of_family(self, form: Words) -> list[Entry]:
        """The persons of a family name."""
        return [self.entry(row) for row in self._families.of(form)]

    def entry(self, row: int) -> Entry:
        """The actor of a row."""
        if row not in self._entries:
            self._entries[row] = _entry(self.rows.slice(row, 1).to_pylist()[0])
        return self._entries[row]

    def every(self) -> Iterator[Entry]:
        """All actors."""
        return (_entry(row) for batch in self.rows.to_batches(1_000) for row in batch.to_pylist())

    def of_kinds(self, *kinds: str) -> Iterator[Entry]:
        """All actors of some kinds."""
        wanted = pc.is_in(self.rows.column("kind"), pa.array(kinds))
        return (self.entry(row) for row in pc.indices_nonzero(wanted).to_pylist())

    def in_office(self) -> Iterator[Entry]:
        """All who held an office that the dictionary's roles know."""
        terms = self.rows.column("terms").combine_chunks()
        known = pc.not_equal(pc.struct_field(pc.list_flatten(terms), "office"), "")
        rows = pc.list_parent_indices(terms).filter(known)
        return (self.entry(row) for row in pc.unique(rows).to_pylist())


class _Places:
    """Rows by the hash of a name."""

    def __init__(self, hashes: Hashes, rows: Hashes) -> None:
        order = np.lexsort((rows, hashes))
        self._hashes = hashes[order].data
        self._rows = rows[order]

    def of(self, form: Words) -> list[int]:
        wanted = form_hash(form)
        start = end = bisect_left(self._hashes, wanted)
        while end < len(self._hashes) and self._hashes[end] == wanted:
            end += 1
        return list(dict.fromkeys(self._rows[start:end].tolist()))


def _entry(row: dict[str, Any]) -> Entry:
    period = Period(row["since"], row["until"])
    terms = tuple(
        Term(
            term["country"] or row["country"] or "",
            term["office"],
            term["title"],
            Period(term["since"], term["until"]),
            tuple(term["sectors"]),
        )
        for term in row["terms"]
    )
    own = {name: row[name] for name in ("name", "kind", "country", "family", "sex", "wikidata_id")}
    sectors, aliases = tuple(row["sectors"]), tuple(row["aliases"])
    return Entry(**own, sectors=sectors, aliases=aliases, period=period, terms=terms)


class _OwnFirst(Mapping[Words, list[Entry]]):
    """What a list has for a name, or else the dictionary."""

    def __init__(self, own: _List, base: Mapping[Words, list[Entry]]) -> None:
        self._own, self._base = own, base

    def __getitem__(self, form: Words) -> list[Entry]:
        return self._own.named(form) or self._base[form]

    def __iter__(self) -> Iterator[Words]:
        listed = (plain(name) for entry in self._own.every() for name in entry.names)
        return iter(dict.fromkeys((*(form for form in listed if form in self), *self._base)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Families(Mapping[Words, list[Entry]]):
    """Persons of a list by their family names, with those of the dictionary that the list does not hide."""

    def __init__(self, own: _List, base: Mapping[Words, list[Entry]]) -> None:
        self._own, self._base = own, base

    def __getitem__(self, form: Words) -> list[Entry]:
        theirs = [entry for entry in self._base.get(form, ()) if not self._own.named(plain(entry.name))]
        found = [*self._own.of_family(form), *theirs]
        if not found:
            raise KeyError(form)
        return found

    def __iter__(self) -> Iterator[Words]:
        listed = (plain(entry.family) for entry in self._own.every() if entry.family)
        return (form for form in dict.fromkeys((*listed, *self._base)) if form in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)


@dataclass(slots=True, eq=False)
class _Before(Dictionary):
    """The dictionary behind a list."""

    base: Dictionary
    own: _List

    def named(self, form: Words, *, in_capitals: bool) -> list[Entry]:
        found = self.own.named(form)
        if len(form) == 1 and not in_capitals:
            found = [entry for entry in found if not _only_in_capitals(entry, form)]
        return found or self.base.named(form, in_capitals=in_capitals)


def _only_in_capitals(entry: Entry, form: Words) -> bool:
    return all(name.isupper() for name in entry.names if plain(name) == form)


def _before(own: _List) -> Dictionary:
    base = dictionary()
    values = {part.name: getattr(base, part.name) for part in fields(Dictionary)}
    lands = [(entry.country, entry) for entry in own.of_kinds("country", "place") if entry.country]
    states = {code: land for code, land in lands if land.kind == "country"}
    values |= {
        "entries": _OwnFirst(own, base.entries),
        "families": _Families(own, base.families),
        "nations": {**base.nations, **{plain(name): code for code, land in lands for name in land.names}},
        "states": {**states, **base.states},
        "holders": _holders(own, base),
        "titles": {title: _led_to_own(held, own) for title, held in base.titles.items()},
        "lengths": None,
        "longest": max(base.longest, pc.max(own.rows.column("words")).as_py()),
    }
    return _Before(**values, base=base, own=own)


def _holders(own: _List, base: Dictionary) -> dict[Office, _Held]:
    """Who held offices: of those in the dictionary the ones at whose time the list knows nobody."""
    listed: dict[Office, _Held] = {}
    for entry in own.in_office():
        for term in entry.terms:
            if term.office:
                listed.setdefault((term.country, term.office), []).append((term, entry))
    known = {office: _led_to_own(held, own) for office, held in base.holders.items()}
    for office, held in listed.items():
        theirs = known.get(office, [])
        known[office] = [*held, *(one for one in theirs if not any(_meet(one[0], term) for term, _ in held))]
    return known


def _led_to_own(held: _Held, own: _List) -> _Held:
    """The same terms, held by the list's actor where it has the holder's name."""
    return [(term, next(iter(own.named(plain(entry.name))), entry)) for term, entry in held]


def _meet(one: Term, other: Term) -> bool:
    """Whether two terms have a day in common."""
    ours, theirs = one.period, other.period
    return (ours.until is None or theirs.since is None or theirs.since < ours.until) and (
        theirs.until is None or ours.since is None or ours.since < theirs.until
    )
