"""Classes of words that tell who acts and who is acted upon, from between.toml."""

from __future__ import annotations

from retold.coding.word_classes import word_classes


def is_a(lemma: str, *names: str) -> bool:
    """Whether a lemma is in one of the classes."""
    classes = word_classes("between/between.toml")
    return any(lemma.lower() in classes[name] for name in names)
