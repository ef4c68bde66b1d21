"""Records of a CSV or JSON list, in Retold's own fields, to actors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from retold.actors.entries import ALWAYS, ActorKind
from retold.actors.lists.codes import country_of, is_sector, kind_of
from retold.actors.lists.drafts import Listed, ListedOffice, period_of
from retold.errors import InputError
from retold.sources.articles import MAX_FIELD_CHARACTERS
from retold.sources.records import field_name

FIELDS = frozenset(
    {
        *("id", "name", "kind", "country", "sectors", "aliases", "role"),
        *("start", "end", "family", "sex", "wikidata_id"),
    }
)

_SEVERAL = re.compile(r"[;|]")
_CODES = re.compile(r"[;|,\s]+")
_WIKIDATA = re.compile(r"Q[1-9]\d{0,11}")
_SEXES = {"m": "m", "male": "m", "f": "f", "female": "f"}


def listed_in(record: Mapping[str, object]) -> Listed:
    """The actor of a record.

    Raises InputError `no_name` without a name, `bad_date` for days that are none or in the wrong order. Another field
    that cannot be used is left out and becomes one of `Listed.problems`.
    """
    return _Record(record).listed()


class _Record:
    """Reads the fields of a record, and keeps what is wrong with them."""

    def __init__(self, record: Mapping[str, object]) -> None:
        self._values = {field_name(name): value for name, value in record.items()}
        self._problems: list[InputError] = []

    def listed(self) -> Listed:
        name = self._text("name")
        if not name:
            raise InputError("no_name", "an actor without a name")
        kind, country, sectors = self._kind(), self._country(), self._sectors()
        title, period = self._text("role"), period_of(self._text("start"), self._text("end"))
        office = bool(title) or (period != ALWAYS and kind in ("person", None))
        return Listed(
            name,
            self._text("id") or None,
            kind,
            country,
            () if office else sectors,
            tuple(self._texts("aliases", _SEVERAL)),
            None if office or period == ALWAYS else period,
            (ListedOffice(title, None, sectors, period),) if office else (),
            self._text("family") or None,
            self._sex(),
            self._wikidata_id(),
            True if office else None,
            tuple(self._problems),
        )

    def _text(self, name: str) -> str:
        """The field as text, "" when there is none; of a list its first item."""
        value = self._values.get(name)
        if isinstance(value, list):
            value = next(iter(value), None)
        if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**100:
            return str(value)
        if value is None or (isinstance(value, str) and len(value) <= MAX_FIELD_CHARACTERS):
            return (value or "").strip()
        self._left_out(name, "too long" if isinstance(value, str) else "expected text, found another type")
        return ""

    def _texts(self, name: str, separator: re.Pattern[str]) -> Iterator[str]:
        value = self._values.get(name)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                yield from (part.strip() for part in separator.split(one) if part.strip())
            elif one is not None:
                self._left_out(name, "expected text or a list of texts")

    def _kind(self) -> ActorKind | None:
        told = self._text("kind")
        found = kind_of(told)
        if told and found is None:
            self._left_out("kind", f"{told[:40]!r} is no kind of actor")
        return found

    def _country(self) -> str | None:
        told = self._text("country")
        found = country_of(told) if told else None
        if told and found is None:
            self._left_out("country", f"{told[:40]!r} is no state and no code of one")
        return found

    def _sectors(self) -> tuple[str, ...]:
        told = dict.fromkeys(code.upper() for code in self._texts("sectors", _CODES))
        for code in told:
            if not is_sector(code):
                self._left_out("sectors", f"{code[:40]!r} is no sector of PLOVER's")
        return tuple(code for code in told if is_sector(code))

    def _sex(self) -> str | None:
        told = self._text("sex").lower()
        if told and told not in _SEXES:
            self._left_out("sex", f"expected m or f, found {told[:40]!r}")
        return _SEXES.get(told)

    def _wikidata_id(self) -> str | None:
        told = self._text("wikidata_id")
        if told and not _WIKIDATA.fullmatch(told):
            self._left_out("wikidata_id", f"expected Q and a number, found {told[:40]!r}")
            return None
        return told or None

    def _left_out(self, name: str, why: str) -> None:
        self._problems.append(InputError("bad_field", f"field {name}: {why}; left out"))
