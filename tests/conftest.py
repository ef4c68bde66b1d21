from __future__ import annotations

from hypothesis import settings

# Shared machines pause now and then, and the first text loads models and tables; how long a test takes says nothing
# about its claim.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
