"""PLOVER's events to CAMEO's codes, by cameo.toml: what the export as GDELT's table writes."""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from retold.coding.codebook.codebook import Quad

_ROOTS_UP_TO: tuple[tuple[str, Quad], ...] = (("05", 1), ("08", 2), ("13", 3), ("20", 4))


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A category of CAMEO. `code` has three or four digits, `goldstein` is from -10 to 10."""

    code: str
    label: str
    goldstein: float

    @property
    def root(self) -> str:
        """The category of the first level: GDELT's EventRootCode."""
        return self.code[:2]

    @property
    def base(self) -> str:
        """The category of the second level: GDELT's EventBaseCode."""
        return self.code[:3]

    @property
    def quad(self) -> Quad:
        """GDELT's QuadClass, which goes by the root and may differ from PLOVER's: CAMEO's 08 is material."""
        return next(quad for last, quad in _ROOTS_UP_TO if self.root <= last)


@dataclass(frozen=True, slots=True)
class Equivalent:
    """A row of cameo.toml: the code of a type's events for which all conditions hold; None and () hold always."""

    code: CameoCode
    mode: str | None
    literal: str | None
    context: str | None
    words: tuple[str, ...]

    def holds(
        self, mode: str | None, contexts: Collection[str], literal_type: str | None, trigger: str
    ) -> bool:
        """Whether an event is of this row; `trigger` in small letters."""
        return (
            self.mode in (None, mode)
            and self.literal in (None, literal_type)
            and (self.context is None or self.context in contexts)
            and (not self.words or any(word.startswith(self.words) for word in trigger.split()))
        )


def cameo_of(
    event_type: str,
    mode: str | None = None,
    contexts: Collection[str] = (),
    *,
    literal_type: str | None = None,
    trigger: str = "",
) -> CameoCode:
    """The CAMEO code of an event. Raises KeyError for what is no type of PLOVER.

    `literal_type` is what was promised, demanded, refused or threatened; `trigger` the words that made the code.
    """
    words = trigger.lower()
    return next(
        row.code for row in equivalents()[event_type] if row.holds(mode, contexts, literal_type, words)
    )


@lru_cache(maxsize=1)
def equivalents() -> Mapping[str, tuple[Equivalent, ...]]:
    """By type; the first row that holds gives the code, and the last always holds."""
    content = tomllib.loads(files(__package__).joinpath("cameo.toml").read_text(encoding="utf-8"))
    codes = {code: CameoCode(code, label, score) for code, (score, label) in content["codes"].items()}
    return {
        event_type: tuple(_equivalent(row, codes) for row in rows)
        for event_type, rows in content["equivalents"].items()
    }


def _equivalent(row: Mapping[str, str], codes: Mapping[str, CameoCode]) -> Equivalent:
    return Equivalent(
        code=codes[row["code"]],
        mode=row.get("mode"),
        literal=row.get("literal"),
        context=row.get("context"),
        words=tuple(row.get("words", "").split()),
    )
