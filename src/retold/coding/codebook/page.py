"""The codebook as a page: `python -m retold.coding.codebook.page > docs/events.md`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from importlib.resources import files
from itertools import groupby

from retold.coding.codebook.cameo import Equivalent, equivalents
from retold.coding.codebook.codebook import QUADS, Context, EventType, Example, Mode, codebook

_TARGETS = {"required": "has to have", "usual": "may have", "none": "has not"}


def page() -> str:
    """The introduction of intro.md and what the codebook holds, as Markdown."""
    book = codebook()
    parts = [
        files(__package__).joinpath("intro.md").read_text(encoding="utf-8").strip(),
        "## Types\n\n" + "\n".join(_overview(book.types.values())),
        *("\n\n".join(_type(kind)) for kind in book.types.values()),
        "## Contexts\n\n" + "\n".join(_contexts(book.contexts.values())),
    ]
    return "\n\n".join(parts) + "\n"


def _overview(kinds: Iterable[EventType]) -> Iterator[str]:
    yield "| type | quad class | score | modes |"
    yield "|---|---|---|---|"
    for kind in kinds:
        modes = ", ".join(kind.modes) or "none"
        link = f"[{kind.name}](#{kind.name.lower()})"
        yield f"| {link} | {kind.quad} {QUADS[kind.quad]} | {kind.score:g} | {modes} |"


def _type(kind: EventType) -> Iterator[str]:
    yield f"## {kind.name}"
    yield f"*{QUADS[kind.quad].capitalize()}, score {kind.score:g}; {_TARGETS[kind.target]} a target.*"
    yield kind.definition
    yield "What belongs here:\n\n" + _list(kind.includes)
    yield "What does not:\n\n" + _list(kind.excludes)
    if kind.decision:
        yield f"**Decided:** {kind.decision}"
    if kind.modes:
        yield "\n".join(_modes(kind.modes.values()))
    yield "Examples:\n\n" + _list(_told(example, example.mode) for example in kind.examples)
    for mode in kind.modes.values():
        yield f"Of *{mode.name}*:\n\n" + _list(_told(example, None) for example in mode.examples)
    yield "As CAMEO:\n\n" + "\n".join(_cameo(equivalents()[kind.name]))


def _modes(modes: Iterable[Mode]) -> Iterator[str]:
    yield "| mode | score | meaning |"
    yield "|---|---|---|"
    for mode in modes:
        score = "the type's" if mode.score is None else f"{mode.score:g}"
        yield f"| {mode.name} | {score} | {mode.definition} |"


def _told(example: Example, mode: str | None) -> str:
    roles = [" and ".join(example.sources) or "somebody"]
    roles += [" and ".join(example.targets)] if example.targets else []
    said = " → ".join(roles) + (f"; {mode}" if mode else "")
    return f"{example.text} *({said})*"


def _cameo(rows: Iterable[Equivalent]) -> Iterator[str]:
    yield "| code | meaning | Goldstein | for |"
    yield "|---|---|---|---|"
    for code, alternatives in groupby(rows, key=lambda row: row.code):
        conditions = ", or ".join(_conditions(row) for row in alternatives)
        yield f"| {code.code} | {code.label} | {code.goldstein:g} | {conditions} |"


def _conditions(row: Equivalent) -> str:
    conditions = [f"mode {row.mode}"] if row.mode else []
    conditions += [f"literal {row.literal}"] if row.literal else []
    conditions += [f"context {row.context}"] if row.context else []
    conditions += ["words " + "/".join(f"*{word}-*" for word in row.words)] if row.words else []
    return " and ".join(conditions) or "all others"


def _contexts(contexts: Iterable[Context]) -> Iterator[str]:
    yield "What an event is about; it may have several or none. They are found by words of its sentence."
    yield ""
    yield "| context | about | for example told by |"
    yield "|---|---|---|"
    for context in contexts:
        cues = ", ".join(" ".join(cue).replace(" - ", "-") for cue in context.cues[:6])
        yield f"| {context.name} | {context.definition} | {cues} |"


def _list(items: Iterable[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


if __name__ == "__main__":
    sys.stdout.write(page())
