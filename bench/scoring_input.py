"""Bare texts to what the scorer takes."""

from __future__ import annotations

from functools import lru_cache

from retold.stories.fingerprints import fingerprint
from retold.stories.profile import Profile, profile
from retold.text import sentences_of


@lru_cache(maxsize=20_000)
def profile_of(text: str) -> Profile:
    """Profile of an English text without a date."""
    return profile(fingerprint("", sentences_of("", text), "en", None))
