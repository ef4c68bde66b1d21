"""Retold reads the news and keeps one record of who retold whom."""

import importlib
import typing

from retold.errors import RetoldError
from retold.version import __version__

if typing.TYPE_CHECKING:
    from retold.actors.names import match_names
    from retold.api import Archive
    from retold.api import open_archive as open
    from retold.comparing import Comparison, compare
    from retold.texts import event_between, events, resolve_actor, resolve_date, statements, status

__all__ = [
    "Archive",
    "Comparison",
    "RetoldError",
    "__version__",
    "compare",
    "event_between",
    "events",
    "match_names",
    "open",
    "resolve_actor",
    "resolve_date",
    "statements",
    "status",
]

# Imported when they are first asked for: worker processes and most commands need few of them, and all take seconds.
_PLACES = {
    "Archive": ("retold.api", "Archive"),
    "Comparison": ("retold.comparing", "Comparison"),
    "compare": ("retold.comparing", "compare"),
    "event_between": ("retold.texts", "event_between"),
    "events": ("retold.texts", "events"),
    "match_names": ("retold.actors.names", "match_names"),
    "open": ("retold.api", "open_archive"),
    "resolve_actor": ("retold.texts", "resolve_actor"),
    "resolve_date": ("retold.texts", "resolve_date"),
    "statements": ("retold.texts", "statements"),
    "status": ("retold.texts", "status"),
}


def __getattr__(name: str) -> object:
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module, own_name = _PLACES[name]
    found = globals()[name] = getattr(importlib.import_module(module), own_name)
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
