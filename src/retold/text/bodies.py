"""An article's text to the lines of its body, without cutting it into sentences."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby
from operator import attrgetter

from retold.model import SentenceKind, Span
from retold.text.boundaries import sentences_in
from retold.text.kinds import MAX_CAPTION, MAX_FURNITURE, lone_kind, paragraph_kinds, starts_like_furniture
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
    last = max((number for number, kind in enumerate(kinds) if kind in ("body", "heading")), default=-1)
    # A heading without a body after it is none.
    return [lines[number] for number, kind in enumerate(kinds) if kind == "body" or number == last]


def _by_sentence(text: str) -> list[str]:
    body = (sentence for sentence in sentences_of("", text) if sentence.kind == "body")
    paragraphs = (found for _, found in groupby(body, key=attrgetter("paragraph")))
    return [" ".join(form for part in found for form in part.text.split()) for found in paragraphs]


@lru_cache(maxsize=20_000)
def _kind(line: str) -> SentenceKind | str:
    """The kind of a line by itself; "unclear" where its sentences may be of several kinds."""
    long = len(line) > MAX_FURNITURE
    if (long or len(line) > _SENTENCE) and not starts_like_furniture(line[:_BEGINNING].lstrip()):
        if line.rstrip()[-1:] in _FINAL:
            return "body"
    elif long:
        return "unclear"
    wording = normal(line)
    if not wording:
        return "boilerplate"
    alone = lone_kind(wording)
    return alone if alone != "body" or _is_finished(wording) else _unfinished(wording)


def _is_finished(wording: str) -> bool:
    return wording[-1] in _FINAL and wording[0] != "#"


def _unfinished(wording: str) -> SentenceKind | str:
    """The kind of a line that does not end as a sentence does: a heading, or a caption by the credit at its end."""
    sentences = [wording[span.start : span.end] for span in sentences_in(wording, Span(0, len(wording)))]
    kinds = set(paragraph_kinds([sentences, ["Body."]])[0])
    return kinds.pop() if len(kinds) == 1 else "unclear"
