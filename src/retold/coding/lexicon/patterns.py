"""The lexicon of event words: lexicon/*.csv and the classes of words in lexicon/*.toml, as patterns by lemma."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Literal

Part = Literal["verb", "noun", "adjective"]
Slots = tuple[str, ...]

ANY, NOTHING, ACTOR = "*", "-", "@actor"
NO_EVENT = "NONE"
ALL = "all"
"""The slot of those who act together: A and B, A with B, between A and B."""
_SHOWN = 2
PREPOSITIONS = frozenset(
    (
        *("about", "across", "after", "against", "among", "around", "as", "at", "before", "between", "by"),
        *("during", "following", "for", "from", "in", "inside", "into", "near", "of", "off", "on", "onto"),
        *("out", "outside", "over", "through", "to", "toward", "towards", "under", "upon", "with", "within"),
    )
)
_DEFAULT_SOURCES: dict[str, Slots] = {
    "verb": ("subject",),
    "adjective": ("subject",),
    "noun": ("by", "poss", "mod", "of", "from"),
}
_AFTER = ("on", "against", "with", "to", "of", "at", "into", "in")
_DEFAULT_TARGETS: dict[str, Slots] = {
    "verb": (
        *(
            "dative",
            "object",
            "clause",
            "object.on",
            "object.against",
            "object.with",
            "object.to",
            "object.of",
        ),
        *("object.poss", "object.mod", "with", "against", "to", "on", "at", "from", "into", "in", "over"),
    ),
    "adjective": ("of", "with", "to", "against", "for", "at", "about"),
    "noun": ("on", "against", "with", "to", "at", "into", "for", "of", "mod"),
}


@dataclass(frozen=True, slots=True)
class Required:
    """What must stand in a place: lemmas, an actor, anything at all, or nothing."""

    lemmas: frozenset[str]
    actor: bool = False
    anything: bool = False
    nothing: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """A word in a frame, and what it means there.

    `name` says where it stands. `thing`: what its object (a noun's modifier) must be. `prepositions`: one of them
    must stand with it. `event_type`: None where this use of the word is no event. `strength`: how many of its places
    are constrained: the stronger of two patterns that fit is right.
    """

    name: str
    part: Part
    thing: Required | None
    prepositions: tuple[tuple[str, Required], ...]
    event_type: str | None
    mode: str | None
    sources: Slots
    targets: Slots
    contexts: tuple[str, ...]
    strength: float


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Patterns by part of speech and lemma, the strongest first; words of two parts are joined by "_"."""

    patterns: Mapping[tuple[str, str], tuple[Pattern, ...]]
    words: frozenset[str]
    """All lemmas that stand anywhere in it."""

    def of(self, part: Part, lemma: str) -> tuple[Pattern, ...]:
        """The patterns of a word."""
        return self.patterns.get((part, lemma), ())


Classes = Mapping[str, frozenset[str]]


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The project's own lexicon, loaded once."""
    folder = files("retold.coding.lexicon")
    known = classes()
    found: dict[tuple[str, str], list[Pattern]] = {}
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".csv") and file.name != "operators.csv":
            for lemma, pattern in _rows(file, known):
                found.setdefault((pattern.part, lemma), []).append(pattern)
    patterns = {key: tuple(sorted(of, key=lambda one: -one.strength)) for key, of in found.items()}
    words = {lemma for _, lemma in patterns} | {word for words in known.values() for word in words}
    return Lexicon(patterns, frozenset(words))


@lru_cache(maxsize=1)
def classes() -> Classes:
    """Classes of words by name; one that stands in two files is their union."""
    found: dict[str, frozenset[str]] = {}
    for file in files("retold.coding.lexicon").iterdir():
        if file.name.startswith("classes_"):
            for name, words in tomllib.loads(file.read_text("utf-8")).items():
                found[name] = found.get(name, frozenset()) | frozenset(words.split())
    return found


def _rows(file: Traversable, known: Classes) -> Iterator[tuple[str, Pattern]]:
    stem = file.name.removesuffix(".csv")
    rows = csv.DictReader(file.read_text("utf-8").splitlines())
    for number, row in enumerate(rows, start=2):
        for lemma in _words(row["words"].split("|"), known):
            yield lemma, _pattern(f"{stem}:{number} {_shown(lemma, row)}", row, known)


def _shown(lemma: str, row: Mapping[str, str]) -> str:
    """A pattern as it is told to people: impose + @sanctions, the first of many alternatives."""
    columns = (lemma.replace("_", " "), _first_of(row["object"]), _first_of(row["preposition"]))
    return " + ".join(part for part in columns if part)


def _first_of(text: str) -> str:
    parts = text.split("|")
    return "|".join(parts[:_SHOWN]) + ("|…" if len(parts) > _SHOWN else "")


def _pattern(name: str, row: Mapping[str, str], known: Classes) -> Pattern:
    part: Part = "noun" if row["part"] == "noun" else "adjective" if row["part"] == "adjective" else "verb"
    thing = required(row["object"], known) if row["object"] else None
    prepositions = tuple(
        (word, required(what or ANY, known))
        for word, _, what in (one.partition(":") for one in _alternatives(row["preposition"]))
    )
    sources, targets = _roles(row["roles"], part)
    return Pattern(
        name=name,
        part=part,
        thing=thing,
        prepositions=prepositions,
        event_type=row["type"] if row["type"] != NO_EVENT else None,
        mode=row["mode"] or None,
        sources=sources,
        targets=targets,
        contexts=tuple(row["contexts"].split("|")) if row["contexts"] else (),
        strength=_strength(thing) + max((_strength(one) for _, one in prepositions), default=0),
    )


def _alternatives(text: str) -> list[str]:
    """A bar separates prepositions, or words behind one: "to:@talks|meeting" has one preposition."""
    found: list[str] = []
    for part in text.split("|") if text else ():
        if found and ":" in found[-1] and ":" not in part and part not in PREPOSITIONS:
            found[-1] += f"|{part}"
        else:
            found.append(part)
    return found


def required(text: str, known: Classes) -> Required:
    """What a column asks for: words and classes with bars between them, `*`, `-` or `@actor`."""
    parts = text.split("|")
    return Required(
        lemmas=frozenset(_words((part for part in parts if part not in (ANY, NOTHING, ACTOR)), known)),
        actor=ACTOR in parts,
        anything=ANY in parts,
        nothing=NOTHING in parts,
    )


def _words(parts: Iterable[str], known: Classes) -> Iterator[str]:
    for part in parts:
        if part.startswith("@"):
            yield from known.get(part[1:], ())
        elif part:
            yield part


def _strength(needed: Required | None) -> float:
    """Words say more than that there is an actor, and this more than that there is anything."""
    if needed is None:
        return 0.0
    return 1.0 if needed.actor else 2.0 if needed.lemmas else 0.5


def default_roles(part: Part) -> tuple[Slots, Slots]:
    """Where the sources and the targets of a pattern stand that does not say it."""
    return _DEFAULT_SOURCES[part], _DEFAULT_TARGETS[part]


def _roles(text: str, part: Part) -> tuple[Slots, Slots]:
    if not text:
        return default_roles(part)
    sources, _, targets = text.partition(">")
    return _slots(sources), _slots(targets)


def _slots(text: str) -> Slots:
    if text in ("subject+with", "between+of+poss"):
        return (ALL,)
    return tuple(slot for slot in text.split("/") if slot)
