"""Text to paragraphs: spans of lines that belong together."""

from __future__ import annotations

import re
from itertools import pairwise

from retold.model import Span

# Hard-wrapped text is set to 60-80 columns; a longest line beyond this is a paragraph in one line.
MAX_WRAP_WIDTH = 120
# Share of the line breaks within blocks that a lower-case letter follows: about .8 in wrapped English prose, near
# 0 where a line is a paragraph.
MIN_LOWER_STARTS = 0.4
# A line this much shorter than the longest one was ended on purpose.
MIN_FILLED = 0.75

_ITEM = re.compile(r"(?:[•▪●‣◦■*·–—-]|\d{1,2}[.)]|\(?[a-z]\))\s|#{1,6}\s")
_BULLET = re.compile("[•▪●‣◦■]")
_INLINE_BULLET = re.compile(r"\s(?=[•▪●‣◦■]\s)")


def paragraphs_of(text: str) -> list[Span]:
    """Paragraphs in order, without the white space around them; every visible character is in one of them.

    A blank line ends a paragraph. Within a block of lines, a line break ends one too, unless the text is hard-wrapped
    and the line was broken for its width. An item of a list is a paragraph.
    """
    blocks = _blocks(text)
    width = _wrap_width(text, blocks)
    paragraphs: list[Span] = []
    for block in blocks:
        paragraphs.extend(_joined(text, block, width) if width else block)
    if not _BULLET.search(text):
        return paragraphs
    return [item for paragraph in paragraphs for item in _items(text, paragraph)]


def _blocks(text: str) -> list[list[Span]]:
    """Runs of lines that are not blank, each line stripped."""
    blocks: list[list[Span]] = [[]]
    position = 0
    for line in text.splitlines(keepends=True):
        inner = line.strip()
        if inner:
            start = position + line.index(inner[0])
            blocks[-1].append(Span(start, start + len(inner)))
        elif blocks[-1]:
            blocks.append([])
        position += len(line)
    return [block for block in blocks if block]


def _wrap_width(text: str, blocks: list[list[Span]]) -> int:
    """Longest line of a hard-wrapped text; 0 when the text is not hard-wrapped."""
    breaks = [(before, after) for block in blocks for before, after in pairwise(block)]
    if not breaks:
        return 0
    width = max(before.end - before.start for before, _ in breaks)
    lower = sum(text[after.start].islower() for _, after in breaks)
    return width if width <= MAX_WRAP_WIDTH and lower >= MIN_LOWER_STARTS * len(breaks) else 0


def _joined(text: str, block: list[Span], width: int) -> list[Span]:
    paragraphs = [block[0]]
    for before, after in pairwise(block):
        if before.end - before.start < MIN_FILLED * width or _ITEM.match(text, after.start):
            paragraphs.append(after)
        else:
            paragraphs[-1] = Span(paragraphs[-1].start, after.end)
    return paragraphs


def _items(text: str, paragraph: Span) -> list[Span]:
    """The paragraph, cut before each bullet that stands inside a line."""
    cuts = [gap.end() for gap in _INLINE_BULLET.finditer(text, paragraph.start, paragraph.end)]
    edges = [paragraph.start, *cuts, paragraph.end]
    return [_stripped(text, start, end) for start, end in pairwise(edges)]


def _stripped(text: str, start: int, end: int) -> Span:
    return Span(start, start + len(text[start:end].rstrip()))
