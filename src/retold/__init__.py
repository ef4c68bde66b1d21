"""Retold reads the news and keeps one record of who retold whom."""

from retold.actors.names import match_names
from retold.api import Archive
from retold.api import open_archive as open
from retold.comparing import Comparison, compare
from retold.errors import RetoldError
from retold.texts import resolve_actor, statements
from retold.version import __version__

__all__ = [
    "Archive",
    "Comparison",
    "RetoldError",
    "__version__",
    "compare",
    "match_names",
    "open",
    "resolve_actor",
    "statements",
]
