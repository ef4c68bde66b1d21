"""The words that introduce statements, from cues.toml: which constructions each takes and in what manner."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Literal

from retold.model import StatementManner

Construction = Literal[
    "clause",
    "quotation",
    "infinitive",
    "object",
    "predicate",
    "passive",
    "preposition",
    "noun_clause",
    "noun_infinitive",
    "noun_preposition",
    "adjective_clause",
    "adjective_preposition",
]

MANNERS: tuple[StatementManner, ...] = ("speech", "act", "attitude")


class Cues:
    """The lexicon. A word in two lists of a construction has the first of speech, act and attitude."""

    def __init__(self, content: Mapping[str, Mapping[str, str]]) -> None:
        lists = {name: group for name, group in content.items() if name != "details"}
        self._manners: dict[str, dict[str, StatementManner]] = {}
        self._prepositions: dict[str, dict[str, frozenset[str]]] = {}
        for name, group in lists.items():
            entries = [(entry, manner) for manner in MANNERS for entry in group.get(manner, "").split()]
            self._manners[name] = {entry.partition(":")[0]: manner for entry, manner in reversed(entries)}
            self._prepositions[name] = _behind(entry for entry, _ in entries if ":" in entry)
        # The first words of all entries: most words of a text are none of them.
        self.first_words = frozenset(
            lemma.partition("_")[0] for manners in self._manners.values() for lemma in manners
        )
        details = content["details"]
        self.addressed = frozenset(details["addressed"].split())
        self.proving = frozenset(details["proving"].split())
        self.refusing = frozenset(details["refusing"].split())
        self.telling = frozenset(details["telling"].split())
        self.light = frozenset(details["light"].split())
        self._lemmas = dict(entry.split(":") for entry in details["lemmas"].split())

    def lemma(self, lemma: str) -> str:
        """The lemma in lower case, mended where a small model is known to cut it wrongly."""
        lower = lemma.lower()
        return self._lemmas.get(lower, lower)

    def manner(self, lemma: str, construction: Construction) -> StatementManner | None:
        """The manner of a word in a construction; None when it introduces nothing there."""
        return self._manners[construction].get(lemma)

    def prepositions(self, lemma: str, construction: Construction) -> frozenset[str]:
        """The prepositions behind which the word has what is spoken of."""
        return self._prepositions[construction].get(lemma, frozenset())

    def joined(self, lemma: str, particle: str | None) -> str:
        """The lemma with its particle where the lexicon has the two ("go_on"), or by itself."""
        whole = f"{lemma}_{particle}"
        return whole if particle and any(whole in entries for entries in self._manners.values()) else lemma

    def quotes(self, lemma: str) -> bool:
        """Whether a verb may stand by a quotation."""
        return lemma in self._manners["quotation"] or self.speaks(lemma)

    def speaks(self, lemma: str) -> bool:
        """Whether a verb with a clause reports words."""
        return self._manners["clause"].get(lemma) == "speech"


def _behind(entries: Iterable[str]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for entry in entries:
        lemma, _, prepositions = entry.partition(":")
        found[lemma] = found.get(lemma, frozenset()) | frozenset(prepositions.split("/"))
    return found


def _load() -> Cues:
    return Cues(tomllib.loads(files("retold.reading").joinpath("cues.toml").read_text("utf-8")))


CUES = _load()
