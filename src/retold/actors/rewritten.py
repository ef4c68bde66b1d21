"""A long name to how it reads when the names in it are put right: Baltic Middle for Tactical Queries."""

from __future__ import annotations

from collections.abc import Mapping

from retold.actors.actor_ids import name_words
from retold.actors.dictionary import Words
from retold.model import RepairedForm


def rewritten(name: str, damaged: Mapping[Words, RepairedForm]) -> RepairedForm | None:
    """The name as a form of itself put right, None when no part of it is damaged; damaged: by the words of the form.

    Words are replaced from the left, the longest run first.
    """
    tokens = name.split()
    parts: list[str] = []
    used: list[RepairedForm] = []
    place = 0
    while place < len(tokens):
        end, form = _longest(tokens, place, damaged)
        parts.append(form.name if form else tokens[place])
        used += [form] if form else []
        place = end
    if not used:
        return None
    surest = min(used, key=lambda form: (-form.certainty, form.text))
    return RepairedForm(
        " ".join(parts),
        "body",
        name,
        surest.cause,
        min(form.certainty for form in used),
        all(form.supports for form in used),
    )


def _longest(
    tokens: list[str], place: int, damaged: Mapping[Words, RepairedForm]
) -> tuple[int, RepairedForm | None]:
    """Where the longest damaged form that begins at a word ends, and the form."""
    for end in range(len(tokens), place, -1):
        if form := damaged.get(name_words(" ".join(tokens[place:end]))):
            return end, form
    return place + 1, None
