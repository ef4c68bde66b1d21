from __future__ import annotations

from hypothesis import settings

# The first text in a language loads its table of word frequencies.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
