"""Numbers as other languages write them to numbers as English writes them."""

from __future__ import annotations

import re
import unicodedata

# Languages that write a decimal point and group thousands by commas; of the others nearly all do the opposite, or
# group them by spaces (CLDR 46, symbols of the default numbering).
_POINT = frozenset(
    ("am", "bn", "en", "fil", "he", "hi", "ja", "ko", "ms", "sw", "ta", "th", "tl", "ur", "zh")
)
_SEPARATORS = str.maketrans(".,", ",.")
_ARABIC_SEPARATORS = str.maketrans("٫٬", ".,")
_NUMBER = re.compile(r"\d[\d.,]*\d")
_SPACED = re.compile("(?<=\\d)[\u00a0\u2009\u202f'’](?=\\d{3}(?!\\d))")


def with_points(form: str, language: str) -> str:
    """A form with its numbers in Western digits, a point before decimals, commas between thousands."""
    if not any(map(str.isdigit, form)) or (form.isascii() and language in _POINT):
        return form
    if not form.isascii():
        form = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in form)
        if language in _POINT or any(sign in form for sign in "٫٬"):
            return form.translate(_ARABIC_SEPARATORS)
    form = _SPACED.sub(".", form)
    return form if language in _POINT else _NUMBER.sub(lambda found: found[0].translate(_SEPARATORS), form)
