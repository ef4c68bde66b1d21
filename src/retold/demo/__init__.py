"""The demo corpus: articles written for Retold, and the truth of how each was made."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


def articles_path() -> Path:
    """Where the demo's articles are, as JSONL."""
    return _path("articles.jsonl")


def truth_path() -> Path:
    """Where the truth about them is: one JSON object a line with `id`, `story`, `report`, `parent`, `kind`."""
    return _path("truth.jsonl")


def _path(name: str) -> Path:
    return Path(str(files(__name__).joinpath(name)))
