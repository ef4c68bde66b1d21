"""The words around a cue to the channel: through what a statement reached the writer."""

from __future__ import annotations

import re
import tomllib
from importlib.resources import files
from typing import Any

# What may stand between a verb or preposition and the outlet it names: "told the French news agency AFP".
_TO_OUTLET = r"\b(?:told|tell|tells|telling|to|with|on|by|interview(?:ed)?|in)\s(?:[\w'’-]+\s){0,4}?"


class Channels:
    """The channels of statement_channels.toml, as patterns."""

    def __init__(self, content: dict[str, Any]) -> None:
        self._channels = [
            (one["name"], re.compile("|".join(one["phrases"]), re.IGNORECASE)) for one in content["channel"]
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
        return next((name for name, phrases in self._channels if phrases.search(around)), None)

    def outlet(self, around: str) -> str | None:
        """The outlet that someone told something."""
        found = self._outlet.search(around)
        return found["outlet"] if found is not None else None


def _load() -> Channels:
    return Channels(
        tomllib.loads(files("retold.reading").joinpath("statement_channels.toml").read_text("utf-8"))
    )


CHANNELS = _load()
