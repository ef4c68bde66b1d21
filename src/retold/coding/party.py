"""An actor in a role of an event, with the words for it; of a list of them those that can stand in it together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from retold.actors.mentions import FoundMention
from retold.coding.deeds import Deed
from retold.coding.standing_for import is_nobody
from retold.model import ArgumentRole
from retold.reading.parse import Word

_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))


@dataclass(frozen=True, slots=True)
class Party:
    """An actor in a role, and the words for it. `joined`: it stands by its own name within the words of another."""

    role: ArgumentRole
    word: Word
    found: FoundMention | None
    inferred: bool = False
    joined: bool = False


def without_nobodies(parties: Sequence[Party], deed: Deed) -> list[Party]:
    """Those that can be parties; of what is done with others nobody who is not named is on both sides."""
    kept = [one for one in parties if one.found is not None or not is_nobody(one.word, one.role)]
    guessed = {actor_of(one) for one in kept if one.role == "source" and one.inferred}
    named = {actor_of(one) for one in kept if not one.inferred}
    alone = guessed - named if deed.abroad else set()
    return [one for one in kept if one.role == "source" or not one.inferred or actor_of(one) not in alone]


def own_place(one: Party) -> tuple[int, int] | None:
    """Where a party stands by its own name, if no noun phrase is its own."""
    named = one.joined or (one.inferred and one.word.pos not in _NOUNS)
    if not named or one.found is None or not has_place(one.found):
        return None
    return one.found.mention.start, one.found.mention.end


def has_place(found: FoundMention) -> bool:
    """Whether the text itself has a mention."""
    return found.mention.end > found.mention.start


def actor_of(one: Party) -> str | None:
    return one.found.actor.actor_id if one.found and one.found.actor else None


def without_doubles(parties: Iterable[Party]) -> list[Party]:
    """Each actor once in a role."""
    kept: list[Party] = []
    seen: set[tuple[str, str | int]] = set()
    for one in parties:
        own = (one.role, actor_of(one) or one.word.place)
        if own not in seen:
            kept.append(one)
        seen.add(own)
    return kept
