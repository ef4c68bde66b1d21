"""The words around a cue to the channel: through what a statement reached the writer."""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import Any

from retold.reading.parse import KEPT

# What may stand between a verb or preposition and the outlet it names: "told the French news agency AFP".
_TO_OUTLET = r"\b(?:told|tell|tells|telling|to|with|on|by|interview(?:ed)?|in)\s(?:[\w'’-]+\s){0,4}?"


class Channels:
    """The channels of statement_channels.toml, as patterns."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._channels: list[tuple[str, list[str], re.Pattern[str]]] = [
            (one["name"], one["with"].split(), re.compile("|".join(one["phrases"]), re.IGNORECASE))
            for one in content["channel"]
        ]
        names = sorted(content["outlets"]["names"], key=len, reverse=True)
        self._outlet = re.compile(
            rf"(?:{_TO_OUTLET})(?P<outlet>{'|'.join(map(re.escape, names))})(?!\w|['’]s\s[a-z])"
        )

    def of(self, around: str) -> str | None:
        """The channel named in the words around a cue; an outlet by its name, else a kind of channel."""
        outlet = self.outlet(around)
        if outlet is not None:
            return outlet
        lower = around.lower()
        for name, stems, phrases in self._channels:
            # Looked for first: a phrase takes thirty times as long.
            if any(stem in lower for stem in stems) and phrases.search(around):
                return name
        return None

    def outlet(self, around: str) -> str | None:
        """The outlet that someone told something."""
        found = self._outlet.search(around)
        return found["outlet"] if found is not None else None


def _load() -> Channels:
    return Channels(
        tomllib.loads(files("retold.reading").joinpath("statement_channels.toml").read_text("utf-8"))
    )


CHANNELS = _load()


@lru_cache(maxsize=KEPT)
def channel_of(around: str) -> str | None:
    """The channel named in the words around a cue; copies of a sentence have the same."""
    return CHANNELS.of(around)
