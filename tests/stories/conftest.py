from __future__ import annotations

import sys
from pathlib import Path

from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# The first text in a language loads its table of word frequencies.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
