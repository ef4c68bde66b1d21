"""Words of a reading to the text they stand in."""

from __future__ import annotations

from retold.reading.parse import Reading


def spelled(reading: Reading, start: int, end: int) -> str:
    """The words between two characters of the article, as long as the text is: gaps between words are blanks."""
    found, at = "", start
    for word in reading:
        if start <= word.start and word.end <= end:
            found += " " * (word.start - at) + word.text
            at = word.end
    return found + " " * (end - at)
