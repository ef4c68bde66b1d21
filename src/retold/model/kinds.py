"""Whole numbers that are stored in fewer bits."""

from __future__ import annotations

from typing import Annotated

# Whole numbers that are stored in fewer bits.
Int8 = Annotated[int, "int8"]
Int32 = Annotated[int, "int32"]
