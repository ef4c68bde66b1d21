"""A value of a result to what JSON, CSV and a person reading have for it."""

from __future__ import annotations

import json
import math
from datetime import UTC, date, datetime
from decimal import Decimal


def json_value(value: object) -> object:
    """The value in JSON's types.

    Times are ISO 8601, in UTC with Z where they have a zone; NaN and infinity, which JSON lacks, are null; bytes are
    hexadecimal digits; what JSON has no type for is text.
    """
    match value:
        case None | bool() | int() | str():
            return value
        case float():
            return value if math.isfinite(value) else None
        case Decimal():
            return _number(value)
        case dict():
            return {str(key): json_value(inner) for key, inner in value.items()}
        case list() | tuple():
            return [json_value(inner) for inner in value]
        case _:
            return _text(value)


def json_text(value: object) -> str:
    """The value as one line of JSON."""
    return json.dumps(json_value(value), ensure_ascii=False, allow_nan=False)


def cell(value: object) -> str:
    """The value as a cell of CSV or of a table: lists and structs as JSON, nothing for null."""
    plain = json_value(value)
    if plain is None:
        return ""
    return plain if isinstance(plain, str) else json_text(plain)


def _number(value: Decimal) -> object:
    if not value.is_finite():
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _text(value: object) -> str:
    match value:
        case datetime() if value.tzinfo is not None:
            return value.astimezone(UTC).isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case bytes():
            return value.hex()
        case _:
            return str(value)
