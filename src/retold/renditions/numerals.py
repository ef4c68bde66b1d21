"""English number words and figures to what they are worth."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Literal

Order = Literal["cardinal", "ordinal", "scale"]

_FIGURE = re.compile(r"(\d+(?:\.\d+)?)(st|nd|rd|th)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """What a word is worth. A scale ("thousand") multiplies the number before it."""

    value: float
    order: Order


def numeral(form: str) -> Numeral | None:
    """The number that a lower-cased word form (as `text.words` gives it) stands for, None when it is none."""
    figure = _FIGURE.fullmatch(form)
    if figure:
        return Numeral(float(figure[1]), "ordinal" if figure[2] else "cardinal")
    return _number_words().get(form)


@cache
def _number_words() -> dict[str, Numeral]:
    source = resources.files("retold.renditions").joinpath("numerals.toml").read_text(encoding="utf-8")
    lists = tomllib.loads(source)
    orders: tuple[Order, ...] = ("cardinal", "ordinal", "scale")
    return {form: Numeral(float(value), order) for order in orders for form, value in lists[order].items()}
