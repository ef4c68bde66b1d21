"""An article's text to the lines of its body, without cutting it into sentences."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from retold.model import SentenceKind
from retold.text.kinds import MAX_CAPTION, MAX_FURNITURE, is_heading, lone_kind, starts_like_furniture
from retold.text.normalising import normal
from retold.text.paragraphs import MAX_WRAP_WIDTH
from retold.text.sentences import sentences_of

# Characters in which what begins an appeal or a caption stands.
_BEGINNING = 80
# A line of this many characters that ends as a sentence does is a caption or an appeal only by how it begins.
_SENTENCE = 80
_FINAL = frozenset('.!?"”')


def body_of(text: str) -> list[str]:
    """Paragraphs of the body, in order.

    Text that may be hard-wrapped, and text that an appeal or a caption may be run into, is cut into sentences first;
    what is left are the sentences of kind body, put together again. The rest, nearly all news, is judged by lines.
    """
    lines = text.splitlines()
    if len(lines) > 1 and max(map(len, lines)) <= MAX_WRAP_WIDTH:
        return _by_sentence(text)
    kinds = [_kind(line) if len(line) <= MAX_CAPTION else "body" for line in lines]
    if "unclear" in kinds:
        return _by_sentence(text)
    last = max((number for number, kind in enumerate(kinds) if kind == "body"), default=-1)
    return [
        line
        for number, (line, kind) in enumerate(zip(lines, kinds, strict=True))
        if kind == "body" or (kind == "heading" and number > last)
    ]


def _by_sentence(text: str) -> list[str]:
    body = (sentence for sentence in sentences_of("", text) if sentence.kind == "body")
    return [" ".join(part.text for part in found) for _, found in groupby(body, key=attrgetter("paragraph"))]


@lru_cache(maxsize=20_000)
def _kind(line: str) -> SentenceKind | str:
    """The kind of a line by itself; "unclear" where its sentences may be of several kinds."""
    long = len(line) > MAX_FURNITURE
    if (long or (len(line) > _SENTENCE and line[-1] in _FINAL)) and not starts_like_furniture(
        line[:_BEGINNING].lstrip()
    ):
        return "body"
    if long:
        return "unclear"
    wording = normal(line)
    if not wording:
        return "boilerplate"
    alone = lone_kind(wording)
    return "heading" if alone == "body" and is_heading(wording) else alone
