"""What can go wrong, for the people who call Retold.

RetoldError
├── ArchiveError       the archive is missing, not an archive, or of another making
│   └── ArchiveBusy    another process is writing to it
├── UnknownVersion     the archive has no such version
├── NotFound           no story, article or table of that name
├── QueryError         the SQL a user gave does not run
├── InputError         one piece of input cannot be used; becomes a row in `rejected`
└── MissingExtra       an optional part is not installed; says how to get it
"""

from __future__ import annotations


class RetoldError(Exception):
    """Base of all errors Retold raises on purpose. The message says what to do."""


class ArchiveError(RetoldError):
    """The path is not a readable archive."""


class ArchiveBusy(ArchiveError):
    """Another process is writing to the archive."""


class UnknownVersion(RetoldError):
    """The archive has no version of that number."""


class NotFound(RetoldError):
    """No story, article or table answers to the given name."""


class QueryError(RetoldError):
    """A query does not parse or does not run; the message is the database's."""


class InputError(RetoldError):
    """One piece of input cannot be used. `reason` is the code that stands in `rejected.reason`."""

    def __init__(self, reason: str, detail: str) -> None:
        super().__init__(f"{reason}: {detail}")
        self.reason = reason
        self.detail = detail

    def __reduce__(self) -> tuple[type[InputError], tuple[str, str]]:
        return InputError, (self.reason, self.detail)


class MissingExtra(RetoldError):
    """An optional part is not installed."""
