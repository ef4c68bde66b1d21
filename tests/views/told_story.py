"""A story of texts by the names of their sources, a day apart, as the pages show it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import retold
from retold.views import StoryView, story_view


def told_story(folder: Path, told: Mapping[str, Sequence[str]], month: str) -> StoryView:
    """The only story of an archive in `folder`; told: the sentences of each source, a paragraph each."""
    lines = [
        json.dumps({"id": name, "source": name, "text": "\n\n".join(text), "published": f"{month}-{day:02}"})
        for day, (name, text) in enumerate(told.items(), 1)
    ]
    (folder / "press.jsonl").write_text("\n".join(lines), encoding="utf-8")
    archive = retold.open(folder / "archive")
    archive.add(folder / "press.jsonl")
    archive.run()
    return story_view(archive.snapshot())
