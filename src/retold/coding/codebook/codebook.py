"""codebook.toml, its examples and contexts.toml to PLOVER's types, modes and contexts."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any, Literal

Quad = Literal[1, 2, 3, 4]
TargetUse = Literal["required", "usual", "none"]

QUADS: dict[Quad, str] = {
    1: "verbal cooperation",
    2: "material cooperation",
    3: "verbal conflict",
    4: "material conflict",
}
_GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and the event it tells.

    `sources` and `targets` are phrases of it, none where it names none; `mode` is None where it does not decide one.
    """

    text: str
    event_type: str
    mode: str | None
    sources: tuple[str, ...]
    targets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mode:
    """How a type's act was done. `score` is None where PLOVER gives none: the type's holds."""

    name: str
    score: float | None
    definition: str
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class EventType:
    """One of PLOVER's 16 types.

    `score` is from -10, conflict, to 10, cooperation. `includes` and `excludes` are rules of decision; an exclusion
    says where the thing goes instead. `decision` says how we read PLOVER where it contradicts itself. `target`:
    whether an event needs one.
    """

    name: str
    quad: Quad
    score: float
    target: TargetUse
    definition: str
    includes: tuple[str, ...]
    excludes: tuple[str, ...]
    decision: str | None
    modes: Mapping[str, Mode]
    examples: tuple[Example, ...]


@dataclass(frozen=True, slots=True)
class Context:
    """What an event is about. `cues` tell it: lemmas or words as written, several in a tuple stand side by side."""

    name: str
    definition: str
    cues: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Codebook:
    """Types and contexts by name, in PLOVER's order."""

    types: Mapping[str, EventType]
    contexts: Mapping[str, Context]

    def quad_of(self, event_type: str) -> Quad:
        """Quad class of a type: 1 to 4, see `QUADS`. Raises KeyError for what is no type of PLOVER."""
        return self.types[event_type].quad

    def score_of(self, event_type: str, mode: str | None = None) -> float:
        """From -10, conflict, to 10, cooperation: the mode's score, or the type's if the mode is None or has none.

        Raises KeyError for what is no type, or no mode of the type.
        """
        kind = self.types[event_type]
        score = kind.modes[mode].score if mode else None
        return kind.score if score is None else score

    def examples(self) -> tuple[Example, ...]:
        """Of all types, then of their modes."""
        found = list[Example]()
        for kind in self.types.values():
            found += kind.examples
            found += (example for mode in kind.modes.values() for example in mode.examples)
        return tuple(found)


@lru_cache(maxsize=1)
def codebook() -> Codebook:
    """The codebook of the package, read once."""
    examples = _content("examples.toml")
    return Codebook(
        {name: _type(name, row, examples[name]) for name, row in _content("codebook.toml").items()},
        {name: _context(name, row) for name, row in _content("contexts.toml").items()},
    )


def _type(name: str, row: Mapping[str, Any], examples: Mapping[str, list[dict[str, Any]]]) -> EventType:
    return EventType(
        name=name,
        quad=row["quad"],
        score=row["score"],
        target=row["target"],
        definition=_flowing(row["definition"]),
        includes=tuple(row["includes"]),
        excludes=tuple(row["excludes"]),
        decision=_flowing(row["decision"]) if "decision" in row else None,
        modes={mode: _mode(name, mode, told, examples[mode]) for mode, told in row.get("modes", {}).items()},
        examples=tuple(_example(name, None, example) for example in examples[_GENERAL]),
    )


def _mode(event_type: str, name: str, row: Mapping[str, Any], examples: list[dict[str, Any]]) -> Mode:
    return Mode(
        name=name,
        score=row.get("score"),
        definition=_flowing(row["definition"]),
        examples=tuple(_example(event_type, name, example) for example in examples),
    )


def _example(event_type: str, mode: str | None, row: Mapping[str, Any]) -> Example:
    return Example(
        text=row["text"],
        event_type=event_type,
        mode=row.get("mode", mode),
        sources=_phrases(row.get("source", [])),
        targets=_phrases(row.get("target", [])),
    )


def _context(name: str, row: Mapping[str, str]) -> Context:
    return Context(
        name, _flowing(row["definition"]), tuple(tuple(cue.split("_")) for cue in row["cues"].split())
    )


def _phrases(value: str | list[str]) -> tuple[str, ...]:
    return (value,) if isinstance(value, str) else tuple(value)


def _flowing(text: str) -> str:
    return " ".join(text.split())


def _content(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text(encoding="utf-8"))
