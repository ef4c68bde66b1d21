"""What an event is about: PLOVER's contexts, by the words of its sentence (contexts.toml)."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import lru_cache
from importlib.resources import files

from retold.reading.parse import Reading, Word


@lru_cache(maxsize=1)
def _cues() -> Mapping[str, Mapping[tuple[str, ...], tuple[str, ...]]]:
    """By the first lemma of a cue: the cues that begin with it, each with its contexts."""
    content = tomllib.loads(files(__package__).joinpath("contexts.toml").read_text("utf-8"))
    found: dict[str, dict[tuple[str, ...], list[str]]] = {}
    for name, context in content.items():
        for cue in context["cues"].split():
            words = tuple(cue.split("_"))
            found.setdefault(words[0], {}).setdefault(words, []).append(name)
    return {first: {words: tuple(of) for words, of in cues.items()} for first, cues in found.items()}


def contexts_of(reading: Reading, near: Iterable[Word], own: Iterable[str]) -> tuple[str, ...]:
    """The contexts of an event, sorted: those its pattern has, and those that words of its clause (`near`) name."""
    found = set(own)
    lemmas = [word.lemma.lower() for word in reading]
    for word in near:
        for cue, contexts in _cues().get(lemmas[word.place], {}).items():
            if tuple(lemmas[word.place : word.place + len(cue)]) == cue:
                found.update(contexts)
    return tuple(sorted(found))
