"""docs/events.md is the codebook."""

from __future__ import annotations

from pathlib import Path

from retold.coding.codebook.codebook import codebook
from retold.coding.codebook.page import page

COMMITTED = Path(__file__).parents[2] / "docs" / "events.md"


def test_the_page_is_made_from_the_codebook() -> None:
    """If not: python -m retold.coding.codebook.page > docs/events.md"""
    assert COMMITTED.read_text(encoding="utf-8") == page()


def test_everything_in_the_codebook_is_on_the_page() -> None:
    made = page()
    for kind in codebook().types.values():
        assert f"\n## {kind.name}\n" in made
        assert kind.definition in made
        assert all(f"| {mode.name} |" in made for mode in kind.modes.values())
    assert all(example.text in made for example in codebook().examples())
    assert all(f"| {context} |" in made for context in codebook().contexts)
