"""Who somebody is to an id, the same in every article."""

from __future__ import annotations

from functools import lru_cache

from retold.actors.dictionary import Words, plain
from retold.identity import content_id


def actor_id(kind: str, name: str, country: str | None = None) -> str:
    """The id of an actor; country: of one of the dictionary, which tells bearers of one name apart."""
    return content_id("actor", kind, " ".join(name_words(name)), country)


@lru_cache(maxsize=100_000)
def name_words(name: str) -> Words:
    """The words by which two names are the same; most names stand in many articles."""
    return plain(name)
