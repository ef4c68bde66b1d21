"""Records of JSONL, JSON, CSV and Parquet to drafts: which field means what, and what a field may hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from functools import partial

from retold.errors import InputError
from retold.sources.articles import MAX_FIELD_CHARACTERS, iso_language
from retold.sources.dates import parse_published
from retold.sources.items import Draft, DraftItem, Note, OpenInput

FIELDS = frozenset(
    {"id", "url", "source", "title", "text", "published", "language", "author", "byline", "agency"}
)
MAX_NAMED = 50
"""Field names an input may have us tell; one that makes up a name per record has no more to say."""

_PLAIN = (str, int, float, date, type(None))


class IgnoredFields:
    """The names of fields that are none of the known ones (an article's), each told once for an input."""

    def __init__(self, opened: OpenInput, known: frozenset[str] = FIELDS) -> None:
        self._opened = opened
        self._known = known
        self._seen: set[str] = set()

    def told(self, names: Iterable[str]) -> Iterator[Note]:
        """A note on those names that are new, if there are any."""
        new = sorted({name for name in names if field_name(name) not in self._known} - self._seen)
        if not new or len(self._seen) >= MAX_NAMED:
            return
        self._seen.update(new)
        yield self._opened.note(f"fields ignored: {', '.join(name[:40] for name in new)}")


def field_name(name: str) -> str:
    """A field's name as we compare it: "Text " and "text" are one."""
    return name.strip("\ufeff \t\r\n").lower()


def record_items(
    record: Mapping[str, object], opened: OpenInput, locator: str, ignored: IgnoredFields
) -> Iterator[DraftItem]:
    """What a record yields: what makes its draft, or the rejection of it, and ignored fields named once."""
    yield from ignored.told(record)
    values = {name: value for given, value in record.items() if (name := field_name(given)) in FIELDS}
    size = sum(len(value) for value in values.values() if isinstance(value, str))
    draft = partial(draft_of, values, opened.collected_at)
    if all(isinstance(value, _PLAIN) for value in values.values()):
        yield opened.drafted(draft, size, locator)
        return
    # Lists in lists could be nested too deep for pickle.
    try:
        yield opened.drafted(draft(), size, locator)
    except InputError as error:
        yield opened.refused(error, locator)


def draft_of(values: Mapping[str, object], now: datetime) -> Draft:
    """The draft that a record's fields make. Raises InputError `bad_field` when `text` is missing or no string.

    Another field of a wrong type or with an unreadable value is left out and becomes one of `Draft.problems`.
    """
    text = values.get("text")
    if not isinstance(text, str):
        raise InputError("bad_field", f"field text: expected a string, found {_kind(values, 'text')}")
    problems: list[InputError] = []
    return Draft(
        text=text,
        title=_string(values, "title", problems),
        external_id=_identifier(values, problems),
        url=_string(values, "url", problems),
        source=_string(values, "source", problems),
        published_at=_published(values, now, problems),
        language=_language(values, problems),
        author=_string(values, "byline", problems) or _string(values, "author", problems),
        agency=_string(values, "agency", problems),
        problems=tuple(problems),
    )


def _kind(values: Mapping[str, object], name: str) -> str:
    if name not in values:
        return "no such field"
    names = {type(None): "null", bool: "a truth value", int: "a number", float: "a number", list: "a list"}
    return names.get(type(values[name]), "an object" if isinstance(values[name], dict) else "another type")


def _string(values: Mapping[str, object], name: str, problems: list[InputError]) -> str | None:
    value = values.get(name)
    if value is None:
        return None
    if not isinstance(value, str):
        found = _kind(values, name)
        problems.append(InputError("bad_field", f"field {name}: expected a string, found {found}; left out"))
        return None
    if len(value) > MAX_FIELD_CHARACTERS:
        problems.append(InputError("bad_field", f"field {name}: {len(value)} characters long; left out"))
        return None
    return value


def _identifier(values: Mapping[str, object], problems: list[InputError]) -> str | None:
    """Ids are often numbers; any other type is an error."""
    value = values.get("id")
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**100:
        return str(value)
    return _string(values, "id", problems)


def _published(values: Mapping[str, object], now: datetime, problems: list[InputError]) -> datetime | None:
    try:
        return parse_published(values.get("published"), now)
    except InputError as error:
        problems.append(InputError(error.reason, f"field published: {error.detail}; left out"))
        return None


def _language(values: Mapping[str, object], problems: list[InputError]) -> str | None:
    tag = _string(values, "language", problems)
    if not tag or not tag.strip():
        return None
    code = iso_language(tag)
    if code is None:
        problems.append(
            InputError("bad_field", f"field language: {tag[:40]!r} is no ISO 639-1 code; left out")
        )
    return code
